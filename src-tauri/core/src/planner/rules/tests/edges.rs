//! Every rule at its edge: the nearest plan that keeps it, and one a minute, a
//! person, a visit or a word further that breaks it.

use super::*;
use crate::domain::{Contact, PrayerSettings};
use crate::planner::prayer;

/// A minute, in plans that break a rule by it and in those that do not.
fn later(at: UtcMinute, is_broken: bool) -> UtcMinute {
    at.plus(i32::from(is_broken))
}

/// Two visits of groups 1 and 2 at the hall and the beach; they overlap by a
/// minute, or touch.
fn pair(is_broken: bool, change: impl Fn(&mut Visit, &mut Visit)) -> Plan {
    let mut one = slot(1, &[1], at(8, 0), later(at(9, 0), is_broken));
    let mut two = at_site(slot(2, &[2], at(9, 0), at(10, 0)), BEACH);
    change(&mut one.visit, &mut two.visit);
    open_plan(vec![one, two])
}

fn visits(count: u8, change: impl Fn(u8, &mut PlanVisit)) -> Vec<PlanVisit> {
    let one = |number: u8| {
        let from = at(8, 0).plus(30 * i32::from(number));
        let mut it = slot(number, &[1], from, from.plus(30));
        change(number, &mut it);
        it
    };
    (0..count).map(one).collect()
}

fn at_hall(visits: Vec<PlanVisit>, change: impl FnOnce(&mut Site)) -> Plan {
    let mut it = plan(visits);
    it.cohort.planning.lunch_minutes = 0;
    it.sites.entry(HALL).and_modify(change);
    it
}

/// Banyuwangi's times of a day in March 2018.
fn times(day: u32) -> prayer::PrayerDay {
    let hall = open_plan(Vec::new()).sites[&HALL].coordinates.unwrap();
    let day = Day::new(2018, 3, day).unwrap();
    prayer::times(hall, day, Zone::Wib, &PrayerSettings::default()).unwrap()
}

/// A plan that breaks `rule`, or the nearest that does not.
fn example(rule: Clash, is_broken: bool) -> Plan {
    let broken = u32::from(is_broken);
    let prayer = PrayerSettings::default();
    let prayer_minutes = i32::try_from(prayer.prayer_minutes).unwrap();
    let own = |number| Person {
        group: Some(group(number)),
        role: Role::Instructor,
        ..Default::default()
    };
    match rule {
        Clash::GroupTwice => pair(is_broken, |_, two| two.groups = vec![group(1)]),
        Clash::LeadTwice => pair(is_broken, |one, two| {
            (one.lead, two.lead) = (Some(person(1)), Some(person(1)));
        }),
        Clash::PersonTwice => {
            let mut it = pair(is_broken, |one, _| one.lead = Some(person(1)));
            it.people = [(person(1), own(2))].into();
            it
        }
        Clash::VehicleTwice => pair(is_broken, |one, two| {
            (one.transport, two.transport) = ("Bus 1".into(), "bus 1 ".into());
        }),
        Clash::SiteTwice => {
            let mut it = pair(is_broken, |_, two| two.site = Some(HALL));
            it.sites.get_mut(&HALL).unwrap().capacity = None;
            it
        }
        Clash::SiteFull => {
            let mut it = pair(is_broken, |_, two| two.site = Some(HALL));
            it.sites.get_mut(&HALL).unwrap().capacity = Some(1);
            it
        }
        Clash::SiteBusy => at_hall(visits(2, |_, _| ()), |hall| {
            hall.groups_a_day = Some(2 - broken);
        }),
        Clash::GroupTooBig => {
            let mut it = at_hall(visits(1, |_, _| ()), |hall| {
                hall.capacity_people = Some(4 - broken);
            });
            it.people = (0..4).map(|number| (person(number), own(1))).collect();
            it
        }
        Clash::SiteClosed => at_hall(
            vec![slot(1, &[1], at(12, 0), later(at(14, 0), is_broken))],
            |_| (),
        ),
        Clash::HoursUnreadable => at_hall(visits(1, |_, _| ()), |hall| {
            hall.ramadan_hours = if is_broken { "siang" } else { "08:00-12:00" }.into();
        }),
        Clash::PublicHoliday => at_hall(vec![slot(1, &[1], on(17, 8, 0), on(17, 9, 0))], |hall| {
            if !is_broken {
                hall.hours.push_str("; PH 08:00-10:00");
            }
        }),
        Clash::TravelShort => {
            let mut it = pair(false, |_, two| two.groups = vec![group(1)]);
            // 57 minutes from the hall to the beach.
            it.visits[1].visit.start = at(9, 57).plus(-i32::from(is_broken));
            it
        }
        Clash::DzuhurMissed => {
            let latest = times(22).ashar.plus(-prayer_minutes);
            let mut it = open_plan(vec![
                slot(1, &[1], at(10, 0), later(latest, is_broken)),
                slot(2, &[1], times(22).ashar, at(15, 30)),
            ]);
            it.cohort.planning.lunch_minutes = 0;
            it
        }
        Clash::FridayMissed => {
            let before = i32::try_from(prayer.friday_before_minutes).unwrap();
            let begin = times(23).dzuhur.plus(-before);
            open_plan(vec![slot(1, &[1], on(23, 9, 0), later(begin, is_broken))])
        }
        Clash::AsharMissed => {
            let latest = times(22).maghrib.plus(-prayer_minutes);
            let mut it = open_plan(vec![slot(1, &[1], at(14, 0), later(latest, is_broken))]);
            it.cohort.planning.day_end = 20 * 60;
            it
        }
        Clash::LunchMissed => {
            // Lunch begins at one at the latest, and the prayer comes after it.
            let mut it = open_plan(vec![
                slot(1, &[1], at(8, 0), later(at(13, 0), is_broken)),
                slot(2, &[1], at(14, 15), at(14, 40)),
            ]);
            it.cohort.planning.lunch_minutes = 40;
            it
        }
        Clash::DayTooLong => {
            // Ten minutes to gather, the base being at the hall.
            let leave = at(7, 40).plus(-i32::from(is_broken));
            let mut it = open_plan(vec![slot(1, &[1], leave, at(9, 0))]);
            it.cohort.planning.base_coordinates = it.sites[&HALL].coordinates;
            it
        }
        Clash::DayCrowded => {
            let mut it = at_hall(visits(3, |_, _| ()), |_| ());
            it.cohort.planning.most_visits_a_day = 3 - broken;
            it
        }
        Clash::ZoneChange => {
            let mut it = open_plan(vec![at_site(slot(1, &[1], at(8, 0), at(9, 0)), BALI)]);
            if !is_broken {
                it.cohort.zone = Zone::Wita;
            }
            it
        }
        Clash::FocusUncovered => {
            let mut it = at_hall(visits(1, |_, _| ()), |hall| {
                hall.foci = vec!["Kearsipan ".into()];
            });
            let focus = if is_broken { "arsip" } else { "kearsipan" };
            it.groups.truncate(1);
            it.cohort.planning.foci = vec![focus.into()];
            it
        }
        Clash::VisitsFew => {
            let mut it = at_hall(visits(2, |_, _| ()), |_| ());
            it.groups.truncate(1);
            it.cohort.planning.visits_per_group = Some(2 + broken);
            it
        }
        Clash::SiteRepeated => {
            let second = if is_broken { HALL } else { BEACH };
            open_plan(visits(2, |number, it| {
                if number == 1 {
                    it.visit.site = Some(second);
                }
            }))
        }
        Clash::SiteUnvisited => open_plan(visits(3 - u8::from(is_broken), |number, it| {
            it.visit.site = Some([HALL, BEACH, BALI][usize::from(number)]);
        })),
        Clash::LeadMissing => at_hall(
            visits(1, |_, it| it.visit.lead = (!is_broken).then(|| person(1))),
            |_| (),
        ),
        Clash::ContactMissing => at_hall(visits(1, |_, _| ()), |hall| {
            hall.contacts = vec![Contact {
                phone: if is_broken { " " } else { "0333" }.into(),
                ..Default::default()
            }];
        }),
    }
}

#[test]
fn every_rule_is_broken_a_step_beyond_its_edge_and_kept_at_it() {
    for rule in Clash::ALL {
        assert!(has(&example(*rule, true), *rule), "{} hit", rule.id());
        assert!(!has(&example(*rule, false), *rule), "{} miss", rule.id());
    }
}

#[test]
fn a_broken_rule_weighs_what_its_cohort_says_and_can_be_accepted_while_it_does_not_block() {
    for rule in Clash::ALL {
        let mut it = example(*rule, true);
        let usual = the(&it, *rule);
        assert_eq!(usual.severity, rule.usual_severity());
        let other = match usual.severity {
            Severity::Note => Severity::Block,
            _ => Severity::Note,
        };
        let planning = &mut it.cohort.planning;
        planning.severities = [(rule.id().to_owned(), other)].into();
        planning.accepted = [(usual.key.clone(), Default::default())].into();
        let weighed = the(&it, *rule);
        assert_eq!(weighed.severity, other, "{}", rule.id());
        assert!(weighed.accepted.is_some(), "{}", rule.id());
    }
}

#[test]
fn what_mends_a_conflict_mends_it_and_blocks_nothing() {
    for rule in Clash::ALL {
        let mut it = example(*rule, true);
        let found = the(&it, *rule);
        let Some(fix) = found.fix else { continue };
        let blocks = |plan: &Plan| {
            let found = conflicts(plan).into_iter();
            found.filter(|it| it.severity == Severity::Block).count()
        };
        let before = blocks(&it);
        match fix.visit {
            Some(id) => {
                let mut visits = it.visits.iter_mut();
                visits.find(|it| it.id == id).unwrap().visit = fix.after;
            }
            None => it.visits.push(PlanVisit {
                id: Id::from_bytes([99; 16]),
                visit: fix.after,
            }),
        }
        let left = conflicts(&it).into_iter().filter(|it| it.key == found.key);
        assert_eq!(left.count(), 0, "{}", rule.id());
        assert!(blocks(&it) <= before, "{}", rule.id());
    }
}
