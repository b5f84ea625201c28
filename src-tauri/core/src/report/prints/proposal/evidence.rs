//! Where claims come from: a footnote for each citation in the text, and the list of evidence at
//! the end (Daftar Bukti) with the photos, to which the citations lead.

use super::super::super::model::{Block, Inline, Note, Role};
use super::super::super::words::Language;
use super::super::facts;
use super::super::observation::left_out as left_out_words;
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

/// Hangs footnotes on citations.
pub(super) struct Footnotes<'a> {
    print: &'a ProposalPrint,
    /// Which evidence a footnote has told in full.
    told: Vec<bool>,
}

impl<'a> Footnotes<'a> {
    pub(super) fn new(print: &'a ProposalPrint) -> Self {
        Footnotes {
            print,
            told: vec![false; print.evidence.len()],
        }
    }

    /// Puts a footnote behind every citation, and lets the citation lead to its evidence.
    pub(super) fn hang(&mut self, blocks: &mut [Block]) {
        blocks.iter_mut().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => self.text(text),
            Block::List { items, .. } => {
                items
                    .iter_mut()
                    .for_each(|item| self.hang(&mut item.blocks));
            }
            Block::Quote(inner) => self.hang(inner),
            Block::Table(table) => {
                let rows = table.head.iter_mut().chain(&mut table.rows);
                rows.flatten().for_each(|cell| self.text(&mut cell.text));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &mut [Inline]) {
        for at in 0..text.len() {
            let link = text[at].link.clone();
            let Some(citation) = link.as_deref().and_then(Citation::parse) else {
                continue;
            };
            // A link in several styles is one citation.
            let goes_on = text.get(at + 1).is_some_and(|next| next.link == link);
            let place = self
                .print
                .evidence
                .iter()
                .position(|it| it.citation == citation);
            text[at].link = place.map(|place| format!("#{}", anchor(self.print, place)));
            if !goes_on && text[at].note.is_none() {
                text[at].note = Some(Note::plain(self.words(place)));
            }
        }
    }

    /// The footnote of a citation: in full the first time, then by its number.
    fn words(&mut self, place: Option<usize>) -> String {
        let lang = self.print.lang;
        let Some(at) = place else {
            let lost = lang.pick(
                "Observasi yang dikutip tidak ditemukan.",
                "The observation cited was not found.",
            );
            return lost.to_owned();
        };
        let evidence = &self.print.evidence[at];
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

/// The name that citations lead to.
fn anchor(print: &ProposalPrint, place: usize) -> String {
    format!("{}evidence-{}", print.key, place + 1)
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
        blocks.push(Block::Anchor(anchor(print, i)));
        blocks.extend(entry(i + 1, evidence, lang));
    }
    let left_out: usize = print.evidence.iter().map(|it| it.left_out).sum();
    if left_out > 0 {
        blocks.push(line(left_out_words(left_out, lang), Role::Small));
    }
    blocks
}

fn entry(number: usize, evidence: &Evidence, lang: Language) -> Vec<Block> {
    let word = lang.pick("Bukti", "Evidence");
    let title = evidence.title(lang);
    let mut blocks = vec![Block::unlisted(2, format!("{word} {number}. {title}"))];
    let version = evidence.citation.version.fingerprint();
    blocks.push(facts([
        (lang.pick("Pengamat", "Observer"), evidence.author.as_str()),
        (lang.pick("Lokus", "Site"), evidence.site.as_str()),
        (lang.pick("Waktu", "When"), evidence.when.as_str()),
        (lang.pick("Versi", "Version"), version.as_str()),
    ]));
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
        alt: match photo.caption.trim() {
            "" => format!("{}: {title}", lang.pick("Foto", "Photo")),
            _ => String::new(),
        },
    }));
    blocks
}
