//! Indonesia's national holidays, each with how surely its date is known.
//!
//! Joint leave (cuti bersama) and election days are decreed anew each time and
//! follow no rule; they are not here.

use chrono::{Datelike, NaiveDate, TimeDelta};
use icu_calendar::Date;
use icu_calendar::cal::ChineseTraditional;
use icu_calendar::types::RataDie;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::Day;

use super::hijri::{days_from_ce, hijri};

/// How a date is known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The same day each year, or a fixed distance from Easter.
    Fixed,
    /// Published by joint decree of three ministers (SKB).
    Published,
    /// Reckoned by the calendar's rule; the government may decide on a
    /// neighbouring day.
    Computed,
}

/// What is celebrated.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Feast {
    /// Tahun Baru Masehi.
    NewYear,
    /// Isra Mikraj Nabi Muhammad.
    IsraMiraj,
    /// Tahun Baru Imlek.
    ChineseNewYear,
    /// Hari Suci Nyepi.
    Nyepi,
    /// Wafat Yesus Kristus.
    GoodFriday,
    /// Kebangkitan Yesus Kristus (Paskah).
    Easter,
    /// Hari Buruh Internasional.
    LabourDay,
    /// Kenaikan Yesus Kristus.
    Ascension,
    /// Hari Raya Waisak.
    Vesak,
    /// Hari Lahir Pancasila.
    PancasilaDay,
    /// Idulfitri, first and second day.
    EidAlFitr,
    /// Iduladha.
    EidAlAdha,
    /// Tahun Baru Islam.
    HijriNewYear,
    /// Proklamasi Kemerdekaan.
    IndependenceDay,
    /// Maulid Nabi Muhammad.
    ProphetsBirthday,
    /// Kelahiran Yesus Kristus (Natal).
    Christmas,
}

/// A national holiday.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Holiday {
    /// The day.
    pub day: Day,
    /// What is celebrated.
    pub feast: Feast,
    /// How surely it falls on this day.
    pub basis: Basis,
}

/// The feasts of the columns of [`PUBLISHED`].
const MOVABLE: [Feast; 8] = [
    Feast::IsraMiraj,
    Feast::ChineseNewYear,
    Feast::Nyepi,
    Feast::Vesak,
    Feast::EidAlFitr,
    Feast::EidAlAdha,
    Feast::HijriNewYear,
    Feast::ProphetsBirthday,
];

/// Dates as kept, month × 100 + day, in the order of [`MOVABLE`]. Copied from
/// the Indonesian calendar of the Python library `holidays` 0.109 (MIT), which
/// follows the yearly joint decrees; 2021 holds the two days that were put off.
const PUBLISHED: [(i32, [u32; 8]); 11] = [
    (2016, [506, 208, 309, 522, 706, 912, 1002, 1212]),
    (2017, [424, 128, 328, 511, 625, 901, 921, 1201]),
    (2018, [414, 216, 317, 529, 615, 822, 911, 1120]),
    (2019, [403, 205, 307, 519, 605, 811, 901, 1109]),
    (2020, [322, 125, 325, 507, 524, 731, 820, 1029]),
    (2021, [311, 212, 314, 526, 513, 720, 811, 1020]),
    (2022, [228, 201, 303, 516, 502, 710, 730, 1008]),
    (2023, [218, 122, 322, 604, 422, 629, 719, 928]),
    (2024, [208, 210, 311, 523, 410, 617, 707, 916]),
    (2025, [127, 129, 329, 512, 331, 606, 627, 905]),
    (2026, [116, 217, 319, 531, 321, 527, 616, 825]),
];

/// Whether all movable holidays of `year` are known. Otherwise Nyepi and Waisak
/// are missing: no rule is at hand by which they could be reckoned.
pub fn is_complete(year: i32) -> bool {
    PUBLISHED.iter().any(|(known, _)| *known == year)
}

/// The national holidays of `year`, by day.
pub fn holidays(year: i32) -> Vec<Holiday> {
    let mut found = fixed(year);
    match PUBLISHED.iter().find(|(known, _)| *known == year) {
        Some((_, dates)) => found.extend(published(year, dates)),
        None => found.extend(computed(year)),
    }
    found.sort_by_key(|it| (it.day, it.feast));
    found
}

/// Whether `day` falls in Ramadan, as reckoned; offices keep other hours then.
pub fn is_ramadan(day: Day) -> bool {
    hijri(day).month == 9
}

fn holiday(date: NaiveDate, feast: Feast, basis: Basis) -> Holiday {
    Holiday {
        day: Day(date),
        feast,
        basis,
    }
}

fn fixed(year: i32) -> Vec<Holiday> {
    // Since when: presidential decrees 24/2013 and 24/2016; Easter Sunday is
    // in the joint decrees since 2024.
    let mut dates = vec![
        (1, 1, Feast::NewYear),
        (8, 17, Feast::IndependenceDay),
        (12, 25, Feast::Christmas),
    ];
    if year >= 2014 {
        dates.push((5, 1, Feast::LabourDay));
    }
    if year >= 2017 {
        dates.push((6, 1, Feast::PancasilaDay));
    }
    let mut found: Vec<Holiday> = dates
        .into_iter()
        .filter_map(|(month, day, feast)| {
            let date = NaiveDate::from_ymd_opt(year, month, day)?;
            Some(holiday(date, feast, Basis::Fixed))
        })
        .collect();
    let mut from_easter = vec![(-2, Feast::GoodFriday), (39, Feast::Ascension)];
    if year >= 2024 {
        from_easter.push((0, Feast::Easter));
    }
    let easter = easter(year);
    found.extend(from_easter.into_iter().filter_map(|(days, feast)| {
        let date = easter?.checked_add_signed(TimeDelta::try_days(days)?)?;
        Some(holiday(date, feast, Basis::Fixed))
    }));
    found
}

/// Easter Sunday in the Gregorian calendar (Meeus, *Astronomical Algorithms*,
/// chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let (b, c) = (century / 4, century % 4);
    let f = (century + 8) / 25;
    let g = (century - f + 1) / 3;
    let h = (19 * golden + century - b - g + 15) % 30;
    let l = (32 + 2 * c + 2 * (rest / 4) - h - rest % 4) % 7;
    let m = (golden + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(n / 31).ok()?,
        u32::try_from(n % 31 + 1).ok()?,
    )
}

fn published(year: i32, dates: &[u32; 8]) -> Vec<Holiday> {
    let mut found = Vec::new();
    for (feast, date) in MOVABLE.into_iter().zip(dates) {
        let Some(first) = NaiveDate::from_ymd_opt(year, date / 100, date % 100) else {
            continue;
        };
        found.push(holiday(first, feast, Basis::Published));
        if let (Feast::EidAlFitr, Some(second)) = (feast, first.succ_opt()) {
            found.push(holiday(second, feast, Basis::Published));
        }
    }
    found
}

fn computed(year: i32) -> Vec<Holiday> {
    let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else {
        return Vec::new();
    };
    let days = first.iter_days().take_while(|date| date.year() == year);
    days.filter_map(|date| {
        let feast = islamic(date).or_else(|| chinese_new_year(date))?;
        Some(holiday(date, feast, Basis::Computed))
    })
    .collect()
}

fn islamic(date: NaiveDate) -> Option<Feast> {
    let hijri = hijri(Day(date));
    match (hijri.month, hijri.day) {
        (1, 1) => Some(Feast::HijriNewYear),
        (3, 12) => Some(Feast::ProphetsBirthday),
        (7, 27) => Some(Feast::IsraMiraj),
        (10, 1 | 2) => Some(Feast::EidAlFitr),
        (12, 10) => Some(Feast::EidAlAdha),
        _ => None,
    }
}

fn chinese_new_year(date: NaiveDate) -> Option<Feast> {
    // It falls between 21 January and 21 February; a holiday since 2003
    // (presidential decree 19/2002).
    if date.ordinal() > 52 || date.year() < 2003 {
        return None;
    }
    let rata_die = RataDie::new(days_from_ce(date));
    let chinese = Date::from_rata_die(rata_die, ChineseTraditional::new());
    let month = chinese.month().to_input();
    let is_first = month.number() == 1 && !month.is_leap() && chinese.day_of_month().0 == 1;
    is_first.then_some(Feast::ChineseNewYear)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(year: i32, found: &[Holiday], feast: Feast) -> NaiveDate {
        let it = found.iter().find(|it| it.feast == feast);
        it.unwrap_or_else(|| panic!("{feast:?} {year}")).day.0
    }

    #[test]
    fn reckoned_feasts_are_never_more_than_a_day_from_those_kept() {
        let mut exact = 0;
        for (year, dates) in &PUBLISHED {
            let (reckoned, kept) = (computed(*year), published(*year, dates));
            for feast in MOVABLE {
                // 2021: put off by decree, to keep people from travelling.
                let put_off =
                    *year == 2021 && matches!(feast, Feast::HijriNewYear | Feast::ProphetsBirthday);
                if put_off || matches!(feast, Feast::Nyepi | Feast::Vesak) {
                    continue;
                }
                let off = of(*year, &reckoned, feast) - of(*year, &kept, feast);
                assert!(off.num_days().abs() <= 1, "{feast:?} {year}");
                exact += i32::from(off.num_days() == 0);
            }
        }
        assert_eq!(exact, 43, "of 64");
    }

    #[test]
    fn easter_and_the_days_reckoned_from_it_fall_where_they_fell() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(easter(2018), Some(date(2018, 4, 1)));
        assert_eq!(easter(2038), Some(date(2038, 4, 25)));
        let found = holidays(2024);
        assert_eq!(of(2024, &found, Feast::GoodFriday), date(2024, 3, 29));
        assert_eq!(of(2024, &found, Feast::Ascension), date(2024, 5, 9));
    }

    #[test]
    fn a_year_without_a_decree_is_marked_as_reckoned_and_incomplete() {
        let found = holidays(2030);
        let fitr = found.iter().find(|it| it.feast == Feast::EidAlFitr);
        assert_eq!(fitr.map(|it| it.basis), Some(Basis::Computed));
        assert!(!is_complete(2030) && is_complete(2018));
        assert!(found.iter().all(|it| it.feast != Feast::Nyepi));
        assert!(holidays(2018).iter().any(|it| it.feast == Feast::Nyepi
            && it.day == Day::new(2018, 3, 17).unwrap()
            && it.basis == Basis::Published));
    }

    #[test]
    fn the_visit_of_march_2018_is_outside_ramadan_and_that_of_may_2018_is_not() {
        assert!(!is_ramadan(Day::new(2018, 3, 20).unwrap()));
        assert!(is_ramadan(Day::new(2018, 5, 20).unwrap()));
        let first = hijri(Day::new(2018, 6, 15).unwrap());
        assert_eq!((first.year, first.month, first.day), (1439, 10, 1));
    }

    #[test]
    fn far_years_are_no_trouble() {
        for year in [i32::MIN, -500, 0, 1582, 9999, 100_000, i32::MAX] {
            holidays(year);
        }
    }
}
