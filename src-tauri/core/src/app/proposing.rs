//! Having a schedule proposed, and taking a proposal up in one step.

use crate::domain::{Id, Kind, Record, UtcMinute};
use crate::log::{Birth, State, document_id};
use crate::planner::{Plan, ProposedVisit};
use crate::store::{Statement, Write};

use super::AppError;
use super::records::state_of;
use super::session::Session;
use super::undo::{Step, Turn};

impl Session {
    /// The plan, and the moment before which nothing is moved. Where all days
    /// are over there is nothing left to protect: such a cohort is only replayed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn plan_and_now(&self) -> Result<(Plan, UtcMinute), AppError> {
        let plan = self.plan(&[])?;
        let now = UtcMinute(i32::try_from(self.now() / 60).unwrap_or(i32::MAX));
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
        let cohort = self.store.cohort();
        if !self.may_write(Kind::Visit, cohort) {
            return Err(AppError::NotAllowed(Kind::Visit));
        }
        let mut turns = Vec::new();
        let mut births = Vec::new();
        for change in changes {
            let after = State {
                record: Record::Visit(change.after),
                removed: false,
            };
            let (doc, before, birth) = match change.visit {
                Some(doc) => (doc, Some(self.standing_visit(doc)?), None),
                None => {
                    let birth = self.visit_to_be(cohort)?;
                    (birth.doc, None, Some(birth))
                }
            };
            births.push(birth);
            turns.push(Turn { doc, before, after });
        }
        for doc in removed {
            let before = self.standing_visit(*doc)?;
            let after = State {
                removed: true,
                ..before.clone()
            };
            births.push(None);
            turns.push(Turn {
                doc: *doc,
                before: Some(before),
                after,
            });
        }
        let statements = turns.iter().zip(births).map(|(turn, birth)| {
            Statement::Write(Box::new(Write {
                doc: turn.doc,
                birth,
                state: turn.after.clone(),
            }))
        });
        self.seal(statements.collect())?;
        let touched = turns.iter().map(|turn| turn.doc).collect();
        if !turns.is_empty() {
            self.undo.push(Step(turns));
        }
        Ok(touched)
    }

    fn visit_to_be(&self, owner: Id) -> Result<Birth, AppError> {
        let (kind, nonce) = (Kind::Visit, self.nonce()?);
        Ok(Birth {
            doc: document_id(kind, owner, &nonce),
            kind,
            owner,
            nonce,
        })
    }

    /// A visit as it stands.
    fn standing_visit(&self, doc: Id) -> Result<State, AppError> {
        match self.store.record(doc) {
            Ok(stored) if stored.record.kind() == Kind::Visit && !stored.removed => {
                Ok(state_of(stored))
            }
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
