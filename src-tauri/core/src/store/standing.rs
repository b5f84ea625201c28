//! Who may do what now: judged from the whole log when somebody's standing
//! changed, else read from where the last judgement left it.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;

use crate::domain::Id;
use crate::log::{Judgement, Rights, Roster, Standing};

use super::{Store, StoreError, batches};

/// Emptied in the transaction of every batch that speaks of trust.
pub(super) const RIGHTS: &str = "rights";

impl Store {
    /// Who may write what next.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn rights(&self) -> Result<Rights, StoreError> {
        let kept = self.local_value(RIGHTS)?.and_then(|text| {
            let bytes = HEXLOWER.decode(text.as_bytes()).ok()?;
            postcard::from_bytes(&bytes).ok()
        });
        match kept {
            Some(rights) => Ok(rights),
            None => Ok(self.judgement()?.rights()),
        }
    }

    /// Judges the log anew and keeps the outcome for the next opening.
    ///
    /// # Errors
    /// When the log cannot be read or the database not be written.
    pub fn refresh_rights(&mut self) -> Result<Rights, StoreError> {
        let rights = self.judgement()?.rights();
        // Not being able to keep it only costs time at the next opening.
        if let Ok(bytes) = postcard::to_stdvec(&rights) {
            self.keep_local_value(RIGHTS, &HEXLOWER.encode(&bytes))?;
        }
        Ok(rights)
    }

    /// Judges every batch of the log.
    ///
    /// # Errors
    /// When a batch cannot be read.
    pub fn judgement(&self) -> Result<Judgement, StoreError> {
        Ok(Judgement::of(self.cohort, &batches::all(&self.connection)?))
    }

    /// The roster that follows those in force and adds `people`.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn next_roster(&self, people: BTreeMap<Id, Standing>) -> Result<Roster, StoreError> {
        Ok(self.judgement()?.next_roster(people))
    }
}
