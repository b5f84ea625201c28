//! Drafts: what is being typed, written within half a second and local to this
//! laptop, until a pause or a leave seals it into the log.

use rusqlite::{OptionalExtension, Row, params};

use crate::domain::{Id, Kind, Record};

use super::{Store, StoreError};

/// A record in the making or in change.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// The record.
    pub doc: Id,
    /// Whose it will be.
    pub owner: Id,
    /// Sixteen random bytes of a record not yet born; `None` for a known one.
    pub nonce: Option<[u8; 16]>,
    /// The value in hand.
    pub record: Record,
    /// Seconds since 1970.
    pub at: u32,
}

const COLUMNS: &str = "doc, owner, nonce, kind, body, at";

impl Store {
    /// Keeps what `person` has typed so far.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_draft(&mut self, person: Id, draft: &Draft) -> Result<(), StoreError> {
        let body = serde_json::to_string(&draft.record.to_json()?)?;
        self.connection
            .prepare_cached(
                "INSERT INTO draft (doc, person, kind, owner, nonce, body, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (doc, person) DO UPDATE SET body = excluded.body, at = excluded.at",
            )?
            .execute(params![
                draft.doc,
                person,
                draft.record.kind().name(),
                draft.owner,
                draft.nonce,
                body,
                draft.at,
            ])?;
        Ok(())
    }

    /// What `person` has typed into `doc` and not sealed yet.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft(&self, person: Id, doc: Id) -> Result<Option<Draft>, StoreError> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM draft WHERE person = ?1 AND doc = ?2"
            ))?
            .query_row([person, doc], columns)
            .optional()?
            .map(read)
            .transpose()
    }

    /// Everything of one kind that `person` has begun, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn drafts(&self, person: Id, kind: Kind) -> Result<Vec<Draft>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM draft WHERE person = ?1 AND kind = ?2 ORDER BY at, doc"
        ))?;
        let rows = statement.query_map(params![person, kind.name()], columns)?;
        rows.map(|row| read(row?)).collect()
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn drop_draft(&mut self, person: Id, doc: Id) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("DELETE FROM draft WHERE person = ?1 AND doc = ?2")?
            .execute([person, doc])?;
        Ok(())
    }
}

type Columns = (Id, Id, Option<[u8; 16]>, String, String, u32);

fn columns(row: &Row<'_>) -> rusqlite::Result<Columns> {
    Ok((
        row.get(0)?,
        row.get(1)?,
        row.get(2)?,
        row.get(3)?,
        row.get(4)?,
        row.get(5)?,
    ))
}

fn read((doc, owner, nonce, kind, body, at): Columns) -> Result<Draft, StoreError> {
    let kind = Kind::parse(&kind).ok_or(StoreError::NoRecord(doc))?;
    let record = Record::from_json(kind, serde_json::from_str(&body)?)?;
    Ok(Draft {
        doc,
        owner,
        nonce,
        record,
        at,
    })
}
