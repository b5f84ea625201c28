//! When sites receive on given days, for drawing it behind a plan; by the same
//! reading as the rules.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Day, Id, UtcMinute};

use super::ground::Ground;
use super::plan::Plan;

/// One site on one day of its own clock.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct OpenDay {
    /// The site.
    pub site: Id,
    /// The day.
    pub day: Day,
    /// When it is open, ascending and apart from each other; `None` where nobody
    /// knows or the text cannot be read.
    pub open: Option<Vec<OpenStretch>>,
    /// A public holiday, and the opening hours do not speak of holidays.
    pub is_doubtful: bool,
}

/// A stretch of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct OpenStretch {
    /// Begin.
    pub from: UtcMinute,
    /// End, exclusive.
    pub to: UtcMinute,
}

/// Every site of `plan` on each of `days`, by site and day.
pub fn open_days(plan: &Plan, days: &[Day]) -> Vec<OpenDay> {
    let ground = Ground::new(plan);
    let mut found = Vec::with_capacity(plan.sites.len() * days.len());
    for (id, site) in &plan.sites {
        found.extend(days.iter().map(|day| OpenDay {
            site: *id,
            day: *day,
            open: ground.is_known(*id).then(|| {
                let periods = ground.open_on(*id, *day);
                let stretch = |&(from, to): &(UtcMinute, UtcMinute)| OpenStretch { from, to };
                periods.iter().map(stretch).collect()
            }),
            is_doubtful: ground.is_doubtful(site, *day),
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Cohort, Site, Zone};

    #[test]
    fn a_site_is_open_by_its_own_clock_and_unknown_hours_are_not_closed_ones() {
        let site = |hours: &str| Site {
            hours: hours.into(),
            ramadan_hours: String::new(),
            zone: Zone::Wita,
            ..Default::default()
        };
        let id = |number| Id::from_bytes([number; 16]);
        let plan = Plan {
            sites: [
                (id(1), site("Mo-Sa 08:00-12:00,13:00-15:00; PH off")),
                (id(2), site("")),
                (id(3), site("kapan saja")),
            ]
            .into(),
            cohort: Cohort {
                start: Day::new(2018, 3, 17).unwrap(),
                end: Day::new(2018, 3, 22).unwrap(),
                ..Default::default()
            },
            ..Default::default()
        };
        // Nyepi, a Saturday, and the Thursday after it.
        let days = [17, 22].map(|day| Day::new(2018, 3, day).unwrap());
        let found = open_days(&plan, &days);
        let thursday = [(8, 12), (13, 15)].map(|(from, to)| OpenStretch {
            from: days[1].at(from, 0, Zone::Wita),
            to: days[1].at(to, 0, Zone::Wita),
        });
        let open: Vec<_> = found.iter().map(|it| it.open.clone()).collect();
        let wanted = [
            Some(vec![]),
            Some(thursday.to_vec()),
            None,
            None,
            None,
            None,
        ];
        assert_eq!(open, wanted);
        let doubtful: Vec<_> = found.iter().map(|it| it.is_doubtful).collect();
        assert_eq!(doubtful, [false, false, true, false, true, false]);
    }
}
