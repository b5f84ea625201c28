//! What a schedule costs by the problem's own measure, what it does not give, and
//! the least that would have to give way for it.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::bits::Steps;
use super::memory::Order;
use super::problem::Problem;
use super::schedule::{Cell, Change, Schedule};
use super::search::GIVE;
use crate::domain::Clash;
use crate::planner::day::{Break, Stop, lay};

/// A wish that is not met: what, for whom, and what stands in its way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Unmet {
    /// What is not met: a visit too few, a focus, a site, or the rule that is
    /// broken.
    pub wish: Clash,
    /// The group's number, counted from 0; not for a site.
    pub group: Option<u32>,
    /// The day's number, where it is about a day.
    pub day: Option<u32>,
    /// The site's number, where it is about a site.
    pub site: Option<u32>,
    /// The focus's number, where it is about a focus.
    pub focus: Option<u32>,
    /// How much is lacking: visits, or steps of the grid.
    pub lacking: u32,
    /// The smallest relaxation of a single rule that would make room; where none
    /// would, the wish itself.
    pub relax: Option<Relaxation>,
}

/// One rule that would have to give way, and by how much.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Relaxation {
    /// The rule: long days, opening hours, breaks, groups at once or a day.
    pub rule: Clash,
    /// Steps of the grid, groups, or visits.
    pub by: u32,
}

/// Travel, time away, and the worst group's travel as the problem weighs them.
pub(super) fn objective(problem: &Problem, cells: &[Cell]) -> i64 {
    let mut travel = vec![0_i64; problem.groups.len()];
    let mut away = 0;
    for (number, cell) in cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.order.len() > 0)
    {
        travel[number / problem.days] += i64::from(problem.travel(cell.order.places()));
        away += i64::from(laid(problem, number, cell, None).1);
    }
    let worst = travel.iter().copied().max().unwrap_or(0);
    i64::from(problem.aim.travel) * travel.iter().sum::<i64>()
        + i64::from(problem.aim.away) * away
        + i64::from(problem.aim.worst) * worst
}

/// Lateness and time away of a day with the breaks that count, or all of them.
fn laid(problem: &Problem, number: usize, cell: &Cell, breaks: Option<&[Break]>) -> (i32, i32) {
    let frame = problem.frame(number);
    let place = |at: &u16| &problem.places[usize::from(*at)];
    let places = cell.order.places();
    let stops: Vec<Stop> = places
        .iter()
        .zip(cell.starts)
        .map(|(at, start)| Stop {
            start,
            end: start + place(at).length,
        })
        .collect();
    let there = places.iter().map(|at| place(at).location);
    let from = std::iter::once(0).chain(there.clone());
    let rides: Vec<i32> = from
        .zip(there.chain(std::iter::once(0)))
        .map(|(from, to)| problem.ride(from, to))
        .collect();
    let limits = match breaks {
        Some(_) => (i32::MIN / 4, i32::MAX / 4),
        None => (frame.start, frame.end),
    };
    let it = lay(&stops, &rides, breaks.unwrap_or(&frame.breaks), limits);
    (it.late, it.away)
}

/// Everything that is not as it should be, each with the least that would have
/// to give way.
pub(super) fn unmet(problem: &Problem, cells: &[Cell]) -> Vec<Unmet> {
    let mut found = overruns(problem, cells);
    let room = Room::new(problem, cells);
    let count = |number: usize| u32::try_from(number).ok();
    let blank = Unmet {
        wish: Clash::VisitsFew,
        group: None,
        day: None,
        site: None,
        focus: None,
        lacking: 1,
        relax: None,
    };
    for (group, party) in problem.groups.iter().enumerate() {
        let visits = visits(problem, cells, group);
        let lacking = party.visits.saturating_sub(visits.len() + party.seen.len());
        if lacking > 0 {
            found.push(Unmet {
                group: count(group),
                lacking: count(lacking).unwrap_or(u32::MAX),
                relax: (room.relaxation(&[group], |_| true)).or(give_up(Clash::VisitsFew, lacking)),
                ..blank.clone()
            });
        }
        let seen = visits.iter().chain(&party.seen);
        let seen = seen.fold(0, |set, site| set | problem.places[usize::from(*site)].foci);
        for focus in (0..problem.foci).filter(|it| party.foci >> it & 1 == 1 && seen >> it & 1 == 0)
        {
            let offers = |site: usize| problem.places[site].foci >> focus & 1 == 1;
            found.push(Unmet {
                wish: Clash::FocusUncovered,
                group: count(group),
                focus: count(focus),
                relax: (room.relaxation(&[group], offers)).or(give_up(Clash::FocusUncovered, 1)),
                ..blank.clone()
            });
        }
    }
    let all: Vec<usize> = (0..problem.groups.len()).collect();
    let visited: Vec<u16> = all
        .iter()
        .flat_map(|group| visits(problem, cells, *group))
        .collect();
    let past = problem.groups.iter().flat_map(|it| it.seen.iter().copied());
    let visited: Vec<u16> = visited.into_iter().chain(past).collect();
    for (site, place) in problem.places[..problem.sites].iter().enumerate() {
        let is_never_open = place.starts.iter().all(Steps::is_empty);
        if visited.contains(&(site as u16)) || !(place.wanted || is_never_open) {
            continue;
        }
        // It would have to open for as long as a visit takes.
        let relax = if is_never_open {
            Some(Relaxation {
                rule: Clash::SiteClosed,
                by: place.length.unsigned_abs(),
            })
        } else {
            room.relaxation(&all, |it| it == site)
                .or(give_up(Clash::SiteUnvisited, 1))
        };
        found.push(Unmet {
            wish: Clash::SiteUnvisited,
            site: count(site),
            relax,
            ..blank.clone()
        });
    }
    found
}

fn visits(problem: &Problem, cells: &[Cell], group: usize) -> Vec<u16> {
    let days = &cells[group * problem.days..(group + 1) * problem.days];
    let places = days.iter().flat_map(|cell| cell.order.places());
    places
        .filter_map(|place| problem.site_of(*place).map(|site| site as u16))
        .collect()
}

/// Days that do not fit, with what they break and by how much.
fn overruns(problem: &Problem, cells: &[Cell]) -> Vec<Unmet> {
    let mut found = Vec::new();
    for (number, cell) in cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.order.len() > 0)
    {
        let frame = problem.frame(number);
        let day = number % problem.days;
        if cell
            .order
            .places()
            .iter()
            .all(|place| problem.is_fixed(*place))
        {
            // Nobody proposed this day; the rules say what is wrong with it.
            continue;
        }
        let mut tell = |wish, site: Option<usize>, lacking: i32| {
            if lacking > 0 {
                let rule = Relaxation {
                    rule: wish,
                    by: lacking.unsigned_abs(),
                };
                found.push(Unmet {
                    wish,
                    group: u32::try_from(number / problem.days).ok(),
                    day: u32::try_from(day).ok(),
                    site: site.and_then(|site| u32::try_from(site).ok()),
                    focus: None,
                    lacking: lacking.unsigned_abs(),
                    relax: Some(rule),
                });
            }
        };
        for (place, start) in cell.order.places().iter().zip(cell.starts) {
            let starts = &problem.places[usize::from(*place)].starts[day];
            if !problem.is_fixed(*place) && !starts.contains(start) {
                tell(
                    Clash::SiteClosed,
                    problem.site_of(*place),
                    outside(starts, start),
                );
            }
        }
        let (late, _) = laid(problem, number, cell, Some(&[]));
        tell(Clash::TravelShort, None, late);
        let mut kept: Vec<Break> = Vec::new();
        let mut before = late;
        for (it, rule) in frame.breaks.iter().zip(&frame.rules) {
            kept.push(*it);
            let (late, _) = laid(problem, number, cell, Some(&kept));
            if late > before {
                tell(*rule, None, late - before);
                kept.pop();
            } else {
                before = late;
            }
        }
        let (late, _) = laid(problem, number, cell, None);
        let (with_breaks, _) = laid(problem, number, cell, Some(&frame.breaks));
        tell(Clash::DayTooLong, None, late - with_breaks);
    }
    found
}

/// How far a start lies from the nearest that is allowed.
fn outside(starts: &Steps, start: i32) -> i32 {
    let steps = super::bits::STEPS as i32;
    let near = (1..steps).find(|by| starts.contains(start - by) || starts.contains(start + by));
    near.unwrap_or(steps)
}

/// Where no single rule is in the way, only the wish itself is left to give way.
fn give_up(wish: Clash, lacking: usize) -> Option<Relaxation> {
    Some(Relaxation {
        rule: wish,
        by: u32::try_from(lacking).unwrap_or(u32::MAX),
    })
}

/// Amounts tried: steps for days, hours and breaks; groups and visits by one.
const AMOUNTS: [i32; 5] = [1, 3, 6, 12, 24];

/// What stands, and whether one more visit would fit beside it.
struct Room<'a> {
    /// The problem, with days that overrun already allowed to as they do.
    problem: Problem,
    cells: &'a [Cell],
    /// Days that overrun already take no more.
    is_over: Vec<bool>,
}

impl<'a> Room<'a> {
    fn new(problem: &Problem, cells: &'a [Cell]) -> Self {
        let mut it = Self {
            problem: problem.clone(),
            cells,
            is_over: vec![false; cells.len()],
        };
        for unmet in overruns(problem, cells) {
            let number = |it: Option<u32>| it.and_then(|it| usize::try_from(it).ok());
            if let (Some(group), Some(day)) = (number(unmet.group), number(unmet.day)) {
                it.stretch(problem.cell(group, day), day);
            }
        }
        it
    }

    fn stretch(&mut self, cell: usize, day: usize) {
        if std::mem::replace(&mut self.is_over[cell], true) {
            return;
        }
        let most = GIVE[GIVE.len() - 1];
        let looser = self.problem.frame(cell).loosened(most, most);
        self.problem.frame_of[cell] = self.problem.frames.len();
        self.problem.frames.push(looser);
        for (place, start) in self.cells[cell]
            .order
            .places()
            .iter()
            .zip(self.cells[cell].starts)
        {
            self.problem.places[usize::from(*place)].starts[day].insert(start);
        }
    }

    /// The smallest relaxation of a single rule with which one of `groups` could
    /// make one more visit to a site that is `suitable`, all else standing.
    fn relaxation(&self, groups: &[usize], suitable: impl Fn(usize) -> bool) -> Option<Relaxation> {
        let by_one = [Clash::SiteBusy, Clash::SiteFull, Clash::DayCrowded].map(|rule| (rule, 1));
        let by_steps = AMOUNTS.iter().flat_map(|by| {
            [Clash::DayTooLong, Clash::LunchMissed, Clash::SiteClosed].map(|rule| (rule, *by))
        });
        by_one.into_iter().chain(by_steps).find_map(|(rule, by)| {
            let looser = relaxed(&self.problem, rule, by);
            self.is_in(&looser, groups, &suitable)
                .then_some(Relaxation {
                    rule,
                    by: by.unsigned_abs(),
                })
        })
    }

    /// Whether one more visit fits in `problem`.
    fn is_in(
        &self,
        problem: &Problem,
        groups: &[usize],
        suitable: &impl Fn(usize) -> bool,
    ) -> bool {
        let mut it = Schedule::empty(problem);
        it.resume(self.cells);
        for &group in groups {
            for site in (0..problem.sites).filter(|site| suitable(*site)) {
                if it.has_seen(group, site as u16) {
                    continue;
                }
                for day in 0..problem.days {
                    let cell = problem.cell(group, day);
                    let order: Order = it.cells[cell].order;
                    if self.is_over[cell] || order != self.cells[cell].order {
                        continue;
                    }
                    for at in 0..=order.len() {
                        let Some(more) = order.inserted(at, site as u16) else {
                            continue;
                        };
                        let change = Change::of(&[(cell, more)]);
                        if it.attempt(&change, i64::MAX / 4, 0).is_some() {
                            return true;
                        }
                    }
                }
            }
        }
        false
    }
}

/// The problem in which one rule gives way by so much, for everybody.
fn relaxed(problem: &Problem, rule: Clash, by: i32) -> Problem {
    let mut looser = problem.clone();
    for frame in &mut looser.frames {
        match rule {
            Clash::DayTooLong => *frame = frame.loosened(by, 0),
            Clash::LunchMissed => *frame = frame.loosened(0, by),
            _ => {}
        }
    }
    for place in looser.places.iter_mut().take(problem.sites) {
        match rule {
            Clash::SiteClosed => place.starts.iter_mut().for_each(|it| *it = it.widened(by)),
            Clash::SiteFull => place.at_once += 1,
            Clash::SiteBusy => place.a_day = place.a_day.saturating_add(1),
            _ => {}
        }
    }
    if rule == Clash::DayCrowded {
        for party in &mut looser.groups {
            party.a_day = party.a_day.saturating_add(1);
        }
    }
    looser
}
