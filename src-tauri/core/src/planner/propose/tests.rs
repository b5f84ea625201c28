//! Proposals for cohorts: they fit the rules or say what does not, repeat
//! themselves, and leave alone what is to be left alone.

use std::sync::atomic::{AtomicU32, Ordering};

use proptest::prelude::*;

use super::*;
use crate::domain::{Cohort, Coordinates, Day, Group, Severity, Site, Zone};

const QUICK: Search = Search {
    seed: 0,
    runs: 1,
    steps: 20_000,
    threads: 1,
};

fn id(kind: u8, number: usize) -> Id {
    let mut bytes = [kind; 16];
    bytes[15] = number as u8;
    Id::from_bytes(bytes)
}

fn day(number: i64) -> Day {
    Day::new(2018, 3, 20).unwrap().plus(number)
}

/// Sites around Banyuwangi, a few minutes to an hour apart.
fn plan(groups: usize, sites: usize) -> Plan {
    let site = |number: usize| Site {
        name: format!("Lokus {number}"),
        coordinates: Some(Coordinates {
            latitude: -8.21 + 0.02 * (number % 5) as f64,
            longitude: 114.37 - 0.03 * (number / 5) as f64,
            approximate: true,
        }),
        hours: if number.is_multiple_of(2) {
            "Mo-Fr 08:00-15:30; PH off".into()
        } else {
            String::new()
        },
        capacity: Some(1 + number.is_multiple_of(3) as u32),
        foci: vec![format!("fokus {}", number % 4)],
        ..Default::default()
    };
    let group = |number: usize| Group {
        name: format!("Kelompok {}", number + 1),
        focus: format!("fokus {}", number % 4),
        ..Default::default()
    };
    let mut cohort = Cohort {
        start: day(0),
        end: day(4),
        ..Default::default()
    };
    cohort.planning.base_coordinates = site(0).coordinates;
    Plan {
        groups: (0..groups).map(|it| id(1, it)).collect(),
        group_records: (0..groups).map(|it| (id(1, it), group(it))).collect(),
        sites: (0..sites).map(|it| (id(2, it), site(it))).collect(),
        cohort,
        ..Default::default()
    }
}

fn request(standing: Standing, seed: u32) -> PlanRequest {
    PlanRequest {
        standing,
        wishes: vec![Wish::Balanced],
        seed,
        ..Default::default()
    }
}

fn one(plan: &Plan, request: &PlanRequest, now: UtcMinute) -> ProposedPlan {
    let mut all = propose(plan, request, now, &QUICK, &|_| true);
    all.remove(0)
}

fn applied(plan: &Plan, proposal: &ProposedPlan) -> Plan {
    let mut after = plan.clone();
    after.visits.retain(|it| !proposal.removed.contains(&it.id));
    for (number, change) in proposal.changes.iter().enumerate() {
        match change.visit {
            Some(id) => {
                let mut visits = after.visits.iter_mut();
                visits.find(|it| it.id == id).unwrap().visit = change.after.clone();
            }
            None => after.visits.push(PlanVisit {
                id: id(3, number),
                visit: change.after.clone(),
            }),
        }
    }
    after
}

fn blocks(proposal: &ProposedPlan) -> Vec<Clash> {
    let conflicts = proposal.conflicts.iter();
    let blocks = conflicts.filter(|it| it.severity == Severity::Block);
    blocks.map(|it| it.clash).collect()
}

#[test]
fn a_schedule_from_nothing_meets_every_wish_and_breaks_no_rule() {
    let plan = plan(4, 8);
    let found = one(&plan, &request(Standing::Keep, 1), UtcMinute(0));
    assert_eq!(found.unmet, Vec::new());
    let weighty = |it: &&Conflict| it.severity != Severity::Note && it.clash != Clash::LeadMissing;
    let weighty: Vec<_> = found.conflicts.iter().filter(weighty).collect();
    assert!(weighty.is_empty(), "{weighty:#?}");
    assert_eq!(found.changes.len(), 4 * 8);
    assert_eq!(evaluate(&applied(&plan, &found)).cost, found.cost);
}

#[test]
fn the_same_seed_proposes_the_same_on_any_number_of_threads_and_another_does_not() {
    let plan = plan(4, 8);
    let with = |seed: u32, threads: usize| {
        let how = Search {
            runs: 3,
            threads,
            steps: 4_000,
            ..QUICK
        };
        let request = request(Standing::Keep, seed);
        propose(&plan, &request, UtcMinute(0), &how, &|_| true)
    };
    assert_eq!(with(5, 1), with(5, 3));
    assert_ne!(with(5, 1), with(6, 1));
}

#[test]
fn what_is_pinned_shared_or_past_stays_and_the_rest_is_improved_from_where_it_stands() {
    let mut plan = plan(3, 6);
    let first = one(&plan, &request(Standing::Keep, 1), UtcMinute(0));
    plan = applied(&plan, &first);
    let briefing = Visit {
        what: VisitKind::Briefing,
        title: "Pengarahan".into(),
        start: day(1).at(15, 30, Zone::Wib),
        end: day(1).at(16, 30, Zone::Wib),
        ..Default::default()
    };
    plan.visits.push(PlanVisit {
        id: id(9, 0),
        visit: briefing,
    });
    let now = day(1).at(0, 0, Zone::Wib);
    let pinned = plan.visits[5].id;
    plan.visits[5].visit.pinned = true;
    let held = plan.visits[6].id;
    for standing in [Standing::Improve, Standing::Replace, Standing::Keep] {
        let wanted = PlanRequest {
            pinned: vec![held],
            ..request(standing, 2)
        };
        let found = one(&plan, &wanted, now);
        let touched: Vec<Id> = found.changes.iter().filter_map(|it| it.visit).collect();
        let gone = |id: &Id| touched.contains(id) || found.removed.contains(id);
        assert!(!gone(&pinned) && !gone(&held) && !gone(&id(9, 0)));
        for it in plan.visits.iter().filter(|it| it.visit.start < now) {
            assert!(!gone(&it.id), "{standing:?}");
        }
        assert!(found.changes.iter().all(|it| it.after.start >= now));
        if standing == Standing::Keep {
            assert!(touched.is_empty() && found.removed.is_empty());
        }
    }
}

#[test]
fn a_meal_somebody_planned_is_not_planned_over() {
    let mut plan = plan(2, 8);
    let meal = Visit {
        what: VisitKind::Meal,
        title: "Makan bersama bupati".into(),
        start: day(2).at(9, 0, Zone::Wib),
        end: day(2).at(11, 0, Zone::Wib),
        ..Default::default()
    };
    plan.visits.push(PlanVisit {
        id: id(9, 0),
        visit: meal,
    });
    let found = one(&plan, &request(Standing::Keep, 1), UtcMinute(0));
    assert_eq!(blocks(&found), Vec::new());
}

#[test]
fn too_much_for_the_days_gives_the_least_bad_plan_and_says_what_would_have_to_give() {
    let mut plan = plan(2, 6);
    let brief = Search {
        steps: 4_000,
        ..QUICK
    };
    plan.cohort.end = day(0);
    plan.cohort.planning.visits_per_group = Some(6);
    plan.cohort.planning.most_visits_a_day = 7;
    let found = propose(
        &plan,
        &request(Standing::Keep, 1),
        UtcMinute(0),
        &brief,
        &|_| true,
    )
    .remove(0);
    assert!(found.changes.len() >= 4, "{}", found.changes.len());
    assert!(!found.unmet.is_empty());
    let named: Vec<Clash> = found.unmet.iter().map(|it| it.wish).collect();
    for clash in blocks(&found) {
        assert!(named.contains(&clash), "{clash:?} is not in {named:?}");
    }
    let few = found.unmet.iter().find(|it| it.wish == Clash::VisitsFew);
    assert!(few.unwrap().group.is_some());
    let relax: Vec<_> = found.unmet.iter().filter_map(|it| it.relax).collect();
    assert!(!relax.is_empty(), "{:#?}", found.unmet);
}

#[test]
fn a_site_that_is_never_open_is_named_and_nothing_else_suffers() {
    let mut plan = plan(2, 4);
    plan.sites.get_mut(&id(2, 2)).unwrap().hours = "Su 08:00-12:00".into();
    let found = one(&plan, &request(Standing::Keep, 1), UtcMinute(0));
    let unvisited: Vec<_> = found
        .conflicts
        .iter()
        .filter(|it| it.clash == Clash::SiteUnvisited)
        .collect();
    assert_eq!(unvisited[0].about, vec![id(2, 2)]);
    let named: Vec<_> = found.unmet.iter().map(|it| (it.wish, it.site)).collect();
    assert_eq!(named, [(Clash::SiteUnvisited, Some(id(2, 2)))]);
    let relax = (found.unmet[0].relax, found.unmet[0].relax_by);
    assert_eq!(relax, (Some(Clash::SiteClosed), 90));
    assert_eq!(blocks(&found), Vec::new());
}

#[test]
fn a_search_is_watched_and_ends_when_told_so() {
    let plan = plan(4, 8);
    let told = AtomicU32::new(0);
    let watch = |step: SearchStep| {
        assert!((0.0..=1.0).contains(&step.done));
        assert_eq!(step.wish, Wish::Balanced);
        told.fetch_add(1, Ordering::Relaxed) < 2
    };
    let endless = Search {
        steps: u64::MAX / 4,
        ..QUICK
    };
    let found = propose(
        &plan,
        &PlanRequest::default(),
        UtcMinute(0),
        &endless,
        &watch,
    );
    assert_eq!(found.len(), 1);
}

#[test]
fn nothing_to_plan_is_no_trouble() {
    for plan in [Plan::default(), plan(0, 3), plan(3, 0)] {
        let found = one(&plan, &PlanRequest::default(), UtcMinute(0));
        assert!(found.changes.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_proposal_has_no_blocking_conflict_or_names_each(
        groups in 1_usize..5,
        sites in 1_usize..8,
        days in 0_i64..4,
        seed in any::<u32>(),
        per_group in prop::option::of(1_u32..7),
    ) {
        let mut plan = plan(groups, sites);
        plan.cohort.end = day(days);
        plan.cohort.planning.visits_per_group = per_group;
        let how = Search { steps: 6_000, ..QUICK };
        let all = propose(&plan, &request(Standing::Keep, seed), UtcMinute(0), &how, &|_| true);
        let named: Vec<Clash> = all[0].unmet.iter().map(|it| it.wish).collect();
        for clash in blocks(&all[0]) {
            prop_assert!(named.contains(&clash), "{:?} is not in {:?}", clash, named);
        }
    }
}
