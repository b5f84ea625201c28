//! Saving one observation. The floor of every save is one bare transaction that
//! writes the row and its search entry durably.

use crate::measure::{by_turns, compare};
use rusqlite::{Connection, params};
use std::error::Error;
use std::path::Path;

const TURNS: usize = 200;

const NOTE: &str = "Loket pelayanan dibuka pukul 08.00; antrean diatur dengan nomor dan \
    layar. Petugas menjelaskan alur kepada warga lanjut usia lebih dahulu.";

pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let searched = database(&folder.path().join("searched.db"))?;
    let plain = database(&folder.path().join("plain.db"))?;
    let (with_search, without) = by_turns(
        TURNS,
        &mut |turn| save(&searched, turn, true),
        &mut |turn| save(&plain, turn, false),
    )?;
    compare("bare row with FTS5", &with_search, &without, 2.0);
    Ok(())
}

/// As durable as the store: WAL, and each commit is on the disk.
fn database(path: &Path) -> Result<Connection, Box<dyn Error>> {
    let db = Connection::open(path)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.execute_batch(
        "CREATE TABLE observation (id INTEGER PRIMARY KEY, note TEXT NOT NULL);
         CREATE VIRTUAL TABLE found USING fts5(note);",
    )?;
    Ok(db)
}

fn save(db: &Connection, turn: usize, search: bool) -> Result<(), Box<dyn Error>> {
    let note = format!("{NOTE} Catatan {turn}.");
    let change = db.unchecked_transaction()?;
    change.execute("INSERT INTO observation (note) VALUES (?1)", params![note])?;
    if search {
        change.execute("INSERT INTO found (note) VALUES (?1)", params![note])?;
    }
    change.commit()?;
    Ok(())
}
