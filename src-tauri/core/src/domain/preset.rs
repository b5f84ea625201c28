//! Programme presets: sections, guidance, rubric and grades, as data.
//!
//! Terms and weights differ by programme and year and many are not confirmed,
//! so they are read from data files and carry a `verified` mark.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::Review;

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
    /// How much it counts beside the others; 0 while the preset gives no weights, and then all
    /// count the same.
    #[serde(default)]
    pub weight: u32,
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

/// How an office numbers the chapters of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum ChapterNumbers {
    /// 1., 2. with 1.1 below.
    #[default]
    Figures,
    /// BAB I, BAB II with A., B. below, each on a new page.
    Bab,
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
    /// How a print numbers the sections.
    #[serde(default)]
    pub chapters: ChapterNumbers,
    /// In reading order.
    pub sections: Vec<SectionGuide>,
    /// The rubric.
    pub rubric: Vec<Criterion>,
    /// Best first.
    pub grades: Vec<GradeBand>,
}

impl Programme {
    /// The share of a criterion in the whole, 0–1.
    pub fn share(&self, criterion: &Criterion) -> f64 {
        let whole: u64 = self.rubric.iter().map(|it| u64::from(it.weight)).sum();
        if whole == 0 {
            1.0 / self.rubric.len().max(1) as f64
        } else {
            f64::from(criterion.weight) / whole as f64
        }
    }

    /// The weighted score, 0–100, as shares of the highest levels. Unknown until every criterion
    /// that counts is scored within its levels.
    pub fn total(&self, review: &Review) -> Option<f64> {
        let counting = self.rubric.iter().filter(|it| self.share(it) > 0.0);
        let points = counting.map(|criterion| {
            let level = review.scores.get(&criterion.key)?.level?;
            let fits = (1..=criterion.levels).contains(&level);
            fits.then(|| self.share(criterion) * f64::from(level) / f64::from(criterion.levels))
        });
        let points: Option<Vec<f64>> = points.collect();
        points
            .filter(|points| !points.is_empty())
            .map(|points| points.into_iter().sum::<f64>() * 100.0)
    }

    /// The grade of a score, 0–100.
    pub fn grade(&self, score: f64) -> Option<&GradeBand> {
        self.grades.iter().find(|band| score > band.above)
    }
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

    fn reviewed(levels: &[(&str, u32)]) -> Review {
        let score = |level: u32| crate::domain::Score {
            level: Some(level),
            reason: String::new(),
        };
        let scores = levels
            .iter()
            .map(|(key, level)| (key.to_string(), score(*level)));
        Review {
            scores: scores.collect(),
            ..Review::default()
        }
    }

    #[test]
    fn a_total_is_weighted_and_unknown_until_all_are_scored() {
        let mut programme = programme("diklatpim-iii").unwrap().clone();
        programme.rubric.truncate(2);
        let keys: Vec<String> = programme.rubric.iter().map(|it| it.key.clone()).collect();
        let both = reviewed(&[(&keys[0], 5), (&keys[1], 3)]);
        assert_eq!(programme.total(&both), Some(80.0));
        programme.rubric[0].weight = 3;
        programme.rubric[1].weight = 1;
        assert_eq!(programme.total(&both), Some(90.0));
        assert_eq!(programme.total(&reviewed(&[(&keys[0], 5)])), None);
        assert_eq!(
            programme.total(&reviewed(&[(&keys[0], 5), (&keys[1], 9)])),
            None
        );
    }

    #[test]
    fn a_grade_begins_above_its_cut_off() {
        let programme = programme("pka").unwrap();
        let label = |score| programme.grade(score).map(|band| band.label.id.as_str());
        assert_eq!(label(90.0), Some("memuaskan"));
        assert_eq!(label(90.01), Some("sangat memuaskan"));
        assert_eq!(label(0.0), Some("tidak memuaskan"));
    }
}
