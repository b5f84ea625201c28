//! Migrations: numbered SQL, applied once, checked on every opening.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior, params};

use crate::domain::Hash;

use super::StoreError;

/// "TLIK": tells SQLite files of ours from others.
const APPLICATION_ID: i32 = 0x544c_494b;

/// The newest format this program reads. A file says in `user_version` the
/// oldest reader that understands it; additive migrations leave that alone.
const READER: u32 = 1;

struct Migration {
    number: u32,
    /// Readers older than this must not open the file afterwards.
    oldest_reader: u32,
    sql: &'static str,
}

/// Shipped migrations are never edited; a change is a new one.
const MIGRATIONS: &[Migration] = &[Migration {
    number: 1,
    oldest_reader: 1,
    sql: include_str!("migrations/0001_log_and_projections.sql"),
}];

/// Refuses files that are no cohort of ours or come from the future.
pub(super) fn check_readable(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |r| r.get(0))?;
    if application != APPLICATION_ID {
        return Err(StoreError::NotACohort(path.to_owned()));
    }
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > READER {
        return Err(StoreError::TooNew {
            found,
            known: READER,
        });
    }
    Ok(())
}

/// Marks a new file as ours.
pub(super) fn claim(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.execute_batch(
        "CREATE TABLE IF NOT EXISTS migration (
            number INTEGER PRIMARY KEY, checksum BLOB NOT NULL) STRICT;",
    )?;
    Ok(())
}

/// Verifies what was applied and applies the rest in one transaction, after
/// copying the file aside.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let applied = verify_applied(connection)?;
    let pending = &MIGRATIONS[applied.min(MIGRATIONS.len())..];
    let Some(last) = pending.last() else {
        return Ok(());
    };
    if applied > 0 {
        let copy = path.with_extension(format!("before-{}.db", last.number));
        connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for migration in pending {
        transaction.execute_batch(migration.sql)?;
        transaction.execute(
            "INSERT INTO migration (number, checksum) VALUES (?1, ?2)",
            params![migration.number, Hash::of(migration.sql.as_bytes())],
        )?;
        transaction.pragma_update(None, "user_version", migration.oldest_reader)?;
    }
    transaction.commit()?;
    Ok(())
}

/// How many migrations the file has seen; each must be the one we ship.
fn verify_applied(connection: &Connection) -> Result<usize, StoreError> {
    let mut statement =
        connection.prepare("SELECT number, checksum FROM migration ORDER BY number")?;
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, u32>(0)?, row.get::<_, Hash>(1)?))
    })?;
    let mut applied = 0;
    for row in rows {
        let (number, checksum) = row?;
        let ours = MIGRATIONS
            .iter()
            .find(|migration| migration.number == number);
        // A newer program may have added migrations that leave us readers.
        if ours.is_some_and(|ours| Hash::of(ours.sql.as_bytes()) != checksum) {
            return Err(StoreError::MigrationChanged(number));
        }
        applied += 1;
    }
    Ok(applied)
}
