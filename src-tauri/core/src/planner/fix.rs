//! The smallest change that mends a conflict: another time, another day, another
//! lead, one more visit. Tries them against the rules; changes nothing itself.

use crate::domain::{Clash, Day, Id, Role, Severity, UtcMinute, Visit, VisitKind};

use super::conflict::{Conflict, Fix, FixKind};
use super::evaluate::{GRID, moved};
use super::ground::minutes;
use super::plan::{PlanVisit, offers};
use super::rules::View;

/// Starts tried for all conflicts of one plan together. A plan with so much to
/// mend is better proposed anew, and a window must not wait.
const TRIALS: usize = 6_000;

/// On other days starts are tried on a coarser grid.
const COARSE: i32 = 15;

/// Finds what mends conflicts.
pub(super) struct Mender<'a> {
    view: &'a View<'a>,
    trials: usize,
}

impl<'a> Mender<'a> {
    pub(super) fn new(view: &'a View<'a>) -> Self {
        Self {
            view,
            trials: TRIALS,
        }
    }

    /// Fills in what mends `conflict`.
    pub(super) fn mend(&mut self, conflict: &mut Conflict) {
        match conflict.clash {
            Clash::HoursUnreadable
            | Clash::ContactMissing
            | Clash::ZoneChange
            | Clash::GroupTooBig => {}
            Clash::FocusUncovered | Clash::SiteUnvisited | Clash::VisitsFew => {
                conflict.fix = self.added(conflict);
            }
            Clash::LeadMissing => conflict.fix = self.led(conflict),
            _ => self.move_first(conflict),
        }
    }

    fn move_first(&mut self, conflict: &mut Conflict) {
        let Some(slot) = self.first(conflict) else {
            return;
        };
        let now = Standing::of(&self.view.with(slot));
        let by_the_day = matches!(
            conflict.clash,
            Clash::DayCrowded | Clash::SiteBusy | Clash::PublicHoliday | Clash::SiteRepeated
        );
        if !by_the_day {
            conflict.better_start = self.same_day(slot, conflict.clash, now);
        }
        if let Some(start) = conflict.better_start {
            conflict.fix = Some(fix(FixKind::Shift, slot, moved(slot, start).visit));
            return;
        }
        if matches!(conflict.clash, Clash::LeadTwice | Clash::PersonTwice) {
            conflict.fix = self.led(conflict);
        }
        if conflict.fix.is_none() && conflict.severity != Severity::Note {
            let start = self.other_day(slot, conflict.clash, now);
            conflict.fix = start.map(|at| fix(FixKind::OtherDay, slot, moved(slot, at).visit));
        }
    }

    fn first(&self, conflict: &Conflict) -> Option<&'a PlanVisit> {
        let first = conflict.visits.first()?;
        self.view.visits.iter().copied().find(|it| it.id == *first)
    }

    /// Shifts outwards on the grid, within the slot's own day.
    fn same_day(&mut self, slot: &PlanVisit, clash: Clash, now: Standing) -> Option<UtcMinute> {
        let zone = self.zone_of(slot);
        let day = slot.visit.start.day(zone);
        let (earliest, latest) = (day.at(7, 0, zone), day.at(21, 0, zone));
        let length = slot.visit.minutes();
        (1..=168)
            .flat_map(|step| [-step * GRID, step * GRID])
            .map(|shift| slot.visit.start.plus(shift))
            .filter(|start| *start >= earliest && start.plus(length) <= latest)
            .find(|start| self.mends(&moved(slot, *start), clash, now))
    }

    /// The nearest day of the visit with room, at the time nearest to the slot's.
    fn other_day(&mut self, slot: &PlanVisit, clash: Clash, now: Standing) -> Option<UtcMinute> {
        let zone = self.zone_of(slot);
        let own = slot.visit.start.day(zone);
        let minute = slot.visit.start.minute_of_day(zone);
        let mut days = self.view.ground.plan.cohort.days();
        days.retain(|day| *day != own);
        days.sort_by_key(|day| (day.0 - own.0).num_days().abs());
        days.into_iter().find_map(|day| {
            let usual = day.at(0, 0, zone).plus(minutes(minute));
            self.on_day(slot, day, usual, clash, now)
        })
    }

    fn on_day(
        &mut self,
        slot: &PlanVisit,
        day: Day,
        near: UtcMinute,
        clash: Clash,
        now: Standing,
    ) -> Option<UtcMinute> {
        let zone = self.zone_of(slot);
        let (earliest, latest) = (day.at(7, 0, zone), day.at(21, 0, zone));
        (0..=56)
            .flat_map(|step| [-step * COARSE, step * COARSE])
            .map(|shift| near.plus(shift))
            .filter(|start| *start >= earliest && start.plus(slot.visit.minutes()) <= latest)
            .find(|start| self.mends(&moved(slot, *start), clash, now))
    }

    /// Whether the changed slot breaks neither this rule nor more than before.
    fn mends(&mut self, changed: &PlanVisit, clash: Clash, now: Standing) -> bool {
        let Some(left) = self.trials.checked_sub(1) else {
            return false;
        };
        self.trials = left;
        let found = self.view.with(changed).conflicts();
        let then = Standing::count(&found);
        then.blocks == 0 && then.warns <= now.warns && found.iter().all(|it| it.clash != clash)
    }

    fn zone_of(&self, slot: &PlanVisit) -> crate::domain::Zone {
        let ground = self.view.ground;
        ground
            .site(&slot.visit)
            .map_or(ground.zone(), |it| it.1.zone)
    }

    /// Somebody who is free to lead the first slot: of its groups if possible.
    fn led(&mut self, conflict: &Conflict) -> Option<Fix> {
        let slot = self.first(conflict)?;
        let now = Standing::of(&self.view.with(slot));
        let mut able: Vec<(bool, &str, Id)> = self
            .view
            .ground
            .plan
            .people
            .iter()
            .filter(|(id, it)| it.role == Role::Instructor && slot.visit.lead != Some(**id))
            .map(|(id, it)| {
                let is_own = it.group.is_some_and(|own| slot.visit.includes(own));
                (!is_own, it.name.as_str(), *id)
            })
            .collect();
        able.sort_unstable();
        able.into_iter().find_map(|(_, _, lead)| {
            let mut changed = slot.clone();
            changed.visit.lead = Some(lead);
            self.mends(&changed, conflict.clash, now)
                .then(|| fix(FixKind::Lead, slot, changed.visit))
        })
    }

    /// One more visit, where and for whom it is missing, at the first free time.
    fn added(&mut self, conflict: &Conflict) -> Option<Fix> {
        let plan = self.view.ground.plan;
        let count = |group: Id| {
            let theirs = plan.visits.iter().filter(|it| it.visit.includes(group));
            theirs.count()
        };
        let about = *conflict.about.first()?;
        let (group, sites): (Id, Vec<Id>) = match &conflict.focus {
            _ if conflict.clash == Clash::SiteUnvisited => {
                let least = plan
                    .groups
                    .iter()
                    .copied()
                    .min_by_key(|group| count(*group));
                (least?, vec![about])
            }
            Some(focus) => {
                let offering = plan.sites.iter().filter(|(_, site)| offers(site, focus));
                (about, offering.map(|(id, _)| *id).collect())
            }
            None => {
                let seen = |id: &Id| {
                    let mut theirs = plan.visits.iter().filter(|it| it.visit.includes(about));
                    theirs.any(|it| it.visit.site == Some(*id))
                };
                let unseen = plan.sites.keys().copied().filter(|id| !seen(id));
                (about, unseen.collect())
            }
        };
        sites
            .into_iter()
            .find_map(|site| self.visit_of(group, site))
    }

    fn visit_of(&mut self, group: Id, site: Id) -> Option<Fix> {
        let plan = self.view.ground.plan;
        let planning = &plan.cohort.planning;
        let record = plan.sites.get(&site)?;
        let length = minutes(record.visit_minutes.unwrap_or(planning.visit_minutes));
        for day in plan.cohort.days() {
            let start = day.at(0, 0, record.zone).plus(minutes(planning.day_start));
            let slot = PlanVisit {
                // Not yet a slot; the rules compare ids only to tell slots apart.
                id: Id::from_bytes([0; 16]),
                visit: Visit {
                    what: VisitKind::Visit,
                    site: Some(site),
                    groups: vec![group],
                    start,
                    end: start.plus(length.max(GRID)),
                    ..Default::default()
                },
            };
            let allowed = Standing {
                blocks: 0,
                // Nobody leads it yet.
                warns: 1,
            };
            let clash = Clash::GroupTwice;
            let found = self.on_day(&slot, day, start, clash, allowed);
            if let Some(start) = found {
                let after = moved(&slot, start).visit;
                return Some(Fix {
                    kind: FixKind::Add,
                    visit: None,
                    after,
                });
            }
        }
        None
    }
}

fn fix(kind: FixKind, slot: &PlanVisit, after: Visit) -> Fix {
    Fix {
        kind,
        visit: Some(slot.id),
        after,
    }
}

/// How many rules one slot breaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Standing {
    blocks: usize,
    warns: usize,
}

impl Standing {
    fn of(view: &View<'_>) -> Self {
        Self::count(&view.conflicts())
    }

    fn count(found: &[Conflict]) -> Self {
        let of = |severity| found.iter().filter(|it| it.severity == severity).count();
        Self {
            blocks: of(Severity::Block),
            warns: of(Severity::Warn),
        }
    }
}
