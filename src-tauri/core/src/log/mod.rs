//! Identity and trust: keys, signed batches, and who may write what.
//!
//! Pure functions over bytes: knows nothing of SQL, files, sockets or the
//! clock. Random bytes and the time are passed in by the caller.

mod adoption;
mod authority;
mod batch;
mod bridge;
mod chain;
mod document;
mod ids;
mod judgement;
mod keys;
mod lineage;
mod policy;
mod rights;
mod roster;
mod verdict;

#[cfg(test)]
mod tests;

pub use adoption::Equivocation;
pub use batch::{
    Batch, Birth, Certificate, Change, Enrolment, Frame, FrameError, Genesis, Grant, Item, Sealed,
    SignedKind, SignedRecord,
};
pub use chain::Fork;
pub use document::{ChangeFacts, Document, DocumentError, Made, State};
pub use ids::{cohort_id, document_id, person_id};
pub use judgement::Judgement;
pub use keys::{PublicKey, SecretKey};
pub use policy::{Writers, owner_fits, signers, writers};
pub use rights::Rights;
pub use roster::{Devices, Reach, Roster, Standing};
pub use verdict::{Flaw, Missing, Refusal, Verdict};
