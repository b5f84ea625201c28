//! Automerge documents: how a record becomes changes and is read back.
//!
//! A document holds `{ removed, value }`; removing a record only sets the mark,
//! so it can be taken back and merges like any other edit. Records are bridged
//! through `serde` JSON rather than derived field by field, so that the domain
//! stays free of Automerge and an absent field takes its default.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::transaction::CommitOptions;
use automerge::{ActorId, AutoCommit, ChangeHash, ReadDoc};
use serde_json::Value;

use crate::domain::{Hash, Kind, Record};

use super::PublicKey;
use super::bridge::{Root, to_json};

/// Larger changes are refused before decoding, in bytes.
const MAX_CHANGE: usize = 8 << 20;

/// Automerge's type byte of an uncompressed change, after magic and checksum.
const RAW_CHANGE: u8 = 1;

/// Why a document cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Automerge refused the bytes or the edit.
    #[error("the record's history cannot be read")]
    Automerge(#[source] Box<automerge::AutomergeError>),
    /// Writing the record's fields failed.
    #[error("the record cannot be written")]
    Reconcile(#[source] Box<autosurgeon::ReconcileError>),
    /// The fields do not make a record of this kind.
    #[error("the record's fields have the wrong shape")]
    Fields(#[from] serde_json::Error),
    /// A change larger than any honest one.
    #[error("a change of {0} bytes is too large")]
    TooLarge(usize),
    /// The decoder stumbled over crafted bytes.
    #[error("the record's history is damaged")]
    Damaged,
    /// Changes that others build on are not here yet.
    #[error("the record's history has gaps")]
    Gap,
}

impl From<automerge::AutomergeError> for DocumentError {
    fn from(error: automerge::AutomergeError) -> Self {
        Self::Automerge(Box::new(error))
    }
}

impl From<autosurgeon::ReconcileError> for DocumentError {
    fn from(error: autosurgeon::ReconcileError) -> Self {
        Self::Reconcile(Box::new(error))
    }
}

/// What a change says about itself, read without applying it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangeFacts {
    /// Names the change; a record's version is the hash of its last change.
    pub hash: Hash,
    /// What it was built on.
    pub deps: Vec<Hash>,
    /// Who made it: device key prefix and process nonce.
    pub actor: Vec<u8>,
    /// Counts the actor's changes from 1.
    pub seq: u64,
    /// Seconds since 1970, shown and never trusted.
    pub at: u32,
}

impl ChangeFacts {
    /// Reads the header of a change.
    ///
    /// # Errors
    /// When the bytes are no change.
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        let change = decode(bytes)?;
        Ok(Self {
            hash: Hash::from_bytes(change.hash().0),
            deps: change
                .deps()
                .iter()
                .map(|dep| Hash::from_bytes(dep.0))
                .collect(),
            actor: change.actor_id().to_bytes().to_vec(),
            seq: change.seq(),
            at: u32::try_from(change.timestamp()).unwrap_or(0),
        })
    }

    /// Whether the actor is one of `device`'s: it starts with half of its key.
    pub fn is_by(&self, device: &PublicKey) -> bool {
        self.actor.len() == 32 && self.actor[..16] == device.as_bytes()[..16]
    }
}

fn decode(bytes: &[u8]) -> Result<automerge::Change, DocumentError> {
    if bytes.len() > MAX_CHANGE {
        return Err(DocumentError::TooLarge(bytes.len()));
    }
    // We only ever write raw changes. A compressed one could unpack to any size.
    if bytes.get(8) != Some(&RAW_CHANGE) {
        return Err(DocumentError::Damaged);
    }
    guarded(|| Ok(automerge::Change::try_from(bytes).map_err(automerge::AutomergeError::from)?))
}

/// A crafted change with a repaired checksum can make Automerge panic; such a
/// document is put aside instead of taking the app down.
fn guarded<T>(work: impl FnOnce() -> Result<T, DocumentError>) -> Result<T, DocumentError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(DocumentError::Damaged))
}

/// A record at one version.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    /// The fields.
    pub record: Record,
    /// Whether it is removed.
    pub removed: bool,
}

/// A change that was just made.
#[derive(Clone, PartialEq, Debug)]
pub struct Made {
    /// The raw bytes for the log.
    pub bytes: Vec<u8>,
    /// The record's new version.
    pub version: Hash,
}

/// One mutable record with its history.
#[derive(Debug)]
pub struct Document {
    kind: Kind,
    automerge: AutoCommit,
}

impl Document {
    /// An empty document; the first write gives it content.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            automerge: AutoCommit::new(),
        }
    }

    /// Loads a saved document, or changes one after the other.
    ///
    /// # Errors
    /// When the bytes are damaged.
    pub fn load(kind: Kind, saved: &[u8]) -> Result<Self, DocumentError> {
        guarded(|| {
            Ok(Self {
                kind,
                automerge: AutoCommit::load(saved)?,
            })
        })
    }

    /// Adds a change made elsewhere. Known ones are ignored.
    ///
    /// # Errors
    /// When the bytes are damaged or build on a change that is missing.
    pub fn apply(&mut self, bytes: &[u8]) -> Result<(), DocumentError> {
        let change = decode(bytes)?;
        guarded(|| {
            self.automerge.apply_changes([change])?;
            if self.automerge.get_missing_deps(&[]).is_empty() {
                Ok(())
            } else {
                Err(DocumentError::Gap)
            }
        })
    }

    /// Makes the document hold `state`, as `actor` at `at` seconds since 1970.
    /// Returns `None` when it already does.
    ///
    /// # Errors
    /// When the record cannot be written.
    pub fn write(
        &mut self,
        state: &State,
        actor: &[u8; 32],
        at: u32,
    ) -> Result<Option<Made>, DocumentError> {
        let value = state.record.to_json()?;
        self.automerge.set_actor(ActorId::from(actor.as_slice()));
        let root = Root {
            removed: state.removed,
            value: &value,
            kind: self.kind,
        };
        if let Err(error) = autosurgeon::reconcile(&mut self.automerge, &root) {
            self.automerge.rollback();
            return Err(error.into());
        }
        let options = CommitOptions::default().with_time(i64::from(at));
        if self.automerge.commit_with(options).is_none() {
            return Ok(None);
        }
        let made = self.automerge.get_last_local_change().map(|change| Made {
            bytes: change.raw_bytes().to_vec(),
            version: Hash::from_bytes(change.hash().0),
        });
        Ok(made)
    }

    /// The record as it is now.
    ///
    /// # Errors
    /// When the fields do not make a record of this kind.
    pub fn read(&self) -> Result<State, DocumentError> {
        self.hydrate(None)
    }

    /// The record as it was at `version`.
    ///
    /// # Errors
    /// When the version is unknown or unreadable.
    pub fn read_at(&mut self, version: Hash) -> Result<State, DocumentError> {
        let head = ChangeHash(*version.as_bytes());
        if self.automerge.get_change_meta_by_hash(&head).is_none() {
            return Err(DocumentError::Gap);
        }
        self.hydrate(Some(&[head]))
    }

    /// Whether the record is removed, without reading the rest of it.
    pub fn is_removed(&self) -> bool {
        let mark = self.automerge.get(automerge::ROOT, "removed");
        matches!(mark, Ok(Some((value, _))) if value.as_bool() == Some(true))
    }

    /// The newest changes; more than one after two laptops wrote at once.
    pub fn heads(&mut self) -> Vec<Hash> {
        self.automerge
            .get_heads()
            .iter()
            .map(|head| Hash::from_bytes(head.0))
            .collect()
    }

    /// The compact form to keep as a cache.
    pub fn save(&mut self) -> Vec<u8> {
        self.automerge.save()
    }

    fn hydrate(&self, heads: Option<&[ChangeHash]>) -> Result<State, DocumentError> {
        let hydrated = guarded(|| Ok(self.automerge.hydrate(automerge::ROOT, heads)?))?;
        let Value::Object(mut root) = to_json(&hydrated) else {
            return Err(DocumentError::Damaged);
        };
        let removed = root
            .get("removed")
            .and_then(Value::as_bool)
            .unwrap_or(false);
        let value = root.remove("value").unwrap_or_default();
        Ok(State {
            record: Record::from_json(self.kind, value)?,
            removed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Observation, Proposal, Site};

    const ANI: [u8; 32] = [1; 32];
    const BUDI: [u8; 32] = [2; 32];

    fn site(name: &str) -> State {
        let site = Site {
            name: name.into(),
            capacity: Some(2),
            ..Default::default()
        };
        State {
            record: Record::Site(site),
            removed: false,
        }
    }

    fn proposal(text: &str) -> State {
        let mut proposal = Proposal::default();
        proposal.sections.insert("latar".into(), text.into());
        State {
            record: Record::Proposal(proposal),
            removed: false,
        }
    }

    #[test]
    fn a_record_is_read_back_as_written_at_every_version() {
        let mut doc = Document::new(Kind::Site);
        let first = doc.write(&site("Mall"), &ANI, 1).unwrap().unwrap();
        let second = doc
            .write(&site("Mall Pelayanan Publik"), &ANI, 2)
            .unwrap()
            .unwrap();
        assert_eq!(doc.read().unwrap(), site("Mall Pelayanan Publik"));
        assert_eq!(doc.read_at(first.version).unwrap(), site("Mall"));
        assert_eq!(doc.heads(), vec![second.version]);
        assert!(
            doc.write(&site("Mall Pelayanan Publik"), &ANI, 3)
                .unwrap()
                .is_none()
        );
    }

    #[test]
    fn changes_rebuild_the_same_document_elsewhere() {
        let mut here = Document::new(Kind::Observation);
        let mut there = Document::new(Kind::Observation);
        for note in ["satu", "satu dua", "tiga"] {
            let record = Record::Observation(Observation {
                note: note.into(),
                ..Default::default()
            });
            let made = here
                .write(
                    &State {
                        record,
                        removed: false,
                    },
                    &ANI,
                    0,
                )
                .unwrap()
                .unwrap();
            let facts = ChangeFacts::read(&made.bytes).unwrap();
            assert_eq!(facts.hash, made.version);
            there.apply(&made.bytes).unwrap();
        }
        assert_eq!(here.read().unwrap(), there.read().unwrap());
        assert_eq!(here.heads(), there.heads());
    }

    #[test]
    fn two_people_in_one_section_keep_both_edits() {
        let mut ani = Document::new(Kind::Proposal);
        ani.write(&proposal("Antrean lima hari."), &ANI, 1).unwrap();
        let mut budi = Document::load(Kind::Proposal, &ani.save()).unwrap();
        let a = ani
            .write(&proposal("Antrean kini lima hari."), &ANI, 2)
            .unwrap()
            .unwrap();
        let b = budi
            .write(&proposal("Antrean lima hari kerja."), &BUDI, 2)
            .unwrap()
            .unwrap();
        ani.apply(&b.bytes).unwrap();
        budi.apply(&a.bytes).unwrap();
        assert_eq!(
            ani.read().unwrap(),
            proposal("Antrean kini lima hari kerja.")
        );
        assert_eq!(ani.read().unwrap(), budi.read().unwrap());
    }

    #[test]
    fn a_removed_record_keeps_its_content() {
        let mut doc = Document::new(Kind::Site);
        doc.write(&site("Mall"), &ANI, 1).unwrap();
        let removed = State {
            removed: true,
            ..site("Mall")
        };
        doc.write(&removed, &ANI, 2).unwrap();
        assert_eq!(doc.read().unwrap(), removed);
    }

    #[test]
    fn damaged_bytes_are_an_error_and_not_a_panic() {
        let mut doc = Document::new(Kind::Site);
        let made = doc.write(&site("Mall"), &ANI, 1).unwrap().unwrap();
        for at in 0..made.bytes.len() {
            let mut bytes = made.bytes.clone();
            bytes[at] ^= 0x55;
            // Bytes 4 to 7 are the stored checksum, which the frame's signature covers.
            let passes = ChangeFacts::read(&bytes).is_ok_and(|facts| facts.hash == made.version);
            assert!(!passes || (4..8).contains(&at), "byte {at}");
        }
    }
}
