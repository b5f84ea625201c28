//! What is left out: a lead, a focus, a site, a visit too few.

use std::collections::BTreeSet;

use crate::domain::{Clash, Id, VisitKind};
use crate::planner::conflict::Conflict;
use crate::planner::plan::{PlanVisit, offers};

use super::View;

pub(super) fn find(view: &View<'_>, found: &mut Vec<Conflict>) {
    let visits = || view.visits.iter().filter(|it| is_visit(it));
    for it in visits().filter(|it| view.concerns(it) && it.visit.lead.is_none()) {
        found.push(Conflict::of(Clash::LeadMissing, &[it]).about(it.visit.groups.clone()));
    }
    // A plan nobody began lacks everything; saying so would help nobody.
    if view.only.is_some() || visits().next().is_none() {
        return;
    }
    for group in &view.ground.plan.groups {
        of_group(view, *group, found);
    }
    let seen: BTreeSet<Id> = visits().filter_map(|it| it.visit.site).collect();
    for site in view
        .ground
        .plan
        .sites
        .keys()
        .filter(|id| !seen.contains(id))
    {
        found.push(lacking(view, Clash::SiteUnvisited).about([*site]));
    }
}

fn is_visit(it: &PlanVisit) -> bool {
    it.visit.what == VisitKind::Visit && it.visit.site.is_some()
}

fn of_group(view: &View<'_>, group: Id, found: &mut Vec<Conflict>) {
    let plan = view.ground.plan;
    let here = || view.visits.iter().filter(|it| it.visit.includes(group));
    let sees = |focus: &str| {
        let mut sites = here().filter_map(|it| view.ground.site(&it.visit));
        sites.any(|(_, site)| offers(site, focus))
    };
    for focus in plan.wanted_foci(group).into_iter().filter(|it| !sees(it)) {
        let mut conflict = lacking(view, Clash::FocusUncovered).about([group]);
        conflict.focus = Some(focus.to_owned());
        found.push(conflict);
    }
    let count = u32::try_from(here().filter(|it| is_visit(it)).count()).unwrap_or(u32::MAX);
    if let Some(wanted) = plan.cohort.planning.visits_per_group
        && count < wanted
    {
        found.push(
            lacking(view, Clash::VisitsFew)
                .about([group])
                .limit(count, wanted),
        );
    }
    let mut seen = BTreeSet::new();
    for it in here().filter(|it| is_visit(it)) {
        if !seen.insert(it.visit.site) {
            found.push(Conflict::of(Clash::SiteRepeated, &[it]).about([group]));
        }
    }
}

/// Something missing in the whole of the cohort's days.
fn lacking(view: &View<'_>, clash: Clash) -> Conflict {
    let (cohort, zone) = (&view.ground.plan.cohort, view.ground.zone());
    let (from, to) = (cohort.start, cohort.end.plus(1));
    Conflict::of(clash, &[]).during(from.at(0, 0, zone), to.at(0, 0, zone))
}
