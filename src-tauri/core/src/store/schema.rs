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
        copy_aside(
            connection,
            &path.with_extension(format!("before-{}.db", last.number)),
        )?;
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

/// Whether the file waits for migrations.
pub(super) fn is_behind(connection: &Connection) -> Result<bool, StoreError> {
    Ok(verify_applied(connection)? < MIGRATIONS.len())
}

/// Copies the database to `copy`, which comes to be whole or not at all: what an
/// interrupted migration left is replaced, for that one changed nothing.
fn copy_aside(connection: &Connection, copy: &Path) -> Result<(), StoreError> {
    let part = copy.with_extension("part");
    if part.exists() {
        std::fs::remove_file(&part).map_err(StoreError::file(&part))?;
    }
    connection.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    std::fs::rename(&part, copy).map_err(StoreError::file(copy))
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

    /// A file of the first format with a site in it that says "Loket" twice, and a
    /// removed one.
    fn first_format(path: &Path) -> Connection {
        let connection = Connection::open(path).unwrap();
        tokenizer::register(&connection).unwrap();
        claim(&connection).unwrap();
        let first = &MIGRATIONS[0];
        connection.execute_batch(first.sql).unwrap();
        let checksum = Hash::of(first.sql.as_bytes());
        connection
            .execute("INSERT INTO migration VALUES (1, ?1)", [checksum])
            .unwrap();
        let cohort = crate::domain::Id::from_bytes([7; 16]);
        connection
            .execute(
                "INSERT INTO local_value VALUES ('cohort', ?1)",
                [cohort.to_string()],
            )
            .unwrap();
        for (id, removed) in [(1_u8, 0), (2, 0), (3, 1)] {
            let sql = "INSERT INTO record VALUES (?1, ?2, 'site', x'00', x'00', NULL, 0, 0, ?3, 0,
                       x'00', 'Loket', '', 'Loket 12')";
            connection
                .execute(sql, params![id, [id; 16], removed])
                .unwrap();
            let sql = "INSERT INTO stems (rowid, title, words)
                       SELECT id, title, words FROM record WHERE id = ?1 AND NOT removed";
            connection.execute(sql, [id]).unwrap();
        }
        connection
    }

    #[test]
    fn a_file_of_the_first_format_gets_its_words_counted_and_a_copy_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cohort.db");
        let mut connection = first_format(&path);
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

    #[test]
    fn a_migration_that_was_interrupted_is_done_at_the_next_opening() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cohort.db");
        let mut connection = first_format(&path);
        let copy = path.with_extension("before-2.db");
        std::fs::write(&copy, "from before").unwrap();
        std::fs::write(copy.with_extension("part"), "half").unwrap();
        migrate(&mut connection, &path).unwrap();
        assert!(!is_behind(&connection).unwrap());
        assert!(
            std::fs::read(&copy)
                .unwrap()
                .starts_with(b"SQLite format 3")
        );
        assert!(!copy.with_extension("part").exists());
    }

    #[test]
    fn who_only_reads_finds_parts_of_words_in_a_file_of_the_first_format() {
        let folder = tempfile::tempdir().unwrap();
        drop(first_format(&folder.path().join(super::super::DATABASE)));
        let store = super::super::Store::open(folder.path(), super::super::Access::Read).unwrap();
        assert_eq!(store.search("oke", 9).unwrap().len(), 2);
    }
}
