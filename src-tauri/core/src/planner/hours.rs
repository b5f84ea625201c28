//! Opening hours in OpenStreetMap's syntax, by the clock of the site.

use chrono::NaiveDateTime;
use opening_hours::OpeningHours;

use crate::domain::{UtcMinute, Zone};

/// A text that is no opening hours.
#[derive(Debug, thiserror::Error)]
#[error("these opening hours cannot be read")]
pub struct HoursFault(#[source] Box<dyn std::error::Error + Send + Sync>);

/// Stretches of a span in which a site is open, ascending, apart from each other.
pub type OpenPeriods = Vec<(UtcMinute, UtcMinute)>;

/// When a site with `hours` is open between `from` and `to`. Times that the
/// hours call unknown count as open: a warning needs a reason.
///
/// # Errors
/// When the text is not in the syntax.
pub fn open_periods(
    hours: &str,
    zone: Zone,
    from: UtcMinute,
    to: UtcMinute,
) -> Result<OpenPeriods, HoursFault> {
    let parsed: OpeningHours = hours.parse().map_err(|e| HoursFault(Box::new(e)))?;
    let back = |local: NaiveDateTime| {
        let seconds = local.and_utc().timestamp() - i64::from(zone.offset_minutes()) * 60;
        UtcMinute(i32::try_from(seconds.div_euclid(60)).unwrap_or(i32::MAX))
    };
    let mut periods: OpenPeriods = Vec::new();
    for range in parsed.iter_range(from.local(zone), to.local(zone)) {
        if range.kind == opening_hours::RuleKind::Closed {
            continue;
        }
        let (start, end) = (back(range.range.start), back(range.range.end));
        match periods.last_mut() {
            Some(last) if last.1 == start => last.1 = end,
            _ => periods.push((start, end)),
        }
    }
    Ok(periods)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;

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
    fn words_are_no_opening_hours() {
        let minute = UtcMinute(0);
        assert!(open_periods("buka tiap hari", Zone::Wib, minute, minute.plus(60)).is_err());
    }
}
