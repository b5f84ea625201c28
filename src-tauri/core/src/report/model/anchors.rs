//! Places that links and contents lead to. A heading's anchor is made of its words as GitHub
//! does it: lower case, hyphens for spaces, a number behind repeated ones.

use std::collections::{BTreeMap, BTreeSet};

use super::walk::{Part, walk};
use super::{Block, Inline};

/// A heading as contents, outlines and links name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 1 is the highest, 6 the lowest.
    pub level: u8,
    /// The words, spaces made single, without footnote marks.
    pub title: String,
    /// The name without `#`; unique among the headings.
    pub anchor: String,
    /// Whether tables of contents name it.
    pub listed: bool,
}

/// The headings in reading order, one for each [`Block::Heading`] outside footnotes.
pub fn entries(blocks: &[Block]) -> Vec<Entry> {
    let mut out = Vec::new();
    let mut used = BTreeMap::new();
    walk(blocks, &mut |part| {
        if let Part::Block(Block::Heading {
            level,
            text,
            listed,
        }) = part
        {
            let title = title(text);
            out.push(Entry {
                level: (*level).clamp(1, 6),
                anchor: unique(slug(&title), &mut used),
                listed: *listed && !title.is_empty(),
                title,
            });
        }
    });
    out
}

/// Every name that a link can lead to, without `#`.
pub fn anchors(blocks: &[Block]) -> BTreeSet<String> {
    let headings = entries(blocks).into_iter().map(|entry| entry.anchor);
    let mut out: BTreeSet<String> = headings.collect();
    walk(blocks, &mut |part| {
        if let Part::Block(Block::Anchor(name)) = part {
            out.insert(name.clone());
        }
    });
    out
}

/// The words of a heading on one line.
fn title(text: &[Inline]) -> String {
    let title: String = text.iter().map(|inline| inline.text.as_str()).collect();
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn slug(title: &str) -> String {
    title
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            c => c.is_alphanumeric().then_some(c),
        })
        .collect()
}

/// A name not yet used. `used` holds the names with the number to try next.
fn unique(slug: String, used: &mut BTreeMap<String, usize>) -> String {
    let mut name = slug.clone();
    while used.contains_key(&name) {
        let next = used.entry(slug.clone()).or_default();
        *next += 1;
        name = format!("{slug}-{next}");
    }
    used.insert(name.clone(), 0);
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::from_markdown;

    #[test]
    fn headings_are_named_by_their_words_and_repeated_ones_by_number() {
        let blocks = from_markdown("# Mall *Pelayanan* (Publik)\n\n> ## A_b\n\n## A_b\n\n#\n");
        let found: Vec<_> = entries(&blocks).into_iter().map(|e| e.anchor).collect();
        assert_eq!(found, ["mall-pelayanan-publik", "a_b", "a_b-1"]);
    }

    #[test]
    fn many_equal_headings_are_named_in_time() {
        let blocks: Vec<_> = (0..3000).map(|_| Block::heading(1, "Sama")).collect();
        assert_eq!(anchors(&blocks).len(), 3000);
    }
}
