//! Projections: the rows that screens read, made from the log and nothing else.
//!
//! The live path and a rebuild both end in the functions below, so they cannot
//! come to differ.

use rusqlite::{OptionalExtension, Transaction, params};

use crate::domain::{Hash, Id, Kind, Record};
use crate::log::{SignedRecord, State};

use super::values::joined;
use super::{StoreError, words};

/// One line of a record's history.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct VersionRow {
    pub(super) version: Hash,
    pub(super) author: Id,
    pub(super) at: u32,
    pub(super) removed: bool,
}

/// A record as it is to be shown.
pub(super) struct Projected<'a> {
    pub(super) doc: Id,
    pub(super) owner: Id,
    pub(super) author: Id,
    pub(super) created_at: u32,
    pub(super) changed_at: u32,
    pub(super) adopted: bool,
    pub(super) heads: &'a [Hash],
    pub(super) state: &'a State,
}

/// Writes the row of a record, its search entries and its citations.
pub(super) fn write_record(tx: &Transaction<'_>, it: &Projected<'_>) -> Result<(), StoreError> {
    let record = &it.state.record;
    let body = serde_json::to_string(&record.to_json()?)?;
    let words = record.searchable();
    let old = words::said(tx, it.doc)?;
    let new = match it.state.removed {
        true => String::new(),
        false => words::spoken(record.title(), &words),
    };
    // A new number or date costs no rewriting of the search index.
    let reworded = old != new;
    if reworded {
        forget_words(tx, it.doc)?;
    }
    tx.prepare_cached(
        "INSERT INTO record (doc, kind, owner, author, site, created_at, changed_at, removed,
                             adopted, heads, title, body, words)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT (doc) DO UPDATE SET
             site = excluded.site, changed_at = excluded.changed_at, removed = excluded.removed,
             adopted = excluded.adopted, heads = excluded.heads, title = excluded.title,
             body = excluded.body, words = excluded.words",
    )?
    .execute(params![
        it.doc,
        record.kind().name(),
        it.owner,
        it.author,
        site_of(record),
        it.created_at,
        it.changed_at,
        it.state.removed,
        it.adopted,
        joined(it.heads),
        record.title(),
        body,
        words,
    ])?;
    if reworded {
        learn_words(tx, it.doc)?;
        words::recount(tx, &old, &new)?;
    }
    write_citations(tx, it.doc, record)
}

/// Adds a line to a record's history.
pub(super) fn write_version(
    tx: &Transaction<'_>,
    doc: Id,
    row: &VersionRow,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO version (doc, number, version, author, at, removed)
         SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 FROM version WHERE doc = ?1",
    )?
    .execute(params![doc, row.version, row.author, row.at, row.removed])?;
    Ok(())
}

/// Adds a signed value.
pub(super) fn write_signed(
    tx: &Transaction<'_>,
    signed: &SignedRecord,
    author: Id,
    at: u32,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO signed (hash, kind, subject, author, at, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (hash) DO NOTHING",
    )?
    .execute(params![
        signed.id(),
        signed.kind.name(),
        signed.subject,
        author,
        at,
        String::from_utf8_lossy(&signed.body),
    ])?;
    Ok(())
}

/// Empties every projection before a rebuild.
pub(super) fn clear(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.execute_batch(
        "DELETE FROM record; DELETE FROM version; DELETE FROM cites; DELETE FROM signed;
         DELETE FROM held; DELETE FROM document_cache; DELETE FROM docbatch;
         DELETE FROM word; INSERT INTO stems (stems) VALUES ('delete-all');",
    )?;
    Ok(())
}

/// A hash over every projected row, in a fixed order: equal logs, equal digests.
pub(super) fn digest(connection: &rusqlite::Connection) -> Result<Hash, StoreError> {
    const TABLES: &[(&str, &str)] = &[
        ("docbatch", "doc, batch"),
        ("record", "doc"),
        ("version", "doc, number"),
        ("cites", "doc, observation, version"),
        ("signed", "hash"),
        ("held", "batch, item"),
        ("word", "word"),
    ];
    let mut hasher = blake3::Hasher::new();
    for (table, order) in TABLES {
        let mut statement =
            connection.prepare(&format!("SELECT * FROM {table} ORDER BY {order}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                hasher.update(format!("{:?}\n", row.get_ref(column)?).as_bytes());
            }
        }
    }
    Ok(Hash::from_bytes(*hasher.finalize().as_bytes()))
}

/// A full-text table with external content must be told the old words.
fn forget_words(tx: &Transaction<'_>, doc: Id) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO stems (stems, rowid, title, words)
         SELECT 'delete', id, title, words FROM record WHERE doc = ?1 AND NOT removed",
    )?
    .execute([doc])?;
    Ok(())
}

fn learn_words(tx: &Transaction<'_>, doc: Id) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO stems (rowid, title, words)
         SELECT id, title, words FROM record WHERE doc = ?1 AND NOT removed",
    )?
    .execute([doc])?;
    Ok(())
}

fn write_citations(tx: &Transaction<'_>, doc: Id, record: &Record) -> Result<(), StoreError> {
    let Record::Proposal(proposal) = record else {
        return Ok(());
    };
    tx.prepare_cached("DELETE FROM cites WHERE doc = ?1")?
        .execute([doc])?;
    let mut insert = tx.prepare_cached("INSERT OR IGNORE INTO cites VALUES (?1, ?2, ?3)")?;
    for citation in proposal.citations() {
        insert.execute(params![doc, citation.observation, citation.version])?;
    }
    Ok(())
}

/// The site a record belongs to, for filters.
fn site_of(record: &Record) -> Option<Id> {
    match record {
        Record::Observation(it) => it.site,
        Record::Visit(it) => it.site,
        Record::Practice(it) => it.site,
        _ => None,
    }
}

/// Kind and owner of a projected record.
pub(super) fn identity(
    connection: &rusqlite::Connection,
    doc: Id,
) -> Result<Option<(Kind, Id)>, StoreError> {
    let found = connection
        .prepare_cached("SELECT kind, owner FROM record WHERE doc = ?1")?
        .query_row([doc], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Id>(1)?))
        })
        .optional()?;
    Ok(found.and_then(|(kind, owner)| Kind::parse(&kind).map(|kind| (kind, owner))))
}
