//! An open cohort and the person at the keyboard.

use std::path::Path;

use crate::domain::{Id, Kind, Person, Record, Role};
use crate::log::{Certificate, PublicKey, Rights, SecretKey};
use crate::store::{Access, Signer, Statement, Store, Wanted};

use super::AppError;
use super::clock::Surroundings;
use super::undo::UndoStack;
use super::views::{Actor, Count, Opened};

/// Where the acting person is remembered on this laptop.
pub(super) const ACTOR: &str = "actor";
/// Marks the built-in example.
const EXAMPLE: &str = "example";

/// An open cohort, used by one person at a time.
pub struct Session {
    pub(super) store: Store,
    pub(super) surroundings: Surroundings,
    pub(super) rights: Rights,
    pub(super) actor: Actor,
    /// Signs for the actor.
    pub(super) signer: Signer,
    /// The public half of the signer's key.
    device: PublicKey,
    pub(super) undo: UndoStack,
    pub(super) is_example: bool,
    process: [u8; 16],
}

impl Session {
    /// Opens the cohort in `folder` as the person who used it last.
    ///
    /// # Errors
    /// When the folder is no cohort, is open elsewhere, or cannot be read.
    pub fn open(
        folder: &Path,
        access: Access,
        surroundings: Surroundings,
    ) -> Result<Self, AppError> {
        Self::assemble(Store::open(folder, access)?, surroundings)
    }

    pub(super) fn assemble(store: Store, surroundings: Surroundings) -> Result<Self, AppError> {
        let rights = store.rights()?;
        let person = store
            .local_value(ACTOR)?
            .and_then(|text| text.parse().ok())
            .ok_or(AppError::NoPerson(store.cohort()))?;
        let is_example = store.local_value(EXAMPLE)?.is_some();
        let actor = actor_of(&store, person)?;
        let key = store
            .keys()
            .device(person)?
            .ok_or(AppError::NoKey(person))?;
        let mut process = [0; 16];
        if !surroundings.entropy.fill(&mut process) {
            return Err(AppError::NoEntropy);
        }
        let undo = UndoStack::default();
        let device = key.public();
        Ok(Self {
            store,
            surroundings,
            rights,
            actor,
            signer: Signer::new(person, key, process),
            device,
            undo,
            is_example,
            process,
        })
    }

    /// What a window shows around everything.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn opened(&self) -> Result<Opened, AppError> {
        let counts = self.store.counts()?;
        Ok(Opened {
            folder: self.store.folder().to_string_lossy().into_owned(),
            cohort: self.store.cohort(),
            actor: self.actor.clone(),
            is_example: self.is_example,
            counts: counts
                .into_iter()
                .map(|(kind, count)| Count { kind, count })
                .collect(),
        })
    }

    /// Acts as `person` from now on. Only the example keeps everybody's keys on
    /// one laptop.
    ///
    /// # Errors
    /// [`AppError::NotTheExample`] elsewhere; [`AppError::NoPerson`] for a stranger.
    pub fn act_as(&mut self, person: Id) -> Result<Opened, AppError> {
        if !self.is_example {
            return Err(AppError::NotTheExample);
        }
        let actor = actor_of(&self.store, person)?;
        self.signer = self.signer_for(person)?;
        self.device = self.signer.key.public();
        self.actor = actor;
        self.store.keep_local_value(ACTOR, &person.to_string())?;
        self.undo = UndoStack::default();
        self.opened()
    }

    pub(super) fn mark_as_example(&mut self) -> Result<(), AppError> {
        self.store.keep_local_value(EXAMPLE, "1")?;
        self.is_example = true;
        Ok(())
    }

    /// The store, to read media and run checks.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Who acts.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(super) fn now(&self) -> u32 {
        self.surroundings.clock.now()
    }

    /// Sixteen random bytes.
    pub(super) fn nonce(&self) -> Result<[u8; 16], AppError> {
        let mut bytes = [0; 16];
        self.surroundings
            .entropy
            .fill(&mut bytes)
            .then_some(bytes)
            .ok_or(AppError::NoEntropy)
    }

    pub(super) fn new_key(&self) -> Result<SecretKey, AppError> {
        let mut bytes = [0; 32];
        if !self.surroundings.entropy.fill(&mut bytes) {
            return Err(AppError::NoEntropy);
        }
        Ok(SecretKey::from_bytes(&bytes))
    }

    /// The key by which this laptop acts for `person`. The first time, the
    /// laptop makes one and certifies it with the person's invitation.
    fn signer_for(&mut self, person: Id) -> Result<Signer, AppError> {
        if let Some(key) = self.store.keys().device(person)? {
            return Ok(Signer::new(person, key, self.process));
        }
        let invitation = self
            .store
            .keys()
            .invitation(person)?
            .ok_or(AppError::NoKey(person))?;
        let key = self.new_key()?;
        self.store.keys_mut().keep_device(person, &key)?;
        let signer = Signer::new(person, key.clone(), self.process);
        let certificate = Certificate::issue(self.store.cohort(), &invitation, key.public());
        let at = self.now();
        self.store
            .seal(&signer, at, vec![Statement::Certificate(certificate)])?;
        self.rights = self.store.refresh_rights()?;
        Ok(signer)
    }

    pub(super) fn may_write(&self, kind: Kind, owner: Id) -> bool {
        self.rights.may_write(&self.device, kind, owner)
    }

    /// The owner that a new record of `kind` made by the actor gets.
    pub(super) fn owner_of_new(&self, kind: Kind) -> Id {
        match kind {
            Kind::Cohort
            | Kind::Person
            | Kind::Group
            | Kind::Site
            | Kind::Visit
            | Kind::Instrument => self.store.cohort(),
            Kind::Practice
            | Kind::Indicator
            | Kind::Observation
            | Kind::Proposal
            | Kind::Review
            | Kind::Coaching
            | Kind::Attendance => self.actor.person,
        }
    }

    /// The name of a person, or of nobody.
    pub(super) fn name_of(&self, person: Id) -> String {
        match self.store.record(person).map(|stored| stored.record) {
            Ok(Record::Person(person)) => person.name,
            _ => String::new(),
        }
    }

    /// Everyone, in the order of their names.
    pub(super) fn people(&self) -> Result<Vec<(Id, Person)>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Person))?;
        let mut people: Vec<_> = stored
            .into_iter()
            .filter_map(|it| match it.record {
                Record::Person(person) => Some((it.doc, person)),
                _ => None,
            })
            .collect();
        people.sort_by(|a, b| (a.1.role, &a.1.name, a.0).cmp(&(b.1.role, &b.1.name, b.0)));
        Ok(people)
    }
}

fn actor_of(store: &Store, person: Id) -> Result<Actor, AppError> {
    match store.record(person).map(|stored| stored.record) {
        Ok(Record::Person(found)) => Ok(Actor {
            person,
            name: found.name,
            role: found.role,
            group: found.group,
        }),
        _ => Err(AppError::NoPerson(person)),
    }
}

impl Actor {
    /// Whether the actor coordinates.
    pub fn is_coordinator(&self) -> bool {
        self.role == Role::Coordinator
    }
}
