//! Prayer times from a place, a day and a zone, and the stretches of a day they
//! ask an itinerary to keep free. Knows no site, no cohort and no clock.

mod bands;
mod sun;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Coordinates, Day, PrayerRounding, PrayerSettings, UtcMinute, Zone};

pub use bands::{BandKind, PrayerBand, bands};

/// The years that are reckoned with; the series for the sun are good to a
/// hundredth of a degree throughout.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Height of the sun's centre when its upper edge touches the horizon, in
/// degrees: 34′ of refraction and 16′ of radius (Meeus, chapter 15).
const SUNRISE_HEIGHT: f64 = -50.0 / 60.0;

/// The times of one day at one place, whole minutes, caution included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct PrayerDay {
    /// From here one who fasts eats no more.
    pub imsak: UtcMinute,
    /// Dawn.
    pub subuh: UtcMinute,
    /// Sunrise: Subuh is over.
    pub terbit: UtcMinute,
    /// After noon; on Fridays the Friday prayer.
    pub dzuhur: UtcMinute,
    /// Afternoon.
    pub ashar: UtcMinute,
    /// Sunset.
    pub maghrib: UtcMinute,
    /// Night.
    pub isya: UtcMinute,
}

/// Something the sun does in a day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum SunEvent {
    /// Dawn.
    Subuh,
    /// Sunrise.
    Terbit,
    /// The shadow's length that begins Ashar.
    Ashar,
    /// Sunset.
    Maghrib,
    /// Nightfall.
    Isya,
}

impl SunEvent {
    /// The name used in messages for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Subuh => "subuh",
            Self::Terbit => "terbit",
            Self::Ashar => "ashar",
            Self::Maghrib => "maghrib",
            Self::Isya => "isya",
        }
    }
}

/// Why there are no times.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PrayerError {
    /// The point is not on Earth.
    #[error("latitude must lie in -90..90 and longitude in -180..180")]
    OffTheMap,
    /// Outside [`YEARS`].
    #[error("the year {0} is outside 1900..2100")]
    Year(i32),
    /// An angle or a number of minutes that makes no sense.
    #[error("the prayer settings are out of range")]
    Settings,
    /// Near the poles, the sun does not get there on this day.
    #[error("the sun does not reach {} there on this day", .0.name())]
    NeverReached(SunEvent),
}

/// The times of `day` at `place` by the clock of `zone`.
///
/// # Errors
/// When the place, the year or the settings make no sense, or when the sun does
/// not rise, set or sink deep enough there on that day.
pub fn times(
    place: Coordinates,
    day: Day,
    zone: Zone,
    settings: &PrayerSettings,
) -> Result<PrayerDay, PrayerError> {
    if !settings.is_usable() {
        return Err(PrayerError::Settings);
    }
    let exact = Exact::of(place, day, zone, settings)?;
    let caution = f64::from(settings.caution_minutes);
    let later = |minute: f64| match settings.rounding {
        PrayerRounding::Cautious => whole((minute + caution).ceil()),
        PrayerRounding::Nearest => whole((minute + caution).round()),
    };
    let terbit = match settings.rounding {
        PrayerRounding::Cautious => whole((exact.terbit - caution).floor()),
        PrayerRounding::Nearest => whole((exact.terbit - caution).round()),
    };
    let subuh = later(exact.subuh);
    let imsak = i32::try_from(settings.imsak_minutes).unwrap_or(i32::MAX);
    Ok(PrayerDay {
        imsak: subuh.plus(-imsak),
        subuh,
        terbit,
        dzuhur: later(exact.transit),
        ashar: later(exact.ashar),
        maghrib: later(exact.maghrib),
        isya: later(exact.isya),
    })
}

/// Years are checked, so the minute is far inside the range.
fn whole(minute: f64) -> UtcMinute {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a float turned into an integer saturates"
    )]
    UtcMinute(minute as i32)
}

/// When the sun does what, in minutes since 1970 with their fractions; neither
/// caution nor rounding.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Exact {
    subuh: f64,
    terbit: f64,
    transit: f64,
    ashar: f64,
    maghrib: f64,
    isya: f64,
}

impl Exact {
    fn of(
        place: Coordinates,
        day: Day,
        zone: Zone,
        settings: &PrayerSettings,
    ) -> Result<Self, PrayerError> {
        if !place.is_on_earth() {
            return Err(PrayerError::OffTheMap);
        }
        let year = chrono::Datelike::year(&day.0);
        if !YEARS.contains(&year) {
            return Err(PrayerError::Year(year));
        }
        let transit = sun::transit(place.longitude, f64::from(day.at(0, 0, zone).0));
        let find = |event: SunEvent, height: sun::Height, side: sun::Side| {
            sun::reaches(place.latitude, transit, height, side)
                .ok_or(PrayerError::NeverReached(event))
        };
        let fixed = sun::Height::Fixed;
        let shadow = sun::Height::Shadow(settings.ashar.shadow());
        let (morning, evening) = (sun::Side::Morning, sun::Side::Evening);
        Ok(Self {
            terbit: find(SunEvent::Terbit, fixed(SUNRISE_HEIGHT), morning)?,
            subuh: find(SunEvent::Subuh, fixed(-settings.subuh_angle), morning)?,
            transit,
            ashar: find(SunEvent::Ashar, shadow, evening)?,
            maghrib: find(SunEvent::Maghrib, fixed(SUNRISE_HEIGHT), evening)?,
            isya: find(SunEvent::Isya, fixed(-settings.isya_angle), evening)?,
        })
    }
}
