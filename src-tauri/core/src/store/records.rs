//! Reading records, their histories and the signed values.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params_from_iter};

use crate::domain::{Hash, Id, Kind, Record};
use crate::log::{SignedKind, State};

use super::values::parted;
use super::{Store, StoreError, projection};

/// A record as projected.
#[derive(Clone, PartialEq, Debug)]
pub struct Stored {
    /// The record's id.
    pub doc: Id,
    /// Whose it is.
    pub owner: Id,
    /// Who made it.
    pub author: Id,
    /// Seconds since 1970, by the maker's clock.
    pub created_at: u32,
    /// Seconds since 1970, by the last editor's clock.
    pub changed_at: u32,
    /// Whether it is removed.
    pub removed: bool,
    /// The newest changes; a version is cited by the first.
    pub heads: Vec<Hash>,
    /// Its fields.
    pub record: Record,
}

/// Which records to list.
#[derive(Clone, PartialEq, Debug)]
pub struct Wanted {
    /// Of this kind.
    pub kind: Kind,
    /// At this site.
    pub site: Option<Id>,
    /// Made by this person.
    pub author: Option<Id>,
    /// Belonging to this person or group.
    pub owner: Option<Id>,
    /// Also those that were removed.
    pub with_removed: bool,
    /// At most this many; `None` for all.
    pub limit: Option<u32>,
    /// Skipping the first ones.
    pub offset: u32,
}

impl Wanted {
    /// All of one kind.
    pub fn all(kind: Kind) -> Self {
        Self {
            kind,
            site: None,
            author: None,
            owner: None,
            with_removed: false,
            limit: None,
            offset: 0,
        }
    }
}

/// One line of a record's history, oldest first.
#[derive(Clone, PartialEq, Debug)]
pub struct Version {
    /// 1, 2, 3 …
    pub number: u32,
    /// Names the version.
    pub version: Hash,
    /// Who wrote it.
    pub author: Id,
    /// Seconds since 1970, by the writer's clock.
    pub at: u32,
    /// Whether the record was removed then.
    pub removed: bool,
}

/// A signed value as projected.
#[derive(Clone, PartialEq, Debug)]
pub struct StoredSigned {
    /// Names it.
    pub hash: Hash,
    /// The record it is about.
    pub subject: Id,
    /// Who signed.
    pub author: Id,
    /// Seconds since 1970, by the signer's clock.
    pub at: u32,
    /// JSON of the domain value.
    pub body: String,
}

const COLUMNS: &str = "doc, owner, author, created_at, changed_at, removed, heads, kind, body";
const SIGNED_COLUMNS: &str = "hash, subject, author, at, body";

impl Store {
    /// The record `doc`, removed or not.
    ///
    /// # Errors
    /// [`StoreError::NoRecord`] when there is none.
    pub fn record(&self, doc: Id) -> Result<Stored, StoreError> {
        self.connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM record WHERE doc = ?1"))?
            .query_row([doc], columns)
            .optional()?
            .ok_or(StoreError::NoRecord(doc))
            .and_then(read)
    }

    /// Kind and owner of `doc`, without reading the rest.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn identity(&self, doc: Id) -> Result<Option<(Kind, Id)>, StoreError> {
        projection::identity(&self.connection, doc)
    }

    /// The records wanted, the last changed first, and how many there are in all.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn records(&self, wanted: &Wanted) -> Result<(Vec<Stored>, u32), StoreError> {
        let (clause, parameters) = wanted.clause();
        let count = format!("SELECT count(*) FROM record WHERE {clause}");
        let total = self
            .connection
            .prepare_cached(&count)?
            .query_row(params_from_iter(parameters.iter()), |row| row.get(0))?;
        let limit = wanted.limit.map_or(-1, i64::from);
        let sql = format!(
            "SELECT {COLUMNS} FROM record WHERE {clause}
             ORDER BY changed_at DESC, id DESC LIMIT {limit} OFFSET {}",
            wanted.offset
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(parameters.iter()), columns)?;
        let found = rows.map(|row| read(row?)).collect::<Result<_, _>>()?;
        Ok((found, total))
    }

    /// How many records of each kind are there, removed ones left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn counts(&self) -> Result<Vec<(Kind, u32)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, count(*) FROM record WHERE removed = 0 GROUP BY kind ORDER BY kind",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(rows
            .into_iter()
            .filter_map(|(kind, count)| Kind::parse(&kind).map(|kind| (kind, count)))
            .collect())
    }

    /// The history of `doc`, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn versions(&self, doc: Id) -> Result<Vec<Version>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT number, version, author, at, removed FROM version WHERE doc = ?1
             ORDER BY number",
        )?;
        let rows = statement.query_map([doc], |row| {
            Ok(Version {
                number: row.get(0)?,
                version: row.get(1)?,
                author: row.get(2)?,
                at: row.get(3)?,
                removed: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The record as it was at `version`.
    ///
    /// # Errors
    /// When the record or the version is unknown.
    pub fn record_at(&mut self, doc: Id, version: Hash) -> Result<State, StoreError> {
        let stored = self.record(doc)?;
        if stored.heads == [version] {
            return Ok(State {
                record: stored.record,
                removed: stored.removed,
            });
        }
        let document = self
            .documents
            .get(&self.connection, doc, stored.record.kind())?;
        Ok(document.read_at(version)?)
    }

    /// The proposals that cite `observation`, each with the version cited.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn cited_by(&self, observation: Id) -> Result<Vec<(Id, Hash)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT cites.doc, cites.version FROM cites JOIN record ON record.doc = cites.doc
             WHERE observation = ?1 AND NOT record.removed ORDER BY record.id, cites.version",
        )?;
        let rows = statement.query_map([observation], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Signed values of one kind, oldest first; about one record or all.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn signed(
        &self,
        kind: SignedKind,
        subject: Option<Id>,
    ) -> Result<Vec<StoredSigned>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {SIGNED_COLUMNS} FROM signed
             WHERE kind = ?1 AND (?2 IS NULL OR subject = ?2) ORDER BY id"
        ))?;
        let rows = statement.query_map((kind.name(), subject), signed_columns)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The signed value named by `hash`.
    ///
    /// # Errors
    /// [`StoreError::NoSigned`] when there is none.
    pub fn signed_value(&self, hash: Hash) -> Result<StoredSigned, StoreError> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {SIGNED_COLUMNS} FROM signed WHERE hash = ?1"
            ))?
            .query_row([hash], signed_columns)
            .optional()?
            .ok_or(StoreError::NoSigned(hash))
    }
}

impl Wanted {
    fn clause(&self) -> (String, Vec<Value>) {
        let mut clause = String::from("kind = ?1");
        let mut parameters = vec![Value::from(self.kind.name().to_owned())];
        if !self.with_removed {
            clause.push_str(" AND removed = 0");
        }
        for (column, id) in [
            ("site", self.site),
            ("author", self.author),
            ("owner", self.owner),
        ] {
            if let Some(id) = id {
                parameters.push(Value::Blob(id.as_bytes().to_vec()));
                clause.push_str(&format!(" AND {column} = ?{}", parameters.len()));
            }
        }
        (clause, parameters)
    }
}

type Columns = (Head, Vec<u8>, String, String);
type Head = (Id, Id, Id, u32, u32, bool);

fn columns(row: &Row<'_>) -> rusqlite::Result<Columns> {
    let head = (
        row.get(0)?,
        row.get(1)?,
        row.get(2)?,
        row.get(3)?,
        row.get(4)?,
        row.get(5)?,
    );
    Ok((head, row.get(6)?, row.get(7)?, row.get(8)?))
}

fn read((head, heads, kind, body): Columns) -> Result<Stored, StoreError> {
    let (doc, owner, author, created_at, changed_at, removed) = head;
    let kind = Kind::parse(&kind).ok_or(StoreError::NoRecord(doc))?;
    let record = Record::from_json(kind, serde_json::from_str(&body)?)?;
    let heads = parted(&heads);
    Ok(Stored {
        doc,
        owner,
        author,
        created_at,
        changed_at,
        removed,
        heads,
        record,
    })
}

fn signed_columns(row: &Row<'_>) -> rusqlite::Result<StoredSigned> {
    Ok(StoredSigned {
        hash: row.get(0)?,
        subject: row.get(1)?,
        author: row.get(2)?,
        at: row.get(3)?,
        body: row.get(4)?,
    })
}
