//! Comments on passages: where in the words of a document each of them hangs. Knows words only.

use std::ops::Range;

use chrono::NaiveDateTime;

/// A comment that a reader of the Word document sees beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// Who wrote it.
    pub author: String,
    /// When, by the clock of the cohort.
    pub at: Option<NaiveDateTime>,
    /// What is said.
    pub text: String,
    /// The passage; `None` for the whole document.
    pub quote: Option<Quote>,
}

/// A passage by its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The heading of the highest level below which it stands; empty for anywhere.
    pub below: String,
    /// The words.
    pub exact: String,
    /// Words before it.
    pub prefix: String,
    /// Words after it.
    pub suffix: String,
}

/// The words of a document, as they were written, and its headings of the highest level.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) chapters: Vec<(Range<usize>, String)>,
}

impl Words {
    /// Where the passage stands, in bytes of the text. Among several places the one whose
    /// surroundings fit best is taken; where none fits best there is no place, for a comment
    /// beside the wrong words is worse than one beside the title.
    pub(super) fn place(&self, quote: &Quote) -> Option<Range<usize>> {
        let exact = squeezed(&quote.exact);
        let exact = exact.trim();
        if exact.is_empty() {
            return None;
        }
        let room = self.chapter(&quote.below);
        let text = self.text.get(room.clone())?;
        let (plain, places) = mapped(text);
        let (prefix, suffix) = (squeezed(&quote.prefix), squeezed(&quote.suffix));
        let fit = |at: usize| {
            let before = plain[..at].chars().rev();
            let after = plain[at + exact.len()..].chars();
            alike(before, prefix.chars().rev()) + alike(after, suffix.chars())
        };
        let mut found: Vec<(usize, usize)> = plain
            .match_indices(exact)
            .map(|(at, _)| (fit(at), at))
            .collect();
        found.sort_by_key(|(fit, at)| (std::cmp::Reverse(*fit), *at));
        let at = match found.as_slice() {
            [(best, _), (second, _), ..] if best == second => return None,
            [(_, at), ..] => *at,
            [] => return None,
        };
        let place = |at: usize| places.binary_search_by_key(&at, |it| it.0);
        let start = places.get(place(at).ok()?)?.1;
        let last = places.get(place(at + exact.len()).ok()?.checked_sub(1)?)?;
        let width = text.get(last.1..)?.chars().next()?.len_utf8();
        Some(room.start + start..room.start + last.1 + width)
    }

    /// From the heading that says `title` to the next; everything where there is none.
    fn chapter(&self, title: &str) -> Range<usize> {
        let title = squeezed(title);
        let all = 0..self.text.len();
        let title = title.trim();
        if title.is_empty() {
            return all;
        }
        // A print may number its headings or write them large.
        let is_it = |words: &str| {
            let words = squeezed(words).to_lowercase();
            words.trim().ends_with(&title.to_lowercase())
        };
        match self.chapters.iter().position(|(_, words)| is_it(words)) {
            Some(index) => {
                let next = self.chapters.get(index + 1);
                self.chapters[index].0.end..next.map_or(all.end, |(range, _)| range.start)
            }
            None => all,
        }
    }
}

/// How many characters two texts have in common from their beginnings.
fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

fn squeezed(text: &str) -> String {
    mapped(text).0
}

/// The text with every run of white space as one space, and for each of its characters where it
/// comes from: (byte here, byte there), the end included.
fn mapped(text: &str) -> (String, Vec<(usize, usize)>) {
    let (mut plain, mut places) = (String::new(), Vec::new());
    for (at, c) in text.char_indices() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || !plain.ends_with(' ') {
            places.push((plain.len(), at));
            plain.push(c);
        }
    }
    places.push((plain.len(), text.len()));
    (plain, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let text = "Latar\nloket  terlalu\nlama dan loket jauh\nTujuan\nloket dekat\n";
        Words {
            text: text.to_owned(),
            chapters: vec![(0..5, "Latar".to_owned()), (41..47, "2. TUJUAN".to_owned())],
        }
    }

    fn placed(below: &str, exact: &str, prefix: &str, suffix: &str) -> Option<&'static str> {
        let quote = Quote {
            below: below.to_owned(),
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
        };
        let range = words().place(&quote)?;
        Some(words().text[range].to_owned().leak())
    }

    #[test]
    fn a_passage_is_found_over_lines_and_spaces() {
        let found = placed("Latar", "loket terlalu lama", "", "");
        assert_eq!(found, Some("loket  terlalu\nlama"));
        assert_eq!(placed("Tujuan", "loket", "", ""), Some("loket"));
        assert_eq!(placed("", "loket dekat", "", ""), Some("loket dekat"));
        assert_eq!(placed("", "tidak ada", "", ""), None);
        assert_eq!(placed("", "  ", "", ""), None);
    }

    #[test]
    fn surroundings_decide_between_two_places_and_without_them_there_is_none() {
        assert_eq!(placed("Latar", "loket", "", ""), None);
        let quote = Quote {
            exact: "loket".into(),
            prefix: "lama dan ".into(),
            suffix: " jauh".into(),
            ..Quote::default()
        };
        assert_eq!(words().place(&quote), Some(30..35));
    }
}
