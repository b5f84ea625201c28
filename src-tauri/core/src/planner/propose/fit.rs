//! The best times for a day's stops in a given order: every ride, break, opening
//! hour and host fits, and the group is away as short as can be.

use super::bits::Steps;
use super::problem::{Frame, MOST_STOPS};
use crate::planner::day::{Break, MOST_BREAKS, come_back, leave};

/// A stop to be timed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted {
    pub(super) length: i32,
    /// The ride to it.
    pub(super) ride: i32,
    /// When it may begin.
    pub(super) starts: Steps,
}

/// A day with its times.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Fitted {
    pub(super) away: i32,
    pub(super) starts: [i32; MOST_STOPS],
}

/// Cannot be reached.
const NEVER: i32 = i32::MAX;

/// A way through the day up to some stop.
#[derive(Clone, Copy)]
struct Way {
    /// When the stop is over.
    end: i32,
    starts: [i32; MOST_STOPS],
}

impl Way {
    const NONE: Self = Self {
        end: NEVER,
        starts: [0; MOST_STOPS],
    };
}

/// Times `stops`, the last ride being `home`. Tries first starts from `from` on
/// and then those before it, so that ties fall differently; stops looking when
/// the day is `enough` short. `None` when the stops do not fit.
pub(super) fn fit(
    frame: &Frame,
    stops: &[Wanted],
    home: i32,
    from: i32,
    enough: i32,
) -> Option<Fitted> {
    let first = stops.first()?;
    let breaks = &frame.breaks[..frame.breaks.len().min(MOST_BREAKS)];
    let earliest = frame.start + first.ride;
    let turn = from.max(earliest);
    let mut best: Option<Fitted> = None;
    for (from, to) in [(turn, NEVER), (earliest, turn)] {
        for before in 0..=breaks.len() {
            let mut next = first.starts.first_from(from);
            while let Some(start) = next.filter(|start| *start < to) {
                let mut after = start + 1;
                let (late, depart) = leave(start, first.ride, &breaks[..before], frame.start);
                if late == 0 {
                    // Who begins later comes to everything later: if this is too
                    // late for something, all that follows is.
                    let Some((back, starts)) = onward(frame, stops, home, start, &breaks[before..])
                    else {
                        break;
                    };
                    let away = back - depart;
                    let least = best.map_or(NEVER, |best| best.away).min(away);
                    if best.is_none_or(|best| away < best.away) {
                        best = Some(Fitted { away, starts });
                        if away <= enough {
                            return best;
                        }
                    }
                    // For the same reason a start that is to save more than this
                    // has to be so much later.
                    after = after.max(back + first.ride - least + 1);
                }
                next = first.starts.first_from(after);
            }
        }
    }
    best
}

/// The earliest return of a day whose first stop begins at `start`, with its
/// starts; `breaks` are those that are still to come.
fn onward(
    frame: &Frame,
    stops: &[Wanted],
    home: i32,
    start: i32,
    breaks: &[Break],
) -> Option<(i32, [i32; MOST_STOPS])> {
    let count = breaks.len();
    let mut ways = [Way::NONE; MOST_BREAKS + 1];
    ways[0].end = start + stops[0].length;
    ways[0].starts[0] = start;
    for (number, stop) in stops.iter().enumerate().skip(1) {
        for taken in (0..=count).rev() {
            let mut found = Way::NONE;
            for had in 0..=taken {
                if ways[had].end == NEVER {
                    continue;
                }
                let arrive = arrive(ways[had].end, stop.ride, &breaks[had..taken]);
                let Some(arrive) = arrive else { continue };
                let Some(start) = stop.starts.first_from(arrive) else {
                    continue;
                };
                if start + stop.length < found.end {
                    found = ways[had];
                    found.end = start + stop.length;
                    found.starts[number] = start;
                }
            }
            ways[taken] = found;
        }
    }
    let mut best: Option<(i32, [i32; MOST_STOPS])> = None;
    for (taken, way) in ways.iter().enumerate().take(count + 1) {
        if way.end == NEVER {
            continue;
        }
        let (late, back) = come_back(way.end, home, &breaks[taken..], frame.end);
        if late == 0 && best.is_none_or(|best| back < best.0) {
            best = Some((back, way.starts));
        }
    }
    best
}

/// The earliest arrival with `breaks` on the way; `None` when one comes too late.
fn arrive(from: i32, ride: i32, breaks: &[Break]) -> Option<i32> {
    match breaks {
        [] => Some(from + ride),
        [one] => {
            let after = from.max(one.earliest);
            if after > one.latest {
                return None;
            }
            let break_first = after + one.length + ride;
            let before = (from + ride).max(one.earliest);
            if before > one.latest {
                return Some(break_first);
            }
            Some(break_first.min(before + one.length))
        }
        _ => (0..=breaks.len())
            .filter_map(|before| {
                let mut now = from;
                for (number, it) in breaks.iter().enumerate() {
                    if number == before {
                        now += ride;
                    }
                    now = now.max(it.earliest);
                    if now > it.latest {
                        return None;
                    }
                    now += it.length;
                }
                Some(if before == breaks.len() {
                    now + ride
                } else {
                    now
                })
            })
            .min(),
    }
}
