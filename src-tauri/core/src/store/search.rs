//! Full-text search: Indonesian stems first, then parts of words.

use rusqlite::params;

use crate::domain::{Id, Kind};

use super::{Store, StoreError};

/// A record that matches a search.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// The record.
    pub doc: Id,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Words around the match; matches stand between U+0001 and U+0002.
    pub snippet: String,
}

impl Store {
    /// At most `limit` records matching every word of `query`, best first.
    /// Any text is a valid query; an empty one finds nothing.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search(&self, query: &str, limit: u32) -> Result<Vec<Found>, StoreError> {
        let words: Vec<&str> = query
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = self.matching("stems", &quoted(&words), limit)?;
        let long: Vec<&str> = words
            .iter()
            .copied()
            .filter(|w| w.chars().count() >= 3)
            .collect();
        if found.len() < limit as usize && !long.is_empty() {
            for hit in self.matching("letters", &quoted(&long), limit)? {
                if found.len() < limit as usize && !found.iter().any(|other| other.doc == hit.doc) {
                    found.push(hit);
                }
            }
        }
        Ok(found)
    }

    /// Ranking every match of a common word is cheap, dressing it is not: the best
    /// are picked by FTS5's own ranking first, and only those get words around them.
    fn matching(&self, table: &str, query: &str, limit: u32) -> Result<Vec<Found>, StoreError> {
        let mut best = self.connection.prepare_cached(&format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 AND rank MATCH 'bm25(4.0, 1.0)'
             ORDER BY rank LIMIT ?2"
        ))?;
        let best: Vec<i64> = best
            .query_map(params![query, limit], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut dressed = self.connection.prepare_cached(&format!(
            "SELECT doc, kind, record.title, snippet({table}, -1, char(1), char(2), '…', 12)
             FROM {table} JOIN record ON record.id = {table}.rowid
             WHERE {table} MATCH ?1 AND {table}.rowid = ?2"
        ))?;
        let mut found = Vec::new();
        for row in best {
            let (doc, kind, title, snippet) = dressed.query_row(params![query, row], |row| {
                let kind: String = row.get(1)?;
                Ok((row.get(0)?, kind, row.get(2)?, row.get(3)?))
            })?;
            if let Some(kind) = Kind::parse(&kind) {
                found.push(Found {
                    doc,
                    kind,
                    title,
                    snippet,
                });
            }
        }
        Ok(found)
    }
}

/// Every word as a phrase of its own, the last one as a prefix too would hide
/// the stem; FTS5's operators mean nothing inside quotes.
fn quoted(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("\"{word}\""))
        .collect::<Vec<_>>()
        .join(" ")
}
