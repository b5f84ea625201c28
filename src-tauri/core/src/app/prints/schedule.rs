//! The schedule as a print: for everyone, for one group or for one person.

use std::collections::BTreeMap;

use crate::domain::{Day, Group, Id, Person, Role, Site, Visit};
use crate::planner::PlanVisit;
use crate::report::model::{Document, Signature};
use crate::report::prints::{self, Audience, SchedulePrint};

use super::super::AppError;
use super::super::session::Session;
use super::{ScheduleFor, Setting};

impl Session {
    pub(super) fn schedule_print(
        &self,
        setting: &Setting,
        who: ScheduleFor,
    ) -> Result<(Document, String), AppError> {
        let (print, name) = self.schedule_facts(setting, who)?;
        let word = setting.say("jadwal", "schedule");
        Ok((prints::schedule(&print), format!("{word} {name}")))
    }

    /// What a schedule is made of, and whose it is.
    pub(super) fn schedule_facts(
        &self,
        setting: &Setting,
        who: ScheduleFor,
    ) -> Result<(SchedulePrint, String), AppError> {
        let groups = self.groups()?;
        let sites = self.sites()?;
        let (audience, name) = self.audience(setting, who, &groups)?;
        let shown = self.shown_itinerary()?;
        let edition = shown.edition(setting);
        let visits = shown
            .visits
            .into_iter()
            .filter(|it| self.is_for(&it.visit, who))
            .map(|it| self.schedule_line(setting, &it, &sites, &groups))
            .collect();
        let print = SchedulePrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            title: String::new(),
            cohort: setting.cohort.name.clone(),
            organiser: setting.cohort.organiser.clone(),
            audience,
            edition: Some(edition),
            visits,
            signatures: self.signatures(setting)?,
            author: self.actor.name.clone(),
        };
        Ok((print, name))
    }

    pub(in crate::app) fn audience(
        &self,
        setting: &Setting,
        who: ScheduleFor,
        groups: &[(Id, Group)],
    ) -> Result<(Audience, String), AppError> {
        let named = match who {
            ScheduleFor::Cohort => (Audience::Cohort, setting.cohort.name.clone()),
            ScheduleFor::Group(id) => {
                let group = groups.iter().find(|(group, _)| *group == id);
                let name = group.map(|(_, group)| group.name.clone());
                let name = name.ok_or(crate::store::StoreError::NoRecord(id))?;
                (Audience::Group(name.clone()), name)
            }
            ScheduleFor::Person(id) => {
                let name = self.store.record(id)?.record.title().to_owned();
                (Audience::Person(name.clone()), name)
            }
        };
        Ok(named)
    }

    /// The slots of the itinerary that concern `who`, by start.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn visits_for(&self, who: ScheduleFor) -> Result<Vec<PlanVisit>, AppError> {
        let mut visits = self.visits()?;
        visits.retain(|it| self.is_for(&it.visit, who));
        Ok(visits)
    }

    /// A person's schedule is their group's, and whatever they lead.
    pub(in crate::app) fn is_for(&self, visit: &Visit, who: ScheduleFor) -> bool {
        match who {
            ScheduleFor::Cohort => true,
            ScheduleFor::Group(group) => visit.includes(group),
            ScheduleFor::Person(person) => {
                let group = match self.store.record(person).map(|stored| stored.record) {
                    Ok(crate::domain::Record::Person(person)) => person.group,
                    _ => None,
                };
                visit.concerns(person, group)
            }
        }
    }

    pub(in crate::app) fn schedule_line(
        &self,
        setting: &Setting,
        it: &PlanVisit,
        sites: &BTreeMap<Id, Site>,
        groups: &[(Id, Group)],
    ) -> prints::Visit {
        let visit = &it.visit;
        let site = visit.site.and_then(|id| sites.get(&id));
        let zone = site.map_or(setting.cohort.zone, |site| site.zone);
        let names = groups.iter().filter(|(id, _)| visit.groups.contains(id));
        let remarks: Vec<&str> = [visit.transport.as_str(), visit.note.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        prints::Visit {
            start: visit.start.local(zone),
            end: visit.end.local(zone),
            zone,
            groups: names.map(|(_, group)| group.name.clone()).collect(),
            activity: setting.activity(visit),
            place: site.map_or(String::new(), |site| site.name.clone()),
            in_charge: visit
                .lead
                .map(|lead| vec![self.name_of(lead)])
                .unwrap_or_default(),
            remarks: remarks.join("; "),
        }
    }

    /// The first coordinator signs, at the beginning of the visit.
    fn signatures(&self, setting: &Setting) -> Result<Vec<Signature>, AppError> {
        let signature = self.signature_on(setting, setting.cohort.start)?;
        Ok(match signature.name.as_str() {
            "" => Vec::new(),
            _ => vec![signature],
        })
    }

    /// The first coordinator, if there is one.
    pub(super) fn coordinator(&self) -> Result<Option<Person>, AppError> {
        let mut people = self.people()?.into_iter().map(|(_, it)| it);
        Ok(people.find(|it| it.role == Role::Coordinator))
    }

    /// The coordinator's signature on the day of the print.
    pub(in crate::app) fn signature(&self, setting: &Setting) -> Result<Signature, AppError> {
        self.signature_on(setting, self.print_day(setting))
    }

    /// The coordinator's signature on a day; without a name while there is no coordinator.
    pub(super) fn signature_on(&self, setting: &Setting, day: Day) -> Result<Signature, AppError> {
        let coordinator = self.coordinator()?.unwrap_or_default();
        Ok(Signature {
            place_and_date: setting.place_and(day),
            role: setting.say("Koordinator,", "Coordinator,").to_owned(),
            name: coordinator.name,
            nip: coordinator.nip,
        })
    }

    /// The day it is, by the clock of the base.
    pub(super) fn print_day(&self, setting: &Setting) -> Day {
        setting.day(self.now())
    }
}
