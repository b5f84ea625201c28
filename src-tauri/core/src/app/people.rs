//! Rosters: from the preview of a file to people and groups, and nothing twice.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Group, Id, Kind, Person, Record};
use crate::import::roster::{Mapping, RosterPerson, RosterPreview, read_with};

use super::AppError;
use super::session::Session;

/// What an import did.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
pub struct RosterOutcome {
    /// People taken in.
    pub added: Vec<Id>,
    /// Groups made for them.
    pub groups_made: u32,
    /// People who were there already, told by NIP or, without one, by name and
    /// office; nothing of theirs was changed.
    pub already_there: u32,
}

/// Reads a roster file without keeping anything.
///
/// # Errors
/// When the file is no roster; the error says what it is.
pub fn preview_roster(
    bytes: &[u8],
    file_name: &str,
    mapping: &Mapping,
) -> Result<RosterPreview, AppError> {
    Ok(read_with(bytes, file_name, mapping)?)
}

impl Session {
    /// Takes in everyone of a preview who is not there yet, with their groups.
    /// Doing it twice changes nothing.
    ///
    /// # Errors
    /// When the actor may not, or the database cannot be written.
    pub fn import_roster(&mut self, people: &[RosterPerson]) -> Result<RosterOutcome, AppError> {
        if !self.may_write(Kind::Person, self.actor.person) {
            return Err(AppError::NotAllowed(Kind::Person));
        }
        let mut known = HashSet::new();
        for (_, person) in self.people()? {
            known.insert(identity(&person));
            // A NIP may have been filled in since the file was first read.
            known.insert(identity(&Person {
                nip: String::new(),
                ..person
            }));
        }
        let mut new = Vec::new();
        let mut outcome = RosterOutcome::default();
        for it in people {
            let person = person_of(it);
            if known.insert(identity(&person)) {
                new.push((person, it.group.trim()));
            } else {
                outcome.already_there += 1;
            }
        }
        let groups = self.groups_named(new.iter().map(|(_, group)| *group), &mut outcome)?;
        let new = new.into_iter().map(|(person, group)| Person {
            group: groups.get(group).copied(),
            ..person
        });
        outcome.added = self.take_in(new.collect())?;
        Ok(outcome)
    }

    /// The groups of these names, made where they are missing.
    fn groups_named<'a>(
        &mut self,
        names: impl Iterator<Item = &'a str>,
        outcome: &mut RosterOutcome,
    ) -> Result<HashMap<&'a str, Id>, AppError> {
        let mut position = self
            .groups()?
            .last()
            .map_or(0.0, |(_, group)| group.position);
        let mut ids: BTreeMap<String, Id> = self
            .groups()?
            .into_iter()
            .map(|(id, group)| (folded(&group.name), id))
            .collect();
        let mut named = HashMap::new();
        for name in names.filter(|name| !name.is_empty()) {
            let id = match ids.get(&folded(name)) {
                Some(id) => *id,
                None => {
                    position += 1.0;
                    let group = Group {
                        name: name.to_owned(),
                        position,
                        ..Default::default()
                    };
                    let id = self.add(Record::Group(group))?.id;
                    ids.insert(folded(name), id);
                    outcome.groups_made += 1;
                    id
                }
            };
            named.insert(name, id);
        }
        Ok(named)
    }
}

fn person_of(it: &RosterPerson) -> Person {
    Person {
        name: it.name.clone(),
        role: it.role,
        nip: it.nip.clone(),
        position: it.position.clone(),
        office: it.office.clone(),
        province: it.province.clone(),
        regency: it.regency.clone(),
        group: None,
        gender: it.gender,
        phone: it.phone.clone(),
    }
}

/// Tells people apart: the NIP names one person; without it, name and office.
fn identity(person: &Person) -> String {
    if person.nip.is_empty() {
        format!("{}\n{}", folded(&person.name), folded(&person.office))
    } else {
        person.nip.clone()
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
