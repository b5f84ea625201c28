//! The log table: appending sealed batches and reading them back.

use rusqlite::{Connection, OptionalExtension, Params, Transaction, params};

use crate::domain::{Hash, Id};
use crate::log::{Frame, FrameError, Item, PublicKey, Sealed};

use super::StoreError;

/// Where a device's chain stands.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct ChainEnd {
    pub(super) seq: u64,
    pub(super) hash: Option<Hash>,
}

/// The newest batch of `device`.
pub(super) fn chain_end(
    connection: &Connection,
    device: PublicKey,
) -> Result<ChainEnd, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, hash FROM batch WHERE device = ?1 ORDER BY seq DESC LIMIT 1",
    )?;
    let found = statement
        .query_row([device], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Hash>(1)?))
        })
        .optional()?;
    Ok(
        found.map_or_else(ChainEnd::default, |(seq, hash)| ChainEnd {
            seq: seq.unsigned_abs(),
            hash: Some(hash),
        }),
    )
}

/// Adds a batch; `None` when it is there already.
pub(super) fn insert(tx: &Transaction<'_>, sealed: &Sealed) -> Result<Option<i64>, StoreError> {
    let inserted = tx
        .prepare_cached(
            "INSERT INTO batch (hash, device, seq, trust, frame) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (hash) DO NOTHING",
        )?
        .execute(params![
            sealed.hash,
            sealed.batch.device,
            i64::try_from(sealed.batch.seq).unwrap_or(i64::MAX),
            sealed.batch.items.iter().any(speaks_of_trust),
            sealed.frame,
        ])?;
    if inserted == 0 {
        return Ok(None);
    }
    let number = tx.last_insert_rowid();
    note_records(tx, sealed)?;
    Ok(Some(number))
}

/// Notes which records a batch of the log speaks of.
pub(super) fn note_records(tx: &Transaction<'_>, sealed: &Sealed) -> Result<(), StoreError> {
    let mut speaks_of = tx.prepare_cached(
        "INSERT OR IGNORE INTO docbatch SELECT ?1, id FROM batch WHERE hash = ?2",
    )?;
    for item in &sealed.batch.items {
        if let Item::Change(change) = item {
            speaks_of.execute(params![change.doc, sealed.hash])?;
        }
    }
    Ok(())
}

/// Whether an item says anything of who may do what.
pub(super) fn speaks_of_trust(item: &Item) -> bool {
    matches!(
        item,
        Item::Genesis(_) | Item::Certificate(_) | Item::Roster(_) | Item::Enrolment(_)
    )
}

/// Every batch in the order it arrived, each verified anew.
pub(super) fn all(connection: &Connection) -> Result<Vec<Sealed>, StoreError> {
    let numbered = read(
        connection,
        "SELECT id, frame FROM batch ORDER BY id",
        [],
        Sealed::open,
    )?;
    Ok(numbered.into_iter().map(|(_, sealed)| sealed).collect())
}

/// The batches that speak of `doc` with their numbers, in the order they arrived.
pub(super) fn about(connection: &Connection, doc: Id) -> Result<Vec<(i64, Sealed)>, StoreError> {
    let sql = "SELECT batch.id, frame FROM docbatch JOIN batch ON batch.id = docbatch.batch
               WHERE doc = ?1 ORDER BY batch.id";
    read(connection, sql, [doc], Sealed::read)
}

fn read(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    open: fn(Frame) -> Result<Sealed, FrameError>,
) -> Result<Vec<(i64, Sealed)>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(parameters, |row| Ok((row.get(0)?, row.get::<_, Frame>(1)?)))?;
    rows.map(|row| {
        let (number, frame) = row?;
        let sealed = open(frame).map_err(|source| StoreError::Frame { number, source })?;
        Ok((number, sealed))
    })
    .collect()
}
