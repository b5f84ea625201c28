//! Reviews, decisions and coaching.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::Check;
use super::{Day, FieldProblem, FieldRule, Hash, Id};

/// An instructor's reading of one submission, while it is being written.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Review {
    /// The submission read, by the hash of the signed record.
    pub submission: Hash,
    /// The proposal it belongs to.
    pub proposal: Id,
    /// By comment key.
    pub comments: BTreeMap<String, Comment>,
    /// By criterion key of the programme.
    pub scores: BTreeMap<String, Score>,
    /// Overall words to the author.
    pub summary: String,
}

impl Default for Review {
    fn default() -> Self {
        Self {
            submission: Hash::from_bytes([0; 32]),
            proposal: Id::from_bytes([0; 16]),
            comments: BTreeMap::new(),
            scores: BTreeMap::new(),
            summary: String::new(),
        }
    }
}

/// A remark, tied to a passage or to the whole.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Comment {
    /// Order, ascending.
    #[specta(type = i32)]
    pub position: f64,
    /// The passage; `None` for the whole proposal.
    pub anchor: Option<Anchor>,
    /// What is said.
    pub body: String,
    /// Whether it is settled.
    pub resolved: bool,
}

/// A passage of a frozen text. `start` and `end` count UTF-16 units of the
/// section's rendered text; the quote and its surroundings serve when the
/// version itself is not at hand.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Anchor {
    /// Key of the section.
    pub section: String,
    /// Words of the passage.
    pub exact: String,
    /// Up to 64 characters before.
    pub prefix: String,
    /// Up to 64 characters after.
    pub suffix: String,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// A score with its reason.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Score {
    /// 1 to the programme's highest level; `None` is not yet scored.
    pub level: Option<u32>,
    /// Why.
    pub reason: String,
}

impl Check for Review {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        let said = self
            .comments
            .values()
            .all(|comment| !comment.body.trim().is_empty());
        FieldRule::Required.unless(said, "comments", problems);
    }
}

/// What an instructor decides.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Good to go.
    Approve,
    /// Another round.
    Revise,
    /// Not in this form.
    Reject,
}

/// A signed decision, bound to the exact text of one submission.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Decision {
    /// The submission decided on.
    pub submission: Hash,
    /// Hash of the text that was read.
    pub content_hash: Hash,
    /// The proposal it belongs to.
    pub proposal: Id,
    /// What is decided.
    pub outcome: Outcome,
    /// The review as it stood.
    pub review: Review,
}

/// One line of the coaching log (kartu bimbingan).
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Coaching {
    /// Who was coached.
    pub trainee: Option<Id>,
    /// On which day.
    pub day: Day,
    /// About what.
    pub topic: String,
    /// What was advised.
    pub advice: String,
}

impl Check for Coaching {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(self.trainee.is_some(), "trainee", problems);
        FieldRule::Required.unless(!self.topic.trim().is_empty(), "topic", problems);
    }
}
