# The command line, tilik-cli.
cli-made = Cohort “{ $name }” made in { $folder }; you act as { $person }.
cli-nothing-found = No record contains “{ $query }”.
cli-rebuilt-equal = Rebuilt from { $batches } batches of the log: { $records } records, the same as before.
cli-rebuilt-mended = Rebuilt from { $batches } batches of the log: { $records } records. The old ones differed and are replaced.
cli-printed = { $file }: { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}.
cli-batch = { $prints } prints, { $pages } pages.
cli-written = { $file } written.
cli-choose-one = There is more than one, or the id is not known. Choose with --id:
cli-choose-none = There is none yet.
cli-no-group = No group is called “{ $name }”.
cli-which-group = More than one group has “{ $name }” in its name; write the whole name.
cli-no-person = Nobody is called “{ $name }”.
cli-which-person = More than one person has “{ $name }” in their name; write the whole name.
cli-no-site = There is no site called “{ $name }”.
cli-which-site = More than one site holds “{ $name }”; write its whole name.
cli-only-paper = This is put together for paper and has no data of its own; use --format pdf.
cli-not-text = { $path } is not UTF-8 text.
cli-prayer-head = Date        Imsak   Subuh   Terbit  Zuhur   Asar    Magrib  Isya
cli-prayer-zone = Times in { $zone }; Kemenag method: Subuh 20°, Isya 18°, caution 2 minutes. Computed, not an official table.
cli-prayer-order = The last day comes before the first: { $value }.
cli-prayer-place = There is no such place on Earth: { $value }.
cli-prayer-year = Prayer times are computed for the years 1900–2100 only, not { $value }.
cli-prayer-never = The sun does not get to where this time begins there: { $value }.

# What readers of a print should know.
cli-no-picture = The picture “{ $name }” is missing or damaged; a frame stands in its place.
cli-no-glyph = No font has the character “{ $glyph }”; a box stands in its place.
cli-empty-field = Nothing is known for the field “{ $name }”; dots stand in its place.
cli-unknown-field = There is no field “{ $name }”; dots stand in its place.
cli-cut-cell = The text of cell { $place } is too long for Excel and was cut, marked […].
cli-no-consent = { $count ->
    [one] 1 photo was
   *[other] { $count } photos were
} left out because the consent of those shown is not marked, or was refused.

# Checks.
cli-file-good = The database file is sound.
cli-file-bad = The database file is DAMAGED. Open another copy, or ask the coordinator for one.
cli-log-verified = Log: { $batches } batches, every signature fits, { $records } records.
cli-log-broken = Log: batch { $batch } does NOT FIT its signature.
cli-log-held = Log: { $held } statements are held back because their writers may not make them yet.
cli-shown-good = What screens show is what the log says.
cli-shown-bad = What screens show DIFFERS from the log; run “rebuild”.
cli-signed-good = Submissions and decisions: { $submissions } and { $decisions }, all fit their signatures.
cli-signed-bad = Submissions and decisions do NOT FIT their signatures: { $bad }
cli-photos-good = All photos are there.
cli-photo-missing = A photo of “{ $title }” is MISSING or damaged.
cli-conflicts = Conflicts in the itinerary: { $count }

# Taking a roster in.
cli-roster-found = { $people } people found ({ $trainees } trainees, { $instructors } instructors, { $coordinators } coordinators) on sheet “{ $sheet }”, column headings in row { $row }.
cli-roster-problems = To look at: { $count }
cli-roster-unread = Columns not taken: { $columns }
cli-roster-ignored = Row { $row } skipped: { $text }
cli-roster-taken = { $added } people taken in, { $groups } groups made, { $already } already there and not changed.
cli-dry-run = Only looked at; nothing was kept.
cli-cell = Sheet “{ $sheet }”, row { $row }, column { $column }
cli-row = Sheet “{ $sheet }”, row { $row }
cli-gravity-note = note
cli-gravity-warning = look at it
cli-gravity-error = not taken
cli-field-ordinal = number in the list
cli-field-nip = NIP
cli-field-name = name
cli-field-role = status
cli-field-position = position
cli-field-office = office
cli-field-province = province
cli-field-regency = regency or city
cli-field-group = group
cli-field-gender = gender
cli-field-phone = telephone
cli-problem-nip-damaged = Excel kept the NIP as a number ({ $value }) and its last digits are lost; type it again as text
cli-problem-nip-missing = there is no NIP
cli-problem-nip-repeated = NIP { $value } is already used in row { $other }
cli-problem-nip-not-digits = NIP “{ $value }” has something other than digits
cli-problem-nip-length = NIP “{ $value }” does not have 18 digits
cli-problem-nip-birth-date = the first eight digits of NIP “{ $value }” are no date of birth
cli-problem-nip-appointment = digits 9 to 14 of NIP “{ $value }” are no year and month of appointment
cli-problem-nip-sex = digit 15 of NIP “{ $value }” is neither 1 nor 2
cli-problem-nik-not-nip = “{ $value }” has 16 digits: an identity card number, not a NIP
cli-problem-nip-apostrophe = the apostrophe before NIP { $value } is taken off
cli-problem-nip-spaces = the spaces in NIP { $value } are taken out
cli-problem-nip-signs = the signs in NIP { $value } are taken out
cli-problem-name-missing = a row without a name
cli-problem-name-repeated = the name “{ $value }” is already in row { $other }
cli-problem-role-unknown = the status “{ $value }” is not known; taken for a trainee
cli-problem-role-concluded = no status; taken for an instructor by position or name
cli-problem-gender-unknown = “{ $value }” is neither L nor P
cli-problem-phone-not-text = telephone { $value } was kept as a number; a leading 0 is lost
cli-problem-formula-error = a failed formula ({ $value }) in place of { $field }
cli-problem-column-unused = column “{ $value }” means the same as another one and is not used
cli-problem-heading-changed = the column headings come again in another order
cli-problem-another-roster = this sheet looks like a roster too and was not read

# Proposing a schedule.
cli-plan-found = Proposed: { $made } visits made, { $moved } moved, { $removed } removed. On the road { $travel } minutes, away { $away }; the group that travels most { $worst }.
cli-plan-unknown = { $count } rides are of unknown length: give the base and the sites their places.
cli-plan-stored = The visits are stored; one undo takes all of them back.
cli-plan-shown = Nothing was stored; --apply stores it.
cli-plan-unmet = Not met: { $wish } ({ $about }), lacking { $lacking }.
cli-plan-relax = It could be met if “{ $rule }” gave way by { $by }.
cli-plan-solved = { $file }: { $visits } visits, objective { $objective }, { $unmet } wishes not met.
