//! Footnotes and their numbers: one series through the whole document, in reading order.

use std::collections::HashMap;
use std::sync::Arc;

use super::walk::{Part, walk};
use super::{Block, Inline};

/// A footnote. Its clones are the same note: they share one number and stand on paper once.
#[derive(Clone, Debug, PartialEq)]
pub struct Note(Arc<Vec<Block>>);

impl Note {
    /// A note with any content.
    pub fn new(blocks: Vec<Block>) -> Self {
        Note(Arc::new(blocks))
    }

    /// A note of one plain paragraph.
    pub fn plain(text: impl Into<String>) -> Self {
        Note::new(vec![Block::Paragraph {
            text: vec![Inline::plain(text)],
            role: super::Role::Body,
        }])
    }

    /// The content.
    pub fn blocks(&self) -> &[Block] {
        &self.0
    }

    /// Whether the other is a clone of this one.
    pub(crate) fn is(&self, other: &Note) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    fn identity(&self) -> usize {
        Arc::as_ptr(&self.0) as usize
    }
}

/// The numbers of a document's notes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers {
    numbers: HashMap<usize, usize>,
    foot: Vec<Note>,
}

impl Numbers {
    /// Numbers all notes by first mention; notes within a note come right after it.
    pub(crate) fn new(blocks: &[Block]) -> Self {
        let mut out = Numbers::default();
        out.add(blocks);
        out
    }

    fn add(&mut self, blocks: &[Block]) {
        let mut found = Vec::new();
        walk(blocks, &mut |part| match part {
            Part::Inline(Inline {
                note: Some(note), ..
            }) => found.push((note.clone(), true)),
            Part::Block(Block::Notes(notes)) => {
                found.extend(notes.iter().map(|note| (note.clone(), false)));
            }
            _ => {}
        });
        for (note, foot) in found {
            let next = self.numbers.len() + 1;
            if self.numbers.contains_key(&note.identity()) {
                continue;
            }
            self.numbers.insert(note.identity(), next);
            if foot {
                self.foot.push(note.clone());
            }
            self.add(note.blocks());
        }
    }

    /// The number of a note; 0 if the document does not have it.
    pub(crate) fn of(&self, note: &Note) -> usize {
        self.numbers.get(&note.identity()).copied().unwrap_or(0)
    }

    /// The note of this number, if something refers to it.
    pub(crate) fn numbered(&self, number: usize) -> Option<&Note> {
        let found = self
            .foot
            .binary_search_by_key(&number, |note| self.of(note));
        self.foot.get(found.ok()?)
    }

    /// The notes that something refers to, in order of their numbers.
    pub(crate) fn foot(&self) -> &[Note] {
        &self.foot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_share_a_number_and_inner_notes_follow_their_outer_one() {
        let inner = Note::plain("dalam");
        let outer = Note::new(vec![Block::Paragraph {
            text: vec![Inline::footnote(inner.clone())],
            role: super::super::Role::Body,
        }]);
        let last = Note::plain("dalam");
        let text = [&outer, &last, &outer]
            .map(|note| Inline::footnote(note.clone()))
            .to_vec();
        let numbers = Numbers::new(&[Block::Paragraph {
            text,
            role: super::super::Role::Body,
        }]);
        let found = [&outer, &inner, &last].map(|note| numbers.of(note));
        assert_eq!(found, [1, 2, 3]);
        assert_eq!(numbers.foot().len(), 3);
    }
}
