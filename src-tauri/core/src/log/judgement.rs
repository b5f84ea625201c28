//! The judgement: a pure function of the set of batches, whatever their order
//! and however often each came, that says which items count.
//!
//! Signatures of batches are checked before, when a frame is opened; here it is
//! decided what a genuine batch may say.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::iter::successors;

use crate::domain::{Hash, Id, Kind};

use super::adoption::{Claim, Equivocation, settle};
use super::authority::{Authority, certificate, may_be_enrolled};
use super::chain::{Chains, Fork, Link};
use super::lineage::{Lineage, founds};
use super::policy::{Writers, owner_fits, signers, writers};
use super::verdict::{Coverage, Flaw, Missing, Verdict};
use super::{
    Birth, Change, ChangeFacts, Grant, Item, PublicKey, Rights, Roster, Sealed, SignedRecord,
    Standing, document_id,
};

/// What a set of batches amounts to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judgement {
    cohort: Id,
    root: Option<PublicKey>,
    tips: BTreeMap<Hash, Roster>,
    batches: BTreeMap<Hash, Judged>,
    devices: BTreeMap<PublicKey, Id>,
    members: BTreeMap<Id, BTreeSet<Grant>>,
    open_devices: BTreeSet<PublicKey>,
    forks: Vec<Fork>,
    equivocations: Vec<Equivocation>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Judged {
    /// The batch before, when the chain is whole.
    previous: Option<Hash>,
    author: Option<Id>,
    verdicts: Vec<Verdict>,
}

impl Judgement {
    /// Judges all `batches` of `cohort` that are here.
    pub fn of(cohort: Id, batches: &[Sealed]) -> Self {
        let chains = Chains::of(cohort, batches);
        let lineage = Lineage::of(&chains);
        let authority = Authority::of(&chains, &lineage);
        let court = Court {
            cohort,
            births: births(cohort, &chains),
            chains: &chains,
            lineage: &lineage,
            authority: &authority,
        };
        let (mut judged, claims) = court.judge();
        let settled = settle(&claims);
        for ((at, item), verdict) in settled.verdicts {
            judged[at].verdicts[item] = verdict;
        }
        for (at, sealed) in chains.iter() {
            for (item, verdict) in sealed.batch.items.iter().zip(&mut judged[at].verdicts) {
                if let Item::Birth(birth) = item
                    && !matches!(verdict, Verdict::Accepted | Verdict::Invalid(_))
                    && settled.alive.contains(&birth.doc)
                {
                    *verdict = Verdict::Adopted;
                }
            }
        }
        let devices = devices(&chains, &authority);
        let members = authority.members();
        let open_devices = devices
            .iter()
            .filter(|(device, person)| authority.is_open(device, **person))
            .map(|(device, _)| *device)
            .collect();
        Self {
            cohort,
            root: lineage.root,
            tips: lineage
                .tips
                .iter()
                .map(|(hash, roster)| (*hash, (*roster).clone()))
                .collect(),
            batches: chains
                .iter()
                .map(|(_, sealed)| sealed.hash)
                .zip(judged)
                .collect(),
            devices,
            members,
            open_devices,
            forks: chains.forks(),
            equivocations: settled.equivocations,
        }
    }

    /// The cohort it was made for.
    pub fn cohort(&self) -> Id {
        self.cohort
    }

    /// The key that signs rosters; `None` before the genesis is here.
    pub fn root(&self) -> Option<PublicKey> {
        self.root
    }

    /// The batches whose rosters no other replaces.
    pub fn tips(&self) -> Vec<Hash> {
        self.tips.keys().copied().collect()
    }

    /// The roster to sign next: in place of all tips, what they all allow, and
    /// of `people` what is given here.
    pub fn next_roster(&self, people: BTreeMap<Id, Standing>) -> Roster {
        let common = |one: &Hash, two: &Hash| self.common(*one, *two);
        let tips = self.tips.iter().map(|(hash, roster)| Roster {
            parents: vec![*hash],
            people: roster.people.clone(),
        });
        let merged = tips.reduce(|one, two| one.meet(&two, &common));
        let mut next = merged.unwrap_or_default();
        next.people.extend(people);
        next
    }

    /// The last batch that both follow, or are.
    fn common(&self, one: Hash, two: Hash) -> Option<Hash> {
        let before = |hash: &Hash| self.batches.get(hash).and_then(|judged| judged.previous);
        let chain: HashSet<Hash> = successors(Some(one), before).collect();
        successors(Some(two), before).find(|hash| chain.contains(hash))
    }

    /// The verdict on one item; `None` for a batch or an item that is not here.
    pub fn verdict(&self, batch: Hash, item: usize) -> Option<Verdict> {
        self.verdicts(batch).get(item).copied()
    }

    /// The verdicts on a batch's items, in order; empty when it is not here.
    pub fn verdicts(&self, batch: Hash) -> &[Verdict] {
        self.batches
            .get(&batch)
            .map_or(&[], |judged| &judged.verdicts)
    }

    /// For whom a batch was written, by its device's certificate; `None` when
    /// the rosters do not (all) know such a person. Says nothing of whether the
    /// batch counts: a stolen invitation names its owner too.
    pub fn author(&self, batch: Hash) -> Option<Id> {
        self.batches.get(&batch)?.author
    }

    /// For whom a device acts; `None` also when it claims to act for two.
    pub fn person_of(&self, device: &PublicKey) -> Option<Id> {
        self.devices.get(device).copied()
    }

    /// The devices with which a person may go on writing.
    pub fn devices_of(&self, person: Id) -> Vec<PublicKey> {
        let open = |device: &PublicKey| self.open_devices.contains(device);
        let devices = self.devices.iter().filter(|(_, other)| **other == person);
        devices.map(|(device, _)| *device).filter(open).collect()
    }

    /// Everyone who is in the cohort now, by id.
    pub fn members(&self) -> impl Iterator<Item = Id> + '_ {
        self.members.keys().copied()
    }

    /// What a person may do now, in order; ended grants are not among it.
    pub fn grants_of(&self, person: Id) -> Vec<Grant> {
        self.members
            .get(&person)
            .into_iter()
            .flatten()
            .copied()
            .collect()
    }

    /// Devices whose chain forked, all branches of which count.
    pub fn forks(&self) -> &[Fork] {
        &self.forks
    }

    /// Places in histories that had two contents.
    pub fn equivocations(&self) -> &[Equivocation] {
        &self.equivocations
    }

    /// What each device may go on to write, for asking before a save.
    pub fn rights(&self) -> Rights {
        Rights::from_judgement(self)
    }
}

/// Kind and owner of each record. They need no authority: the id is their hash.
/// Only a person's record bears a foreign id, so any other claim goes before it.
fn births(cohort: Id, chains: &Chains<'_>) -> HashMap<Id, (Kind, Id)> {
    let mut births = HashMap::new();
    for (at, sealed) in chains.iter() {
        if matches!(chains.link(at), Link::Broken(_)) {
            continue;
        }
        for item in &sealed.batch.items {
            if let Item::Birth(birth) = item
                && flaw_of(cohort, birth).is_none()
            {
                let facts = (birth.kind, birth.owner);
                let known = births.entry(birth.doc).or_insert(facts);
                if known.0 == Kind::Person {
                    *known = facts;
                }
            }
        }
    }
    births
}

fn flaw_of(cohort: Id, birth: &Birth) -> Option<Flaw> {
    if document_id(birth.kind, birth.owner, &birth.nonce) != birth.doc {
        Some(Flaw::Preimage)
    } else if !owner_fits(birth.kind, birth.owner, cohort) {
        Some(Flaw::Owner)
    } else {
        None
    }
}

fn devices(chains: &Chains<'_>, authority: &Authority<'_>) -> BTreeMap<PublicKey, Id> {
    let mut claimed: BTreeMap<PublicKey, BTreeSet<Option<Id>>> = BTreeMap::new();
    for (at, sealed) in chains.iter() {
        if chains.first(at) == Some(at) {
            claimed
                .entry(sealed.batch.device)
                .or_default()
                .insert(authority.person(at));
        }
    }
    let only = |people: BTreeSet<Option<Id>>| match people.len() {
        1 => people.into_iter().next().flatten(),
        _ => None,
    };
    claimed
        .into_iter()
        .filter_map(|(device, people)| Some((device, only(people)?)))
        .collect()
}

/// Everything that an item is judged by.
struct Court<'a> {
    cohort: Id,
    births: HashMap<Id, (Kind, Id)>,
    chains: &'a Chains<'a>,
    lineage: &'a Lineage<'a>,
    authority: &'a Authority<'a>,
}

impl Court<'_> {
    /// Judges each item by itself; changes come back as claims too, for what
    /// they are worth depends on each other.
    fn judge(&self) -> (Vec<Judged>, Vec<Claim>) {
        let mut claims = Vec::new();
        let judged = self
            .chains
            .iter()
            .map(|(at, sealed)| Judged {
                previous: self.chains.first(at).and(sealed.batch.previous),
                author: self.authority.person(at),
                verdicts: self.judge_batch(at, sealed, &mut claims),
            })
            .collect();
        (judged, claims)
    }

    fn judge_batch(&self, at: usize, sealed: &Sealed, claims: &mut Vec<Claim>) -> Vec<Verdict> {
        let items = &sealed.batch.items;
        if let Link::Broken(flaw) = self.chains.link(at) {
            return vec![Verdict::Invalid(flaw); items.len()];
        }
        let certified = certificate(sealed).map(|(index, _)| index);
        let first_roster = items
            .iter()
            .position(|item| matches!(item, Item::Roster(_)));
        let judge = |(index, item): (usize, &Item)| match item {
            Item::Genesis(genesis) if founds(sealed, index, genesis) => Verdict::Accepted,
            Item::Genesis(_) => Verdict::Invalid(Flaw::Genesis),
            Item::Certificate(_) if certified == Some(index) => {
                self.authority.covers(at, Writers::AnyMember).into()
            }
            Item::Certificate(_) => Verdict::Invalid(Flaw::Certificate),
            Item::Roster(_) if first_roster == Some(index) => self.roster(at),
            Item::Roster(_) => Verdict::Invalid(Flaw::NotRoot),
            Item::Enrolment(enrolment) if !may_be_enrolled(enrolment) => {
                Verdict::Invalid(Flaw::Enrolment)
            }
            Item::Enrolment(_) => self.authority.covers(at, Writers::Coordinators).into(),
            Item::Birth(birth) => self.birth(at, birth),
            Item::Change(change) => self.change((at, index), change, claims),
            Item::Signed(record) => self.signed(at, record),
        };
        items.iter().enumerate().map(judge).collect()
    }

    fn roster(&self, at: usize) -> Verdict {
        let verdict = self.lineage.verdicts.get(&at).copied();
        verdict.unwrap_or(Verdict::Pending(Missing::Genesis))
    }

    fn birth(&self, at: usize, birth: &Birth) -> Verdict {
        match flaw_of(self.cohort, birth) {
            Some(flaw) => Verdict::Invalid(flaw),
            None if self.births.get(&birth.doc) != Some(&(birth.kind, birth.owner)) => {
                Verdict::Invalid(Flaw::Preimage)
            }
            None => self
                .authority
                .covers(at, writers(birth.kind, birth.owner))
                .into(),
        }
    }

    fn change(&self, place: (usize, usize), change: &Change, claims: &mut Vec<Claim>) -> Verdict {
        let Ok(facts) = ChangeFacts::read(&change.bytes) else {
            return Verdict::Invalid(Flaw::Unreadable);
        };
        let at = place.0;
        if !facts.is_by(&self.chains.get(at).batch.device) {
            return Verdict::Invalid(Flaw::Actor);
        }
        let coverage = match self.births.get(&change.doc) {
            Some(&(kind, owner)) => self.authority.covers(at, writers(kind, owner)),
            None => Coverage::Unknown(Missing::Birth),
        };
        let person = self.authority.person(at);
        claims.push(Claim {
            place,
            doc: change.doc,
            facts,
            person,
            coverage,
        });
        coverage.into()
    }

    fn signed(&self, at: usize, record: &SignedRecord) -> Verdict {
        let subject = if record.subject == self.cohort {
            Some((Kind::Cohort, self.cohort))
        } else {
            self.births.get(&record.subject).copied()
        };
        let Some((kind, owner)) = subject else {
            return Verdict::Pending(Missing::Birth);
        };
        match signers(record.kind, kind, owner) {
            Some(writers) => self.authority.covers(at, writers).into(),
            None => Verdict::Invalid(Flaw::Subject),
        }
    }
}
