//! A broken rule, as it is told: which, how much it matters, who and when, what
//! would mend it, and whether somebody accepted it. Knows no rule's workings.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Acceptance, Clash, Hash, Id, Severity, UtcMinute, Visit};

use super::plan::PlanVisit;

/// One broken rule.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Conflict {
    /// The rule.
    pub clash: Clash,
    /// How much it matters in this cohort.
    pub severity: Severity,
    /// Names this conflict as long as the slots concerned stay as they are, so
    /// that it can be accepted.
    pub key: String,
    /// Who accepted it, and why; it stays visible.
    pub accepted: Option<Acceptance>,
    /// The slots concerned; the first is the one to move. Empty where something
    /// is missing altogether.
    pub visits: Vec<Id>,
    /// The groups, the lead or the site concerned.
    pub about: Vec<Id>,
    /// When it clashes.
    pub from: UtcMinute,
    /// Until when, exclusive.
    pub to: UtcMinute,
    /// Where a limit is broken, what is planned: groups, people, visits, or
    /// minutes.
    pub planned: Option<u32>,
    /// Where a limit is broken, the limit in the same unit.
    pub capacity: Option<u32>,
    /// For a focus that is not covered: which.
    pub focus: Option<String>,
    /// The nearest start on the same day at which the first slot breaks no
    /// rule, if there is one.
    pub better_start: Option<UtcMinute>,
    /// The smallest change that mends it, if one is known.
    pub fix: Option<Fix>,
}

/// What kind of change mends a conflict.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum FixKind {
    /// The slot starts at another time of the same day.
    Shift,
    /// The slot goes to another day.
    OtherDay,
    /// Somebody else leads, or somebody does.
    Lead,
    /// A visit is added.
    Add,
}

/// A change that mends a conflict.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Fix {
    /// What kind of change it is.
    pub kind: FixKind,
    /// The slot to change; `None` to make one.
    pub visit: Option<Id>,
    /// What the slot shall be.
    pub after: Visit,
}

impl Conflict {
    /// A conflict of slots, the first being the one to move.
    pub(super) fn of(clash: Clash, visits: &[&PlanVisit]) -> Self {
        let from = visits.first().map(|it| it.visit.start).unwrap_or_default();
        Self {
            clash,
            severity: clash.usual_severity(),
            key: String::new(),
            accepted: None,
            visits: visits.iter().map(|it| it.id).collect(),
            about: Vec::new(),
            from,
            to: visits.first().map_or(from, |it| it.visit.end),
            planned: None,
            capacity: None,
            focus: None,
            better_start: None,
            fix: None,
        }
    }

    pub(super) fn about(mut self, about: impl IntoIterator<Item = Id>) -> Self {
        self.about = about.into_iter().collect();
        self
    }

    pub(super) fn during(mut self, from: UtcMinute, to: UtcMinute) -> Self {
        (self.from, self.to) = (from, to);
        self
    }

    pub(super) fn limit(mut self, planned: u32, capacity: u32) -> Self {
        (self.planned, self.capacity) = (Some(planned), Some(capacity));
        self
    }

    /// A name that stays while the rule, what it is about, and what the rules
    /// look at in the slots stay: not their notes and titles.
    pub(super) fn key_from(&self, visit_of: impl Fn(Id) -> Option<Visit>) -> String {
        let mut text = format!("{} {:?}", self.clash.id(), self.focus);
        let mut about = self.about.clone();
        about.sort_unstable();
        about.iter().for_each(|id| text.push_str(&id.to_string()));
        let mut visits = self.visits.clone();
        visits.sort_unstable();
        for id in visits {
            text.push_str(&format!(" {id}"));
            if let Some(it) = visit_of(id) {
                let (site, lead, groups) = (it.site, it.lead, it.groups);
                let (start, end) = (it.start.0, it.end.0);
                text.push_str(&format!("{site:?}{lead:?}{groups:?}{start}-{end}"));
                text.push_str(&format!("{:?}{}", it.what, it.transport));
            }
        }
        let mut key = Hash::of(text.as_bytes()).to_string();
        key.truncate(24);
        key
    }
}
