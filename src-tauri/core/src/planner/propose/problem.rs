//! What a schedule is to be found for, in small whole numbers: days, sites,
//! groups, rides, and what is fixed already. A cohort and a problem file both
//! become one of these. Time counts in steps of a grid.

use super::bits::{STEPS, Steps};
use crate::domain::Clash;
use crate::planner::day::Break;

/// More stops than this on one day of one group are not planned.
pub(super) const MOST_STOPS: usize = 7;

/// See the module.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problem {
    /// The groups.
    pub(crate) groups: Vec<Party>,
    /// Sites first, then the places of fixed stops.
    pub(crate) places: Vec<Place>,
    /// How many of the places are sites.
    pub(crate) sites: usize,
    /// How many days there are.
    pub(crate) days: usize,
    /// The kinds of days: a frame for each group and day.
    pub(crate) frames: Vec<Frame>,
    /// Which frame holds, by group and day.
    pub(crate) frame_of: Vec<usize>,
    /// What is fixed, by group and day: places in the order of their starts.
    pub(crate) fixed: Vec<Vec<u16>>,
    /// Rides between locations: a square table, the base first.
    pub(crate) rides: Vec<i32>,
    /// How many locations there are, the base included.
    pub(crate) locations: usize,
    /// Foci that are wanted at all.
    pub(crate) foci: usize,
    /// What is wished for beyond what must be.
    pub(crate) aim: Aim,
    /// Where not everything fits: how far days, breaks and opening hours may be
    /// overrun, and all of them overrun so far.
    pub(super) loose: Option<Loose>,
}

/// Frames and starts with so much give.
#[derive(Clone, Debug)]
pub(super) struct Loose {
    pub(super) frames: Vec<Frame>,
    /// By place and day.
    pub(super) starts: Vec<Vec<Steps>>,
}

/// A group.
#[derive(Clone, Debug, Default)]
pub(crate) struct Party {
    /// How many visits it shall have, fixed ones included.
    pub(crate) visits: usize,
    /// Which foci it shall see, a bit for each.
    pub(crate) foci: u64,
    /// How many visits a day it makes at most, fixed ones included.
    pub(crate) a_day: usize,
    /// Sites it has seen already when the plan begins.
    pub(crate) seen: Vec<u16>,
}

/// Somewhere a group stops.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// Row and column in the table of rides.
    pub(crate) location: usize,
    /// Length of a stop.
    pub(crate) length: i32,
    /// Groups at once.
    pub(crate) at_once: usize,
    /// Groups a day.
    pub(crate) a_day: usize,
    /// The foci it offers, a bit for each.
    pub(crate) foci: u64,
    /// Whether somebody shall come.
    pub(crate) wanted: bool,
    /// When a stop may begin, by day; for a fixed stop its only start.
    pub(crate) starts: Vec<Steps>,
    /// For a fixed visit, the site it is a visit of.
    pub(crate) site: Option<u16>,
    /// For a fixed stop, the site whose time it takes up.
    pub(crate) host: Option<u16>,
}

/// What a day of a group allows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Frame {
    /// A group leaves no earlier.
    pub(crate) start: i32,
    /// And is back no later.
    pub(crate) end: i32,
    /// In order.
    pub(crate) breaks: Vec<Break>,
    /// The rule that each break satisfies.
    pub(crate) rules: Vec<Clash>,
}

impl Frame {
    /// The frame with `by` steps of give at its ends and for its breaks.
    pub(super) fn loosened(&self, ends: i32, breaks: i32) -> Self {
        let mut loose = self.clone();
        loose.start = (loose.start - ends).max(0);
        loose.end = (loose.end + ends).min(STEPS as i32);
        for it in &mut loose.breaks {
            it.earliest = (it.earliest - breaks).max(0);
            it.latest += breaks;
        }
        loose
    }
}

/// How much each wish weighs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Aim {
    /// Rides of all groups.
    pub(crate) travel: i32,
    /// Time away of all groups.
    pub(crate) away: i32,
    /// Rides of the group that rides most.
    pub(crate) worst: i32,
}

impl Default for Aim {
    /// The weights of the problem files.
    fn default() -> Self {
        Self {
            travel: 1,
            away: 1,
            worst: 5,
        }
    }
}

impl Problem {
    /// The same problem, in which a day may overrun by `by` steps at a price.
    pub(super) fn loosened(&self, by: i32) -> Self {
        let frames = self.frames.iter().map(|it| it.loosened(by, by)).collect();
        let starts = self.places.iter().enumerate().map(|(number, place)| {
            let fixed = number >= self.sites;
            let give = if fixed { 0 } else { by };
            place.starts.iter().map(|it| it.widened(give)).collect()
        });
        Self {
            loose: Some(Loose {
                frames,
                starts: starts.collect(),
            }),
            ..self.clone()
        }
    }

    pub(super) fn ride(&self, from: usize, to: usize) -> i32 {
        self.rides[from * self.locations + to]
    }

    pub(super) fn cell(&self, group: usize, day: usize) -> usize {
        group * self.days + day
    }

    pub(super) fn frame(&self, cell: usize) -> &Frame {
        &self.frames[self.frame_of[cell]]
    }

    /// The site that a stop at a place is a visit of.
    pub(super) fn site_of(&self, place: u16) -> Option<usize> {
        let place = usize::from(place);
        if place < self.sites {
            return Some(place);
        }
        self.places[place].site.map(usize::from)
    }

    /// The site whose time a place takes up.
    pub(super) fn host_of(&self, place: u16) -> Option<usize> {
        let place = usize::from(place);
        if place < self.sites {
            return Some(place);
        }
        self.places[place].host.map(usize::from)
    }

    pub(super) fn is_fixed(&self, place: u16) -> bool {
        usize::from(place) >= self.sites
    }

    /// Rides of a day that stops at `places`.
    pub(super) fn travel(&self, places: &[u16]) -> i32 {
        let mut here = 0;
        let mut travel = 0;
        for place in places {
            let next = self.places[usize::from(*place)].location;
            travel += self.ride(here, next);
            here = next;
        }
        travel + self.ride(here, 0)
    }

    /// Whether the numbers are small enough to be planned with.
    pub(crate) fn is_plannable(&self) -> bool {
        let steps = 0..=STEPS as i32;
        let frames = self.frames.iter().all(|it| {
            steps.contains(&it.start)
                && steps.contains(&it.end)
                && it.breaks.iter().all(|it| {
                    steps.contains(&it.earliest)
                        && steps.contains(&it.latest)
                        && steps.contains(&it.length)
                })
        });
        let rides = self.rides.iter().all(|ride| (0..=10_000).contains(ride));
        let lengths = self
            .places
            .iter()
            .all(|it| (1..=STEPS as i32).contains(&it.length));
        let counts = self.places.len() < usize::from(u16::MAX)
            && self.foci <= 64
            && self.fixed.iter().all(|fixed| fixed.len() <= MOST_STOPS);
        frames && rides && lengths && counts
    }
}
