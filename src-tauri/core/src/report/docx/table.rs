//! Tables: header rows that repeat, rows that stay whole, cells over several rows; and places to
//! sign, set as a table without lines.

use super::super::model::{
    Align, Cell, Column, Inline, Signature, Style, Table, Width, signature_lines,
};
use super::styles::SHADE;
use super::text::{Look, reads_from_right};
use super::{TWIPS, Writer};

/// The width of a letter of table text and the white beside a cell's words, in twips.
const LETTER: usize = 110;
const WHITE: usize = 200;
/// A column as wide as its content holds so many letters at least and at most.
const LETTERS: (usize, usize) = (3, 34);
/// The room left for a signature and a stamp, in twips.
const SIGNING: u32 = 920;

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let cells = |row: &Vec<Cell>| row.len();
        let rows = table.head.iter().chain(&table.rows);
        let count = rows.map(cells).max().unwrap_or(0).max(table.columns.len());
        if count == 0 {
            return;
        }
        if self.break_before {
            self.gap();
        }
        let widths = self.widths(table, count);
        self.open_table("TableGrid", &widths);
        let mut covered = vec![0; count];
        for row in &table.head {
            self.row(table, row, &widths, &mut covered, true);
        }
        covered.fill(0);
        let signing = std::mem::take(&mut self.before_signing);
        for (index, row) in table.rows.iter().enumerate() {
            // The last rows go along with the signatures.
            self.before_signing = signing && index + 3 > table.rows.len();
            self.row(table, row, &widths, &mut covered, false);
        }
        self.before_signing = signing;
        self.xml.close();
        // Without something between them, Word makes one table of two.
        self.gap();
    }

    fn open_table(&mut self, style: &str, widths: &[u32]) {
        let total: u32 = widths.iter().sum();
        let (total, indent) = (total.to_string(), self.indent.to_string());
        let xml = &mut self.xml;
        xml.open("w:tbl", &[]);
        xml.open("w:tblPr", &[]);
        xml.value("w:tblStyle", style);
        xml.leaf("w:tblW", &[("w:w", &total), ("w:type", "dxa")]);
        xml.leaf("w:tblInd", &[("w:w", &indent), ("w:type", "dxa")]);
        xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
        xml.leaf("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")]);
        xml.close();
        xml.open("w:tblGrid", &[]);
        for width in widths {
            xml.leaf("w:gridCol", &[("w:w", &width.to_string())]);
        }
        xml.close();
    }

    fn row(
        &mut self,
        table: &Table,
        row: &[Cell],
        widths: &[u32],
        covered: &mut [usize],
        is_head: bool,
    ) {
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.leaf("w:cantSplit", &[]);
        if table.row_height > 0.0 && !is_head {
            let height = format!("{:.0}", table.row_height * TWIPS);
            let least = [("w:val", height.as_str()), ("w:hRule", "atLeast")];
            self.xml.leaf("w:trHeight", &least);
        }
        if is_head {
            self.xml.leaf("w:tblHeader", &[]);
        }
        self.xml.close();
        let mut cells = row.iter();
        let nothing = Cell::default();
        for (index, width) in widths.iter().enumerate() {
            let column = table.columns.get(index).copied().unwrap_or_default();
            let (cell, merge) = if covered[index] > 0 {
                covered[index] -= 1;
                (&nothing, Some("continue"))
            } else {
                let cell = cells.next().unwrap_or(&nothing);
                covered[index] = cell.rows.saturating_sub(1);
                (cell, (cell.rows > 1).then_some("restart"))
            };
            self.cell(table, cell, column, *width, merge, is_head);
        }
        self.xml.close();
    }

    fn cell(
        &mut self,
        table: &Table,
        cell: &Cell,
        column: Column,
        width: u32,
        merge: Option<&str>,
        is_head: bool,
    ) {
        self.open_cell(width);
        if let Some(merge) = merge {
            self.xml.value("w:vMerge", merge);
        }
        if is_head {
            let shade = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", SHADE)];
            self.xml.leaf("w:shd", &shade);
        }
        if is_head {
            self.xml.value("w:vAlign", "center");
        }
        self.xml.close();
        let style = match (is_head, table.compact) {
            (true, _) => "TableHead",
            (false, true) => "TableSmall",
            (false, false) => "TableText",
        };
        let align = match cell.align.unwrap_or(column.align) {
            _ if is_head => None,
            Align::Start => None,
            Align::Center => Some("center"),
            Align::End => Some("right"),
            Align::Justify => Some("both"),
        };
        let look = Look {
            align,
            ..Look::styled(style)
        };
        let indent = std::mem::take(&mut self.indent);
        self.begin(look, reads_from_right(&cell.text));
        self.inlines(&cell.text, Style::default());
        self.end();
        self.indent = indent;
        self.xml.close();
    }

    fn open_cell(&mut self, width: u32) {
        let width = width.to_string();
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml
            .leaf("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
    }

    /// The widths of the columns in twips: those as wide as their content by their longest lines,
    /// but no narrower than their longest words; the others by their shares of what is left.
    fn widths(&self, table: &Table, count: usize) -> Vec<u32> {
        let room = (self.room().0 * TWIPS).max(720.0);
        let mut needs = vec![(LETTERS.0, LETTERS.0); count];
        let mut covered = vec![0; count];
        let rows = table.head.iter().chain(&table.rows);
        for (number, row) in rows.enumerate() {
            // Headings are bold, and so wider.
            let bold = usize::from(number < table.head.len());
            let mut cells = row.iter();
            for (index, (word, line)) in needs.iter_mut().enumerate() {
                if covered[index] > 0 {
                    covered[index] -= 1;
                } else if let Some(cell) = cells.next() {
                    covered[index] = cell.rows.saturating_sub(1);
                    let (its_word, its_line) = longest(&cell.text);
                    *word = (*word).max(its_word + bold);
                    *line = (*line).max(its_line + bold);
                }
            }
        }
        let wide = |letters: usize| (letters.min(LETTERS.1) * LETTER + WHITE) as f32;
        let share = |index: usize| match table.columns.get(index).map(|it| it.width) {
            Some(Width::Share(share)) if share.is_finite() => Some(share.max(0.01)),
            _ => None,
        };
        let shares: f32 = (0..count).filter_map(share).sum();
        let own = (0..count).filter(|index| share(*index).is_none());
        let (least, fixed) = own.fold((0.0, 0.0), |(least, fixed), index| {
            let (word, line) = needs[index];
            (least + wide(word), fixed + wide(line))
        });
        // Where the others have shares, they keep half the room.
        let most = if shares > 0.0 { room * 0.5 } else { room };
        let width = |index: usize| {
            let (word, line) = (wide(needs[index].0), wide(needs[index].1));
            match share(index) {
                Some(share) => (room - fixed.min(most)).max(0.0) * share / shares,
                None if fixed <= most => line,
                None if least >= most => word * most / least,
                None => word + (line - word) * (most - least) / (fixed - least),
            }
        };
        // Twips of a page; never negative, never beyond u32.
        (0..count)
            .map(|index| width(index).max(120.0) as u32)
            .collect()
    }

    pub(super) fn signatures(&mut self, signatures: &[Signature]) {
        let (room, _) = self.room();
        let across: usize = if room > 600.0 { 3 } else { 2 };
        let width = (room * TWIPS / across as f32) as u32;
        let look = Look {
            keep_next: true,
            ..Look::styled("Gap")
        };
        self.paragraph(look, &[]);
        for row in signatures.chunks(across) {
            self.open_table("TableNormal", &vec![width; across]);
            self.xml.open("w:tr", &[]);
            self.xml.open("w:trPr", &[]);
            self.xml.leaf("w:cantSplit", &[]);
            self.xml.close();
            // One alone stands to the right.
            let empty = if row.len() == 1 {
                across - 1
            } else {
                across - row.len()
            };
            let (before, after) = if row.len() == 1 {
                (empty, 0)
            } else {
                (0, empty)
            };
            let places = std::iter::repeat_n(None, before)
                .chain(row.iter().map(Some))
                .chain(std::iter::repeat_n(None, after));
            for signature in places {
                self.open_cell(width);
                self.xml.close();
                match signature {
                    Some(signature) => self.signature(signature),
                    None => self.paragraph(Look::styled("Signature"), &[]),
                }
                self.xml.close();
            }
            self.xml.close();
            self.xml.close();
            self.gap();
        }
    }

    fn signature(&mut self, signature: &Signature) {
        let (above, below) = signature_lines(signature);
        let look = Look::styled("Signature");
        for line in above {
            self.plain(look, line);
        }
        for (index, line) in below.into_iter().enumerate() {
            let named = index == 0 && !signature.name.is_empty();
            let look = Look {
                space_above: (index == 0).then_some(SIGNING),
                ..look
            };
            let inline = if named {
                Inline::bold(line)
            } else {
                Inline::plain(line)
            };
            self.paragraph(look, &[inline]);
        }
    }
}

/// The letters of the longest word and of the longest line.
fn longest(text: &[Inline]) -> (usize, usize) {
    let words: String = text.iter().map(|inline| inline.text.as_str()).collect();
    let letters = |part: &str| part.chars().count();
    (
        words.split_whitespace().map(letters).max().unwrap_or(0),
        words.lines().map(letters).max().unwrap_or(0),
    )
}
