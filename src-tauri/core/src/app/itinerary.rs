//! The itinerary: what is planned, and what clashes in it.

use std::collections::BTreeMap;

use crate::domain::{Cohort, Group, Id, Kind, Record, Site, Visit};
use crate::planner::{Conflict, Plan, PlanVisit, conflicts};
use crate::store::Wanted;

use super::AppError;
use super::session::Session;

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
        let groups = self.groups()?;
        Ok(Plan {
            visits,
            groups: groups.iter().map(|(id, _)| *id).collect(),
            sites: self.sites()?,
            group_records: groups.into_iter().collect(),
            people: self.people()?.into_iter().collect(),
            cohort: self.cohort_record()?,
        })
    }

    /// What clashes in the itinerary.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn conflicts(&self, changed: &[(Id, Visit)]) -> Result<Vec<Conflict>, AppError> {
        Ok(conflicts(&self.plan(changed)?))
    }
}
