//! Pictures beside each other with their captions, and empty lines to write on.

use super::super::display::{Color, Item, Rect};
use super::super::model::{Captioned, Inline};
use super::super::structure::Tag;
use super::flow::Column;
use super::{LineBox, Typesetter, Unit, height_of};

/// White space between two pictures, and between a picture and its caption.
const GAP: (f32, f32) = (14.0, 3.0);
/// The tallest picture, as a part of the page.
const TALLEST: f32 = 0.3;
/// From one line to write on to the next: room for handwriting.
const WRITING: f32 = 20.0;
/// More lines than anyone fills in by hand.
const MOST_LINES: usize = 400;

impl Typesetter<'_> {
    pub(super) fn gallery(&mut self, pictures: &[Captioned], column: &Column) {
        let width = (column.width - GAP.0) / 2.0;
        for row in pictures.chunks(2) {
            let mut items = Vec::new();
            let mut height = 0f32;
            let mut captions = Vec::new();
            let mut tallest = 0f32;
            for (i, picture) in row.iter().enumerate() {
                let cell = Column {
                    x: column.x + i as f32 * (width + GAP.0),
                    width,
                    bars: Vec::new(),
                };
                let element = self.flow.structure.open(Tag::Figure);
                if let Some(figure) = self.flow.structure.get_mut(element) {
                    figure.alt = picture.alt.trim().to_owned();
                }
                let (set, tall) = self.fitted(&picture.source, &cell);
                self.flow.structure.close();
                let lines = self.within(Tag::Caption, |set| set.caption(&picture.caption, width));
                tallest = tallest.max(tall);
                height = height.max(height_of(&lines));
                captions.push((cell, set, tall, lines));
            }
            // A caption longer than a page is a mistake; each picture then stands alone.
            if tallest + GAP.1 + height > self.room.height {
                for picture in row {
                    self.figure(&picture.source, &picture.caption, &picture.alt, column);
                }
                continue;
            }
            for (cell, set, tall, lines) in captions {
                items.extend(set.into_iter().map(|item| item.at(0.0, tallest - tall)));
                let mut y = tallest + GAP.1;
                for line in lines {
                    items.extend(line.items.iter().map(|item| item.at(cell.x, y)));
                    y += line.height;
                }
            }
            self.push(Unit {
                before: self.look.size * 0.9,
                height: tallest + GAP.1 + height,
                items,
                bars: column.bars.clone(),
                ..Unit::default()
            });
        }
    }

    /// The picture as large as its place allows, or the frame of a missing one; and its height.
    fn fitted(&mut self, source: &str, cell: &Column) -> (Vec<Item>, f32) {
        let mut items = Vec::new();
        let element = self.flow.structure.current();
        let Some(place) = self.picture(source) else {
            let height = self.placeholder(cell, &mut items);
            return (items, height);
        };
        let picture = &self.pictures[place];
        let most = self.room.height * TALLEST;
        let scale = (cell.width / picture.width()).min(most / picture.height());
        let (w, h) = (picture.width() * scale, picture.height() * scale);
        let rect = Rect::new(cell.x + (cell.width - w) / 2.0, 0.0, w, h);
        items.push(Item::Image(rect, place, element));
        (items, h)
    }

    fn caption(&mut self, caption: &str, width: f32) -> Vec<LineBox> {
        if caption.trim().is_empty() {
            return Vec::new();
        }
        let look = self.caption_look();
        self.lines(&[Inline::plain(caption)], look, width)
    }

    /// Lines to write on; the first stays with the question above it.
    pub(super) fn writing_lines(&mut self, count: usize, column: &Column) {
        if let Some(question) = self.flow.units.last_mut() {
            question.keep = true;
        }
        for _ in 0..count.min(MOST_LINES) {
            let line = Rect::new(column.x, WRITING - 0.5, column.width, 0.5);
            self.push(Unit {
                height: WRITING,
                items: vec![Item::Fill(line, Color::LINE)],
                bars: column.bars.clone(),
                ..Unit::default()
            });
        }
    }
}
