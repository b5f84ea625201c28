//! What the prints of a whole cohort look up again and again, read once.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Contact, Group, Id, Kind, Observation, Person, Presence, Record, Role, Site};
use crate::planner::PlanVisit;
use crate::report::prints::SiteFacts;
use crate::report::words::Language;
use crate::store::Wanted;

use super::super::AppError;
use super::super::session::Session;
use super::Setting;

/// An observation with who wrote it.
pub(super) struct Seen {
    pub doc: Id,
    pub author: Id,
    pub observation: Observation,
}

/// The cohort's records.
pub(super) struct Around {
    /// Trainees first, then instructors, then coordinators; by group, then name.
    pub people: Vec<(Id, Person)>,
    pub groups: Vec<(Id, Group)>,
    pub sites: BTreeMap<Id, Site>,
    /// By start; those of the newest release for who follows it.
    pub visits: Vec<PlanVisit>,
    /// By time, then author.
    pub seen: Vec<Seen>,
    /// Who was there and who said so, by visit and person.
    pub presences: BTreeMap<Id, BTreeMap<Id, (Presence, Id)>>,
}

impl Session {
    pub(super) fn around(&self) -> Result<Around, AppError> {
        let groups = self.groups()?;
        let mut people = self.people()?;
        let place = |person: &Person| {
            let at = groups.iter().position(|(id, _)| Some(*id) == person.group);
            at.unwrap_or(groups.len())
        };
        people.sort_by_cached_key(|(id, it)| (rank(it.role), place(it), it.name.clone(), *id));
        let (stored, _) = self.store.records(&Wanted::all(Kind::Observation))?;
        let seen = stored.into_iter().filter_map(|it| match it.record {
            Record::Observation(observation) => Some(Seen {
                doc: it.doc,
                author: it.author,
                observation,
            }),
            _ => None,
        });
        let mut around = Around {
            sites: self.sites()?,
            visits: self.shown_itinerary()?.visits,
            seen: seen.collect(),
            presences: self.presences(&people)?,
            people,
            groups,
        };
        let names: BTreeMap<Id, String> = around
            .people
            .iter()
            .map(|(id, it)| (*id, it.name.clone()))
            .collect();
        around.seen.sort_by_cached_key(|it| {
            let name = names.get(&it.author).cloned().unwrap_or_default();
            (it.observation.at, name, it.doc)
        });
        Ok(around)
    }
}

/// Trainees come first on every list of an office.
fn rank(role: Role) -> u8 {
    match role {
        Role::Trainee => 0,
        Role::Instructor => 1,
        Role::Coordinator => 2,
    }
}

impl Around {
    pub(super) fn person(&self, id: Id) -> Option<&Person> {
        let found = self.people.iter().find(|(person, _)| *person == id);
        found.map(|(_, person)| person)
    }

    pub(super) fn name(&self, id: Id) -> String {
        self.person(id)
            .map(|it| it.name.clone())
            .unwrap_or_default()
    }

    pub(super) fn group_name(&self, group: Option<Id>) -> String {
        let found = self.groups.iter().find(|(id, _)| Some(*id) == group);
        found.map(|(_, it)| it.name.clone()).unwrap_or_default()
    }

    /// The names of groups in their order, each once.
    pub(super) fn group_names(&self, groups: &BTreeSet<Id>) -> Vec<String> {
        let found = self.groups.iter().filter(|(id, _)| groups.contains(id));
        found.map(|(_, it)| it.name.clone()).collect()
    }

    /// Who belongs to one of the groups; everyone when there is none.
    pub(super) fn members(&self, groups: &BTreeSet<Id>) -> impl Iterator<Item = &(Id, Person)> {
        let is_member = move |it: &&(Id, Person)| {
            groups.is_empty() || it.1.group.is_some_and(|group| groups.contains(&group))
        };
        self.people.iter().filter(is_member)
    }

    pub(super) fn site_facts(&self, setting: &Setting, id: Id, site: &Site) -> SiteFacts {
        let unsure = setting.say("belum diverifikasi", "not verified");
        let hours = match (site.hours.as_str(), site.hours_verified) {
            ("", _) => String::new(),
            (hours, true) => spoken(hours, setting.language),
            (hours, false) => format!("{} ({unsure})", spoken(hours, setting.language)),
        };
        let of_site = |visit: &&PlanVisit| visit.visit.site == Some(id);
        SiteFacts {
            name: site.name.clone(),
            address: site.address.clone(),
            hours,
            foci: site.foci.clone(),
            contacts: site.contacts.iter().map(Contact::line).collect(),
            visits: self.visits.iter().filter(of_site).count(),
            observations: self
                .seen
                .iter()
                .filter(|it| it.observation.site == Some(id))
                .count(),
        }
    }
}

/// Opening hours in words: "Senin–Jumat 07.30–16.00" for "Mo-Fr 07:30-16:00". What is not a day, a
/// time or a usual word stays as OpenStreetMap writes it.
fn spoken(hours: &str, language: Language) -> String {
    const WORDS: [(&str, &str, &str); 9] = [
        ("Mo", "Senin", "Monday"),
        ("Tu", "Selasa", "Tuesday"),
        ("We", "Rabu", "Wednesday"),
        ("Th", "Kamis", "Thursday"),
        ("Fr", "Jumat", "Friday"),
        ("Sa", "Sabtu", "Saturday"),
        ("Su", "Minggu", "Sunday"),
        ("PH", "hari libur", "public holidays"),
        ("off", "tutup", "closed"),
    ];
    let mut out = String::new();
    let mut rest = hours;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c: char| c.is_alphabetic() != first.is_alphabetic());
        let (part, after) = rest.split_at(length.unwrap_or(rest.len()));
        let known = WORDS.iter().find(|(osm, ..)| *osm == part);
        match known {
            Some((_, id, en)) => out.push_str(language.pick(id, en)),
            None if first.is_alphabetic() => out.push_str(part),
            None => out.push_str(&part.replace('-', "–").replace(':', language.pick(".", ":"))),
        }
        rest = after;
    }
    out
}

/// Position and office, as far as they are known.
pub(super) fn post_of(person: &Person) -> Vec<String> {
    let parts = [&person.position, &person.office];
    let known = parts.into_iter().filter(|it| !it.trim().is_empty());
    known.cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_hours_are_said_as_an_office_says_them() {
        let say = |hours| spoken(hours, Language::Id);
        assert_eq!(say("Mo-Fr 07:30-16:00"), "Senin–Jumat 07.30–16.00");
        assert_eq!(
            say("Mo,We 08:00-12:00; PH off"),
            "Senin,Rabu 08.00–12.00; hari libur tutup"
        );
        assert_eq!(spoken("24/7", Language::En), "24/7");
        assert_eq!(
            spoken("Sa 09:00-10:00", Language::En),
            "Saturday 09:00–10:00"
        );
        assert_eq!(say("week 1-53/2 Fr"), "week 1–53/2 Jumat");
    }
}
