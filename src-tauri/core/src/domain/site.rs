//! Sites (lokus): the offices and places a cohort visits.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::Check;
use super::{FieldProblem, FieldRule, Zone};

/// A place to visit.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Site {
    /// Such as "Mall Pelayanan Publik".
    pub name: String,
    /// Street address, if known.
    pub address: String,
    /// Where it stands, if known.
    pub coordinates: Option<Coordinates>,
    /// The zone its clock shows.
    pub zone: Zone,
    /// OpenStreetMap `opening_hours` syntax; empty when unknown.
    pub hours: String,
    /// Whether somebody confirmed the hours.
    pub hours_verified: bool,
    /// How many groups the host receives at once; `None` when unknown.
    pub capacity: Option<u32>,
    /// How many people have room at once; `None` when unknown.
    pub capacity_people: Option<u32>,
    /// How many groups the host receives on one day; `None`: no limit known.
    pub groups_a_day: Option<u32>,
    /// How long a visit takes; `None`: as long as the cohort's visits do.
    pub visit_minutes: Option<u32>,
    /// Opening hours in Ramadan; empty: as always.
    pub ramadan_hours: String,
    /// Whom to call.
    pub contacts: Vec<Contact>,
    /// What there is to look at (fokus).
    pub foci: Vec<String>,
    /// Free notes of the coordinator.
    pub note: String,
}

/// A point on the map, WGS 84 degrees.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Coordinates {
    /// −90 to 90, south negative.
    #[specta(type = i32)]
    pub latitude: f64,
    /// −180 to 180.
    #[specta(type = i32)]
    pub longitude: f64,
    /// Good enough for a map, not for a driver.
    pub approximate: bool,
}

impl Coordinates {
    /// Whether there is such a point.
    pub fn is_on_earth(&self) -> bool {
        (-90.0..=90.0).contains(&self.latitude) && (-180.0..=180.0).contains(&self.longitude)
    }
}

/// A person at the host's.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Contact {
    /// Name or office, such as "Bagian Humas".
    pub name: String,
    /// Position at the host's.
    pub position: String,
    /// Telephone number, as written.
    pub phone: String,
}

impl Contact {
    /// "Bagian Humas · Kepala · 0333 …", as far as it is known.
    pub fn line(&self) -> String {
        let parts = [&self.name, &self.position, &self.phone];
        let known = parts
            .into_iter()
            .map(|it| it.trim())
            .filter(|it| !it.is_empty());
        known.collect::<Vec<_>>().join(" · ")
    }
}

impl Check for Site {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(!self.name.trim().is_empty(), "name", problems);
        let on_earth = self.coordinates.is_none_or(|point| point.is_on_earth());
        FieldRule::OffTheMap.unless(on_earth, "coordinates", problems);
        FieldRule::MustBePositive.unless(self.capacity != Some(0), "capacity", problems);
    }
}
