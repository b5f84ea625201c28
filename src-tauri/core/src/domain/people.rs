//! People and groups, and the form of an Indonesian civil servant's number.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::Check;
use super::{FieldProblem, FieldRule, Id};

/// What a person does in the cohort.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Plans the visit and owns roster, sites and itinerary.
    Coordinator,
    /// Observes and writes a proposal.
    #[default]
    Trainee,
    /// Widyaiswara: accompanies, coaches, reviews.
    Instructor,
}

/// As written in rosters (L/P); optional general personal data.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// Perempuan.
    Female,
    /// Laki-laki.
    Male,
}

/// One member of the cohort.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Person {
    /// Full name with titles, commas and all.
    pub name: String,
    /// What the person does here.
    pub role: Role,
    /// Civil servant number, kept as text exactly as given.
    pub nip: String,
    /// Jabatan.
    pub position: String,
    /// Instansi.
    pub office: String,
    /// Province of the office.
    pub province: String,
    /// Regency or city of the office.
    pub regency: String,
    /// The group the person travels with; an instructor accompanies it.
    pub group: Option<Id>,
    /// Optional.
    pub gender: Option<Gender>,
    /// Optional.
    pub phone: String,
}

impl Check for Person {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(!self.name.trim().is_empty(), "name", problems);
        let nip_fine = self.nip.is_empty() || nip_fault(&self.nip).is_none();
        FieldRule::NipMalformed.unless(nip_fine, "nip", problems);
    }
}

/// A part of the cohort that travels together. Who is in it stands in
/// [`Person::group`] alone, so the two can never disagree.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Group {
    /// Such as "Kelompok 1".
    pub name: String,
    /// Order among the groups, ascending.
    #[specta(type = i32)]
    pub position: f64,
    /// What the group looks at in particular.
    pub focus: String,
}

impl Check for Group {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(!self.name.trim().is_empty(), "name", problems);
    }
}

/// Why a text is no NIP.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum NipFault {
    /// Something other than digits.
    NotDigits,
    /// Not 18 digits long.
    Length,
    /// The first eight digits are no date of birth.
    BirthDate,
    /// Digits 9–14 are no year and month of appointment.
    Appointment,
    /// Digit 15 is neither 1 (male) nor 2 (female).
    Sex,
}

/// Checks the build of a NIP: birth date (8), appointment (6), sex (1),
/// serial (3). Peraturan Kepala BKN 22/2007; spaces must be taken out before.
pub fn nip_fault(nip: &str) -> Option<NipFault> {
    if !nip.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(NipFault::NotDigits);
    }
    if nip.len() != 18 {
        return Some(NipFault::Length);
    }
    let number = |from: usize, to: usize| nip[from..to].parse::<u32>().unwrap_or(0);
    if super::Day::new(number(0, 4) as i32, number(4, 6), number(6, 8)).is_none() {
        return Some(NipFault::BirthDate);
    }
    if !(1..=12).contains(&number(12, 14)) || number(8, 12) <= number(0, 4) {
        return Some(NipFault::Appointment);
    }
    (!matches!(number(14, 15), 1 | 2)).then_some(NipFault::Sex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nip_is_checked_part_by_part() {
        assert_eq!(nip_fault("198203042009032001"), None);
        assert_eq!(
            nip_fault("19820304 200903 2 001"),
            Some(NipFault::NotDigits)
        );
        assert_eq!(nip_fault("19820304200903200"), Some(NipFault::Length));
        assert_eq!(nip_fault("198202302009032001"), Some(NipFault::BirthDate));
        assert_eq!(nip_fault("198203042009132001"), Some(NipFault::Appointment));
        assert_eq!(nip_fault("198203041980032001"), Some(NipFault::Appointment));
        assert_eq!(nip_fault("198203042009033001"), Some(NipFault::Sex));
    }
}
