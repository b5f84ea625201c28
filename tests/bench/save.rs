//! Saving one observation: a sealed save and a draft save, each against one bare
//! transaction that writes the row and its search entry as durably.

use std::error::Error;
use std::path::Path;

use rusqlite::{Connection, params};
use tilik_core::app::{Session, Surroundings};
use tilik_core::store::Access;

use crate::cohort;
use crate::measure::{by_turns, compare};

const TURNS: usize = 200;

pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("cohort");
    cohort::with_observations(&path, 200)?;
    let mut session = Session::open(&path, Access::Write, Surroundings::of_the_machine())?;
    let bare = database(&folder.path().join("bare.db"))?;

    let entry = session.add(cohort::observation(0))?;
    let (sealed, floor) = by_turns(
        TURNS,
        &mut |turn| {
            Ok(session
                .save(entry.id, cohort::observation(turn + 1))
                .map(drop)?)
        },
        &mut |turn| save_bare(&bare, turn),
    )?;
    compare("sealed save of one observation", &sealed, &floor, 2.0);

    let (draft, floor) = by_turns(
        TURNS,
        &mut |turn| {
            Ok(session
                .keep_draft(entry.id, cohort::observation(turn))
                .map(drop)?)
        },
        &mut |turn| save_bare(&bare, turn),
    )?;
    compare("draft save of one observation", &draft, &floor, 1.0);
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

fn save_bare(db: &Connection, turn: usize) -> Result<(), Box<dyn Error>> {
    let note = cohort::note(turn);
    let change = db.unchecked_transaction()?;
    change
        .prepare_cached("INSERT INTO observation (note) VALUES (?1)")?
        .execute(params![note])?;
    change
        .prepare_cached("INSERT INTO found (note) VALUES (?1)")?
        .execute(params![note])?;
    change.commit()?;
    Ok(())
}
