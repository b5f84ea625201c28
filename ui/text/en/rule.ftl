# The rules of an itinerary: a word for each, and what is wrong in a sentence.
rule-group-twice = two places
rule-group-twice-says = { $who } would be at two events at once: { $first } and { $second }.
rule-lead-twice = lead twice
rule-lead-twice-says = { $who } would lead two events at once: { $first } and { $second }.
rule-site-full = full
rule-site-full-says = { $site } receives { $capacity ->
    [one] { $capacity } group
   *[other] { $capacity } groups
  } at once, { $planned ->
    [one] { $planned } is planned.
   *[other] { $planned } are planned.
  }
rule-site-closed = closed
rule-site-closed-says = { $site } is closed during part of the visit. Opening hours: { $hours }.
rule-hours-unreadable = hours unreadable
rule-hours-unreadable-says = The opening hours of { $site } cannot be read: “{ $hours }”. Correct them at the site.
rule-person-twice = away from own group
rule-person-twice-says = { $who } would lead another group while their own is elsewhere: { $first } and { $second }.
rule-vehicle-twice = vehicle twice
rule-vehicle-twice-says = One vehicle is needed at two events at once: { $first } and { $second }.
rule-site-twice = two events
rule-site-twice-says = { $site } has two events at once, and how many groups it receives is not known.
rule-site-busy = busy day
rule-site-busy-says = { $site } receives { $capacity ->
    [one] { $capacity } group
   *[other] { $capacity } groups
  } a day, { $planned ->
    [one] { $planned } is planned.
   *[other] { $planned } are planned.
  }
rule-group-too-big = too many people
rule-group-too-big-says = { $site } has room for { $capacity } people, { $planned } would come at once.
rule-public-holiday = public holiday
rule-public-holiday-says = The visit to { $site } falls on a public holiday, and its opening hours do not speak of holidays.
rule-travel-short = ride too short
rule-travel-short-says = From { $second } to { $first } takes { $capacity } minutes, there are { $planned }: { $who }.
rule-dzuhur-missed = Zuhur
rule-dzuhur-missed-says = No room for the midday prayer: { $who } can keep { $planned } of { $capacity } minutes free.
rule-friday-missed = Friday prayer
rule-friday-missed-says = No room for the Friday prayer: { $who } can keep { $planned } of { $capacity } minutes free.
rule-ashar-missed = Asar
rule-ashar-missed-says = No room for the afternoon prayer: { $who } can keep { $planned } of { $capacity } minutes free.
rule-lunch-missed = lunch
rule-lunch-missed-says = No room for lunch: { $who } can keep { $planned } of { $capacity } minutes free.
rule-day-too-long = long day
rule-day-too-long-says = { $who } would be away for { $planned } minutes, earlier or later than a day of { $capacity } minutes allows.
rule-day-crowded = crowded day
rule-day-crowded-says = { $who } would make { $planned } visits on one day; { $capacity } is the most.
rule-zone-change = other clock
rule-zone-change-says = The clock changes on the way to { $first }: { $who }.
rule-focus-uncovered = focus missing
rule-focus-uncovered-says = { $who } never sees anything of “{ $focus }”.
rule-visits-few = too few visits
rule-visits-few-says = { $who } has { $planned ->
    [one] { $planned } visit
   *[other] { $planned } visits
  } instead of { $capacity }.
rule-site-repeated = seen twice
rule-site-repeated-says = { $who } comes to { $first } more than once.
rule-site-unvisited = not visited
rule-site-unvisited-says = Nobody goes to { $site }.
rule-lead-missing = no lead
rule-lead-missing-says = Nobody leads the visit to { $first }.
rule-contact-missing = no contact
rule-contact-missing-says = There is nobody to call at { $site }.
rule-fix-shift = Nothing clashes if “{ $first }” starts at { $time }.
rule-fix-other-day = Nothing clashes if “{ $first }” takes place on { $time }.
rule-fix-lead = { $who } could lead “{ $first }”.
rule-fix-add = There would be room for “{ $first }” on { $time }: { $who }.
rule-accepted = Accepted: { $reason }
rule-severity-block = Must be mended
rule-severity-warn = Warning
rule-severity-note = Note

# What each rule asks for.
rule-group-twice-asks = A group is never in two places at once.
rule-lead-twice-asks = Nobody leads two events at once.
rule-site-full-asks = No more groups at a site than it receives at once.
rule-site-closed-asks = Visits lie within the opening hours of the site.
rule-hours-unreadable-asks = The opening hours of a site can be read.
rule-person-twice-asks = Whoever leads is not taken away from their own group.
rule-vehicle-twice-asks = A vehicle is not needed at two events at once.
rule-site-twice-asks = A site of unknown capacity has one event at a time.
rule-site-busy-asks = No more groups on one day than a site receives.
rule-group-too-big-asks = No more people at a site than it has room for.
rule-public-holiday-asks = No visits on public holidays.
rule-travel-short-asks = There is enough time to get from one place to the next.
rule-dzuhur-missed-asks = There is time for the midday prayer.
rule-friday-missed-asks = There is time for the Friday prayer.
rule-ashar-missed-asks = There is time for the afternoon prayer.
rule-lunch-missed-asks = There is time for lunch.
rule-day-too-long-asks = Groups leave and come back within the limits of the day.
rule-day-crowded-asks = No more visits on one day than allowed.
rule-zone-change-asks = A change of the clock on the way is told.
rule-focus-uncovered-asks = Every group sees all of its foci.
rule-visits-few-asks = Every group has as many visits as wanted.
rule-site-repeated-asks = A group comes to a site once.
rule-site-unvisited-asks = Some group goes to every site.
rule-lead-missing-asks = Every visit has a lead.
rule-contact-missing-asks = Every site has somebody to call.
