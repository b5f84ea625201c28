//! Proposing a schedule: a cohort or a problem file becomes a problem in small
//! numbers, simulated annealing looks for a good answer, and the answer comes
//! back as visits, with what could not be had and why. Pure: the clock, threads'
//! pace and the screen have no say in what is found.

mod anneal;
mod bits;
mod cohort;
mod file;
mod fit;
mod memory;
mod moves;
mod problem;
mod random;
mod schedule;
mod search;
#[cfg(test)]
mod tests;
mod wishes;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicI32, Ordering};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Clash, Id, Person, Role, UtcMinute, Visit, VisitKind};

use super::conflict::Conflict;
use super::evaluate::{Cost, GRID, evaluate};
use super::plan::{Plan, PlanVisit};
use super::rules::DayRoute;
use cohort::{Freedom, Translated};
use problem::Aim;
use search::{PlannedStop, cells, search};
use wishes::Unmet;

pub use file::{FoundPlan, ProblemFault, ProblemFile, Slot};
pub use search::{Search, Watch};
pub use wishes::{Relaxation, Unmet as UnmetInSteps};

/// What is to be proposed.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct PlanRequest {
    /// What may become of visits that stand already.
    pub standing: Standing,
    /// Slots that stay where they are, besides those that are pinned.
    pub pinned: Vec<Id>,
    /// Which alternatives; empty: all.
    pub wishes: Vec<Wish>,
    /// Decides what is left to chance; the same seed proposes the same.
    pub seed: u32,
    /// Search eight times as long.
    pub thorough: bool,
}

/// Where a search stands.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct SearchStep {
    /// How much is done of all alternatives together, 0 to 1.
    pub done: f64,
    /// Which alternative is looked for.
    pub wish: Wish,
    /// The best so far by that alternative's own measure; less is better, and
    /// two alternatives cannot be compared by it.
    pub score: i32,
}

/// What may become of visits that stand already and are not pinned. Slots other
/// than visits, visits of several groups, and what has begun always stay.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// They stay; what is missing is added.
    #[default]
    Keep,
    /// They may move; the search begins from them.
    Improve,
    /// They are planned anew.
    Replace,
}

/// What an alternative is good at.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum Wish {
    /// A bit of everything.
    Balanced,
    /// As little on the road as can be, all groups together.
    Travel,
    /// No group travels much more than another.
    Fair,
    /// Fifteen minutes more for every ride, so that a late group catches up.
    Slack,
}

impl Wish {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Balanced, Self::Travel, Self::Fair, Self::Slack];

    fn aim(self) -> Aim {
        match self {
            Self::Balanced | Self::Slack => Aim::default(),
            Self::Travel => Aim {
                travel: 4,
                away: 1,
                worst: 1,
            },
            Self::Fair => Aim {
                travel: 1,
                away: 1,
                worst: 25,
            },
        }
    }

    /// Steps added to every ride.
    const fn buffer(self) -> i32 {
        match self {
            Self::Slack => 3,
            _ => 0,
        }
    }
}

/// A schedule that is proposed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct ProposedPlan {
    /// What it is good at.
    pub wish: Wish,
    /// Slots made or moved, by start.
    pub changes: Vec<ProposedVisit>,
    /// Slots that would go.
    pub removed: Vec<Id>,
    /// What the plan would cost.
    pub cost: Cost,
    /// Rides and breaks of every group and day in it.
    pub routes: Vec<DayRoute>,
    /// What would still clash in it.
    pub conflicts: Vec<Conflict>,
    /// What could not be had, and what would have to give way.
    pub unmet: Vec<UnmetWish>,
}

/// A slot of a proposal.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct ProposedVisit {
    /// The slot that moves; `None`: a new one.
    pub visit: Option<Id>,
    /// What the proposal's conflicts call it: the slot, or a stand-in for one
    /// that is not made yet.
    pub known_as: Id,
    /// What it would be.
    pub after: Visit,
}

/// A wish that is not met.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct UnmetWish {
    /// What is not met, or the rule that is broken.
    pub wish: Clash,
    /// For which group.
    pub group: Option<Id>,
    /// On which day.
    pub day: Option<crate::domain::Day>,
    /// About which site.
    pub site: Option<Id>,
    /// About which focus.
    pub focus: Option<String>,
    /// How much is lacking: visits, or minutes.
    pub lacking: u32,
    /// The rule that would have to give way.
    pub relax: Option<Clash>,
    /// By how much: minutes, or groups and visits.
    pub relax_by: u32,
}

/// Proposes a schedule for every wish. `watch` is told where the search stands
/// and may end it; what was found until then is returned.
pub fn propose(
    plan: &Plan,
    request: &PlanRequest,
    now: UtcMinute,
    how: &Search,
    watch: &(dyn Fn(SearchStep) -> bool + Sync),
) -> Vec<ProposedPlan> {
    let all = if request.wishes.is_empty() {
        &Wish::ALL[..]
    } else {
        &request.wishes
    };
    let mut proposals = Vec::new();
    for (number, wish) in all.iter().enumerate() {
        let score = AtomicI32::new(i32::MAX);
        let tell = |done: f64| {
            watch(SearchStep {
                done: (number as f64 + done) / all.len() as f64,
                wish: *wish,
                score: score.load(Ordering::Relaxed),
            })
        };
        let part = |done: f64, cost: i64| {
            let cost = i32::try_from(cost).unwrap_or(i32::MAX);
            score.fetch_min(cost, Ordering::Relaxed);
            tell(done)
        };
        let how = Search {
            seed: u64::from(request.seed),
            ..*how
        };
        proposals.push(propose_one(plan, request, now, *wish, &how, &part));
        if !tell(1.0) {
            break;
        }
    }
    proposals
}

fn propose_one(
    plan: &Plan,
    request: &PlanRequest,
    now: UtcMinute,
    wish: Wish,
    how: &Search,
    watch: Watch<'_>,
) -> ProposedPlan {
    let pinned: BTreeSet<Id> = request.pinned.iter().copied().collect();
    let freedom = Freedom {
        pinned: &pinned,
        now,
        may_move: request.standing != Standing::Keep,
    };
    let it = Translated::new(plan, &freedom, wish.aim(), wish.buffer());
    let stops: Vec<PlannedStop> = it.free.iter().map(|(_, stop)| *stop).collect();
    let from = match request.standing {
        Standing::Improve => Some(cells(&it.problem, &stops)),
        Standing::Keep | Standing::Replace => None,
    };
    if !it.problem.is_plannable() {
        return dress(plan, wish, &it, stops, Vec::new());
    }
    let found = search(&it.problem, from.as_deref(), how, watch);
    dress(plan, wish, &it, found.stops, found.unmet)
}

/// Makes visits of stops: those that stand are moved as little as can be.
fn dress(
    plan: &Plan,
    wish: Wish,
    it: &Translated<'_>,
    stops: Vec<PlannedStop>,
    unmet: Vec<Unmet>,
) -> ProposedPlan {
    let mut left: Vec<&(&PlanVisit, PlannedStop)> = it.free.iter().collect();
    let mut after = plan.clone();
    let mut changes = Vec::new();
    for (number, stop) in stops.into_iter().enumerate() {
        let same = |(_, old): &&(&PlanVisit, PlannedStop)| {
            (old.group, old.place) == (stop.group, stop.place)
        };
        let old = left.iter().position(same).map(|at| left.swap_remove(at).0);
        let start = it.moment(stop.day, stop.start);
        let length = old.map_or_else(|| it.length(stop.place), |old| old.visit.minutes());
        let group = it.groups[stop.group];
        let visit = match old {
            Some(old) => Visit {
                start,
                end: start.plus(length),
                ..old.visit.clone()
            },
            None => Visit {
                what: VisitKind::Visit,
                site: Some(it.sites[usize::from(stop.place)]),
                groups: vec![group],
                start,
                end: start.plus(length),
                lead: lead_of(plan, group),
                ..Default::default()
            },
        };
        let known_as = old.map_or_else(|| stand_in(number), |old| old.id);
        match old {
            Some(old) if old.visit == visit => continue,
            Some(old) => {
                let mut visits = after.visits.iter_mut();
                if let Some(moved) = visits.find(|it| it.id == old.id) {
                    moved.visit = visit.clone();
                }
            }
            None => after.visits.push(PlanVisit {
                id: known_as,
                visit: visit.clone(),
            }),
        }
        changes.push(ProposedVisit {
            visit: old.map(|old| old.id),
            known_as,
            after: visit,
        });
    }
    changes.sort_by_key(|it| (it.after.start, it.after.groups.clone()));
    let removed: Vec<Id> = left.into_iter().map(|(old, _)| old.id).collect();
    after.visits.retain(|it| !removed.contains(&it.id));
    let judged = evaluate(&after);
    ProposedPlan {
        wish,
        changes,
        removed,
        cost: judged.cost,
        routes: judged.routes,
        conflicts: judged.conflicts,
        unmet: unmet.into_iter().map(|wish| named(wish, it)).collect(),
    }
}

/// The first instructor of the group, by name.
fn lead_of(plan: &Plan, group: Id) -> Option<Id> {
    let of_group = |it: &&Person| it.role == Role::Instructor && it.group == Some(group);
    let mut able: Vec<(&str, Id)> = plan
        .people
        .iter()
        .filter(|(_, it)| of_group(it))
        .map(|(id, it)| (it.name.as_str(), *id))
        .collect();
    able.sort_unstable();
    able.first().map(|it| it.1)
}

/// An id for a slot that is not made yet; only this proposal knows it.
fn stand_in(number: usize) -> Id {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(b"proposed");
    bytes[8..].copy_from_slice(&(number as u64).to_be_bytes());
    Id::from_bytes(bytes)
}

fn named(wish: Unmet, it: &Translated<'_>) -> UnmetWish {
    let in_steps = |rule: Clash| {
        !matches!(
            rule,
            Clash::VisitsFew
                | Clash::FocusUncovered
                | Clash::SiteUnvisited
                | Clash::SiteFull
                | Clash::SiteBusy
                | Clash::DayCrowded
        )
    };
    let minutes = |rule: Clash, by: u32| match in_steps(rule) {
        true => by.saturating_mul(GRID.unsigned_abs()),
        false => by,
    };
    let at = |number: Option<u32>| number.and_then(|it| usize::try_from(it).ok());
    UnmetWish {
        group: at(wish.group).and_then(|number| it.groups.get(number).copied()),
        day: at(wish.day).and_then(|number| it.days.get(number).copied()),
        site: at(wish.site).and_then(|number| it.sites.get(number).copied()),
        focus: at(wish.focus).and_then(|number| it.foci.get(number).cloned()),
        lacking: minutes(wish.wish, wish.lacking),
        relax: wish.relax.map(|it| it.rule),
        relax_by: wish.relax.map_or(0, |it| minutes(it.rule, it.by)),
        wish: wish.wish,
    }
}
