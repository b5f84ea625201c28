# Itinerary.
itinerary-title = Itinerary
itinerary-short = Itinerary
itinerary-own-title = My itinerary
itinerary-loading = Opening the itinerary
itinerary-empty = The itinerary is empty
itinerary-empty-text = The visits of every group are laid out here by day and time.
itinerary-empty-read = The coordinator has not planned anything yet. Your group’s visits will appear here.
itinerary-no-groups = No groups yet
itinerary-no-groups-text = The itinerary is planned by group. Make groups from the roster, or begin with an event for the whole cohort.
itinerary-make-groups = Make groups
itinerary-no-sites = No sites yet
itinerary-no-sites-text = Add the places to visit with their opening hours and capacity, so that conflicts can be checked.
itinerary-make-sites = Add a site
itinerary-make-first = Make the first visit
itinerary-new = New visit
itinerary-print = Print
itinerary-grid = Itinerary of the day by group and time
itinerary-scope = Whose itinerary
itinerary-scope-own = My group
itinerary-scope-all = Whole cohort
itinerary-view = View
itinerary-view-grid = Time grid
itinerary-view-list = List
itinerary-everyone = Whole cohort
itinerary-group-gone = A group that was removed
itinerary-members = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
itinerary-led-by = Lead: { $name }
itinerary-wrong = conflict: { $what }
itinerary-site-closed = { $site } closed

# The form of one visit.
itinerary-what = Kind
itinerary-what-visit = Visit
itinerary-what-travel = Travel
itinerary-what-meal = Meal
itinerary-what-prayer = Prayer / break
itinerary-what-briefing = Briefing / discussion
itinerary-what-free = Free time
itinerary-site = Site
itinerary-no-site = No site
itinerary-capacity = { $count ->
    [one] Receives { $count } group at once.
   *[other] Receives { $count } groups at once.
  }
itinerary-name = Name
itinerary-name-hint = Left empty, the site’s name is used.
itinerary-name-missing = Give it a name, or choose a site.
itinerary-groups = Groups
itinerary-some-groups = Certain groups
itinerary-start = Start
itinerary-end = End
itinerary-backwards = The end must lie after the start.
itinerary-elsewhere = Times are local ({ $zone }). In { $place }: { $base }.
itinerary-lead = Lead
itinerary-lead-short = Lead
itinerary-no-lead = Not decided
itinerary-transport = Transport
itinerary-note = Note
itinerary-when = Day
itinerary-hours = Opening hours
itinerary-open-site = Open the site
itinerary-close-form = Close the form
itinerary-remove = Remove
itinerary-day = Day
itinerary-activity = Activity
itinerary-place = Place
itinerary-holiday = public holiday
itinerary-closed = closed

# What was just done.
itinerary-added = Visit made.
itinerary-moved = { $title } moved to { $time }.
itinerary-stretched = { $title } is now { $time }.
itinerary-regrouped = { $title } given to { $groups }, { $time }.
itinerary-removed = { $title } removed.
itinerary-undone = Change undone.
itinerary-was-split = The visit is now { $count } visits.
itinerary-duplicated = Copied to { $groups }.
itinerary-read-only = Only the coordinator can change the itinerary.
itinerary-for-everyone = This is for the whole cohort. Change its groups in the form.

# Conflicts.
itinerary-conflicts = Conflicts ({ $count })
itinerary-conflict-count = { $count ->
    [one] conflict
   *[other] conflicts
  }
itinerary-no-conflicts = No conflicts
itinerary-show = Show
itinerary-no-better = No other time fits on this day.
itinerary-fix-shift = Move to { $time }
itinerary-fix-other-day = Move to { $time }
itinerary-fix-lead = Appoint { $who }
itinerary-fix-add = Add a visit { $time }
itinerary-accept = Accept…
itinerary-accept-now = Accept
itinerary-accepted = The warning “{ $what }” is accepted.
itinerary-withdraw = Withdraw
itinerary-withdrawn = The acceptance of “{ $what }” is withdrawn.
itinerary-reason = Reason
itinerary-reason-hint = Kept under your name, and stays visible.
itinerary-reason-missing = Say why this warning may stand.
itinerary-accepted-ones = Accepted ({ $count })
itinerary-notes = Notes ({ $count })

# Releases.
itinerary-release = Release no. { $number }
itinerary-release-text = The itinerary is frozen with a number and your signature and becomes what everybody goes by. Later changes are marked and can be released under the next number.
itinerary-release-conflicts = { $count ->
    [one] There is still { $count } conflict. The itinerary can be released all the same.
   *[other] There are still { $count } conflicts. The itinerary can be released all the same.
  }
itinerary-release-note = A word to everybody
itinerary-release-note-hint = Such as what has changed.
itinerary-released = Itinerary no. { $number } released.
itinerary-releases = Releases
itinerary-no-release = The itinerary has not been released yet.
itinerary-release-number = No. { $number }
itinerary-changed-since = Changed since no. { $number }
itinerary-unchanged = Same as released
itinerary-added-count = { $count } new
itinerary-moved-count = { $count } moved
itinerary-removed-count = { $count } removed
itinerary-edited-count = { $count } edited
itinerary-change-added = new
itinerary-change-moved = moved
itinerary-change-removed = removed
itinerary-change-edited = edited

# Keyboard.
itinerary-keys-focus = move focus
itinerary-keys-shift = shift 5 minutes
itinerary-keys-shift-far = shift 30 minutes
itinerary-keys-stretch = change the end
itinerary-keys-group = other group
itinerary-keys-open = open
itinerary-keys-day = other day
itinerary-keys-spot = time that fits
itinerary-keys-menu = menu

# What is drawn under the cards.
itinerary-break-lunch = lunch
itinerary-break-prayer = prayer
itinerary-ride = { $minutes } min
itinerary-ride-unknown = ? min

# What can be done with one visit.
itinerary-acts = Actions
itinerary-act-open = Open
itinerary-act-attendance = Attendance
itinerary-act-pin = Pin its time
itinerary-act-unpin = Unpin
itinerary-act-spot-next = To the next time that fits
itinerary-act-spot-before = To the time before that fits
itinerary-act-longer = Longer by 5 minutes
itinerary-act-shorter = Shorter by 5 minutes
itinerary-act-split = Split off groups…
itinerary-act-merge = Merge groups…
itinerary-act-copy = Copy to { $group }
itinerary-act-late = Shift from this visit on…
itinerary-pinned = Its time is agreed; do not move it
itinerary-is-pinned = pinned
itinerary-was-pinned = { $title } is pinned at { $time }.
itinerary-was-unpinned = { $title } is no longer pinned.
itinerary-pinned-stays = Its time is agreed. Unpin it (P) before you move it.
itinerary-no-spot = No time fits in that direction on this day.
itinerary-count = { $count } { $count ->
    [one] item
   *[other] items
  }

# Splitting, merging, copying a day.
itinerary-split-title = Split off groups: { $title }
itinerary-split-text = The ticked groups get a visit of their own at the same time ({ $time }), which can then be moved.
itinerary-split-who = Split off
itinerary-split-do = Split off
itinerary-split-all = One for each group
itinerary-merge-title = Merge groups: { $title }
itinerary-merge-text = The ticked groups join at { $time }; their own visits are removed.
itinerary-merge-who = Visits to merge
itinerary-merge-none = There is no other visit to this place.
itinerary-merge-do = Merge
itinerary-was-merged = { $title } is now for { $groups }.
itinerary-day-acts = The whole day
itinerary-copy-day = Copy the day…
itinerary-copy-day-title = Copy { $day }
itinerary-copy-day-text = Items to copy to another day at the same hours: { $count }.
itinerary-copy-day-to = To the day
itinerary-copy-day-instead = Replace what is there on that day ({ $count })
itinerary-pinned-stay = Pinned ones stay ({ $count }).
itinerary-copy-day-do = Copy
itinerary-day-copied = Copied: { $count }.

# We are late.
itinerary-late = We are late…
itinerary-late-title = Shift the rest of { $day }
itinerary-late-by = Minutes
itinerary-late-by-hint = A negative number means earlier.
itinerary-late-from = From what begins at
itinerary-late-who = Groups that shift
itinerary-late-moves = Moves ({ $count })
itinerary-late-pinned = stays: pinned
itinerary-late-shared = stays: shared with other groups
itinerary-late-conflicts = New conflicts ({ $count })
itinerary-late-clear = No new conflict
itinerary-late-do = Shift { $count }
itinerary-late-done = Shifted { $count } by { $minutes } minutes.

# What changed, for whom.
itinerary-released-text = Tell those concerned what changed.
itinerary-changes = Changes
itinerary-changes-since = Changes since no. { $number }
itinerary-changes-to-now = From release no. { $number } to the itinerary as it stands, not released yet.
itinerary-changes-to-newest = Up to the newest release, no. { $number }.
itinerary-changes-for = For whom
itinerary-changes-count = Changes: { $count }
itinerary-changes-reading = Comparing the itinerary
itinerary-changes-print = Print the changes
itinerary-message = Message to copy
itinerary-message-copy = Copy the message
itinerary-message-copied = Message copied.
itinerary-message-marked = The message is marked; press Ctrl+C to copy it.
itinerary-told-added = new
itinerary-told-dropped = removed
itinerary-told-moved = moved
itinerary-told-place = place
itinerary-told-groups = groups
itinerary-told-lead = lead
itinerary-told-details = details
itinerary-late-stays = Stays where it is
