//! The prints of Tilik, each made from plain input structs. Knows neither store nor records; who
//! calls fills in what the records say.

mod attendance;
mod booklet;
mod chapter;
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
pub use booklet::{BookletPrint, Decided, Member, SiteFacts, booklet};
pub use form::{FormAnswer, FormPrint, FormQuestion, form};
pub use letter::{FieldValue, Gap, Letter, LetterPrint, letters};
pub use observation::{Indicator, ObservationPrint, Photo, Verdict, observation};
pub use observations::{ObservationsPart, ObservationsPrint, observations};
pub use pocket::{PocketPrint, pocket};
pub use proposal::{CitedObservation, ProposalPrint, Section, SheetTable, proposal};
pub use review::{Comment, ReviewPrint, Score, review};
pub use schedule::{Audience, SchedulePrint, Visit, schedule};
pub use summary::{SiteTally, Summary, SummaryPrint, summaries};

use super::model::{Block, Fact, Inline, Role};

fn line(text: impl Into<String>, role: Role) -> Block {
    Block::Paragraph {
        text: vec![Inline::plain(text)],
        role,
    }
}

fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::Heading {
        level,
        text: vec![Inline::plain(text)],
    }
}

/// "Label : value" lines; those without a value are left out.
fn facts<const N: usize>(pairs: [(&str, String); N]) -> Block {
    let filled = pairs.into_iter().filter(|(_, it)| !it.trim().is_empty());
    Block::Facts(
        filled
            .map(|(label, value)| Fact::new(label, value))
            .collect(),
    )
}

/// A table of contents down to `depth`, and what follows on a new page.
fn contents(_depth: u8, _lang: super::words::Language) -> Vec<Block> {
    Vec::new()
}
