//! Where a day is spent, for the sun's sake: what is shown and what the rules
//! hold must go by the same point.

use std::collections::BTreeMap;

use crate::domain::{Cohort, Coordinates, Id, Site};

/// The point by which prayer times at a site, or at the base for `None`, are
/// reckoned: where it lies; else the base; else amid the known sites of its
/// zone. With whether it is the place itself.
pub fn whereabouts(
    cohort: &Cohort,
    sites: &BTreeMap<Id, Site>,
    site: Option<Id>,
) -> Option<(Coordinates, bool)> {
    let own = site.and_then(|id| sites.get(&id));
    let base = cohort.planning.base_coordinates;
    let exact = match site {
        Some(_) => own.and_then(|site| site.coordinates),
        None => base,
    };
    let zone = own.map_or(cohort.zone, |site| site.zone);
    let of_zone = sites.values().filter(|site| site.zone == zone);
    let near = || exact.or(base).or_else(|| amid(of_zone));
    Some((near()?, exact.is_some()))
}

/// The mean of the known points.
fn amid<'a>(sites: impl Iterator<Item = &'a Site>) -> Option<Coordinates> {
    let known: Vec<Coordinates> = sites.filter_map(|site| site.coordinates).collect();
    let count = f64::from(u32::try_from(known.len()).ok()?);
    let mean = |of: fn(&Coordinates) -> f64| known.iter().map(of).sum::<f64>() / count;
    (!known.is_empty()).then(|| Coordinates {
        latitude: mean(|it| it.latitude),
        longitude: mean(|it| it.longitude),
        approximate: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Zone;

    const NORTH: Id = Id::from_bytes([1; 16]);
    const UNKNOWN: Id = Id::from_bytes([2; 16]);
    const BALI: Id = Id::from_bytes([3; 16]);

    fn point(latitude: f64) -> Option<Coordinates> {
        Some(Coordinates {
            latitude,
            longitude: 114.4,
            approximate: false,
        })
    }

    #[test]
    fn a_place_is_its_own_point_else_the_base_else_amid_its_zone() {
        let site = |coordinates, zone| Site {
            coordinates,
            zone,
            ..Default::default()
        };
        let mut sites = BTreeMap::from([
            (NORTH, site(point(-8.0), Zone::Wib)),
            (UNKNOWN, site(None, Zone::Wib)),
            (BALI, site(point(-8.4), Zone::Wita)),
        ]);
        let mut cohort = Cohort::default();
        let at = |cohort: &Cohort, sites: &_, site| {
            let found = whereabouts(cohort, sites, site)?;
            Some((found.0.latitude, found.1))
        };
        assert_eq!(at(&cohort, &sites, Some(BALI)), Some((-8.4, true)));
        assert_eq!(at(&cohort, &sites, Some(UNKNOWN)), Some((-8.0, false)));
        assert_eq!(at(&cohort, &sites, None), Some((-8.0, false)));
        cohort.planning.base_coordinates = point(-8.2);
        assert_eq!(at(&cohort, &sites, None), Some((-8.2, true)));
        assert_eq!(at(&cohort, &sites, Some(UNKNOWN)), Some((-8.2, false)));
        cohort.planning.base_coordinates = None;
        sites.clear();
        assert_eq!(at(&cohort, &sites, None), None);
    }
}
