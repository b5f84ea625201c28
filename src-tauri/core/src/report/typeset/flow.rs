//! Blocks to units: spacing, indents, bars, widows and orphans.

use super::super::display::{Color, Item, Rect};
use super::super::model::{
    Align, Block, Face, Fact, Inline, LetterWeight, Letterhead, Role, Style,
};
use super::super::structure::{ElementId, Marks, Tag};
use super::source::is_rtl;
use super::{LineBox, TextLook, Typesetter, Unit, height_of};

/// How far a list item or quote is set in.
pub(super) const INDENT: f32 = 18.0;
/// No indent makes a column narrower than this.
const NARROWEST: f32 = 130.0;

/// Where blocks are set: left edge, width, and the bars of the quotes around them.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub x: f32,
    pub width: f32,
    pub bars: Vec<f32>,
}

impl Column {
    /// The column set in by `by`, unless it would get too narrow to read.
    pub(super) fn indented(&self, by: f32) -> Column {
        let by = if self.width - by < NARROWEST { 0.0 } else { by };
        Column {
            x: self.x + by,
            width: self.width - by,
            bars: self.bars.clone(),
        }
    }
}

impl Typesetter<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block], column: &Column) {
        for block in blocks {
            self.block(block, column);
        }
    }

    fn block(&mut self, block: &Block, column: &Column) {
        let size = self.look.size;
        match block {
            Block::Heading { level, text, .. } => {
                self.within(Tag::Heading(*level), |set| {
                    set.heading(*level, text, column)
                });
            }
            Block::Paragraph { text, role } => {
                let tag = match role {
                    Role::Title => Tag::Heading(1),
                    _ => Tag::Paragraph,
                };
                self.within(tag, |set| set.paragraph(text, *role, column));
            }
            Block::List { start, items } => {
                let marks = match start {
                    Some(_) => Marks::Numbers,
                    None => Marks::Bullets,
                };
                self.within(Tag::List(marks), |set| set.list(*start, items, column));
            }
            Block::Quote(blocks) => {
                let mut inner = column.indented(INDENT);
                if inner.x > column.x {
                    let mirrored = is_rtl(blocks);
                    let bar = if mirrored { column.width - 6.0 } else { 4.0 };
                    inner.bars.push(column.x + bar);
                    inner.x = if mirrored { column.x } else { inner.x };
                }
                self.within(Tag::Quote, |set| set.blocks(blocks, &inner));
            }
            Block::Code(text) => self.within(Tag::Paragraph, |set| {
                set.within(Tag::Code, |set| set.code(text, column));
            }),
            Block::Table(table) => self.table(table, column),
            Block::Figure {
                source,
                caption,
                alt,
            } => self.figure(source, caption, alt, column),
            Block::Gallery(pictures) => self.gallery(pictures, column),
            Block::WritingLines(count) => self.writing_lines(*count, column),
            Block::Letterhead(header) => self.letterhead(header, column),
            Block::Drawing { drawing, caption } => self.drawing(drawing, caption, column),
            Block::Space(height) => self.push(Unit {
                // Not above what stands first on a page, and never a page of nothing.
                before: height.clamp(0.0, self.room.height * 0.5),
                keep: true,
                ..Unit::default()
            }),
            Block::Rule => {
                let line = Item::Fill(Rect::new(column.x, 0.0, column.width, 0.6), Color::LINE);
                self.push(Unit {
                    before: size,
                    height: 0.6,
                    items: vec![line],
                    ..Unit::default()
                });
            }
            Block::Facts(facts) => {
                self.within(Tag::List(Marks::Words), |set| set.facts(facts, column));
            }
            Block::Signatures(signatures) => self.signatures(signatures, column),
            Block::Notes(notes) => self.notes(notes, column),
            Block::PageBreak => self.page_ahead = true,
            Block::Anchor(name) => self.anchors_ahead.push(name.clone()),
            Block::Contents { depth } => self.contents(*depth, column),
            // Sections are for whole pages; `sections` sees to those it can.
            Block::Section(_) => {}
        }
    }

    /// Adds a unit, with the anchors that wait for one, and sets its footnotes.
    pub(super) fn push(&mut self, mut unit: Unit) {
        unit.anchors.append(&mut self.anchors_ahead);
        unit.new_page |= std::mem::take(&mut self.page_ahead);
        let notes = unit.notes.clone();
        self.flow.units.push(unit);
        notes.into_iter().for_each(|number| self.footnote(number));
    }

    /// Adds lines as units, keeping the first two and the last two together.
    pub(super) fn add_lines(&mut self, lines: Vec<LineBox>, before: f32, column: &Column) {
        let last = lines.len().saturating_sub(1);
        for (i, line) in lines.into_iter().enumerate() {
            let keep = (i == 0 || i + 2 == last + 1) && i < last;
            let mut items = line.items;
            items.iter_mut().for_each(|item| item.shift(column.x, 0.0));
            self.push(Unit {
                before: if i == 0 { before } else { 0.0 },
                height: line.height,
                items,
                keep,
                bars: column.bars.clone(),
                notes: line.notes,
                ..Unit::default()
            });
        }
    }

    fn heading(&mut self, level: u8, text: &[Inline], column: &Column) {
        let size = self.look.size;
        let (scale, before) = match level {
            1 => (1.5, 1.7),
            2 => (1.22, 1.5),
            3 => (1.08, 1.3),
            _ => (1.0, 1.1),
        };
        let look = TextLook {
            face: Face::Sans,
            align: Align::Start,
            leading: 1.0,
            ..self.body()
        };
        let lines = self.lines(text, look.bold().sized(size * scale), column.width);
        let first = self.flow.units.len();
        self.add_lines(lines, size * before, column);
        // The heading stays with what follows it.
        for unit in &mut self.flow.units[first..] {
            unit.keep = true;
        }
        // What stands in a footnote is no part of the document's order.
        if self.in_note {
            return;
        }
        let entry = self.entries.get(self.headings).cloned();
        self.headings += 1;
        if let (Some(entry), Some(unit)) = (entry, self.flow.units.get_mut(first)) {
            if !entry.title.is_empty() {
                unit.heading = Some((entry.level, entry.title));
            }
            unit.anchors.push(entry.anchor);
        }
    }

    fn paragraph(&mut self, text: &[Inline], role: Role, column: &Column) {
        let body = self.body();
        let size = body.size;
        let (look, before) = match role {
            Role::Body => (body, size * 0.55),
            Role::Title => {
                let look = TextLook {
                    face: Face::Sans,
                    leading: 1.0,
                    ..body
                };
                (
                    look.bold().sized(size * 1.4).aligned(Align::Center),
                    size * 1.2,
                )
            }
            Role::Subtitle => {
                let look = TextLook {
                    leading: 1.0,
                    ..body
                };
                (look.sized(size * 1.05).aligned(Align::Center), size * 0.2)
            }
            Role::End => (body.aligned(Align::End), size * 0.55),
            Role::Small => {
                let look = TextLook {
                    color: Color::GREY,
                    ..body
                };
                (look.sized(size * 0.84).aligned(Align::Start), size * 0.5)
            }
        };
        let lines = self.lines(text, look, column.width);
        let first = self.flow.units.len();
        self.add_lines(lines, before, column);
        if matches!(role, Role::Title | Role::Subtitle) {
            for unit in &mut self.flow.units[first..] {
                unit.keep = true;
            }
        }
    }

    fn code(&mut self, text: &str, column: &Column) {
        let style = Style {
            code: true,
            ..Style::default()
        };
        let look = TextLook {
            style,
            align: Align::Start,
            leading: 1.0,
            ..self.body()
        };
        let look = look.sized(self.look.size * 0.94);
        let inner = Column {
            x: column.x + 5.0,
            width: column.width - 10.0,
            ..column.clone()
        };
        let mut lines = Vec::new();
        for source in text.trim_end_matches('\n').split('\n') {
            let source = source.trim_end_matches('\r').replace('\t', "    ");
            let set = self.lines(&[Inline::plain(source)], look, inner.width);
            if set.is_empty() {
                lines.push(LineBox {
                    height: look.size * 1.2,
                    ..LineBox::default()
                });
            }
            lines.extend(set);
        }
        let first = self.flow.units.len();
        let before = self.look.size * 0.7;
        self.add_lines(lines, before, &inner);
        for unit in &mut self.flow.units[first..] {
            unit.shade = Some((column.x, column.width));
        }
    }

    /// "Label : value" lines, the colons below each other.
    fn facts(&mut self, facts: &[Fact], column: &Column) {
        let look = TextLook {
            align: Align::Start,
            ..self.body()
        };
        let mut widest = 0f32;
        for fact in facts {
            widest = widest.max(self.widths(&[Inline::plain(fact.label.as_str())], look).1);
        }
        let label = widest.min(column.width * 0.36);
        let at = label + 14.0;
        for (i, fact) in facts.iter().enumerate() {
            self.flow.structure.open(Tag::ListItem);
            let name = [Inline::plain(fact.label.as_str())];
            let (left, colon) = self.within(Tag::Label, |set| {
                let left = set.lines(&name, look, label);
                (left, set.lines(&[Inline::plain(":")], look, 10.0))
            });
            let right = self.within(Tag::ListBody, |set| {
                set.lines(&fact.value, look, column.width - at)
            });
            self.flow.structure.close();
            let first = self.flow.units.len();
            let before = self.look.size * if i == 0 { 0.7 } else { 0.18 };
            let lines = side_by_side(vec![(0.0, left), (label + 4.0, colon), (at, right)]);
            self.add_lines(lines, before, column);
            if let Some(unit) = self.flow.units.get_mut(first) {
                unit.keep |= i == 0 && facts.len() > 1;
            }
        }
    }

    pub(super) fn letterhead(&mut self, header: &Letterhead, column: &Column) {
        let logo = header.logo.as_deref().and_then(|name| self.picture(name));
        let side = if logo.is_some() { 72.0 } else { 0.0 };
        let inner = Column {
            x: column.x + side,
            width: column.width - 2.0 * side,
            bars: vec![],
        };
        let base = TextLook {
            face: Face::Sans,
            leading: 0.98,
            ..self.body()
        };
        let base = base.aligned(Align::Center);
        let mut lines = Vec::new();
        for line in &header.lines {
            let look = match line.weight {
                LetterWeight::Upper => base.sized(12.0),
                LetterWeight::Name => base.bold().sized(14.0),
                LetterWeight::Address => base.sized(9.0),
            };
            let text = [Inline::plain(line.text.as_str())];
            lines.extend(self.within(Tag::Paragraph, |set| set.lines(&text, look, inner.width)));
        }
        let first = self.flow.units.len();
        let height = height_of(&lines);
        self.add_lines(lines, 0.0, &inner);
        if let (Some(place), Some(unit)) = (logo, self.flow.units.get_mut(first)) {
            let picture = &self.pictures[place];
            let scale = (60.0 / picture.width()).min(height.clamp(30.0, 64.0) / picture.height());
            let rect = Rect::new(
                column.x,
                0.0,
                picture.width() * scale,
                picture.height() * scale,
            );
            // A logo says what the lines beside it say.
            unit.items
                .insert(0, Item::Image(rect, place, ElementId::NONE));
        }
        let rule = |y, h| Item::Fill(Rect::new(column.x, y, column.width, h), Color::BLACK);
        self.push(Unit {
            before: 5.0,
            height: 6.0,
            items: vec![rule(0.0, 1.8), rule(3.0, 0.5)],
            ..Unit::default()
        });
        for unit in &mut self.flow.units[first..] {
            unit.keep = true;
        }
    }
}

/// Puts columns of lines beside each other, line by line on common baselines.
pub(super) fn side_by_side(columns: Vec<(f32, Vec<LineBox>)>) -> Vec<LineBox> {
    let count = columns
        .iter()
        .map(|(_, lines)| lines.len())
        .max()
        .unwrap_or(0);
    let mut out: Vec<LineBox> = Vec::new();
    out.resize_with(count, LineBox::default);
    for (i, joint) in out.iter_mut().enumerate() {
        let row = || {
            columns
                .iter()
                .filter_map(|(x, lines)| Some((*x, lines.get(i)?)))
        };
        joint.baseline = row().map(|(_, line)| line.baseline).fold(0.0, f32::max);
        for (x, line) in row() {
            let dy = joint.baseline - line.baseline;
            joint.height = joint.height.max(dy + line.height);
            joint.notes.extend(&line.notes);
            joint
                .items
                .extend(line.items.iter().map(|item| item.at(x, dy)));
        }
    }
    out
}
