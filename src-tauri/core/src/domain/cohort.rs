//! The cohort itself: who travels, when, under which programme and letterhead.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::Check;
use super::{
    Consent, Day, FieldProblem, FieldRule, Hash, LetterKind, LetterTemplate, Planning,
    PrayerSettings, Zone, letter_preset,
};

/// One training cohort on one benchmarking visit.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Cohort {
    /// Such as "Diklatpim III Kementerian Agama".
    pub name: String,
    /// Key of the programme preset, such as `diklatpim-iii`.
    pub programme: String,
    /// The office that runs the training.
    pub organiser: String,
    /// First day of the visit.
    pub start: Day,
    /// Last day of the visit, inclusive.
    pub end: Day,
    /// Where the cohort stays, such as "Banyuwangi".
    pub base: String,
    /// Zone of the base; a visit without a site is shown in it.
    pub zone: Zone,
    /// Head of every printed page.
    pub letterhead: Letterhead,
    /// What may leave the laptop.
    pub consent: ConsentRules,
    /// The office's own letters by [`LetterKind::key`]; others are the presets.
    pub letters: BTreeMap<String, LetterTemplate>,
    /// How the itinerary is judged and proposed.
    pub planning: Planning,
    /// How prayer times are reckoned.
    pub prayer: PrayerSettings,
}

/// The head of a letter: the organiser's lines and logo.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Letterhead {
    /// Largest first: ministry, office, address.
    pub lines: Vec<String>,
    /// Content hash of the logo among the media.
    pub logo: Option<Hash>,
    /// Place before the date in a signature block.
    pub place: String,
}

/// Rules for personal data in photos (UU 27/2022).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ConsentRules {
    /// Photos without a consent mark stay out of every print and package.
    pub leave_out_unmarked_photos: bool,
}

impl ConsentRules {
    /// Whether a photo of this consent may be printed or sent. A refusal holds
    /// whatever the cohort's rule.
    pub const fn lets_out(self, consent: Consent) -> bool {
        match consent {
            Consent::Given | Consent::NobodyShown => true,
            Consent::Unmarked => !self.leave_out_unmarked_photos,
            Consent::Refused => false,
        }
    }
}

impl Default for ConsentRules {
    fn default() -> Self {
        Self {
            leave_out_unmarked_photos: true,
        }
    }
}

impl Cohort {
    /// The days of the visit, in order; empty when the end precedes the start.
    pub fn days(&self) -> Vec<Day> {
        self.start
            .0
            .iter_days()
            .take_while(|day| *day <= self.end.0)
            .take(366)
            .map(Day)
            .collect()
    }

    /// The template of a letter in the language `tag`: the office's own, or the preset.
    pub fn letter(&self, kind: LetterKind, tag: &str) -> LetterTemplate {
        let own = self.letters.get(&kind.key(tag)).cloned();
        own.unwrap_or_else(|| letter_preset(kind, tag))
    }
}

impl Check for Cohort {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(!self.name.trim().is_empty(), "name", problems);
        FieldRule::EndBeforeStart.unless(self.start <= self.end, "end", problems);
        self.prayer.check(problems);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_photo_stays_in_whatever_the_rule() {
        let out = |leave_out_unmarked_photos| {
            let rules = ConsentRules {
                leave_out_unmarked_photos,
            };
            let all = [
                Consent::Given,
                Consent::NobodyShown,
                Consent::Unmarked,
                Consent::Refused,
            ];
            all.map(|consent| rules.lets_out(consent))
        };
        assert_eq!(out(true), [true, true, false, false]);
        assert_eq!(out(false), [true, true, true, false]);
    }
}
