//! Our times against other people's, through a year, and over the whole Earth.

use chrono::{Datelike, Timelike};
use proptest::prelude::*;
use salah::{Configuration, Coordinates as SalahPlace, Madhab, Prayer, PrayerTimes};

use super::*;

/// An independent table; `make.py` beside it says how it was made.
const TABLE: &str = include_str!("../../../../../tests/fixtures/prayer/times.txt");

struct City {
    name: &'static str,
    place: Coordinates,
    zone: Zone,
    /// Subuh, terbit, transit, ashar, maghrib, isya: seconds after midnight of
    /// each day.
    seconds: Vec<Vec<i64>>,
}

fn place(latitude: f64, longitude: f64) -> Coordinates {
    Coordinates {
        latitude,
        longitude,
        approximate: false,
    }
}

fn cities() -> Vec<City> {
    let mut cities: Vec<City> = Vec::new();
    for line in TABLE.lines() {
        if let Some(head) = line.strip_prefix("# ") {
            let parts: Vec<&'static str> = head.split(';').collect();
            let zone = match parts[3] {
                "7" => Zone::Wib,
                "8" => Zone::Wita,
                _ => Zone::Wit,
            };
            cities.push(City {
                name: parts[0],
                place: place(parts[1].parse().unwrap(), parts[2].parse().unwrap()),
                zone,
                seconds: Vec::new(),
            });
            continue;
        }
        let steps = line.split(' ').skip(1).map(|it| it.parse::<i64>().unwrap());
        let column = steps.scan(0, |sum, step| {
            *sum += step;
            Some(*sum)
        });
        cities.last_mut().unwrap().seconds.push(column.collect());
    }
    cities
}

fn days_of_2018() -> impl Iterator<Item = Day> {
    (0..365).map(|day| Day::new(2018, 1, 1).unwrap().plus(day))
}

fn exact(it: &Exact) -> [f64; 6] {
    [
        it.subuh, it.terbit, it.transit, it.ashar, it.maghrib, it.isya,
    ]
}

fn whole_of(it: &PrayerDay) -> [UtcMinute; 6] {
    [
        it.subuh, it.terbit, it.dzuhur, it.ashar, it.maghrib, it.isya,
    ]
}

#[test]
fn eight_cities_agree_with_an_independent_table_through_a_year() {
    let settings = PrayerSettings::default();
    let cities = cities();
    assert_eq!(cities.len(), 8);
    let mut worst = 0.0_f64;
    for city in &cities {
        assert!(city.seconds.iter().all(|column| column.len() == 365));
        for (number, day) in days_of_2018().enumerate() {
            let midnight = f64::from(day.at(0, 0, city.zone).0);
            let ours = Exact::of(city.place, day, city.zone, &settings).unwrap();
            let whole = times(city.place, day, city.zone, &settings).unwrap();
            for (event, minute) in exact(&ours).into_iter().enumerate() {
                let theirs = city.seconds[event][number] as f64 / 60.0 + midnight;
                worst = worst.max((minute - theirs).abs());
                // With caution and rounding as Kemenag's.
                let cautious = match event {
                    1 => (theirs - 2.0).floor(),
                    _ => (theirs + 2.0).ceil(),
                };
                let ours = f64::from(whole_of(&whole)[event].0);
                assert!((ours - cautious).abs() <= 1.0, "{} {day}", city.name);
            }
        }
    }
    // Far inside the minute that is asked for.
    assert!(worst < 3.0 / 60.0, "{} s", worst * 60.0);
}

#[test]
fn eight_cities_agree_with_another_library_to_the_minute_through_a_year() {
    let settings = PrayerSettings::default();
    // salah rounds to whole minutes by itself; its `Rounding::Up` would add one more.
    let salahs = Configuration::new(20.0, 18.0).madhab(Madhab::Shafi).done();
    for city in cities() {
        for day in days_of_2018() {
            let there = SalahPlace::new(city.place.latitude, city.place.longitude);
            let theirs = PrayerTimes::new(day.0, there, salahs);
            let prayers = [
                Prayer::Fajr,
                Prayer::Sunrise,
                Prayer::Dhuhr,
                Prayer::Asr,
                Prayer::Maghrib,
                Prayer::Isha,
            ];
            let ours = Exact::of(city.place, day, city.zone, &settings).unwrap();
            for (prayer, minute) in prayers.into_iter().zip(exact(&ours)) {
                // It files a dawn before midnight UTC under either date.
                let time = theirs.time(prayer);
                let of_day = f64::from(time.hour() * 60 + time.minute());
                let off = (minute.round() - of_day + 720.0).rem_euclid(1440.0) - 720.0;
                assert!(off.abs() <= 1.0, "{} {day} {off}", city.name);
            }
        }
    }
}

#[test]
fn banyuwangi_on_the_first_day_of_the_visit_has_the_times_in_use() {
    let day = Day::new(2018, 3, 20).unwrap();
    let it = times(
        place(-8.2192, 114.3691),
        day,
        Zone::Wib,
        &PrayerSettings::default(),
    )
    .unwrap();
    let at = |hour, minute| day.at(hour, minute, Zone::Wib);
    assert_eq!(it.imsak, at(4, 2));
    assert_eq!(it.subuh, at(4, 12));
    assert_eq!(it.dzuhur, at(11, 33));
    assert_eq!(it.ashar, at(14, 46));
    assert_eq!(it.maghrib, at(17, 36));
    assert_eq!(it.isya, at(18, 45));
}

#[test]
fn friday_prayer_follows_dzuhur_and_not_the_clock() {
    let settings = PrayerSettings::default();
    let block = |latitude, longitude, day: Day| {
        let it = times(place(latitude, longitude), day, Zone::Wib, &settings).unwrap();
        bands(&it, day, &settings)[1]
    };
    let november = Day::new(2018, 11, 2).unwrap();
    let banyuwangi = block(-8.2192, 114.3691, november);
    assert_eq!(banyuwangi.prayer, BandKind::Jumat);
    assert_eq!(banyuwangi.from, november.at(10, 54, Zone::Wib));
    assert_eq!(banyuwangi.to.0 - banyuwangi.from.0, 90);
    let february = Day::new(2018, 2, 9).unwrap();
    let aceh = block(5.5483, 95.3238, february);
    assert!(aceh.from >= february.at(12, 38, Zone::Wib));
    let thursday = block(5.5483, 95.3238, february.plus(-1));
    assert_eq!(thursday.prayer, BandKind::Dzuhur);
}

#[test]
fn where_the_sun_does_not_set_there_is_a_reason_instead_of_a_time() {
    let settings = PrayerSettings::default();
    let on = |latitude, month| {
        let day = Day::new(2018, month, 21).unwrap();
        times(place(latitude, 25.0), day, Zone::Wib, &settings)
    };
    assert_eq!(
        on(70.0, 6),
        Err(PrayerError::NeverReached(SunEvent::Terbit))
    );
    assert_eq!(on(55.0, 6), Err(PrayerError::NeverReached(SunEvent::Subuh)));
    assert_eq!(
        on(90.0, 3),
        Err(PrayerError::NeverReached(SunEvent::Terbit))
    );
    assert_eq!(on(90.1, 3), Err(PrayerError::OffTheMap));
    assert_eq!(on(f64::NAN, 3), Err(PrayerError::OffTheMap));
    assert!(on(45.0, 6).is_ok());
    let long_ago = Day::new(1899, 12, 31).unwrap();
    let then = times(place(0.0, 100.0), long_ago, Zone::Wib, &settings);
    assert_eq!(then, Err(PrayerError::Year(1899)));
    let odd = PrayerSettings {
        subuh_angle: f64::NAN,
        ..settings
    };
    let day = Day::new(2018, 3, 20).unwrap();
    let refused = times(place(0.0, 100.0), day, Zone::Wib, &odd);
    assert_eq!(refused, Err(PrayerError::Settings));
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_i64..73_000).prop_map(|days| Day::new(1900, 1, 1).unwrap().plus(days))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nowhere_on_earth_is_there_a_panic_or_a_time_out_of_order(
        latitude in -90.0..=90.0_f64,
        longitude in -180.0..=180.0_f64,
        day in any_day(),
    ) {
        for zone in [Zone::Wib, Zone::Wit] {
            let found = times(place(latitude, longitude), day, zone, &PrayerSettings::default());
            if let Ok(it) = found {
                prop_assert!(it.imsak < it.subuh && it.subuh < it.terbit);
                prop_assert!(it.terbit < it.dzuhur && it.dzuhur <= it.ashar);
                prop_assert!(it.ashar < it.maghrib && it.maghrib < it.isya);
                let since_midnight = it.dzuhur.0 - day.at(0, 0, zone).0;
                prop_assert!((-1..=1444).contains(&since_midnight));
            }
        }
    }

    #[test]
    fn in_indonesia_no_time_jumps_from_one_day_to_the_next(
        latitude in -11.0..=6.0_f64,
        longitude in 95.0..=141.0_f64,
        day in any_day(),
    ) {
        let on = |day: Day| {
            times(place(latitude, longitude), day, Zone::Wita, &PrayerSettings::default()).unwrap()
        };
        for (today, tomorrow) in whole_of(&on(day)).into_iter().zip(whole_of(&on(day.plus(1)))) {
            prop_assert!((tomorrow.0 - today.0 - 1440).abs() <= 2);
        }
        prop_assert!(day.0.year() >= 1900);
    }
}
