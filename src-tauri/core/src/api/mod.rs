//! The door for windows and command lines: the open cohort, and failures as a
//! closed list of codes with the facts their sentences need.
//!
//! Sentences themselves are written where they are read, from the message
//! files; nothing here is in any human language.

mod failed_import;
mod failure;
mod host;

pub use failure::{Code, Failure};
pub use host::Host;
