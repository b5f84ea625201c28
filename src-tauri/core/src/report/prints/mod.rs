//! The prints of Tilik, each made from plain input structs. Knows neither store nor records; who
//! calls fills in what the records say.

mod attendance;
mod booklet;
mod changes;
mod chapter;
mod coaching;
mod form;
mod letter;
mod observation;
mod observations;
mod pocket;
mod proposal;
mod review;
mod schedule;
mod summary;
mod terms;

pub use attendance::{AttendanceList, AttendancePrint, Attendee, attendance};
pub use booklet::{BookletPrint, DecidedProposal, Member, SiteFacts, booklet};
pub use changes::{ChangeRow, ChangesPrint, Edition, changes, changes_message, edition_line};
pub use coaching::{CoachingPrint, CoachingSide, Session, coaching};
pub use form::{FormAnswer, FormPrint, FormQuestion, form};
pub use letter::{FieldValue, Gap, Letter, LetterPrint, letters};
pub use observation::{Indicator, ObservationPrint, Photo, Verdict, observation};
pub use observations::{ObservationsPart, ObservationsPrint, observations};
pub use pocket::{PocketPrint, pocket};
pub use proposal::{
    Approval, Author, Decided, Evidence, ProposalPrint, Section, SheetTable, Standing, proposal,
    proposal_part, proposal_tables,
};
pub use review::{Comment, ReviewPrint, Score, review};
pub use schedule::{Audience, SchedulePrint, Visit, schedule};
pub use summary::{SiteTally, Summary, SummaryPrint, summaries};

use super::model::{self, Block, Column, Fact, Inline, Numbering, Role, Width};
use super::words::Language;

fn line(text: impl Into<String>, role: Role) -> Block {
    Block::Paragraph {
        text: vec![Inline::plain(text)],
        role,
    }
}

fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::heading(level, text)
}

/// "Label : value" lines; those without a value are left out.
fn facts<'a, V: Into<String>>(pairs: impl IntoIterator<Item = (&'a str, V)>) -> Block {
    let pairs = pairs.into_iter().map(|(label, it)| (label, it.into()));
    let filled = pairs.filter(|(_, it): &(&str, String)| !it.trim().is_empty());
    Block::Facts(filled.map(|(label, it)| Fact::new(label, it)).collect())
}

/// Columns that share the width so.
fn shares<const N: usize>(shares: [f32; N]) -> Vec<Column> {
    let column = |share| Column {
        width: Width::Share(share),
        ..Column::default()
    };
    shares.map(column).to_vec()
}

/// A table of contents down to `depth`.
fn contents(depth: u8, lang: Language) -> [Block; 2] {
    [
        Block::unlisted(1, lang.pick("Daftar Isi", "Contents")),
        Block::Contents { depth },
    ]
}

/// Several papers in one print: each on pages of its own, numbered by itself and with the
/// letterhead, which the document itself sets on the first.
fn apart(
    papers: impl IntoIterator<Item = Vec<Block>>,
    head: Option<&model::Letterhead>,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (i, paper) in papers.into_iter().enumerate() {
        if i > 0 {
            blocks.push(numbered(Numbering::Arabic));
            blocks.extend(head.cloned().map(Block::Letterhead));
        }
        blocks.extend(paper);
    }
    blocks
}

/// What follows stands on pages of its own, numbered so.
fn numbered(numbering: Numbering) -> Block {
    Block::Section(model::Section {
        numbering,
        ..model::Section::default()
    })
}
