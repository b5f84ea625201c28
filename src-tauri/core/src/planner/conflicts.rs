//! What clashes in an itinerary, each with the smallest shift that mends it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Id, Site, UtcMinute, Visit};

use super::hours::open_periods;

/// What the rules look at.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The slots, removed ones left out.
    pub visits: Vec<PlanVisit>,
    /// All groups; a visit without groups concerns every one.
    pub groups: Vec<Id>,
    /// The sites.
    pub sites: BTreeMap<Id, Site>,
}

/// A slot with its id.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanVisit {
    /// The visit.
    pub id: Id,
    /// Its content.
    pub visit: Visit,
}

/// How much a conflict matters.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Cannot happen as planned.
    Block,
    /// Should be looked at.
    Warn,
}

/// Which rule is broken.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Clash {
    /// A group is in two places.
    GroupTwice,
    /// A lead is in two places.
    LeadTwice,
    /// More groups at a site than it receives.
    SiteFull,
    /// The site is closed during part of the visit.
    SiteClosed,
    /// The site's opening hours cannot be read.
    HoursUnreadable,
}

/// One broken rule.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct Conflict {
    /// The rule.
    pub clash: Clash,
    /// How much it matters.
    pub severity: Severity,
    /// The slots concerned; the first is the one to move.
    pub visits: Vec<Id>,
    /// The groups, the lead or the site concerned.
    pub about: Vec<Id>,
    /// When it clashes.
    pub from: UtcMinute,
    /// Until when, exclusive.
    pub to: UtcMinute,
    /// For a full site: groups planned.
    pub planned: Option<u32>,
    /// For a full site: groups received.
    pub capacity: Option<u32>,
    /// The nearest start on the same day at which the first slot breaks no
    /// rule, if there is one.
    pub better_start: Option<UtcMinute>,
}

/// Slots are moved on this grid, in minutes.
const GRID: i32 = 5;

/// Every conflict of `plan`, by time.
pub fn conflicts(plan: &Plan) -> Vec<Conflict> {
    let mut found = Vec::new();
    twice(plan, &mut found);
    full(plan, &mut found);
    closed(plan, &mut found);
    for conflict in &mut found {
        conflict.better_start = better_start(plan, conflict);
    }
    found.sort_by_key(|it| (it.from, it.severity, it.clash, it.visits.clone()));
    found
}

fn twice(plan: &Plan, found: &mut Vec<Conflict>) {
    let mut by_start: Vec<&PlanVisit> = plan.visits.iter().collect();
    by_start.sort_by_key(|it| (it.visit.start, it.id));
    for (place, earlier) in by_start.iter().enumerate() {
        let overlapping = by_start[place + 1..]
            .iter()
            .take_while(|later| later.visit.start < earlier.visit.end);
        for later in overlapping.filter(|later| later.visit.overlaps(&earlier.visit)) {
            let groups = shared_groups(plan, &earlier.visit, &later.visit);
            if !groups.is_empty() {
                found.push(overlap(Clash::GroupTwice, later, earlier, groups));
            }
            if let (Some(lead), true) = (earlier.visit.lead, earlier.visit.lead == later.visit.lead)
                && !same_event(&earlier.visit, &later.visit)
            {
                found.push(overlap(Clash::LeadTwice, later, earlier, vec![lead]));
            }
        }
    }
}

/// Two slots that are one event for different groups: same place, same time.
fn same_event(one: &Visit, other: &Visit) -> bool {
    one.site.is_some() && (one.site, one.start, one.end) == (other.site, other.start, other.end)
}

fn shared_groups(plan: &Plan, one: &Visit, other: &Visit) -> Vec<Id> {
    plan.groups
        .iter()
        .copied()
        .filter(|group| one.includes(*group) && other.includes(*group))
        .collect()
}

fn overlap(clash: Clash, later: &PlanVisit, earlier: &PlanVisit, about: Vec<Id>) -> Conflict {
    Conflict {
        clash,
        severity: Severity::Block,
        visits: vec![later.id, earlier.id],
        about,
        from: later.visit.start,
        to: later.visit.end.min(earlier.visit.end),
        planned: None,
        capacity: None,
        better_start: None,
    }
}

fn full(plan: &Plan, found: &mut Vec<Conflict>) {
    for (site_id, site) in &plan.sites {
        let Some(capacity) = site.capacity else {
            continue;
        };
        let mut here: Vec<&PlanVisit> = plan
            .visits
            .iter()
            .filter(|it| it.visit.site == Some(*site_id))
            .collect();
        here.sort_by_key(|it| (it.visit.start, it.id));
        for it in &here {
            // The crowd can only grow at a start, so looking there suffices.
            let at = it.visit.start;
            let present: Vec<&&PlanVisit> = here
                .iter()
                .filter(|o| o.visit.start <= at && at < o.visit.end)
                .collect();
            let planned: u32 = present.iter().map(|o| group_count(plan, &o.visit)).sum();
            let is_last = present.iter().all(|o| (o.visit.start, o.id) <= (at, it.id));
            if planned > capacity && is_last {
                found.push(Conflict {
                    clash: Clash::SiteFull,
                    severity: Severity::Block,
                    visits: present.iter().rev().map(|o| o.id).collect(),
                    about: vec![*site_id],
                    from: at,
                    to: present.iter().map(|o| o.visit.end).min().unwrap_or(at),
                    planned: Some(planned),
                    capacity: Some(capacity),
                    better_start: None,
                });
            }
        }
    }
}

fn group_count(plan: &Plan, visit: &Visit) -> u32 {
    let count = if visit.groups.is_empty() {
        plan.groups.len()
    } else {
        visit.groups.len()
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn closed(plan: &Plan, found: &mut Vec<Conflict>) {
    for it in &plan.visits {
        let Some((site_id, site)) = it
            .visit
            .site
            .and_then(|id| Some((id, plan.sites.get(&id)?)))
        else {
            continue;
        };
        let Some((clash, from, to)) = closed_during(site, it.visit.start, it.visit.end) else {
            continue;
        };
        let severity = if clash == Clash::SiteClosed {
            Severity::Block
        } else {
            Severity::Warn
        };
        found.push(Conflict {
            clash,
            severity,
            visits: vec![it.id],
            about: vec![site_id],
            from,
            to,
            planned: None,
            capacity: None,
            better_start: None,
        });
    }
}

/// The first stretch of the slot in which the site is closed.
fn closed_during(
    site: &Site,
    start: UtcMinute,
    end: UtcMinute,
) -> Option<(Clash, UtcMinute, UtcMinute)> {
    if site.hours.trim().is_empty() || start >= end {
        return None;
    }
    let Ok(open) = open_periods(&site.hours, site.zone, start, end) else {
        return Some((Clash::HoursUnreadable, start, end));
    };
    let mut reached = start;
    for (from, to) in open {
        if from > reached {
            return Some((Clash::SiteClosed, reached, from));
        }
        reached = reached.max(to);
    }
    (reached < end).then_some((Clash::SiteClosed, reached, end))
}

/// Tries shifts of the first slot outwards on the grid, within its own day.
fn better_start(plan: &Plan, conflict: &Conflict) -> Option<UtcMinute> {
    if conflict.clash == Clash::HoursUnreadable {
        return None;
    }
    let first = *conflict.visits.first()?;
    let moved = plan.visits.iter().find(|it| it.id == first)?;
    let zone = moved
        .visit
        .site
        .and_then(|id| plan.sites.get(&id))
        .map(|site| site.zone);
    let zone = zone.unwrap_or_default();
    let day = moved.visit.start.day(zone);
    let (earliest, latest) = (day.at(7, 0, zone), day.at(21, 0, zone));
    let length = moved.visit.minutes();
    (1..=168)
        .flat_map(|step| [-step * GRID, step * GRID])
        .map(|shift| moved.visit.start.plus(shift))
        .filter(|start| *start >= earliest && start.plus(length) <= latest)
        .find(|start| fits(plan, moved, *start))
}

/// Whether the slot breaks no rule when it starts at `start`.
fn fits(plan: &Plan, moved: &PlanVisit, start: UtcMinute) -> bool {
    let visit = Visit {
        start,
        end: start.plus(moved.visit.minutes()),
        ..moved.visit.clone()
    };
    let site = visit.site.and_then(|id| plan.sites.get(&id));
    if site.is_some_and(|site| closed_during(site, visit.start, visit.end).is_some()) {
        return false;
    }
    let others = || plan.visits.iter().filter(|it| it.id != moved.id);
    let alone = others().filter(|it| it.visit.overlaps(&visit)).all(|it| {
        shared_groups(plan, &it.visit, &visit).is_empty()
            && (visit.lead.is_none()
                || it.visit.lead != visit.lead
                || same_event(&it.visit, &visit))
    });
    let Some(capacity) = site.and_then(|site| site.capacity) else {
        return alone;
    };
    let here = || others().filter(|it| it.visit.site == visit.site && it.visit.overlaps(&visit));
    let crowd_at = |at: UtcMinute| -> u32 {
        here()
            .filter(|it| it.visit.start <= at && at < it.visit.end)
            .map(|it| group_count(plan, &it.visit))
            .sum()
    };
    let starts = here()
        .map(|it| it.visit.start.max(visit.start))
        .chain([visit.start]);
    let own = group_count(plan, &visit);
    alone && starts.map(crowd_at).all(|crowd| crowd + own <= capacity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, Zone};

    const HALL: Id = Id::from_bytes([100; 16]);

    fn group(number: u8) -> Id {
        Id::from_bytes([number; 16])
    }

    fn at(hour: u32, minute: u32) -> UtcMinute {
        Day::new(2018, 3, 22).unwrap().at(hour, minute, Zone::Wib)
    }

    fn slot(id: u8, groups: &[u8], from: UtcMinute, to: UtcMinute) -> PlanVisit {
        let visit = Visit {
            site: Some(HALL),
            groups: groups.iter().map(|number| group(*number)).collect(),
            start: from,
            end: to,
            ..Default::default()
        };
        PlanVisit {
            id: Id::from_bytes([id + 50; 16]),
            visit,
        }
    }

    fn plan(visits: Vec<PlanVisit>) -> Plan {
        let hall = Site {
            hours: "Mo-Sa 08:00-14:00".into(),
            capacity: Some(2),
            ..Default::default()
        };
        Plan {
            visits,
            groups: (1..=4).map(group).collect(),
            sites: [(HALL, hall)].into(),
        }
    }

    fn clashes(plan: &Plan) -> Vec<Clash> {
        conflicts(plan)
            .into_iter()
            .map(|conflict| conflict.clash)
            .collect()
    }

    #[test]
    fn a_group_in_two_places_is_named_and_touching_slots_are_not() {
        let two = plan(vec![
            slot(1, &[1], at(8, 0), at(9, 0)),
            slot(2, &[1], at(8, 30), at(9, 30)),
            slot(3, &[1], at(9, 30), at(10, 0)),
        ]);
        let found = conflicts(&two);
        assert_eq!(clashes(&two), vec![Clash::GroupTwice]);
        assert_eq!(found[0].about, vec![group(1)]);
        assert_eq!((found[0].from, found[0].to), (at(8, 30), at(9, 0)));
    }

    #[test]
    fn a_slot_for_the_whole_cohort_clashes_with_any_group() {
        let all = plan(vec![
            slot(1, &[], at(8, 0), at(9, 0)),
            slot(2, &[3], at(8, 0), at(9, 0)),
        ]);
        assert!(clashes(&all).contains(&Clash::GroupTwice));
    }

    #[test]
    fn a_third_group_fills_a_site_of_two_and_the_next_free_time_is_offered() {
        let three = plan(vec![
            slot(1, &[1], at(8, 0), at(9, 0)),
            slot(2, &[2], at(8, 0), at(9, 0)),
            slot(3, &[3], at(8, 30), at(9, 30)),
        ]);
        let found = conflicts(&three);
        assert_eq!(clashes(&three), vec![Clash::SiteFull]);
        assert_eq!((found[0].planned, found[0].capacity), (Some(3), Some(2)));
        assert_eq!(found[0].better_start, Some(at(9, 0)));
    }

    #[test]
    fn a_visit_past_closing_time_is_moved_back_to_end_at_it() {
        let late = plan(vec![slot(1, &[1], at(13, 20), at(14, 55))]);
        let found = conflicts(&late);
        assert_eq!(clashes(&late), vec![Clash::SiteClosed]);
        assert_eq!((found[0].from, found[0].to), (at(14, 0), at(14, 55)));
        assert_eq!(found[0].better_start, Some(at(12, 25)));
    }

    #[test]
    fn one_lead_may_lead_two_groups_through_one_event() {
        let lead = Some(Id::from_bytes([9; 16]));
        let mut visits = vec![
            slot(1, &[1], at(8, 0), at(9, 0)),
            slot(2, &[2], at(8, 0), at(9, 0)),
        ];
        visits.iter_mut().for_each(|it| it.visit.lead = lead);
        assert!(clashes(&plan(visits.clone())).is_empty());
        visits[1].visit.end = at(10, 0);
        assert_eq!(clashes(&plan(visits)), vec![Clash::LeadTwice]);
    }

    #[test]
    fn unreadable_hours_warn_and_unknown_hours_are_silent() {
        let mut it = plan(vec![slot(1, &[1], at(20, 0), at(21, 0))]);
        it.sites
            .entry(HALL)
            .and_modify(|hall| hall.hours = "kapan saja".into());
        assert_eq!(clashes(&it), vec![Clash::HoursUnreadable]);
        it.sites.entry(HALL).and_modify(|hall| hall.hours.clear());
        assert!(clashes(&it).is_empty());
    }
}
