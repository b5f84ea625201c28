//! The proposer against problem files, scored by rules written down anew here
//! from the description of the format; nothing of the planner is used to judge it.

use std::fs;

use serde_json::Value;
use tilik_core::planner::{ProblemFile, Search, Slot};

use crate::program::{tilik_cli, tilik_in};

fn fixture(name: &str) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    fs::read_to_string(format!("{root}/fixtures/planner/{name}.json")).unwrap()
}

fn whole(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

/// What is wrong with a plan, in words, and what it costs.
struct Verdict {
    wrong: Vec<String>,
    cost: i64,
}

/// One visit as the scorer sees it.
struct Stop {
    site: usize,
    from: i64,
    to: i64,
}

/// A ride or a stop: a stretch during which no break is taken.
type Busy = (i64, i64);

fn judge(problem: &Value, plan: &[Slot]) -> Verdict {
    let sites = problem["sites"].as_array().unwrap();
    let days = problem["days"].as_array().unwrap();
    let ride = |from: usize, to: usize| whole(&problem["travel"][from][to]);
    let groups = problem["ngroups"].as_u64().unwrap() as usize;
    let mut wrong = Vec::new();
    let (mut away, mut travel) = (0, vec![0; groups]);
    for group in 0..groups {
        let mine: Vec<&Slot> = plan.iter().filter(|it| it.0 == group).collect();
        let mut seen: Vec<usize> = mine.iter().map(|it| it.1).collect();
        seen.sort_unstable();
        seen.dedup();
        if mine.len() as i64 != whole(&problem["K"]) || seen.len() != mine.len() {
            wrong.push(format!("group {group} has {} visits", mine.len()));
        }
        for focus in 0..whole(&problem["nf"]) {
            let offers = |site: &usize| {
                sites[*site]["foci"]
                    .as_array()
                    .unwrap()
                    .contains(&focus.into())
            };
            if !seen.iter().any(offers) {
                wrong.push(format!("group {group} misses focus {focus}"));
            }
        }
        for (number, day) in days.iter().enumerate() {
            let mut stops: Vec<Stop> = mine
                .iter()
                .filter(|it| it.2 == number)
                .map(|it| Stop {
                    site: it.1,
                    from: it.3.into(),
                    to: i64::from(it.3) + whole(&sites[it.1]["dur"]),
                })
                .collect();
            stops.sort_by_key(|it| it.from);
            let Some(last) = stops.last() else { continue };
            for stop in &stops {
                let open = &sites[stop.site]["open"][number];
                let inside =
                    !open.is_null() && whole(&open[0]) <= stop.from && stop.to <= whole(&open[1]);
                if !inside {
                    wrong.push(format!(
                        "group {group} stands before a closed door on day {number}"
                    ));
                }
            }
            travel[group] += ride(0, stops[0].site + 1) + ride(last.site + 1, 0);
            travel[group] += stops
                .windows(2)
                .map(|it| ride(it[0].site + 1, it[1].site + 1))
                .sum::<i64>();
            match shortest_day(day, &stops, &ride) {
                Some(span) => away += span,
                None => wrong.push(format!("group {group} cannot do day {number}")),
            }
        }
    }
    wrong.extend(hosts(sites, days.len(), plan));
    let worst = travel.iter().max().copied().unwrap_or(0);
    Verdict {
        wrong,
        cost: travel.iter().sum::<i64>() + away + 5 * worst,
    }
}

fn hosts(sites: &[Value], days: usize, plan: &[Slot]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (site, it) in sites.iter().enumerate() {
        if !plan.iter().any(|slot| slot.1 == site) {
            wrong.push(format!("nobody goes to site {site}"));
        }
        for day in 0..days {
            let here: Vec<i64> = plan
                .iter()
                .filter(|slot| (slot.1, slot.2) == (site, day))
                .map(|slot| slot.3.into())
                .collect();
            let at_once = |moment: i64| {
                let present =
                    |start: &&i64| **start <= moment && moment < **start + whole(&it["dur"]);
                here.iter().filter(present).count() as i64
            };
            let crowd = here.iter().map(|start| at_once(*start)).max().unwrap_or(0);
            if here.len() as i64 > whole(&it["max_per_day"]) || crowd > whole(&it["cap"]) {
                wrong.push(format!("site {site} is overrun on day {day}"));
            }
        }
    }
    wrong
}

/// The shortest time away in which all breaks can be taken, by trying every
/// departure, every return, and every way of riding early or late in each gap.
fn shortest_day(day: &Value, stops: &[Stop], ride: &impl Fn(usize, usize) -> i64) -> Option<i64> {
    let (open, close) = (whole(&day["start"]), whole(&day["end"]));
    let (first, last) = (stops.first()?, stops.last()?);
    let (out, home) = (ride(0, first.site + 1), ride(last.site + 1, 0));
    let visits: Vec<Busy> = stops.iter().map(|it| (it.from, it.to)).collect();
    // In each gap the ride may begin at any step that leaves time for it.
    let mut middles: Vec<Vec<Busy>> = vec![Vec::new()];
    for pair in stops.windows(2) {
        let length = ride(pair[0].site + 1, pair[1].site + 1);
        let latest = pair[1].from - length;
        let mut longer = Vec::new();
        for begun in &middles {
            for start in pair[0].to..=latest {
                longer.push([begun.as_slice(), &[(start, start + length)]].concat());
            }
        }
        middles = longer;
    }
    let mut best: Option<i64> = None;
    for depart in (open..=first.from - out).rev() {
        for back in
            (last.to + home..=close).take_while(|back| best.is_none_or(|it| back - depart < it))
        {
            let ends = [(depart, depart + out), (back - home, back)];
            let possible = middles.iter().any(|rides| {
                let mut busy = [visits.as_slice(), rides, &ends].concat();
                busy.sort_unstable();
                breaks_fit(day, &busy)
            });
            if possible {
                best = Some(back - depart);
            }
        }
    }
    best
}

/// Whether the breaks fit between busy stretches, one after the other.
fn breaks_fit(day: &Value, busy: &[Busy]) -> bool {
    let mut now = i64::MIN;
    day["breaks"].as_array().unwrap().iter().all(|it| {
        let length = whole(&it["dur"]);
        let mut start = now.max(whole(&it["es"]));
        for (from, to) in busy {
            if *from < start + length && start < *to {
                start = *to;
            }
        }
        now = start + length;
        start <= whole(&it["ls"])
    })
}

fn searched(name: &str, steps: u64) -> (Value, Vec<Slot>, i64) {
    let text = fixture(name);
    let problem = ProblemFile::read(&text).unwrap();
    let how = Search {
        seed: 1,
        runs: 1,
        steps,
        threads: 1,
    };
    let found = problem.search(&how, &|_, _| true);
    assert_eq!(found.unmet, Vec::new());
    (
        serde_json::from_str(&text).unwrap(),
        found.slots,
        found.objective,
    )
}

#[test]
fn the_small_problem_is_solved_better_than_any_plan_known_before() {
    let (problem, plan, objective) = searched("small", 60_000);
    let verdict = judge(&problem, &plan);
    assert_eq!(verdict.wrong, Vec::<String>::new());
    assert_eq!(verdict.cost, objective);
    assert!(objective <= 1_600, "{objective}");
}

#[test]
fn the_large_problem_is_solved_without_a_violation() {
    let (problem, plan, objective) = searched("large", 60_000);
    let verdict = judge(&problem, &plan);
    assert_eq!(verdict.wrong, Vec::<String>::new());
    assert_eq!(verdict.cost, objective);
    assert!(objective <= 6_500, "{objective}");
}

#[test]
fn the_scorer_itself_sees_what_is_wrong() {
    let (problem, plan, _) = searched("small", 60_000);
    let with = |change: &dyn Fn(&mut Slot)| {
        let mut changed = plan.clone();
        change(&mut changed[0]);
        judge(&problem, &changed).wrong.len()
    };
    assert_eq!(with(&|_| {}), 0);
    assert!(with(&|it| it.3 = 40) > 0);
    assert!(with(&|it| it.3 = 200) > 0);
    assert!(with(&|it| it.0 = 3) > 0);
    assert!(judge(&problem, &plan[1..]).wrong.len() > 0);
}
