# Print.
print-title = Print
print-empty = Choose what to print
print-empty-text = Itinerary, observations, proposals and reviews are printed from here on A4 or F4. Choose at the left.
print-choices = What to print
print-what = What
print-what-schedule = Itinerary
print-what-observation = Observation
print-what-proposal = Proposal as it stands
print-what-submission = Proposal as handed in
print-what-review = Review
print-what-coaching = Coaching log
print-for = For
print-for-cohort = Whole cohort
print-which = Which one
print-choose = Choose…
print-none = There is nothing of this kind to print yet.
print-untitled = Untitled
print-submission = { $title } (submission { $number })
print-paper = Paper
print-orientation = Orientation
print-portrait = Portrait
print-landscape = Landscape
print-language = Language of the print
print-working = Setting the pages
print-stopped = Setting the pages was stopped; what is shown does not follow the choice.
print-set-pages = Set the pages
print-save = Save PDF…
print-open = Open
print-saved = Saved as { $path }.
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
