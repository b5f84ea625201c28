//! A change proposal: its sections, its tables and the observations it cites.

use super::super::model::{
    Align, Block, Cell, Column, Document, Fact, Inline, Look, Role, Table, Width, from_markdown,
};
use super::super::words::Language;
use super::terms::terms;
use super::{heading, line};

/// A section, as the programme's preset names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The content, in Markdown. Empty sections are printed as not written yet.
    pub text: String,
}

/// A table of the proposal (stakeholders, milestones, risks, budget, targets) with its values
/// formatted; `numeric` columns are aligned to the right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetTable {
    /// The heading above it.
    pub title: String,
    /// The column heads.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Which columns hold numbers, counted from 0.
    pub numeric: Vec<usize>,
    /// A last row with totals; empty for none.
    pub total: Vec<String>,
}

/// An observation the proposal cites.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CitedObservation {
    /// Its title.
    pub title: String,
    /// Who observed.
    pub author: String,
    /// Where.
    pub site: String,
    /// When, formatted with its zone.
    pub when: String,
}

/// What the print of a proposal is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProposalPrint {
    /// The language.
    pub lang: Language,
    /// What the programme calls it: "Rancangan Proyek Perubahan".
    pub kind: String,
    /// The title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Their office; empty for none.
    pub office: String,
    /// The cohort's name.
    pub cohort: String,
    /// The version; empty for a draft.
    pub version: String,
    /// When it was submitted, formatted; empty if it was not.
    pub submitted: String,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// The tables that are filled in.
    pub tables: Vec<SheetTable>,
    /// The observations cited, in order.
    pub cited: Vec<CitedObservation>,
}

/// Makes the print.
pub fn proposal(print: &ProposalPrint) -> Document {
    let words = terms(print.lang);
    let kind = if print.kind.is_empty() {
        words.proposal
    } else {
        &print.kind
    };
    let title = if print.title.trim().is_empty() {
        kind
    } else {
        &print.title
    };
    let mut blocks = vec![
        line(kind.to_uppercase(), Role::Subtitle),
        line(title, Role::Title),
    ];
    let facts = [
        (words.author, &print.author),
        (words.office, &print.office),
        (words.cohort, &print.cohort),
        (words.version, &print.version),
        (words.submitted, &print.submitted),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty());
    blocks.push(Block::Facts(
        facts
            .map(|(label, value)| Fact::new(label, value))
            .collect(),
    ));
    for section in &print.sections {
        blocks.push(heading(1, section.title.as_str()));
        if section.text.trim().is_empty() {
            blocks.push(line(words.nothing_written, Role::Small));
        } else {
            blocks.extend(below(from_markdown(&section.text)));
        }
    }
    for table in print.tables.iter().filter(|table| !table.rows.is_empty()) {
        blocks.push(heading(1, table.title.as_str()));
        blocks.push(Block::Table(sheet(table)));
    }
    if !print.cited.is_empty() {
        blocks.push(heading(1, words.cited));
        let items = print
            .cited
            .iter()
            .map(|cited| super::super::model::ListItem {
                checked: None,
                blocks: vec![Block::Paragraph {
                    text: citation(cited),
                    role: Role::Body,
                }],
            });
        blocks.push(Block::List {
            start: Some(1),
            items: items.collect(),
        });
    }
    Document {
        title: title.to_owned(),
        lang: print.lang,
        author: print.author.clone(),
        header: None,
        look: Look::default(),
        blocks,
    }
}

/// Headings inside a section stand below the section's own.
fn below(mut blocks: Vec<Block>) -> Vec<Block> {
    let top = |block: &Block| matches!(block, Block::Heading { level: 1, .. });
    if blocks.iter().any(top) {
        for block in &mut blocks {
            if let Block::Heading { level, .. } = block {
                *level = level.saturating_add(1).min(6);
            }
        }
    }
    blocks
}

fn citation(cited: &CitedObservation) -> Vec<Inline> {
    let rest = [&cited.author, &cited.site, &cited.when];
    let rest: Vec<&str> = rest
        .into_iter()
        .map(|s| s.as_str())
        .filter(|s| !s.is_empty())
        .collect();
    let mut text = vec![Inline::italic(cited.title.as_str())];
    if !rest.is_empty() {
        text.push(Inline::plain(format!(". {}.", rest.join(", "))));
    }
    text
}

fn sheet(table: &SheetTable) -> Table {
    let count = table
        .rows
        .iter()
        .map(Vec::len)
        .max()
        .unwrap_or(0)
        .max(table.head.len());
    let columns = (0..count).map(|i| Column {
        width: Width::Content,
        align: if table.numeric.contains(&i) {
            Align::End
        } else {
            Align::Start
        },
    });
    let plain = |row: &Vec<String>| row.iter().map(|text| Cell::plain(text.as_str())).collect();
    let mut rows: Vec<Vec<Cell>> = table.rows.iter().map(plain).collect();
    if !table.total.is_empty() {
        rows.push(
            table
                .total
                .iter()
                .map(|text| Cell::new(vec![Inline::bold(text.as_str())]))
                .collect(),
        );
    }
    Table {
        columns: columns.collect(),
        head: vec![plain(&table.head)],
        rows,
        compact: true,
        ..Table::default()
    }
}
