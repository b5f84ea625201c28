//! Chapter numbers as offices write them: 1., 1.1 or BAB I, A.

use super::super::super::model::{Block, Inline};
use super::super::super::words::{Language, roman};
use super::super::chapter::below;
use super::heading;
use crate::domain::ChapterNumbers;

/// The level of the highest headings within a chapter.
const HIGHEST: u8 = 2;

/// Counts chapters and what stands below them.
pub(super) struct Chapters {
    style: ChapterNumbers,
    lang: Language,
    chapter: usize,
}

impl Chapters {
    pub(super) fn new(style: ChapterNumbers, lang: Language) -> Self {
        Chapters {
            style,
            lang,
            chapter: 0,
        }
    }

    /// Begins the next chapter.
    pub(super) fn open(&mut self, title: &str, blocks: &mut Vec<Block>) {
        self.chapter += 1;
        let title = title.trim();
        match self.style {
            ChapterNumbers::Figures => {
                blocks.push(heading(1, format!("{}. {title}", self.chapter)));
            }
            ChapterNumbers::Bab => {
                if self.chapter > 1 {
                    blocks.push(Block::PageBreak);
                }
                let word = self.lang.pick("BAB", "CHAPTER");
                let number = roman(self.chapter);
                let title = title.to_uppercase();
                blocks.push(heading(1, format!("{word} {number} {title}")));
            }
        }
    }

    /// Puts the headings of a chapter's text below the chapter, and numbers the highest of them
    /// unless their author did or they stand inside a list or a quote.
    pub(super) fn number_within(&self, blocks: Vec<Block>) -> Vec<Block> {
        let mut blocks = below(HIGHEST, blocks);
        let mut count = 0;
        for block in &mut blocks {
            let Block::Heading { level, text, .. } = block else {
                continue;
            };
            if *level == HIGHEST {
                count += 1;
                if !is_numbered(text) {
                    let number = match self.style {
                        ChapterNumbers::Figures => format!("{}.{count} ", self.chapter),
                        ChapterNumbers::Bab => format!("{}. ", letter(count)),
                    };
                    text.insert(0, Inline::plain(number));
                }
            }
        }
        blocks
    }
}

/// Whether a heading begins with a number or a single letter and a point.
fn is_numbered(text: &[Inline]) -> bool {
    let words: String = text.iter().map(|inline| inline.text.as_str()).collect();
    let first = words.split_whitespace().next().unwrap_or_default();
    let digits = first.starts_with(|c: char| c.is_ascii_digit());
    let letter = first.len() == 2 && first.ends_with(['.', ')']);
    digits || letter
}

/// A, B … Z, AA.
fn letter(number: usize) -> String {
    let (mut number, mut out) = (number, String::new());
    while number > 0 {
        let digit = (number - 1) % 26;
        out.insert(0, char::from(b'A' + digit as u8));
        number = (number - 1) / 26;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::{entries, from_markdown};

    fn titles(style: ChapterNumbers, text: &str) -> Vec<(u8, String)> {
        let mut chapters = Chapters::new(style, Language::Id);
        let mut blocks = Vec::new();
        chapters.open("Latar belakang", &mut blocks);
        chapters.open("Tujuan", &mut blocks);
        blocks.extend(chapters.number_within(from_markdown(text)));
        let title = |block: &Block| match block {
            Block::Heading { level, text, .. } => {
                Some((*level, text.iter().map(|i| i.text.as_str()).collect()))
            }
            _ => None,
        };
        blocks.iter().filter_map(title).collect()
    }

    #[test]
    fn chapters_are_numbered_as_offices_do() {
        let text = "# Pendek\n\n## Rinci\n\n# 7. Sendiri\n\n# Panjang\n";
        let own = |all: &[(u8, &str)]| -> Vec<(u8, String)> {
            all.iter()
                .map(|(level, t)| (*level, (*t).to_owned()))
                .collect()
        };
        let figures = [
            (1, "1. Latar belakang"),
            (1, "2. Tujuan"),
            (2, "2.1 Pendek"),
            (3, "Rinci"),
            (2, "7. Sendiri"),
            (2, "2.3 Panjang"),
        ];
        assert_eq!(titles(ChapterNumbers::Figures, text), own(&figures));
        let bab = [
            (1, "BAB I LATAR BELAKANG"),
            (1, "BAB II TUJUAN"),
            (2, "A. Pendek"),
            (3, "Rinci"),
            (2, "7. Sendiri"),
            (2, "C. Panjang"),
        ];
        assert_eq!(titles(ChapterNumbers::Bab, text), own(&bab));
    }

    #[test]
    fn headings_in_quotes_and_lists_stay_within_their_chapter() {
        let text = "> # Kutipan\n\n- # Butir\n\n## Pendek\n\n### Rinci\n";
        let mut chapters = Chapters::new(ChapterNumbers::Figures, Language::Id);
        let mut blocks = Vec::new();
        chapters.open("Tujuan", &mut blocks);
        blocks.extend(chapters.number_within(from_markdown(text)));
        let all = entries(&blocks);
        let listed: Vec<(u8, &str)> = all.iter().map(|it| (it.level, it.title.as_str())).collect();
        let wanted = [
            (1, "1. Tujuan"),
            (2, "Kutipan"),
            (2, "Butir"),
            (2, "1.1 Pendek"),
            (3, "Rinci"),
        ];
        assert_eq!(listed, wanted);
        let alone = chapters.number_within(from_markdown("> # Kutipan\n>\n> ### Rinci\n"));
        let levels = entries(&alone).into_iter().map(|it| it.level);
        assert_eq!(levels.collect::<Vec<u8>>(), [2, 4]);
    }

    #[test]
    fn large_numbers_still_have_a_name() {
        assert_eq!((letter(26), letter(27)), ("Z".to_owned(), "AA".to_owned()));
    }
}
