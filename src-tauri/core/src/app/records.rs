//! Making, changing, removing and restoring records of every kind.

use crate::domain::{Hash, Id, Kind, Record, Role};
use crate::log::{Birth, Enrolment, Grant, State, document_id};
use crate::store::{Draft, Statement, StoreError, Stored, Write};

use super::AppError;
use super::session::Session;
use super::undo::Step;
use super::views::Entry;

impl Session {
    /// Begins a record as a draft of the actor; nothing is sealed yet. `owner`
    /// is given for what belongs to a group.
    ///
    /// # Errors
    /// When the actor may not make such a record.
    pub fn create(&mut self, record: Record, owner: Option<Id>) -> Result<Entry, AppError> {
        let kind = record.kind();
        let owner = owner.unwrap_or_else(|| self.owner_of_new(kind));
        if !self.may_write(kind, owner) || matches!(kind, Kind::Cohort | Kind::Person) {
            return Err(AppError::NotAllowed(kind));
        }
        let nonce = self.nonce()?;
        let doc = document_id(kind, owner, &nonce);
        let draft = Draft {
            doc,
            owner,
            nonce: Some(nonce),
            record,
            at: self.now(),
        };
        self.store.keep_draft(self.actor.person, &draft)?;
        self.entry(doc)
    }

    /// Keeps what is being typed. Returns when it was kept, seconds since 1970.
    ///
    /// # Errors
    /// When there is no such record or the actor may not change it.
    pub fn keep_draft(&mut self, doc: Id, record: Record) -> Result<u32, AppError> {
        let (owner, nonce) = self.editable(doc, record.kind())?;
        let at = self.now();
        self.store.keep_draft(
            self.actor.person,
            &Draft {
                doc,
                owner,
                nonce,
                record,
                at,
            },
        )?;
        Ok(at)
    }

    /// Seals `record` as the new value of `doc`.
    ///
    /// # Errors
    /// When there is no such record or the actor may not change it.
    pub fn save(&mut self, doc: Id, record: Record) -> Result<Entry, AppError> {
        let (owner, nonce) = self.editable(doc, record.kind())?;
        let before = match nonce {
            Some(_) => None,
            None => Some(state_of(self.store.record(doc)?)),
        };
        let kind = record.kind();
        let birth = nonce.map(|nonce| Birth {
            doc,
            kind,
            owner,
            nonce,
        });
        let after = State {
            record,
            removed: false,
        };
        let write = Write {
            doc,
            birth,
            state: after.clone(),
        };
        let mut statements = vec![Statement::Write(Box::new(write))];
        statements.extend(self.joins_group(doc, before.as_ref(), &after)?);
        self.seal(statements)?;
        if before.as_ref() != Some(&after) {
            self.undo.push(Step { doc, before, after });
        }
        self.entry(doc)
    }

    /// Makes a record and seals it at once, for records that need no typing.
    ///
    /// # Errors
    /// When the actor may not make such a record.
    pub fn add(&mut self, record: Record) -> Result<Entry, AppError> {
        let entry = self.create(record.clone(), None)?;
        self.save(entry.id, record)
    }

    /// Throws away what was typed and not sealed. A record that was never
    /// sealed is gone with it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn discard_draft(&mut self, doc: Id) -> Result<(), AppError> {
        Ok(self.store.drop_draft(self.actor.person, doc)?)
    }

    /// Removes a record; it can be taken back with [`Session::put_back`].
    ///
    /// # Errors
    /// When there is no such record or the actor may not remove it.
    pub fn remove(&mut self, doc: Id) -> Result<Entry, AppError> {
        self.set_removed(doc, true)
    }

    /// Takes a removed record back.
    ///
    /// # Errors
    /// When there is no such record or the actor may not change it.
    pub fn put_back(&mut self, doc: Id) -> Result<Entry, AppError> {
        self.set_removed(doc, false)
    }

    fn set_removed(&mut self, doc: Id, removed: bool) -> Result<Entry, AppError> {
        let stored = self.store.record(doc)?;
        if matches!(stored.record.kind(), Kind::Cohort) {
            return Err(AppError::NotAllowed(stored.record.kind()));
        }
        let before = state_of(stored);
        self.change(doc, before.clone(), State { removed, ..before })
    }

    /// Gives a record the value it had at `version`; the history only grows.
    ///
    /// # Errors
    /// When the record or version is unknown or the actor may not change it.
    pub fn revert(&mut self, doc: Id, version: Hash) -> Result<Entry, AppError> {
        let before = state_of(self.store.record(doc)?);
        let after = self.store.record_at(doc, version)?;
        self.change(
            doc,
            before,
            State {
                removed: false,
                ..after
            },
        )
    }

    /// Takes back the last save of this session, with all it changed at once;
    /// `None` when there is none. Returns one of the records.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn undo(&mut self) -> Result<Option<Entry>, AppError> {
        let Some(steps) = self.undo.last_done().map(<[Step]>::to_vec) else {
            return Ok(None);
        };
        let shown = steps.first().map(|step| step.doc);
        let writes = steps.into_iter().map(|step| Write {
            doc: step.doc,
            birth: None,
            state: step.before.unwrap_or(State {
                removed: true,
                ..step.after
            }),
        });
        self.write(writes.collect())?;
        self.undo.mark_undone();
        shown.map(|doc| self.entry(doc)).transpose()
    }

    /// Does again what was taken back last; `None` when there is nothing.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn redo(&mut self) -> Result<Option<Entry>, AppError> {
        let Some(steps) = self.undo.last_undone().map(<[Step]>::to_vec) else {
            return Ok(None);
        };
        let shown = steps.first().map(|step| step.doc);
        let writes = steps.into_iter().map(|step| Write {
            doc: step.doc,
            birth: None,
            state: step.after,
        });
        self.write(writes.collect())?;
        self.undo.mark_redone();
        shown.map(|doc| self.entry(doc)).transpose()
    }

    /// Seals writes by the actor.
    pub(super) fn write(&mut self, writes: Vec<Write>) -> Result<(), AppError> {
        self.seal(
            writes
                .into_iter()
                .map(|write| Statement::Write(Box::new(write)))
                .collect(),
        )
    }

    pub(super) fn seal(&mut self, statements: Vec<Statement>) -> Result<(), AppError> {
        let at = self.now();
        let standing = statements
            .iter()
            .any(|it| !matches!(it, Statement::Write(_) | Statement::Signed(_)));
        self.store.seal(&self.signer, at, statements)?;
        if standing {
            self.rights = self.store.refresh_rights()?;
        }
        Ok(())
    }

    /// A trainee who comes into a group may write what belongs to it.
    fn joins_group(
        &self,
        doc: Id,
        before: Option<&State>,
        after: &State,
    ) -> Result<Option<Statement>, AppError> {
        let group_of = |state: &State| match &state.record {
            Record::Person(person) if person.role == Role::Trainee => person.group,
            _ => None,
        };
        let Some(group) = group_of(after) else {
            return Ok(None);
        };
        if before.and_then(group_of) == Some(group) {
            return Ok(None);
        }
        let invitation = self.store.keys().invitation(doc)?;
        Ok(invitation.map(|invitation| {
            Statement::Enrolment(Enrolment {
                invitation: invitation.public(),
                grants: vec![Grant::Group(group)],
            })
        }))
    }

    fn change(&mut self, doc: Id, before: State, after: State) -> Result<Entry, AppError> {
        self.editable(doc, after.record.kind())?;
        self.write(vec![Write {
            doc,
            birth: None,
            state: after.clone(),
        }])?;
        if before != after {
            self.undo.push(Step {
                doc,
                before: Some(before),
                after,
            });
        }
        self.entry(doc)
    }

    /// Owner of a record that the actor may change as `kind`, and the nonce of
    /// one that is not yet born.
    pub(super) fn editable(&self, doc: Id, kind: Kind) -> Result<(Id, Option<[u8; 16]>), AppError> {
        let (owner, nonce, stored) = match self.store.identity(doc)? {
            Some((stored, owner)) => (owner, None, stored),
            None => {
                let draft = self.store.draft(self.actor.person, doc)?;
                let draft = draft.ok_or(StoreError::NoRecord(doc))?;
                (draft.owner, draft.nonce, draft.record.kind())
            }
        };
        if stored != kind {
            return Err(AppError::OtherKind {
                stored,
                given: kind,
            });
        }
        if !self.may_write(kind, owner) {
            return Err(AppError::NotAllowed(kind));
        }
        Ok((owner, nonce))
    }
}

pub(super) fn state_of(stored: Stored) -> State {
    State {
        record: stored.record,
        removed: stored.removed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{NewCohort, Surroundings};
    use crate::domain::{Day, Observation, Person, Role, Site};

    fn session(folder: &std::path::Path) -> Session {
        let new = NewCohort {
            name: "Diklatpim III".into(),
            programme: "diklatpim-iii".into(),
            start: Day::new(2018, 3, 20).unwrap(),
            end: Day::new(2018, 3, 24).unwrap(),
            coordinator: "Panitia 01".into(),
            ..Default::default()
        };
        let mut session =
            Session::found(folder, &new, Surroundings::fixed(1_521_500_000, 1)).unwrap();
        session.mark_as_example().unwrap();
        session
    }

    fn site(name: &str) -> Record {
        Record::Site(Site {
            name: name.into(),
            ..Default::default()
        })
    }

    #[test]
    fn a_record_is_made_changed_removed_undone_and_found_and_survives_a_rebuild() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = session(&folder.path().join("cohort"));
        let made = it.add(site("Mall Pelayanan Publik")).unwrap();
        let first = made.version.unwrap();
        it.save(made.id, site("Kantor Kemenag")).unwrap();
        assert_eq!(it.history(made.id).unwrap().len(), 2);
        assert_eq!(
            it.record_at(made.id, first).unwrap(),
            site("Mall Pelayanan Publik")
        );
        it.undo().unwrap();
        assert_eq!(it.search("layanan", 9).unwrap().len(), 1);
        it.redo().unwrap();
        assert_eq!(it.search("layanan", 9).unwrap().len(), 0);
        assert!(it.remove(made.id).unwrap().removed);
        assert!(!it.undo().unwrap().unwrap().removed);
        assert_eq!(
            it.revert(made.id, first).unwrap().record,
            site("Mall Pelayanan Publik")
        );
        let rebuilt = it.store.rebuild().unwrap();
        assert!(rebuilt.was_equal, "{rebuilt:?}");
        assert_eq!((rebuilt.records, rebuilt.held), (3, 0));
    }

    #[test]
    fn a_part_of_a_word_finds_it_until_no_record_says_it() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = session(&folder.path().join("cohort"));
        let mall = it.add(site("Mall Pelayanan Publik")).unwrap();
        it.add(site("Pelayaran Rakyat")).unwrap();
        let titles = |it: &Session, part: &str| -> Vec<String> {
            let found = it.search(part, 9).unwrap();
            found.into_iter().map(|hit| hit.title).collect()
        };
        assert_eq!(titles(&it, "PELAYA").len(), 2);
        assert_eq!(titles(&it, "elayan pub"), ["Mall Pelayanan Publik"]);
        assert_eq!(
            titles(&it, "el").len(),
            0,
            "two letters are in too many words"
        );
        assert_eq!(titles(&it, "elayan\" OR \"rakyat").len(), 0);
        it.save(mall.id, site("Kantor Kemenag")).unwrap();
        assert_eq!(titles(&it, "elayan").len(), 0);
        assert!(it.store.rebuild().unwrap().was_equal);
        assert_eq!(titles(&it, "pelaya"), ["Pelayaran Rakyat"]);
    }

    #[test]
    fn a_draft_survives_a_restart_and_a_trainee_may_not_touch_a_site() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cohort");
        let mut it = session(&path);
        let trainee = Person {
            name: "Peserta 01 (Papua)".into(),
            role: Role::Trainee,
            ..Default::default()
        };
        let instructor = Person {
            role: Role::Instructor,
            ..trainee.clone()
        };
        let ids = it.take_in(vec![trainee, instructor]).unwrap();
        let made = it.add(site("Mall")).unwrap();
        it.act_as(ids[0]).unwrap();
        assert!(matches!(
            it.save(made.id, site("x")),
            Err(AppError::NotAllowed(Kind::Site))
        ));
        let empty = Record::Observation(Observation::default());
        let begun = it.create(empty, None).unwrap();
        let typed = Record::Observation(Observation {
            title: "Loket terpadu".into(),
            ..Default::default()
        });
        it.keep_draft(begun.id, typed.clone()).unwrap();
        drop(it);

        let surroundings = Surroundings::fixed(1_521_500_100, 2);
        let mut it = Session::open(&path, crate::store::Access::Write, surroundings).unwrap();
        assert_eq!(it.entry(begun.id).unwrap().draft, Some(typed.clone()));
        assert!(it.save(begun.id, typed).unwrap().draft.is_none());
        let rebuilt = it.store.rebuild().unwrap();
        assert!(rebuilt.was_equal, "{rebuilt:?}");
        assert_eq!(rebuilt.held, 0);
    }

    #[test]
    fn a_trainee_writes_what_belongs_to_the_group_once_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = session(&folder.path().join("cohort"));
        let person = Person {
            name: "Peserta 01 (Papua)".into(),
            ..Default::default()
        };
        let trainee = it.take_in(vec![person.clone()]).unwrap()[0];
        let group = Record::Group(crate::domain::Group {
            name: "Kelompok 1".into(),
            ..Default::default()
        });
        let group = it.add(group).unwrap().id;
        let coordinator = it.actor().person;
        let ours = || Record::Proposal(crate::domain::Proposal::default());
        it.act_as(trainee).unwrap();
        assert!(it.create(ours(), Some(group)).is_err());
        it.act_as(coordinator).unwrap();
        let joined = Person {
            group: Some(group),
            ..person
        };
        it.save(trainee, Record::Person(joined)).unwrap();
        it.act_as(trainee).unwrap();
        let begun = it.create(ours(), Some(group)).unwrap();
        it.save(begun.id, ours()).unwrap();
        let rebuilt = it.store.rebuild().unwrap();
        assert_eq!((rebuilt.was_equal, rebuilt.held), (true, 0));
    }

    #[test]
    fn a_second_window_is_refused_and_a_reader_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cohort");
        let _first = session(&path);
        let open = |access| Session::open(&path, access, Surroundings::fixed(0, 3));
        assert!(matches!(
            open(crate::store::Access::Write),
            Err(AppError::Store(StoreError::AlreadyOpen(_)))
        ));
        assert!(open(crate::store::Access::Read).is_ok());
    }
}
