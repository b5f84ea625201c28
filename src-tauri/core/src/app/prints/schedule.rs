//! The schedule as a print: for everyone, for one group or for one person.

use std::collections::BTreeMap;

use crate::domain::{Group, Id, Role, Site, Visit, VisitKind};
use crate::planner::PlanVisit;
use crate::report::model::{Document, Signature};
use crate::report::prints::{self, Audience, SchedulePrint};
use crate::report::words;

use super::super::AppError;
use super::super::session::Session;
use super::{ScheduleFor, Setting};

impl Session {
    pub(super) fn schedule_print(
        &self,
        setting: &Setting,
        who: ScheduleFor,
    ) -> Result<(Document, String), AppError> {
        let groups = self.groups()?;
        let sites = self.sites()?;
        let (audience, file) = self.audience(setting, who, &groups)?;
        let shown = self.shown_itinerary()?;
        let edition = self.edition(setting, shown.is_draft)?;
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
        Ok((prints::schedule(&print), file))
    }

    pub(in crate::app) fn audience(
        &self,
        setting: &Setting,
        who: ScheduleFor,
        groups: &[(Id, Group)],
    ) -> Result<(Audience, String), AppError> {
        let word = setting.say("jadwal", "schedule");
        let (audience, name) = match who {
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
        Ok((audience, format!("{word} {name}")))
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
                visit.lead == Some(person) || group.is_none_or(|group| visit.includes(group))
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
        let activity = match (visit.title.as_str(), visit.what) {
            ("", VisitKind::Visit) => setting.say("Kunjungan lapangan", "Field visit").to_owned(),
            ("", VisitKind::Travel) => setting.say("Perjalanan", "Travel").to_owned(),
            ("", VisitKind::Meal) => setting.say("Makan", "Meal").to_owned(),
            ("", VisitKind::Prayer) => setting.say("Ishoma", "Prayer and meal").to_owned(),
            ("", VisitKind::Briefing) => setting.say("Pengarahan", "Briefing").to_owned(),
            ("", VisitKind::Free) => setting.say("Acara bebas", "Free time").to_owned(),
            (title, _) => title.to_owned(),
        };
        let remarks: Vec<&str> = [visit.transport.as_str(), visit.note.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        prints::Visit {
            start: visit.start.local(zone),
            end: visit.end.local(zone),
            zone,
            groups: names.map(|(_, group)| group.name.clone()).collect(),
            activity,
            place: site.map_or(String::new(), |site| site.name.clone()),
            in_charge: visit
                .lead
                .map(|lead| vec![self.name_of(lead)])
                .unwrap_or_default(),
            remarks: remarks.join("; "),
        }
    }

    /// The first coordinator signs.
    fn signatures(&self, setting: &Setting) -> Result<Vec<Signature>, AppError> {
        let people = self.people()?;
        let Some((_, person)) = people.iter().find(|(_, it)| it.role == Role::Coordinator) else {
            return Ok(Vec::new());
        };
        let place = &setting.cohort.letterhead.place;
        let date = words::date(setting.cohort.start.0, setting.language);
        let place_and_date = if place.is_empty() {
            date
        } else {
            format!("{place}, {date}")
        };
        Ok(vec![Signature {
            place_and_date,
            role: setting.say("Koordinator,", "Coordinator,").to_owned(),
            name: person.name.clone(),
            nip: person.nip.clone(),
        }])
    }
}
