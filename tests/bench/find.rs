//! Searching 100,000 observations, against a bare FTS5 query for the same word;
//! and opening a cohort of 6,000, against opening its bare database.

use std::error::Error;

use rusqlite::Connection;
use tilik_core::app::{ListRequest, Session, Surroundings};
use tilik_core::domain::Kind;
use tilik_core::store::Access;

use crate::cohort;
use crate::measure::{by_turns, compare};

pub(crate) fn search() -> Result<(), Box<dyn Error>> {
    const COUNT: usize = 100_000;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("cohort");
    cohort::with_observations(&path, COUNT)?;
    let session = Session::open(&path, Access::Read, Surroundings::of_the_machine())?;

    let bare = Connection::open(folder.path().join("bare.db"))?;
    bare.execute_batch("CREATE VIRTUAL TABLE found USING fts5(title, note); BEGIN;")?;
    for number in 0..COUNT {
        bare.prepare_cached("INSERT INTO found VALUES (?1, ?2)")?
            .execute((format!("Catatan {number}"), cohort::note(number)))?;
    }
    bare.execute_batch("COMMIT")?;

    let find_bare = |word: &str| -> Result<(), Box<dyn Error>> {
        let mut statement = bare.prepare_cached(
            "SELECT rowid, title, snippet(found, -1, '[', ']', '…', 12) FROM found
             WHERE found MATCH ?1 ORDER BY bm25(found, 4.0, 1.0) LIMIT 20",
        )?;
        let rows = statement.query_map([word], |row| row.get::<_, i64>(0))?;
        rows.collect::<Result<Vec<_>, _>>()?;
        Ok(())
    };
    let common = ["pelayanan", "antrean", "kelahiran"];
    let (ours, floor) = by_turns(
        15,
        &mut |turn| Ok(session.search(common[turn % 3], 20).map(drop)?),
        &mut |turn| find_bare(common[turn % 3]),
    )?;
    compare("a common word among 100,000", &ours, &floor, 1.5);
    let (ours, floor) = by_turns(
        15,
        &mut |turn| {
            Ok(session
                .search(&format!("catatan {}", turn * 131), 20)
                .map(drop)?)
        },
        &mut |turn| find_bare(&format!("catatan {}", turn * 131)),
    )?;
    compare("a rare pair among 100,000", &ours, &floor, 2.0);
    Ok(())
}

pub(crate) fn open() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("cohort");
    cohort::with_observations(&path, 6_000)?;
    let first_page = ListRequest {
        kind: Kind::Observation,
        site: None,
        author: None,
        with_removed: false,
        limit: Some(100),
        offset: 0,
    };
    let (ours, floor) = by_turns(
        20,
        &mut |_| {
            let session = Session::open(&path, Access::Write, Surroundings::of_the_machine())?;
            session.list(&first_page)?;
            Ok(())
        },
        &mut |_| {
            let bare = Connection::open(path.join("cohort.db"))?;
            let sql = "SELECT body FROM record WHERE kind = 'observation'
                       ORDER BY changed_at DESC LIMIT 100";
            let mut statement = bare.prepare(sql)?;
            let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
            rows.collect::<Result<Vec<_>, _>>()?;
            Ok(())
        },
    )?;
    compare("opening 6,000 observations", &ours, &floor, 3.0);
    Ok(())
}
