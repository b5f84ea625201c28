//! The rules, by what they look at: two places at once, a site, a group's day,
//! what is left out. Each finds conflicts; none knows another.

mod day;
mod gaps;
mod site;
#[cfg(test)]
mod tests;
mod twice;

use std::collections::BTreeMap;

use crate::domain::{Clash, Id};

use super::conflict::Conflict;
use super::ground::Ground;
use super::plan::PlanVisit;

pub(super) use day::routes;
pub use day::{DayRoute, Leg, TakenBreak};

/// A plan as a rule looks at it: all slots by start, or what one of them does.
pub(super) struct View<'a> {
    pub(super) ground: &'a Ground<'a>,
    /// By start and id.
    pub(super) visits: Vec<&'a PlanVisit>,
    /// Only conflicts of this slot are wanted.
    pub(super) only: Option<&'a PlanVisit>,
}

impl<'a> View<'a> {
    pub(super) fn whole(ground: &'a Ground<'a>) -> Self {
        let mut visits: Vec<&PlanVisit> = ground.plan.visits.iter().collect();
        visits.sort_by_key(|it| (it.visit.start, it.id));
        Self {
            ground,
            visits,
            only: None,
        }
    }

    /// The same plan with `changed` in place of the slot of that id, looking at
    /// nothing but what it does.
    pub(super) fn with(&self, changed: &'a PlanVisit) -> Self {
        let mut visits: Vec<&PlanVisit> = self.visits.clone();
        visits.retain(|it| it.id != changed.id);
        let place = visits
            .partition_point(|it| (it.visit.start, it.id) < (changed.visit.start, changed.id));
        visits.insert(place, changed);
        Self {
            ground: self.ground,
            visits,
            only: Some(changed),
        }
    }

    fn concerns(&self, it: &PlanVisit) -> bool {
        self.only.is_none_or(|only| only.id == it.id)
    }

    /// Every broken rule, by time; neither weighed nor accepted nor mended yet.
    pub(super) fn conflicts(&self) -> Vec<Conflict> {
        let mut found = Vec::new();
        twice::find(self, &mut found);
        site::find(self, &mut found);
        day::find(self, &mut found);
        gaps::find(self, &mut found);
        let planning = &self.ground.plan.cohort.planning;
        for conflict in &mut found {
            conflict.severity = planning.severity(conflict.clash);
        }
        let mut found = together(found);
        found.sort_by_key(|it| (it.from, it.severity, it.clash, it.visits.clone()));
        found
    }
}

/// One event of several groups is told once, about all of them.
fn together(found: Vec<Conflict>) -> Vec<Conflict> {
    let mut kept: Vec<Conflict> = Vec::new();
    let mut places: BTreeMap<(Clash, Vec<Id>), usize> = BTreeMap::new();
    for conflict in found {
        let name = (conflict.clash, conflict.visits.clone());
        match places.get(&name) {
            Some(place) if !conflict.visits.is_empty() => {
                let kept = &mut kept[*place];
                let more = conflict.about.into_iter();
                let new: Vec<Id> = more.filter(|id| !kept.about.contains(id)).collect();
                kept.about.extend(new);
            }
            _ => {
                places.insert(name, kept.len());
                kept.push(conflict);
            }
        }
    }
    kept
}
