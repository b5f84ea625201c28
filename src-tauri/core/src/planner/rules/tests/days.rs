//! The rules of whole days and of what is left out, and what is told of a plan.

use super::*;

#[test]
fn a_ride_needs_the_distance_and_gathering_or_what_somebody_knows() {
    // 57 minutes from the hall to the beach.
    let after = |gap: i32| {
        open_plan(vec![
            slot(1, &[1], at(8, 0), at(9, 0)),
            at_site(slot(2, &[1], at(9, 0).plus(gap), at(11, 0)), BEACH),
        ])
    };
    assert!(!has(&after(57), Clash::TravelShort));
    let short = the(&after(56), Clash::TravelShort);
    assert_eq!((short.planned, short.capacity), (Some(56), Some(57)));
    assert_eq!(short.better_start, Some(at(10, 1)));
    let mut known = after(30);
    known.cohort.planning.rides = vec![Ride {
        from: Some(HALL),
        to: Some(BEACH),
        minutes: 20,
    }];
    assert!(!has(&known, Clash::TravelShort));
    known.sites.get_mut(&BEACH).unwrap().coordinates = None;
    known.cohort.planning.rides.clear();
    assert!(!has(&known, Clash::TravelShort));
}

/// Dzuhur is at 11:32, Ashar at 14:46, Maghrib at 17:34 on these days.
#[test]
fn the_midday_prayer_and_lunch_need_their_time_between_visits() {
    let with_gap = |minutes: i32| {
        open_plan(vec![
            slot(1, &[1], at(8, 0), at(12, 30)),
            slot(2, &[1], at(12, 30).plus(minutes), at(15, 30)),
        ])
    };
    // Prayer thirty minutes, lunch forty.
    assert!(clashes(&with_gap(70)).is_empty());
    assert_eq!(clashes(&with_gap(69)), vec![Clash::LunchMissed]);
    assert_eq!(
        clashes(&with_gap(29)),
        vec![Clash::LunchMissed, Clash::DzuhurMissed]
    );
    let lunch = the(&with_gap(60), Clash::LunchMissed);
    assert_eq!((lunch.planned, lunch.capacity), (Some(30), Some(40)));
}

#[test]
fn ashar_needs_its_time_before_maghrib() {
    let until = |hour, minute| {
        let mut it = open_plan(vec![slot(1, &[1], at(14, 0), at(hour, minute))]);
        it.cohort.planning.day_end = 20 * 60;
        has(&it, Clash::AsharMissed)
    };
    assert!(!until(17, 0));
    assert!(until(17, 10));
}

#[test]
fn friday_prayer_is_derived_from_dzuhur_and_blocks() {
    let friday = |hour, minute| open_plan(vec![slot(1, &[1], on(23, 9, 0), on(23, hour, minute))]);
    assert!(!has(&friday(11, 15), Clash::FridayMissed));
    let missed = the(&friday(11, 30), Clash::FridayMissed);
    assert_eq!(missed.severity, Severity::Block);
    assert!(!has(&friday(11, 30), Clash::LunchMissed));
}

#[test]
fn a_day_is_too_long_by_its_rides_too() {
    let until = |hour, minute| {
        let mut it = open_plan(vec![at_site(
            slot(1, &[1], at(16, 0), at(hour, minute)),
            BEACH,
        )]);
        it.cohort.planning.base_coordinates = place(-8.2113, 114.3757);
        it.cohort.planning.day_end = 18 * 60;
        it
    };
    assert!(!has(&until(17, 3), Clash::DayTooLong));
    let long = the(&until(17, 4), Clash::DayTooLong);
    assert_eq!(long.to, at(18, 1));
}

#[test]
fn the_fifth_visit_of_a_day_makes_it_crowded() {
    let hours = |count: u8| {
        let visits = (0..count).map(|number| {
            let hour = 8 + u32::from(number);
            slot(number, &[1], at(hour, 0), at(hour, 30))
        });
        open_plan(visits.collect())
    };
    assert!(!has(&hours(4), Clash::DayCrowded));
    let crowded = the(&hours(5), Clash::DayCrowded);
    assert_eq!((crowded.planned, crowded.capacity), (Some(5), Some(4)));
    assert_eq!(crowded.fix.unwrap().kind, FixKind::OtherDay);
}

#[test]
fn crossing_into_bali_changes_the_clock() {
    let it = open_plan(vec![
        slot(1, &[1], at(8, 0), at(9, 0)),
        at_site(slot(2, &[1], at(12, 0), at(13, 0)), BALI),
    ]);
    assert_eq!(the(&it, Clash::ZoneChange).visits, vec![it.visits[1].id]);
    let home = open_plan(vec![slot(1, &[1], at(8, 0), at(9, 0))]);
    assert!(!has(&home, Clash::ZoneChange));
}

#[test]
fn a_focus_is_missed_only_where_some_site_offers_it_or_all_shall_see_it() {
    let mut it = open_plan(vec![slot(1, &[1], at(8, 0), at(9, 0))]);
    it.sites.get_mut(&BEACH).unwrap().foci = vec!["Pariwisata".into()];
    it.groups.truncate(1);
    let with_focus = |focus: &str| Group {
        focus: focus.into(),
        ..Default::default()
    };
    it.group_records = [(group(1), with_focus("Kearsipan"))].into();
    assert!(!has(&it, Clash::FocusUncovered));
    it.group_records = [(group(1), with_focus("pariwisata "))].into();
    let missed = the(&it, Clash::FocusUncovered);
    let fix = missed.fix.unwrap();
    assert_eq!((fix.kind, fix.after.site), (FixKind::Add, Some(BEACH)));
    it.visits.push(PlanVisit {
        id: Id::from_bytes([9; 16]),
        visit: fix.after,
    });
    assert!(!has(&it, Clash::FocusUncovered));
    it.group_records.clear();
    it.cohort.planning.foci = vec!["Kearsipan".into()];
    assert!(has(&it, Clash::FocusUncovered));
}

#[test]
fn what_nobody_visits_leads_or_can_call_is_named_once_a_plan_is_begun() {
    let mut it = open_plan(Vec::new());
    assert!(conflicts(&it).is_empty());
    it.visits = vec![slot(1, &[1], at(8, 0), at(9, 0))];
    it.cohort.planning.visits_per_group = Some(1);
    let found = conflicts(&it);
    let count = |clash| found.iter().filter(|it| it.clash == clash).count();
    assert_eq!(count(Clash::SiteUnvisited), 2);
    assert_eq!(count(Clash::LeadMissing), 1);
    assert_eq!(count(Clash::ContactMissing), 1);
    assert_eq!(count(Clash::VisitsFew), 3);
    let lead = Person {
        role: Role::Instructor,
        ..Default::default()
    };
    it.people = [(person(1), lead)].into();
    let fix = the(&it, Clash::LeadMissing).fix.unwrap();
    assert_eq!(fix.after.lead, Some(person(1)));
    it.visits[0].visit.lead = Some(person(1));
    assert!(!has(&it, Clash::LeadMissing));
    it.visits[0].visit.what = VisitKind::Briefing;
    it.visits[0].visit.lead = None;
    assert!(!has(&it, Clash::LeadMissing));
}

#[test]
fn a_second_visit_of_one_group_to_one_site_is_noted() {
    let twice = plan(vec![
        slot(1, &[1], at(8, 0), at(9, 0)),
        slot(2, &[1], on(23, 8, 0), on(23, 9, 0)),
        slot(3, &[2], on(23, 9, 0), on(23, 10, 0)),
    ]);
    let found = the(&twice, Clash::SiteRepeated);
    assert_eq!(found.visits, vec![twice.visits[1].id]);
}

#[test]
fn one_missed_lunch_of_a_shared_slot_is_told_once_about_all_its_groups() {
    let it = open_plan(vec![slot(1, &[1, 2], at(8, 0), at(15, 30))]);
    let found = found(&it);
    let lunch: Vec<_> = found
        .iter()
        .filter(|it| it.clash == Clash::LunchMissed)
        .collect();
    assert_eq!(lunch.len(), 1);
    assert_eq!(lunch[0].about, vec![group(1), group(2)]);
}

#[test]
fn a_cohort_weighs_rules_itself() {
    let mut it = open_plan(vec![slot(1, &[1], at(8, 0), at(15, 30))]);
    let note = (Clash::LunchMissed.id().to_owned(), Severity::Note);
    it.cohort.planning = Planning {
        severities: [note].into(),
        ..Default::default()
    };
    assert_eq!(the(&it, Clash::LunchMissed).severity, Severity::Note);
}

#[test]
fn spots_are_where_nothing_blocks_and_say_what_would_be_warned_of() {
    let it = plan(vec![
        slot(1, &[1], at(8, 0), at(9, 0)),
        slot(2, &[1], at(10, 0), at(11, 0)),
    ]);
    let spots = allowed_spots(&it, &it.visits[1], Day::new(2018, 3, 22).unwrap());
    let first = spots.first().unwrap();
    assert_eq!((first.start, first.worst), (at(9, 0), Some(Severity::Warn)));
    assert_eq!(spots.last().unwrap().start, at(13, 0));
    let sunday = allowed_spots(&it, &it.visits[1], Day::new(2018, 3, 25).unwrap());
    assert!(sunday.is_empty());
}

#[test]
fn a_day_is_told_with_its_rides_and_breaks_and_what_it_costs() {
    let mut it = open_plan(vec![
        slot(1, &[1], at(8, 0), at(10, 0)),
        at_site(slot(2, &[1], at(13, 30), at(14, 30)), BEACH),
    ]);
    it.cohort.planning.base_coordinates = place(-8.2113, 114.3757);
    it.groups.truncate(1);
    let judged = evaluate(&it);
    let route = &judged.routes[0];
    let minutes: Vec<_> = route.legs.iter().map(|leg| leg.minutes).collect();
    assert_eq!(minutes, vec![Some(10), Some(57), Some(57)]);
    assert_eq!(route.legs[0].start, at(7, 50));
    assert_eq!(route.legs[2].end, at(15, 27));
    let rules: Vec<_> = route.breaks.iter().map(|it| it.rule).collect();
    assert!(rules.contains(&Clash::LunchMissed) && rules.contains(&Clash::DzuhurMissed));
    assert_eq!((judged.cost.travel, judged.cost.unknown_rides), (124, 0));
    assert_eq!(
        (judged.cost.away, judged.cost.slack),
        (457, 457 - 124 - 180)
    );
}

#[test]
fn slots_with_a_slip_of_the_pen_for_a_date_are_judged_all_the_same() {
    let far = UtcMinute(i32::MAX - 1);
    let it = open_plan(vec![
        slot(1, &[1], UtcMinute(0), far),
        slot(2, &[1], far, UtcMinute(i32::MIN)),
        slot(3, &[2], UtcMinute(i32::MIN), UtcMinute(i32::MAX)),
    ]);
    assert!(!evaluate(&it).conflicts.is_empty());
}
