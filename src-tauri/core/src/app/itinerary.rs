//! The itinerary: its conflicts, a day as somebody lives it, and releases.

use std::collections::BTreeMap;

use crate::domain::{
    Cohort, Day, Group, Id, Kind, Record, Release, ReleasedVisit, Role, Site, UtcMinute, Visit,
};
use crate::log::SignedKind;
use crate::planner::{Conflict, Plan, PlanVisit, conflicts};
use crate::store::Wanted;

use super::AppError;
use super::prayer::place_prayer;
use super::session::Session;
use super::views::{PlacePrayer, ReleaseView, Today, TodaySlot};

impl Session {
    /// The cohort's own record.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn cohort_record(&self) -> Result<Cohort, AppError> {
        match self.store.record(self.store.cohort())?.record {
            Record::Cohort(cohort) => Ok(cohort),
            other => Err(AppError::OtherKind {
                stored: other.kind(),
                given: Kind::Cohort,
            }),
        }
    }

    pub(super) fn groups(&self) -> Result<Vec<(Id, Group)>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Group))?;
        let mut groups: Vec<_> = stored
            .into_iter()
            .filter_map(|it| match it.record {
                Record::Group(group) => Some((it.doc, group)),
                _ => None,
            })
            .collect();
        groups.sort_by(|a, b| {
            a.1.position
                .total_cmp(&b.1.position)
                .then_with(|| (&a.1.name, a.0).cmp(&(&b.1.name, b.0)))
        });
        Ok(groups)
    }

    pub(super) fn sites(&self) -> Result<BTreeMap<Id, Site>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Site))?;
        let sites = stored.into_iter().filter_map(|it| match it.record {
            Record::Site(site) => Some((it.doc, site)),
            _ => None,
        });
        Ok(sites.collect())
    }

    pub(super) fn visits(&self) -> Result<Vec<PlanVisit>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Visit))?;
        let mut visits: Vec<_> = stored
            .into_iter()
            .filter_map(|it| match it.record {
                Record::Visit(visit) => Some(PlanVisit { id: it.doc, visit }),
                _ => None,
            })
            .collect();
        visits.sort_by_key(|it| (it.visit.start, it.visit.end, it.id));
        Ok(visits)
    }

    /// The plan as sealed, with `changed` in place of what it names: so a drag
    /// is judged before it is dropped.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn plan(&self, changed: &[(Id, Visit)]) -> Result<Plan, AppError> {
        let mut visits = self.visits()?;
        for (id, visit) in changed {
            match visits.iter_mut().find(|it| it.id == *id) {
                Some(it) => it.visit = visit.clone(),
                None => visits.push(PlanVisit {
                    id: *id,
                    visit: visit.clone(),
                }),
            }
        }
        let groups = self.groups()?.into_iter().map(|(id, _)| id).collect();
        Ok(Plan {
            visits,
            groups,
            sites: self.sites()?,
        })
    }

    /// What clashes in the itinerary.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn conflicts(&self, changed: &[(Id, Visit)]) -> Result<Vec<Conflict>, AppError> {
        Ok(conflicts(&self.plan(changed)?))
    }

    /// A day of the visit as the actor lives it: of `day` if given, else of
    /// today, else of the day nearest to today.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn today(&self, day: Option<Day>) -> Result<Today, AppError> {
        let cohort = self.cohort_record()?;
        let now = UtcMinute(i32::try_from(self.now() / 60).unwrap_or(i32::MAX));
        let today = now.day(cohort.zone);
        let day = day.unwrap_or_else(|| today.max(cohort.start).min(cohort.end));
        let sites = self.sites()?;
        let groups = self.groups()?;
        let mut slots = Vec::new();
        for it in self.visits()? {
            let site = it.visit.site.and_then(|id| sites.get(&id));
            let zone = site.map_or(cohort.zone, |site| site.zone);
            if it.visit.start.day(zone) == day && self.concerns_actor(&it.visit) {
                slots.push(self.slot(it, site, zone, &groups)?);
            }
        }
        Ok(Today {
            day,
            days: cohort.days(),
            now: (day == today).then_some(now),
            zone: cohort.zone,
            prayer: prayer_of(&cohort, &sites, &slots, day),
            slots,
            release: self.releases()?.last().map(|it| it.release.number),
        })
    }

    /// Coordinators see every slot, others those of their group or their lead.
    fn concerns_actor(&self, visit: &Visit) -> bool {
        self.actor.role == Role::Coordinator
            || visit.lead == Some(self.actor.person)
            || self.actor.group.is_none_or(|group| visit.includes(group))
    }

    fn slot(
        &self,
        it: PlanVisit,
        site: Option<&Site>,
        zone: crate::domain::Zone,
        groups: &[(Id, Group)],
    ) -> Result<TodaySlot, AppError> {
        let PlanVisit { id, visit } = it;
        let site_name = site.map_or("", |site| site.name.as_str());
        let title = if visit.title.is_empty() {
            site_name
        } else {
            &visit.title
        };
        let name_of_group = |id: &Id| {
            groups
                .iter()
                .find(|(group, _)| group == id)
                .map(|(_, group)| group.name.clone())
        };
        let contact = site.and_then(|site| site.contacts.first()).map(|contact| {
            [
                contact.name.as_str(),
                contact.position.as_str(),
                contact.phone.as_str(),
            ]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
        });
        Ok(TodaySlot {
            visit: id,
            title: title.to_owned(),
            what: visit.what,
            site: visit.site,
            zone,
            start: visit.start,
            end: visit.end,
            foci: site.map(|site| site.foci.clone()).unwrap_or_default(),
            contact: contact.unwrap_or_default(),
            lead_name: visit
                .lead
                .map(|lead| self.name_of(lead))
                .unwrap_or_default(),
            group_names: visit.groups.iter().filter_map(name_of_group).collect(),
            note: visit.note.clone(),
            observations: self.my_observations_of(id)?,
        })
    }

    fn my_observations_of(&self, visit: Id) -> Result<Vec<Id>, AppError> {
        let mine = Wanted {
            owner: Some(self.actor.person),
            ..Wanted::all(Kind::Observation)
        };
        let (stored, _) = self.store.records(&mine)?;
        let of =
            |record: &Record| matches!(record, Record::Observation(it) if it.visit == Some(visit));
        Ok(stored
            .into_iter()
            .filter(|it| of(&it.record))
            .map(|it| it.doc)
            .collect())
    }

    /// Freezes the itinerary as the next release and signs it.
    ///
    /// # Errors
    /// When the actor does not coordinate.
    pub fn release(&mut self, note: String) -> Result<ReleaseView, AppError> {
        let cohort = self.store.cohort();
        if !self.may_write(Kind::Visit, cohort) {
            return Err(AppError::NotAllowed(Kind::Visit));
        }
        let number = u32::try_from(self.releases()?.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        let visits = self.visits()?;
        let visits = visits
            .into_iter()
            .map(|it| ReleasedVisit {
                id: it.id,
                visit: it.visit,
            })
            .collect();
        let release = Release {
            number,
            visits,
            note,
        };
        let id = self.sign(SignedKind::Release, cohort, &release)?;
        let author_name = self.actor.name.clone();
        Ok(ReleaseView {
            id,
            author_name,
            at: self.now(),
            release,
        })
    }

    /// Every release, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn releases(&self) -> Result<Vec<ReleaseView>, AppError> {
        let signed = self.store.signed(SignedKind::Release, None)?;
        let dress = |it: crate::store::StoredSigned| -> Result<ReleaseView, AppError> {
            Ok(ReleaseView {
                id: it.hash,
                author_name: self.name_of(it.author),
                at: it.at,
                release: serde_json::from_str(&it.body)?,
            })
        };
        signed.into_iter().map(dress).collect()
    }
}

/// Prayer times at the first site of the day, else at the base.
fn prayer_of(
    cohort: &Cohort,
    sites: &BTreeMap<Id, Site>,
    slots: &[TodaySlot],
    day: Day,
) -> Option<PlacePrayer> {
    let site = slots.iter().find_map(|slot| slot.site);
    place_prayer(cohort, sites, site, day)
}
