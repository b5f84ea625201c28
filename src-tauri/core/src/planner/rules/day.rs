//! One group's day as a whole: rides, breaks, its length, its visits, its clock.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Clash, Day, Id, UtcMinute, VisitKind};
use crate::planner::conflict::Conflict;
use crate::planner::day::{self, Break, MOST_BREAKS, Stop};
use crate::planner::ground::{Due, Ground, minutes};
use crate::planner::plan::PlanVisit;

use super::View;

/// Minutes from midnight beyond which a day is not laid out: some slot of it has
/// a slip of the pen for a date.
const FAR: i32 = 10_000;

pub(super) fn find(view: &View<'_>, found: &mut Vec<Conflict>) {
    for ((_, group), slots) in group_days(view) {
        of_day(view, group, &slots, found);
    }
}

/// The slots of each group on each day, by the clock of the base.
fn group_days<'a>(view: &View<'a>) -> BTreeMap<(Day, Id), Vec<&'a PlanVisit>> {
    let plan = view.ground.plan;
    let zone = view.ground.zone();
    let mut days: BTreeMap<(Day, Id), Vec<&PlanVisit>> = BTreeMap::new();
    if let Some(only) = view.only {
        let day = only.visit.start.day(zone);
        let hours = day.at(0, 0, zone)..day.plus(1).at(0, 0, zone);
        let of_day = view.visits.iter().copied();
        let of_day: Vec<&PlanVisit> = of_day
            .filter(|it| hours.contains(&it.visit.start))
            .collect();
        for group in plan.groups_of(&only.visit) {
            let theirs = of_day.iter().copied();
            let theirs = theirs.filter(|it| it.visit.includes(group));
            days.insert((day, group), theirs.collect());
        }
        return days;
    }
    for it in &view.visits {
        let day = it.visit.start.day(zone);
        for group in plan.groups_of(&it.visit) {
            days.entry((day, group)).or_default().push(it);
        }
    }
    days
}

/// A group's day with what binds it to places, ready to be laid out.
struct Shape<'a> {
    day: Day,
    midnight: UtcMinute,
    /// What may not be interrupted, by start.
    busy: Vec<&'a PlanVisit>,
    stops: Vec<Stop>,
    rides: Vec<Option<i32>>,
    due: std::rc::Rc<[Due]>,
    frame: (i32, i32),
}

impl<'a> Shape<'a> {
    fn of(ground: &Ground<'_>, day: Day, slots: &[&'a PlanVisit]) -> Self {
        let midnight = day.at(0, 0, ground.zone());
        let busy: Vec<&PlanVisit> = slots
            .iter()
            .copied()
            .filter(|it| matches!(it.visit.what, VisitKind::Visit | VisitKind::Briefing))
            .collect();
        let relative = |it: UtcMinute| it.0.saturating_sub(midnight.0).clamp(-FAR, FAR);
        let stops = busy
            .iter()
            .map(|it| Stop {
                start: relative(it.visit.start),
                end: relative(it.visit.end),
            })
            .collect();
        let places = || busy.iter().map(|it| it.visit.site);
        // A briefing without a site takes place wherever the group is.
        let ride = |from: Option<Id>, to: Option<Id>| ground.rides.minutes(from, to);
        let from = std::iter::once(None).chain(places());
        let to = places().chain(std::iter::once(None));
        let rides = from.zip(to).map(|(from, to)| ride(from, to)).collect();
        let first = places().flatten().next();
        let planning = &ground.plan.cohort.planning;
        Self {
            day,
            midnight,
            stops,
            rides,
            due: ground.due(day, first),
            frame: (minutes(planning.day_start), minutes(planning.day_end)),
            busy,
        }
    }

    fn known_rides(&self) -> Vec<i32> {
        self.rides.iter().map(|ride| ride.unwrap_or(0)).collect()
    }

    fn as_break(&self, due: &Due) -> Break {
        let relative = |it: UtcMinute| it.0.saturating_sub(self.midnight.0).clamp(-FAR, FAR);
        Break {
            length: due.length.min(FAR),
            earliest: relative(due.earliest),
            latest: relative(due.latest),
        }
    }

    /// How late the day is with these breaks, in their order or with the first
    /// two the other way round: lunch may come before the midday prayer.
    fn lateness(&self, breaks: &[Break]) -> (i32, bool) {
        let rides = self.known_rides();
        // Whether the day itself is too long is a rule of its own.
        let frame = (-FAR, FAR);
        let late = day::lay(&self.stops, &rides, breaks, frame).late;
        if late == 0 || breaks.len() < 2 {
            return (late, false);
        }
        let mut other = breaks.to_vec();
        other.swap(0, 1);
        let swapped = day::lay(&self.stops, &rides, &other, frame).late;
        (late.min(swapped), swapped < late)
    }

    /// The breaks that fit, in the order in which they are taken, and those that
    /// do not with the minutes they lack.
    fn breaks(&self) -> (Vec<&Due>, Vec<(&Due, i32)>) {
        let mut fitting: Vec<&Due> = Vec::new();
        let mut missed = Vec::new();
        let mut late = self.lateness(&[]).0;
        for due in self.due.iter().take(MOST_BREAKS) {
            let tried = fitting.iter().chain([&due]);
            let breaks: Vec<Break> = tried.map(|it| self.as_break(it)).collect();
            let (with, is_swapped) = self.lateness(&breaks);
            if with > late {
                missed.push((due, with - late));
                continue;
            }
            late = with;
            fitting.push(due);
            if is_swapped {
                fitting.swap(0, 1);
            }
        }
        (fitting, missed)
    }
}

fn of_day(view: &View<'_>, group: Id, slots: &[&PlanVisit], found: &mut Vec<Conflict>) {
    let zone = view.ground.zone();
    let Some(first) = slots.first() else { return };
    let shape = Shape::of(view.ground, first.visit.start.day(zone), slots);
    let (Some(first), Some(last)) = (shape.busy.first(), shape.busy.last()) else {
        return;
    };
    rides(&shape, group, found);
    for (due, lacking) in shape.breaks().1 {
        let to = due.latest.plus(due.length);
        let near = nearest(&shape, due);
        let limit = (due.length - lacking).max(0).unsigned_abs();
        let conflict = Conflict::of(due.rule, &near).about([group]);
        found.push(
            conflict
                .during(due.earliest, to)
                .limit(limit, due.length.unsigned_abs()),
        );
    }
    let rides = shape.known_rides();
    let leave = shape.stops[0].start - rides[0];
    let back = shape.stops.iter().map(|it| it.end).max().unwrap_or(0) + rides[rides.len() - 1];
    if leave < shape.frame.0 || back > shape.frame.1 {
        let to_move = if back > shape.frame.1 { last } else { first };
        let conflict = Conflict::of(Clash::DayTooLong, &[to_move]).about([group]);
        let (from, to) = (shape.midnight.plus(leave), shape.midnight.plus(back));
        let most = (shape.frame.1 - shape.frame.0).max(0).unsigned_abs();
        found.push(
            conflict
                .during(from, to)
                .limit((back - leave).max(0).unsigned_abs(), most),
        );
    }
    crowded(view, &shape, group, found);
    clock(view, &shape, group, found);
}

/// Rides that do not fit between two stops; stops that overlap are another rule.
fn rides(shape: &Shape<'_>, group: Id, found: &mut Vec<Conflict>) {
    for (place, pair) in shape.busy.windows(2).enumerate() {
        let (from, to) = (pair[0].visit.end, pair[1].visit.start);
        let gap = to.0.saturating_sub(from.0);
        if let Some(ride) = shape.rides[place + 1]
            && (0..ride).contains(&gap)
        {
            let conflict = Conflict::of(Clash::TravelShort, &[pair[1], pair[0]]);
            let limit = (gap.unsigned_abs(), ride.unsigned_abs());
            let conflict = conflict.about([group]).during(from, to.max(from.plus(1)));
            found.push(conflict.limit(limit.0, limit.1));
        }
    }
}

/// The slots in the way of a break; the one to move first.
fn nearest<'a>(shape: &Shape<'a>, due: &Due) -> Vec<&'a PlanVisit> {
    let to = due.latest.plus(due.length);
    let near = shape.busy.iter().copied();
    let mut near: Vec<&PlanVisit> = near
        .filter(|it| it.visit.start < to && due.earliest < it.visit.end)
        .collect();
    // The later one is free to move to the end of the day.
    near.reverse();
    if near.is_empty() {
        near.extend(shape.busy.last());
    }
    near
}

fn crowded(view: &View<'_>, shape: &Shape<'_>, group: Id, found: &mut Vec<Conflict>) {
    let most = view.ground.plan.cohort.planning.most_visits_a_day;
    let visits = shape.busy.iter().copied();
    let mut visits: Vec<&PlanVisit> = visits
        .filter(|it| it.visit.what == VisitKind::Visit)
        .collect();
    let count = u32::try_from(visits.len()).unwrap_or(u32::MAX);
    if count > most
        && let (Some(first), Some(last)) = (visits.first(), visits.last())
    {
        let (from, to) = (first.visit.start, last.visit.end);
        visits.reverse();
        let conflict = Conflict::of(Clash::DayCrowded, &visits).about([group]);
        found.push(conflict.during(from, to).limit(count, most));
    }
}

/// The first place of the day where the clock shows another time than before.
fn clock(view: &View<'_>, shape: &Shape<'_>, group: Id, found: &mut Vec<Conflict>) {
    let mut zone = view.ground.zone();
    for it in &shape.busy {
        let there = view.ground.site(&it.visit).map_or(zone, |site| site.1.zone);
        if there != zone {
            found.push(Conflict::of(Clash::ZoneChange, &[it]).about([group]));
            return;
        }
        zone = there;
    }
}

/// How one group spends one day between its slots.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct DayRoute {
    /// The group.
    pub group: Id,
    /// The day, by the clock of the base.
    pub day: Day,
    /// Minutes spent at its stops.
    pub busy: u32,
    /// Rides from the base, between stops and back; the unknown ones too.
    pub legs: Vec<Leg>,
    /// Lunch and prayers that fit.
    pub breaks: Vec<TakenBreak>,
}

/// One ride.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Leg {
    /// The site it begins at; `None`: the base, or wherever the group is.
    pub from: Option<Id>,
    /// The site it leads to.
    pub to: Option<Id>,
    /// It begins; where there is more time than needed, as late as possible.
    pub start: UtcMinute,
    /// It ends.
    pub end: UtcMinute,
    /// Minutes needed with gathering; `None` when a place is unknown.
    pub minutes: Option<u32>,
}

/// A break that fits into the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct TakenBreak {
    /// The rule it satisfies: lunch, or which prayer.
    pub rule: Clash,
    /// It begins at the earliest that the day allows.
    pub start: UtcMinute,
    /// It ends.
    pub end: UtcMinute,
}

/// The days of every group, in the order of days and groups.
pub(in crate::planner) fn routes(view: &View<'_>) -> Vec<DayRoute> {
    let days = group_days(view).into_iter();
    days.filter_map(|((_, group), slots)| route(view.ground, group, &slots))
        .collect()
}

/// One group's day; `None` when nothing in it binds it to a place.
fn route(ground: &Ground<'_>, group: Id, slots: &[&PlanVisit]) -> Option<DayRoute> {
    let day = slots.first()?.visit.start.day(ground.zone());
    let shape = Shape::of(ground, day, slots);
    let last = shape.stops.len().checked_sub(1)?;
    let (fitting, _) = shape.breaks();
    let breaks: Vec<Break> = fitting.iter().map(|it| shape.as_break(it)).collect();
    let rides = shape.known_rides();
    let (_, taken) = day::lay_out(&shape.stops, &rides, &breaks, (-FAR, FAR));
    let mut legs = Vec::new();
    let mut pauses = Vec::new();
    for (gap, ride) in rides.iter().enumerate() {
        let arrive = shape.stops.get(gap).map(|stop| stop.start);
        let depart = gap.checked_sub(1).map(|before| shape.stops[before].end);
        let here: Vec<usize> = (0..breaks.len())
            .filter(|it| usize::from(taken[*it]) == gap)
            .collect();
        let break_first = pause(depart.unwrap_or(-FAR), &here, &breaks);
        let ride_first = depart.map(|depart| (depart, pause(depart + ride, &here, &breaks)));
        let latest = arrive.map(|arrive| arrive - ride);
        let (start, took) = match (latest, ride_first) {
            // Home first, if the break can wait.
            (None, Some((depart, pause))) if pause.in_time => (depart, pause),
            (None, _) => (break_first.over, break_first),
            // Where the break begins too late for that, the ride comes first.
            (Some(latest), Some((depart, pause))) if break_first.over > latest => (depart, pause),
            (Some(latest), _) => (latest, break_first),
        };
        let took = took.starts;
        pauses.extend(took.into_iter().map(|(number, start)| TakenBreak {
            rule: fitting[number].rule,
            start: shape.midnight.plus(start),
            end: shape.midnight.plus(start + breaks[number].length),
        }));
        let place = |at: usize| shape.busy.get(at).and_then(|it| it.visit.site);
        legs.push(Leg {
            from: gap.checked_sub(1).and_then(place),
            to: if gap > last { None } else { place(gap) },
            start: shape.midnight.plus(start),
            end: shape.midnight.plus(start + ride),
            minutes: shape.rides[gap].map(i32::unsigned_abs),
        });
    }
    Some(DayRoute {
        group,
        day: shape.day,
        busy: shape
            .stops
            .iter()
            .map(|stop| (stop.end - stop.start).max(0).unsigned_abs())
            .sum(),
        legs,
        breaks: pauses,
    })
}

/// Breaks taken one after the other.
struct Pause {
    /// Each with its start.
    starts: Vec<(usize, i32)>,
    /// When the last is over.
    over: i32,
    /// Whether none begins too late.
    in_time: bool,
}

/// The breaks `here`, as early as they can be from `now` on.
fn pause(now: i32, here: &[usize], breaks: &[Break]) -> Pause {
    let mut it = Pause {
        starts: Vec::new(),
        over: now,
        in_time: true,
    };
    for &number in here {
        let start = it.over.max(breaks[number].earliest);
        it.in_time &= start <= breaks[number].latest;
        it.over = start + breaks[number].length;
        it.starts.push((number, start));
    }
    it
}
