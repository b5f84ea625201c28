//! Judging a plan: what is broken, what it costs, how its days run, and where a
//! slot could go. The one door to the rules.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Day, Id, Severity, UtcMinute};

use super::conflict::Conflict;
use super::fix::Mender;
use super::ground::Ground;
use super::plan::{Plan, PlanVisit};
use super::rules::{self, DayRoute, View};

/// Slots are moved on this grid, in minutes.
pub(super) const GRID: i32 = 5;

/// A plan, judged.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Judgement {
    /// Every broken rule, by time; accepted ones too.
    pub conflicts: Vec<Conflict>,
    /// What the plan costs.
    pub cost: Cost,
    /// Rides and breaks between the slots, by day and group.
    pub routes: Vec<DayRoute>,
}

/// What a plan costs, in minutes and visits; less is better.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
pub struct Cost {
    /// On the road, all groups together.
    pub travel: u32,
    /// From leaving the base to being back, all groups together.
    pub away: u32,
    /// On the road, the group that travels most.
    pub worst_travel: u32,
    /// On the road, the group that travels least.
    pub least_travel: u32,
    /// Time away that is neither visit nor ride, all groups together.
    pub slack: u32,
    /// Rides of unknown length, all groups together; how far they are counts nothing.
    pub unknown_rides: u32,
}

/// A start at which a slot blocks nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Spot {
    /// The start.
    pub start: UtcMinute,
    /// The worst that would have to be looked at there; `None`: nothing.
    pub worst: Option<Severity>,
}

/// Every conflict of `plan`, by time, each with what mends it.
pub fn conflicts(plan: &Plan) -> Vec<Conflict> {
    let ground = Ground::new(plan);
    told(&View::whole(&ground))
}

/// Judges `plan` as a whole.
pub fn evaluate(plan: &Plan) -> Judgement {
    let ground = Ground::new(plan);
    let view = View::whole(&ground);
    let routes = rules::routes(&view);
    Judgement {
        conflicts: told(&view),
        cost: Cost::of(plan, &routes),
        routes,
    }
}

/// Every start on `day` at which `slot` blocks nothing, its length and groups
/// being as given; by the grid, from five in the morning to ten in the evening.
/// The slot need not be part of the plan.
pub fn allowed_spots(plan: &Plan, slot: &PlanVisit, day: Day) -> Vec<Spot> {
    let ground = Ground::new(plan);
    let view = View::whole(&ground);
    let zone = ground
        .site(&slot.visit)
        .map_or(ground.zone(), |site| site.1.zone);
    let (mut start, latest) = (day.at(5, 0, zone), day.at(22, 0, zone));
    let mut spots = Vec::new();
    while start.plus(slot.visit.minutes()) <= latest {
        let worst = view.with(&moved(slot, start)).worst();
        if worst != Some(Severity::Block) {
            spots.push(Spot { start, worst });
        }
        start = start.plus(GRID);
    }
    spots
}

/// The slot at another start.
pub(super) fn moved(slot: &PlanVisit, start: UtcMinute) -> PlanVisit {
    let mut moved = slot.clone();
    moved.visit.end = start.plus(slot.visit.minutes());
    moved.visit.start = start;
    moved
}

impl View<'_> {
    /// The weightiest broken rule.
    fn worst(&self) -> Option<Severity> {
        self.conflicts().iter().map(|it| it.severity).min()
    }
}

/// The conflicts with their names, what mends them, and who accepted them.
fn told(view: &View<'_>) -> Vec<Conflict> {
    let mut found = view.conflicts();
    let mut mender = Mender::new(view);
    let accepted = &view.ground.plan.cohort.planning.accepted;
    for conflict in &mut found {
        conflict.key = conflict.key_from(|id: Id| {
            let it = view.visits.iter().find(|it| it.id == id)?;
            Some(it.visit.clone())
        });
        conflict.accepted = accepted.get(&conflict.key).cloned();
        mender.mend(conflict);
    }
    found
}

impl Cost {
    fn of(plan: &Plan, routes: &[DayRoute]) -> Self {
        let mut cost = Self::default();
        let mut by_group = vec![0_u32; plan.groups.len()];
        let span =
            |from: UtcMinute, to: UtcMinute| to.0.saturating_sub(from.0).max(0).unsigned_abs();
        for route in routes {
            let travel: u32 = route.legs.iter().filter_map(|leg| leg.minutes).sum();
            cost.travel += travel;
            let unknown = route.legs.iter().filter(|leg| leg.minutes.is_none());
            cost.unknown_rides += u32::try_from(unknown.count()).unwrap_or(u32::MAX);
            if let (Some(first), Some(last)) = (route.legs.first(), route.legs.last()) {
                let away = span(first.start, last.end);
                cost.away += away;
                cost.slack += away.saturating_sub(travel + route.busy);
            }
            if let Some(group) = plan.groups.iter().position(|it| *it == route.group) {
                by_group[group] += travel;
            }
        }
        cost.worst_travel = by_group.iter().copied().max().unwrap_or(0);
        cost.least_travel = by_group.iter().copied().min().unwrap_or(0);
        cost
    }
}
