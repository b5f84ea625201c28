//! From single changes to histories of records: which changes count, which are
//! adopted because somebody entitled built on them, and which of two contents
//! for one place in a history is kept.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::domain::{Hash, Id};

use super::ChangeFacts;
use super::verdict::{Coverage, Missing, Refusal, Verdict};

/// A genuine change in some batch.
pub(super) struct Claim {
    /// Batch and item.
    pub(super) place: (usize, usize),
    pub(super) doc: Id,
    pub(super) facts: ChangeFacts,
    /// For whom it was written, if anybody.
    pub(super) person: Option<Id>,
    pub(super) coverage: Coverage,
}

/// Two contents for one place in a record's history: somebody restored a laptop
/// while it ran, or cheated. The content most people built on is kept.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Equivocation {
    /// The record.
    pub doc: Id,
    /// Who, as the history names it: device prefix and process nonce.
    pub actor: Vec<u8>,
    /// The place among the actor's changes.
    pub seq: u64,
    /// The change that counts.
    pub kept: Hash,
    /// The changes that do not, by hash; what was built on them does not either.
    pub dropped: Vec<Hash>,
}

/// What became of the claims.
pub(super) struct Settled {
    pub(super) verdicts: Vec<((usize, usize), Verdict)>,
    /// Records of which at least one change counts.
    pub(super) alive: HashSet<Id>,
    pub(super) equivocations: Vec<Equivocation>,
}

pub(super) fn settle(claims: &[Claim]) -> Settled {
    let mut graph = Graph::of(claims);
    graph.count();
    let equivocations = graph.outvote();
    if !equivocations.is_empty() {
        graph.count();
    }
    let alive = graph
        .changes
        .iter()
        .filter(|it| it.counts)
        .map(|it| it.doc)
        .collect();
    let verdicts = claims
        .iter()
        .map(|claim| (claim.place, graph.verdict(claim)))
        .collect();
    Settled {
        verdicts,
        alive,
        equivocations,
    }
}

/// One change, in however many batches it came.
struct Node<'a> {
    doc: Id,
    facts: &'a ChangeFacts,
    /// The least of those for whom it was written, so that order does not matter.
    person: Option<Id>,
    /// Whether one of its batches was entitled to it.
    authorised: bool,
    children: Vec<usize>,
    /// The longest way back to a beginning; `None` while something is missing.
    depth: Option<usize>,
    outvoted: bool,
    counts: bool,
}

struct Graph<'a> {
    changes: Vec<Node<'a>>,
    places: HashMap<(Id, Hash), usize>,
    /// Changes with all that they build on, that first.
    complete: Vec<usize>,
}

impl<'a> Graph<'a> {
    fn of(claims: &'a [Claim]) -> Self {
        let mut graph = Self {
            changes: Vec::new(),
            places: HashMap::new(),
            complete: Vec::new(),
        };
        for claim in claims {
            let next = graph.changes.len();
            let at = *graph
                .places
                .entry((claim.doc, claim.facts.hash))
                .or_insert(next);
            if at == next {
                graph.changes.push(Node {
                    doc: claim.doc,
                    facts: &claim.facts,
                    person: claim.person,
                    authorised: false,
                    children: Vec::new(),
                    depth: None,
                    outvoted: false,
                    counts: false,
                });
            }
            let node = &mut graph.changes[at];
            node.authorised |= claim.coverage == Coverage::Yes;
            node.person = node.person.into_iter().chain(claim.person).min();
        }
        graph.connect();
        graph
    }

    fn dep(&self, at: usize, dep: &Hash) -> Option<usize> {
        self.places.get(&(self.changes[at].doc, *dep)).copied()
    }

    /// Links children, and orders the complete changes after what they build on.
    fn connect(&mut self) {
        let mut open: Vec<usize> = Vec::with_capacity(self.changes.len());
        for at in 0..self.changes.len() {
            let facts = self.changes[at].facts;
            open.push(facts.deps.len());
            for dep in &facts.deps {
                if let Some(dep) = self.dep(at, dep) {
                    self.changes[dep].children.push(at);
                }
            }
            if facts.deps.is_empty() {
                self.changes[at].depth = Some(0);
                self.complete.push(at);
            }
        }
        let mut next = 0;
        while let Some(&at) = self.complete.get(next) {
            next += 1;
            let depth = self.changes[at].depth.map(|depth| depth + 1);
            for child in self.changes[at].children.clone() {
                open[child] -= 1;
                if open[child] == 0 {
                    self.changes[child].depth = depth;
                    self.complete.push(child);
                }
            }
        }
    }

    /// Marks what counts: what is entitled and complete, and what that builds on.
    fn count(&mut self) {
        for node in &mut self.changes {
            node.counts = node.authorised && node.depth.is_some() && !node.outvoted;
        }
        for &at in self.complete.iter().rev() {
            if !self.changes[at].counts {
                continue;
            }
            for dep in &self.changes[at].facts.deps {
                if let Some(dep) = self.places.get(&(self.changes[at].doc, *dep)) {
                    self.changes[*dep].counts = true;
                }
            }
        }
    }

    /// Decides between contents for one place, early places first, and marks
    /// the others with all that builds on them.
    fn outvote(&mut self) -> Vec<Equivocation> {
        let mut places: BTreeMap<(Id, &[u8], u64), Vec<usize>> = BTreeMap::new();
        for &at in &self.complete {
            let Node {
                doc, facts, counts, ..
            } = &self.changes[at];
            if *counts {
                places
                    .entry((*doc, &facts.actor, facts.seq))
                    .or_default()
                    .push(at);
            }
        }
        let mut contested: Vec<Vec<usize>> = places
            .into_values()
            .filter(|contents| contents.len() > 1)
            .collect();
        // Stable, so that places of one depth stay in the order of the map.
        contested.sort_by_key(|contents| {
            contents
                .iter()
                .filter_map(|&at| self.changes[at].depth)
                .min()
        });
        let mut equivocations: Vec<Equivocation> = contested
            .into_iter()
            .filter_map(|contents| self.decide(&contents))
            .collect();
        equivocations.sort();
        equivocations
    }

    fn decide(&mut self, contents: &[usize]) -> Option<Equivocation> {
        let mut live: Vec<usize> = contents
            .iter()
            .copied()
            .filter(|&at| !self.changes[at].outvoted)
            .collect();
        live.sort_by_cached_key(|&at| (Reverse(self.support(at)), self.changes[at].facts.hash));
        let (&kept, dropped) = live.split_first()?;
        if dropped.is_empty() {
            return None;
        }
        let Node { doc, facts, .. } = &self.changes[kept];
        let mut equivocation = Equivocation {
            doc: *doc,
            actor: facts.actor.clone(),
            seq: facts.seq,
            kept: facts.hash,
            dropped: dropped
                .iter()
                .map(|&at| self.changes[at].facts.hash)
                .collect(),
        };
        equivocation.dropped.sort_unstable();
        for &loser in dropped {
            for at in self.built_on(loser) {
                self.changes[at].outvoted = true;
            }
        }
        Some(equivocation)
    }

    /// How many other people, entitled to, built on a change.
    fn support(&self, at: usize) -> usize {
        let author = self.changes[at].person;
        let people: BTreeSet<Option<Id>> = self
            .built_on(at)
            .into_iter()
            .map(|at| &self.changes[at])
            .filter(|node| node.authorised && node.depth.is_some() && !node.outvoted)
            .map(|node| node.person)
            .filter(|person| *person != author)
            .collect();
        people.len()
    }

    /// A change and everything that builds on it.
    fn built_on(&self, at: usize) -> Vec<usize> {
        let mut seen = HashSet::from([at]);
        let mut found = vec![at];
        let mut next = 0;
        while let Some(&at) = found.get(next) {
            next += 1;
            for &child in &self.changes[at].children {
                if seen.insert(child) {
                    found.push(child);
                }
            }
        }
        found
    }

    fn verdict(&self, claim: &Claim) -> Verdict {
        let Some(&at) = self.places.get(&(claim.doc, claim.facts.hash)) else {
            return claim.coverage.into();
        };
        let node = &self.changes[at];
        match claim.coverage {
            Coverage::Yes if node.counts => Verdict::Accepted,
            _ if node.counts => Verdict::Adopted,
            Coverage::Yes if node.outvoted => Verdict::Quarantined(Refusal::Outvoted),
            Coverage::Yes => Verdict::Pending(Missing::Dependency),
            other => other.into(),
        }
    }
}
