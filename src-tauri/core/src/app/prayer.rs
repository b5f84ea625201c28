//! Prayer times and the calendar for the days and sites of the itinerary.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::{Cohort, Day, Id, Site};
use crate::planner::{Holiday, hijri, holidays, is_ramadan, prayer, whereabouts};

use super::AppError;
use super::session::Session;
use super::views::{CalendarDay, PlacePrayer, PrayerCalendar};

impl Session {
    /// Prayer times and the stretches they ask to be kept free: of every day of
    /// the visit, at the base and at each site that is visited that day.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn prayer_bands(&self) -> Result<PrayerCalendar, AppError> {
        let cohort = self.cohort_record()?;
        let sites = self.sites()?;
        let mut visited: BTreeMap<Day, BTreeSet<Id>> = BTreeMap::new();
        for it in self.visits()? {
            if let Some((id, site)) = it.visit.site.and_then(|id| Some((id, sites.get(&id)?))) {
                let day = it.visit.start.day(site.zone);
                visited.entry(day).or_default().insert(id);
            }
        }
        let mut places = Vec::new();
        let days: BTreeSet<Day> = cohort
            .days()
            .into_iter()
            .chain(visited.keys().copied())
            .collect();
        for day in &days {
            places.extend(place_prayer(&cohort, &sites, None, *day));
            for id in visited.get(day).into_iter().flatten() {
                places.extend(place_prayer(&cohort, &sites, Some(*id), *day));
            }
        }
        let mut known: BTreeMap<i32, Vec<Holiday>> = BTreeMap::new();
        let days = days.into_iter().map(|day| {
            let year = known
                .entry(day.0.year())
                .or_insert_with_key(|year| holidays(*year));
            CalendarDay {
                day,
                hijri: hijri(day),
                is_ramadan: is_ramadan(day),
                holidays: year.iter().filter(|it| it.day == day).copied().collect(),
            }
        });
        Ok(PrayerCalendar {
            days: days.collect(),
            places,
        })
    }
}

/// The prayer times of `day` at a site, or at the base for `None`. A place whose
/// coordinates are unknown is taken to lie amid the sites of its zone; `None`
/// when there is nothing to go by, or the sun gives no times there.
pub(super) fn place_prayer(
    cohort: &Cohort,
    sites: &BTreeMap<Id, Site>,
    site: Option<Id>,
    day: Day,
) -> Option<PlacePrayer> {
    let own = site.and_then(|id| sites.get(&id));
    let zone = own.map_or(cohort.zone, |site| site.zone);
    let (place, is_exact) = whereabouts(cohort, sites, site)?;
    let times = prayer::times(place, day, zone, &cohort.prayer).ok()?;
    Some(PlacePrayer {
        day,
        site,
        zone,
        is_approximate: !is_exact,
        bands: prayer::bands(&times, day, &cohort.prayer),
        times,
    })
}

#[cfg(test)]
mod tests {
    use crate::app::{Session, Surroundings};
    use crate::domain::Day;
    use crate::planner::prayer::BandKind;

    #[test]
    fn the_example_knows_when_to_pray_at_each_site_and_on_friday() {
        let folder = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::fixed(1_521_500_000, 1);
        let session = Session::example(&folder.path().join("contoh"), surroundings).unwrap();
        let calendar = session.prayer_bands().unwrap();
        assert_eq!(calendar.days.len(), 5);
        let hijri = calendar.days[0].hijri;
        assert_eq!((hijri.year, hijri.month), (1439, 7));
        assert!(calendar.days.iter().all(|day| day.holidays.is_empty()));
        let friday = Day::new(2018, 3, 23).unwrap();
        let of_friday = calendar.places.iter().filter(|place| place.day == friday);
        let noons: Vec<_> = of_friday.map(|place| place.bands[1].prayer).collect();
        assert!(noons.len() > 1 && noons.iter().all(|noon| *noon == BandKind::Jumat));
        let base = &calendar.places[0];
        assert!(base.site.is_none() && base.is_approximate);
        assert_eq!(base.times.dzuhur.minute_of_day(base.zone), 11 * 60 + 33);
        assert!(session.today(None).unwrap().prayer.is_some());
    }
}
