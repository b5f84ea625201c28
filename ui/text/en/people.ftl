# People & groups.
people-title = People & groups
people-short = People
people-empty = No people yet
people-empty-text = Trainees and instructors are imported from Excel, then put into groups.
people-tabs = View
people-tab-people = People
people-tab-groups = Groups
people-panel = The person chosen
people-choose = Choose somebody to see and change their details.
people-add = Add people
people-add-one = Add one person
people-add-do = Add
people-import = Import from Excel
people-filter = Find name, NIP, office…
people-all-roles = All roles
people-all-groups = All groups
people-all-provinces = All provinces
people-no-group = No group
people-shown = { $count } of { $all } people
people-no-filter = Show all
people-read-only = read only
people-act-as = Act as this person
people-gender-unsaid = Not said
people-female = Female
people-male = Male
people-name-hint = Full name with titles.
people-need-name = Give the name.
people-added-one = { $name } added
people-there-already = { $name } is on the list already
people-field-ordinal = Number in the list
people-field-name = Name
people-field-nip = NIP
people-field-role = Role
people-field-position = Position
people-field-office = Office
people-field-province = Province
people-field-regency = Regency/city
people-field-group = Group
people-field-gender = Gender
people-field-phone = Phone
people-new-group = New group
people-groups-empty = No groups yet
people-groups-empty-text = A group visits sites together. Make the groups, then put trainees and accompanying instructors into them.
people-groups-hint = Choose people (Shift for a range), then move them by the menu or drag them to their group.
people-group-name = Group { $number }
people-group-name-label = Name of the group
people-group-focus = Focus of the group
people-group-more = Acts for { $name }
people-group-before = Move forward
people-group-after = Move back
people-group-empty = No members yet.
people-members = { $trainees ->
    [one] { $trainees } trainee
   *[other] { $trainees } trainees
  } · { $others } accompanying
people-accompanied-by = Accompanied by
people-picked = { $count ->
    [one] { $count } person chosen
   *[other] { $count } people chosen
  }
people-move-to = Move to
people-unpick = Choose nobody
people-moved = { $count ->
    [one] { $count } person moved to { $group }
   *[other] { $count } people moved to { $group }
  }
people-import-title = Import a roster
people-file = Choose or drop the roster file
people-file-hint = Excel (.xlsx, .xls), LibreOffice (.ods) or CSV
people-file-heading = A heading row such as Nama, NIP, Instansi, Kelompok is enough; a letterhead above it is fine.
people-file-safe = You see what is in it first; nothing is stored before you take it in.
people-file-again = The same file may be imported again: nobody is doubled.
people-reading = Reading the roster
people-other-file = Another file…
people-take-in = { $count ->
    [0] Nobody to take in
    [one] Take in { $count } person
   *[other] Take in { $count } people
  }
people-preview = People found
people-row = Row
people-file-name = File
people-sheet = Sheet
people-header-row = Heading row
people-found = { $count ->
    [one] { $count } person found
   *[other] { $count } people found
  }
people-columns = Columns
people-columns-used = { $used } of { $all } columns used
people-column-holds = What column { $column } holds
people-no-heading = (no heading)
people-unused = Not used
people-outcome = { $count ->
    [one] { $count } person taken in
   *[other] { $count } people taken in
  }
people-outcome-text = { $already } were there already and were not changed. New groups made: { $groups }.
people-show = See the people
people-show-groups = See the groups
people-problems = To be looked at
people-problems-none = Nothing doubtful
people-problems-more = Show { $count } more
people-gravity-error = Cannot be trusted
people-gravity-error-text = The value is left out. Correct it in Excel, or fill it in here afterwards.
people-gravity-warning = Look at it
people-gravity-warning-text = Taken in as written.
people-gravity-note = Tidied
people-gravity-note-text = Nothing to do.
people-at-sheet = sheet { $sheet }
people-at-row = row { $row }
people-at-column = column { $column }
people-ignored = { $count ->
    [one] { $count } row not used
   *[other] { $count } rows not used
  }
people-ignored-total = totals
people-ignored-column-numbers = column numbers
people-ignored-repeated-heading = heading repeated
people-ignored-after-table = below the table
people-ignored-note = not a person
people-other-sheets = { $count ->
    [one] { $count } other sheet
   *[other] { $count } other sheets
  }
people-other-roster = looks like a roster too
people-problem-nip-damaged = Excel kept the NIP “{ $value }” as a number and lost its last digits. Type the NIP again as text.
people-problem-nip-missing = There is no NIP. Fill it in if the person is a civil servant.
people-problem-nip-repeated = NIP { $value } stands on row { $other } already. Check which is right.
people-problem-nip-not-digits = The NIP “{ $value }” holds more than digits. Write the 18 digits only.
people-problem-nip-length = The NIP “{ $value }” does not have 18 digits.
people-problem-nip-birth-date = The first eight digits of NIP { $value } are no date of birth.
people-problem-nip-appointment = Digits 9 to 14 of NIP { $value } are no year and month of appointment.
people-problem-nip-sex = Digit 15 of NIP { $value } should be 1 or 2.
people-problem-nik-not-nip = “{ $value }” has 16 digits: it looks like a NIK, not a NIP. It is left out.
people-problem-nip-apostrophe = The apostrophe before the NIP “{ $value }” was taken off.
people-problem-nip-spaces = Spaces inside the NIP “{ $value }” were taken out.
people-problem-nip-signs = Dots, hyphens or words in the NIP “{ $value }” were taken out.
people-problem-name-missing = This row has no name. Fill it in in the file, then choose it again.
people-problem-name-repeated = The name “{ $value }” stands on row { $other } already, without two NIPs to tell them apart.
people-problem-role-unknown = The status “{ $value }” is not known; the role was concluded, usually trainee.
people-problem-role-concluded = There is no status; position or name say instructor.
people-problem-gender-unknown = “{ $value }” is neither L nor P; the gender is left empty.
people-problem-phone-not-text = The phone number “{ $value }” was kept as a number; a leading 0 may be lost.
people-problem-formula-error = A formula that failed (“{ $value }”) stands in place of the value.
people-problem-column-unused = The column “{ $value }” means the same as another one, which is used.
people-problem-heading-changed = The heading comes again in another order. Check the rows below it.
people-problem-another-roster = This sheet looks like a roster too and was not read. Choose it above if it is the right one.
