//! Every conflict of a plan has a name of its own, by which it is told apart and accepted.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn unlike(conflicts: &[Conflict]) -> bool {
    let names: BTreeSet<&str> = conflicts.iter().map(|it| it.key.as_str()).collect();
    names.len() == conflicts.len()
}

#[test]
fn a_focus_of_a_group_that_everybody_is_to_see_is_missed_once() {
    let mut it = open_plan(vec![slot(1, &[2], at(8, 0), at(9, 0))]);
    it.sites
        .entry(BEACH)
        .and_modify(|beach| beach.foci = vec!["Arsip".into()]);
    it.cohort.planning.foci = vec!["Arsip".into(), "arsip ".into()];
    let own = Group {
        focus: "arsip".into(),
        ..Default::default()
    };
    it.group_records = [(group(1), own)].into();
    let found = conflicts(&it);
    let missed = found.iter().filter(|it| it.clash == Clash::FocusUncovered);
    assert_eq!(missed.count(), it.groups.len());
    assert!(unlike(&found));
}

prop_compose! {
    fn any_slot()(
        site in prop::sample::select(vec![HALL, BEACH, BALI]),
        groups in prop::collection::vec(1_u8..5, 0..4),
        day in 22_u32..24,
        start in 14_u32..38,
        length in 1_i32..6,
        lead in prop::option::of(1_u8..3),
        transport in prop::sample::select(vec!["", "Bus 1"]),
        what in prop::sample::select(vec![VisitKind::Visit, VisitKind::Briefing, VisitKind::Meal]),
    ) -> PlanVisit {
        let from = on(day, start / 2, start % 2 * 30);
        let mut it = at_site(slot(0, &groups, from, from.plus(30 * length)), site);
        it.visit.lead = lead.map(person);
        it.visit.transport = transport.into();
        it.visit.what = what;
        it
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_two_conflicts_share_a_name(slots in prop::collection::vec(any_slot(), 1..8)) {
        let numbered = (1..).zip(slots).map(|(number, it)| PlanVisit {
            id: Id::from_bytes([number + 50; 16]),
            ..it
        });
        let mut it = open_plan(numbered.collect());
        it.sites.entry(HALL).and_modify(|hall| {
            (hall.capacity, hall.groups_a_day) = (None, Some(2));
            hall.hours = "Mo-Sa 08:00-14:00".into();
        });
        it.sites.entry(BEACH).and_modify(|beach| beach.capacity = Some(1));
        it.cohort.planning.visits_per_group = Some(3);
        it.people = [1, 2].map(|number| {
            let role = Role::Instructor;
            (person(number), Person { group: Some(group(number)), role, ..Default::default() })
        }).into();
        let found = conflicts(&it);
        prop_assert!(unlike(&found), "{:?}", found);
    }
}
