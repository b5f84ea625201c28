//! Migrations: numbered SQL, applied once, checked on every opening.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::domain::Hash;

use super::{StoreError, words};

/// "TLIK": tells SQLite files of ours from others.
const APPLICATION_ID: i32 = 0x544c_494b;

/// The newest format this program reads. A file says in `user_version` the
/// oldest reader that understands it; additive migrations leave that alone.
const READER: u32 = 2;

type Fill = fn(&Transaction<'_>) -> Result<(), StoreError>;

struct Migration {
    number: u32,
    /// Readers older than this must not open the file afterwards.
    oldest_reader: u32,
    sql: &'static str,
    /// What SQL cannot say.
    fill: Option<Fill>,
}

/// Shipped migrations are never edited; a change is a new one.
const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        oldest_reader: 1,
        sql: include_str!("migrations/0001_log_and_projections.sql"),
        fill: None,
    },
    Migration {
        number: 2,
        oldest_reader: 2,
        sql: include_str!("migrations/0002_words.sql"),
        fill: Some(words::count_all),
    },
];

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
        if let Some(fill) = migration.fill {
            fill(&transaction)?;
        }
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

#[cfg(test)]
mod tests {
    use super::super::tokenizer;
    use super::*;

    #[test]
    fn a_file_of_the_first_format_gets_its_words_counted_and_a_copy_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cohort.db");
        let mut connection = Connection::open(&path).unwrap();
        tokenizer::register(&connection).unwrap();
        claim(&connection).unwrap();
        let first = &MIGRATIONS[0];
        connection.execute_batch(first.sql).unwrap();
        connection
            .execute(
                "INSERT INTO migration VALUES (1, ?1)",
                [Hash::of(first.sql.as_bytes())],
            )
            .unwrap();
        for (id, removed) in [(1_u8, 0), (2, 0), (3, 1)] {
            connection
                .execute(
                    "INSERT INTO record VALUES
                     (?3, ?1, 'site', x'00', x'00', NULL, 0, 0, ?2, 0, x'00', 'Loket', '', 'Loket 12')",
                    params![[id], removed, id],
                )
                .unwrap_or_else(|error| panic!("{error}"));
        }
        migrate(&mut connection, &path).unwrap();
        let counted: (String, u32) = connection
            .query_row("SELECT word, records FROM word", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!(counted, ("loket".to_owned(), 2));
        assert!(path.with_extension("before-2.db").exists());
        migrate(&mut connection, &path).unwrap();
    }
}
