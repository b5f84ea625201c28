//! A schedule being worked on, and what a change of it would cost. Every state
//! is one in which all times fit; what is missing is counted, not forced.

use super::bits::{STEPS, Steps};
use super::fit::{Fitted, Wanted, fit};
use super::memory::{Memory, Order};
use super::problem::{MOST_STOPS, Problem};

/// What a visit, a focus, a site weighs that is left out: more than a whole day
/// of riding, so that leaving out never pays. Much more would freeze the search.
const MISSING: i64 = 300;

/// What a day weighs that overruns its frame: more than any ride saved, less
/// than leaving out.
const OVERRUN: i32 = 100;

/// Does not fit at all.
const NEVER: i32 = i32::MAX;

/// One day of one group.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Cell {
    pub(super) order: Order,
    pub(super) starts: [i32; MOST_STOPS],
    away: i32,
    travel: i32,
}

/// New orders for some days, at most [`MOST_CHANGES`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Change {
    pub(super) cells: [(usize, Order); MOST_CHANGES],
    pub(super) len: usize,
}

pub(super) const MOST_CHANGES: usize = 3;

impl Change {
    pub(super) fn of(cells: &[(usize, Order)]) -> Self {
        let mut change = Self::default();
        for cell in cells.iter().take(MOST_CHANGES) {
            change.cells[change.len] = *cell;
            change.len += 1;
        }
        change
    }

    fn iter(&self) -> impl Iterator<Item = &(usize, Order)> {
        self.cells[..self.len].iter()
    }
}

/// What is left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Missing {
    pub(super) visits: i32,
    pub(super) foci: i32,
    pub(super) sites: i32,
}

impl Missing {
    pub(super) fn all(self) -> i32 {
        self.visits + self.foci + self.sites
    }
}

/// See the module.
pub(super) struct Schedule<'a> {
    pub(super) problem: &'a Problem,
    pub(super) cells: Vec<Cell>,
    memory: Memory,
    /// Groups at a site, by site, day and step.
    present: Vec<[u8; STEPS]>,
    /// Steps at which a site takes no more, by site and day.
    full: Vec<Steps>,
    /// Groups on a day, by site and day.
    today: Vec<u16>,
    /// Visits of a site.
    visited: Vec<u16>,
    /// Visits of a site by a group, by group and site.
    seen: Vec<u8>,
    /// Visits that offer a focus, by group and focus.
    focus: Vec<u8>,
    travel: Vec<i32>,
    pub(super) visits: Vec<usize>,
    total_travel: i32,
    total_away: i32,
    pub(super) missing: Missing,
}

impl<'a> Schedule<'a> {
    /// Nothing but what is fixed.
    pub(super) fn empty(problem: &'a Problem) -> Self {
        let (groups, days, sites) = (problem.groups.len(), problem.days, problem.sites);
        let wanted = (0..sites).filter(|site| problem.places[*site].wanted);
        let foci = problem.groups.iter().map(|it| it.foci.count_ones() as i32);
        let mut it = Self {
            problem,
            cells: vec![Cell::default(); groups * days],
            memory: Memory::new(),
            present: vec![[0; STEPS]; sites * days],
            full: vec![Steps::default(); sites * days],
            today: vec![0; sites * days],
            visited: vec![0; sites],
            seen: vec![0; groups * sites],
            focus: vec![0; groups * problem.foci],
            travel: vec![0; groups],
            visits: vec![0; groups],
            total_travel: 0,
            total_away: 0,
            missing: Missing {
                visits: problem.groups.iter().map(|it| it.visits as i32).sum(),
                foci: foci.sum(),
                sites: wanted.count() as i32,
            },
        };
        for (group, party) in problem.groups.iter().enumerate() {
            for site in &party.seen {
                it.count(group, *site, true);
            }
        }
        for cell in 0..it.cells.len() {
            it.lay_fixed(cell);
        }
        it
    }

    /// Takes a schedule up again, as far as it still fits.
    pub(super) fn resume(&mut self, cells: &[Cell]) {
        for (number, cell) in cells.iter().enumerate() {
            if self.cells[number].order != cell.order {
                let change = Change::of(&[(number, cell.order)]);
                self.attempt(&change, i64::MAX / 4, cell.starts[0]);
            }
        }
    }

    /// Puts what is fixed into a day; it may not fit, but it stands.
    fn lay_fixed(&mut self, cell: usize) {
        let fixed = &self.problem.fixed[cell];
        let Some(order) = Order::of(fixed).filter(|order| order.len() > 0) else {
            return;
        };
        let day = cell % self.problem.days;
        let mut starts = [0; MOST_STOPS];
        for (slot, place) in starts.iter_mut().zip(order.places()) {
            let starts = &self.problem.places[usize::from(*place)].starts[day];
            *slot = starts.first_from(0).unwrap_or(0);
        }
        let away = self.time(cell, &order, 0, 0).map(|it| it.away);
        self.enter(cell, order);
        self.occupy(cell, &order, &starts, true);
        let away = away.unwrap_or_else(|| self.span(&order, &starts));
        self.cells[cell].starts = starts;
        self.cells[cell].away = away;
        self.total_away += away;
    }

    fn span(&self, order: &Order, starts: &[i32; MOST_STOPS]) -> i32 {
        let places = order.places();
        let place = |at: usize| &self.problem.places[usize::from(places[at])];
        let last = places.len() - 1;
        let leave = starts[0] - self.problem.ride(0, place(0).location);
        let home = self.problem.ride(place(last).location, 0);
        starts[last] + place(last).length + home - leave
    }

    /// What the schedule costs; less is better.
    pub(super) fn cost(&self) -> i64 {
        let aim = self.problem.aim;
        let worst = self.travel.iter().copied().max().unwrap_or(0);
        i64::from(aim.travel) * i64::from(self.total_travel)
            + i64::from(aim.away) * i64::from(self.total_away)
            + i64::from(aim.worst) * i64::from(worst)
            + MISSING * i64::from(self.missing.all())
    }

    pub(super) fn has_seen(&self, group: usize, site: u16) -> bool {
        self.seen[group * self.problem.sites + usize::from(site)] > 0
    }

    /// Makes the change if it costs at most `allowed` more; what it cost.
    /// `turn` lets ties between times fall differently.
    pub(super) fn attempt(&mut self, change: &Change, allowed: i64, turn: i32) -> Option<i64> {
        if !self.is_allowed(change) {
            return None;
        }
        let before = self.cost();
        let mut old = [Cell::default(); MOST_CHANGES];
        for (kept, (cell, _)) in old.iter_mut().zip(change.iter()) {
            *kept = self.cells[*cell];
        }
        for (cell, _) in change.iter() {
            self.leave(*cell);
        }
        let mut least = [0; MOST_CHANGES];
        let mut fits = true;
        for (least, (cell, order)) in least.iter_mut().zip(change.iter()) {
            self.enter(*cell, *order);
            match self.least_away(*cell, order) {
                NEVER => fits = false,
                found => *least = found,
            }
            self.total_away += *least;
        }
        if fits && self.within_days(change) && self.cost() - before <= allowed {
            let least_away: i32 = least[..change.len].iter().sum();
            self.total_away -= least_away;
            if self.time_all(change, &old, &least, before + allowed, turn) {
                return Some(self.cost() - before);
            }
            self.total_away += least_away;
        }
        for (least, (cell, _)) in least.iter().zip(change.iter()) {
            self.total_away -= *least;
            self.leave_uncounted(*cell);
        }
        for (kept, (cell, _)) in old.iter().zip(change.iter()) {
            self.enter(*cell, kept.order);
            self.cells[*cell] = *kept;
            self.total_away += kept.away;
        }
        None
    }

    /// Finds real times for the changed days, hosts and all. On failure all
    /// stands as before the call.
    fn time_all(
        &mut self,
        change: &Change,
        old: &[Cell; MOST_CHANGES],
        least: &[i32; MOST_CHANGES],
        most: i64,
        turn: i32,
    ) -> bool {
        for (kept, (cell, _)) in old.iter().zip(change.iter()) {
            self.occupy(*cell, &kept.order, &kept.starts, false);
        }
        let mut timed = 0;
        let mut away = 0;
        for (least, (cell, order)) in least.iter().zip(change.iter()) {
            if order.len() == 0 {
                self.cells[*cell].away = 0;
                timed += 1;
                continue;
            }
            let Some(found) = self.time(*cell, order, turn, *least) else {
                break;
            };
            self.occupy(*cell, order, &found.starts, true);
            self.cells[*cell].starts = found.starts;
            self.cells[*cell].away = found.away;
            self.total_away += found.away;
            away += found.away;
            timed += 1;
        }
        if timed == change.len && self.cost() <= most {
            return true;
        }
        self.total_away -= away;
        for (cell, order) in change.iter().take(timed) {
            let starts = self.cells[*cell].starts;
            self.occupy(*cell, order, &starts, false);
        }
        for (kept, (cell, _)) in old.iter().zip(change.iter()) {
            self.occupy(*cell, &kept.order, &kept.starts, true);
        }
        false
    }

    /// Whether groups do not make too many visits a day.
    fn is_allowed(&self, change: &Change) -> bool {
        change.iter().all(|(cell, order)| {
            let party = &self.problem.groups[cell / self.problem.days];
            let visits = order.places().iter();
            let visits = visits.filter(|it| self.problem.site_of(**it).is_some());
            order.len() <= party.a_day || visits.count() <= party.a_day
        })
    }

    /// Whether hosts do not have too many groups on a day that changed.
    fn within_days(&self, change: &Change) -> bool {
        change.iter().all(|(cell, order)| {
            let day = cell % self.problem.days;
            order.places().iter().all(|place| {
                self.problem.is_fixed(*place) || {
                    let site = usize::from(*place);
                    let today = self.today[site * self.problem.days + day];
                    usize::from(today) <= self.problem.places[site].a_day
                }
            })
        })
    }

    /// Takes a day's stops out of every count, its times staying occupied.
    fn leave(&mut self, cell: usize) {
        self.total_away -= self.cells[cell].away;
        self.leave_uncounted(cell);
    }

    fn leave_uncounted(&mut self, cell: usize) {
        let old = self.cells[cell];
        let group = cell / self.problem.days;
        self.travel[group] -= old.travel;
        self.total_travel -= old.travel;
        for place in old.order.places() {
            if let Some(site) = self.problem.site_of(*place) {
                self.today[site * self.problem.days + cell % self.problem.days] -= 1;
                self.count(group, site as u16, false);
            }
        }
    }

    /// Counts a day's stops; its times are found later.
    fn enter(&mut self, cell: usize, order: Order) {
        let group = cell / self.problem.days;
        let travel = match order.len() {
            0 => 0,
            _ => self.problem.travel(order.places()),
        };
        self.travel[group] += travel;
        self.total_travel += travel;
        self.cells[cell].order = order;
        self.cells[cell].travel = travel;
        for place in order.places() {
            if let Some(site) = self.problem.site_of(*place) {
                self.today[site * self.problem.days + cell % self.problem.days] += 1;
                self.count(group, site as u16, true);
            }
        }
    }

    /// Counts one visit of a group to a site, or takes it back.
    fn count(&mut self, group: usize, site: u16, is_more: bool) {
        let problem = self.problem;
        let (party, place) = (&problem.groups[group], &problem.places[usize::from(site)]);
        let step = |count: &mut u8| {
            let before = *count;
            *count = if is_more { before + 1 } else { before - 1 };
            // Whether something came to be there, or is there no more.
            if is_more { before == 0 } else { before == 1 }
        };
        let sign = if is_more { -1 } else { 1 };
        step(&mut self.seen[group * problem.sites + usize::from(site)]);
        let short = |visits: usize| party.visits.saturating_sub(visits) as i32;
        self.missing.visits -= short(self.visits[group]);
        self.visits[group] = if is_more {
            self.visits[group] + 1
        } else {
            self.visits[group] - 1
        };
        self.missing.visits += short(self.visits[group]);
        let mut foci = place.foci & party.foci;
        while foci != 0 {
            let focus = foci.trailing_zeros() as usize;
            foci &= foci - 1;
            if step(&mut self.focus[group * problem.foci + focus]) {
                self.missing.foci += sign;
            }
        }
        let visited = &mut self.visited[usize::from(site)];
        *visited = if is_more { *visited + 1 } else { *visited - 1 };
        let changed = *visited == u16::from(is_more);
        if changed && place.wanted {
            self.missing.sites += sign;
        }
    }

    /// Lets a day's stops take up their sites' time, or gives it back.
    fn occupy(&mut self, cell: usize, order: &Order, starts: &[i32; MOST_STOPS], is_more: bool) {
        let problem = self.problem;
        let day = cell % problem.days;
        for (place, start) in order.places().iter().zip(starts) {
            let Some(site) = problem.host_of(*place) else {
                continue;
            };
            let length = problem.places[usize::from(*place)].length;
            let at_once = problem.places[site].at_once;
            let here = site * problem.days + day;
            let (from, to) = ((*start).max(0), (start + length).min(STEPS as i32));
            for step in from..to {
                let count = &mut self.present[here][step as usize];
                *count = if is_more { *count + 1 } else { *count - 1 };
                if usize::from(*count) >= at_once {
                    self.full[here].insert(step);
                } else {
                    self.full[here].remove(step);
                }
            }
        }
    }

    /// How short a day can be when no other group is in the way.
    fn least_away(&mut self, cell: usize, order: &Order) -> i32 {
        if order.len() == 0 {
            return 0;
        }
        let problem = self.problem;
        let frame = problem.frame_of[cell];
        self.memory.recall(frame, order, || {
            let found = timed(problem, cell, order, 0, 0, |_, _| Steps::default());
            found.map_or(NEVER, |it| it.away)
        })
    }

    /// The best times of a day among the other groups.
    fn time(&self, cell: usize, order: &Order, turn: i32, enough: i32) -> Option<Fitted> {
        let problem = self.problem;
        let day = cell % problem.days;
        let taken = |site: usize, length: i32| {
            let full = &self.full[site * problem.days + day];
            if full.is_empty() {
                Steps::default()
            } else {
                full.touched_by(length)
            }
        };
        timed(problem, cell, order, turn, enough, taken)
    }
}

/// The best times of a day; where it does not fit and may overrun, those of a
/// day that does.
fn timed(
    problem: &Problem,
    cell: usize,
    order: &Order,
    turn: i32,
    enough: i32,
    taken: impl Fn(usize, i32) -> Steps,
) -> Option<Fitted> {
    let frame = problem.frame_of[cell];
    let len = order.len();
    let (stops, home) = wanted(problem, cell, order, &taken, None);
    let found = fit(&problem.frames[frame], &stops[..len], home, turn, enough);
    let Some(loose) = problem.loose.as_ref().filter(|_| found.is_none()) else {
        return found;
    };
    let (stops, home) = wanted(problem, cell, order, &taken, Some(&loose.starts));
    let found = fit(
        &loose.frames[frame],
        &stops[..len],
        home,
        turn,
        enough - OVERRUN,
    );
    found.map(|it| Fitted {
        away: it.away + OVERRUN,
        ..it
    })
}

/// The stops of a day with their rides and possible starts, and the ride home.
fn wanted(
    problem: &Problem,
    cell: usize,
    order: &Order,
    taken: impl Fn(usize, i32) -> Steps,
    loose: Option<&[Vec<Steps>]>,
) -> ([Wanted; MOST_STOPS], i32) {
    let day = cell % problem.days;
    let mut stops = [Wanted::default(); MOST_STOPS];
    let mut here = 0;
    for (stop, number) in stops.iter_mut().zip(order.places()) {
        let place = &problem.places[usize::from(*number)];
        let starts = match loose {
            Some(loose) => loose[usize::from(*number)][day],
            None => place.starts[day],
        };
        // What is fixed has its time already, whoever else is there.
        let starts = if problem.is_fixed(*number) {
            starts
        } else {
            starts.without(&taken(usize::from(*number), place.length))
        };
        *stop = Wanted {
            length: place.length,
            ride: problem.ride(here, place.location),
            starts,
        };
        here = place.location;
    }
    (stops, problem.ride(here, 0))
}
