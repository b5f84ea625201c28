//! A day as somebody lives it: what is on, what comes next, who is late.

use std::collections::BTreeMap;

use crate::domain::{
    Cohort, Contact, Day, Group, Id, Kind, Person, Record, Role, Site, UtcMinute, Visit,
};
use crate::planner::PlanVisit;
use crate::store::Wanted;

use super::AppError;
use super::attendance::Said;
use super::prayer::place_prayer;
use super::session::Session;
use super::views::{PlacePrayer, SlotStanding, Today, TodaySlot};

/// What the slots of a day are dressed with.
struct Around {
    cohort: Cohort,
    sites: BTreeMap<Id, Site>,
    groups: Vec<(Id, Group)>,
    people: BTreeMap<Id, Person>,
    said: BTreeMap<Id, Said>,
    /// The actor's observations by visit.
    observations: BTreeMap<Id, Vec<Id>>,
    /// The slots of the newest release.
    released: BTreeMap<Id, Visit>,
}

impl Session {
    /// A day of the visit as the actor lives it: of `day` if given, else of
    /// today, else of the day nearest to today. Coordinators see the itinerary
    /// as it stands, everyone else its newest release.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn today(&self, day: Option<Day>) -> Result<Today, AppError> {
        let shown = self.shown_itinerary()?;
        let around = self.around_today(shown.released)?;
        let cohort = &around.cohort;
        let now = UtcMinute::of_seconds(self.now());
        let today = now.day(cohort.zone);
        let day = day.unwrap_or_else(|| today.max(cohort.start).min(cohort.end));
        let mut slots: Vec<TodaySlot> = shown
            .visits
            .into_iter()
            .filter(|it| self.concerns_actor(&it.visit))
            .map(|it| self.slot(it, &around))
            .filter(|slot| slot.start.day(slot.zone) == day)
            .collect();
        let now = (day == today).then_some(now);
        stand(&mut slots, now);
        Ok(Today {
            day,
            days: cohort.days(),
            now,
            zone: cohort.zone,
            prayer: prayer_of(&around, &slots, day),
            slots,
            release: shown.release,
            is_draft: shown.is_draft,
        })
    }

    fn around_today(&self, released: BTreeMap<Id, Visit>) -> Result<Around, AppError> {
        let people = self.people()?;
        let mine = Wanted {
            owner: Some(self.actor.person),
            ..Wanted::all(Kind::Observation)
        };
        let mut observations: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for it in self.store.records(&mine)?.0 {
            if let Record::Observation(seen) = &it.record
                && let Some(visit) = seen.visit
            {
                observations.entry(visit).or_default().push(it.doc);
            }
        }
        Ok(Around {
            cohort: self.cohort_record()?,
            sites: self.sites()?,
            groups: self.groups()?,
            said: self.said(&people)?,
            people: people.into_iter().collect(),
            observations,
            released,
        })
    }

    /// Coordinators see every slot, others those of their group or their lead.
    fn concerns_actor(&self, visit: &Visit) -> bool {
        self.actor.role == Role::Coordinator || visit.concerns(self.actor.person, self.actor.group)
    }

    fn slot(&self, it: PlanVisit, around: &Around) -> TodaySlot {
        let PlanVisit { id, visit } = it;
        let site = visit.site.and_then(|id| around.sites.get(&id));
        let site_name = site.map_or("", |site| site.name.as_str());
        let title = match visit.title.as_str() {
            "" => site_name,
            title => title,
        };
        let names = around.groups.iter();
        let names = names.filter(|(group, _)| visit.groups.contains(group));
        let lead = visit.lead.and_then(|lead| around.people.get(&lead));
        TodaySlot {
            visit: id,
            title: title.to_owned(),
            what: visit.what,
            site: visit.site,
            zone: site.map_or(around.cohort.zone, |site| site.zone),
            start: visit.start,
            end: visit.end,
            foci: site.map(|site| site.foci.clone()).unwrap_or_default(),
            contact: site
                .and_then(|site| site.contacts.first())
                .map(Contact::line)
                .unwrap_or_default(),
            lead_name: lead.map(|lead| lead.name.clone()).unwrap_or_default(),
            group_names: names.map(|(_, group)| group.name.clone()).collect(),
            observations: around.observations.get(&id).cloned().unwrap_or_default(),
            late_minutes: self.late_minutes(id, &visit, around),
            is_released: around.released.get(&id) == Some(&visit),
            standing: SlotStanding::Later,
            note: visit.note,
        }
    }

    /// Of the actor's own group; for those without one, of whichever group is
    /// furthest off the plan.
    fn late_minutes(&self, id: Id, visit: &Visit, around: &Around) -> i32 {
        let Some(said) = around.said.get(&id) else {
            return 0;
        };
        match self.actor.group.filter(|group| visit.includes(*group)) {
            Some(own) => said.late_minutes(own, visit),
            None => {
                let all = around.groups.iter().map(|(id, _)| *id);
                said.furthest_off(all.filter(|it| visit.includes(*it)), visit)
            }
        }
    }
}

/// Says of each slot how it stands to the clock; a late slot begins and ends
/// late. Every slot that begins soonest is next.
fn stand(slots: &mut [TodaySlot], now: Option<UtcMinute>) {
    let Some(now) = now else {
        return;
    };
    let begins = |slot: &TodaySlot| slot.start.plus(slot.late_minutes);
    let next = slots.iter().map(begins).filter(|start| *start > now).min();
    for slot in slots {
        let start = begins(slot);
        slot.standing = if slot.end.plus(slot.late_minutes) <= now {
            SlotStanding::Past
        } else if start <= now {
            SlotStanding::Now
        } else if Some(start) == next {
            SlotStanding::Next
        } else {
            SlotStanding::Later
        };
    }
}

/// Prayer times at the first site of the day, else at the base.
fn prayer_of(around: &Around, slots: &[TodaySlot], day: Day) -> Option<PlacePrayer> {
    let site = slots.iter().find_map(|slot| slot.site);
    place_prayer(&around.cohort, &around.sites, site, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Session, Surroundings};
    use crate::domain::Zone;

    fn example(folder: &std::path::Path) -> Session {
        // Thursday of the visit, 08.30 WIB.
        let now = Day::new(2018, 3, 22).unwrap().at(8, 30, Zone::Wib);
        let surroundings = Surroundings::fixed(u32::try_from(now.0).unwrap() * 60, 7);
        Session::example(&folder.join("contoh"), surroundings).unwrap()
    }

    fn trainee_of(it: &Session, group: Id) -> Id {
        let people = it.people().unwrap();
        let mut found = people
            .iter()
            .filter(|(_, it)| it.role == Role::Trainee && it.group == Some(group));
        found.next().unwrap().0
    }

    fn first_slot(it: &Session) -> TodaySlot {
        let slots = it.today(None).unwrap().slots;
        let on = slots.iter().find(|it| it.standing == SlotStanding::Now);
        on.cloned().unwrap_or_else(|| slots[0].clone())
    }

    #[test]
    fn what_is_on_follows_the_clock_and_the_late_mark_of_ones_own_group() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        let group = it.groups().unwrap()[0].0;
        let trainee = trainee_of(&it, group);
        let coordinator = it.actor().person;
        it.act_as(trainee).unwrap();
        let on = first_slot(&it);
        assert_eq!((on.standing, on.late_minutes), (SlotStanding::Now, 0));
        it.act_as(coordinator).unwrap();
        it.note_start(on.visit, group, Some(on.start.plus(20)))
            .unwrap();
        it.act_as(trainee).unwrap();
        let slots = it.today(None).unwrap().slots;
        let late = slots.iter().find(|it| it.visit == on.visit).unwrap();
        assert_eq!((late.standing, late.late_minutes), (SlotStanding::Next, 20));
        let other = it.groups().unwrap()[1].0;
        let other = trainee_of(&it, other);
        it.act_as(other).unwrap();
        assert!(
            it.today(None)
                .unwrap()
                .slots
                .iter()
                .all(|it| it.late_minutes == 0)
        );
    }

    #[test]
    fn a_trainee_sees_the_newest_release_and_the_coordinator_the_draft_with_a_mark() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        let group = it.groups().unwrap()[0].0;
        let trainee = trainee_of(&it, group);
        let coordinator = it.actor().person;
        it.act_as(trainee).unwrap();
        let seen = first_slot(&it);
        assert!(seen.is_released && !it.today(None).unwrap().is_draft);

        it.act_as(coordinator).unwrap();
        let Record::Visit(mut visit) = it.store.record(seen.visit).unwrap().record else {
            panic!("a visit was asked for");
        };
        visit.start = visit.start.plus(5);
        let start = visit.start;
        it.save(seen.visit, Record::Visit(visit)).unwrap();
        let today = it.today(None).unwrap();
        let draft = today
            .slots
            .iter()
            .find(|it| it.visit == seen.visit)
            .unwrap();
        assert!(today.is_draft && !draft.is_released && draft.start == start);

        it.act_as(trainee).unwrap();
        assert_eq!(first_slot(&it).start, seen.start);
        it.act_as(coordinator).unwrap();
        it.release("Terlambat berangkat".into()).unwrap();
        assert!(!it.today(None).unwrap().is_draft);
        it.act_as(trainee).unwrap();
        let today = it.today(None).unwrap();
        assert_eq!(today.release, Some(2));
        assert!(today.slots.iter().any(|it| it.start == start));
    }
}
