# Words used everywhere.
shared-optional = optional
shared-time = Time
shared-day-hint = e.g. 20 Mar 2018
shared-day-wrong = Write a date such as 20 March 2018.
shared-calendar = Choose in a calendar
shared-month-before = Month before
shared-month-after = Month after
shared-show-list = Show choices
shared-nothing-found = Nothing fits
shared-found = { $count ->
    [one] { $count } choice
   *[other] { $count } choices
  }
shared-searching = Searching…
shared-search-failed = The search failed. Change the words to try again.
shared-palette = Find or do
shared-palette-hint = Open a screen, make a note, or find anything…
shared-close = Close
shared-cancel = Cancel
shared-back = Back
shared-undo = Undo
shared-try-again = Try again
shared-saving = saving…
shared-typing-kept = typed, kept as a draft
shared-saved-at = saved { $time }
shared-save-failed = not saved; what you typed is still here
shared-panel = Context
shared-show-panel = Show side panel
shared-hide-panel = Hide side panel
role-coordinator = Coordinator
role-trainee = Trainee
role-instructor = Instructor

# Keyboard shortcuts.
keys-help = Keyboard shortcuts
keys-everywhere = Everywhere
keys-in-grids = In the itinerary and in tables
keys-palette = Go, make or find anything
keys-observe = New observation
keys-done = Done with what is in hand
keys-undo = Undo the last change
keys-next-pane = To the next part of the window
keys-previous-pane = To the previous part of the window
keys-back = Back
keys-grid-move = Move to another cell or row
keys-grid-time = Move a visit in time
keys-grid-group = Move a visit to another group
keys-grid-open = Open what is chosen
keys-grid-leave = Leave without a change

# Failures: what, and what to do.
failure-not-connected = This window is not connected to Tilik
failure-not-connected-todo = Close this window and open the Tilik application.
failure-unknown = Something did not work as it should
failure-unknown-todo = What is already saved has not changed. Try once more; if it fails again, close Tilik and open it again.
