//! The chains of batches: which batch follows which, what is missing, where a
//! device's chain forks, and whether one batch came before another.
//!
//! Knows nothing of people and rights.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{Hash, Id};

use super::verdict::{Coverage, Flaw, Missing, Refusal};
use super::{PublicKey, Reach, Sealed};

/// A device that said two things after the same batch, as a laptop restored
/// from a copy does. All branches count; people are told.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fork {
    /// The device.
    pub device: PublicKey,
    /// The last batch before the branches; `None` when they start the chain.
    pub after: Option<Hash>,
    /// The first batch of each branch, by hash.
    pub branches: Vec<Hash>,
}

/// How a batch hangs on those before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Link {
    /// The chain reaches back to the device's first batch, at this place.
    Whole { first: usize },
    /// Some batch before it is not here.
    Gap,
    /// It cannot belong to a chain of this cohort.
    Broken(Flaw),
}

/// A set of batches by chain. Batches are named by their place in hash order,
/// so nothing depends on the order in which they came.
pub(super) struct Chains<'a> {
    batches: Vec<&'a Sealed>,
    places: HashMap<Hash, usize>,
    links: Vec<Link>,
    /// Places sorted so that every batch comes after the one it follows.
    by_seq: Vec<usize>,
    /// Per batch its number in a depth-first walk of its tree, and how many
    /// batches its subtree has: "came before" in constant time.
    walk: Vec<(usize, usize)>,
}

impl<'a> Chains<'a> {
    pub(super) fn of(cohort: Id, batches: &'a [Sealed]) -> Self {
        let mut batches: Vec<&Sealed> = batches.iter().collect();
        batches.sort_unstable_by_key(|sealed| sealed.hash);
        batches.dedup_by_key(|sealed| sealed.hash);
        let places = batches
            .iter()
            .enumerate()
            .map(|(at, it)| (it.hash, at))
            .collect();
        let mut by_seq: Vec<usize> = (0..batches.len()).collect();
        by_seq.sort_by_key(|&at| batches[at].batch.seq);
        let mut chains = Self {
            links: vec![Link::Gap; batches.len()],
            walk: vec![(0, 0); batches.len()],
            batches,
            places,
            by_seq,
        };
        for place in 0..chains.by_seq.len() {
            let at = chains.by_seq[place];
            chains.links[at] = chains.link_of(cohort, at);
        }
        chains.number();
        chains
    }

    /// Every place with its batch, in hash order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &'a Sealed)> + '_ {
        self.batches.iter().copied().enumerate()
    }

    pub(super) fn get(&self, at: usize) -> &'a Sealed {
        self.batches[at]
    }

    pub(super) fn find(&self, hash: &Hash) -> Option<usize> {
        self.places.get(hash).copied()
    }

    pub(super) fn link(&self, at: usize) -> Link {
        self.links[at]
    }

    /// The first batch of the chain that `at` is in, when all of it is here.
    pub(super) fn first(&self, at: usize) -> Option<usize> {
        match self.links[at] {
            Link::Whole { first } => Some(first),
            Link::Gap | Link::Broken(_) => None,
        }
    }

    /// Whether `reach` extends to the batch at `at`, whose chain is whole;
    /// `refusal` is what to say if it does not.
    pub(super) fn reaches(&self, reach: &Reach, at: usize, refusal: Refusal) -> Coverage {
        let heads = match reach {
            Reach::Open => return Coverage::Yes,
            Reach::Until(cuts) => cuts.get(&self.batches[at].batch.device),
        };
        let answer = |head: &Hash| match self.find(head) {
            Some(head) => match self.links[head] {
                Link::Whole { .. } if self.came_before(at, head) => Coverage::Yes,
                Link::Whole { .. } | Link::Broken(_) => Coverage::No(refusal),
                Link::Gap => Coverage::Unknown(Missing::CutHead),
            },
            None => Coverage::Unknown(Missing::CutHead),
        };
        heads
            .into_iter()
            .flatten()
            .map(answer)
            .min()
            .unwrap_or(Coverage::No(refusal))
    }

    /// Where chains fork, by device.
    pub(super) fn forks(&self) -> Vec<Fork> {
        let mut branches: BTreeMap<(PublicKey, Option<Hash>), Vec<Hash>> = BTreeMap::new();
        for (at, sealed) in self.iter() {
            if self.first(at).is_some() {
                let after = (sealed.batch.device, sealed.batch.previous);
                branches.entry(after).or_default().push(sealed.hash);
            }
        }
        branches
            .into_iter()
            .filter(|(_, branches)| branches.len() > 1)
            .map(|((device, after), branches)| Fork {
                device,
                after,
                branches,
            })
            .collect()
    }

    /// Whether `at` is `head` or lies on the way to it.
    fn came_before(&self, at: usize, head: usize) -> bool {
        let (number, size) = self.walk[at];
        (number..number + size).contains(&self.walk[head].0)
    }

    fn link_of(&self, cohort: Id, at: usize) -> Link {
        let batch = &self.batches[at].batch;
        if batch.cohort != cohort {
            return Link::Broken(Flaw::Cohort);
        }
        let Some(previous) = batch.previous else {
            return if batch.seq == 1 {
                Link::Whole { first: at }
            } else {
                Link::Broken(Flaw::Chain)
            };
        };
        if batch.seq <= 1 {
            return Link::Broken(Flaw::Chain);
        }
        let Some(previous) = self.find(&previous) else {
            return Link::Gap;
        };
        let before = &self.batches[previous].batch;
        if before.device != batch.device || before.seq.checked_add(1) != Some(batch.seq) {
            return Link::Broken(Flaw::Chain);
        }
        match self.links[previous] {
            Link::Broken(_) => Link::Broken(Flaw::Chain),
            link => link,
        }
    }

    /// Numbers every whole chain depth first: sizes from the leaves up, then
    /// numbers from the first batches down.
    fn number(&mut self) {
        let previous = |chains: &Self, at: usize| {
            let previous = chains.batches[at].batch.previous?;
            chains.find(&previous)
        };
        let whole: Vec<usize> = self
            .by_seq
            .iter()
            .copied()
            .filter(|&at| self.first(at).is_some())
            .collect();
        for &at in whole.iter().rev() {
            self.walk[at].1 += 1;
            if let Some(previous) = previous(self, at) {
                self.walk[previous].1 += self.walk[at].1;
            }
        }
        let mut next_tree = 0;
        let mut next_child = vec![0; self.batches.len()];
        for &at in &whole {
            let size = self.walk[at].1;
            let next = match previous(self, at) {
                Some(previous) => &mut next_child[previous],
                None => &mut next_tree,
            };
            let number = *next;
            *next += size;
            self.walk[at].0 = number;
            next_child[at] = number + 1;
        }
    }
}
