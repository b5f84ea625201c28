//! Rebuilding: every projection made anew from the log.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::backup::Backup;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::domain::{Hash, Id, Kind};
use crate::log::{
    Birth, ChangeFacts, Document, DocumentError, Item, Judgement, Sealed, Verdict, person_id,
};

use super::projection::{self, Projected, VersionRow};
use super::{Store, StoreError, batches, documents, tokenizer};

/// What the log says of one record.
#[derive(Default)]
struct History<'a> {
    birth: Option<(&'a Birth, Id, u32)>,
    changes: Vec<Made<'a>>,
    adopted: bool,
}

struct Made<'a> {
    facts: ChangeFacts,
    bytes: &'a [u8],
    author: Id,
    at: u32,
}

/// What a rebuild found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rebuilt {
    /// Batches in the log.
    pub batches: usize,
    /// Records made anew.
    pub records: usize,
    /// Statements held back, because nobody may make them yet.
    pub held: usize,
    /// Whether the projections were what the log says.
    pub was_equal: bool,
}

impl Store {
    /// Verifies every batch and makes every projection anew, in one
    /// transaction: the old ones stay until the new ones are whole.
    ///
    /// # Errors
    /// When a batch does not verify or the database cannot be written.
    pub fn rebuild(&mut self) -> Result<Rebuilt, StoreError> {
        self.documents.forget_all();
        let rebuilt = replay(&mut self.connection, self.cohort)?;
        self.refresh_rights()?;
        Ok(rebuilt)
    }

    /// What [`Store::rebuild`] would find, tried on a copy in memory: nothing is
    /// written, and a window may have the cohort open meanwhile.
    ///
    /// # Errors
    /// When a batch does not verify or the database cannot be read.
    pub fn rehearse(&self) -> Result<Rebuilt, StoreError> {
        let mut copy = Connection::open_in_memory()?;
        Backup::new(&self.connection, &mut copy)?.step(-1)?;
        tokenizer::register(&copy)?;
        replay(&mut copy, self.cohort)
    }
}

fn replay(connection: &mut Connection, cohort: Id) -> Result<Rebuilt, StoreError> {
    let before = projection::digest(connection)?;
    let sealed = batches::all(connection)?;
    let judgement = Judgement::of(cohort, &sealed);
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    projection::clear(&tx)?;
    for it in &sealed {
        batches::note_records(&tx, it)?;
    }
    let mut held = project_statements(&tx, &sealed, &judgement)?;
    let (order, mut histories) = histories(&sealed, &judgement)?;
    let mut records = 0;
    for doc in order {
        let Some(history) = histories.remove(&doc) else {
            continue;
        };
        match project_record(&tx, doc, history) {
            Ok(shown) => records += usize::from(shown),
            Err(StoreError::Document(error)) => {
                // A crafted or damaged history costs its own record only.
                held += put_aside(&tx, doc, &error)?;
            }
            Err(error) => return Err(error),
        }
    }
    tx.commit()?;
    let was_equal = projection::digest(connection)? == before;
    Ok(Rebuilt {
        batches: sealed.len(),
        records,
        held,
        was_equal,
    })
}

/// Who wrote a batch. What an adopted stranger wrote bears the stranger's own
/// key, whom no record names.
fn author_of(judgement: &Judgement, sealed: &Sealed) -> Id {
    judgement
        .author(sealed.hash)
        .unwrap_or_else(|| person_id(&sealed.batch.device))
}

/// Holds back every batch that speaks of a record whose history is unreadable.
fn put_aside(tx: &Transaction<'_>, doc: Id, why: &DocumentError) -> Result<usize, StoreError> {
    tx.execute("DELETE FROM version WHERE doc = ?1", [doc])?;
    let held = tx.execute(
        "INSERT OR IGNORE INTO held SELECT batch, -1, ?2 FROM docbatch WHERE doc = ?1",
        params![doc, why.to_string()],
    )?;
    Ok(held)
}

/// Signed values, and what is held back.
fn project_statements(
    tx: &Transaction<'_>,
    sealed: &[Sealed],
    judgement: &Judgement,
) -> Result<usize, StoreError> {
    let mut hold = tx.prepare("INSERT INTO held SELECT id, ?2, ?3 FROM batch WHERE hash = ?1")?;
    let mut held = 0;
    for it in sealed {
        let author = judgement.author(it.hash);
        for (place, (item, verdict)) in it
            .batch
            .items
            .iter()
            .zip(judgement.verdicts(it.hash))
            .enumerate()
        {
            match (item, verdict, author) {
                (Item::Signed(record), Verdict::Accepted | Verdict::Adopted, Some(author)) => {
                    projection::write_signed(tx, record, author, it.batch.at)?;
                }
                (_, Verdict::Accepted | Verdict::Adopted, _) => {}
                (_, other, _) => {
                    let place = i64::try_from(place).unwrap_or(i64::MAX);
                    hold.execute(params![it.hash, place, format!("{other:?}")])?;
                    held += 1;
                }
            }
        }
    }
    Ok(held)
}

/// The accepted changes of every record, and the records in order of birth.
fn histories<'a>(
    sealed: &'a [Sealed],
    judgement: &Judgement,
) -> Result<(Vec<Id>, HashMap<Id, History<'a>>), StoreError> {
    let mut order = Vec::new();
    let mut histories: HashMap<Id, History<'a>> = HashMap::new();
    for it in sealed {
        let author = author_of(judgement, it);
        for (item, verdict) in it.batch.items.iter().zip(judgement.verdicts(it.hash)) {
            let adopted = match verdict {
                Verdict::Accepted => false,
                Verdict::Adopted => true,
                _ => continue,
            };
            match item {
                Item::Birth(birth) => {
                    let history = histories.entry(birth.doc).or_default();
                    if history.birth.is_none() {
                        history.birth = Some((birth, author, it.batch.at));
                        order.push(birth.doc);
                    }
                }
                Item::Change(change) => {
                    let history = histories.entry(change.doc).or_default();
                    history.adopted |= adopted;
                    let facts = ChangeFacts::read(&change.bytes)?;
                    let bytes = change.bytes.as_slice();
                    history.changes.push(Made {
                        facts,
                        bytes,
                        author,
                        at: it.batch.at,
                    });
                }
                _ => {}
            }
        }
    }
    Ok((order, histories))
}

/// Replays a record's changes; `false` when nothing of it can be shown yet.
fn project_record(tx: &Transaction<'_>, doc: Id, history: History<'_>) -> Result<bool, StoreError> {
    let Some((birth, author, created_at)) = history.birth else {
        return Ok(false);
    };
    let mut document = Document::new(birth.kind);
    let mut changed_at = created_at;
    let changes = in_causal_order(history.changes);
    if changes.is_empty() {
        return Ok(false);
    }
    for change in changes {
        document.apply(change.bytes)?;
        changed_at = changed_at.max(change.at);
        let row = VersionRow {
            version: change.facts.hash,
            author: change.author,
            at: change.at,
            removed: document.is_removed(),
        };
        projection::write_version(tx, doc, &row)?;
    }
    let heads = document.heads();
    let state = document.read()?;
    if birth.kind == Kind::Proposal {
        documents::write_cache(tx, doc, &heads, &document.save())?;
    }
    let owner = birth.owner;
    let adopted = history.adopted;
    let projected = Projected {
        doc,
        owner,
        author,
        created_at,
        changed_at,
        adopted,
        heads: &heads,
        state: &state,
    };
    projection::write_record(tx, &projected)?;
    Ok(true)
}

/// Parents before children; among equals the smaller time and hash first, so
/// that the order depends on the set of changes alone.
fn in_causal_order(changes: Vec<Made<'_>>) -> Vec<Made<'_>> {
    let mut waiting: HashMap<Hash, usize> = HashMap::new();
    let mut children: HashMap<Hash, Vec<Hash>> = HashMap::new();
    let mut by_hash: BTreeMap<Hash, Made<'_>> = BTreeMap::new();
    for change in changes {
        by_hash.entry(change.facts.hash).or_insert(change);
    }
    let mut ready = BTreeSet::new();
    for (hash, change) in &by_hash {
        waiting.insert(*hash, change.facts.deps.len());
        for dep in &change.facts.deps {
            children.entry(*dep).or_default().push(*hash);
        }
        if change.facts.deps.is_empty() {
            ready.insert((change.at, *hash));
        }
    }
    let mut ordered = Vec::with_capacity(by_hash.len());
    while let Some((_, hash)) = ready.pop_first() {
        for child in children.remove(&hash).unwrap_or_default() {
            if let Some(left) = waiting.get_mut(&child) {
                *left -= 1;
                if *left == 0
                    && let Some(change) = by_hash.get(&child)
                {
                    ready.insert((change.at, child));
                }
            }
        }
        ordered.extend(by_hash.remove(&hash));
    }
    ordered
}
