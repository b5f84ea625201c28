//! Attendance lists: of one visit, of a day, or of every visit.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Day, Id, Person, Presence, Zone};
use crate::planner::PlanVisit;
use crate::report::model::{Document, Signature};
use crate::report::prints::{self, AttendanceList, AttendancePrint, Attendee};
use crate::report::words;
use crate::store::StoreError;

use super::super::AppError;
use super::super::session::Session;
use super::around::{Around, post_of};
use super::{AttendanceFor, Setting};

/// Empty rows for guests on every list.
const GUESTS: usize = 3;

/// Visits at one place and time, which sign one list.
struct Joint {
    first: PlanVisit,
    all: Vec<Id>,
    /// None means everyone.
    groups: BTreeSet<Id>,
    leads: Vec<Id>,
}

impl Session {
    pub(super) fn attendance_print(
        &self,
        setting: &Setting,
        who: AttendanceFor,
    ) -> Result<(Document, String), AppError> {
        let around = self.around()?;
        let zone = |it: &PlanVisit| around.zone(setting, it);
        let (lists, name) = match who {
            AttendanceFor::Cohort => {
                let lists = joined(
                    around
                        .visits
                        .iter()
                        .filter(|it| it.visit.what.is_attended()),
                );
                let lists = lists.iter().map(|it| around.list(setting, it)).collect();
                (lists, setting.cohort.name.clone())
            }
            AttendanceFor::Day(day) => {
                let of_day = |it: &&PlanVisit| it.visit.start.day(zone(it)) == day;
                let visits = around.visits.iter().filter(of_day);
                let lists = vec![self.day_list(setting, &around, day, visits)?];
                (lists, day.to_string())
            }
            AttendanceFor::Visit(id) => {
                let wanted = around.visits.iter().find(|it| it.id == id);
                let wanted = wanted.ok_or(StoreError::NoRecord(id))?;
                let beside = around
                    .visits
                    .iter()
                    .filter(|it| same_place_and_time(it, wanted));
                let lists = joined(beside);
                let lists: Vec<_> = lists.iter().map(|it| around.list(setting, it)).collect();
                let name = lists.first().map(|it| it.place.clone()).unwrap_or_default();
                (
                    lists,
                    format!("{name} {}", wanted.visit.start.day(zone(wanted))),
                )
            }
        };
        let print = AttendancePrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            cohort: setting.cohort.name.clone(),
            organiser: setting.cohort.organiser.clone(),
            author: self.actor.name.clone(),
            lists,
        };
        let word = setting.say("daftar hadir", "attendance");
        Ok((prints::attendance(&print), format!("{word} {name}")))
    }

    /// One list for everyone who travels that day.
    fn day_list<'a>(
        &self,
        setting: &Setting,
        around: &Around,
        day: Day,
        visits: impl Iterator<Item = &'a PlanVisit>,
    ) -> Result<AttendanceList, AppError> {
        let mut places: Vec<String> = Vec::new();
        for it in visits {
            let site = it.visit.site.and_then(|id| around.sites.get(&id));
            if let Some(site) = site
                && !places.contains(&site.name)
            {
                places.push(site.name.clone());
            }
        }
        if places.is_empty() {
            places.push(setting.cohort.base.clone());
        }
        let everyone = around.people.iter();
        Ok(AttendanceList {
            day: words::day_date(day.0, setting.language),
            place: places.join(", "),
            people: everyone.map(|(_, it)| attendee(around, it)).collect(),
            guests: GUESTS,
            signatures: vec![self.signature_on(setting, day)?],
            ..AttendanceList::default()
        })
    }
}

pub(super) fn same_place_and_time(a: &PlanVisit, b: &PlanVisit) -> bool {
    let (one, other) = (&a.visit, &b.visit);
    a.id == b.id
        || (one.site.is_some()
            && (one.site, one.start, one.end) == (other.site, other.start, other.end))
}

fn joined<'a>(visits: impl Iterator<Item = &'a PlanVisit>) -> Vec<Joint> {
    let mut out: Vec<Joint> = Vec::new();
    for it in visits {
        match out
            .iter_mut()
            .find(|joint| same_place_and_time(&joint.first, it))
        {
            Some(joint) => {
                let everyone = joint.groups.is_empty() || it.visit.groups.is_empty();
                joint.groups.extend(it.visit.groups.iter().copied());
                if everyone {
                    joint.groups.clear();
                }
                joint.leads.extend(it.visit.lead);
                joint.all.push(it.id);
            }
            None => out.push(Joint {
                groups: it.visit.groups.iter().copied().collect(),
                leads: it.visit.lead.into_iter().collect(),
                all: vec![it.id],
                first: it.clone(),
            }),
        }
    }
    for joint in &mut out {
        let mut once = BTreeSet::new();
        joint.leads.retain(|lead| once.insert(*lead));
    }
    out
}

impl Around {
    fn zone(&self, setting: &Setting, it: &PlanVisit) -> Zone {
        let site = it.visit.site.and_then(|id| self.sites.get(&id));
        site.map_or(setting.cohort.zone, |site| site.zone)
    }

    fn list(&self, setting: &Setting, joint: &Joint) -> AttendanceList {
        let visit = &joint.first.visit;
        let zone = self.zone(setting, &joint.first);
        let site = visit.site.and_then(|id| self.sites.get(&id));
        let (start, end) = (visit.start.local(zone), visit.end.local(zone));
        // A lead of another group is there too.
        let is_there = |id: Id, person: &Person| {
            joint.groups.is_empty()
                || joint.leads.contains(&id)
                || person.group.is_some_and(|it| joint.groups.contains(&it))
        };
        let marks = self.marks(joint);
        let listed = |id: Id, person: &Person| is_there(id, person) || marks.contains_key(&id);
        let people = self.people.iter().filter(|(id, it)| listed(*id, it));
        let people = people.map(|(id, it)| Attendee {
            presence: marks.get(id).map(|(presence, _)| *presence),
            ..attendee(self, it)
        });
        let takers: BTreeSet<Id> = marks.values().map(|(_, taker)| *taker).collect();
        AttendanceList {
            taken_by: takers.into_iter().map(|taker| self.name(taker)).collect(),
            day: words::day_date(start.date(), setting.language),
            time: words::time_range(start, end, zone, setting.language),
            place: site.map_or(setting.cohort.base.clone(), |site| site.name.clone()),
            activity: setting.activity(visit),
            groups: self.group_names(&joint.groups),
            people: people.collect(),
            guests: GUESTS,
            signatures: self.witnesses(setting, joint, site.map(|it| it.name.as_str())),
        }
    }

    /// Who was there at any of the visits that sign one list.
    fn marks(&self, joint: &Joint) -> BTreeMap<Id, (Presence, Id)> {
        let mut out = BTreeMap::new();
        for visit in &joint.all {
            for (person, mark) in self.presences.get(visit).into_iter().flatten() {
                // Groups that come together have lists of their own: who was there counts.
                let known: &mut (Presence, Id) = out.entry(*person).or_insert(*mark);
                if mark.0 == Presence::Present {
                    *known = *mark;
                }
            }
        }
        out
    }

    /// The host on the left, the instructors on the right.
    fn witnesses(&self, setting: &Setting, joint: &Joint, site: Option<&str>) -> Vec<Signature> {
        let zone = self.zone(setting, &joint.first);
        let mut out = Vec::new();
        if let Some(site) = site {
            let host = setting.say("Tuan rumah", "Host");
            out.push(Signature {
                role: format!("{host},\n{site}"),
                ..Signature::default()
            });
        }
        let role = setting.say("Widyaiswara pendamping,", "Accompanying instructor,");
        let leads = joint.leads.iter().filter_map(|id| self.person(*id));
        let mut companions: Vec<Signature> = leads
            .map(|it| Signature {
                role: role.to_owned(),
                name: it.name.clone(),
                nip: it.nip.clone(),
                ..Signature::default()
            })
            .collect();
        if companions.is_empty() {
            companions.push(Signature {
                role: role.to_owned(),
                ..Signature::default()
            });
        }
        companions[0].place_and_date = setting.place_and(joint.first.visit.start.day(zone));
        out.extend(companions);
        out
    }
}

fn attendee(around: &Around, person: &Person) -> Attendee {
    Attendee {
        name: person.name.clone(),
        nip: person.nip.clone(),
        post: post_of(person),
        group: around.group_name(person.group),
        presence: None,
    }
}
