//! Series of what is carried along and signed on the road: attendance lists, sheets, reports.

use std::collections::BTreeSet;

use crate::domain::{Id, Kind, Record};
use crate::planner::PlanVisit;
use crate::report::impose::Imposition;
use crate::report::words;
use crate::store::Wanted;

use super::super::AppError;
use super::super::session::Session;
use super::around::Around;
use super::attendance::same_place_and_time;
use super::series::SeriesItem;
use super::{AttendanceFor, PocketJob, PrintSubject, ReportFor, ScheduleFor, Setting};

/// The usual pocket schedule: four pages on a side, to cut and fold.
pub(super) fn pocket(whom: ScheduleFor) -> PrintSubject {
    PrintSubject::Pocket(PocketJob {
        whom,
        imposition: Imposition::default(),
    })
}

/// An attendance list for each day of the visit.
pub(super) fn days(setting: &Setting) -> Vec<SeriesItem> {
    let item = |day: crate::domain::Day| SeriesItem {
        subject: PrintSubject::Attendance(AttendanceFor::Day(day)),
        name: words::day_date(day.0, setting.language),
        detail: String::new(),
    };
    setting.cohort.days().into_iter().map(item).collect()
}

impl Session {
    /// Visits that sign one list come once.
    pub(super) fn attended(&self, setting: &Setting) -> Result<Vec<SeriesItem>, AppError> {
        let around = self.around()?;
        let attended = |it: &&PlanVisit| it.visit.what.is_attended();
        let visits: Vec<_> = around.visits.iter().filter(attended).collect();
        let mut items = Vec::new();
        for (i, it) in visits.iter().enumerate() {
            if visits[..i]
                .iter()
                .any(|other| same_place_and_time(other, it))
            {
                continue;
            }
            let site = it.visit.site.and_then(|id| around.sites.get(&id));
            let zone = site.map_or(setting.cohort.zone, |site| site.zone);
            let groups: BTreeSet<Id> = it.visit.groups.iter().copied().collect();
            let when = setting.moment(it.visit.start, zone);
            let groups = around.group_names(&groups).join(", ");
            let activity = setting.activity(&it.visit);
            let name = site.map_or(activity, |site| site.name.clone());
            let parts = [when, groups].into_iter().filter(|it| !it.is_empty());
            items.push(SeriesItem {
                subject: PrintSubject::Attendance(AttendanceFor::Visit(it.id)),
                name,
                detail: parts.collect::<Vec<_>>().join(" · "),
            });
        }
        Ok(items)
    }

    pub(super) fn forms(&self) -> Result<Vec<SeriesItem>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Instrument))?;
        let forms = stored.into_iter().filter_map(|it| match it.record {
            Record::Instrument(instrument) => Some(SeriesItem {
                subject: PrintSubject::Form(it.doc),
                name: instrument.name,
                detail: String::new(),
            }),
            _ => None,
        });
        let mut forms: Vec<_> = forms.collect();
        forms.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(forms)
    }

    /// By name; `of` says what is printed, or that nothing is.
    pub(super) fn each_site(
        &self,
        of: impl Fn(&Around, Id) -> Option<PrintSubject>,
    ) -> Result<Vec<SeriesItem>, AppError> {
        let around = self.around()?;
        let items = around.sites.iter().filter_map(|(id, site)| {
            Some(SeriesItem {
                subject: of(&around, *id)?,
                name: site.name.clone(),
                detail: String::new(),
            })
        });
        let mut items: Vec<_> = items.collect();
        items.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(items)
    }

    /// Whoever wrote an observation.
    pub(super) fn observers(&self, setting: &Setting) -> Result<Vec<SeriesItem>, AppError> {
        let around = self.around()?;
        let authors: BTreeSet<Id> = around.seen.iter().map(|it| it.author).collect();
        let of = |id| PrintSubject::Report(ReportFor::Person(id));
        let mut items = self.each_person(setting, of)?;
        items.retain(|it| match it.subject {
            PrintSubject::Report(ReportFor::Person(id)) => authors.contains(&id),
            _ => false,
        });
        Ok(items)
    }
}
