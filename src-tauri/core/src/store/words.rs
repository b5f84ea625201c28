//! The words of a cohort: which there are, and how many records say each, so that
//! a part of a word ("elaya") finds the words that contain it.
//!
//! Knows nothing of ranking or of stems; those belong to the full-text index.

use rusqlite::{Connection, Transaction, params};

use crate::domain::Id;

use super::{StoreError, tokenizer};

/// The most words one part stands for, those of most records first: a part in
/// more words than this says too little to search by.
const MOST_WORDS: u32 = 64;

/// Brings the counts from what a record said to what it says now.
pub(super) fn recount(tx: &Transaction<'_>, old: &str, new: &str) -> Result<(), StoreError> {
    let old = distinct(old);
    let new = distinct(new);
    let mut more = tx.prepare_cached(
        "INSERT INTO word (word, records) VALUES (?1, 1)
         ON CONFLICT (word) DO UPDATE SET records = records + 1",
    )?;
    for word in only_in(&new, &old) {
        more.execute([word])?;
    }
    let mut fewer = tx.prepare_cached("UPDATE word SET records = records - 1 WHERE word = ?1")?;
    let mut gone = tx.prepare_cached("DELETE FROM word WHERE word = ?1 AND records < 1")?;
    for word in only_in(&old, &new) {
        fewer.execute([word])?;
        gone.execute([word])?;
    }
    Ok(())
}

/// What a record says to those who search, or nothing when it is removed.
pub(super) fn said(tx: &Transaction<'_>, doc: Id) -> Result<String, StoreError> {
    let mut statement =
        tx.prepare_cached("SELECT title, words FROM record WHERE doc = ?1 AND NOT removed")?;
    let mut rows = statement.query([doc])?;
    Ok(match rows.next()? {
        Some(row) => spoken(&row.get::<_, String>(0)?, &row.get::<_, String>(1)?),
        None => String::new(),
    })
}

/// Title and words as one text.
pub(super) fn spoken(title: &str, words: &str) -> String {
    format!("{title}\n{words}")
}

/// Counts the words of every record, for a database that did not have them.
pub(super) fn count_all(tx: &Transaction<'_>) -> Result<(), StoreError> {
    let mut statement = tx.prepare("SELECT title, words FROM record WHERE NOT removed")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text = spoken(&row.get::<_, String>(0)?, &row.get::<_, String>(1)?);
        recount(tx, "", &text)?;
    }
    Ok(())
}

/// The words that contain `part`, besides the part itself.
pub(super) fn containing(connection: &Connection, part: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT word FROM word WHERE instr(word, ?1) AND word <> ?1
         ORDER BY records DESC, word LIMIT ?2",
    )?;
    let words = statement.query_map(params![part, MOST_WORDS], |row| row.get(0))?;
    Ok(words.collect::<Result<_, _>>()?)
}

/// The distinct words of a text, in order. Numbers are left out: there is one for
/// every date and count, and who looks for a number writes it whole.
fn distinct(text: &str) -> Vec<String> {
    let mut words: Vec<&str> = tokenizer::words(text)
        .map(|(_, word)| word)
        .filter(|word| !word.chars().all(char::is_numeric))
        .collect();
    words.sort_unstable();
    words.dedup();
    let mut words: Vec<String> = words.into_iter().map(tokenizer::fold).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The words of `these` that `those` lack; both are in order.
fn only_in<'a>(these: &'a [String], those: &'a [String]) -> impl Iterator<Item = &'a String> {
    these
        .iter()
        .filter(|word| those.binary_search(word).is_err())
}
