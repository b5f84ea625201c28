//! Sealing: one save becomes one signed batch, its projections and the end of
//! its drafts, in one transaction.

use rusqlite::{Transaction, TransactionBehavior, params};

use crate::domain::{Hash, Id, Kind};
use crate::log::{
    Batch, Birth, Certificate, Change, Enrolment, Genesis, Item, Made, Roster, Sealed, SecretKey,
    SignedRecord, State,
};

use super::projection::{self, Projected, VersionRow};
use super::{Store, StoreError, batches, documents, standing};

/// Who signs, by which key, as which Automerge actor.
#[derive(Clone, Debug)]
pub struct Signer {
    /// The person the device acts for.
    pub person: Id,
    /// The device's key.
    pub key: SecretKey,
    /// Half of the device key and sixteen bytes of this process: a restored
    /// backup would otherwise count its changes from an old number again.
    pub actor: [u8; 32],
}

impl Signer {
    /// A signer whose actor is tied to its key and to this process.
    pub fn new(person: Id, key: SecretKey, process: [u8; 16]) -> Self {
        let mut actor = [0; 32];
        actor[..16].copy_from_slice(&key.public().as_bytes()[..16]);
        actor[16..].copy_from_slice(&process);
        Self { person, key, actor }
    }
}

/// One thing to say in a save.
#[derive(Clone, Debug)]
pub enum Statement {
    /// Founds the cohort.
    Genesis(Genesis),
    /// Certifies a device.
    Certificate(Certificate),
    /// Says who may do what.
    Roster(Roster),
    /// Takes a person in.
    Enrolment(Enrolment),
    /// Writes a record.
    Write(Box<Write>),
    /// Adds a signed value.
    Signed(SignedRecord),
}

/// A record to write.
#[derive(Clone, PartialEq, Debug)]
pub struct Write {
    /// The record.
    pub doc: Id,
    /// For a record that comes into being.
    pub birth: Option<Birth>,
    /// What it shall hold.
    pub state: State,
}

struct Written {
    doc: Id,
    birth: Option<Birth>,
    state: State,
    made: Made,
    heads: Vec<Hash>,
    /// The compact form, where the history grows long.
    saved: Option<Vec<u8>>,
}

impl Store {
    /// Signs and stores `statements` as one batch. Returns the new version of
    /// every record that changed; writing what is already there changes nothing
    /// and seals nothing. When this returns, the save is on disk.
    ///
    /// # Errors
    /// When the database cannot be written; nothing of the save is kept then.
    pub fn seal(
        &mut self,
        signer: &Signer,
        at: u32,
        statements: Vec<Statement>,
    ) -> Result<Vec<(Id, Hash)>, StoreError> {
        let docs: Vec<Id> = statements
            .iter()
            .filter_map(|statement| match statement {
                Statement::Write(write) => Some(write.doc),
                _ => None,
            })
            .collect();
        let outcome = self.try_seal(signer, at, statements, &docs);
        if outcome.is_err() {
            self.documents.forget(&docs);
        }
        outcome
    }

    fn try_seal(
        &mut self,
        signer: &Signer,
        at: u32,
        statements: Vec<Statement>,
        docs: &[Id],
    ) -> Result<Vec<(Id, Hash)>, StoreError> {
        let mut items = Vec::new();
        let mut written = Vec::new();
        let mut signed = Vec::new();
        for statement in statements {
            match statement {
                Statement::Genesis(genesis) => items.push(Item::Genesis(genesis)),
                Statement::Certificate(certificate) => items.push(Item::Certificate(certificate)),
                Statement::Roster(roster) => items.push(Item::Roster(roster)),
                Statement::Enrolment(enrolment) => items.push(Item::Enrolment(enrolment)),
                Statement::Signed(record) => {
                    items.push(Item::Signed(record.clone()));
                    signed.push(record);
                }
                Statement::Write(write) => {
                    if let Some(done) = self.make(signer, at, *write)? {
                        items.extend(done.birth.clone().map(Item::Birth));
                        items.push(Item::Change(Change {
                            doc: done.doc,
                            bytes: done.made.bytes.clone(),
                        }));
                        written.push(done);
                    }
                }
            }
        }
        let sealed = if items.is_empty() {
            None
        } else {
            Some(self.sign(signer, at, items)?)
        };
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some(sealed) = &sealed {
            batches::insert(&tx, sealed)?;
            if sealed.batch.items.iter().any(batches::speaks_of_trust) {
                tx.execute("DELETE FROM local_value WHERE key = ?1", [standing::RIGHTS])?;
            }
        }
        for done in &written {
            if let Some(saved) = &done.saved {
                documents::write_cache(&tx, done.doc, &done.heads, saved)?;
            }
            project(&tx, signer.person, at, done)?;
        }
        for record in &signed {
            projection::write_signed(&tx, record, signer.person, at)?;
        }
        for doc in docs {
            tx.prepare_cached("DELETE FROM draft WHERE doc = ?1 AND person = ?2")?
                .execute(params![doc, signer.person])?;
        }
        tx.commit()?;
        Ok(written
            .into_iter()
            .map(|done| (done.doc, done.made.version))
            .collect())
    }

    /// Turns a write into an Automerge change; `None` when nothing changes.
    fn make(
        &mut self,
        signer: &Signer,
        at: u32,
        write: Write,
    ) -> Result<Option<Written>, StoreError> {
        let Write { doc, birth, state } = write;
        let kind = state.record.kind();
        let document = match &birth {
            Some(_) => self.documents.begin(doc, kind),
            None => self.documents.get(&self.connection, doc, kind)?,
        };
        let made = document.write(&state, &signer.actor, at)?;
        Ok(made.map(|made| Written {
            doc,
            birth,
            state,
            made,
            heads: document.heads(),
            saved: (kind == Kind::Proposal).then(|| document.save()),
        }))
    }

    fn sign(&self, signer: &Signer, at: u32, items: Vec<Item>) -> Result<Sealed, StoreError> {
        let device = signer.key.public();
        let end = batches::chain_end(&self.connection, device)?;
        let batch = Batch {
            cohort: self.cohort,
            device,
            seq: end.seq + 1,
            previous: end.hash,
            at,
            items,
        };
        Sealed::seal(batch, &signer.key).map_err(StoreError::Seal)
    }
}

fn project(tx: &Transaction<'_>, person: Id, at: u32, done: &Written) -> Result<(), StoreError> {
    let row = VersionRow {
        version: done.made.version,
        author: person,
        at,
        removed: done.state.removed,
    };
    projection::write_version(tx, done.doc, &row)?;
    let owner = match &done.birth {
        Some(birth) => birth.owner,
        None => {
            projection::identity(tx, done.doc)?
                .ok_or(StoreError::NoRecord(done.doc))?
                .1
        }
    };
    // Owner, author and creation time of a known record stay as they are: the
    // upsert leaves those columns alone.
    projection::write_record(
        tx,
        &Projected {
            doc: done.doc,
            owner,
            author: person,
            created_at: at,
            changed_at: at,
            adopted: false,
            heads: &done.heads,
            state: &done.state,
        },
    )
}
