//! The change proposal (rancangan perubahan) and its frozen submissions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::citation::{Citation, citations_in};
use super::preset::Term;
use super::record::Check;
use super::{FieldProblem, FieldRule, Hash, Id, Programme};

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
