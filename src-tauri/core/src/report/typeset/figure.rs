//! Pictures on a line of their own, with a caption; a broken one leaves a marked frame.

use super::super::Warning;
use super::super::display::{Color, Item, Rect};
use super::super::model::{Align, Face, Inline};
use super::super::picture::Picture;
use super::super::structure::Tag;
use super::super::words::Language;
use super::flow::Column;
use super::{TextLook, Typesetter, Unit};

/// Pictures are shown at this many pixels to the inch, where they fit.
const PIXELS_PER_INCH: f32 = 150.0;

impl Typesetter<'_> {
    /// The place of a picture among the pictures, read once; `None` and a warning if it is
    /// missing or broken.
    pub(super) fn picture(&mut self, name: &str) -> Option<usize> {
        if let Some((_, place)) = self.seen.iter().find(|(seen, _)| seen == name) {
            return *place;
        }
        let place = (self.media)(name)
            .and_then(|bytes| Picture::read(bytes).ok())
            .map(|picture| {
                self.pictures.push(picture);
                self.pictures.len() - 1
            });
        if place.is_none() {
            self.warnings.push(Warning::Picture(name.to_owned()));
        }
        self.seen.push((name.to_owned(), place));
        place
    }

    pub(super) fn figure(&mut self, source: &str, caption: &str, alt: &str, column: &Column) {
        let element = self.flow.structure.open(Tag::Figure);
        if let Some(figure) = self.flow.structure.get_mut(element) {
            let alt = if alt.trim().is_empty() { caption } else { alt };
            figure.alt = alt.trim().to_owned();
        }
        let place = self.picture(source);
        let mut items = Vec::new();
        let height = match place {
            Some(place) => {
                let picture = &self.pictures[place];
                let natural = 72.0 / PIXELS_PER_INCH;
                let scale = natural
                    .min(column.width / picture.width())
                    .min(self.room.height * 0.55 / picture.height());
                let (w, h) = (picture.width() * scale, picture.height() * scale);
                let x = column.x + (column.width - w) / 2.0;
                items.push(Item::Image(Rect::new(x, 0.0, w, h), place, element));
                h
            }
            None => self.placeholder(column, &mut items),
        };
        self.flow.structure.close();
        let before = self.look.size * 0.9;
        let keep = !caption.trim().is_empty();
        let bars = column.bars.clone();
        self.push(Unit {
            before,
            height,
            items,
            keep,
            bars,
            ..Unit::default()
        });
        if keep {
            let look = self.caption_look();
            let words = [Inline::plain(caption)];
            let lines = self.within(Tag::Caption, |set| set.lines(&words, look, column.width));
            self.add_lines(lines, 3.0, column);
        }
    }

    /// The look of the words below a picture or chart.
    pub(super) fn caption_look(&self) -> TextLook {
        let look = TextLook {
            face: Face::Sans,
            color: Color::GREY,
            ..self.body()
        };
        look.sized(self.look.size * 0.86).aligned(Align::Center)
    }

    /// A frame that says that a picture is missing. Its words are no content of the document.
    pub(super) fn placeholder(&mut self, column: &Column, items: &mut Vec<Item>) -> f32 {
        let words = match self.lang {
            Language::Id => "Gambar tidak dapat dicetak",
            Language::En => "Picture could not be printed",
        };
        let width = column.width.min(240.0);
        let x = column.x + (column.width - width) / 2.0;
        let look = TextLook {
            face: Face::Sans,
            color: Color::GREY,
            ..self.body()
        };
        let line = self.one_line(words, look.sized(9.0).aligned(Align::Center), width);
        let rect = Rect::new(x, 0.0, width, 48.0);
        items.push(Item::Fill(rect, Color::SHADE));
        items.push(Item::Frame(rect, Color::LINE, 0.5));
        let y = (rect.h - line.height) / 2.0;
        items.extend(
            line.items
                .into_iter()
                .map(|item| item.at(x, y).into_artifact()),
        );
        rect.h
    }
}
