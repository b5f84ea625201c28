//! A search as a whole: several runs from different seeds, on several threads or
//! one, the best of them, and a second look where not everything fits.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use super::anneal::{Found, Heat, anneal};
use super::memory::Order;
use super::problem::Problem;
use super::schedule::Cell;
use super::wishes::{self, Unmet};

/// How hard to search.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Search {
    /// Decides everything that is left to chance.
    pub seed: u64,
    /// Runs from different seeds; the best counts.
    pub runs: u32,
    /// Steps of each run.
    pub steps: u64,
    /// Threads to run on at most; the outcome does not depend on them.
    pub threads: usize,
}

impl Search {
    /// Enough for a window: under a second for each run.
    pub const fn quick(seed: u64) -> Self {
        Self {
            seed,
            runs: 2,
            steps: 1_500_000,
            threads: 2,
        }
    }

    /// As good as it gets in under a minute of one processor, for a plan with
    /// so many visits: one long run where there are many, several where few.
    pub const fn thorough(seed: u64, visits: usize) -> Self {
        let visits = if visits < 12 { 12 } else { visits as u64 };
        let runs = if visits > 60 { 1 } else { 4 };
        let steps = visits.saturating_mul(visits).saturating_mul(6_250);
        Self {
            seed,
            runs,
            steps: (if steps > 90_000_000 {
                90_000_000
            } else {
                steps
            }) / runs as u64,
            threads: 2,
        }
    }
}

/// Is told how much of the search is done, 0 to 1, and the best cost so far;
/// `false` ends it.
pub type Watch<'a> = &'a (dyn Fn(f64, i64) -> bool + Sync);

/// A stop of the outcome that was not fixed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct PlannedStop {
    pub(super) group: usize,
    pub(super) day: usize,
    /// A site.
    pub(super) place: u16,
    pub(super) start: i32,
}

/// What a search found.
pub(super) struct Outcome {
    pub(super) stops: Vec<PlannedStop>,
    pub(super) objective: i64,
    pub(super) unmet: Vec<Unmet>,
}

/// A search begins as hot as a ride is long and ends where only better is taken.
const COLD_START: Heat = Heat {
    first: 25.0,
    last: 1.0,
};

/// A plan that stands already is not shaken apart.
const WARM_START: Heat = Heat {
    first: 6.0,
    last: 1.0,
};

/// How far a day may overrun, tried one after the other, in steps.
pub(super) const GIVE: [i32; 5] = [1, 2, 4, 8, 12];

/// Looks for the best schedule of `problem`, from `orders` by cell if given.
pub(super) fn search(
    problem: &Problem,
    from: Option<&[Cell]>,
    how: &Search,
    watch: Watch<'_>,
) -> Outcome {
    let best = best_of_runs(problem, from, how, watch);
    let mut kept = (problem.clone(), best);
    if kept.1.missing.all() > 0 {
        for give in GIVE {
            let looser = problem.loosened(give);
            let found = best_of_runs(&looser, Some(&kept.1.cells), how, watch);
            if found.missing.all() < kept.1.missing.all() {
                kept = (looser, found);
            }
            if kept.1.missing.all() == 0 || !watch(1.0, kept.1.cost) {
                break;
            }
        }
    }
    let (_, found) = kept;
    Outcome {
        stops: stops(problem, &found.cells),
        objective: wishes::objective(problem, &found.cells),
        unmet: wishes::unmet(problem, &found.cells),
    }
}

/// The cells of a schedule that stops as given, in the order of starts.
pub(super) fn cells(problem: &Problem, stops: &[PlannedStop]) -> Vec<Cell> {
    let mut by_cell = vec![Vec::new(); problem.groups.len() * problem.days];
    for stop in stops {
        by_cell[problem.cell(stop.group, stop.day)].push((stop.start, stop.place));
    }
    let cells = by_cell.into_iter().enumerate().map(|(cell, mut stops)| {
        let day = cell % problem.days.max(1);
        for place in &problem.fixed[cell] {
            let starts = &problem.places[usize::from(*place)].starts[day];
            stops.push((starts.first_from(0).unwrap_or(0), *place));
        }
        stops.sort_unstable();
        let places: Vec<u16> = stops.iter().map(|stop| stop.1).collect();
        let mut made = Cell::default();
        if let Some(order) = Order::of(&places) {
            made.order = order;
            for (slot, stop) in made.starts.iter_mut().zip(&stops) {
                *slot = stop.0;
            }
        }
        made
    });
    cells.collect()
}

fn stops(problem: &Problem, cells: &[Cell]) -> Vec<PlannedStop> {
    let of_cell = |(number, cell): (usize, &Cell)| {
        let stops: Vec<PlannedStop> = cell
            .order
            .places()
            .iter()
            .zip(cell.starts)
            .filter(|(place, _)| !problem.is_fixed(**place))
            .map(|(place, start)| PlannedStop {
                group: number / problem.days,
                day: number % problem.days,
                place: *place,
                start,
            })
            .collect();
        stops
    };
    cells.iter().enumerate().flat_map(of_cell).collect()
}

fn best_of_runs(problem: &Problem, from: Option<&[Cell]>, how: &Search, watch: Watch<'_>) -> Found {
    let runs = how.runs.max(1);
    let (done, next) = (AtomicU64::new(0), AtomicU64::new(0));
    let ended = AtomicBool::new(false);
    let all = (how.steps.max(1) as f64) * f64::from(runs);
    let heat = if from.is_some() {
        WARM_START
    } else {
        COLD_START
    };
    let run = |number: u64| {
        let mut told = 0;
        let seed = how.seed.wrapping_mul(0x0100_0003).wrapping_add(number);
        anneal(problem, from, seed, how.steps, heat, &mut |step, cost| {
            let before = done.fetch_add(step - told, Ordering::Relaxed);
            told = step;
            if !watch((before as f64 / all).min(1.0), cost) {
                ended.store(true, Ordering::Relaxed);
            }
            !ended.load(Ordering::Relaxed)
        })
    };
    let work = || {
        let mut mine = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= u64::from(runs) || (number > 0 && ended.load(Ordering::Relaxed)) {
                return mine;
            }
            mine.push((number, run(number)));
        }
    };
    let threads = how.threads.clamp(1, runs as usize);
    let mut found = Vec::new();
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        found.extend(work());
        for other in others {
            // A thread that failed found nothing; the others' runs still count.
            found.extend(other.join().unwrap_or_default());
        }
    });
    // The order of runs, not of threads, decides between equals.
    found.sort_by_key(|(number, it)| (it.missing.all(), it.cost, *number));
    let best = found.into_iter().next().map(|(_, found)| found);
    best.unwrap_or_else(|| run(0))
}
