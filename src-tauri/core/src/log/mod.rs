//! Identity and trust: keys, signed batches, and who may write what.
//!
//! Pure functions over bytes: knows nothing of SQL, files, sockets or the
//! clock. Random bytes and the time are passed in by the caller.

mod batch;
mod document;
mod ids;
mod keys;
mod rights;
mod roster;

pub use batch::{
    Batch, Birth, Certificate, Change, Enrolment, Frame, FrameError, Genesis, Grant, Item, Sealed,
    SignedKind, SignedRecord,
};
pub use document::{ChangeFacts, Document, DocumentError, Made, State};
pub use ids::{cohort_id, document_id, person_id};
pub use keys::{PublicKey, SecretKey};
pub use rights::Rights;
pub use roster::{Devices, Reach, Roster, Standing};
