//! Nobody and nothing is in two places: groups, leads, people, vehicles, sites.

use crate::domain::{Clash, Id, Visit};
use crate::planner::conflict::Conflict;
use crate::planner::plan::PlanVisit;

use super::View;

pub(super) fn find(view: &View<'_>, found: &mut Vec<Conflict>) {
    for (earlier, later) in overlapping(view) {
        let (one, other) = (&earlier.visit, &later.visit);
        let mut tell = |clash, about: Vec<Id>| {
            let until = one.end.min(other.end);
            let conflict = Conflict::of(clash, &[later, earlier]);
            found.push(conflict.about(about).during(other.start, until));
        };
        let shared: Vec<Id> = view
            .ground
            .plan
            .groups_of(one)
            .filter(|group| other.includes(*group))
            .collect();
        if !shared.is_empty() {
            tell(Clash::GroupTwice, shared);
        }
        if same_event(one, other) {
            continue;
        }
        if let (Some(lead), true) = (one.lead, one.lead == other.lead) {
            tell(Clash::LeadTwice, vec![lead]);
        }
        for lead in torn(view, one, other)
            .into_iter()
            .chain(torn(view, other, one))
        {
            tell(Clash::PersonTwice, vec![lead]);
        }
        if vehicle(&one.transport).is_some() && vehicle(&one.transport) == vehicle(&other.transport)
        {
            tell(Clash::VehicleTwice, Vec::new());
        }
        let site = view.ground.site(one).filter(|_| one.site == other.site);
        if let Some((id, site)) = site
            && site.capacity.is_none()
        {
            tell(Clash::SiteTwice, vec![id]);
        }
    }
}

/// Pairs that share a moment, the earlier first; touching ends do not.
fn overlapping<'a>(view: &View<'a>) -> Vec<(&'a PlanVisit, &'a PlanVisit)> {
    let mut pairs = Vec::new();
    if let Some(only) = view.only {
        for other in view.visits.iter().copied().filter(|it| it.id != only.id) {
            if only.visit.overlaps(&other.visit) {
                let is_later = (only.visit.start, only.id) > (other.visit.start, other.id);
                pairs.push(if is_later {
                    (other, only)
                } else {
                    (only, other)
                });
            }
        }
        return pairs;
    }
    for (place, earlier) in view.visits.iter().enumerate() {
        let later = view.visits[place + 1..]
            .iter()
            .take_while(|later| later.visit.start < earlier.visit.end)
            .filter(|later| later.visit.overlaps(&earlier.visit));
        pairs.extend(later.map(|later| (*earlier, *later)));
    }
    pairs
}

/// Two slots that are one event for different groups: same place, same time.
fn same_event(one: &Visit, other: &Visit) -> bool {
    one.site.is_some() && (one.site, one.start, one.end) == (other.site, other.start, other.end)
}

/// The lead of `led`, when their own group is at `elsewhere` instead.
fn torn(view: &View<'_>, led: &Visit, elsewhere: &Visit) -> Option<Id> {
    let lead = led.lead.filter(|lead| elsewhere.lead != Some(*lead))?;
    let own = view.ground.plan.people.get(&lead)?.group?;
    (!led.includes(own) && elsewhere.includes(own)).then_some(lead)
}

/// A vehicle that can be told from others by its number: "Bus 2", "P 1234 AB".
fn vehicle(transport: &str) -> Option<String> {
    let name = transport.trim().to_lowercase();
    name.chars().any(|c| c.is_ascii_digit()).then_some(name)
}
