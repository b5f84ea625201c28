//! "We run thirty minutes late": what is left of a day, moved as one.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Day, Id, Kind, Record, UtcMinute, Visit};
use crate::planner::{Conflict, PlanVisit, conflicts};

use super::AppError;
use super::session::Session;
use super::together::Edit;

/// Nobody runs later than this, in minutes; a slip of the finger does.
const MOST: i32 = 600;

/// What to move.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Shift {
    /// The day, by the clock of each slot's place.
    pub day: Day,
    /// Slots that begin here or later move.
    pub from: UtcMinute,
    /// Only slots of these groups alone; none means every slot.
    pub groups: Vec<Id>,
    /// So far; negative means earlier.
    pub minutes: i32,
    /// Only say what would come of it.
    pub dry_run: bool,
}

/// What came of it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Shifted {
    /// The slots that moved, by time.
    pub moved: Vec<Id>,
    /// Slots that stay because they are pinned.
    pub pinned: Vec<Id>,
    /// Slots that stay because other groups take part as well.
    pub shared: Vec<Id>,
    /// Conflicts that were not there before.
    pub conflicts: Vec<Conflict>,
}

impl Session {
    /// Moves what is left of a day, for some groups or all, in one change that
    /// one undo takes back. Pinned slots stay, and so do slots that groups share
    /// which are not moved.
    ///
    /// # Errors
    /// When the actor may not change visits, or the minutes make no sense.
    pub fn shift_day(&mut self, shift: &Shift) -> Result<Shifted, AppError> {
        if !self.may_write(Kind::Visit, self.store.cohort()) {
            return Err(AppError::NotAllowed(Kind::Visit));
        }
        if shift.minutes == 0 || !(-MOST..=MOST).contains(&shift.minutes) {
            return Err(AppError::Incomplete { field: "minutes" });
        }
        let mut shifted = Shifted {
            moved: Vec::new(),
            pinned: Vec::new(),
            shared: Vec::new(),
            conflicts: Vec::new(),
        };
        let mut changed = Vec::new();
        for it in self.rest_of(shift)? {
            if it.visit.pinned {
                shifted.pinned.push(it.id);
            } else if is_shared(&it.visit, &shift.groups) {
                shifted.shared.push(it.id);
            } else {
                shifted.moved.push(it.id);
                changed.push((it.id, moved(it.visit, shift.minutes)));
            }
        }
        shifted.conflicts = self.new_conflicts(&changed)?;
        if !shift.dry_run {
            let edits = changed
                .into_iter()
                .map(|(id, visit)| Edit::Change(id, Record::Visit(visit)));
            self.change_together(edits.collect())?;
        }
        Ok(shifted)
    }

    /// The slots of the day from the moment on that concern the groups.
    fn rest_of(&self, shift: &Shift) -> Result<Vec<PlanVisit>, AppError> {
        let cohort = self.cohort_record()?;
        let sites = self.sites()?;
        let mut visits = self.visits()?;
        visits.retain(|it| {
            let site = it.visit.site.and_then(|id| sites.get(&id));
            let zone = site.map_or(cohort.zone, |site| site.zone);
            let concerns = shift.groups.is_empty()
                || shift.groups.iter().any(|group| it.visit.includes(*group));
            it.visit.start.day(zone) == shift.day && it.visit.start >= shift.from && concerns
        });
        Ok(visits)
    }

    /// Conflicts that `changed` brings and that the plan does not have yet.
    fn new_conflicts(&self, changed: &[(Id, Visit)]) -> Result<Vec<Conflict>, AppError> {
        let about = |it: &Conflict| {
            let visits: BTreeSet<Id> = it.visits.iter().copied().collect();
            (it.clash, visits, it.about.clone())
        };
        let known: BTreeSet<_> = conflicts(&self.plan(&[])?).iter().map(about).collect();
        let mut found = conflicts(&self.plan(changed)?);
        found.retain(|it| !known.contains(&about(it)));
        Ok(found)
    }
}

/// Whether somebody takes part who is not of `groups`.
fn is_shared(visit: &Visit, groups: &[Id]) -> bool {
    let others = || visit.groups.iter().any(|group| !groups.contains(group));
    !groups.is_empty() && (visit.groups.is_empty() || others())
}

fn moved(visit: Visit, minutes: i32) -> Visit {
    Visit {
        start: visit.start.plus(minutes),
        end: visit.end.plus(minutes),
        ..visit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Surroundings;
    use crate::domain::{Role, Zone};

    fn example(folder: &std::path::Path) -> Session {
        let surroundings = Surroundings::fixed(1_521_600_000, 7);
        Session::example(&folder.join("contoh"), surroundings).unwrap()
    }

    fn thursday() -> Day {
        Day::new(2018, 3, 22).unwrap()
    }

    fn starts(it: &Session) -> Vec<(Id, UtcMinute)> {
        let visits = it.visits().unwrap().into_iter();
        visits.map(|it| (it.id, it.visit.start)).collect()
    }

    fn late(groups: Vec<Id>) -> Shift {
        Shift {
            day: thursday(),
            from: thursday().at(10, 0, Zone::Wib),
            groups,
            minutes: 30,
            dry_run: false,
        }
    }

    #[test]
    fn the_rest_of_the_day_moves_in_one_step_and_comes_back_in_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        let before = starts(&it);
        let dry = Shift {
            dry_run: true,
            ..late(Vec::new())
        };
        let foretold = it.shift_day(&dry).unwrap();
        assert_eq!(starts(&it), before);
        let shifted = it.shift_day(&late(Vec::new())).unwrap();
        assert_eq!(shifted, foretold);
        assert!(shifted.moved.len() > 2, "{shifted:?}");
        let after = starts(&it);
        for (id, start) in &before {
            let expected = match shifted.moved.contains(id) {
                true => start.plus(30),
                false => *start,
            };
            assert!(after.contains(&(*id, expected)));
        }
        it.undo().unwrap();
        assert_eq!(starts(&it), before);
        it.redo().unwrap();
        assert_eq!(starts(&it), after);
        assert!(it.store.rebuild().unwrap().was_equal);
    }

    #[test]
    fn a_pinned_slot_stays_and_what_now_clashes_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        let group = it.groups().unwrap()[0].0;
        let all = it.shift_day(&Shift {
            dry_run: true,
            ..late(vec![group])
        });
        let all = all.unwrap();
        assert!(!all.moved.is_empty());
        let last = *all.moved.last().unwrap();
        let Record::Visit(visit) = it.store.record(last).unwrap().record else {
            panic!("a visit was asked for");
        };
        let pinned = Visit {
            pinned: true,
            ..visit.clone()
        };
        it.save(last, Record::Visit(pinned)).unwrap();
        let far = Shift {
            minutes: 240,
            ..late(vec![group])
        };
        let shifted = it.shift_day(&far).unwrap();
        assert_eq!(shifted.pinned, vec![last]);
        assert!(!shifted.moved.contains(&last));
        assert!(starts(&it).contains(&(last, visit.start)));
        assert!(!shifted.conflicts.is_empty());
    }

    #[test]
    fn a_slot_shared_with_a_group_that_is_in_time_stays() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        let groups: Vec<Id> = it.groups().unwrap().into_iter().map(|(id, _)| id).collect();
        let joint = Visit {
            title: "Ishoma".into(),
            groups: groups[..2].to_vec(),
            start: thursday().at(20, 0, Zone::Wib),
            end: thursday().at(20, 30, Zone::Wib),
            ..Visit::default()
        };
        let joint = it.add(Record::Visit(joint)).unwrap().id;
        let one = it.shift_day(&late(vec![groups[0]])).unwrap();
        assert!(one.shared.contains(&joint) && !one.moved.contains(&joint));
        let both = it.shift_day(&late(groups[..2].to_vec())).unwrap();
        assert!(both.moved.contains(&joint));
    }

    #[test]
    fn only_coordinators_shift_and_only_by_minutes_that_make_sense() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        for minutes in [0, 601, i32::MIN] {
            let refused = it.shift_day(&Shift {
                minutes,
                ..late(Vec::new())
            });
            assert!(matches!(
                refused,
                Err(AppError::Incomplete { field: "minutes" })
            ));
        }
        let people = it.people().unwrap();
        let (trainee, _) = people
            .iter()
            .find(|(_, it)| it.role == Role::Trainee)
            .unwrap();
        it.act_as(*trainee).unwrap();
        assert!(matches!(
            it.shift_day(&late(Vec::new())),
            Err(AppError::NotAllowed(Kind::Visit))
        ));
    }
}
