//! Problem files: a schedule to be found, as JSON in steps of a grid, and plans
//! as lists of `[group, site, day, start]`.

use serde::{Deserialize, Serialize};

use super::bits::Steps;
use super::problem::{Frame, Party, Place, Problem};
use super::search::{Outcome, Search, Watch, search};
use super::wishes::Unmet;
use crate::domain::Clash;
use crate::planner::day::{Break, MOST_BREAKS};

/// Why a file is no problem.
#[derive(Debug, thiserror::Error)]
pub enum ProblemFault {
    /// Not the JSON of a problem.
    #[error("this is not the JSON of a planning problem")]
    Json(#[from] serde_json::Error),
    /// A table has another size than it must, or a number makes no sense.
    #[error("in this planning problem {0}")]
    Shape(&'static str),
}

#[derive(Deserialize)]
struct File {
    days: Vec<FileDay>,
    sites: Vec<FileSite>,
    ngroups: usize,
    #[serde(rename = "K")]
    visits: usize,
    nf: usize,
    travel: Vec<Vec<i32>>,
}

#[derive(Deserialize)]
struct FileDay {
    start: i32,
    end: i32,
    breaks: Vec<FileBreak>,
}

#[derive(Deserialize)]
struct FileBreak {
    dur: i32,
    es: i32,
    ls: i32,
}

#[derive(Deserialize)]
struct FileSite {
    dur: i32,
    cap: usize,
    max_per_day: usize,
    foci: Vec<usize>,
    open: Vec<Option<(i32, i32)>>,
}

/// A visit of a plan: group, site, day and start, counted from 0, as in files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Slot(pub usize, pub usize, pub usize, pub i32);

/// A schedule to be found, read from a file.
#[derive(Clone, Debug)]
pub struct ProblemFile {
    problem: Problem,
    /// The first step of all days.
    origin: i32,
}

/// A plan that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundPlan {
    /// Its visits, by group, day and start.
    pub slots: Vec<Slot>,
    /// Travel, time away and five times the travel of the group that travels
    /// most, in steps.
    pub objective: i64,
    /// What could not be had, and what the least is that would have to give.
    pub unmet: Vec<Unmet>,
}

/// More groups than this are no problem of ours.
const MOST_GROUPS: usize = 1_000;
const MOST_SITES: usize = 1_000;
const MOST_DAYS: usize = 60;

impl ProblemFile {
    /// Reads a problem.
    ///
    /// # Errors
    /// When the text is not JSON of that shape, or its numbers contradict each
    /// other.
    pub fn read(text: &str) -> Result<Self, ProblemFault> {
        let file: File = serde_json::from_str(text)?;
        file.check()?;
        let origin = file.days.iter().map(|day| day.start).min().unwrap_or(0);
        let problem = file.problem(origin);
        if !problem.is_plannable() {
            return Err(ProblemFault::Shape("a time or a length is too large"));
        }
        Ok(Self { problem, origin })
    }

    /// Looks for a plan. The same search finds the same plan, on any number of
    /// threads; `watch` may end it early.
    pub fn search(&self, how: &Search, watch: Watch<'_>) -> FoundPlan {
        self.plan(search(&self.problem, None, how, watch))
    }

    /// The number of visits that are wanted, by which effort is measured.
    pub fn size(&self) -> usize {
        self.problem.groups.iter().map(|it| it.visits).sum()
    }

    fn plan(&self, found: Outcome) -> FoundPlan {
        let mut slots: Vec<Slot> = found
            .stops
            .iter()
            .map(|it| {
                Slot(
                    it.group,
                    usize::from(it.place),
                    it.day,
                    it.start + self.origin,
                )
            })
            .collect();
        slots.sort_by_key(|it| (it.0, it.2, it.3, it.1));
        FoundPlan {
            slots,
            objective: found.objective,
            unmet: found.unmet,
        }
    }
}

impl File {
    fn check(&self) -> Result<(), ProblemFault> {
        let fault = |what| Err(ProblemFault::Shape(what));
        let (days, sites) = (self.days.len(), self.sites.len());
        if days > MOST_DAYS || sites > MOST_SITES || self.ngroups > MOST_GROUPS || self.nf > 64 {
            return fault("there is more than can be planned");
        }
        if self.visits > sites.max(1) * days.max(1) {
            return fault("K is too large");
        }
        let square =
            self.travel.len() == sites + 1 && self.travel.iter().all(|row| row.len() == sites + 1);
        if !square {
            return fault("the table of rides does not fit the sites");
        }
        if self.sites.iter().any(|site| site.open.len() != days) {
            return fault("the opening hours of a site do not fit the days");
        }
        if self
            .sites
            .iter()
            .any(|site| site.foci.iter().any(|focus| *focus >= self.nf))
        {
            return fault("a site has a focus that is not there");
        }
        let small = |it: i32| (0..=100_000).contains(&it);
        let days_fine = self.days.iter().all(|day| {
            let breaks =
                |it: &FileBreak| small(it.dur) && small(it.es) && it.es <= it.ls && small(it.ls);
            small(day.start)
                && small(day.end)
                && day.breaks.iter().all(breaks)
                && day.breaks.len() <= MOST_BREAKS
        });
        if !days_fine {
            return fault("a day or a break makes no sense");
        }
        let windows = self.sites.iter().flat_map(|it| it.open.iter().flatten());
        let mut windows = windows.copied();
        if windows.any(|(from, to)| !small(from) || !small(to))
            || self.sites.iter().any(|it| !small(it.dur))
        {
            return fault("the opening hours of a site make no sense");
        }
        Ok(())
    }

    fn problem(self, origin: i32) -> Problem {
        let days = self.days.len();
        let party = Party {
            visits: self.visits,
            foci: ones(self.nf),
            a_day: usize::MAX,
            seen: Vec::new(),
        };
        let places = self.sites.iter().enumerate().map(|(number, site)| Place {
            location: number + 1,
            length: site.dur,
            at_once: site.cap,
            a_day: site.max_per_day,
            foci: site.foci.iter().fold(0, |set, focus| set | 1 << focus),
            wanted: true,
            starts: site
                .open
                .iter()
                .map(|it| starts(*it, site.dur, origin))
                .collect(),
            ..Place::default()
        });
        Problem {
            groups: vec![party; self.ngroups],
            places: places.collect(),
            sites: self.sites.len(),
            days,
            frames: self.days.iter().map(|day| day.frame(origin)).collect(),
            frame_of: (0..self.ngroups * days).map(|cell| cell % days).collect(),
            fixed: vec![Vec::new(); self.ngroups * days],
            rides: self.travel.concat(),
            locations: self.sites.len() + 1,
            foci: self.nf,
            ..Problem::default()
        }
    }
}

impl FileDay {
    fn frame(&self, origin: i32) -> Frame {
        let breaks = self.breaks.iter();
        Frame {
            start: self.start - origin,
            end: self.end - origin,
            breaks: breaks
                .clone()
                .map(|it| Break {
                    length: it.dur,
                    earliest: (it.es - origin).max(0),
                    latest: it.ls - origin,
                })
                .collect(),
            // Files do not say what a break is for: the first is at midday.
            rules: breaks
                .enumerate()
                .map(|(number, it)| match (number, it.es == it.ls) {
                    (0, true) => Clash::FridayMissed,
                    (0, false) => Clash::LunchMissed,
                    _ => Clash::AsharMissed,
                })
                .collect(),
        }
    }
}

fn ones(count: usize) -> u64 {
    (0..count.min(64)).fold(0, |set, bit| set | 1 << bit)
}

fn starts(window: Option<(i32, i32)>, length: i32, origin: i32) -> Steps {
    window.map_or(Steps::default(), |(from, to)| {
        Steps::span(from - origin, to - origin - length + 1)
    })
}
