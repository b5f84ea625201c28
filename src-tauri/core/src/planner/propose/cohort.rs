//! A cohort's plan as a problem, and what was found as visits again. Steps are
//! five minutes; a day's first step is when groups may leave.

use std::collections::{BTreeMap, BTreeSet};

use super::bits::{STEPS, Steps};
use super::problem::{Aim, Frame, MOST_STOPS, Party, Place, Problem};
use super::search::PlannedStop;
use crate::domain::{Clash, Day, Id, Site, UtcMinute, Visit, VisitKind, Zone};
use crate::planner::day::{Break, MOST_BREAKS};
use crate::planner::evaluate::GRID;
use crate::planner::ground::{Ground, at, minutes};
use crate::planner::plan::{Plan, PlanVisit, offers, plain};

/// How many visits a day are aimed at where nobody says how many there shall be.
const USUAL_VISITS_A_DAY: usize = 2;

/// What may move.
pub(super) struct Freedom<'a> {
    /// Slots that stay besides those that are pinned.
    pub(super) pinned: &'a BTreeSet<Id>,
    /// Nothing is moved to or planned before this moment.
    pub(super) now: UtcMinute,
    /// Whether slots that stand may be moved; otherwise all stay.
    pub(super) may_move: bool,
}

/// A plan as a problem, with the way back.
pub(super) struct Translated<'a> {
    pub(super) problem: Problem,
    /// Slots that may move, as stops of the problem.
    pub(super) free: Vec<(&'a PlanVisit, PlannedStop)>,
    pub(super) groups: Vec<Id>,
    pub(super) sites: Vec<Id>,
    pub(super) foci: Vec<String>,
    pub(super) days: Vec<Day>,
    origins: Vec<UtcMinute>,
}

impl<'a> Translated<'a> {
    pub(super) fn new(plan: &'a Plan, freedom: &Freedom<'_>, aim: Aim, buffer: i32) -> Self {
        let ground = Ground::new(plan);
        Builder::new(plan, &ground, freedom).build(aim, buffer)
    }

    /// When a step of a day is.
    pub(super) fn moment(&self, day: usize, step: i32) -> UtcMinute {
        self.origins[day].plus(step * GRID)
    }

    /// How long a stop at a site takes.
    pub(super) fn length(&self, place: u16) -> i32 {
        self.problem.places[usize::from(place)].length * GRID
    }
}

struct Builder<'a, 'g> {
    plan: &'a Plan,
    ground: &'g Ground<'a>,
    freedom: &'g Freedom<'g>,
    zone: Zone,
    groups: Vec<Id>,
    sites: Vec<Id>,
    days: Vec<Day>,
    origins: Vec<UtcMinute>,
    foci: Vec<String>,
}

impl<'a, 'g> Builder<'a, 'g> {
    fn new(plan: &'a Plan, ground: &'g Ground<'a>, freedom: &'g Freedom<'g>) -> Self {
        let zone = ground.zone();
        let days = plan.cohort.days();
        let start = plan.cohort.planning.day_start;
        let wanted = plan
            .groups
            .iter()
            .flat_map(|group| plan.wanted_foci(*group));
        let foci: BTreeSet<String> = wanted.map(plain).collect();
        Self {
            plan,
            ground,
            freedom,
            zone,
            groups: plan.groups.clone(),
            sites: plan.sites.keys().copied().collect(),
            origins: days.iter().map(|day| at(*day, start, zone)).collect(),
            days,
            foci: foci.into_iter().take(64).collect(),
        }
    }

    fn build(self, aim: Aim, buffer: i32) -> Translated<'a> {
        let sites = self.sites.len();
        let mut problem = Problem {
            places: self.sites.iter().map(|id| self.place(*id)).collect(),
            sites,
            days: self.days.len(),
            fixed: vec![Vec::new(); self.groups.len() * self.days.len()],
            rides: self.rides(buffer),
            locations: sites + 1,
            foci: self.foci.len(),
            aim,
            ..Problem::default()
        };
        let mut free = Vec::new();
        let mut pauses: BTreeMap<usize, Vec<Break>> = BTreeMap::new();
        let mut seen = vec![Vec::new(); self.groups.len()];
        for it in &self.plan.visits {
            match self.free_stop(it, &problem) {
                Some(stop) => free.push((it, stop)),
                None => self.fix(it, &mut problem, &mut pauses, &mut seen),
            }
        }
        for (group, seen) in seen.into_iter().enumerate() {
            problem.groups.push(self.party(group, seen, &problem));
        }
        self.frames(&mut problem, &pauses);
        Translated {
            problem,
            free,
            groups: self.groups,
            sites: self.sites,
            foci: self.foci,
            days: self.days,
            origins: self.origins,
        }
    }

    fn site(&self, number: usize) -> Option<&'a Site> {
        self.plan.sites.get(self.sites.get(number)?)
    }

    fn length_of(&self, id: Id, site: &Site) -> i32 {
        let usual = self.plan.cohort.planning.visit_minutes;
        let of_visits = self
            .plan
            .visits
            .iter()
            .filter(|it| it.visit.site == Some(id));
        let known = of_visits.map(|it| it.visit.minutes()).max();
        let length = site.visit_minutes.map(minutes).or(known);
        up(length.unwrap_or_else(|| minutes(usual))).clamp(1, STEPS as i32)
    }

    fn place(&self, id: Id) -> Place {
        let Some(site) = self.plan.sites.get(&id) else {
            return Place::default();
        };
        let number = self.sites.binary_search(&id).unwrap_or(0);
        let length = self.length_of(id, site);
        let starts: Vec<Steps> = (0..self.days.len())
            .map(|day| self.starts(id, site, day, length))
            .collect();
        let count = |limit: Option<u32>, none: usize| limit.map_or(none, |it| it as usize);
        let largest = self.groups.iter().map(|it| self.plan.group_size(*it)).max();
        let by_room = match (site.capacity_people, largest) {
            (Some(people), Some(largest)) if largest > 0 => (people / largest) as usize,
            _ => usize::MAX,
        };
        Place {
            location: number + 1,
            length,
            // Of an unknown host, one group at a time is not too much to ask.
            at_once: count(site.capacity, 1).min(by_room.max(1)),
            a_day: count(site.groups_a_day, usize::MAX),
            foci: self.foci_of(site),
            wanted: starts.iter().any(|starts| !starts.is_empty()),
            starts,
            ..Place::default()
        }
    }

    fn foci_of(&self, site: &Site) -> u64 {
        let offered = self.foci.iter().enumerate();
        offered
            .filter(|(_, focus)| offers(site, focus))
            .fold(0, |set, (number, _)| set | 1 << number)
    }

    /// The steps of a day at which a visit to a site may begin.
    fn starts(&self, id: Id, site: &Site, day: usize, length: i32) -> Steps {
        let origin = self.origins[day];
        let end = self.plan.cohort.planning.day_end;
        let end = down(at(self.days[day], end, self.zone).0 - origin.0);
        let from = up(self.freedom.now.0.saturating_sub(origin.0)).max(0);
        let within =
            |open: i32, close: i32| Steps::span(open.max(from), close.min(end) - length + 1);
        if site.hours.trim().is_empty() {
            return match self.ground.is_doubtful(site, self.days[day]) {
                true => Steps::default(),
                false => within(0, end),
            };
        }
        let mut starts = Steps::default();
        for shift in [-1, 0, 1] {
            let there = self.days[day].plus(shift);
            let doubtful = self.ground.is_doubtful(site, there);
            for (open, close) in self.ground.open_on(id, there).iter() {
                let (open, close) = (up(open.0 - origin.0), down(close.0 - origin.0));
                if !doubtful {
                    starts = starts.union(&within(open, close));
                }
            }
        }
        starts
    }

    fn rides(&self, buffer: i32) -> Vec<i32> {
        let planning = &self.plan.cohort.planning;
        let unknown = minutes(planning.unknown_ride_minutes) + minutes(planning.assembly_minutes);
        let places: Vec<Option<Id>> = std::iter::once(None)
            .chain(self.sites.iter().copied().map(Some))
            .collect();
        let ride = |from: &Option<Id>, to: &Option<Id>| {
            let minutes = self.ground.rides.minutes(*from, *to).unwrap_or(unknown);
            let more = if from == to { 0 } else { buffer };
            (up(minutes) + more).min(STEPS as i32)
        };
        let pairs = places
            .iter()
            .flat_map(|from| places.iter().map(move |to| ride(from, to)));
        pairs.collect()
    }

    /// The slot as a stop, if it may move: one group's visit to a site, not
    /// pinned, not begun, on one of the days.
    fn free_stop(&self, it: &PlanVisit, problem: &Problem) -> Option<PlannedStop> {
        let visit = &it.visit;
        let movable = self.freedom.may_move
            && visit.what == VisitKind::Visit
            && visit.start >= self.freedom.now
            && !visit.pinned
            && !self.freedom.pinned.contains(&it.id);
        let [group] = visit.groups.as_slice() else {
            return None;
        };
        let group = self.groups.iter().position(|it| it == group)?;
        let site = self.sites.binary_search(&visit.site?).ok()?;
        let day = visit.start.day(self.zone);
        let day = self.days.iter().position(|it| *it == day)?;
        let start = down(visit.start.0 - self.origins[day].0);
        let fits = (0..STEPS as i32).contains(&start) && site < problem.sites;
        (movable && fits).then_some(PlannedStop {
            group,
            day,
            place: u16::try_from(site).ok()?,
            start,
        })
    }

    /// Lets a slot stand: as a stop, or as time that is taken.
    fn fix(
        &self,
        it: &PlanVisit,
        problem: &mut Problem,
        pauses: &mut BTreeMap<usize, Vec<Break>>,
        seen: &mut [Vec<u16>],
    ) {
        let visit = &it.visit;
        let site = visit.site.and_then(|id| self.sites.binary_search(&id).ok());
        let groups: Vec<usize> = (0..self.groups.len())
            .filter(|group| visit.includes(self.groups[*group]))
            .collect();
        let number = site.and_then(|site| u16::try_from(site).ok());
        let Some(day) = self
            .days
            .iter()
            .position(|day| *day == visit.start.day(self.zone))
        else {
            // Outside the days it only counts as seen.
            if visit.what == VisitKind::Visit {
                groups.iter().for_each(|group| seen[*group].extend(number));
            }
            return;
        };
        let from = visit.start.0.saturating_sub(self.origins[day].0);
        let start = down(from).clamp(0, STEPS as i32 - 1);
        let end = up(from.saturating_add(visit.minutes())).clamp(start + 1, STEPS as i32);
        let is_stop = matches!(visit.what, VisitKind::Visit | VisitKind::Briefing);
        let place = is_stop.then(|| self.fixed_place(problem, visit, site, day, (start, end)));
        for group in groups {
            let cell = problem.cell(group, day);
            let full = pauses.get(&cell).is_some_and(|it| it.len() == MOST_BREAKS);
            if place.is_none() && !full {
                pauses.entry(cell).or_default().push(Break {
                    length: end - start,
                    earliest: start,
                    latest: start,
                });
            } else if problem.fixed[cell].len() < MOST_STOPS {
                let place = place.flatten().unwrap_or_else(|| {
                    let made = self.fixed_place(problem, visit, None, day, (start, end));
                    made.unwrap_or(0)
                });
                problem.fixed[cell].push(place);
            }
        }
    }

    /// A place that stands for one fixed slot.
    fn fixed_place(
        &self,
        problem: &mut Problem,
        visit: &Visit,
        site: Option<usize>,
        day: usize,
        (start, end): (i32, i32),
    ) -> Option<u16> {
        let mut starts = vec![Steps::default(); self.days.len()];
        starts[day] = Steps::span(start, start + 1);
        // A briefing at a site is no visit of it, but takes up its time.
        let is_visit = visit.what == VisitKind::Visit;
        let number = site.and_then(|site| u16::try_from(site).ok());
        let foci = site
            .and_then(|it| self.site(it))
            .map_or(0, |it| self.foci_of(it));
        problem.places.push(Place {
            location: site.map_or(0, |site| site + 1),
            length: end - start,
            foci,
            starts,
            site: number.filter(|_| is_visit),
            host: number,
            ..Place::default()
        });
        u16::try_from(problem.places.len() - 1).ok()
    }

    fn party(&self, group: usize, seen: Vec<u16>, problem: &Problem) -> Party {
        let planning = &self.plan.cohort.planning;
        let id = self.groups[group];
        let a_day = (planning.most_visits_a_day as usize).clamp(1, MOST_STOPS);
        let usable = |day: &usize| {
            let sites = &problem.places[..problem.sites];
            sites.iter().any(|it| !it.starts[*day].is_empty())
        };
        let usable = (0..self.days.len()).filter(usable).count();
        let sites = problem.places[..problem.sites].iter();
        let sites = sites.filter(|it| it.wanted).count();
        let by_days = usable * USUAL_VISITS_A_DAY.min(a_day);
        let visits = planning.visits_per_group.map(|it| it as usize);
        let wanted = self.plan.wanted_foci(id).into_iter().map(plain);
        let foci = wanted
            .filter_map(|focus| self.foci.binary_search(&focus).ok())
            .fold(0, |set, focus| set | 1 << focus);
        Party {
            visits: visits.unwrap_or_else(|| sites.min(by_days)),
            foci,
            a_day,
            seen,
        }
    }

    /// The frame of every group and day; equal ones of one day are one.
    fn frames(&self, problem: &mut Problem, pauses: &BTreeMap<usize, Vec<Break>>) {
        let mut known: Vec<(usize, Frame)> = Vec::new();
        for cell in 0..self.groups.len() * self.days.len() {
            let day = cell % self.days.len();
            let mut fixed = std::mem::take(&mut problem.fixed[cell]);
            let start = |place: &u16| {
                let starts = problem.places[usize::from(*place)].starts[day];
                starts.first_from(0).unwrap_or(0)
            };
            fixed.sort_by_key(|place| (start(place), *place));
            problem.fixed[cell] = fixed;
            let none = Vec::new();
            let own = pauses.get(&cell).unwrap_or(&none);
            let frame = self.frame(problem, cell, own);
            let entry = (day, frame);
            let number = known.iter().position(|it| *it == entry);
            problem.frame_of.push(number.unwrap_or(known.len()));
            if number.is_none() {
                known.push(entry);
            }
        }
        problem.frames = known.into_iter().map(|it| it.1).collect();
    }

    fn frame(&self, problem: &Problem, cell: usize, own: &[Break]) -> Frame {
        let day = cell % self.days.len();
        let origin = self.origins[day];
        let planning = &self.plan.cohort.planning;
        let length = down(minutes(planning.day_end) - minutes(planning.day_start));
        let due = self.ground.due(self.days[day], None);
        let due = due.iter().map(|due| {
            let earliest = up(due.earliest.0 - origin.0).max(0);
            // What cannot wait begins where it begins, if in the middle of a step.
            let fixed = due.earliest == due.latest;
            let from = if fixed {
                down(due.earliest.0 - origin.0).max(0)
            } else {
                earliest
            };
            let until = up(due.earliest.0 + due.length - origin.0);
            let it = Break {
                length: if fixed { until - from } else { up(due.length) },
                earliest: from,
                latest: if fixed {
                    from
                } else {
                    down(due.latest.0 - origin.0).max(from)
                },
            };
            (it, due.rule)
        });
        let mut breaks = beside(own, due);
        breaks.truncate(MOST_BREAKS);
        breaks.sort_by_key(|(it, _)| (it.latest, it.earliest));
        let (mut start, mut end) = (0, length.clamp(0, STEPS as i32));
        // What is fixed outside the usual day makes that day longer.
        for place in &problem.fixed[cell] {
            let it = &problem.places[usize::from(*place)];
            let from = it.starts[day].first_from(0).unwrap_or(0);
            start = start.min(from - problem.ride(0, it.location));
            end = end.max(from + it.length + problem.ride(it.location, 0));
        }
        Frame {
            start: start.max(0),
            end: end.min(STEPS as i32),
            breaks: breaks.iter().map(|it| it.0).collect(),
            rules: breaks.iter().map(|it| it.1).collect(),
        }
    }
}

/// What somebody planned as a pause, and what is due besides: a pause serves for
/// what fits into it, one after the other. Friday prayer, which cannot wait, and
/// a pause around it become one.
fn beside(own: &[Break], due: impl Iterator<Item = (Break, Clash)>) -> Vec<(Break, Clash)> {
    let mut pauses: Vec<Break> = own.to_vec();
    let mut used: Vec<i32> = own.iter().map(|it| it.earliest).collect();
    let mut others = Vec::new();
    for (it, rule) in due {
        let end = it.earliest + it.length;
        let touching =
            |own: &&mut Break| own.earliest < end && it.earliest < own.earliest + own.length;
        if it.earliest == it.latest
            && let Some(own) = pauses.iter_mut().find(touching)
        {
            let until = (own.earliest + own.length).max(end);
            own.earliest = own.earliest.min(it.earliest);
            own.latest = own.earliest;
            own.length = until - own.earliest;
            continue;
        }
        let room = pauses.iter().zip(used.iter_mut()).find_map(|(own, used)| {
            let start = (*used).max(it.earliest);
            let fits = start <= it.latest && start + it.length <= own.earliest + own.length;
            fits.then_some((used, start + it.length))
        });
        match room {
            Some((used, until)) => *used = until,
            None => others.push((it, rule)),
        }
    }
    let own = pauses.into_iter().map(|it| (it, Clash::GroupTwice));
    own.chain(others).collect()
}

fn up(minutes: i32) -> i32 {
    minutes.saturating_add(GRID - 1).div_euclid(GRID)
}

fn down(minutes: i32) -> i32 {
    minutes.div_euclid(GRID)
}
