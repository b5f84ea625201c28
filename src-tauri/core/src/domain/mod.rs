//! The records of a visiting cohort and the rules that hold for them alone.
//!
//! Pure: knows nothing of SQL, files, sockets, the clock, or how a record is
//! stored and signed. Everything here is plain data with `serde`; the same
//! structs travel to the window, so no type is written twice. Where a field is
//! `f64` and always a number, TypeScript is told `i32`: both are `number` there,
//! while a bare `f64` would be `number | null` for the sake of NaN.

mod attendance;
mod changes;
mod citation;
mod cohort;
mod field;
mod id;
mod itinerary;
mod letter;
mod people;
mod planning;
mod prayer;
mod preset;
mod proposal;
mod record;
mod review;
mod site;
mod time;

pub use attendance::{Attendance, AttendanceMark, GroupStart, Presence, merged};
pub use changes::{Change, VisitChange, changes_between};
pub use citation::{Citation, citations_in};
pub use cohort::{Cohort, ConsentRules, Letterhead};
pub use field::{
    Adoption, Answer, Better, Choice, Consent, Indicator, Instrument, Observation, Photo, Practice,
    Question, QuestionKind, Reading,
};
pub use id::{Hash, Id, IdError};
pub use itinerary::{Release, ReleasedVisit, Visit, VisitKind};
pub use letter::{LetterKind, LetterTemplate, letter_preset};
pub use people::{Gender, Group, NipFault, Person, Role, nip_fault};
pub use planning::{Acceptance, Clash, Planning, Ride, Severity};
pub use prayer::{AsharRule, PrayerRounding, PrayerSettings};
pub use preset::{
    Bilingual, ChapterNumbers, Criterion, GradeBand, Programme, SectionGuide, Term, programme,
    programmes,
};
pub use proposal::{
    BudgetLine, Gravity, Milestone, MissingPart, Placed, Progress, Proposal, Quadrant, Risk,
    Stakeholder, Submission, Target, in_order,
};
pub use record::{FieldProblem, FieldRule, Kind, Record};
pub use review::{Anchor, Coaching, Comment, Decision, Outcome, Review, Score};
pub use site::{Contact, Coordinates, Site};
pub use time::{Day, UtcMinute, Zone};
