# Observations.
observations-title = Observations
observations-one = Observation
observations-new = New observation
observations-empty = No observations yet
observations-none-mine = You have not written an observation yet
observations-empty-text = An observation is a note of what was seen at a site: practice, photos, lesson.
observations-none-found = No observation matches
observations-none-found-text = Change the words or the filters.
observations-count = { $count ->
    [one] { $count } observation
   *[other] { $count } observations
  }
observations-more-rows = Show more
observations-untitled = Untitled
observations-no-site = No site chosen yet
observations-not-one = This record is no observation

# Filters of the list.
observations-filter = Filter observations
observations-filter-words = Search in observations
observations-filter-author = Author
observations-filter-all = All authors
observations-filter-mine = Written by me
observations-filter-site = All sites
observations-filter-practice = All practices
observations-filter-adoption = All verdicts
observations-filter-clear = Clear filters

# State.
observations-draft = draft
observations-unsealed = newly typed
observations-complete = complete
observations-incomplete = incomplete
observations-completeness = Completeness
observations-incomplete-hint = What is incomplete is kept all the same and can be continued at any time.
observations-lack-title = No title yet
observations-lack-site = No site chosen yet
observations-lack-adoption = No verdict (adopt, adapt, not) yet
observations-lack-note = No note and no answers yet
observations-lack-photos = A photo has no caption
observations-lack-answers = { $done } of { $of } required questions answered
observations-lack-other = A field is incomplete

# Acts.
observations-beside = Completeness and citations
observations-done = Done
observations-print = Print
observations-more = Other acts
observations-make = Make
observations-remove = Remove observation
observations-discard = Discard draft
observations-discarded = Draft discarded
observations-is-removed = removed
observations-put-back = Put back
observations-by = by { $name }
observations-cited-by = Cited by
observations-cited-by-none = Not cited in any proposal yet.
observations-cites-older = cites an earlier version

# Fields.
observations-field-title = Title
observations-field-title-hint = What you see, in one line
observations-field-site = Site
observations-field-site-hint = Type the name of a site
observations-field-visit = Visit
observations-field-visit-none = Outside the itinerary
observations-field-at = Time
observations-field-note = Note
observations-field-note-hint = Write what is seen and heard: who, what, how many, how.
observations-field-follow-up = Follow-up
observations-field-follow-up-hint = Such as data to ask for, people to contact.

# Practice.
observations-practice-head = Practice and lesson
observations-practice = Practice seen
observations-practice-hint = Choose a practice or innovation
observations-practice-none = Clear the practice
observations-practice-new = New practice
observations-practice-name = Name of the new practice
observations-practice-name-hint = e.g. Lahir Procot Pulang Bawa Akta
observations-key = Key to success
observations-key-hint = Why does it work there?
observations-lesson = Lesson
observations-lesson-hint = What can be learnt?
observations-adoption = Take it home?
observations-adopt = Adopt
observations-adapt = Adapt
observations-not-for-us = Not for us
observations-reason = Reason
observations-reason-adopt = Why can it be used as it is?
observations-reason-adapt = What has to be changed, and why?
observations-reason-not-for-us = Why does it not fit?

# Indicators.
observations-readings = Indicator values
observations-readings-hint = Empty means unknown, not zero.
observations-indicator = Indicator
observations-indicator-unknown = An indicator not received yet
observations-indicator-add = Add an indicator
observations-indicator-new = New indicator
observations-indicator-name = Name of the indicator
observations-indicator-name-hint = e.g. Processing time
observations-indicator-unit = Unit
observations-indicator-unit-hint = e.g. days
observations-indicator-better = Better is
observations-higher = the higher the better
observations-lower = the lower the better
observations-site-value = At the site
observations-home-value = At home
observations-source = Source
observations-source-hint = e.g. notice board
observations-unknown = unknown
observations-reading-remove = Remove value
observations-reading-removed = Indicator value removed
observations-number-wrong = Write a number, such as 12.5
observations-whole-wrong = Write a whole number, such as 12

# Form.
observations-instrument-head = Form
observations-instrument = Form to fill in
observations-instrument-none = No form
observations-instrument-absent = The coordinator has not prepared a form yet.
observations-required-done = required { $done } of { $of }
observations-answers-dropped = Answers of the former form were taken off
observations-answers = Answers
observations-answer-clear = Clear the answer
observations-unanswered = not answered
observations-ticked = yes

# Photos.
observations-photos = Photos
observations-photo-add = Add photos
observations-photo-ways = or drag them here, or paste with Ctrl+V
observations-photo-drop = Drop here to add photos
observations-photo-reading = Reading { $name }
observations-photo-keeping = Keeping { $name }
observations-photo-too-large = { $name } is larger than 24 MB. Make the photo smaller first.
observations-photo-caption = Caption
observations-photo-caption-hint = What does the photo show?
observations-photo-caption-missing = No caption yet
observations-photo-number = Photo { $number }
observations-photo-count = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
  }
observations-photo-open = Enlarge: { $name }
observations-photo-absent = The photo's file has not reached this laptop yet
observations-photo-up = Move up: { $name }
observations-photo-down = Move down: { $name }
observations-photo-remove = Remove: { $name }
observations-photo-removed = Photo removed
observations-photo-before = Previous photo
observations-photo-next = Next photo
observations-photo-stays = stays out of prints
observations-photo-may-go = may be printed
observations-consent = Consent of the people shown
observations-consent-unmarked = not marked yet
observations-consent-given = they agreed
observations-consent-nobody-shown = nobody shown
observations-consent-refused = refused
observations-consent-unmarked-means = Not asked yet. The photo stays out of prints and packages until it is marked.
observations-consent-given-means = The people in the photo agree to its use.
observations-consent-nobody-shown-means = Nobody in the photo can be recognised.
observations-consent-refused-means = Somebody declined. The photo never leaves this laptop.
