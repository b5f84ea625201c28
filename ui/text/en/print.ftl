# Print.
print-title = Print
print-empty = Choose what to print
print-empty-text = Choose a print, then whom it is for. Its pages appear here before you save them.
print-choices = What to print
print-what = What
print-heading-plan = Visits
print-heading-field = From the field
print-heading-proposal = Proposals and reviews
print-what-schedule = Itinerary
print-use-schedule = Days, times, sites, leads
print-what-observation = Observation
print-use-observation = One note and its photos
print-what-proposal = Proposal as it stands
print-use-proposal = A draft to read and correct
print-what-submission = Proposal as submitted
print-use-submission = Official text and evidence
print-what-review = Review
print-use-review = Scores, comments, decision
print-for = For
print-scope-cohort = Everyone
print-scope-group = A group
print-scope-person = A person
print-scope-one = One
print-scope-newest = Newest
print-scope-every = All versions
print-which = Which one
print-each-group-schedule = Every group ({ $count })
print-each-person-schedule = Every person ({ $count })
print-each-observation = All observations ({ $count })
print-each-proposal = Every trainee’s proposal ({ $count })
print-each-newest-submission = Every trainee’s proposal ({ $count })
print-each-submission = All versions ({ $count })
print-each-review = All reviews ({ $count })
print-choose = Choose…
print-none = There is nothing of this kind to print yet.
print-paper = Paper
print-orientation = Orientation
print-portrait = Portrait
print-landscape = Landscape
print-language = Language
print-files = Files
print-files-each = One each
print-files-one = One for all
print-both-sides = For printing on both sides: each part begins on a new sheet
print-folder = Saved in the folder
print-folder-change = Choose folder…
print-sample = Sample { $number } of { $of }:
print-sample-before = Sample before
print-sample-after = Sample after
print-working = Setting the pages
print-stopped = Setting the pages was stopped; what is shown does not follow the choice.
print-set-pages = Set the pages
print-save = Save PDF…
print-save-word = Save Word…
print-save-each = { $count ->
    [one] Save { $count } file
   *[other] Save { $count } files
  }
print-save-one = { $count ->
    [one] Save { $count } print as one file
   *[other] Save { $count } prints as one file
  }
print-open = Open
print-saved = Saved as { $path }.
print-saved-last = Saved last
print-file-count = { $files ->
    [one] { $files } file
   *[other] { $files } files
  }
print-show-folder = Open folder
print-show-folder-of = Open the folder of { $name }
print-elsewhere = Choose another folder, such as one in your documents.
print-batch-begins = Listing what to print
print-batch-step = Print { $number } of { $of }
print-batch-ending = Stopping after this print…
print-batch-done = Done
print-batch-ended = Stopped
print-batch-made = { $printed ->
    [one] { $printed } print
   *[other] { $printed } prints
  } saved in { $files ->
    [one] { $files } file
   *[other] { $files } files
  }.
print-batch-none = Nothing was saved.
print-batch-left = { $left } not printed.
print-batch-failed = Could not be printed ({ $count })
print-batch-warned = Look at these ({ $count })
print-page-of = Page { $page } of { $pages }
print-page-before = Page before
print-page-after = Page after
print-zoom-in = Larger
print-zoom-out = Smaller
print-fit-width = Fit width
print-notes = Notes
print-no-warnings = Everything printed as it should
print-attention = look at this
print-warn-picture = The picture “{ $which }” is missing or damaged. An empty frame stands in its place.
print-warn-glyph = Tilik’s fonts have no “{ $which }”. A box stands in its place.
print-warn-consent = { $which ->
    [one] { $which } photo is left out because the consent of those shown is not marked, or was refused.
   *[other] { $which } photos are left out because the consent of those shown is not marked, or was refused.
  }
print-warn-field = Nothing is known for the letter’s field “{ $which }”. Dots stand in its place.
print-warn-unknown-field = The letter’s template has a field “{ $which }” that is not known. Dots stand in its place.
print-warn-cut = The text of cell { $which } is too long for Excel and was cut.
print-heading-letter = Letters
print-heading-all = The whole cohort
print-what-pocket = Pocket schedule
print-use-pocket = Folded to fit a pocket
print-what-attendance = Attendance list
print-use-attendance = Room to sign
print-what-request = Request to a host
print-use-request = To the head of a site
print-what-assignment = Letter of assignment
print-use-assignment = For everyone or a group
print-what-form = Blank observation sheet
print-use-form = To fill in by hand
print-what-report = Observation report
print-use-report = Notes and photos in order
print-what-coaching = Coaching log
print-use-coaching = Days, topics and advice
print-what-summary = Trainee summary
print-use-summary = A page about each trainee
print-what-booklet = Cohort booklet
print-use-booklet = Everything in one file
print-scope-day = A day
print-scope-visit = A visit
print-scope-site = A site
print-scope-hosts = All sites
print-scope-host = One site
print-scope-observer = An observer
print-scope-trainee = A trainee
print-scope-instructor = An instructor
print-each-group-pocket = Every group ({ $count })
print-each-person-pocket = Every person ({ $count })
print-each-visit-attendance = Every visit ({ $count })
print-each-day-attendance = Every day ({ $count })
print-each-form = All sheets ({ $count })
print-each-group-report = Every group ({ $count })
print-each-person-report = Every observer ({ $count })
print-each-site-report = Every site ({ $count })
print-each-host-request = Every site ({ $count })
print-each-group-assignment = Every group ({ $count })
print-each-person-summary = Every trainee ({ $count })
print-each-trainee-coaching = Every trainee ({ $count })
print-each-instructor-coaching = Every instructor ({ $count })
print-fold = Size of a page
print-fold-quarter = Quarter
print-fold-half = Half
print-fold-how = { $fold ->
    [quarter] Print on both sides, flipped on the long edge. Cut across the middle, lay the upper part on the lower one and fold.
   *[half] Print on both sides, flipped on the short edge, and fold in the middle.
  }
print-fold-in-order = The printer cannot print both sides
print-fold-in-order-hint = One page after the other on one side of the paper.

# Files for other programs.
print-places = Part
print-place-prints = Prints
print-place-files = Other files
print-file-what = What to save
print-file-heading-tables = Tables and calendars
print-file-heading-texts = Texts and photos
print-file-heading-all = Everything
print-file-schedule = Itinerary
print-file-use-schedule = A table, phone calendar or map
print-file-roster = People
print-file-use-roster = Everyone on the visit
print-file-sites = Sites
print-file-use-sites = Addresses and map points
print-file-observations = All observations
print-file-use-observations = Answers by question
print-file-scores = Scores
print-file-use-scores = Scores and decisions of reviews
print-file-observation = One observation
print-file-use-observation = A note with its photos
print-file-proposal = One proposal
print-file-use-proposal = The text with evidence and photos
print-file-everything = The whole cohort
print-file-use-everything = For an archive or other programs
print-file-empty = Choose what to save
print-file-empty-text = Choose a kind of file, then which one. What it holds appears here before you save it.
print-file-inside-md = A zip file with the text (Markdown) and its photos. Photos without consent of those shown are left out.
print-file-inside-json = A file of data for other programs. Drafts, private notes and reviews you may not know yet are left out.
print-format = Format
print-format-pdf = PDF
print-format-use-pdf = For paper
print-format-docx = Word
print-format-use-docx = Can be edited; comments of a review beside the text
print-format-xlsx = Excel
print-format-use-xlsx = A workbook (.xlsx)
print-format-csv = CSV
print-format-use-csv = Plain tables that almost any program reads
print-format-ics = Calendar
print-format-use-ics = For the calendar of a phone, Google or Outlook
print-format-json = JSON
print-format-use-json = Data for computer programs
print-format-geojson = Map
print-format-use-geojson = GeoJSON, for QGIS and online maps
print-format-md = Markdown
print-format-use-md = Text and photos in a zip file
print-separator = Between columns
print-separator-hint = Excel set to Indonesian expects a semicolon.
print-separator-semicolon = Semicolon ( ; )
print-separator-comma = Comma ( , )
print-separator-tab = Tab
print-bom = With the UTF-8 mark (BOM)
print-bom-hint = So that Excel reads letters right. Some other programs do without.
print-plan = Which itinerary
print-plan-released = Release
print-plan-draft = Plan as it is
print-numbers-people = With NIP, phone numbers and gender
print-numbers-contacts = With the phone numbers of contacts
print-numbers-hint = Personal data. Share it only with those entitled to it.
print-tables = Tables
print-rows = { $total ->
    [one] { $total } row
   *[other] { $total } rows
  }
print-rows-first = First { $shown } of { $total } rows
print-save-as = Save { $format }…
print-save-file = Save…
print-file-working = Preparing the file
print-file-ending = Cancelling…
print-file-saved = Saved

# The words of letters.
print-letter-edit = Change the words…
print-letter-words = Words of the { $letter }
print-letter-title = Title
print-letter-number = Number
print-letter-attachment = Attachment
print-letter-subject = Subject
print-letter-recipient = To
print-letter-body = Text
print-letter-body-hint = An empty line begins a new paragraph. The field of a table stands on a line of its own.
print-letter-signer = Signed by
print-letter-cc = Copies to
print-letter-fields = Fields
print-letter-fields-hint = Tilik fills these in. Place the cursor above, then choose a field.
print-letter-no-example = Not known yet, or a table
print-letter-unknown = These fields are not known: { $names }. Check the spelling, or choose one from the list.
print-letter-usual = Back to the usual words
print-letter-done = Done
