# Proposing a schedule: from what, the search, alternatives, and taking one up.
propose-open = Propose
propose-title = Proposed schedule
propose-text = Tilik makes a schedule from sites, groups, opening hours, rides, prayer times and foci. The itinerary does not change until you use one of the proposals.
propose-no-sites = Proposals are made of the places to visit. Add sites with their opening hours and capacity.
propose-no-groups = Proposals are made by group. Make groups from the roster first.

propose-standing = Begin from
propose-standing-keep = Fill it up
propose-standing-keep-text = Visits that are there stay; what is missing is added.
propose-standing-improve = Improve it
propose-standing-improve-text = Visits that are there may move a little.
propose-standing-replace = Plan anew
propose-standing-replace-text = Visits that are there are planned from the start.
propose-visits-now = { $count ->
    [one] { $count } visit planned
   *[other] { $count } visits planned
  }
propose-pinned = { $count } pinned
propose-past = { $count } already begun
propose-stays = What is pinned or has begun, events of several groups, and events that are no visits stay where they are.

propose-wanted = What is wanted
propose-days = Days of the visit: { $days }
propose-change-rules = Change days and rules
propose-day-start = Leave at the earliest
propose-day-end = Back at the latest
propose-visits = Visits for each group
propose-visits-hint = Empty: every site once, as far as it fits.
propose-most = At most on one day
propose-foci = Foci every group shall see
propose-not-a-time = Write a time such as 7:30.
propose-ends-too-early = Must be after leaving.
propose-not-a-count = Write a whole number.

propose-search = Search
propose-quick = Quick
propose-quick-text = A few seconds.
propose-thorough = Thorough
propose-thorough-text = Eight times as long, mostly better.
propose-seed = Number of the proposal
propose-seed-hint = The same number proposes the same; another number gives other choices.
propose-begin = Look for proposals
propose-again = Look again
propose-searching = Looking for proposals
propose-searching-for = Looking for: { $what }
propose-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
  }
propose-stop = Enough, use the best so far
propose-give-up = Cancel
propose-ended-early = The search was ended; this is the best until then.

propose-alternatives = Alternatives
propose-alternative = Proposal
propose-present = Present plan
propose-travel = On the road
propose-travel-text = Time on the road, all groups together
propose-worst = Farthest group
propose-worst-text = Time on the road of the group that travels most
propose-difference = Between groups
propose-difference-text = What the farthest group travels more than the nearest
propose-slack = Free time
propose-slack-text = Time that is neither visit nor ride, all groups together
propose-conflicts = Conflicts
propose-unmet = Not met
propose-best = best
propose-none = None
propose-all-met = All met
propose-wish-balanced = Balanced
propose-wish-balanced-text = Weighs rides, time away and fairness.
propose-wish-travel = Short rides
propose-wish-travel-text = As little on the road as can be.
propose-wish-fair = Fair
propose-wish-fair-text = No group travels much more than another.
propose-wish-slack = Relaxed
propose-wish-slack-text = Every ride gets 15 minutes more.
propose-minutes = { $count } min
propose-hours = { $hours } h { $minutes } min

propose-preview = Preview of the proposal by group and time
propose-fate-new = new
propose-fate-moved = moved
propose-fate-stays = stays
propose-was = was { $time }
propose-empty-day = No visits on this day.
propose-findings = Details of the proposal
propose-made = { $count } new
propose-moved = { $count } moved
propose-removed = { $count } removed
propose-stay = { $count ->
    [one] { $count } stays, { $pinned } pinned
   *[other] { $count } stay, { $pinned } pinned
  }
propose-unmet-count = Not met ({ $count })
propose-conflicts-left = Conflicts left ({ $count })
propose-changes = Moved or removed
propose-goes = { $when }: removed
propose-unknown-rides = { $count ->
    [one] { $count } ride is of unknown length and not counted: a site or the place of the stay has no coordinates.
   *[other] { $count } rides are of unknown length and not counted: sites or the place of the stay have no coordinates.
  }
propose-set-base = Fill in where the cohort stays
propose-nothing-new = This proposal is the same as the present plan.
propose-apply = Use this proposal
propose-applied = { $count ->
    [one] Proposal used: { $count } visit changed.
   *[other] Proposal used: { $count } visits changed.
  }

propose-unmet-visits-few = { $lacking ->
    [one] { $who }: { $lacking } visit too few.
   *[other] { $who }: { $lacking } visits too few.
  }
propose-unmet-site-closed = { $who } would be at { $site } { $lacking } minutes outside its opening hours, { $day }.
propose-unmet-day-too-long = { $who } would overrun the day by { $lacking } minutes, { $day }.
propose-unmet-travel-short = { $who } lacks { $lacking } minutes to get from place to place, { $day }.
propose-unmet-group-twice = Fixed events of { $who } overlap its visits by { $lacking } minutes, { $day }.
propose-unmet-other = { $who } lacks { $lacking } minutes for { $what }, { $day }.
propose-relax-day-too-long = Met if the day may be { $by } minutes longer.
propose-relax-site-closed = Met if opening hours are { $by } minutes longer.
propose-relax-site-full = { $by ->
    [one] Met if a site receives { $by } more group at once.
   *[other] Met if a site receives { $by } more groups at once.
  }
propose-relax-site-busy = { $by ->
    [one] Met if a site receives { $by } more group a day.
   *[other] Met if a site receives { $by } more groups a day.
  }
propose-relax-day-crowded = { $by ->
    [one] Met if { $by } more visit on one day is allowed.
   *[other] Met if { $by } more visits on one day are allowed.
  }
propose-relax-break = Met if { $what } may be { $by } minutes shorter.
propose-relax-travel-short = Met if rides are { $by } minutes shorter.
propose-relax-none = No single rule gives way enough; this wish would have to be given up.
