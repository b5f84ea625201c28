//! Having a schedule proposed, and taking a proposal up in one step.

use crate::domain::{Id, Kind, UtcMinute};
use crate::planner::{Plan, ProposedVisit};

use super::AppError;
use super::session::Session;
use super::together::VisitEdit;

impl Session {
    /// The plan, and the moment before which nothing is moved. Where all days
    /// are over there is nothing left to protect: such a cohort is only replayed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn plan_and_now(&self) -> Result<(Plan, UtcMinute), AppError> {
        let plan = self.plan(&[])?;
        let now = UtcMinute::of_seconds(self.now());
        let over = plan.cohort.end.plus(1).at(0, 0, plan.cohort.zone);
        let now = if now < over { now } else { UtcMinute(i32::MIN) };
        Ok((plan, now))
    }

    /// Makes, moves and removes visits as proposed: one signed batch, and one
    /// undo takes all of it back. Returns the visits made or changed.
    ///
    /// # Errors
    /// [`AppError::PlanGone`] when a visit that would move is not there any more;
    /// [`AppError::NotAllowed`] for those who may not plan. Nothing is kept then.
    pub fn apply_proposal(
        &mut self,
        changes: Vec<ProposedVisit>,
        removed: &[Id],
    ) -> Result<Vec<Id>, AppError> {
        let moved = changes.iter().filter_map(|it| it.visit);
        for doc in moved.chain(removed.iter().copied()) {
            self.stands(doc)?;
        }
        let changed = changes.into_iter().map(|it| VisitEdit {
            id: it.visit,
            visit: Some(it.after),
        });
        let gone = removed.iter().map(|doc| VisitEdit {
            id: Some(*doc),
            visit: None,
        });
        self.change_visits(changed.chain(gone).collect())
    }

    fn stands(&self, doc: Id) -> Result<(), AppError> {
        match self.store.record(doc) {
            Ok(it) if it.record.kind() == Kind::Visit && !it.removed => Ok(()),
            _ => Err(AppError::PlanGone),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Surroundings;
    use crate::domain::Severity;
    use crate::planner::{PlanRequest, Search, Standing, Wish, propose};

    const BRIEF: Search = Search {
        seed: 1,
        runs: 1,
        steps: 10_000,
        threads: 1,
    };

    #[test]
    fn a_proposal_is_taken_up_and_taken_back_as_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("contoh");
        // The day before the visit.
        let mut it = Session::example(&path, Surroundings::fixed(1_521_433_000, 7)).unwrap();
        let request = PlanRequest {
            standing: Standing::Replace,
            wishes: vec![Wish::Balanced],
            ..Default::default()
        };
        let (plan, now) = it.plan_and_now().unwrap();
        let proposal = propose(&plan, &request, now, &BRIEF, &|_| true).remove(0);
        let before = it.plan(&[]).unwrap().visits;
        it.apply_proposal(proposal.changes.clone(), &proposal.removed)
            .unwrap();
        let conflicts = it.conflicts(&[]).unwrap();
        assert!(conflicts.iter().all(|it| it.severity != Severity::Block));
        assert_eq!(it.judge(&[]).unwrap().cost, proposal.cost);
        it.undo().unwrap();
        assert_eq!(it.plan(&[]).unwrap().visits, before);
        it.redo().unwrap();
        assert_eq!(it.judge(&[]).unwrap().cost, proposal.cost);
        let rebuilt = it.store.rebuild().unwrap();
        assert_eq!((rebuilt.was_equal, rebuilt.held), (true, 0));
    }

    #[test]
    fn a_proposal_for_a_visit_that_went_away_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("contoh");
        let mut it = Session::example(&path, Surroundings::fixed(1_521_433_000, 7)).unwrap();
        let visits = it.plan(&[]).unwrap().visits;
        let move_it = |visit: &crate::planner::PlanVisit| ProposedVisit {
            visit: Some(visit.id),
            known_as: visit.id,
            after: crate::domain::Visit {
                start: visit.visit.start.plus(5),
                ..visit.visit.clone()
            },
        };
        let changes = vec![move_it(&visits[0]), move_it(&visits[1])];
        it.remove(visits[1].id).unwrap();
        let now = it.plan(&[]).unwrap().visits;
        let refused = it.apply_proposal(changes, &[]);
        assert!(matches!(refused, Err(AppError::PlanGone)));
        assert_eq!(it.plan(&[]).unwrap().visits, now);
    }
}
