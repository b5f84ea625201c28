//! What use-cases return: records dressed for a reader.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{
    Day, Decision, FieldProblem, Hash, Id, Kind, Outcome, Progress, Record, Release, Role,
    Submission, UtcMinute, Zone,
};
use crate::planner::prayer::{PrayerBand, PrayerDay};
use crate::planner::{HijriDate, Holiday};

/// An open cohort and who acts in it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Opened {
    /// The folder it lies in.
    pub folder: String,
    /// The cohort's id, which is also the id of its record.
    pub cohort: Id,
    /// Who acts.
    pub actor: Actor,
    /// Whether one laptop may act as anybody: in the example only.
    pub is_example: bool,
    /// How many records of each kind there are.
    pub counts: Vec<Count>,
}

/// How many records of one kind there are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Count {
    /// The kind.
    pub kind: Kind,
    /// Removed ones left out.
    pub count: u32,
}

/// The person at the keyboard.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Actor {
    /// Who.
    pub person: Id,
    /// As shown.
    pub name: String,
    /// What they do here.
    pub role: Role,
    /// Their group.
    pub group: Option<Id>,
}

/// A record with what a screen shows around it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Entry {
    /// The record's id.
    pub id: Id,
    /// Whose it is.
    pub owner: Id,
    /// Who made it.
    pub author: Id,
    /// The maker's name.
    pub author_name: String,
    /// Seconds since 1970.
    pub created_at: u32,
    /// Seconds since 1970.
    pub changed_at: u32,
    /// Whether it is removed; it can be taken back.
    pub removed: bool,
    /// The sealed version; `None` while it only exists as a draft.
    pub version: Option<Hash>,
    /// The sealed value, or the draft where nothing is sealed yet.
    pub record: Record,
    /// What this laptop has typed and not sealed yet.
    pub draft: Option<Record>,
    /// What is wrong with the value in hand.
    pub problems: Vec<FieldProblem>,
    /// Whether the actor may change it.
    pub may_edit: bool,
}

/// Which records to list.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct ListRequest {
    /// Of this kind.
    pub kind: Kind,
    /// At this site.
    pub site: Option<Id>,
    /// Made by this person.
    pub author: Option<Id>,
    /// Also those that were removed.
    pub with_removed: bool,
    /// At most this many; `None` for all.
    pub limit: Option<u32>,
    /// Skipping the first ones.
    pub offset: u32,
}

/// Some records of a kind.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Listing {
    /// Drafts of the actor first, then the last changed first.
    pub entries: Vec<Entry>,
    /// How many match in all, unsealed drafts left out.
    pub total: u32,
}

/// One line of a record's history.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct HistoryLine {
    /// 1, 2, 3 …
    pub number: u32,
    /// Names the version.
    pub version: Hash,
    /// Who wrote it.
    pub author_name: String,
    /// Seconds since 1970.
    pub at: u32,
    /// Whether the record was removed then.
    pub removed: bool,
}

/// A record that matches a search.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Hit {
    /// The record.
    pub id: Id,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Words around the match; matches stand between U+0001 and U+0002.
    pub snippet: String,
}

/// A citation, looked up.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct CitedObservation {
    /// The observation.
    pub observation: Id,
    /// The version cited.
    pub version: Hash,
    /// The observation as it was then; `None` when this laptop lacks it.
    pub record: Option<Record>,
    /// Who saw it.
    pub author_name: String,
    /// Where.
    pub site_name: String,
    /// The site's zone, for the time.
    pub zone: Zone,
    /// Whether it changed since.
    pub changed_since: bool,
    /// Whether it was removed since.
    pub removed: bool,
}

/// A proposal that stands on an observation.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct CitingProposal {
    /// The proposal.
    pub proposal: Id,
    /// Its title.
    pub title: String,
    /// Its author.
    pub author_name: String,
    /// The version it cites.
    pub version: Hash,
}

/// A submission with its signature's standing.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct SubmissionView {
    /// Names it.
    pub id: Hash,
    /// Who handed it in.
    pub author: Id,
    /// Their name.
    pub author_name: String,
    /// Seconds since 1970.
    pub at: u32,
    /// First digits of the content hash, as people compare them.
    pub fingerprint: String,
    /// Whether the text is what the signature covers.
    pub is_whole: bool,
    /// Whether it is the proposal's newest.
    pub is_latest: bool,
    /// The frozen text.
    pub submission: Submission,
    /// What it cites, as it was.
    pub evidence: Vec<CitedObservation>,
    /// Every decision about it, oldest first.
    pub decisions: Vec<DecisionView>,
}

/// A decision with its signature's standing.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct DecisionView {
    /// Names it.
    pub id: Hash,
    /// The instructor.
    pub author: Id,
    /// Their name.
    pub author_name: String,
    /// Seconds since 1970.
    pub at: u32,
    /// Whether it covers the submission's exact text.
    pub covers_text: bool,
    /// The review it stands on, as it is now; `None` when this laptop lacks it or the actor
    /// may not know it.
    pub review: Option<Id>,
    /// The decision.
    pub decision: Decision,
}

/// How a proposal stands.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct ProposalStatus {
    /// The proposal.
    pub proposal: Id,
    /// Its title.
    pub title: String,
    /// Its author.
    pub author: Id,
    /// The author's name.
    pub author_name: String,
    /// What is done and what is missing.
    pub progress: Progress,
    /// Number of the newest submission.
    pub submitted: Option<u32>,
    /// The newest submission.
    pub submission: Option<Hash>,
    /// When it was handed in.
    pub submitted_at: Option<u32>,
    /// What was decided on the newest submission, if anything.
    pub outcome: Option<Outcome>,
    /// Whether the proposal changed after the newest submission.
    pub changed_since: bool,
    /// The actor's own review of the newest submission, if begun.
    pub my_review: Option<Id>,
}

/// One day as somebody lives it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Today {
    /// The day shown.
    pub day: Day,
    /// All days of the visit.
    pub days: Vec<Day>,
    /// The minute that counts as now, if the day shown is today.
    pub now: Option<UtcMinute>,
    /// Zone of the base.
    pub zone: Zone,
    /// The slots that concern the actor, by start.
    pub slots: Vec<TodaySlot>,
    /// Number of the newest release, if any.
    pub release: Option<u32>,
    /// Whether the slots differ from that release, or none is there yet; only
    /// coordinators see such.
    pub is_draft: bool,
    /// Prayer times where the actor is that day, as far as the place is known.
    pub prayer: Option<PlacePrayer>,
}

/// One slot of a day.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct TodaySlot {
    /// The visit.
    pub visit: Id,
    /// Its title or the site's name.
    pub title: String,
    /// What kind of slot.
    pub what: crate::domain::VisitKind,
    /// The site.
    pub site: Option<Id>,
    /// Zone to show the times in.
    pub zone: Zone,
    /// Begin.
    pub start: UtcMinute,
    /// End.
    pub end: UtcMinute,
    /// What there is to look at.
    pub foci: Vec<String>,
    /// Whom to ask for at the host's.
    pub contact: String,
    /// Who leads.
    pub lead_name: String,
    /// Names of the groups; empty for all.
    pub group_names: Vec<String>,
    /// Keterangan.
    pub note: String,
    /// The actor's observations of it.
    pub observations: Vec<Id>,
    /// Minutes that it begins behind the plan; negative for early.
    pub late_minutes: i32,
    /// Whether it is as in the newest release.
    pub is_released: bool,
    /// How it stands to the clock.
    pub standing: SlotStanding,
}

/// How a slot stands to the clock, lateness counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum SlotStanding {
    /// It is over.
    Past,
    /// It is on.
    Now,
    /// It comes next.
    Next,
    /// It comes later, or on another day than today.
    Later,
}

/// Prayer times and calendar of the days of a visit.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct PrayerCalendar {
    /// The days, in order.
    pub days: Vec<CalendarDay>,
    /// For each day the base, then the sites visited.
    pub places: Vec<PlacePrayer>,
}

/// What the calendar says of a day.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct CalendarDay {
    /// The day.
    pub day: Day,
    /// Its Hijri date, reckoned; it may be off by a day.
    pub hijri: HijriDate,
    /// Whether it is in Ramadan, reckoned likewise.
    pub is_ramadan: bool,
    /// National holidays, each with how surely it is known.
    pub holidays: Vec<Holiday>,
}

/// Prayer times of a day at one place.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct PlacePrayer {
    /// The day.
    pub day: Day,
    /// The site; `None` for the base.
    pub site: Option<Id>,
    /// The zone of its clock.
    pub zone: Zone,
    /// Whether its coordinates are unknown and those of its surroundings stand in.
    pub is_approximate: bool,
    /// The times.
    pub times: PrayerDay,
    /// The stretches to keep free.
    pub bands: Vec<PrayerBand>,
}

/// A released itinerary.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct ReleaseView {
    /// Names it.
    pub id: Hash,
    /// Who released it.
    pub author_name: String,
    /// Seconds since 1970.
    pub at: u32,
    /// The itinerary.
    pub release: Release,
}
