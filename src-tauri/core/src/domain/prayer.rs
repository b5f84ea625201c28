//! How a cohort reckons prayer times: angles, caution and rounding, and how
//! long a prayer takes. Only the settings; reckoning with them is the planner's.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::Check;
use super::{FieldProblem, FieldRule};

/// How prayer times are reckoned. The defaults are the method of the Indonesian
/// Ministry of Religious Affairs (Kemenag): Subuh at 20°, Isya at 18°, Ashar by
/// the Shafi'i rule, two minutes of caution (ihtiyat), imsak ten minutes before
/// Subuh. No official table was at hand to check caution and rounding against,
/// so both can be set.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct PrayerSettings {
    /// The sun's depth below the horizon at Subuh, in degrees.
    #[specta(type = i32)]
    pub subuh_angle: f64,
    /// The sun's depth below the horizon at Isya, in degrees.
    #[specta(type = i32)]
    pub isya_angle: f64,
    /// When Ashar begins.
    pub ashar: AsharRule,
    /// Minutes from imsak to Subuh.
    pub imsak_minutes: u32,
    /// Caution (ihtiyat): minutes added to each prayer, taken from sunrise.
    pub caution_minutes: u32,
    /// How a time becomes a whole minute.
    pub rounding: PrayerRounding,
    /// How long a prayer is kept free in the itinerary, in minutes.
    pub prayer_minutes: u32,
    /// How long before Dzuhur the block of Friday prayer begins, in minutes.
    pub friday_before_minutes: u32,
    /// How long after Dzuhur the block of Friday prayer ends, in minutes. With
    /// the time before it makes the break of 90 minutes that offices keep on
    /// Fridays (Perpres 21/2023).
    pub friday_after_minutes: u32,
}

/// When Ashar begins: how long a shadow has grown beyond its noon length, as a
/// multiple of the thing that casts it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum AsharRule {
    /// Once: Shafi'i, Maliki and Hanbali.
    #[default]
    Shafii,
    /// Twice.
    Hanafi,
}

impl AsharRule {
    /// The multiple.
    pub const fn shadow(self) -> f64 {
        match self {
            Self::Shafii => 1.0,
            Self::Hanafi => 2.0,
        }
    }
}

/// How a time becomes a whole minute.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum PrayerRounding {
    /// Never earlier: up for a prayer, down for sunrise.
    #[default]
    Cautious,
    /// To the nearest minute.
    Nearest,
}

impl Default for PrayerSettings {
    fn default() -> Self {
        Self {
            subuh_angle: 20.0,
            isya_angle: 18.0,
            ashar: AsharRule::Shafii,
            imsak_minutes: 10,
            caution_minutes: 2,
            rounding: PrayerRounding::Cautious,
            prayer_minutes: 30,
            friday_before_minutes: 15,
            friday_after_minutes: 75,
        }
    }
}

impl PrayerSettings {
    /// Whether every number is one that prayer times can be reckoned with.
    pub fn is_usable(&self) -> bool {
        let angle = |degrees| (8.0..=25.0).contains(&degrees);
        let minutes = [
            self.imsak_minutes,
            self.caution_minutes,
            self.prayer_minutes,
            self.friday_before_minutes,
            self.friday_after_minutes,
        ];
        angle(self.subuh_angle)
            && angle(self.isya_angle)
            && minutes.into_iter().all(|minutes| minutes <= 180)
    }
}

impl Check for PrayerSettings {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::OutOfRange.unless(self.is_usable(), "prayer", problems);
    }
}
