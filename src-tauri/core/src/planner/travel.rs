//! How long a ride takes: as somebody knows it, or by distance. Knows no visits.

use std::collections::BTreeMap;

use crate::domain::{Coordinates, Id, Planning, Site};

/// Mean radius of the Earth in kilometres (IUGG).
const EARTH_KM: f64 = 6371.009;

/// Rides between sites and the base; `None` stands for the base.
#[derive(Clone, Debug, Default)]
pub(super) struct Rides {
    places: BTreeMap<Option<Id>, Coordinates>,
    known: BTreeMap<(Option<Id>, Option<Id>), i32>,
    assembly: i32,
    minutes_per_km: f64,
}

impl Rides {
    pub(super) fn new(planning: &Planning, sites: &BTreeMap<Id, Site>) -> Self {
        let base = planning.base_coordinates.map(|point| (None, point));
        let places = sites
            .iter()
            .filter_map(|(id, site)| Some((Some(*id), site.coordinates?)))
            .chain(base)
            .collect();
        let minutes = |minutes: u32| i32::try_from(minutes).unwrap_or(i32::MAX / 4);
        let known = planning
            .rides
            .iter()
            .flat_map(|ride| [(ride.from, ride.to, ride), (ride.to, ride.from, ride)])
            .map(|(from, to, ride)| ((from, to), minutes(ride.minutes)))
            .collect();
        let speed = f64::from(planning.speed_kmh.max(1));
        Self {
            places,
            known,
            assembly: minutes(planning.assembly_minutes),
            minutes_per_km: f64::from(planning.road_percent) / 100.0 / speed * 60.0,
        }
    }

    /// Minutes from one place to another with gathering; `None` when nobody
    /// knows where one of them is.
    pub(super) fn minutes(&self, from: Option<Id>, to: Option<Id>) -> Option<i32> {
        if from == to {
            return Some(0);
        }
        if let Some(known) = self.known.get(&(from, to)) {
            return Some(known.saturating_add(self.assembly));
        }
        let (from, to) = (self.places.get(&from)?, self.places.get(&to)?);
        let road = kilometres(from, to) * self.minutes_per_km;
        // Far below the largest i32: no two points are farther apart than 20,040 km.
        Some((road.ceil().min(1e6) as i32).saturating_add(self.assembly))
    }
}

/// Great-circle distance by the haversine formula.
fn kilometres(from: &Coordinates, to: &Coordinates) -> f64 {
    let (from_lat, to_lat) = (from.latitude.to_radians(), to.latitude.to_radians());
    let half_lat = ((to_lat - from_lat) / 2.0).sin();
    let half_lon = ((to.longitude - from.longitude).to_radians() / 2.0).sin();
    let chord = half_lat * half_lat + from_lat.cos() * to_lat.cos() * half_lon * half_lon;
    2.0 * EARTH_KM * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ride;

    const HALL: Id = Id::from_bytes([1; 16]);
    const BEACH: Id = Id::from_bytes([2; 16]);

    fn at(latitude: f64, longitude: f64) -> Site {
        Site {
            coordinates: Some(Coordinates {
                latitude,
                longitude,
                approximate: true,
            }),
            ..Default::default()
        }
    }

    fn sites() -> BTreeMap<Id, Site> {
        [(HALL, at(-8.2113, 114.3757)), (BEACH, at(-8.045, 114.428))].into()
    }

    #[test]
    fn a_degree_along_a_meridian_is_a_hundred_and_eleven_kilometres() {
        let north = |latitude| Coordinates {
            latitude,
            ..Default::default()
        };
        assert!((kilometres(&north(0.0), &north(1.0)) - 111.195).abs() < 0.01);
        assert!((kilometres(&north(-90.0), &north(90.0)) - 20_015.1).abs() < 0.1);
    }

    #[test]
    fn distance_road_speed_and_gathering_make_the_ride() {
        let rides = Rides::new(&Planning::default(), &sites());
        // 19.4 km × 1.4 at 35 km/h is 46.5 minutes, and ten to gather.
        assert_eq!(rides.minutes(Some(HALL), Some(BEACH)), Some(57));
        assert_eq!(rides.minutes(Some(HALL), Some(HALL)), Some(0));
        assert_eq!(rides.minutes(Some(HALL), None), None);
    }

    #[test]
    fn who_knows_the_road_knows_better_both_ways() {
        let planning = Planning {
            rides: vec![Ride {
                from: None,
                to: Some(BEACH),
                minutes: 45,
            }],
            ..Default::default()
        };
        let rides = Rides::new(&planning, &sites());
        assert_eq!(rides.minutes(None, Some(BEACH)), Some(55));
        assert_eq!(rides.minutes(Some(BEACH), None), Some(55));
    }
}
