//! stub
use super::{PublicKey, Roster, Sealed, SignedKind};
use crate::domain::{Id, Kind};
/// stub
#[derive(Clone, Debug)]
pub struct Rights;
impl Rights {
    /// stub
    pub fn of(_cohort: Id, _batches: &[Sealed]) -> Self {
        Self
    }
    /// stub
    pub fn may_write(&self, _person: Id, _kind: Kind, _owner: Id) -> bool {
        true
    }
}
