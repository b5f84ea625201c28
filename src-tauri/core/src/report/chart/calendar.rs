//! When the steps of a change take place: by date where dates are known, else in working days
//! from the first. Working days are Monday to Friday; public holidays are not counted out.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::Milestone;

/// Longer steps are drawn as ten years.
const LONGEST: i64 = 2610;

/// A step on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    /// First day, counted on the axis.
    pub from: i64,
    /// One past the last day; equal to `from` when nobody knows how long it takes.
    pub to: i64,
}

/// What the axis counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Axis {
    /// Calendar days; day 0 of the axis is this one.
    Dates(NaiveDate),
    /// Working days from the first.
    Days,
}

/// Places every step, in the order given: at its own start if it has one, else behind the one
/// before it.
pub(super) fn place(steps: &[&Milestone]) -> (Axis, Vec<Span>) {
    let first = steps.iter().filter_map(|step| step.start).min();
    let Some(first) = first else {
        let mut at = 0;
        let spans = steps.iter().map(|step| {
            let from = at;
            at += length(step);
            Span { from, to: at }
        });
        return (Axis::Days, spans.collect());
    };
    let zero = first.0;
    let mut at = 0;
    let spans = steps.iter().map(|step| {
        let from = match step.start {
            Some(start) => (start.0 - zero).num_days(),
            None => next_workday(zero, at),
        };
        let span = Span {
            from,
            to: after(zero, from, length(step)),
        };
        at = span.to;
        span
    });
    (Axis::Dates(zero), spans.collect())
}

fn length(step: &Milestone) -> i64 {
    step.days.map_or(0, |days| i64::from(days).min(LONGEST))
}

/// 0 for Monday to 6 for Sunday.
fn weekday(zero: NaiveDate, day: i64) -> i64 {
    (i64::from(zero.weekday().num_days_from_monday()) + day).rem_euclid(7)
}

fn next_workday(zero: NaiveDate, day: i64) -> i64 {
    match weekday(zero, day) {
        5 => day + 2,
        6 => day + 1,
        _ => day,
    }
}

/// One past the last of `days` working days that begin with `from`.
fn after(zero: NaiveDate, from: i64, days: i64) -> i64 {
    if days == 0 {
        return from;
    }
    let first = next_workday(zero, from);
    let last = days - 1 + weekday(zero, first);
    first - weekday(zero, first) + last / 5 * 7 + last % 5 + 1
}

/// At most `most` marks on an axis of `length` days: the place, and the first day of a month or
/// the count of working days.
pub(super) fn marks(axis: Axis, length: i64, most: usize) -> Vec<(i64, Mark)> {
    let most = most.max(1) as i64;
    match axis {
        Axis::Days => {
            let step = [
                1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000,
            ]
            .into_iter()
            .find(|step| length / step <= most)
            .unwrap_or(1_000_000);
            (0..=length / step)
                .map(|i| (i * step, Mark::Day(i * step)))
                .take(most as usize + 1)
                .collect()
        }
        Axis::Dates(zero) => {
            let months = [1u32, 2, 3, 6, 12, 24, 60, 120, 600, 6000]
                .into_iter()
                .find(|months| length / 30 / i64::from(*months) < most)
                .unwrap_or(60_000);
            let first = zero.with_day(1).unwrap_or(zero);
            let dates = (0..)
                .map_while(|i: u32| first.checked_add_months(Months::new(i.checked_mul(months)?)));
            dates
                .map(|date| ((date - zero).num_days(), Mark::Month(date)))
                .take_while(|(at, _)| *at <= length)
                .take(most as usize + 2)
                .filter(|(at, _)| *at >= 0)
                .collect()
        }
    }
}

/// What an axis says at a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mark {
    /// So many working days are over.
    Day(i64),
    /// A month begins.
    Month(NaiveDate),
}

/// The date of a day of a dated axis.
pub(super) fn date(zero: NaiveDate, day: i64) -> Option<NaiveDate> {
    zero.checked_add_signed(chrono::TimeDelta::try_days(day)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;

    fn step(start: Option<Day>, days: Option<u32>) -> Milestone {
        Milestone {
            start,
            days,
            ..Milestone::default()
        }
    }

    #[test]
    fn a_step_without_a_date_begins_on_the_next_working_day() {
        // Monday, 26 March 2018.
        let monday = Day::new(2018, 3, 26);
        let steps = [
            step(monday, Some(5)),
            step(None, Some(10)),
            step(None, None),
        ];
        let (axis, spans) = place(&steps.iter().collect::<Vec<_>>());
        assert_eq!(axis, Axis::Dates(monday.unwrap().0));
        let days: Vec<_> = spans.iter().map(|span| (span.from, span.to)).collect();
        // Five days end on Friday; ten more run from Monday to the Friday after next.
        assert_eq!(days, [(0, 5), (7, 19), (21, 21)]);
    }

    #[test]
    fn without_any_date_working_days_are_counted() {
        let steps = [step(None, Some(5)), step(None, None), step(None, Some(10))];
        let (axis, spans) = place(&steps.iter().collect::<Vec<_>>());
        assert_eq!(axis, Axis::Days);
        assert_eq!(spans[2], Span { from: 5, to: 15 });
    }

    #[test]
    fn a_step_of_a_billion_days_has_an_end() {
        let steps = [step(Day::new(2018, 3, 20), Some(u32::MAX)); 1];
        let (axis, spans) = place(&steps.iter().collect::<Vec<_>>());
        assert!(spans[0].to < 5000);
        assert!(marks(axis, spans[0].to, 8).len() <= 10);
    }
}
