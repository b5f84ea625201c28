//! What a site allows: opening hours and holidays, groups and people at once,
//! groups a day, somebody to call.

use std::collections::BTreeMap;

use crate::domain::{Clash, Day, Id, Site, UtcMinute, Visit, VisitKind};
use crate::planner::conflict::Conflict;
use crate::planner::plan::PlanVisit;

use super::View;

pub(super) fn find(view: &View<'_>, found: &mut Vec<Conflict>) {
    let mut here: BTreeMap<Id, Vec<&PlanVisit>> = BTreeMap::new();
    let only = view.only.map(|it| it.visit.site);
    for it in &view.visits {
        if only.is_some_and(|only| only != it.visit.site) {
            continue;
        }
        if let Some((id, site)) = view.ground.site(&it.visit) {
            here.entry(id).or_default().push(it);
            if view.concerns(it) {
                closed(view, it, id, found);
                holiday(view, it, id, site, found);
            }
        }
    }
    for (id, visits) in &here {
        let Some(site) = view.ground.plan.sites.get(id) else {
            continue;
        };
        let plan = view.ground.plan;
        let groups = |visit: &Visit| plan.group_count(visit);
        let people =
            |visit: &Visit| -> u32 { plan.groups_of(visit).map(|it| plan.group_size(it)).sum() };
        let mut tell = |clash, visits: &[&PlanVisit], planned, limit| {
            let at = visits.first().map(|it| it.visit.start).unwrap_or_default();
            let until = visits.iter().map(|it| it.visit.end).min().unwrap_or(at);
            let conflict = Conflict::of(clash, visits).about([*id]).during(at, until);
            found.push(conflict.limit(planned, limit));
        };
        if let Some(limit) = site.capacity {
            crowds(visits, groups, limit, &mut |crowd, planned| {
                tell(Clash::SiteFull, crowd, planned, limit);
            });
        }
        if let Some(limit) = site.capacity_people {
            crowds(visits, people, limit, &mut |crowd, planned| {
                tell(Clash::GroupTooBig, crowd, planned, limit);
            });
        }
        if let Some(limit) = site.groups_a_day {
            for (planned, visits) in busy_days(view, visits, groups) {
                if planned > limit {
                    tell(Clash::SiteBusy, &visits, planned, limit);
                }
            }
        }
        if site
            .contacts
            .iter()
            .all(|it| it.name.trim().is_empty() && it.phone.trim().is_empty())
            && view.only.is_none()
        {
            found.push(Conflict::of(Clash::ContactMissing, visits).about([*id]));
        }
    }
}

/// Tells of every moment at which more than `limit` are there, newest slot first.
fn crowds(
    here: &[&PlanVisit],
    weight: impl Fn(&Visit) -> u32,
    limit: u32,
    tell: &mut dyn FnMut(&[&PlanVisit], u32),
) {
    for it in here {
        // The crowd can only grow at a start, so looking there suffices.
        let at = it.visit.start;
        let present: Vec<&PlanVisit> = here
            .iter()
            .copied()
            .filter(|other| other.visit.start <= at && at < other.visit.end)
            .rev()
            .collect();
        let planned: u32 = present.iter().map(|other| weight(&other.visit)).sum();
        let is_last = present.first().is_some_and(|newest| newest.id == it.id);
        if planned > limit && is_last {
            tell(&present, planned);
        }
    }
}

/// How many groups come on each day, with their slots, newest first.
fn busy_days<'a>(
    view: &View<'_>,
    here: &[&'a PlanVisit],
    groups: impl Fn(&Visit) -> u32,
) -> Vec<(u32, Vec<&'a PlanVisit>)> {
    let mut days: BTreeMap<Day, Vec<&PlanVisit>> = BTreeMap::new();
    for it in here.iter().rev() {
        let zone = view
            .ground
            .site(&it.visit)
            .map_or(view.ground.zone(), |it| it.1.zone);
        days.entry(it.visit.start.day(zone)).or_default().push(it);
    }
    let count = |visits: &[&PlanVisit]| visits.iter().map(|it| groups(&it.visit)).sum();
    days.into_values()
        .map(|visits| (count(&visits), visits))
        .collect()
}

fn closed(view: &View<'_>, it: &PlanVisit, id: Id, found: &mut Vec<Conflict>) {
    let closed = view.ground.closed_during(id, it.visit.start, it.visit.end);
    if let Some((clash, from, to)) = closed {
        found.push(Conflict::of(clash, &[it]).about([id]).during(from, to));
    }
}

fn holiday(view: &View<'_>, it: &PlanVisit, id: Id, site: &Site, found: &mut Vec<Conflict>) {
    let day = it.visit.start.day(site.zone);
    if it.visit.what == VisitKind::Visit && view.ground.is_doubtful(site, day) {
        let (from, to): (UtcMinute, UtcMinute) = (it.visit.start, it.visit.end);
        let conflict = Conflict::of(Clash::PublicHoliday, &[it]);
        found.push(conflict.about([id]).during(from, to));
    }
}
