//! The observations of a person, a group, a site or everyone as one report, in order.

use std::collections::BTreeSet;

use super::super::model::{Block, Cell, Document, Letterhead, Look, Role, Signature, Table};
use super::super::words::Language;
use super::observation::{ObservationPrint, content, left_out};
use super::terms::terms;
use super::{facts, heading, line};

/// Reports with more observations than this begin with a table of contents.
const SHORT: usize = 5;

/// Observations that belong together, under a heading of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObservationsPart {
    /// The heading; empty for none.
    pub title: String,
    /// In the order of printing.
    pub observations: Vec<ObservationPrint>,
}

/// What a report of observations is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObservationsPrint {
    /// The language.
    pub lang: Language,
    /// The office's letterhead.
    pub letterhead: Option<Letterhead>,
    /// Whose or of what: "Peserta", "Kelompok", "Lokus".
    pub of: String,
    /// Their name.
    pub name: String,
    /// More about them, such as the office; empty for none.
    pub detail: String,
    /// The cohort's name.
    pub cohort: String,
    /// The parts in order.
    pub parts: Vec<ObservationsPart>,
    /// Who signs.
    pub signatures: Vec<Signature>,
    /// For the file's metadata.
    pub author: String,
}

/// Makes the print.
pub fn observations(print: &ObservationsPrint) -> Document {
    let lang = print.lang;
    let title = lang.pick("Laporan Observasi", "Observation Report");
    let mut blocks = vec![line(title.to_uppercase(), Role::Title)];
    if !print.cohort.is_empty() {
        blocks.push(line(print.cohort.as_str(), Role::Subtitle));
    }
    let all = || print.parts.iter().flat_map(|part| &part.observations);
    let count = all().count();
    blocks.push(facts([
        (print.of.as_str(), print.name.clone()),
        (lang.pick("Unit kerja", "Office"), print.detail.clone()),
        (
            lang.pick("Jumlah observasi", "Observations"),
            count.to_string(),
        ),
        (
            lang.pick("Jumlah lokus", "Sites"),
            distinct(all().map(|it| it.site.as_str())).to_string(),
        ),
    ]));
    if count == 0 {
        let missing = lang.pick(
            "Belum ada observasi yang tersimpan.",
            "No observation has been kept yet.",
        );
        blocks.push(line(missing, Role::Body));
    } else {
        blocks.push(heading(1, lang.pick("Ikhtisar", "Overview")));
        blocks.push(Block::Table(overview(print)));
    }
    blocks.extend(left_out_of(&print.parts, lang));
    if count > SHORT {
        blocks.push(Block::PageBreak);
        blocks.extend(super::contents(2, lang));
        blocks.push(Block::PageBreak);
    }
    blocks.extend(parts(&print.parts, 1));
    if count > 0 && !print.signatures.is_empty() {
        blocks.push(Block::Signatures(print.signatures.clone()));
    }
    Document {
        title: format!("{title} – {}", print.name),
        lang,
        author: print.author.clone(),
        header: print.letterhead.clone(),
        look: Look::default(),
        blocks,
    }
}

/// Every observation in order, numbered, with headings from `level`.
pub(super) fn parts(parts: &[ObservationsPart], level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut number = 0;
    for part in parts {
        let mut level = level;
        if !part.title.is_empty() {
            blocks.push(heading(level, part.title.as_str()));
            level += 1;
        }
        for it in &part.observations {
            number += 1;
            blocks.push(heading(level, format!("{number}. {}", title_of(it))));
            blocks.extend(content(it, level + 1));
        }
    }
    blocks
}

/// How many photos all of them leave out, if any.
pub(super) fn left_out_of(parts: &[ObservationsPart], lang: Language) -> Option<Block> {
    let all = parts.iter().flat_map(|part| &part.observations);
    let missing: usize = all.map(|it| it.left_out).sum();
    (missing > 0).then(|| line(left_out(missing, lang), Role::Small))
}

fn title_of(it: &ObservationPrint) -> &str {
    match it.title.trim() {
        "" => terms(it.lang).observation,
        title => title,
    }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    names
        .filter(|it| !it.is_empty())
        .collect::<BTreeSet<_>>()
        .len()
}

fn overview(print: &ObservationsPrint) -> Table {
    let words = terms(print.lang);
    let head = [
        words.number,
        words.observation,
        words.site,
        words.observer,
        print.lang.pick("Penilaian", "Verdict"),
    ];
    let all = print.parts.iter().flat_map(|part| &part.observations);
    let rows = all.enumerate().map(|(i, it)| {
        let verdict = it
            .verdict
            .map_or(words.none, |it| words.verdicts[it as usize]);
        vec![
            Cell::plain((i + 1).to_string()),
            Cell::plain(title_of(it)),
            Cell::plain(it.site.as_str()),
            Cell::plain(it.author.as_str()),
            Cell::plain(verdict),
        ]
    });
    Table::counted(&[6.0, 36.0, 22.0, 20.0, 16.0], &head, rows.collect())
}
