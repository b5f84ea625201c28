//! Full-text search: Indonesian stems first, then the words that contain a part.

use rusqlite::params;

use crate::domain::{Id, Kind};

use super::{Store, StoreError, tokenizer, words};

/// Parts of fewer letters than this are in too many words.
const SHORTEST_PART: usize = 3;

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
        let words: Vec<String> = tokenizer::words(query)
            .map(|(_, word)| tokenizer::fold(word))
            .collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = self.matching(&every(&words), limit)?;
        if found.len() < limit as usize
            && let Some(wider) = self.wider(&words)?
        {
            for hit in self.matching(&wider, limit)? {
                if found.len() < limit as usize && !found.iter().any(|other| other.doc == hit.doc) {
                    found.push(hit);
                }
            }
        }
        Ok(found)
    }

    /// The query with each word widened to the words it is a part of; `None` when
    /// it is a part of no other.
    fn wider(&self, words: &[String]) -> Result<Option<String>, StoreError> {
        let mut widened = false;
        let mut wider = Vec::with_capacity(words.len());
        for word in words {
            let mut any = vec![quoted(word)];
            if word.chars().count() >= SHORTEST_PART {
                any.extend(
                    words::containing(&self.connection, word)?
                        .iter()
                        .map(|word| quoted(word)),
                );
            }
            widened |= any.len() > 1;
            wider.push(format!("({})", any.join(" OR ")));
        }
        Ok(widened.then(|| wider.join(" AND ")))
    }

    /// Ranking every match of a common word is cheap, dressing it is not: the best
    /// are picked by FTS5's own ranking first, and only those get words around them.
    fn matching(&self, query: &str, limit: u32) -> Result<Vec<Found>, StoreError> {
        let mut best = self.connection.prepare_cached(
            "SELECT rowid FROM stems WHERE stems MATCH ?1 AND rank MATCH 'bm25(4.0, 1.0)'
             ORDER BY rank LIMIT ?2",
        )?;
        let best: Vec<i64> = best
            .query_map(params![query, limit], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut dressed = self.connection.prepare_cached(
            "SELECT doc, kind, record.title, snippet(stems, -1, char(1), char(2), '…', 12)
             FROM stems JOIN record ON record.id = stems.rowid
             WHERE stems MATCH ?1 AND stems.rowid = ?2",
        )?;
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

/// A query that every one of `words` must answer.
fn every(words: &[String]) -> String {
    words
        .iter()
        .map(|word| quoted(word))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A word as a phrase of its own: FTS5's operators mean nothing inside quotes, and
/// a word holds none.
fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}
