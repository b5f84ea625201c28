# Today.
today-title = Today
today-empty = Nothing is planned for this day
today-empty-text = Slots, sites and their contacts stand here once the day is in the itinerary.
today-panel = Summary
today-release = itinerary release no. { $number }
today-draft-after = draft after release no. { $number }, not yet released
today-unreleased = not yet released
today-late = { $minutes ->
    [one] { $minutes } minute late
   *[other] { $minutes } minutes late
  }
today-early = { $minutes ->
    [one] { $minutes } minute early
   *[other] { $minutes } minutes early
  }
today-prayers = Prayer times
today-prayers-at = { $place }, { $zone }; computed by the Kemenag method
today-prayers-near = around { $place }, { $zone }; computed by the Kemenag method
today-days = Days of the visit
today-day-before = Day before
today-day-after = Day after
today-faraway = Today is outside the visit ({ $days }); shown is the nearest day.
today-observe = Observation
today-observe-here = Write an observation here
today-now-until = Now · until { $time }
today-next-at = Next · { $time }
today-first-at = First visit · { $time }
today-until = until { $time }
today-is-on = on now
today-is-next = next
today-foci = To look at: { $foci }
today-contact = Host: { $name }
today-lead = Lead: { $name }
today-own = { $count ->
    [one] { $count } observation of mine
   *[other] { $count } observations of mine
  }
today-slots = What happens that day
today-what-visit = Visit
today-what-travel = On the road
today-what-meal = Meal
today-what-prayer = Prayer
today-what-briefing = Briefing or discussion
today-what-free = Free time
today-notes = My notes of the day
today-notes-empty = No observation on this day yet. Press Ctrl+N at a site to write one.
today-untitled = (no title yet)
today-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
  }
today-practice = practice: { $name }
today-adoption-adopt = adopt
today-adoption-adapt = adapt
today-adoption-not-for-us = not for us
today-draft = draft
today-incomplete = incomplete
today-complete = complete
today-proposal = My proposal
today-progress = Progress of the proposal
today-proposal-none = Your proposal has not been begun. The observations you write will be its evidence.
today-proposal-begin = Begin the proposal
today-continue = Continue writing
today-submitted = handed in, no. { $number }
today-outcome-approve = approved
today-outcome-revise = to be revised
today-outcome-reject = rejected
today-missing = Still missing:
today-missing-more = and { $count } more
today-missing-title = title
today-missing-section = { $title }
today-missing-citation = a cited observation
today-missing-stakeholders = stakeholders
today-missing-milestones = { $term } milestones
today-missing-risks = risks and their mitigation
today-missing-targets = targets
today-term-short = short-term
today-term-medium = medium-term
today-term-long = long-term
today-queue = Waiting for review ({ $count })
today-queue-empty = No proposal is waiting.
today-waiting = waiting since { $day }
today-begun = review begun
today-trainees = Trainees
today-sites = Sites
today-visits = Visits
today-observations = Observations
today-conflicts = Clashes in the itinerary
today-conflicts-none = No clashes
today-conflicts-count = { $count ->
    [one] { $count } clash
   *[other] { $count } clashes
  }
today-conflicts-blocking = { $count } of them cannot happen as planned.
today-conflicts-show = See the itinerary
today-coverage = Observations per group
today-silent = { $count ->
    [one] { $count } trainee has not written an observation yet.
   *[other] { $count } trainees have not written an observation yet.
  }
today-silent-none = Every trainee has written an observation.
today-steps = Next steps
today-step-done = done
today-step-roster = Take in the roster
today-step-roster-text = From an Excel file; every doubtful row is shown before anything is saved.
today-step-roster-do = Import from Excel
today-step-groups = Make groups
today-step-groups-text = A group travels together, accompanied by instructors.
today-step-groups-do = Make groups
today-step-sites = Note the sites
today-step-sites-text = Address, opening hours, capacity, contacts, and what to look at.
today-step-sites-do = Add a site
today-step-itinerary = Plan the itinerary
today-step-itinerary-text = Visits by group and time; clashes show at once.
today-step-itinerary-do = Plan the itinerary

# Attendance.
today-attendance = Attendance
today-attendance-of = Attendance: { $title }
today-attendance-back = Today
today-attendance-visit = Show in the itinerary
today-attendance-reading = Opening the attendance
today-attendance-counts = Counts of attendance
today-attendance-rest = Mark the rest present ({ $count })
today-attendance-read-only = Only coordinators, the lead of the visit and instructors of its groups can mark.
today-attendance-others = Others
today-attendance-of-count = { $present } of { $count } present
today-attendance-by = { $name }, { $time }
today-attendance-move = another person
today-presence-present = present
today-presence-excused = excused or ill
today-presence-absent = absent
today-presence-open = not marked
today-presence-present-short = Present
today-presence-excused-short = Excused
today-presence-absent-short = Absent

# The real start, and group by group.
today-starts = Real start
today-start-planned = begins as planned
today-start-now = Begin now
today-start-late = Late
today-we-are-late = We are late…
today-groups-now = Now and next by group
today-group = Group
today-now = Now
today-next = Next
