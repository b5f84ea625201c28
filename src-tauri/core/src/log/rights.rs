//! What each device may write next, for asking before a save without judging
//! the whole log. Agrees with the judgement on a batch that is appended to the
//! device's own chain, until a roster, an enrolment or a certificate comes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::{Id, Kind};

use super::policy::{Need, Writers, owner_fits, signers, writers};
use super::{Grant, Judgement, PublicKey, SignedKind};

/// The devices that may write, for whom, and what those hold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Rights {
    cohort: Id,
    holders: BTreeMap<PublicKey, Holder>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Holder {
    person: Id,
    grants: BTreeSet<Grant>,
}

impl Rights {
    /// What the judged batches leave open.
    pub fn from_judgement(judgement: &Judgement) -> Self {
        let holders = judgement.members().flat_map(|person| {
            let grants: BTreeSet<Grant> = judgement.grants_of(person).into_iter().collect();
            let holder = Holder { person, grants };
            let devices = judgement.devices_of(person).into_iter();
            devices.map(move |device| (device, holder.clone()))
        });
        Self {
            cohort: judgement.cohort(),
            holders: holders.collect(),
        }
    }

    /// For whom `device` may write, if anybody.
    pub fn person(&self, device: &PublicKey) -> Option<Id> {
        self.holders.get(device).map(|holder| holder.person)
    }

    /// Whether `device` may make or change a record of `kind` of `owner`.
    pub fn may_write(&self, device: &PublicKey, kind: Kind, owner: Id) -> bool {
        owner_fits(kind, owner, self.cohort) && self.is_one_of(device, writers(kind, owner))
    }

    /// Whether `device` may sign a value of `kind` about a record of kind
    /// `subject` that belongs to `owner`.
    pub fn may_sign(&self, device: &PublicKey, kind: SignedKind, subject: Kind, owner: Id) -> bool {
        signers(kind, subject, owner).is_some_and(|writers| self.is_one_of(device, writers))
    }

    fn is_one_of(&self, device: &PublicKey, writers: Writers) -> bool {
        self.holders
            .get(device)
            .is_some_and(|holder| match writers.need(holder.person) {
                Some(Need::Membership) => true,
                Some(Need::Grant(grant)) => holder.grants.contains(&grant),
                Some(Need::Either(one, other)) => {
                    holder.grants.contains(&one) || holder.grants.contains(&other)
                }
                None => false,
            })
    }
}
