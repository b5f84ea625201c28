//! The itinerary: visits and everything between them, and its frozen releases.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::Check;
use super::{FieldProblem, FieldRule, Id, UtcMinute};

/// What happens in a slot of the itinerary.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum VisitKind {
    /// A visit to a site.
    #[default]
    Visit,
    /// On the road.
    Travel,
    /// A meal.
    Meal,
    /// Prayer, or ishoma together with a meal.
    Prayer,
    /// Briefing, discussion, opening, closing.
    Briefing,
    /// Free time.
    Free,
}

impl VisitKind {
    /// Whether attendance is taken: meals, prayers, roads and free hours are not signed for.
    pub const fn is_attended(self) -> bool {
        matches!(self, Self::Visit | Self::Briefing)
    }
}

/// One slot of the itinerary.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Visit {
    /// What happens.
    pub what: VisitKind,
    /// In words; empty means the site's name.
    pub title: String,
    /// Where; `None` for slots outside any site.
    pub site: Option<Id>,
    /// Which groups take part; empty means the whole cohort.
    pub groups: Vec<Id>,
    /// Begin.
    pub start: UtcMinute,
    /// End, exclusive.
    pub end: UtcMinute,
    /// Who leads (penanggung jawab).
    pub lead: Option<Id>,
    /// Vehicle or walk.
    pub transport: String,
    /// Keterangan.
    pub note: String,
    /// Agreed with the host: proposing or shifting a schedule leaves it where it is.
    pub pinned: bool,
}

impl Visit {
    /// Whether the two slots share a moment; touching ends do not.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Length in minutes.
    pub fn minutes(&self) -> i32 {
        self.end.0.saturating_sub(self.start.0)
    }

    /// Whether somebody of `group` leads or goes; who has no group goes everywhere.
    pub fn concerns(&self, person: Id, group: Option<Id>) -> bool {
        self.lead == Some(person) || group.is_none_or(|group| self.includes(group))
    }

    /// Whether `group` takes part.
    pub fn includes(&self, group: Id) -> bool {
        self.groups.is_empty() || self.groups.contains(&group)
    }
}

impl Check for Visit {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        let named = self.site.is_some() || !self.title.trim().is_empty();
        FieldRule::Required.unless(named, "title", problems);
        FieldRule::EndBeforeStart.unless(self.start < self.end, "end", problems);
    }
}

/// A frozen, numbered itinerary.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Release {
    /// 1, 2, 3 …
    pub number: u32,
    /// The slots as they stood, by start.
    pub visits: Vec<ReleasedVisit>,
    /// What the coordinator says about it.
    pub note: String,
}

/// A slot inside a release.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct ReleasedVisit {
    /// The visit it froze.
    pub id: Id,
    /// Its content then.
    pub visit: Visit,
}
