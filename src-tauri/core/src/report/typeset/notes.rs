//! Footnotes and numbered notes: a raised number, the note's blocks beside it.

use super::super::display::{Color, Item, Rect};
use super::super::model::{Inline, Note, Style};
use super::super::structure::{ElementId, Tag};
use super::flow::Column;
use super::{Typesetter, Unit};

impl Typesetter<'_> {
    /// Sets the footnote of this number, once, as wide as the page.
    pub(super) fn footnote(&mut self, number: usize) {
        if self.flow.notes.contains_key(&number) {
            return;
        }
        let Some(note) = self.numbers.numbered(number).cloned() else {
            return;
        };
        // Reserved first: a note may mention itself through others.
        self.flow.notes.insert(number, Vec::new());
        let body = std::mem::take(&mut self.flow.units);
        let ahead = std::mem::take(&mut self.anchors_ahead);
        let page_ahead = std::mem::take(&mut self.page_ahead);
        let outer = (self.look.size, self.in_note, self.room);
        self.look.size = self.note_size();
        self.in_note = true;
        self.room = self.frame.room();
        let column = Column {
            x: 0.0,
            width: self.room.width,
            bars: Vec::new(),
        };
        // Beside the paragraphs and tables, whatever its mark stands in.
        let open = self.flow.structure.reopen(ElementId::NONE);
        self.within(Tag::Note, |set| {
            set.marked(mark(number), note.blocks(), &column);
        });
        self.flow.structure.reopen(open);
        (self.look.size, self.in_note, self.room) = outer;
        self.anchors_ahead = ahead;
        self.page_ahead = page_ahead;
        let mut units = std::mem::replace(&mut self.flow.units, body);
        for (i, unit) in units.iter_mut().enumerate() {
            unit.new_page = false;
            unit.before = if i == 0 { 1.0 } else { unit.before };
        }
        self.flow.notes.insert(number, units);
    }

    /// Numbered notes below a short line.
    pub(super) fn notes(&mut self, notes: &[Note], column: &Column) {
        let size = self.look.size;
        let line = Item::Fill(
            Rect::new(column.x, 0.0, column.width.min(110.0), 0.5),
            Color::LINE,
        );
        self.push(Unit {
            before: size * 1.4,
            height: 0.5,
            items: vec![line],
            keep: true,
            ..Unit::default()
        });
        self.look.size = self.note_size();
        for note in notes {
            let number = self.numbers.of(note);
            self.within(Tag::Note, |set| {
                set.marked(mark(number), note.blocks(), column);
            });
        }
        self.look.size = size;
    }

    fn note_size(&self) -> f32 {
        (self.size * 0.86).max(5.0)
    }
}

fn mark(number: usize) -> Inline {
    Inline {
        style: Style {
            superscript: true,
            ..Style::default()
        },
        ..Inline::plain(number.to_string())
    }
}
