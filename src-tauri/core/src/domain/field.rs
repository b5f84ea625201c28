//! What is seen on the road: practices, indicators, instruments, observations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::Check;
use super::{FieldProblem, FieldRule, Hash, Id, UtcMinute};

/// An innovation seen at a site.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Practice {
    /// Such as "Lahir Procot Pulang Bawa Akte".
    pub name: String,
    /// Where it was seen.
    pub site: Option<Id>,
    /// What it is, in a few sentences.
    pub summary: String,
}

impl Check for Practice {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(!self.name.trim().is_empty(), "name", problems);
    }
}

/// Which direction of an indicator is better.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// Such as satisfaction.
    Higher,
    /// Such as waiting time.
    #[default]
    Lower,
}

/// Something measurable that home and site can be compared by.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Indicator {
    /// Such as "Waktu penyelesaian".
    pub name: String,
    /// Such as "hari".
    pub unit: String,
    /// Which way is good.
    pub better: Better,
}

impl Check for Indicator {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(!self.name.trim().is_empty(), "name", problems);
    }
}

/// A form to fill in at a site, shaped like an XLSForm.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Instrument {
    /// Shown in lists.
    pub name: String,
    /// Rises with every change that answers must know about.
    pub version: u32,
    /// Said beside the results, such as "bukan nilai SKM resmi".
    pub caution: String,
    /// In order.
    pub questions: Vec<Question>,
}

impl Check for Instrument {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(!self.name.trim().is_empty(), "name", problems);
        let mut names: Vec<&str> = self.questions.iter().map(|q| q.name.as_str()).collect();
        names.sort_unstable();
        let distinct = names.windows(2).all(|pair| pair[0] != pair[1]);
        FieldRule::Repeated.unless(distinct, "questions", problems);
    }
}

/// One question of an instrument.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Question {
    /// The column answers are stored under.
    pub name: String,
    /// Read out to the observer.
    pub label: String,
    /// Shown small below the label.
    pub hint: String,
    /// What an answer looks like.
    pub kind: QuestionKind,
    /// For the select kinds.
    pub choices: Vec<Choice>,
    /// Whether an observation is complete without it.
    pub required: bool,
}

/// What an answer looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// Free text.
    #[default]
    Text,
    /// Whole number.
    Integer,
    /// Number.
    Decimal,
    /// Day.
    Date,
    /// One of the choices.
    SelectOne,
    /// Any of the choices.
    SelectMultiple,
    /// No answer, only words to read.
    Note,
    /// A tick.
    Acknowledge,
}

/// One choice of a select question.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Choice {
    /// Stored.
    pub name: String,
    /// Shown.
    pub label: String,
}

/// An answer, as text or as chosen names.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum Answer {
    /// Text, number or date as typed; or the one chosen name.
    One(String),
    /// The chosen names.
    Many(Vec<String>),
}

/// Whether the observer would take a practice home.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Adoption {
    /// As it is.
    Adopt,
    /// With changes.
    Adapt,
    /// Not for us.
    NotForUs,
}

/// What was seen at one site at one time.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Observation {
    /// In a line.
    pub title: String,
    /// Where.
    pub site: Option<Id>,
    /// During which visit.
    pub visit: Option<Id>,
    /// When it was seen.
    pub at: UtcMinute,
    /// The form that `answers` belong to.
    pub instrument: Option<Id>,
    /// By question name.
    pub answers: BTreeMap<String, Answer>,
    /// Markdown.
    pub note: String,
    /// In the order shown.
    pub photos: Vec<Photo>,
    /// The practice seen.
    pub practice: Option<Id>,
    /// Key to its success.
    pub key_to_success: String,
    /// Lesson learned.
    pub lesson: String,
    /// Would we take it home?
    pub adoption: Option<Adoption>,
    /// Why so.
    pub reason: String,
    /// Indicator values.
    pub readings: Vec<Reading>,
    /// What to do next.
    pub follow_up: String,
}

impl Check for Observation {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(!self.title.trim().is_empty(), "title", problems);
        FieldRule::Required.unless(self.site.is_some(), "site", problems);
        FieldRule::Required.unless(self.adoption.is_some(), "adoption", problems);
        let says_something = !self.note.trim().is_empty() || !self.answers.is_empty();
        FieldRule::Required.unless(says_something, "note", problems);
        let captioned = self
            .photos
            .iter()
            .all(|photo| !photo.caption.trim().is_empty());
        FieldRule::CaptionMissing.unless(captioned, "photos", problems);
    }
}

/// Whether the people in a photo agreed to its use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// Not asked yet: stays out of prints and packages, unless the cohort's rule lets it.
    #[default]
    Unmarked,
    /// They agreed.
    Given,
    /// Nobody can be recognised.
    NobodyShown,
    /// Somebody declined: never leaves this laptop.
    Refused,
}

/// A photo of an observation; its bytes lie among the media.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Photo {
    /// Content hash of the file.
    pub hash: Hash,
    /// What it shows; also its alternative text.
    pub caption: String,
    /// When it was taken, by its own word.
    pub taken: Option<UtcMinute>,
    /// May it be used?
    pub consent: Consent,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// A value of an indicator, here and at home. Missing is unknown, never zero.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Reading {
    /// What was measured.
    pub indicator: Id,
    /// At the site.
    pub site_value: Option<f64>,
    /// At the observer's own office.
    pub home_value: Option<f64>,
    /// How it is known.
    pub source: String,
}
