//! The document as a row of regions: parts with one orientation, number of columns and page
//! numbering. A table too wide for its column gets a region of its own, as wide as the page.

use super::super::model::{Block, Document, Numbering, Section, Table};
use super::flow::Column;
use super::{Frame, Region, Typesetter, Unit};

/// White space between columns.
const GAP: f32 = 20.0;

impl Typesetter<'_> {
    /// Sets the letterhead and all blocks. A section that opens the document holds for the
    /// letterhead too.
    pub(crate) fn document(&mut self, document: &Document) {
        let (mut section, blocks) = match document.blocks.split_first() {
            Some((Block::Section(first), rest)) => (*first, rest),
            _ => (Section::default(), document.blocks.as_slice()),
        };
        self.begin(&section);
        if let Some(header) = &document.header {
            let column = self.column();
            self.letterhead(header, &column);
        }
        for block in blocks {
            match block {
                Block::Section(next) => {
                    self.end(&section);
                    section = *next;
                    self.begin(&section);
                }
                Block::Table(table) if section.columns > 1 && self.is_wide(table) => {
                    self.spanning(block, &mut section);
                }
                _ => {
                    let column = self.column();
                    self.blocks(std::slice::from_ref(block), &column);
                }
            }
        }
        if !self.anchors_ahead.is_empty() {
            self.push(Unit::default());
        }
        self.end(&section);
    }

    fn column(&self) -> Column {
        Column {
            x: 0.0,
            width: self.room.width,
            bars: Vec::new(),
        }
    }

    fn begin(&mut self, section: &Section) {
        let landscape = section.landscape.unwrap_or(self.paper.landscape);
        self.frame = Frame::of(&super::super::Paper {
            landscape,
            ..self.paper
        });
        self.room = self.frame.room();
        let columns = f32::from(section.columns.clamp(1, 3));
        self.room.width = (self.room.width - GAP * (columns - 1.0)) / columns;
    }

    fn end(&mut self, section: &Section) {
        let units = std::mem::take(&mut self.flow.units);
        self.flow.regions.push(Region {
            frame: self.frame,
            columns: section.columns.clamp(1, 3),
            column: (self.room.width, GAP),
            numbering: section.numbering,
            units,
        });
    }

    /// Sets a block as wide as the page, with the heading right before it.
    fn spanning(&mut self, block: &Block, section: &mut Section) {
        let kept = self.flow.units.iter().rev().take_while(|unit| unit.keep);
        let at = self.flow.units.len() - kept.count();
        let heading = self.flow.units.split_off(at);
        self.end(section);
        section.numbering = Numbering::Continue;
        let whole = Section {
            columns: 1,
            ..*section
        };
        self.begin(&whole);
        self.flow.units = heading;
        let column = self.column();
        self.blocks(std::slice::from_ref(block), &column);
        self.end(&whole);
        self.begin(section);
    }

    fn is_wide(&mut self, table: &Table) -> bool {
        self.least_width(table) > self.room.width
    }
}
