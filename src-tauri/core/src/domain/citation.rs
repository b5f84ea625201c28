//! Citations: links of the form `[words](tilik:obs/ID@VERSION#f=07)`.
//!
//! Pure text: knows how a citation is written in Markdown, not whether the
//! observation it names exists.

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Hash, Id};

/// An observation cited as it was at one version.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Type)]
pub struct Citation {
    /// The observation.
    pub observation: Id,
    /// Its version: the hash of the last change that was seen.
    pub version: Hash,
}

impl Citation {
    const SCHEME: &str = "tilik:obs/";

    /// The link target, `tilik:obs/ID@VERSION`.
    pub fn target(&self) -> String {
        format!("{}{}@{}", Self::SCHEME, self.observation, self.version)
    }

    /// Reads a link target; anything after `#` is a detail for the reader.
    pub fn parse(target: &str) -> Option<Self> {
        let rest = target.strip_prefix(Self::SCHEME)?;
        let (id, version) = rest.split('#').next()?.split_once('@')?;
        Some(Self {
            observation: id.parse().ok()?,
            version: version.parse().ok()?,
        })
    }
}

/// The citations of a Markdown text, in order, repeats kept.
pub fn citations_in(markdown: &str) -> Vec<Citation> {
    if !markdown.contains(Citation::SCHEME) {
        return Vec::new();
    }
    Parser::new_ext(markdown, Options::all())
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Citation::parse(&dest_url),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_is_found_in_a_table_and_not_in_code() {
        let citation = Citation {
            observation: Id::from_bytes([7; 16]),
            version: Hash::from_bytes([9; 32]),
        };
        let link = format!("[O-12]({}#f=07)", citation.target());
        let text = format!("| a | b |\n|---|---|\n| x | {link} |\n\n`{link}`");
        assert_eq!(citations_in(&text), vec![citation]);
    }

    #[test]
    fn a_foreign_link_is_no_citation() {
        assert!(citations_in("[a](https://example.org) [b](tilik:obs/zz@1)").is_empty());
    }
}
