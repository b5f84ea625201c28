//! Words that are shaped already. Most words of a report come again and again; each is shaped
//! once per face and style, at a size of 1000, and scaled to the size it is used in.

use std::collections::HashMap;

use super::super::display::{Glyph, Item, SOFT_HYPHEN};
use super::super::fonts::FontId;
use super::super::model::{Face, Inline, Style};
use super::Typesetter;
use super::look::TextLook;

/// The size at which words are shaped.
pub(super) const EM: f32 = 1000.0;

/// What decides about the shape of a word, its size apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    serif: bool,
    bold: bool,
    italic: bool,
    code: bool,
}

impl Cut {
    /// How many there are.
    const COUNT: usize = 16;

    fn place(self) -> usize {
        let signs = [self.serif, self.bold, self.italic, self.code];
        signs
            .iter()
            .fold(0, |sum, sign| sum * 2 + usize::from(*sign))
    }

    pub(super) fn of(face: Face, style: Style) -> Cut {
        Cut {
            serif: face == Face::Serif,
            bold: style.bold,
            italic: style.italic,
            code: style.code,
        }
    }
}

/// Glyphs of one font, in thousandths of an em.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub font: FontId,
    pub x: f32,
    pub width: f32,
    pub glyphs: Vec<Glyph>,
    pub text: String,
}

/// A word in thousandths of an em.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    pub pieces: Vec<Piece>,
    pub width: f32,
    /// The height of a line of it, and where its baseline is.
    pub height: f32,
    pub baseline: f32,
}

/// The place of a word among [`Words`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordId(u32);

/// All words shaped so far.
#[derive(Default)]
pub(super) struct Words {
    known: [HashMap<Box<str>, WordId>; Cut::COUNT],
    all: Vec<Word>,
}

impl Words {
    pub(super) fn get(&self, id: WordId) -> &Word {
        &self.all[id.0 as usize]
    }

    fn find(&self, cut: Cut, text: &str) -> Option<WordId> {
        self.known[cut.place()].get(text).copied()
    }

    fn add(&mut self, cut: Cut, text: &str, word: Word) -> WordId {
        let id = WordId(self.all.len() as u32);
        self.all.push(word);
        self.known[cut.place()].insert(text.into(), id);
        id
    }
}

impl Typesetter<'_> {
    /// The word, shaped. A space is a word, too; a soft hyphen is the hyphen at the end of a line.
    pub(super) fn word(&mut self, cut: Cut, text: &str) -> WordId {
        if let Some(id) = self.words.find(cut, text) {
            return id;
        }
        let word = match text {
            " " => self.space(cut),
            "\u{ad}" => {
                let mut hyphen = self.shaped(cut, "-");
                for piece in &mut hyphen.pieces {
                    piece.text = SOFT_HYPHEN.to_string();
                    let whole = (0, piece.text.len() as u32);
                    piece.glyphs.iter_mut().for_each(|glyph| glyph.text = whole);
                }
                hyphen
            }
            _ => self.shaped(cut, text),
        };
        self.words.add(cut, text, word)
    }

    fn shaped(&mut self, cut: Cut, text: &str) -> Word {
        let style = Style {
            bold: cut.bold,
            italic: cut.italic,
            code: cut.code,
            ..Style::default()
        };
        let face = if cut.serif { Face::Serif } else { Face::Sans };
        let look = TextLook {
            face,
            style,
            leading: 1.0,
            ..self.body()
        };
        let line = self.unbroken(&[Inline::plain(text)], look.sized(EM));
        let mut out = Word {
            height: line.height,
            baseline: line.baseline,
            ..Word::default()
        };
        for item in line.items {
            if let Item::Run(run) = item {
                out.width = out.width.max(run.x + run.width);
                out.pieces.push(Piece {
                    font: run.font,
                    x: run.x,
                    width: run.width,
                    glyphs: run.glyphs,
                    text: run.text,
                });
            }
        }
        out
    }

    /// A space alone at the end of a line leaves no glyph, so it is taken from between letters.
    fn space(&mut self, cut: Cut) -> Word {
        let mut word = self.shaped(cut, "n n");
        if let Some(piece) = word.pieces.first_mut()
            && let [_, space, last] = piece.glyphs[..]
        {
            piece.width = last.x - space.x;
            piece.glyphs = vec![Glyph {
                x: 0.0,
                text: (0, 1),
                ..space
            }];
            piece.text = " ".to_owned();
            piece.x = 0.0;
            word.width = piece.width;
        }
        word
    }
}
