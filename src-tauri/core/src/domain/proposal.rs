//! The change proposal (rancangan perubahan) and its frozen submissions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::citation::{Citation, citations_in};
use super::preset::Term;
use super::record::Check;
use super::{Day, FieldProblem, FieldRule, Hash, Id, Programme};

/// A change proposal as its author writes it. Reorderable lists are maps from a
/// row's own key to the row, each with a position, so that two people who move
/// and edit rows at once lose nothing.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Proposal {
    /// Of the change.
    pub title: String,
    /// Key of the programme preset that names the sections.
    pub programme: String,
    /// Markdown by section key; the one text that a whole group may edit.
    pub sections: BTreeMap<String, String>,
    /// Who is touched by the change.
    pub stakeholders: BTreeMap<String, Stakeholder>,
    /// The way there.
    pub milestones: BTreeMap<String, Milestone>,
    /// What may go wrong.
    pub risks: BTreeMap<String, Risk>,
    /// What it costs.
    pub budget: BTreeMap<String, BudgetLine>,
    /// What shall be better, and by how much.
    pub targets: BTreeMap<String, Target>,
}

/// Somebody touched by the change. The quadrant follows from interest × power:
/// promoter, defender, latent, apathetic.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Stakeholder {
    /// Order, ascending.
    #[specta(type = i32)]
    pub position: f64,
    /// Who.
    pub name: String,
    /// Cares about the change.
    pub high_interest: bool,
    /// Can help or stop it.
    pub high_power: bool,
    /// Of one's own office.
    pub internal: bool,
    /// How to win them.
    pub approach: String,
}

/// The four fields of interest × power.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quadrant {
    /// High interest, high power.
    Promoter,
    /// High interest, low power.
    Defender,
    /// Low interest, high power.
    Latent,
    /// Low interest, low power.
    Apathetic,
}

impl Stakeholder {
    /// The quadrant that follows from interest and power.
    pub const fn quadrant(&self) -> Quadrant {
        match (self.high_interest, self.high_power) {
            (true, true) => Quadrant::Promoter,
            (true, false) => Quadrant::Defender,
            (false, true) => Quadrant::Latent,
            (false, false) => Quadrant::Apathetic,
        }
    }
}

/// A step of the change.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Milestone {
    /// Order, ascending.
    #[specta(type = i32)]
    pub position: f64,
    /// Short, medium or long term.
    pub term: Term,
    /// What is done.
    pub activity: String,
    /// The day it begins; `None` follows the step before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// Working days it takes.
    pub days: Option<u32>,
    /// What comes out.
    pub output: String,
    /// What will prove it.
    pub evidence: String,
}

/// Something that may go wrong.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Risk {
    /// Order, ascending.
    #[specta(type = i32)]
    pub position: f64,
    /// What.
    pub risk: String,
    /// 1 (rare) to 5 (almost certain).
    pub likelihood: Option<u32>,
    /// 1 (slight) to 5 (severe).
    pub impact: Option<u32>,
    /// What is done about it.
    pub mitigation: String,
}

/// How grave a risk is. A rule of thumb for reading, not a norm.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gravity {
    /// Level 1 to 5.
    Low,
    /// Level 6 to 14.
    Middle,
    /// Level 15 and more.
    High,
}

impl Gravity {
    /// The gravity of a level, likelihood × impact.
    pub const fn of(level: u32) -> Self {
        match level {
            15.. => Self::High,
            6.. => Self::Middle,
            _ => Self::Low,
        }
    }
}

impl Risk {
    /// Likelihood × impact, 1–25; unknown as long as one of the two is, or is no step of the
    /// scale.
    pub fn level(&self) -> Option<u32> {
        let step = |value: Option<u32>| value.filter(|value| (1..=5).contains(value));
        Some(step(self.likelihood)? * step(self.impact)?)
    }
}

/// One cost.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct BudgetLine {
    /// Order, ascending.
    #[specta(type = i32)]
    pub position: f64,
    /// For what.
    pub item: String,
    /// How many.
    pub volume: Option<f64>,
    /// Of what, such as "orang/hari".
    pub unit: String,
    /// Rupiah for one.
    pub price: Option<f64>,
}

impl BudgetLine {
    /// Volume × price in rupiah; unknown as long as one of the two is.
    pub fn amount(&self) -> Option<f64> {
        let amount = self.volume? * self.price?;
        amount.is_finite().then_some(amount)
    }
}

/// An indicator with where it stands and where it shall stand.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Target {
    /// Order, ascending.
    #[specta(type = i32)]
    pub position: f64,
    /// Which indicator.
    pub indicator: Option<Id>,
    /// At home now; `None` is unknown.
    pub home: Option<f64>,
    /// At the site; `None` is unknown.
    pub site: Option<f64>,
    /// Wanted at home.
    pub target: Option<f64>,
}

/// A row of a reorderable list.
pub trait Placed {
    /// Its place, ascending.
    fn position(&self) -> f64;
}

macro_rules! placed {
    ($($row:ty),+) => {
        $(impl Placed for $row {
            fn position(&self) -> f64 {
                self.position
            }
        })+
    };
}

placed!(
    Stakeholder,
    Milestone,
    Risk,
    BudgetLine,
    Target,
    super::Comment
);

/// The rows by position; two of one position by key, so that every laptop shows one order.
pub fn in_order<T: Placed>(rows: &BTreeMap<String, T>) -> Vec<&T> {
    let mut rows: Vec<&T> = rows.values().collect();
    // The map gives them by key, and the sort keeps equals where they are.
    rows.sort_by(|a, b| a.position().total_cmp(&b.position()));
    rows
}

/// A part that a proposal still lacks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "part", content = "key", rename_all = "kebab-case")]
pub enum MissingPart {
    /// No title.
    Title,
    /// The section with this key is empty.
    Section(String),
    /// No observation is cited anywhere.
    Citation,
    /// No stakeholder.
    Stakeholders,
    /// No milestone of this term.
    Milestones(Term),
    /// No risk with a mitigation.
    Risks,
    /// No target.
    Targets,
}

/// How far a proposal is.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Progress {
    /// Parts done of all parts, 0–100.
    pub percent: u32,
    /// What is left, in reading order.
    pub missing: Vec<MissingPart>,
}

impl Proposal {
    /// What the programme asks for and this proposal still lacks.
    pub fn progress(&self, programme: &Programme) -> Progress {
        let filled = |text: Option<&String>| text.is_some_and(|text| !text.trim().is_empty());
        let has_term = |term| self.milestones.values().any(|step| step.term == term);
        let mut parts = vec![(!self.title.trim().is_empty(), MissingPart::Title)];
        for section in &programme.sections {
            let done = filled(self.sections.get(&section.key));
            parts.push((done, MissingPart::Section(section.key.clone())));
        }
        parts.push((!self.citations().is_empty(), MissingPart::Citation));
        parts.push((!self.stakeholders.is_empty(), MissingPart::Stakeholders));
        for term in [Term::Short, Term::Medium, Term::Long] {
            parts.push((has_term(term), MissingPart::Milestones(term)));
        }
        let mitigated = self
            .risks
            .values()
            .any(|risk| !risk.mitigation.trim().is_empty());
        parts.push((mitigated, MissingPart::Risks));
        parts.push((!self.targets.is_empty(), MissingPart::Targets));
        let done = parts.iter().filter(|(done, _)| *done).count();
        Progress {
            percent: (done * 100 / parts.len()) as u32,
            missing: parts
                .into_iter()
                .filter(|(done, _)| !done)
                .map(|(_, part)| part)
                .collect(),
        }
    }

    /// Every citation in reading order of the sections, each once.
    pub fn citations(&self) -> Vec<Citation> {
        let mut found: Vec<Citation> = Vec::new();
        for citation in self.sections.values().flat_map(|text| citations_in(text)) {
            if !found.contains(&citation) {
                found.push(citation);
            }
        }
        found
    }
}

impl Check for Proposal {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(!self.title.trim().is_empty(), "title", problems);
        let in_range = |value: Option<u32>| value.is_none_or(|value| (1..=5).contains(&value));
        let risks_fine = self
            .risks
            .values()
            .all(|risk| in_range(risk.likelihood) && in_range(risk.impact));
        FieldRule::OutOfRange.unless(risks_fine, "risks", problems);
    }
}

/// A proposal as handed in: frozen text, cited versions, content hash. The
/// signature is that of the batch that carries it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Submission {
    /// The proposal it froze.
    pub proposal: Id,
    /// 1, 2, 3 … per proposal.
    pub number: u32,
    /// The frozen text.
    pub content: Proposal,
    /// What it cites, each with the version seen then.
    pub citations: Vec<Citation>,
    /// Hash of `content` in canonical JSON; a decision names it.
    pub content_hash: Hash,
}

impl Submission {
    /// Freezes `proposal` as submission `number`.
    ///
    /// # Errors
    /// When the content cannot be written as JSON (a number that is no number).
    pub fn freeze(id: Id, number: u32, proposal: &Proposal) -> Result<Self, serde_json::Error> {
        let content_hash = Hash::of(&serde_json::to_vec(proposal)?);
        Ok(Self {
            proposal: id,
            number,
            content: proposal.clone(),
            citations: proposal.citations(),
            content_hash,
        })
    }

    /// Whether the content is what the hash says: one changed character is not.
    pub fn is_whole(&self) -> bool {
        serde_json::to_vec(&self.content).is_ok_and(|bytes| Hash::of(&bytes) == self.content_hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_changed_character_breaks_a_submission() {
        let mut proposal = Proposal {
            title: "Layanan satu pintu".into(),
            ..Default::default()
        };
        proposal
            .sections
            .insert("latar".into(), "Antrean lima hari.".into());
        let mut frozen = Submission::freeze(Id::from_bytes([1; 16]), 1, &proposal).unwrap();
        assert!(frozen.is_whole());
        frozen
            .content
            .sections
            .insert("latar".into(), "Antrean enam hari.".into());
        assert!(!frozen.is_whole());
    }

    #[test]
    fn a_step_without_a_date_is_written_as_before_there_were_dates() {
        let step = serde_json::to_string(&Milestone::default()).unwrap();
        assert!(
            !step.contains("start"),
            "old submissions keep their hash: {step}"
        );
    }

    #[test]
    fn a_risk_has_a_level_once_both_numbers_stand() {
        let risk = |likelihood, impact| Risk {
            likelihood,
            impact,
            ..Default::default()
        };
        assert_eq!(risk(Some(3), Some(4)).level(), Some(12));
        assert_eq!(risk(Some(3), None).level(), None);
        assert_eq!(risk(Some(u32::MAX), Some(9)).level(), None);
        let gravity = [5, 6, 14, 15].map(Gravity::of);
        use Gravity::{High, Low, Middle};
        assert_eq!(gravity, [Low, Middle, Middle, High]);
    }

    #[test]
    fn an_empty_proposal_lacks_everything_and_a_title_counts() {
        let programme = crate::domain::programme("diklatpim-iii").unwrap();
        let empty = Proposal::default().progress(programme);
        assert_eq!(empty.percent, 0);
        let titled = Proposal {
            title: "x".into(),
            ..Default::default()
        }
        .progress(programme);
        assert_eq!(titled.missing.len() + 1, empty.missing.len());
    }
}
