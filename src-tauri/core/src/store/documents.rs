//! Documents in memory: loading a record's history when somebody edits it, and
//! keeping the few that were edited last.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{Hash, Id, Kind};
use crate::log::{Document, Item};

use super::values::joined;
use super::{StoreError, batches};

/// This many documents stay loaded; a proposal of 30 kB takes about 1 MB.
const KEPT: usize = 32;

/// The documents edited last.
#[derive(Default)]
pub(super) struct Documents {
    loaded: HashMap<Id, Document>,
}

impl Documents {
    /// The document of `doc`, loaded if need be; empty for a record unknown yet.
    pub(super) fn get(
        &mut self,
        connection: &Connection,
        doc: Id,
        kind: Kind,
    ) -> Result<&mut Document, StoreError> {
        if self.loaded.len() >= KEPT && !self.loaded.contains_key(&doc) {
            self.loaded.clear();
        }
        match self.loaded.entry(doc) {
            std::collections::hash_map::Entry::Occupied(entry) => Ok(entry.into_mut()),
            std::collections::hash_map::Entry::Vacant(entry) => {
                Ok(entry.insert(load(connection, doc, kind)?))
            }
        }
    }

    /// An empty document for a record that comes into being.
    pub(super) fn begin(&mut self, doc: Id, kind: Kind) -> &mut Document {
        if self.loaded.len() >= KEPT {
            self.loaded.clear();
        }
        let entry = self.loaded.entry(doc);
        entry.insert_entry(Document::new(kind)).into_mut()
    }

    /// Forgets documents whose memory may be ahead of the log.
    pub(super) fn forget(&mut self, docs: &[Id]) {
        for doc in docs {
            self.loaded.remove(doc);
        }
    }

    pub(super) fn forget_all(&mut self) {
        self.loaded.clear();
    }
}

fn load(connection: &Connection, doc: Id, kind: Kind) -> Result<Document, StoreError> {
    if let Some(document) = from_cache(connection, doc, kind)? {
        return Ok(document);
    }
    let held = held_items(connection, doc)?;
    let mut document = Document::new(kind);
    for (number, sealed) in batches::about(connection, doc)? {
        for (place, item) in sealed.batch.items.iter().enumerate() {
            match item {
                Item::Change(change) if change.doc == doc && !held.contains(&(number, place)) => {
                    document.apply(&change.bytes)?;
                }
                _ => {}
            }
        }
    }
    Ok(document)
}

fn held_items(connection: &Connection, doc: Id) -> Result<HashSet<(i64, usize)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT held.batch, held.item FROM held JOIN docbatch USING (batch) WHERE doc = ?1",
    )?;
    let rows = statement.query_map([doc], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
    rows.map(|row| {
        let (batch, item) = row?;
        Ok((batch, usize::try_from(item).unwrap_or(usize::MAX)))
    })
    .collect()
}

/// A cached document counts only while its heads are the record's.
fn from_cache(
    connection: &Connection,
    doc: Id,
    kind: Kind,
) -> Result<Option<Document>, StoreError> {
    let saved: Option<Vec<u8>> = connection
        .prepare_cached(
            "SELECT saved FROM document_cache JOIN record USING (doc)
             WHERE doc = ?1 AND record.heads = document_cache.heads",
        )?
        .query_row([doc], |row| row.get(0))
        .optional()?;
    // A damaged cache is no harm: the log has it all.
    Ok(saved.and_then(|saved| Document::load(kind, &saved).ok()))
}

/// Keeps the compact form of a document beside its record.
pub(super) fn write_cache(
    connection: &Connection,
    doc: Id,
    heads: &[Hash],
    saved: &[u8],
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO document_cache (doc, heads, saved) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![doc, joined(heads), saved])?;
    Ok(())
}
