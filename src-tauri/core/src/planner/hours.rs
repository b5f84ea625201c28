//! Opening hours in OpenStreetMap's syntax, by the clock of the site.

use chrono::{Datelike, NaiveDateTime};
use opening_hours::{Context, ContextHolidays, OpeningHours};

use crate::domain::{Day, UtcMinute, Zone};

use super::holidays::holidays;

/// A text that is no opening hours.
#[derive(Debug, thiserror::Error)]
#[error("these opening hours cannot be read")]
pub struct HoursFault(#[source] Box<dyn std::error::Error + Send + Sync>);

/// Stretches of a span in which a site is open, ascending, apart from each other.
pub type OpenPeriods = Vec<(UtcMinute, UtcMinute)>;

/// The public holidays that opening hours speak of.
#[derive(Clone, Debug, Default)]
pub(super) struct Holidays(ContextHolidays);

impl Holidays {
    /// The national ones of `years`, and `more`.
    pub(super) fn of(years: impl IntoIterator<Item = i32>, more: &[Day]) -> Self {
        let mut public = ContextHolidays::default().get_public().clone();
        let national = years.into_iter().flat_map(holidays).map(|it| it.day);
        for day in national.chain(more.iter().copied()) {
            public.insert(day.0);
        }
        Self(ContextHolidays::new(public.into(), Default::default()))
    }

    pub(super) fn contains(&self, day: Day) -> bool {
        self.0.get_public().contains(day.0)
    }
}

/// When a site with `hours` is open between `from` and `to`, national holidays
/// counting as public ones. Times that the hours call unknown count as open: a
/// warning needs a reason.
///
/// # Errors
/// When the text is not in the syntax.
pub fn open_periods(
    hours: &str,
    zone: Zone,
    from: UtcMinute,
    to: UtcMinute,
) -> Result<OpenPeriods, HoursFault> {
    let years = [from, to].map(|end| end.local(zone).year());
    Ok(Hours::read(hours, &Holidays::of(years, &[]))?.open(zone, from, to))
}

/// Opening hours that were read.
pub(super) struct Hours(OpeningHours);

impl Hours {
    pub(super) fn read(text: &str, holidays: &Holidays) -> Result<Self, HoursFault> {
        let parsed: OpeningHours = text.parse().map_err(|e| HoursFault(Box::new(e)))?;
        let context = Context::default().with_holidays(holidays.0.clone());
        Ok(Self(parsed.with_context(context)))
    }

    pub(super) fn open(&self, zone: Zone, from: UtcMinute, to: UtcMinute) -> OpenPeriods {
        let back = |local: NaiveDateTime| {
            let seconds = local.and_utc().timestamp() - i64::from(zone.offset_minutes()) * 60;
            UtcMinute(i32::try_from(seconds.div_euclid(60)).unwrap_or(i32::MAX))
        };
        let mut periods: OpenPeriods = Vec::new();
        for range in self.0.iter_range(from.local(zone), to.local(zone)) {
            if range.kind == opening_hours::RuleKind::Closed {
                continue;
            }
            let (start, end) = (back(range.range.start), back(range.range.end));
            match periods.last_mut() {
                Some(last) if last.1 == start => last.1 = end,
                _ => periods.push((start, end)),
            }
        }
        periods
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hall_is_open_on_saturday_morning_by_its_own_clock() {
        let saturday = Day::new(2018, 3, 24).unwrap();
        let (from, to) = (saturday.at(0, 0, Zone::Wib), saturday.at(23, 59, Zone::Wib));
        let open = open_periods("Mo-Sa 08:00-14:00; PH off", Zone::Wib, from, to).unwrap();
        assert_eq!(
            open,
            vec![(saturday.at(8, 0, Zone::Wib), saturday.at(14, 0, Zone::Wib))]
        );
    }

    #[test]
    fn on_a_known_or_a_given_holiday_it_is_closed() {
        let open_on = |day: Day, more: &[Day]| {
            let hours =
                Hours::read("Mo-Sa 08:00-14:00; PH off", &Holidays::of([2018], more)).unwrap();
            let (from, to) = (day.at(0, 0, Zone::Wib), day.at(23, 59, Zone::Wib));
            !hours.open(Zone::Wib, from, to).is_empty()
        };
        let independence = Day::new(2018, 8, 17).unwrap();
        let shared_leave = Day::new(2018, 6, 18).unwrap();
        assert!(!open_on(independence, &[]));
        assert!(open_on(shared_leave, &[]));
        assert!(!open_on(shared_leave, &[shared_leave]));
    }

    #[test]
    fn words_are_no_opening_hours() {
        let minute = UtcMinute(0);
        assert!(open_periods("buka tiap hari", Zone::Wib, minute, minute.plus(60)).is_err());
    }
}
