//! All mutable records under one roof: kinds, titles, searchable text, checks.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use specta::Type;

use super::{
    Attendance, Coaching, Cohort, Group, Indicator, Instrument, Observation, Person, Practice,
    Proposal, Review, Site, Visit,
};

/// Fills a list with what is wrong with a record.
pub(super) trait Check {
    fn check(&self, problems: &mut Vec<FieldProblem>);
}

/// Something wrong with one field of a record. It never stops a save: what was
/// typed is kept, and the problem stands beside the field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct FieldProblem {
    /// The field's name, as in the record.
    pub field: String,
    /// The rule it breaks.
    pub rule: FieldRule,
}

/// The rules of single fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum FieldRule {
    /// Something must stand here.
    Required,
    /// An end lies before its start.
    EndBeforeStart,
    /// Not the 18 digits of a NIP.
    NipMalformed,
    /// Coordinates that are not on Earth.
    OffTheMap,
    /// Zero or less.
    MustBePositive,
    /// Two entries have one name.
    Repeated,
    /// A photo without a caption.
    CaptionMissing,
    /// A value outside its scale.
    OutOfRange,
}

impl FieldRule {
    pub(super) fn unless(self, fine: bool, field: &str, problems: &mut Vec<FieldProblem>) {
        if !fine {
            problems.push(FieldProblem {
                field: field.to_owned(),
                rule: self,
            });
        }
    }
}

macro_rules! records {
    ($($(#[$doc:meta])* $kind:ident $name:literal),* $(,)?) => {
        /// The kind of a mutable record.
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
        )]
        #[serde(rename_all = "lowercase")]
        pub enum Kind { $($(#[$doc])* $kind),* }

        impl Kind {
            /// Every kind, in a fixed order.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// The name used in SQL, ids and on the command line.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),* }
            }

            /// The kind with that name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$kind),)* _ => None }
            }
        }

        /// A mutable record of any kind.
        #[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
        #[serde(tag = "kind", content = "value", rename_all = "lowercase")]
        pub enum Record { $($(#[$doc])* $kind($kind)),* }

        impl Record {
            /// Which kind it is.
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind),* }
            }

            /// What is wrong with its fields; empty means complete.
            pub fn problems(&self) -> Vec<FieldProblem> {
                let mut problems = Vec::new();
                match self { $(Self::$kind(record) => record.check(&mut problems)),* }
                problems
            }

            /// The record's fields as JSON.
            ///
            /// # Errors
            /// When a number is no number.
            pub fn to_json(&self) -> Result<Value, serde_json::Error> {
                match self { $(Self::$kind(record) => serde_json::to_value(record)),* }
            }

            /// Reads the fields of a record of `kind`; absent fields take their default, so
            /// that an older laptop's record is read by a newer one.
            ///
            /// # Errors
            /// When a field has the wrong shape.
            pub fn from_json(kind: Kind, value: Value) -> Result<Self, serde_json::Error> {
                match kind {
                    $(Kind::$kind => serde_json::from_value(value).map(Self::$kind)),*
                }
            }
        }
    };
}

records! {
    /// The cohort itself.
    Cohort "cohort",
    /// A member.
    Person "person",
    /// A part that travels together.
    Group "group",
    /// A place to visit.
    Site "site",
    /// A slot of the itinerary.
    Visit "visit",
    /// A form.
    Instrument "instrument",
    /// An innovation seen.
    Practice "practice",
    /// Something measurable.
    Indicator "indicator",
    /// What was seen.
    Observation "observation",
    /// What shall change at home.
    Proposal "proposal",
    /// A reading of a submission.
    Review "review",
    /// A line of the coaching log.
    Coaching "coaching",
    /// Who was at a visit, as one person took it.
    Attendance "attendance",
}

impl Record {
    /// One line that names the record in a list; may be empty.
    pub fn title(&self) -> &str {
        match self {
            Self::Cohort(it) => &it.name,
            Self::Person(it) => &it.name,
            Self::Group(it) => &it.name,
            Self::Site(it) => &it.name,
            Self::Visit(it) => &it.title,
            Self::Instrument(it) => &it.name,
            Self::Practice(it) => &it.name,
            Self::Indicator(it) => &it.name,
            Self::Observation(it) => &it.title,
            Self::Proposal(it) => &it.title,
            Self::Review(it) => &it.summary,
            Self::Coaching(it) => &it.topic,
            Self::Attendance(_) => "",
        }
    }

    /// The words a search looks through, title excluded. Numbers that name a
    /// person (NIP, phone) stay out: search results are shown to everyone.
    pub fn searchable(&self) -> String {
        let mut text = String::new();
        let mut add = |part: &str| {
            if !part.is_empty() {
                text.push_str(part);
                text.push('\n');
            }
        };
        match self {
            Self::Cohort(it) => [&it.organiser, &it.base].into_iter().for_each(|s| add(s)),
            Self::Person(it) => {
                [&it.position, &it.office, &it.province]
                    .into_iter()
                    .for_each(|s| add(s));
            }
            Self::Group(it) => add(&it.focus),
            Self::Site(it) => {
                add(&it.address);
                it.foci.iter().for_each(|focus| add(focus));
                add(&it.note);
            }
            Self::Visit(it) => add(&it.note),
            Self::Instrument(it) => it
                .questions
                .iter()
                .for_each(|question| add(&question.label)),
            Self::Practice(it) => add(&it.summary),
            Self::Indicator(it) => add(&it.unit),
            Self::Observation(it) => {
                add(&it.note);
                add(&it.lesson);
                add(&it.key_to_success);
                add(&it.reason);
                it.photos.iter().for_each(|photo| add(&photo.caption));
            }
            Self::Proposal(it) => it.sections.values().for_each(|section| add(section)),
            Self::Review(it) => it.comments.values().for_each(|comment| add(&comment.body)),
            Self::Coaching(it) => add(&it.advice),
            Self::Attendance(_) => {}
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_from_an_older_laptop_is_read_with_defaults() {
        let json = serde_json::json!({ "name": "Mall Pelayanan Publik" });
        let record = Record::from_json(Kind::Site, json).unwrap();
        assert_eq!(record.title(), "Mall Pelayanan Publik");
        assert!(record.problems().is_empty());
    }

    #[test]
    fn a_measured_value_comes_back_to_the_last_digit() {
        let record = Record::Observation(Observation {
            readings: vec![crate::domain::Reading {
                indicator: crate::domain::Id::from_bytes([1; 16]),
                site_value: Some(90_532_223.333_333_33),
                home_value: Some(0.1 + 0.2),
                source: String::new(),
            }],
            ..Default::default()
        });
        let text = record.to_json().unwrap().to_string();
        let read = serde_json::from_str(&text).unwrap();
        assert_eq!(Record::from_json(Kind::Observation, read).unwrap(), record);
    }

    #[test]
    fn a_nip_is_not_searchable() {
        let person = Person {
            nip: "198203042009032001".into(),
            ..Default::default()
        };
        assert!(!Record::Person(person).searchable().contains("1982"));
    }

    #[test]
    fn every_kind_is_found_by_its_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.name()), Some(*kind));
        }
    }
}
