//! Who may say what, by the rosters, the enrolments and the certificates.
//!
//! With several roster tips only what all of them allow holds: each tip is
//! asked alone, and the most restrictive answer counts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::{Id, Role};

use super::chain::Chains;
use super::lineage::Lineage;
use super::policy::{Need, Writers};
use super::verdict::{Coverage, Missing, Refusal};
use super::{
    Certificate, Devices, Enrolment, Grant, Item, PublicKey, Reach, Sealed, Standing, person_id,
};

/// The certificate of a device: the first genuine one in its own first batch,
/// so that no device is made to act for a person without signing for it.
pub(super) fn certificate(sealed: &Sealed) -> Option<(usize, &Certificate)> {
    let certificates = sealed
        .batch
        .items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| match item {
            Item::Certificate(certificate) => Some((at, certificate)),
            _ => None,
        });
    certificates.into_iter().find(|(_, certificate)| {
        sealed.batch.seq == 1
            && certificate.device == sealed.batch.device
            && certificate.is_genuine(sealed.batch.cohort)
    })
}

/// What a certificate proves of a device.
struct Credential {
    invitation: PublicKey,
    /// Whom the invitation makes, if it is a person's first.
    person: Id,
}

/// One roster tip with the enrolments that it lets stand.
struct Tip<'a> {
    people: HashMap<Id, &'a Standing>,
    invitations: HashMap<PublicKey, Id>,
    enrolled: BTreeMap<Id, BTreeMap<Grant, Coverage>>,
}

/// What all tips together allow.
pub(super) struct Authority<'a> {
    chains: &'a Chains<'a>,
    /// By the first batch of a chain.
    credentials: HashMap<usize, Credential>,
    /// Whom each chain acts for, where all tips agree.
    people: HashMap<usize, Id>,
    tips: Vec<Tip<'a>>,
}

impl<'a> Authority<'a> {
    pub(super) fn of(chains: &'a Chains<'a>, lineage: &Lineage<'a>) -> Self {
        let mut authority = Self {
            chains,
            credentials: credentials(chains),
            people: HashMap::new(),
            tips: lineage
                .tips
                .iter()
                .map(|(_, roster)| Tip::of(&roster.people))
                .collect(),
        };
        authority.admit_enrolled(lineage);
        authority.people = authority
            .credentials
            .iter()
            .filter_map(|(&first, credential)| {
                let mut people = authority.tips.iter().map(|tip| tip.person(credential));
                let person = people.next()??;
                people
                    .all(|other| other == Some(person))
                    .then_some((first, person))
            })
            .collect();
        authority
    }

    /// Whether the batch at `at` may say something that only `writers` may.
    pub(super) fn covers(&self, at: usize, writers: Writers) -> Coverage {
        let Some(first) = self.chains.first(at) else {
            return Coverage::Unknown(Missing::Batch);
        };
        if !self.credentials.contains_key(&first) {
            return Coverage::No(Refusal::Uncertified);
        }
        if self.tips.is_empty() {
            return Coverage::No(Refusal::NoRoster);
        }
        let Some(&person) = self.people.get(&first) else {
            return Coverage::No(Refusal::Stranger);
        };
        let Some(need) = writers.need(person) else {
            return Coverage::No(Refusal::NotTheirs);
        };
        let answers = self
            .tips
            .iter()
            .map(|tip| tip.covers(self.chains, at, person, need));
        answers.max().unwrap_or(Coverage::No(Refusal::NoRoster))
    }

    /// Whom the batch at `at` was written for.
    pub(super) fn person(&self, at: usize) -> Option<Id> {
        self.people.get(&self.chains.first(at)?).copied()
    }

    /// Everyone whom all tips know, with the grants that are open in all.
    pub(super) fn members(&self) -> BTreeMap<Id, BTreeSet<Grant>> {
        let Some((tip, others)) = self.tips.split_first() else {
            return BTreeMap::new();
        };
        let everyone = tip.people.keys().chain(tip.enrolled.keys());
        everyone
            .filter_map(|&person| {
                let mut grants = tip.open_grants(person)?;
                for other in others {
                    let allowed = other.open_grants(person)?;
                    grants.retain(|grant| allowed.contains(grant));
                }
                Some((person, grants))
            })
            .collect()
    }

    /// Whether `device` may go on writing for `person` in all tips.
    pub(super) fn is_open(&self, device: &PublicKey, person: Id) -> bool {
        self.tips.iter().all(|tip| tip.is_open(device, person))
    }

    /// Lets coordinators' enrolments stand, per tip, of people whom no roster names.
    fn admit_enrolled(&mut self, lineage: &Lineage<'_>) {
        for (at, sealed) in self.chains.iter() {
            let Some(credential) = self
                .chains
                .first(at)
                .and_then(|first| self.credentials.get(&first))
            else {
                continue;
            };
            for item in &sealed.batch.items {
                let Item::Enrolment(enrolment) = item else {
                    continue;
                };
                let person = person_id(&enrolment.invitation);
                if !may_be_enrolled(enrolment) || lineage.known.contains(&person) {
                    continue;
                }
                for tip in &mut self.tips {
                    tip.admit(self.chains, at, credential, person, enrolment);
                }
            }
        }
    }
}

/// Whether an enrolment gives no more than coordinators may give.
pub(super) fn may_be_enrolled(enrolment: &Enrolment) -> bool {
    enrolment
        .grants
        .iter()
        .all(|grant| matches!(grant, Grant::Group(_) | Grant::Role(Role::Trainee)))
}

fn credentials(chains: &Chains<'_>) -> HashMap<usize, Credential> {
    chains
        .iter()
        .filter(|(at, _)| chains.first(*at) == Some(*at))
        .filter_map(|(at, sealed)| {
            let invitation = certificate(sealed)?.1.invitation;
            let person = person_id(&invitation);
            Some((at, Credential { invitation, person }))
        })
        .collect()
}

impl<'a> Tip<'a> {
    fn of(people: &'a BTreeMap<Id, Standing>) -> Self {
        let named = |id: Id, standing: &Standing| {
            standing
                .invitations
                .first()
                .is_some_and(|first| person_id(first) == id)
        };
        let people: Vec<(Id, &Standing)> = people
            .iter()
            .map(|(&id, it)| (id, it))
            .filter(|&(id, it)| named(id, it))
            .collect();
        // Whose first invitation a key is goes before whose later one it is.
        let mut invitations: HashMap<PublicKey, Id> = people
            .iter()
            .filter_map(|(id, standing)| Some((*standing.invitations.first()?, *id)))
            .collect();
        for (id, standing) in &people {
            for key in standing.invitations.iter().skip(1) {
                invitations.entry(*key).or_insert(*id);
            }
        }
        Self {
            people: people.into_iter().collect(),
            invitations,
            enrolled: BTreeMap::new(),
        }
    }

    fn person(&self, credential: &Credential) -> Option<Id> {
        let by_roster = self.invitations.get(&credential.invitation).copied();
        by_roster.or_else(|| {
            self.enrolled
                .contains_key(&credential.person)
                .then_some(credential.person)
        })
    }

    fn covers(&self, chains: &Chains<'_>, at: usize, person: Id, need: Need) -> Coverage {
        if let Some(standing) = self.people.get(&person) {
            return by_roster(standing, chains, at, need);
        }
        let Some(grants) = self.enrolled.get(&person) else {
            return Coverage::No(Refusal::Stranger);
        };
        let covered = match need {
            Need::Membership => grants.values().copied().min(),
            Need::Grant(grant) => grants.get(&grant).copied(),
            Need::Either(one, other) => {
                let held = [one, other].into_iter().filter_map(|it| grants.get(&it));
                held.copied().min()
            }
        };
        covered.unwrap_or(Coverage::No(Refusal::NotGranted))
    }

    fn admit(
        &mut self,
        chains: &Chains<'_>,
        at: usize,
        coordinator: &Credential,
        person: Id,
        enrolment: &Enrolment,
    ) {
        // One level deep: the coordinator must stand in the roster itself.
        let coverage = self
            .invitations
            .get(&coordinator.invitation)
            .and_then(|coordinator| self.people.get(coordinator))
            .map(|standing| {
                let need = Need::Grant(Grant::Role(Role::Coordinator));
                by_roster(standing, chains, at, need)
            });
        let Some(coverage @ (Coverage::Yes | Coverage::Unknown(_))) = coverage else {
            return;
        };
        let grants = self.enrolled.entry(person).or_default();
        for grant in enrolment
            .grants
            .iter()
            .copied()
            .chain([Grant::Role(Role::Trainee)])
        {
            let known = grants.entry(grant).or_insert(coverage);
            *known = coverage.min(*known);
        }
    }

    /// `None` for somebody who is not in the cohort, or no longer.
    fn open_grants(&self, person: Id) -> Option<BTreeSet<Grant>> {
        let open: BTreeSet<Grant> = match self.people.get(&person) {
            Some(standing) => {
                let open = standing
                    .grants
                    .iter()
                    .filter(|(_, reach)| **reach == Reach::Open);
                open.map(|(grant, _)| *grant).collect()
            }
            None => {
                let grants = self.enrolled.get(&person)?.iter();
                let open = grants.filter(|(_, coverage)| **coverage == Coverage::Yes);
                open.map(|(grant, _)| *grant).collect()
            }
        };
        (!open.is_empty()).then_some(open)
    }

    fn is_open(&self, device: &PublicKey, person: Id) -> bool {
        match self.people.get(&person).map(|standing| &standing.devices) {
            Some(Devices::Listed(listed)) => listed.get(device) == Some(&Reach::Open),
            Some(Devices::Open) => true,
            None => self.enrolled.contains_key(&person),
        }
    }
}

/// What a roster entry allows. Whoever holds any grant is in the cohort.
fn by_roster(standing: &Standing, chains: &Chains<'_>, at: usize, need: Need) -> Coverage {
    let device = match &standing.devices {
        Devices::Open => Coverage::Yes,
        Devices::Listed(listed) => listed
            .get(&chains.get(at).batch.device)
            .map_or(Coverage::No(Refusal::Device), |reach| {
                chains.reaches(reach, at, Refusal::Device)
            }),
    };
    let reaches = |reach| chains.reaches(reach, at, Refusal::Ended);
    let grant = match need {
        Need::Membership => standing.grants.values().map(reaches).min(),
        Need::Grant(grant) => standing.grants.get(&grant).map(reaches),
        Need::Either(one, other) => {
            let held = [one, other].into_iter();
            held.filter_map(|it| standing.grants.get(&it))
                .map(reaches)
                .min()
        }
    };
    device.max(grant.unwrap_or(Coverage::No(Refusal::NotGranted)))
}
