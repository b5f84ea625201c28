//! The stretches of a day that prayer asks an itinerary to keep free.

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Day, PrayerSettings, UtcMinute};

use super::PrayerDay;

/// Which prayer a stretch is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum BandKind {
    /// Dawn.
    Subuh,
    /// Noon.
    Dzuhur,
    /// Friday prayer, in place of Dzuhur.
    Jumat,
    /// Afternoon.
    Ashar,
    /// Sunset.
    Maghrib,
    /// Night.
    Isya,
}

/// A stretch for a prayer. A prayer may be said later, until the next begins;
/// Friday prayer may not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct PrayerBand {
    /// Which prayer.
    pub prayer: BandKind,
    /// Begin.
    pub from: UtcMinute,
    /// End, exclusive.
    pub to: UtcMinute,
}

/// The stretches of `day` whose times are `times`, in order. On a Friday the
/// block of Friday prayer is derived from Dzuhur, never from the clock.
pub fn bands(times: &PrayerDay, day: Day, settings: &PrayerSettings) -> Vec<PrayerBand> {
    let minutes = |minutes: u32| i32::try_from(minutes).unwrap_or(i32::MAX);
    let band = |prayer, from: UtcMinute, length: u32| PrayerBand {
        prayer,
        from,
        to: from.plus(minutes(length)),
    };
    let each = settings.prayer_minutes;
    let noon = if day.0.weekday() == Weekday::Fri {
        PrayerBand {
            prayer: BandKind::Jumat,
            from: times.dzuhur.plus(-minutes(settings.friday_before_minutes)),
            to: times.dzuhur.plus(minutes(settings.friday_after_minutes)),
        }
    } else {
        band(BandKind::Dzuhur, times.dzuhur, each)
    };
    vec![
        band(BandKind::Subuh, times.subuh, each),
        noon,
        band(BandKind::Ashar, times.ashar, each),
        band(BandKind::Maghrib, times.maghrib, each),
        band(BandKind::Isya, times.isya, each),
    ]
}
