//! One group's day: whether its breaks fit between the stops, when it leaves and
//! when it is back.
//!
//! A break is taken whole between its earliest and latest start, never during a
//! stop or a ride, at the base or on the way. Knows neither clock nor unit: the
//! rules count in minutes, problem files in steps of five.

/// More breaks than this on one day are not looked at.
pub(super) const MOST_BREAKS: usize = 4;

/// Lateness weighs so much more than time away, when breaks are placed.
const LATENESS: i32 = 50;

/// Time spent at one place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Stop {
    pub(super) start: i32,
    pub(super) end: i32,
}

/// Time needed for something that is not bound to a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Break {
    pub(super) length: i32,
    /// Earliest and latest start.
    pub(super) earliest: i32,
    pub(super) latest: i32,
}

/// A day laid out at its best.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Laid {
    /// By how much rides and breaks do not fit, all together; 0 is feasible.
    pub(super) late: i32,
    /// From leaving the base to being back.
    pub(super) away: i32,
}

/// Lays out a day with at least one stop. `rides` are those from the base to
/// the first stop, between stops, and back; `day` is when a group may leave and
/// must be back.
pub(super) fn lay(stops: &[Stop], rides: &[i32], breaks: &[Break], day: (i32, i32)) -> Laid {
    lay_out(stops, rides, breaks, day).0
}

/// How many of the breaks lie before each gap's end, for drawing them.
pub(super) type Taken = [u8; MOST_BREAKS];

/// As [`lay`], with the gap in which each break is taken: 0 before the first
/// stop, 1 after it, and so on.
pub(super) fn lay_out(
    stops: &[Stop],
    rides: &[i32],
    breaks: &[Break],
    day: (i32, i32),
) -> (Laid, Taken) {
    let breaks = &breaks[..breaks.len().min(MOST_BREAKS)];
    let count = breaks.len();
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else {
        return (Laid::default(), Taken::default());
    };
    // The best with so many breaks taken already: (weight, late, away), gaps.
    let mut best = [((i32::MAX, i32::MAX, i32::MAX), Taken::default()); MOST_BREAKS + 1];
    for (taken, slot) in best.iter_mut().enumerate().take(count + 1) {
        let (late, depart) = leave(first.start, rides[0], &breaks[..taken], day.0);
        *slot = (weigh(late, -depart), Taken::default());
    }
    for gap in 1..stops.len() {
        let (from, to) = (stops[gap - 1].end, stops[gap].start);
        for taken in (0..=count).rev() {
            let mut found = best[taken];
            found.0 = plus(found.0, squeeze(from, to, rides[gap], &[]), 0);
            for before in 0..taken {
                let late = squeeze(from, to, rides[gap], &breaks[before..taken]);
                let value = plus(best[before].0, late, 0);
                if value < found.0 {
                    found = (value, with(best[before].1, before..taken, gap));
                }
            }
            best[taken] = found;
        }
    }
    let mut found = ((i32::MAX, i32::MAX, i32::MAX), Taken::default());
    for before in 0..=count {
        let (late, back) = come_back(last.end, rides[stops.len()], &breaks[before..], day.1);
        let value = plus(best[before].0, late, back);
        if value < found.0 {
            found = (value, with(best[before].1, before..count, stops.len()));
        }
    }
    let (_, late, away) = found.0;
    (Laid { late, away }, found.1)
}

fn weigh(late: i32, away: i32) -> (i32, i32, i32) {
    (late * LATENESS + away, late, away)
}

fn plus(value: (i32, i32, i32), late: i32, away: i32) -> (i32, i32, i32) {
    weigh(value.1 + late, value.2 + away)
}

fn with(mut taken: Taken, which: std::ops::Range<usize>, gap: usize) -> Taken {
    taken[which].fill(u8::try_from(gap).unwrap_or(u8::MAX));
    taken
}

/// By how much `breaks` and the ride do not fit between two stops.
pub(super) fn squeeze(from: i32, to: i32, ride: i32, breaks: &[Break]) -> i32 {
    let mut least = i32::MAX;
    for before in 0..=breaks.len() {
        let (mut now, mut late) = (from, 0);
        for (number, it) in breaks.iter().enumerate() {
            if number == before {
                now += ride;
            }
            let start = now.max(it.earliest);
            late += (start - it.latest).max(0);
            now = start + it.length;
        }
        if before == breaks.len() {
            now += ride;
        }
        least = least.min(late + (now - to).max(0));
    }
    least
}

/// The latest departure for a stop at `to` with `breaks` before it, and by how
/// much it does not fit.
pub(super) fn leave(to: i32, ride: i32, breaks: &[Break], earliest: i32) -> (i32, i32) {
    let mut found = (i32::MAX, 0, 0);
    for at_base in 0..=breaks.len() {
        let (late, now) = backwards(to, &breaks[at_base..]);
        let depart = now - ride;
        let (later, _) = backwards(depart, &breaks[..at_base]);
        let late = late + later + (earliest - depart).max(0);
        found = found.min((late * LATENESS - depart, late, depart));
    }
    (found.1, found.2)
}

fn backwards(mut now: i32, breaks: &[Break]) -> (i32, i32) {
    let mut late = 0;
    for it in breaks.iter().rev() {
        now = (now - it.length).min(it.latest);
        late += (it.earliest - now).max(0);
    }
    (late, now)
}

/// The earliest return from a stop that ends at `from` with `breaks` after it,
/// and by how much it does not fit.
pub(super) fn come_back(from: i32, ride: i32, breaks: &[Break], latest: i32) -> (i32, i32) {
    let mut found = (i32::MAX, 0, 0);
    for on_the_way in 0..=breaks.len() {
        let (mut now, mut late, mut back) = (from, 0, from);
        for (number, it) in breaks.iter().enumerate() {
            if number == on_the_way {
                now += ride;
                back = now;
            }
            let start = now.max(it.earliest);
            late += (start - it.latest).max(0);
            now = start + it.length;
        }
        if on_the_way == breaks.len() {
            back = now + ride;
        }
        late += (back - latest).max(0);
        found = found.min((late * LATENESS + back, late, back));
    }
    (found.1, found.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LUNCH: Break = Break {
        length: 60,
        earliest: 690,
        latest: 765,
    };

    fn day(stops: &[(i32, i32)], rides: &[i32], breaks: &[Break]) -> Laid {
        let stops: Vec<Stop> = stops
            .iter()
            .map(|&(start, end)| Stop { start, end })
            .collect();
        lay(&stops, rides, breaks, (450, 1050))
    }

    #[test]
    fn a_break_at_the_base_costs_no_time_away() {
        let morning = day(&[(480, 600)], &[10, 10], &[LUNCH]);
        assert_eq!(morning, Laid { late: 0, away: 140 });
    }

    #[test]
    fn a_break_between_two_stops_needs_its_whole_length() {
        let roomy = day(&[(480, 690), (760, 900)], &[10, 10, 10], &[LUNCH]);
        assert_eq!(roomy.late, 0);
        let tight = day(&[(480, 690), (755, 900)], &[10, 10, 10], &[LUNCH]);
        assert_eq!(tight.late, 5);
    }

    #[test]
    fn a_ride_that_does_not_fit_is_late_by_what_is_missing() {
        let laid = day(&[(480, 600), (610, 700)], &[5, 25, 5], &[]);
        assert_eq!((laid.late, laid.away), (15, 230));
    }

    #[test]
    fn leaving_before_the_day_begins_and_coming_back_after_it_ends_are_late() {
        assert_eq!(day(&[(455, 600)], &[15, 5], &[]).late, 10);
        assert_eq!(day(&[(800, 1050)], &[15, 5], &[]).late, 5);
    }

    #[test]
    fn the_gap_of_each_break_is_told() {
        let stops = [
            Stop {
                start: 480,
                end: 680,
            },
            Stop {
                start: 770,
                end: 900,
            },
        ];
        let ashar = Break {
            length: 20,
            earliest: 890,
            latest: 980,
        };
        let (laid, taken) = lay_out(&stops, &[5, 20, 5], &[LUNCH, ashar], (450, 1050));
        assert_eq!(laid.late, 0);
        assert_eq!(taken[..2], [1, 2]);
    }
}
