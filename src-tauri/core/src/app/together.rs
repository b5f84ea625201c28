//! Changing several records in one transaction, taken back in one step.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Id, Record, Visit};
use crate::log::{Birth, State, document_id};
use crate::store::Write;

use super::AppError;
use super::records::state_of;
use super::session::Session;
use super::undo::Step;

/// One of several changes that belong together.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Edit {
    /// A new record.
    Make(Record),
    /// A new value of a record.
    Change(Id, Record),
    /// Removes a record.
    Remove(Id),
}

/// A change of one slot among several.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct VisitEdit {
    /// The slot; `None` makes a new one.
    pub id: Option<Id>,
    /// Its new value; `None` removes it.
    pub visit: Option<Visit>,
}

impl Session {
    /// Makes, changes and removes slots of the itinerary in one change that one
    /// undo takes back: a proposed schedule, a copied day, a split visit.
    /// Returns the slots that changed.
    ///
    /// # Errors
    /// When the actor may not change visits, or a slot is not there.
    pub fn change_visits(&mut self, edits: Vec<VisitEdit>) -> Result<Vec<Id>, AppError> {
        let edits = edits.into_iter().filter_map(|edit| match edit {
            VisitEdit {
                id,
                visit: Some(visit),
            } => Some(match id {
                Some(id) => Edit::Change(id, Record::Visit(visit)),
                None => Edit::Make(Record::Visit(visit)),
            }),
            VisitEdit { id, visit: None } => id.map(Edit::Remove),
        });
        self.change_together(edits.collect())
    }

    /// Makes all `edits` or none; one undo takes them all back. Returns the
    /// records that really changed, in their order.
    ///
    /// # Errors
    /// When the actor may not make one of them, or a record is not there.
    pub(super) fn change_together(&mut self, edits: Vec<Edit>) -> Result<Vec<Id>, AppError> {
        let mut steps = Vec::new();
        let mut writes = Vec::new();
        for edit in edits {
            let (birth, step) = self.step(edit)?;
            if step.before.as_ref() == Some(&step.after) {
                continue;
            }
            writes.push(Write {
                doc: step.doc,
                birth,
                state: step.after.clone(),
            });
            steps.push(step);
        }
        if writes.is_empty() {
            return Ok(Vec::new());
        }
        self.write(writes)?;
        let changed = steps.iter().map(|step| step.doc).collect();
        self.undo.push_all(steps);
        Ok(changed)
    }

    fn step(&self, edit: Edit) -> Result<(Option<Birth>, Step), AppError> {
        match edit {
            Edit::Make(record) => self.birth(record),
            Edit::Change(doc, record) => {
                self.editable(doc, record.kind())?;
                let before = state_of(self.store.record(doc)?);
                let after = State {
                    record,
                    removed: false,
                };
                Ok((None, changed(doc, before, after)))
            }
            Edit::Remove(doc) => {
                let before = state_of(self.store.record(doc)?);
                self.editable(doc, before.record.kind())?;
                let after = State {
                    removed: true,
                    ..before.clone()
                };
                Ok((None, changed(doc, before, after)))
            }
        }
    }

    fn birth(&self, record: Record) -> Result<(Option<Birth>, Step), AppError> {
        let kind = record.kind();
        let owner = self.owner_of_new(kind);
        if !self.may_write(kind, owner) {
            return Err(AppError::NotAllowed(kind));
        }
        let nonce = self.nonce()?;
        let doc = document_id(kind, owner, &nonce);
        let birth = Birth {
            doc,
            kind,
            owner,
            nonce,
        };
        let after = State {
            record,
            removed: false,
        };
        let step = Step {
            doc,
            before: None,
            after,
        };
        Ok((Some(birth), step))
    }
}

fn changed(doc: Id, before: State, after: State) -> Step {
    Step {
        doc,
        before: Some(before),
        after,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{AppError, Surroundings};
    use crate::domain::{Kind, Role};

    #[test]
    fn slots_are_made_changed_and_removed_in_one_step_and_by_coordinators_only() {
        let folder = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::fixed(1_521_600_000, 7);
        let mut it = Session::example(&folder.path().join("contoh"), surroundings).unwrap();
        let before = it.visits().unwrap();
        let later = Visit {
            note: "bawa surat".into(),
            ..before[0].visit.clone()
        };
        let edits = || {
            vec![
                VisitEdit {
                    id: None,
                    visit: Some(later.clone()),
                },
                VisitEdit {
                    id: Some(before[0].id),
                    visit: Some(later.clone()),
                },
                VisitEdit {
                    id: Some(before[1].id),
                    visit: None,
                },
                // Nothing changes here.
                VisitEdit {
                    id: Some(before[2].id),
                    visit: Some(before[2].visit.clone()),
                },
            ]
        };
        assert_eq!(it.change_visits(edits()).unwrap().len(), 3);
        let after = it.visits().unwrap();
        assert_eq!(after.len(), before.len());
        assert!(after.iter().filter(|it| it.visit == later).count() == 2);
        it.undo().unwrap();
        assert_eq!(it.visits().unwrap(), before);
        it.redo().unwrap();
        assert_eq!(it.visits().unwrap(), after);
        let rebuilt = it.store.rebuild().unwrap();
        assert_eq!((rebuilt.was_equal, rebuilt.held), (true, 0));

        let people = it.people().unwrap();
        let (trainee, _) = people
            .iter()
            .find(|(_, it)| it.role == Role::Trainee)
            .unwrap();
        it.act_as(*trainee).unwrap();
        assert!(matches!(
            it.change_visits(edits()),
            Err(AppError::NotAllowed(Kind::Visit))
        ));
        assert_eq!(it.visits().unwrap(), after);
    }
}
