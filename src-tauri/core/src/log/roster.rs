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

impl Roster {
    /// The roster that replaces `tips`, saying what they all allow and, of
    /// `people`, what is given here.
    pub fn after(tips: &[(Hash, &Self)], people: BTreeMap<Id, Standing>) -> Self {
        let parents = tips.iter().map(|(hash, _)| *hash).collect();
        let mut merged = tips
            .first()
            .map(|(_, tip)| tip.people.clone())
            .unwrap_or_default();
        for (_, tip) in tips.iter().skip(1) {
            for (person, standing) in &mut merged {
                match tip.people.get(person) {
                    Some(other) => standing.keep_only(other),
                    None => standing.grants.clear(),
                }
            }
            for (person, other) in &tip.people {
                // Somebody only one tip knows keeps the name and gets no grant.
                merged.entry(*person).or_insert_with(|| Standing {
                    grants: BTreeMap::new(),
                    ..other.clone()
                });
            }
        }
        merged.extend(people);
        Self {
            parents,
            people: merged,
        }
    }
}

impl Standing {
    /// Keeps what `other` allows too. Where two cuts differ the grant goes: the
    /// root, who writes the next roster, can give it anew.
    fn keep_only(&mut self, other: &Self) {
        self.grants
            .retain(|grant, reach| other.grants.get(grant) == Some(reach));
        if self.devices != other.devices {
            let mine = std::mem::replace(&mut self.devices, Devices::Listed(BTreeMap::new()));
            self.devices = match (mine, &other.devices) {
                (Devices::Open, listed) => listed.clone(),
                (listed, Devices::Open) => listed,
                (Devices::Listed(mut one), Devices::Listed(two)) => {
                    one.retain(|device, reach| two.get(device) == Some(reach));
                    Devices::Listed(one)
                }
            };
        }
    }
}
