//! Where claims come from: a footnote for each citation in the text, and the list of evidence at
//! the end (Daftar Bukti) with the photos.

use super::super::super::model::{Block, Fact, Inline, Note, Role, Style};
use super::super::super::words::Language;
use super::{ProposalPrint, heading, line};
use crate::domain::Citation;
use crate::report::prints::Photo;

/// How a cited observation stands today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// As it was when it was cited.
    #[default]
    Unchanged,
    /// Changed since.
    Changed,
    /// Removed since.
    Removed,
    /// This laptop does not have it.
    Missing,
}

/// An observation the proposal cites, as it was when it was cited.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What the text calls it by.
    pub citation: Citation,
    /// Its title.
    pub title: String,
    /// Who observed.
    pub author: String,
    /// Where.
    pub site: String,
    /// When, formatted with its zone.
    pub when: String,
    /// How it stands today.
    pub standing: Standing,
    /// The photos that may be printed.
    pub photos: Vec<Photo>,
    /// How many photos may not.
    pub left_out: usize,
}

impl Evidence {
    /// "Peserta 01 (Papua), Mall Pelayanan Publik, Selasa, 20 Maret 2018, 08.30 WIB".
    fn source(&self) -> String {
        let parts = [&self.author, &self.site, &self.when];
        let parts: Vec<&str> = parts.into_iter().map(|part| part.trim()).collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }

    fn title(&self, lang: Language) -> &str {
        match self.title.trim() {
            "" => lang.pick("(tanpa judul)", "(no title)"),
            title => title,
        }
    }
}

/// "berubah sejak dikutip"; nothing for what stands as it was.
fn standing_words(standing: Standing, lang: Language) -> Option<&'static str> {
    let words = match standing {
        Standing::Unchanged => return None,
        Standing::Changed => lang.pick("berubah sejak dikutip", "changed since cited"),
        Standing::Removed => lang.pick("dihapus sejak dikutip", "removed since cited"),
        Standing::Missing => lang.pick("belum ada di laptop ini", "not on this laptop yet"),
    };
    Some(words)
}

/// Hangs footnotes on citations, chapter by chapter.
pub(super) struct Footnotes<'a> {
    evidence: &'a [Evidence],
    lang: Language,
    /// Which evidence a footnote has told in full.
    told: Vec<bool>,
}

impl<'a> Footnotes<'a> {
    pub(super) fn new(evidence: &'a [Evidence], lang: Language) -> Self {
        Footnotes {
            evidence,
            lang,
            told: vec![false; evidence.len()],
        }
    }

    /// Puts a number behind every citation of a chapter, and the notes at the chapter's end,
    /// behind those its author wrote.
    pub(super) fn hang(&mut self, blocks: &mut Vec<Block>) {
        let mut notes = match blocks.pop_if(|block| matches!(block, Block::Notes(_))) {
            Some(Block::Notes(notes)) => notes,
            _ => Vec::new(),
        };
        for block in blocks.iter_mut() {
            self.block(block, &mut notes);
        }
        if !notes.is_empty() {
            blocks.push(Block::Notes(notes));
        }
    }

    fn block(&mut self, block: &mut Block, notes: &mut Vec<Note>) {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => self.text(text, notes),
            Block::List { items, .. } => {
                let inner = items.iter_mut().flat_map(|item| &mut item.blocks);
                inner.for_each(|block| self.block(block, notes));
            }
            Block::Quote(inner) => inner.iter_mut().for_each(|block| self.block(block, notes)),
            Block::Table(table) => {
                let rows = table.head.iter_mut().chain(&mut table.rows);
                rows.flatten()
                    .for_each(|cell| self.text(&mut cell.text, notes));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &mut Vec<Inline>, notes: &mut Vec<Note>) {
        let mut at = 0;
        while let Some(inline) = text.get(at) {
            at += 1;
            let Some(link) = inline.link.clone() else {
                continue;
            };
            // A link in several styles is one citation.
            let goes_on = text
                .get(at)
                .is_some_and(|next| next.link.as_ref() == Some(&link));
            let Some(citation) = Citation::parse(&link).filter(|_| !goes_on) else {
                continue;
            };
            let number = notes.iter().map(|note| note.number).max().unwrap_or(0) + 1;
            let words = self.words(&citation);
            let blocks = vec![line(words, Role::Body)];
            notes.push(Note { number, blocks });
            let style = Style {
                superscript: true,
                ..Style::default()
            };
            let mark = Inline {
                style,
                ..Inline::plain(number.to_string())
            };
            text.insert(at, mark);
            at += 1;
        }
    }

    /// The footnote of a citation: in full the first time, then by its number.
    fn words(&mut self, citation: &Citation) -> String {
        let lang = self.lang;
        let found = self.evidence.iter().position(|it| it.citation == *citation);
        let Some(at) = found else {
            let lost = lang.pick(
                "Observasi yang dikutip tidak ditemukan.",
                "The observation cited was not found.",
            );
            return lost.to_owned();
        };
        let evidence = &self.evidence[at];
        let number = at + 1;
        let word = lang.pick("Bukti", "Evidence");
        if std::mem::replace(&mut self.told[at], true) {
            return match lang {
                Language::Id => format!("Lihat {word} {number}."),
                Language::En => format!("See {word} {number}."),
            };
        }
        let mut words = format!("{word} {number}");
        let source = evidence.source();
        if !source.is_empty() {
            words = format!("{words}: {source}");
        }
        if let Some(standing) = standing_words(evidence.standing, lang) {
            words = format!("{words} ({standing})");
        }
        format!("{words}.")
    }
}

/// The list of evidence; nothing for a proposal that cites nothing but a note that says so.
pub(super) fn list(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    let mut blocks = vec![
        Block::PageBreak,
        heading(1, lang.pick("Daftar Bukti", "List of Evidence")),
    ];
    if print.evidence.is_empty() {
        let none = lang.pick(
            "Belum ada observasi yang dikutip.",
            "No observation is cited yet.",
        );
        blocks.push(line(none, Role::Small));
        return blocks;
    }
    for (i, evidence) in print.evidence.iter().enumerate() {
        blocks.extend(entry(i + 1, evidence, lang));
    }
    let left_out: usize = print.evidence.iter().map(|it| it.left_out).sum();
    if left_out > 0 {
        let words = match lang {
            Language::Id => format!(
                "{left_out} foto tidak dicetak karena persetujuan orang yang tampak belum ditandai."
            ),
            Language::En => {
                format!("{left_out} photos are left out: the consent of those shown is not marked.")
            }
        };
        blocks.push(line(words, Role::Small));
    }
    blocks
}

fn entry(number: usize, evidence: &Evidence, lang: Language) -> Vec<Block> {
    let word = lang.pick("Bukti", "Evidence");
    let title = evidence.title(lang);
    let mut blocks = vec![heading(2, format!("{word} {number}. {title}"))];
    let version = evidence.citation.version.fingerprint();
    let facts = [
        (lang.pick("Pengamat", "Observer"), evidence.author.as_str()),
        (lang.pick("Lokus", "Site"), evidence.site.as_str()),
        (lang.pick("Waktu", "When"), evidence.when.as_str()),
        (lang.pick("Versi", "Version"), version.as_str()),
    ];
    let known = facts
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty());
    blocks.push(Block::Facts(
        known
            .map(|(label, value)| Fact::new(label, value))
            .collect(),
    ));
    if let Some(standing) = standing_words(evidence.standing, lang) {
        let mut letters = standing.chars();
        let first: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        blocks.push(Block::Paragraph {
            text: vec![Inline::bold(format!("{first}{}.", letters.as_str()))],
            role: Role::Body,
        });
    }
    blocks.extend(evidence.photos.iter().map(|photo| Block::Figure {
        source: photo.media.clone(),
        caption: photo.caption.clone(),
    }));
    blocks
}
