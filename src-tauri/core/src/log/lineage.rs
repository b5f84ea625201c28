//! Which rosters stand: the root's rosters as a graph of snapshots, and its tips.
//!
//! A roster stands when every roster that it replaces is here. Handing the root
//! over to another key is not provided for: all rosters are signed by the key
//! in the cohort's genesis, and a lost root needs a new cohort.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::domain::{Hash, Id};

use super::chain::{Chains, Link};
use super::verdict::{Flaw, Missing, Verdict};
use super::{Genesis, Item, PublicKey, Roster, Sealed, cohort_id};

/// Whether `genesis` founds the cohort of `sealed`, where it stands.
pub(super) fn founds(sealed: &Sealed, index: usize, genesis: &Genesis) -> bool {
    let batch = &sealed.batch;
    index == 0
        && batch.seq == 1
        && batch.device == genesis.root
        && batch.cohort == cohort_id(genesis)
}

/// The rosters of a set of batches.
pub(super) struct Lineage<'a> {
    /// The key that signs rosters, once the genesis is here.
    pub(super) root: Option<PublicKey>,
    /// The verdict on the roster of each batch that has one.
    pub(super) verdicts: BTreeMap<usize, Verdict>,
    /// The rosters that stand and that no standing roster replaces.
    pub(super) tips: Vec<(Hash, &'a Roster)>,
    /// Everyone whom a standing roster names.
    pub(super) known: HashSet<Id>,
}

impl<'a> Lineage<'a> {
    pub(super) fn of(chains: &Chains<'a>) -> Self {
        let root = root(chains);
        let mut verdicts = BTreeMap::new();
        let mut rosters = BTreeMap::new();
        for (at, sealed) in chains.iter() {
            if let Some(roster) = roster(sealed) {
                let verdict = candidate(chains, root, at);
                if verdict == Verdict::Accepted {
                    rosters.insert(at, roster);
                }
                verdicts.insert(at, verdict);
            }
        }
        resolve(chains, &rosters, &mut verdicts);
        let standing = |at: &usize| verdicts.get(at) == Some(&Verdict::Accepted);
        rosters.retain(|at, _| standing(at));
        let replaced: HashSet<Hash> = rosters
            .values()
            .flat_map(|roster| roster.parents.iter().copied())
            .collect();
        let tips = rosters
            .iter()
            .map(|(&at, &roster)| (chains.get(at).hash, roster))
            .filter(|(hash, _)| !replaced.contains(hash))
            .collect();
        let known = rosters
            .values()
            .flat_map(|roster| roster.people.keys().copied())
            .collect();
        Self {
            root,
            verdicts,
            tips,
            known,
        }
    }
}

/// The roster of a batch: its first; a second one would have no name.
fn roster(sealed: &Sealed) -> Option<&Roster> {
    sealed.batch.items.iter().find_map(|item| match item {
        Item::Roster(roster) => Some(roster),
        _ => None,
    })
}

fn root(chains: &Chains<'_>) -> Option<PublicKey> {
    chains
        .iter()
        .find_map(|(at, sealed)| match sealed.batch.items.first() {
            Some(Item::Genesis(genesis))
                if chains.first(at).is_some() && founds(sealed, 0, genesis) =>
            {
                Some(genesis.root)
            }
            _ => None,
        })
}

fn candidate(chains: &Chains<'_>, root: Option<PublicKey>, at: usize) -> Verdict {
    match (chains.link(at), root) {
        (Link::Broken(flaw), _) => Verdict::Invalid(flaw),
        (_, Some(root)) if root != chains.get(at).batch.device => Verdict::Invalid(Flaw::NotRoot),
        (Link::Gap, _) => Verdict::Pending(Missing::Batch),
        (_, None) => Verdict::Pending(Missing::Genesis),
        (Link::Whole { .. }, Some(_)) => Verdict::Accepted,
    }
}

/// Lets the rosters stand whose parents all stand, parents first.
fn resolve(
    chains: &Chains<'_>,
    rosters: &BTreeMap<usize, &Roster>,
    verdicts: &mut BTreeMap<usize, Verdict>,
) {
    let candidates = verdicts.clone();
    let could_be_roster = |at: usize| {
        candidates
            .get(&at)
            .is_some_and(|verdict| !matches!(verdict, Verdict::Invalid(_)))
    };
    let mut open: HashMap<usize, usize> = HashMap::new();
    let mut children: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut ready = Vec::new();
    for (&at, roster) in rosters {
        let parents: BTreeSet<&Hash> = roster.parents.iter().collect();
        let here: Vec<usize> = parents
            .iter()
            .filter_map(|parent| chains.find(parent))
            .collect();
        if !here.iter().all(|&parent| could_be_roster(parent)) {
            verdicts.insert(at, Verdict::Invalid(Flaw::Parents));
            continue;
        }
        verdicts.insert(at, Verdict::Pending(Missing::Roster));
        for parent in here {
            children.entry(parent).or_default().push(at);
        }
        open.insert(at, parents.len());
        if parents.is_empty() {
            ready.push(at);
        }
    }
    while let Some(at) = ready.pop() {
        verdicts.insert(at, Verdict::Accepted);
        for &child in children.get(&at).into_iter().flatten() {
            if let Some(left) = open.get_mut(&child) {
                *left -= 1;
                if *left == 0 {
                    ready.push(child);
                }
            }
        }
    }
}
