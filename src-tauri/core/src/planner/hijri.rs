//! The Hijri calendar, reckoned by rule.
//!
//! Months truly begin when the new crescent is seen; in Indonesia the minister
//! of religious affairs announces it the evening before (sidang isbat). No rule
//! foresees that, so a reckoned date may be off by a day and is always shown as
//! reckoned.

use chrono::{Datelike, NaiveDate};
use icu_calendar::Date;
use icu_calendar::cal::Hijri;
use icu_calendar::cal::hijri::{
    TabularAlgorithm, TabularAlgorithmEpoch, TabularAlgorithmLeapYears,
};
use icu_calendar::types::RataDie;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::Day;

/// A day of the Hijri calendar, reckoned.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, Type)]
pub struct HijriDate {
    /// Such as 1439.
    pub year: i32,
    /// 1 is Muharram, 9 Ramadan, 10 Syawal, 12 Zulhijah.
    pub month: u8,
    /// 1–30.
    pub day: u8,
}

/// The tabular civil calendar. Against the Idulfitri and Iduladha that were
/// kept in Indonesia from 2018 to 2026 it is right on 15 of 18 days, the Umm
/// al-Qura calendar on 10; both are never further off than a day.
const CALENDAR: Hijri<TabularAlgorithm> = Hijri::new_tabular(
    TabularAlgorithmLeapYears::TypeII,
    TabularAlgorithmEpoch::Friday,
);

/// The Hijri date whose daylight falls on `day`.
pub fn hijri(day: Day) -> HijriDate {
    let date = Date::from_rata_die(RataDie::new(days_from_ce(day.0)), CALENDAR);
    HijriDate {
        year: date.year().extended_year(),
        month: date.month().to_input().number(),
        day: date.day_of_month().0,
    }
}

/// Days since the last day before the year 1.
pub(super) fn days_from_ce(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce())
}
