//! Days, minutes and Indonesia's three zones.
//!
//! Pure arithmetic: nothing here asks what time it is, and the zone is always
//! the site's, never the laptop's.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Timelike, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A calendar day, written `2018-03-20`.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize, Type,
)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
pub struct Day(pub NaiveDate);

impl Day {
    /// The day `year-month-day`, or `None` when the calendar has no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The minute `hour:minute` of this day in `zone`, as UTC; saturates
    /// at the ends of the range.
    pub fn at(self, hour: u32, minute: u32, zone: Zone) -> UtcMinute {
        let days = self.0.num_days_from_ce() - UNIX_EPOCH_DAYS_FROM_CE;
        let minute = (hour * 60 + minute) as i32 - zone.offset_minutes();
        UtcMinute(days.saturating_mul(1440).saturating_add(minute))
    }

    /// This day moved by `days`; stays put at the calendar's far ends.
    pub fn plus(self, days: i64) -> Self {
        chrono::TimeDelta::try_days(days)
            .and_then(|delta| self.0.checked_add_signed(delta))
            .map_or(self, Self)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl FromStr for Day {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Self)
    }
}

impl TryFrom<String> for Day {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

const UNIX_EPOCH_DAYS_FROM_CE: i32 = 719_163;

/// A moment in whole minutes since 1970-01-01T00:00Z.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize, Type,
)]
#[serde(transparent)]
pub struct UtcMinute(pub i32);

impl UtcMinute {
    /// The minute of a moment in seconds since 1970.
    pub const fn of_seconds(seconds: u32) -> Self {
        // A sixtieth of any `u32` fits.
        Self((seconds / 60) as i32)
    }

    /// The wall time in `zone`.
    pub fn local(self, zone: Zone) -> NaiveDateTime {
        let seconds = (i64::from(self.0) + i64::from(zone.offset_minutes())) * 60;
        DateTime::<Utc>::from_timestamp(seconds, 0)
            .unwrap_or_default()
            .naive_utc()
    }

    /// The day it is in `zone`.
    pub fn day(self, zone: Zone) -> Day {
        Day(self.local(zone).date())
    }

    /// Minutes since midnight in `zone`, 0–1439.
    pub fn minute_of_day(self, zone: Zone) -> u32 {
        let local = self.local(zone);
        local.hour() * 60 + local.minute()
    }

    /// This moment `minutes` later; saturates at the ends of the range.
    pub fn plus(self, minutes: i32) -> Self {
        Self(self.0.saturating_add(minutes))
    }
}

/// Indonesia's time zones; there is no summer time.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// Western: Java, Sumatra, West and Central Kalimantan. UTC+7.
    #[default]
    Wib,
    /// Central: Bali, Nusa Tenggara, Sulawesi, the rest of Kalimantan. UTC+8.
    Wita,
    /// Eastern: Maluku and Papua. UTC+9.
    Wit,
}

impl Zone {
    /// Minutes ahead of UTC.
    pub const fn offset_minutes(self) -> i32 {
        match self {
            Self::Wib => 7 * 60,
            Self::Wita => 8 * 60,
            Self::Wit => 9 * 60,
        }
    }

    /// The abbreviation printed after a time.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// The offset as chrono wants it.
    pub fn offset(self) -> Option<FixedOffset> {
        FixedOffset::east_opt(self.offset_minutes() * 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_the_same_moment_in_every_zone() {
        let day = Day::new(2018, 3, 20).unwrap();
        let in_banyuwangi = day.at(8, 30, Zone::Wib);
        assert_eq!(in_banyuwangi, day.at(9, 30, Zone::Wita));
        assert_eq!(in_banyuwangi, day.at(10, 30, Zone::Wit));
        assert_eq!(in_banyuwangi.minute_of_day(Zone::Wib), 510);
        assert_eq!(in_banyuwangi.day(Zone::Wib), day);
    }

    #[test]
    fn a_minute_of_seconds_is_the_one_that_has_begun() {
        assert_eq!(UtcMinute::of_seconds(119), UtcMinute(1));
        assert_eq!(
            i64::from(UtcMinute::of_seconds(u32::MAX).0),
            i64::from(u32::MAX) / 60
        );
    }

    #[test]
    fn just_before_midnight_in_the_west_is_tomorrow_in_the_east() {
        let day = Day::new(2018, 3, 20).unwrap();
        assert_eq!(day.at(23, 30, Zone::Wib).day(Zone::Wit), day.plus(1));
    }
}
