//! Rosters: snapshots of who may do what, signed by the root.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::{Hash, Id};

use super::{Grant, PublicKey};

/// Everything the root says about everyone, replacing the rosters it names.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Roster {
    /// The batches whose rosters this one replaces; all tips it knew.
    pub parents: Vec<Hash>,
    /// By person.
    pub people: BTreeMap<Id, Standing>,
}

/// What the root says about one person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Standing {
    /// The person's invitation keys; the person's id is the hash of the first.
    pub invitations: Vec<PublicKey>,
    /// Which devices act for the person.
    pub devices: Devices,
    /// What the person may do, each grant open or ended.
    pub grants: BTreeMap<Grant, Reach>,
}

/// Which devices act for a person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Devices {
    /// Any device with a certificate.
    Open,
    /// Only these; naming them closes the list.
    Listed(BTreeMap<PublicKey, Reach>),
}

/// How far a device or a grant reaches.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Reach {
    /// Without end.
    Open,
    /// Up to these batches, per device, and what came before them; a device
    /// whose chain forked has several.
    Until(BTreeMap<PublicKey, BTreeSet<Hash>>),
}
