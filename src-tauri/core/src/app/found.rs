//! Founding a cohort and taking people in.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Cohort, Day, Id, Kind, Person, Record, Role, Zone, programme};
use crate::log::{
    Birth, Certificate, Devices, Enrolment, Genesis, Grant, Reach, Roster, SecretKey, Standing,
    State, cohort_id, person_id,
};
use crate::store::{Signer, Statement, Store, Write};

use super::AppError;
use super::clock::Surroundings;
use super::session::{ACTOR, Session};

/// People are taken in this many to a batch, so that editing one of them later
/// need not read everybody's.
const PEOPLE_PER_BATCH: usize = 64;

/// What a new cohort needs to know.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct NewCohort {
    /// Of the cohort.
    pub name: String,
    /// Key of the programme preset.
    pub programme: String,
    /// The office that runs the training.
    pub organiser: String,
    /// First day of the visit.
    pub start: Day,
    /// Last day of the visit.
    pub end: Day,
    /// Where the cohort stays.
    pub base: String,
    /// Zone of the base.
    pub zone: Zone,
    /// Name of the coordinator who makes it.
    pub coordinator: String,
}

impl NewCohort {
    fn check(&self) -> Result<(), AppError> {
        let missing = |field| Err(AppError::Incomplete { field });
        if self.name.trim().is_empty() {
            return missing("name");
        }
        if self.coordinator.trim().is_empty() {
            return missing("coordinator");
        }
        if programme(&self.programme).is_none() {
            return missing("programme");
        }
        if self.end < self.start || (self.end.0 - self.start.0).num_days() > 60 {
            return missing("end");
        }
        Ok(())
    }

    fn record(&self) -> Cohort {
        Cohort {
            name: self.name.trim().to_owned(),
            programme: self.programme.clone(),
            organiser: self.organiser.trim().to_owned(),
            start: self.start,
            end: self.end,
            base: self.base.trim().to_owned(),
            zone: self.zone,
            ..Default::default()
        }
    }
}

impl Session {
    /// Makes a cohort in `folder` with its first coordinator, who is its root.
    ///
    /// # Errors
    /// When something is missing, or the folder is not empty or not writable.
    pub fn found(
        folder: &Path,
        new: &NewCohort,
        surroundings: Surroundings,
    ) -> Result<Self, AppError> {
        new.check()?;
        let random = |bytes: &mut [u8]| {
            surroundings
                .entropy
                .fill(bytes)
                .then_some(())
                .ok_or(AppError::NoEntropy)
        };
        let (mut root, mut invited, mut nonce, mut process) = ([0; 32], [0; 32], [0; 16], [0; 16]);
        random(&mut root)?;
        random(&mut invited)?;
        random(&mut nonce)?;
        random(&mut process)?;
        let (root, invitation) = (
            SecretKey::from_bytes(&root),
            SecretKey::from_bytes(&invited),
        );
        let genesis = Genesis {
            root: root.public(),
            nonce,
        };
        let cohort = cohort_id(&genesis);
        let person = person_id(&invitation.public());
        let coordinator = Person {
            name: new.coordinator.trim().to_owned(),
            role: Role::Coordinator,
            ..Default::default()
        };

        let mut store = Store::create(folder, cohort)?;
        store
            .keys_mut()
            .keep_invitations(&[(person, invitation.clone())])?;
        store.keys_mut().keep_device(person, &root)?;
        let roster = Roster {
            parents: Vec::new(),
            people: BTreeMap::from([(person, standing(&invitation, Role::Coordinator))]),
        };
        let statements = vec![
            Statement::Genesis(genesis),
            Statement::Certificate(Certificate::issue(cohort, &invitation, root.public())),
            Statement::Roster(roster),
            born(cohort, cohort, Record::Cohort(new.record())),
            born(person, person, Record::Person(coordinator)),
        ];
        store.seal(
            &Signer::new(person, root, process),
            surroundings.clock.now(),
            statements,
        )?;
        store.keep_local_value(ACTOR, &person.to_string())?;
        store.refresh_rights()?;
        Self::assemble(store, surroundings)
    }

    /// Takes people in: each gets an invitation key and so an id. Trainees are
    /// enrolled by any coordinator; other roles only by the root.
    ///
    /// # Errors
    /// When the actor may not, or the database cannot be written.
    pub fn take_in(&mut self, people: Vec<Person>) -> Result<Vec<Id>, AppError> {
        if !self.may_write(Kind::Person, self.actor.person) {
            return Err(AppError::NotAllowed(Kind::Person));
        }
        let signer = self.signer.clone();
        let is_root = self.store.judgement()?.root() == Some(signer.key.public());
        if !is_root && people.iter().any(|person| person.role != Role::Trainee) {
            return Err(AppError::NotAllowed(Kind::Person));
        }
        let mut ids = Vec::with_capacity(people.len());
        for some in people.chunks(PEOPLE_PER_BATCH) {
            ids.extend(self.take_in_batch(&signer, some)?);
        }
        self.rights = self.store.refresh_rights()?;
        Ok(ids)
    }

    fn take_in_batch(&mut self, signer: &Signer, people: &[Person]) -> Result<Vec<Id>, AppError> {
        let mut invitations = Vec::with_capacity(people.len());
        let mut statements = Vec::new();
        let mut roster = BTreeMap::new();
        for person in people {
            let invitation = self.new_key()?;
            let id = person_id(&invitation.public());
            if person.role == Role::Trainee {
                let group = person.group.map(Grant::Group);
                let grants = [Grant::Role(Role::Trainee)]
                    .into_iter()
                    .chain(group)
                    .collect();
                let enrolment = Enrolment {
                    invitation: invitation.public(),
                    grants,
                };
                statements.push(Statement::Enrolment(enrolment));
            } else {
                roster.insert(id, standing(&invitation, person.role));
            }
            statements.push(born(id, id, Record::Person(person.clone())));
            invitations.push((id, invitation));
        }
        if !roster.is_empty() {
            statements.insert(0, Statement::Roster(self.store.next_roster(roster)?));
        }
        // Keys first: an invitation nobody needs is harmless, a person without
        // one could never be let in.
        self.store.keys_mut().keep_invitations(&invitations)?;
        let at = self.now();
        self.store.seal(signer, at, statements)?;
        Ok(invitations.into_iter().map(|(id, _)| id).collect())
    }
}

fn standing(invitation: &SecretKey, role: Role) -> Standing {
    Standing {
        invitations: vec![invitation.public()],
        devices: Devices::Open,
        grants: BTreeMap::from([(Grant::Role(role), Reach::Open)]),
    }
}

/// The birth of the cohort's or a person's record, whose id is given.
fn born(doc: Id, owner: Id, record: Record) -> Statement {
    let birth = Birth {
        doc,
        kind: record.kind(),
        owner,
        nonce: [0; 16],
    };
    Statement::Write(Box::new(Write {
        doc,
        birth: Some(birth),
        state: State {
            record,
            removed: false,
        },
    }))
}
