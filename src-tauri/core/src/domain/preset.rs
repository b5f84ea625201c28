//! Programme presets: sections, guidance, rubric and grades, as data.
//!
//! Terms and weights differ by programme and year and many are not confirmed,
//! so they are read from data files and carry a `verified` mark.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use specta::Type;

/// A text in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Bilingual {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

/// Short, medium or long term of a change.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum Term {
    /// During the training.
    #[default]
    Short,
    /// To one year.
    Medium,
    /// After one year.
    Long,
}

/// One section of a proposal and what to write there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct SectionGuide {
    /// Stable key; sorts in reading order.
    pub key: String,
    /// Heading.
    pub title: Bilingual,
    /// What belongs there.
    pub guidance: Bilingual,
}

/// One criterion of the rubric.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Criterion {
    /// Stable key.
    pub key: String,
    /// What is judged.
    pub title: Bilingual,
    /// How to judge it.
    pub guidance: Bilingual,
    /// Highest level; levels start at 1.
    pub levels: u32,
}

/// A grade and the score it starts at.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct GradeBand {
    /// Such as "sangat memuaskan".
    pub label: Bilingual,
    /// Above this score (0–100).
    #[specta(type = i32)]
    pub above: f64,
    /// Whether a public source was read for the cut-off.
    pub verified: bool,
}

/// A training programme.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Programme {
    /// Stable key.
    pub key: String,
    /// Shown.
    pub name: Bilingual,
    /// What the proposal is called there.
    pub proposal_name: Bilingual,
    /// Whether sections and rubric were read in a public source.
    pub verified: bool,
    /// In reading order.
    pub sections: Vec<SectionGuide>,
    /// The rubric.
    pub rubric: Vec<Criterion>,
    /// Best first.
    pub grades: Vec<GradeBand>,
}

/// The programmes that come with the app.
pub fn programmes() -> &'static [Programme] {
    static PROGRAMMES: OnceLock<Vec<Programme>> = OnceLock::new();
    PROGRAMMES.get_or_init(|| {
        // The file is part of the binary and a test reads it; were it broken,
        // an empty list would still leave every record readable.
        serde_json::from_str(include_str!("presets/programmes.json")).unwrap_or_default()
    })
}

/// The programme with `key`.
pub fn programme(key: &str) -> Option<&'static Programme> {
    programmes().iter().find(|programme| programme.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_presets_are_well_formed() {
        let parsed: Vec<Programme> =
            serde_json::from_str(include_str!("presets/programmes.json")).unwrap();
        assert!(
            parsed
                .iter()
                .any(|programme| programme.key == "diklatpim-iii")
        );
        for programme in parsed {
            let keys: Vec<&str> = programme.sections.iter().map(|s| s.key.as_str()).collect();
            assert!(
                keys.is_sorted(),
                "sections of {} are out of order",
                programme.key
            );
            assert!(programme.grades.is_sorted_by(|a, b| a.above > b.above));
        }
    }
}
