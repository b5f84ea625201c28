//! The prints of Tilik, each made from plain input structs. Knows neither store nor records; who
//! calls fills in what the records say.

mod changes;
mod coaching;
mod observation;
mod proposal;
mod review;
mod schedule;
mod terms;

pub use changes::{ChangeRow, ChangesPrint, Edition, changes, changes_message, edition_line};
pub use coaching::{CoachingPrint, CoachingSide, Session, coaching};
pub use observation::{Indicator, ObservationPrint, Photo, Verdict, observation};
pub use proposal::{
    Approval, Author, Decided, Evidence, ProposalPrint, Section, SheetTable, Standing, proposal,
    proposal_tables,
};
pub use review::{Comment, ReviewPrint, Score, review};
pub use schedule::{Audience, SchedulePrint, Visit, schedule};

use super::model::{Block, Inline, Role};

fn line(text: impl Into<String>, role: Role) -> Block {
    Block::Paragraph {
        text: vec![Inline::plain(text)],
        role,
    }
}

fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::heading(level, text)
}
