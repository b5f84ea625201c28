//! Prints: what to print, for whom, on which paper.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Hash, Id};

use super::home::{Language, Sheet};

/// Whom a schedule is printed for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "who", content = "id", rename_all = "lowercase")]
pub enum ScheduleFor {
    /// Everyone.
    Cohort,
    /// One group.
    Group(Id),
    /// One person.
    Person(Id),
}

/// What is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "what", content = "of", rename_all = "lowercase")]
pub enum PrintSubject {
    /// The itinerary.
    Schedule(ScheduleFor),
    /// One observation.
    Observation(Id),
    /// A proposal as it stands.
    Proposal(Id),
    /// A submission as it was handed in.
    Submission(Hash),
    /// A review, with the decision if there is one.
    Review(Id),
}

/// One print.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct PrintJob {
    /// What is printed.
    pub subject: PrintSubject,
    /// On which paper.
    pub sheet: Sheet,
    /// The long side across.
    pub landscape: bool,
    /// In which language.
    pub language: Language,
}

/// A finished print.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Printed {
    /// The file, in Base64.
    pub pdf: String,
    /// Pages.
    pub pages: u32,
    /// A name for the file, without folder.
    pub file_name: String,
    /// What could not be printed as wanted.
    pub warnings: Vec<PrintWarning>,
}

/// Something a reader of the print should know.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "what", content = "which", rename_all = "kebab-case")]
pub enum PrintWarning {
    /// A picture is missing or damaged; a frame stands in its place.
    Picture(String),
    /// No font has this character; a box stands in its place.
    MissingGlyph(String),
    /// Photos left out because nobody marked the consent of those shown.
    WithoutConsent(u32),
}
