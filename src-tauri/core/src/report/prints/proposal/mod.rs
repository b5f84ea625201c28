//! A change proposal: cover, approval page, sections, tables with their charts, and the
//! observations it stands on.

mod approval;
mod cover;
mod evidence;
mod numbers;
mod tables;

pub use approval::{Approval, Decided};
pub use evidence::{Evidence, Standing};

use super::super::chart::Gap;
use super::super::model::{
    Block, Cell, Document, Letterhead, Look, Numbering, Role, from_markdown,
};
use super::super::words::Language;
use super::{contents, facts, heading, line, numbered};
use crate::domain::{BudgetLine, ChapterNumbers, Milestone, Risk, Stakeholder};
use evidence::Footnotes;
use numbers::Chapters;

/// A section, as the programme's preset names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The content, in Markdown. Empty sections are printed as not written yet.
    pub text: String,
}

/// Who wrote it. Empty texts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// With titles.
    pub name: String,
    /// The civil servant's number.
    pub nip: String,
    /// Jabatan.
    pub position: String,
    /// Unit kerja.
    pub office: String,
}

/// What the print of a proposal is made of. The rows of its tables come in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProposalPrint {
    /// Tells its evidence from that of other proposals in one print; empty for the only one.
    pub key: String,
    /// The language.
    pub lang: Language,
    /// The letterhead on the cover.
    pub letterhead: Option<Letterhead>,
    /// What the programme calls it: "Rancangan Proyek Perubahan".
    pub kind: String,
    /// The title.
    pub title: String,
    /// Who wrote it.
    pub author: Author,
    /// The programme's name; empty for none.
    pub programme: String,
    /// The cohort's name.
    pub cohort: String,
    /// Where the cohort's organiser sits; empty for none.
    pub place: String,
    /// The year on the cover.
    pub year: String,
    /// The version; empty for a draft.
    pub version: String,
    /// When it was submitted, formatted; empty if it was not.
    pub submitted: String,
    /// Who approves, and what was decided so far.
    pub approval: Approval,
    /// How chapters are numbered.
    pub numbering: ChapterNumbers,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// Who is touched by the change.
    pub stakeholders: Vec<Stakeholder>,
    /// The way there, short term first.
    pub milestones: Vec<Milestone>,
    /// What shall be better.
    pub targets: Vec<Gap>,
    /// What may go wrong.
    pub risks: Vec<Risk>,
    /// What it costs.
    pub budget: Vec<BudgetLine>,
    /// The observations cited, in the order of their numbers.
    pub evidence: Vec<Evidence>,
}

impl ProposalPrint {
    /// What the programme calls it.
    fn kind(&self) -> &str {
        match self.kind.trim() {
            "" => self.lang.pick("Usulan Perubahan", "Change Proposal"),
            kind => kind,
        }
    }

    pub(super) fn title(&self) -> &str {
        match self.title.trim() {
            "" => self.lang.pick("(belum berjudul)", "(no title yet)"),
            title => title,
        }
    }
}

/// Makes the print.
pub fn proposal(print: &ProposalPrint) -> Document {
    let mut blocks = vec![numbered(Numbering::None)];
    blocks.extend(cover::cover(print));
    blocks.push(numbered(Numbering::Roman));
    blocks.extend(approval::approval(print));
    blocks.push(Block::PageBreak);
    blocks.extend(contents(2, print.lang));
    blocks.push(numbered(Numbering::Arabic));
    blocks.extend(body(print));
    Document {
        title: print.title().to_owned(),
        lang: print.lang,
        author: print.author.name.clone(),
        header: print.letterhead.clone(),
        look: Look::default(),
        blocks,
    }
}

/// The proposal as a part of a longer print: whose it is, then the chapters.
pub fn proposal_part(print: &ProposalPrint) -> Vec<Block> {
    let mut blocks = vec![facts(approval::about(print))];
    blocks.extend(body(print));
    blocks
}

/// The chapters, without cover and approval page.
fn body(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    let mut chapters = Chapters::new(print.numbering, lang);
    let mut footnotes = Footnotes::new(print);
    let mut blocks = Vec::new();
    for section in &print.sections {
        chapters.open(&section.title, &mut blocks);
        if section.text.trim().is_empty() {
            blocks.push(not_filled_in(lang));
        } else {
            let mut text = chapters.number_within(from_markdown(&section.text));
            footnotes.hang(&mut text);
            blocks.extend(text);
        }
    }
    for table in tables::all(print) {
        chapters.open(table.title, &mut blocks);
        if table.blocks.is_empty() {
            blocks.push(not_filled_in(lang));
        }
        blocks.extend(table.blocks);
    }
    blocks.extend(evidence::list(print));
    blocks
}

/// A table of a proposal in plain words, for formats that draw no charts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetTable {
    /// The heading above it.
    pub title: String,
    /// The column heads.
    pub head: Vec<String>,
    /// The rows, a total last where there is one.
    pub rows: Vec<Vec<String>>,
}

/// The tables of a proposal that have rows, as they are printed.
pub fn proposal_tables(print: &ProposalPrint) -> Vec<SheetTable> {
    let words = |cells: &Vec<Cell>| -> Vec<String> {
        let words = |cell: &Cell| {
            cell.text
                .iter()
                .map(|inline| inline.text.as_str())
                .collect()
        };
        cells.iter().map(words).collect()
    };
    let mut out = Vec::new();
    for chapter in tables::all(print) {
        for block in chapter.blocks {
            if let Block::Table(table) = block {
                out.push(SheetTable {
                    title: chapter.title.to_owned(),
                    head: table.head.first().map(words).unwrap_or_default(),
                    rows: table.rows.iter().map(words).collect(),
                });
            }
        }
    }
    out
}

/// What stands in place of what nobody wrote yet.
fn not_filled_in(lang: Language) -> Block {
    line(lang.pick("Belum diisi.", "Not filled in yet."), Role::Small)
}
