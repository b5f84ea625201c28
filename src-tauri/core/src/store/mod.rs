//! One cohort on disk: the only place that names SQL.
//!
//! A cohort is a folder: `cohort.db` (log, projections, drafts), `media/`
//! (photos by content hash) and `keys.json` (this laptop's secret keys). The
//! log is the truth; every table that is read can be rebuilt from it. Knows
//! nothing of use-cases, languages or the clock.

mod batches;
mod documents;
mod drafts;
mod error;
mod keys;
mod media;
mod projection;
mod rebuild;
mod records;
mod schema;
mod seal;
mod search;
mod standing;
mod tokenizer;
mod values;
mod words;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::domain::{Hash, Id};

pub use drafts::Draft;
pub use error::StoreError;
pub use keys::Keys;
pub use media::Media;
pub use rebuild::Rebuilt;
pub use records::{Stored, StoredSigned, Version, Wanted};
pub use seal::{Signer, Statement, Write};
pub use search::Found;

/// The database's name inside the folder.
const DATABASE: &str = "cohort.db";

/// Whether the cohort may be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Reads and writes; one at a time.
    Write,
    /// Only reads; any number beside a writer.
    Read,
}

/// An open cohort.
pub struct Store {
    folder: PathBuf,
    cohort: Id,
    connection: Connection,
    documents: documents::Documents,
    keys: Keys,
    /// Held while open for writing; released by the system even after a kill.
    _lock: Option<Lock>,
}

impl Store {
    /// Makes a cohort in `folder`, which must be empty or absent.
    ///
    /// # Errors
    /// When the folder holds something or cannot be written.
    pub fn create(folder: &Path, cohort: Id) -> Result<Self, StoreError> {
        fs::create_dir_all(folder).map_err(StoreError::file(folder))?;
        let mut entries = fs::read_dir(folder).map_err(StoreError::file(folder))?;
        if entries.next().is_some() {
            return Err(StoreError::NotEmpty(folder.to_owned()));
        }
        let lock = lock(folder)?;
        let path = folder.join(DATABASE);
        let mut connection = Connection::open(&path)?;
        configure(&connection)?;
        schema::claim(&connection)?;
        schema::migrate(&mut connection, &path)?;
        connection.execute(
            "INSERT INTO local_value VALUES ('cohort', ?1)",
            [cohort.to_string()],
        )?;
        Self::assemble(folder, connection, Some(lock))
    }

    /// Opens the cohort in `folder`.
    ///
    /// # Errors
    /// When it is no cohort, is open elsewhere, is too new, or cannot be read.
    pub fn open(folder: &Path, access: Access) -> Result<Self, StoreError> {
        let path = folder.join(DATABASE);
        if !path.is_file() {
            return Err(StoreError::NotACohort(folder.to_owned()));
        }
        let mut held = match access {
            Access::Write => Some(lock(folder)?),
            Access::Read => None,
        };
        // Opened for writing even to read: a log left by a killed process has
        // to be played back first. What may not be written is said below.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(&path, flags)?;
        schema::check_readable(&connection, &path)?;
        let is_behind = schema::is_behind(&connection)?;
        // Who only reads cannot read an older format either.
        if is_behind && held.is_none() {
            held = Some(lock(folder)?);
        }
        if held.is_some() {
            configure(&connection)?;
            schema::migrate(&mut connection, &path)?;
        } else {
            tokenizer::register(&connection)?;
        }
        if access == Access::Read {
            connection.pragma_update(None, "query_only", true)?;
            held = None;
        }
        Self::assemble(folder, connection, held)
    }

    fn assemble(
        folder: &Path,
        connection: Connection,
        lock: Option<Lock>,
    ) -> Result<Self, StoreError> {
        let cohort: Option<String> = connection
            .query_row(
                "SELECT value FROM local_value WHERE key = 'cohort'",
                [],
                |row| row.get(0),
            )
            .optional()?;
        let cohort = cohort
            .and_then(|text| text.parse().ok())
            .ok_or_else(|| StoreError::NotACohort(folder.to_owned()))?;
        Ok(Self {
            folder: folder.to_owned(),
            cohort,
            connection,
            documents: documents::Documents::default(),
            keys: Keys::open(folder)?,
            _lock: lock,
        })
    }

    /// The cohort's id.
    pub const fn cohort(&self) -> Id {
        self.cohort
    }

    /// Where the cohort lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The photos.
    pub fn media(&self) -> Media {
        Media::new(&self.folder)
    }

    /// This laptop's secret keys.
    pub const fn keys(&self) -> &Keys {
        &self.keys
    }

    /// This laptop's secret keys, to add one.
    pub const fn keys_mut(&mut self) -> &mut Keys {
        &mut self.keys
    }

    /// A value that only this laptop keeps, such as who acts on it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn local_value(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT value FROM local_value WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Keeps such a value.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_local_value(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO local_value VALUES (?1, ?2)")?
            .execute([key, value])?;
        Ok(())
    }

    /// What `person` noted about `subject` for themselves.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn private_note(&self, person: Id, subject: Id) -> Result<Option<String>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT body FROM private_note WHERE person = ?1 AND subject = ?2")?;
        Ok(statement
            .query_row([person, subject], |row| row.get(0))
            .optional()?)
    }

    /// Keeps a note for the eyes of `person` on this laptop alone.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_private_note(
        &mut self,
        person: Id,
        subject: Id,
        body: &str,
    ) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO private_note (person, subject, body) VALUES (?1, ?2, ?3)",
            )?
            .execute((person, subject, body))?;
        Ok(())
    }

    /// A hash over every projected row.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn digest(&self) -> Result<Hash, StoreError> {
        projection::digest(&self.connection)
    }

    /// Whether SQLite finds its own file sound.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_sound(&self) -> Result<bool, StoreError> {
        let word: String = self
            .connection
            .pragma_query_value(None, "integrity_check", |row| row.get(0))?;
        Ok(word == "ok")
    }
}

fn configure(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.busy_timeout(std::time::Duration::from_secs(3))?;
    connection.set_prepared_statement_cache_capacity(64);
    // Otherwise SQLite plans some statements anew for every value bound to them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    tokenizer::register(connection)?;
    Ok(())
}

/// The folder is this process's while this lives.
struct Lock(File);

impl Drop for Lock {
    /// Unlocks by word: a child process that is just being started still holds
    /// a copy of the file, and closing ours alone would leave the folder taken.
    fn drop(&mut self) {
        // The system unlocks at the latest when the process ends.
        self.0.unlock().ok();
    }
}

/// Takes the folder for this process.
fn lock(folder: &Path) -> Result<Lock, StoreError> {
    let path = folder.join("lock");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(StoreError::file(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen(folder.to_owned())),
        Err(TryLockError::Error(source)) => Err(StoreError::File { path, source }),
    }
}
