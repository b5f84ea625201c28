//! The head of an office's paper.

use std::cmp::Ordering;

/// The head of an office's paper: lines in the middle, a logo to the left, a double rule below.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letterhead {
    /// The lines from the ministry down to the address; see [`LetterLine::weight`].
    pub lines: Vec<LetterLine>,
    /// The media name of a logo.
    pub logo: Option<String>,
}

impl Letterhead {
    /// A letterhead from plain lines, the parent institution first: the last line but one is the
    /// office's name and the last its address; a single line is the name.
    pub fn from_lines<S: AsRef<str>>(lines: &[S], logo: Option<String>) -> Self {
        let name = lines.len().saturating_sub(2);
        let weight = |i: usize| match i.cmp(&name) {
            Ordering::Less => LetterWeight::Upper,
            Ordering::Equal => LetterWeight::Name,
            Ordering::Greater => LetterWeight::Address,
        };
        let line = |(i, text): (usize, &S)| LetterLine {
            text: text.as_ref().to_owned(),
            weight: weight(i),
        };
        Letterhead {
            lines: lines.iter().enumerate().map(line).collect(),
            logo,
        }
    }
}

/// One line of a letterhead.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterLine {
    /// The words.
    pub text: String,
    /// How large it is set.
    pub weight: LetterWeight,
}

/// The three sizes of letterhead lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterWeight {
    /// The parent institution.
    Upper,
    /// The office itself, bold.
    Name,
    /// Address and telephone, small.
    Address,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letterhead_lines_find_their_weight_by_place() {
        use LetterWeight::{Address, Name, Upper};
        let weights = |lines: &[&str]| -> Vec<LetterWeight> {
            let head = Letterhead::from_lines(lines, None);
            head.lines.iter().map(|line| line.weight).collect()
        };
        assert_eq!(
            weights(&["a", "b", "c", "d"]),
            [Upper, Upper, Name, Address]
        );
        assert_eq!(weights(&["a", "b"]), [Name, Address]);
        assert_eq!(weights(&["a"]), [Name]);
    }
}
