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
itinerary-split = One per group
itinerary-duplicate = Copy to another group
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
itinerary-shift-to = Move to { $time }
itinerary-show = Show
itinerary-no-better = No other time fits on this day.

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
itinerary-keys-new = new
itinerary-keys-remove = remove
itinerary-keys-day = other day
