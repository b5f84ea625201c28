//! How an itinerary is judged and proposed: the rules by name, their weight, and
//! the settings a coordinator may change. Knows no itinerary.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Coordinates, Day, Id};

/// How much a conflict matters.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Cannot happen as planned.
    Block,
    /// Should be looked at.
    Warn,
    /// Good to know.
    Note,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $id:literal $severity:ident),* $(,)?) => {
        /// Which rule is broken.
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
        )]
        pub enum Clash { $($(#[$doc])* #[serde(rename = $id)] $rule),* }

        impl Clash {
            /// Every rule, in the order in which they are told.
            pub const ALL: &[Self] = &[$(Self::$rule),*];

            /// The rule's stable name, as in settings, texts and files.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$rule => $id),* }
            }

            /// How much it matters unless the cohort says otherwise.
            pub const fn usual_severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity),* }
            }
        }
    };
}

rules! {
    /// A group is in two places.
    GroupTwice "group-twice" Block,
    /// A lead is in two places.
    LeadTwice "lead-twice" Block,
    /// More groups at a site than it receives.
    SiteFull "site-full" Block,
    /// The site is closed during part of the visit.
    SiteClosed "site-closed" Block,
    /// The site's opening hours cannot be read.
    HoursUnreadable "hours-unreadable" Warn,
    /// A person leads one event while their own group is at another.
    PersonTwice "person-twice" Warn,
    /// A numbered vehicle is in two places.
    VehicleTwice "vehicle-twice" Warn,
    /// A site whose capacity is unknown has two events at once.
    SiteTwice "site-twice" Note,
    /// More groups on one day than the site receives.
    SiteBusy "site-busy" Warn,
    /// A group has more people than the site has room for.
    GroupTooBig "group-too-big" Warn,
    /// A public holiday, and the opening hours do not speak of holidays.
    PublicHoliday "public-holiday" Warn,
    /// Too little time to get from one place to the next.
    TravelShort "travel-short" Block,
    /// No room for the midday prayer.
    DzuhurMissed "dzuhur-missed" Warn,
    /// No room for the Friday prayer.
    FridayMissed "friday-missed" Block,
    /// No room for the afternoon prayer.
    AsharMissed "ashar-missed" Warn,
    /// No room for lunch.
    LunchMissed "lunch-missed" Warn,
    /// The group leaves too early or comes back too late.
    DayTooLong "day-too-long" Warn,
    /// Too many visits on one day.
    DayCrowded "day-crowded" Warn,
    /// The clock changes on the way.
    ZoneChange "zone-change" Note,
    /// A group never sees what it is to look at.
    FocusUncovered "focus-uncovered" Warn,
    /// A group has fewer visits than it shall have.
    VisitsFew "visits-few" Warn,
    /// A group sees one site more than once.
    SiteRepeated "site-repeated" Note,
    /// Nobody goes to a site.
    SiteUnvisited "site-unvisited" Warn,
    /// Nobody leads a visit.
    LeadMissing "lead-missing" Warn,
    /// Nobody to call at a site.
    ContactMissing "contact-missing" Note,
}

/// Settings of the planner. Minutes of a day count from midnight by the clock
/// of the cohort's base.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Planning {
    /// Severities that differ from the usual ones, by [`Clash::id`]; a name
    /// that is not known is left alone.
    pub severities: BTreeMap<String, Severity>,
    /// Warnings somebody looked at and accepts, by the conflict's key.
    pub accepted: BTreeMap<String, Acceptance>,
    /// When a group leaves at the earliest.
    pub day_start: u32,
    /// When a group is back at the latest.
    pub day_end: u32,
    /// More visits than this make a day crowded.
    pub most_visits_a_day: u32,
    /// How many visits each group shall have; `None`: as many as fit.
    pub visits_per_group: Option<u32>,
    /// Length of a visit where the site does not say.
    pub visit_minutes: u32,
    /// What every group shall have looked at.
    pub foci: Vec<String>,
    /// Where the cohort stays.
    pub base_coordinates: Option<Coordinates>,
    /// Road per straight line, in percent.
    pub road_percent: u32,
    /// Average speed on the road, km/h.
    pub speed_kmh: u32,
    /// To gather and board, added to every ride.
    pub assembly_minutes: u32,
    /// A ride of unknown length, when a schedule is proposed.
    pub unknown_ride_minutes: u32,
    /// Rides somebody knows better; they hold both ways.
    pub rides: Vec<Ride>,
    /// Length of lunch.
    pub lunch_minutes: u32,
    /// When lunch begins at the earliest.
    pub lunch_earliest: u32,
    /// When lunch begins at the latest.
    pub lunch_latest: u32,
    /// Public holidays besides the known ones, such as shared leave.
    pub holidays: Vec<Day>,
}

impl Default for Planning {
    fn default() -> Self {
        Self {
            severities: BTreeMap::new(),
            accepted: BTreeMap::new(),
            day_start: 7 * 60 + 30,
            day_end: 17 * 60 + 30,
            most_visits_a_day: 4,
            visits_per_group: None,
            visit_minutes: 90,
            foci: Vec::new(),
            base_coordinates: None,
            road_percent: 140,
            speed_kmh: 35,
            assembly_minutes: 10,
            unknown_ride_minutes: 20,
            rides: Vec::new(),
            lunch_minutes: 40,
            lunch_earliest: 11 * 60 + 30,
            lunch_latest: 13 * 60,
            holidays: Vec::new(),
        }
    }
}

impl Planning {
    /// How much `rule` matters in this cohort.
    pub fn severity(&self, rule: Clash) -> Severity {
        let own = self.severities.get(rule.id()).copied();
        own.unwrap_or_else(|| rule.usual_severity())
    }
}

/// How long a ride takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Ride {
    /// A site; `None` is the base.
    pub from: Option<Id>,
    /// A site; `None` is the base.
    pub to: Option<Id>,
    /// Minutes on the road, without gathering.
    pub minutes: u32,
}

/// Why a warning stands and shall stay.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Acceptance {
    /// In the coordinator's words.
    pub reason: String,
    /// Who accepted it.
    pub by: Option<Id>,
    /// When, seconds since 1970.
    pub at: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cohort_may_weigh_a_rule_differently_and_unknown_rules_are_left_alone() {
        let json = r#"{"severities":{"lunch-missed":"note","rule-of-a-later-version":"block"}}"#;
        let planning: Planning = serde_json::from_str(json).unwrap();
        assert_eq!(planning.severity(Clash::LunchMissed), Severity::Note);
        assert_eq!(planning.severity(Clash::GroupTwice), Severity::Block);
        assert_eq!(planning.day_start, 450);
    }

    #[test]
    fn the_names_of_rules_are_those_of_their_json() {
        for rule in Clash::ALL {
            let json = serde_json::to_value(rule).unwrap();
            assert_eq!(json, rule.id());
        }
    }
}
