//! The schedule for a pocket, to fold.

use std::collections::BTreeSet;

use crate::domain::Id;
use crate::report::model::Document;
use crate::report::prints::{self, PocketPrint};

use super::super::AppError;
use super::super::session::Session;
use super::{PocketJob, ScheduleFor, Setting};

impl Session {
    pub(super) fn pocket_print(
        &self,
        setting: &Setting,
        job: PocketJob,
    ) -> Result<(Document, String), AppError> {
        let (schedule, name) = self.schedule_facts(setting, job.whom)?;
        let around = self.around()?;
        let mut sites = Vec::new();
        let mut listed = BTreeSet::new();
        let own = around.visits.iter();
        for it in own.filter(|it| self.is_for(&it.visit, job.whom)) {
            if let Some(id) = it.visit.site
                && let Some(site) = around.sites.get(&id)
                && listed.insert(id)
            {
                sites.push(around.site_facts(setting, id, site));
            }
        }
        let group: Option<Id> = match job.whom {
            ScheduleFor::Cohort => None,
            ScheduleFor::Group(id) => Some(id),
            ScheduleFor::Person(id) => around.person(id).and_then(|it| it.group),
        };
        // A person without a group travels with everyone.
        let group = group.into_iter().collect();
        let members = around.members(&group);
        let print = PocketPrint {
            people: members.map(|(_, it)| it.name.clone()).collect(),
            schedule,
            sites,
            fold: job.imposition.fold,
        };
        let word = setting.say("saku", "pocket");
        Ok((prints::pocket(&print), format!("{word} {name}")))
    }
}
