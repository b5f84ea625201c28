//! Simulated annealing: changes by chance, worse ones less and less. The same
//! seed and the same number of steps give the same schedule.

use super::moves::Moves;
use super::problem::Problem;
use super::random::Chance;
use super::schedule::{Cell, Missing, Schedule};

/// How hot a search begins and how cold it ends, in the unit of the cost.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Heat {
    pub(super) first: f64,
    pub(super) last: f64,
}

/// The best schedule of a search.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) cells: Vec<Cell>,
    pub(super) cost: i64,
    pub(super) missing: Missing,
}

/// Looks in between at how far it is; `false` ends the search.
pub(super) type Watch<'a> = &'a mut dyn FnMut(u64, i64) -> bool;

/// So many steps between two looks.
const LOOK: u64 = 4096;

/// Searches for `steps` steps from `from`, or from nothing but what is fixed.
pub(super) fn anneal(
    problem: &Problem,
    from: Option<&[Cell]>,
    seed: u64,
    steps: u64,
    heat: Heat,
    watch: Watch<'_>,
) -> Found {
    let mut chance = Chance::new(seed);
    let mut it = Schedule::empty(problem);
    if let Some(cells) = from {
        it.resume(cells);
    }
    let moves = Moves::new(problem);
    let mut cost = it.cost();
    let mut best = Found {
        cells: it.cells.clone(),
        cost,
        missing: it.missing,
    };
    if problem.groups.is_empty() || problem.days == 0 || problem.sites == 0 {
        return best;
    }
    let cooling = (heat.last / heat.first).ln() / (steps.max(1) as f64);
    let mut temperature = heat.first;
    for step in 0..steps {
        if step % LOOK == 0 {
            temperature = heat.first * (cooling * step as f64).exp();
            if !watch(step, best.cost) {
                break;
            }
        }
        let Some(change) = moves.propose(&it, &mut chance) else {
            continue;
        };
        #[allow(clippy::cast_possible_truncation, reason = "far below the range")]
        let allowed = (-temperature * chance.unit().ln()) as i64;
        let turn = chance.below(super::bits::STEPS) as i32;
        if let Some(more) = it.attempt(&change, allowed, turn) {
            cost += more;
            if cost < best.cost {
                best.cost = cost;
                best.missing = it.missing;
                best.cells.copy_from_slice(&it.cells);
            }
        }
    }
    best
}
