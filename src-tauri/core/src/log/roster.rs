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
    /// What the person may do, each grant open or ended. Somebody with none is
    /// known and may do nothing.
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

/// The last batch that two batches of one device both follow, or are.
pub(super) type Common<'a> = &'a dyn Fn(&Hash, &Hash) -> Option<Hash>;

impl Roster {
    /// What both rosters allow, in place of both. Somebody whom only one names
    /// is named without a grant, so that no enrolment takes effect again.
    pub(super) fn meet(&self, other: &Self, common: Common<'_>) -> Self {
        let named = self.people.keys().chain(other.people.keys());
        let people = named.filter_map(|person| {
            let standing = match (self.people.get(person), other.people.get(person)) {
                (Some(one), Some(two)) => one.meet(two, common),
                (Some(only), None) | (None, Some(only)) => Standing {
                    grants: BTreeMap::new(),
                    ..only.clone()
                },
                (None, None) => return None,
            };
            Some((*person, standing))
        });
        Self {
            parents: self.parents.iter().chain(&other.parents).copied().collect(),
            people: people.collect(),
        }
    }
}

impl Standing {
    fn meet(&self, other: &Self, common: Common<'_>) -> Self {
        let both = |key: &&PublicKey| other.invitations.contains(key);
        Self {
            invitations: self.invitations.iter().filter(both).copied().collect(),
            devices: match (&self.devices, &other.devices) {
                (Devices::Open, devices) | (devices, Devices::Open) => devices.clone(),
                (Devices::Listed(one), Devices::Listed(two)) => {
                    Devices::Listed(meet_each(one, two, common))
                }
            },
            grants: meet_each(&self.grants, &other.grants, common),
        }
    }
}

impl Reach {
    fn meet(&self, other: &Self, common: Common<'_>) -> Self {
        let (one, two) = match (self, other) {
            (Self::Open, reach) | (reach, Self::Open) => return reach.clone(),
            (Self::Until(one), Self::Until(two)) => (one, two),
        };
        let cuts = one.iter().filter_map(|(device, heads)| {
            let others = two.get(device)?;
            let pairs = heads
                .iter()
                .flat_map(|head| others.iter().map(move |other| (head, other)));
            Some((*device, pairs.filter_map(|(a, b)| common(a, b)).collect()))
        });
        Self::Until(cuts.collect())
    }
}

fn meet_each<K: Ord + Copy>(
    one: &BTreeMap<K, Reach>,
    two: &BTreeMap<K, Reach>,
    common: Common<'_>,
) -> BTreeMap<K, Reach> {
    one.iter()
        .filter_map(|(key, reach)| Some((*key, reach.meet(two.get(key)?, common))))
        .collect()
}
