//! The footnotes that a Markdown text defines, wherever it does.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::markdown::{Builder, MAX_DEPTH};
use super::{Block, Note};

/// The footnotes of a text, made when something refers to them.
pub(super) struct Definitions<'e> {
    events: &'e [Event<'e>],
    /// Where each label is defined, in order of the first definition.
    found: Vec<(&'e str, Vec<Range<usize>>)>,
    places: BTreeMap<&'e str, usize>,
    /// For each event that begins a definition: the event that ends it.
    ends: BTreeMap<usize, usize>,
    made: RefCell<BTreeMap<usize, Note>>,
    /// The notes being made; a note within itself is no note.
    open: RefCell<Vec<usize>>,
}

impl<'e> Definitions<'e> {
    pub(super) fn new(events: &'e [Event<'e>]) -> Self {
        let mut out = Definitions {
            events,
            found: Vec::new(),
            places: BTreeMap::new(),
            ends: BTreeMap::new(),
            made: RefCell::default(),
            open: RefCell::default(),
        };
        let mut starts = Vec::new();
        for (i, event) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => starts.push((i, label)),
                Event::End(TagEnd::FootnoteDefinition) => {
                    let Some((start, label)) = starts.pop() else {
                        continue;
                    };
                    out.ends.insert(start, i);
                    let place = *out.places.entry(label).or_insert_with(|| {
                        out.found.push((label, Vec::new()));
                        out.found.len() - 1
                    });
                    out.found[place].1.push(start + 1..i);
                }
                _ => {}
            }
        }
        out
    }

    /// Blocks from some of the events, definitions within them left out.
    pub(super) fn build(&self, range: Range<usize>) -> Vec<Block> {
        let mut builder = Builder::new(self);
        let mut at = range.start;
        while at < range.end {
            match self.ends.get(&at) {
                Some(end) => {
                    builder.flush();
                    at = *end;
                }
                None => builder.event(&self.events[at]),
            }
            at += 1;
        }
        builder.finish()
    }

    /// The note of this label; `None` if there is none or it would contain itself.
    pub(super) fn note(&self, label: &str) -> Option<Note> {
        self.make(*self.places.get(label)?)
    }

    fn make(&self, place: usize) -> Option<Note> {
        if let Some(note) = self.made.borrow().get(&place) {
            return Some(note.clone());
        }
        let depth = self.open.borrow().len();
        if depth >= MAX_DEPTH || self.open.borrow().contains(&place) {
            return None;
        }
        self.open.borrow_mut().push(place);
        let ranges = self.found[place].1.iter();
        let blocks = ranges.flat_map(|range| self.build(range.clone())).collect();
        self.open.borrow_mut().pop();
        let note = Note::new(blocks);
        self.made.borrow_mut().insert(place, note.clone());
        Some(note)
    }

    /// The notes that nothing has referred to yet.
    pub(super) fn rest(&self) -> Vec<Note> {
        let mut out = Vec::new();
        for place in 0..self.found.len() {
            let known = self.made.borrow().contains_key(&place);
            out.extend((!known).then(|| self.make(place)).flatten());
        }
        out
    }
}
