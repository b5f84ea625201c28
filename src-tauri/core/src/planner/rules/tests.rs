//! Each rule: what it hits, what it leaves alone, and the edge between.

mod days;
mod edges;
mod names;

use std::collections::BTreeMap;

use crate::domain::{
    Clash, Cohort, Coordinates, Day, Group, Id, Person, Planning, Ride, Role, Severity, Site,
    UtcMinute, Visit, VisitKind, Zone,
};
use crate::planner::{Conflict, FixKind, Plan, PlanVisit, allowed_spots, conflicts, evaluate};

const HALL: Id = Id::from_bytes([100; 16]);
const BEACH: Id = Id::from_bytes([101; 16]);
const BALI: Id = Id::from_bytes([102; 16]);

fn group(number: u8) -> Id {
    Id::from_bytes([number; 16])
}

fn person(number: u8) -> Id {
    Id::from_bytes([number + 200; 16])
}

/// Thursday 22 March 2018; the Friday after it is the 23rd.
fn on(day: u32, hour: u32, minute: u32) -> UtcMinute {
    Day::new(2018, 3, day).unwrap().at(hour, minute, Zone::Wib)
}

fn at(hour: u32, minute: u32) -> UtcMinute {
    on(22, hour, minute)
}

fn slot(id: u8, groups: &[u8], from: UtcMinute, to: UtcMinute) -> PlanVisit {
    let visit = Visit {
        site: Some(HALL),
        groups: groups.iter().map(|number| group(*number)).collect(),
        lead: None,
        start: from,
        end: to,
        ..Default::default()
    };
    PlanVisit {
        id: Id::from_bytes([id + 50; 16]),
        visit,
    }
}

fn at_site(mut it: PlanVisit, site: Id) -> PlanVisit {
    it.visit.site = Some(site);
    it
}

fn place(latitude: f64, longitude: f64) -> Option<Coordinates> {
    Some(Coordinates {
        latitude,
        longitude,
        approximate: true,
    })
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
        cohort: Cohort {
            start: Day::new(2018, 3, 20).unwrap(),
            end: Day::new(2018, 3, 24).unwrap(),
            ..Default::default()
        },
        ..Default::default()
    }
}

/// A plan whose hall never closes, with a beach and a place on Bali.
fn open_plan(visits: Vec<PlanVisit>) -> Plan {
    let mut it = plan(visits);
    let site = |coordinates, zone| Site {
        coordinates,
        zone,
        capacity: Some(4),
        ..Default::default()
    };
    it.sites = BTreeMap::from([
        (HALL, site(place(-8.2113, 114.3757), Zone::Wib)),
        (BEACH, site(place(-8.045, 114.428), Zone::Wib)),
        (BALI, site(place(-8.16, 114.44), Zone::Wita)),
    ]);
    it
}

/// Conflicts of everything but what is left out, which most plans here have.
fn found(plan: &Plan) -> Vec<Conflict> {
    let left_out = [
        Clash::LeadMissing,
        Clash::ContactMissing,
        Clash::SiteUnvisited,
        Clash::SiteRepeated,
    ];
    let mut found = conflicts(plan);
    found.retain(|it| !left_out.contains(&it.clash));
    found
}

fn clashes(plan: &Plan) -> Vec<Clash> {
    found(plan).into_iter().map(|it| it.clash).collect()
}

fn has(plan: &Plan, clash: Clash) -> bool {
    conflicts(plan).iter().any(|it| it.clash == clash)
}

fn the(plan: &Plan, clash: Clash) -> Conflict {
    let mut found = conflicts(plan).into_iter();
    found.find(|it| it.clash == clash).unwrap()
}

#[test]
fn a_group_in_two_places_is_named_and_touching_slots_are_not() {
    let two = plan(vec![
        slot(1, &[1], at(8, 0), at(9, 0)),
        slot(2, &[1], at(8, 30), at(9, 30)),
        slot(3, &[1], at(9, 30), at(10, 0)),
    ]);
    let found = found(&two);
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
    assert!(has(&all, Clash::GroupTwice));
}

#[test]
fn a_third_group_fills_a_site_of_two_and_the_next_free_time_is_offered() {
    let three = plan(vec![
        slot(1, &[1], at(8, 0), at(9, 0)),
        slot(2, &[2], at(8, 0), at(9, 0)),
        slot(3, &[3], at(8, 30), at(9, 30)),
    ]);
    let found = found(&three);
    assert_eq!(clashes(&three), vec![Clash::SiteFull]);
    assert_eq!((found[0].planned, found[0].capacity), (Some(3), Some(2)));
    assert_eq!(found[0].better_start, Some(at(9, 0)));
    let fix = found[0].fix.as_ref().unwrap();
    assert_eq!(
        (fix.kind, fix.visit),
        (FixKind::Shift, Some(found[0].visits[0]))
    );
    assert_eq!((fix.after.start, fix.after.end), (at(9, 0), at(10, 0)));
}

#[test]
fn a_visit_past_closing_time_is_moved_back_to_end_at_it() {
    let late = plan(vec![slot(1, &[1], at(13, 20), at(14, 55))]);
    let found = the(&late, Clash::SiteClosed);
    assert_eq!((found.from, found.to), (at(14, 0), at(14, 55)));
    assert_eq!(found.better_start, Some(at(12, 25)));
    let in_time = plan(vec![slot(1, &[1], at(12, 25), at(14, 0))]);
    assert!(!has(&in_time, Clash::SiteClosed));
}

#[test]
fn on_a_day_when_the_site_is_closed_the_fix_is_another_day() {
    let mut sunday = plan(vec![slot(1, &[1], on(25, 8, 0), on(25, 9, 0))]);
    sunday.cohort.end = Day::new(2018, 3, 25).unwrap();
    let fix = the(&sunday, Clash::SiteClosed).fix.unwrap();
    assert_eq!(
        (fix.kind, fix.after.start),
        (FixKind::OtherDay, on(24, 8, 0))
    );
}

#[test]
fn one_lead_may_lead_two_groups_through_one_event() {
    let lead = Some(person(9));
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
    let mut it = plan(vec![slot(1, &[1], at(12, 0), at(13, 0))]);
    it.cohort.planning.lunch_minutes = 0;
    it.sites.get_mut(&HALL).unwrap().hours = "kapan saja".into();
    assert_eq!(clashes(&it), vec![Clash::HoursUnreadable]);
    it.sites.get_mut(&HALL).unwrap().hours.clear();
    assert!(clashes(&it).is_empty());
}

#[test]
fn who_leads_a_group_while_their_own_is_elsewhere_is_missed_there() {
    let mut first = slot(1, &[1], at(8, 0), at(9, 0));
    first.visit.lead = Some(person(1));
    let mut it = open_plan(vec![
        first,
        at_site(slot(2, &[2], at(8, 30), at(10, 0)), BEACH),
    ]);
    let own = |number| Person {
        group: Some(group(number)),
        role: Role::Instructor,
        ..Default::default()
    };
    it.people = [(person(1), own(1))].into();
    assert!(!has(&it, Clash::PersonTwice));
    it.people = [(person(1), own(2))].into();
    assert_eq!(the(&it, Clash::PersonTwice).about, vec![person(1)]);
    it.visits[1].visit.start = at(9, 0);
    assert!(!has(&it, Clash::PersonTwice));
}

#[test]
fn a_numbered_bus_is_in_one_place_and_buses_in_general_are_many() {
    let with = |one: &str, other: &str| {
        let mut visits = vec![
            slot(1, &[1], at(8, 0), at(9, 0)),
            at_site(slot(2, &[2], at(8, 30), at(10, 0)), BEACH),
        ];
        visits[0].visit.transport = one.into();
        visits[1].visit.transport = other.into();
        has(&open_plan(visits), Clash::VehicleTwice)
    };
    assert!(with("Bus 1", " bus 1"));
    assert!(!with("Bus 1", "Bus 2"));
    assert!(!with("Bus", "Bus"));
}

#[test]
fn two_events_at_a_site_of_unknown_capacity_are_noted() {
    let visits = vec![
        slot(1, &[1], at(8, 0), at(9, 0)),
        slot(2, &[2], at(8, 30), at(10, 0)),
    ];
    let mut it = plan(visits);
    assert!(!has(&it, Clash::SiteTwice));
    it.sites.get_mut(&HALL).unwrap().capacity = None;
    assert_eq!(the(&it, Clash::SiteTwice).severity, Severity::Note);
    it.visits[1].visit.start = at(9, 0);
    assert!(!has(&it, Clash::SiteTwice));
}

#[test]
fn a_host_that_receives_two_groups_a_day_is_busy_with_three() {
    let mut it = plan(vec![
        slot(1, &[1], at(8, 0), at(9, 0)),
        slot(2, &[2], at(9, 0), at(10, 0)),
        slot(3, &[3], at(10, 0), at(11, 0)),
    ]);
    it.sites.get_mut(&HALL).unwrap().groups_a_day = Some(3);
    assert!(!has(&it, Clash::SiteBusy));
    it.sites.get_mut(&HALL).unwrap().groups_a_day = Some(2);
    let busy = the(&it, Clash::SiteBusy);
    assert_eq!((busy.planned, busy.capacity), (Some(3), Some(2)));
    assert_eq!(busy.fix.unwrap().kind, FixKind::OtherDay);
}

#[test]
fn a_group_larger_than_the_room_is_too_big() {
    let mut it = plan(vec![slot(1, &[1], at(8, 0), at(9, 0))]);
    let member = Person {
        group: Some(group(1)),
        ..Default::default()
    };
    it.people = (0..10)
        .map(|number| (person(number), member.clone()))
        .collect();
    it.sites.get_mut(&HALL).unwrap().capacity_people = Some(10);
    assert!(!has(&it, Clash::GroupTooBig));
    it.sites.get_mut(&HALL).unwrap().capacity_people = Some(9);
    assert_eq!(the(&it, Clash::GroupTooBig).planned, Some(10));
}

#[test]
fn on_a_public_holiday_hours_that_do_not_speak_of_it_are_doubted() {
    let nyepi = |hours: &str| {
        let mut it = plan(vec![slot(1, &[1], on(17, 8, 0), on(17, 9, 0))]);
        it.sites.get_mut(&HALL).unwrap().hours = hours.into();
        clashes(&it)
    };
    assert_eq!(nyepi("Mo-Sa 08:00-14:00"), vec![Clash::PublicHoliday]);
    assert_eq!(nyepi("Mo-Sa 08:00-14:00; PH off"), vec![Clash::SiteClosed]);
    let leave = |days: Vec<Day>| {
        let mut it = plan(vec![slot(1, &[1], at(8, 0), at(9, 0))]);
        it.cohort.planning.holidays = days;
        has(&it, Clash::PublicHoliday)
    };
    assert!(!leave(Vec::new()));
    assert!(leave(vec![Day::new(2018, 3, 22).unwrap()]));
}

#[test]
fn in_ramadan_the_hours_of_ramadan_hold() {
    // Ramadan 1439 began on 17 May 2018.
    let on = |day: u32| {
        let day = Day::new(2018, 5, day).unwrap();
        let (from, to) = (day.at(7, 30, Zone::Wib), day.at(8, 30, Zone::Wib));
        let mut it = plan(vec![slot(1, &[1], from, to)]);
        let hall = it.sites.get_mut(&HALL).unwrap();
        hall.hours = "Mo-Fr 07:30-16:00".into();
        hall.ramadan_hours = "Mo-Fr 08:00-15:00".into();
        has(&it, Clash::SiteClosed)
    };
    assert!(!on(14));
    assert!(on(21));
}
