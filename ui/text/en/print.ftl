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
print-use-schedule = Days, times, sites and who leads
print-what-observation = Observation
print-use-observation = One note from the field with its photos
print-what-proposal = Proposal as it stands
print-use-proposal = A draft to read and correct
print-what-submission = Proposal as submitted
print-use-submission = The official text with evidence and fingerprint
print-what-review = Review
print-use-review = Scores, comments and the decision
print-for = For
print-scope-cohort = Whole cohort
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
print-each-group-pocket = Every group ({ $count })
print-each-person-pocket = Every person ({ $count })
print-each-visit-attendance = Every visit ({ $count })
print-each-day-attendance = Every day ({ $count })
print-each-form = Every instrument ({ $count })
print-each-group-report = Every group ({ $count })
print-each-person-report = Every observer ({ $count })
print-each-site-report = Every site ({ $count })
print-each-host-request = Every host ({ $count })
print-each-group-assignment = Every group ({ $count })
print-each-person-summary = Every trainee ({ $count })
print-choose = Choose…
print-none = There is nothing of this kind to print yet.
print-paper = Paper
print-orientation = Turned
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
