//! What a plan stands on and what does not change when a slot moves: opening
//! hours, rides, and the breaks a day needs. Worked out once, kept as needed.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::{Datelike, Weekday};

use crate::domain::{Clash, Day, Id, Site, UtcMinute, Visit, Zone};

use super::holidays::is_ramadan;
use super::hours::{Holidays, Hours, OpenPeriods};
use super::plan::Plan;
use super::prayer::{self, BandKind};
use super::travel::Rides;
use super::whereabouts::whereabouts;

/// Slots longer than this many days are judged by their first days alone.
const LONGEST_DAYS: usize = 31;

/// Time that a day needs besides its visits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Due {
    /// The rule that is broken without it.
    pub(super) rule: Clash,
    /// Minutes.
    pub(super) length: i32,
    /// Earliest and latest start.
    pub(super) earliest: UtcMinute,
    pub(super) latest: UtcMinute,
}

/// By the day and the site around which it is spent.
type DueByDay = BTreeMap<(Day, Option<Id>), Rc<[Due]>>;

/// See the module.
pub(super) struct Ground<'a> {
    pub(super) plan: &'a Plan,
    pub(super) rides: Rides,
    holidays: Holidays,
    hours: BTreeMap<Id, SiteHours>,
    open: RefCell<BTreeMap<(Id, Day), Rc<OpenPeriods>>>,
    due: RefCell<DueByDay>,
}

enum SiteHours {
    Unknown,
    Unreadable,
    Read {
        usual: Hours,
        ramadan: Option<Hours>,
    },
}

impl<'a> Ground<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        let holidays = Holidays::of(years(plan), &plan.cohort.planning.holidays);
        let hours = plan
            .sites
            .iter()
            .map(|(id, site)| (*id, SiteHours::read(site, &holidays)))
            .collect();
        Self {
            plan,
            rides: Rides::new(&plan.cohort.planning, &plan.sites),
            holidays,
            hours,
            open: RefCell::default(),
            due: RefCell::default(),
        }
    }

    /// The zone of the cohort's base, by whose days groups travel.
    pub(super) fn zone(&self) -> Zone {
        self.plan.cohort.zone
    }

    /// The site of a slot.
    pub(super) fn site(&self, visit: &Visit) -> Option<(Id, &'a Site)> {
        visit
            .site
            .and_then(|id| Some((id, self.plan.sites.get(&id)?)))
    }

    /// The first stretch of a slot in which the site is closed.
    pub(super) fn closed_during(
        &self,
        id: Id,
        start: UtcMinute,
        end: UtcMinute,
    ) -> Option<(Clash, UtcMinute, UtcMinute)> {
        let (hours, site) = (self.hours.get(&id)?, self.plan.sites.get(&id)?);
        if start >= end {
            return None;
        }
        match hours {
            SiteHours::Unknown => return None,
            SiteHours::Unreadable => return Some((Clash::HoursUnreadable, start, end)),
            SiteHours::Read { .. } => {}
        }
        let mut reached = start;
        let mut day = start.day(site.zone);
        for _ in 0..LONGEST_DAYS {
            for &(from, to) in self.open_on(id, day).iter() {
                if from > reached {
                    return closed(reached, from.min(end));
                }
                reached = reached.max(to);
            }
            day = day.plus(1);
            if reached >= end {
                return None;
            }
            if reached < day.at(0, 0, site.zone) {
                let next = self.open_on(id, day).first().map_or(end, |open| open.0);
                return closed(reached, next.min(end));
            }
        }
        None
    }

    /// Whether the site's opening hours are known and can be read.
    pub(super) fn is_known(&self, id: Id) -> bool {
        matches!(self.hours.get(&id), Some(SiteHours::Read { .. }))
    }

    /// Whether `day` is a public holiday of which the site's hours do not speak:
    /// those that do ("PH off") are believed, others were likely written without
    /// a thought of it.
    pub(super) fn is_doubtful(&self, site: &Site, day: Day) -> bool {
        !site.hours.contains("PH") && self.holidays.contains(day)
    }

    /// When a site whose hours are known is open on `day` by its own clock;
    /// nothing for others.
    pub(super) fn open_on(&self, id: Id, day: Day) -> Rc<OpenPeriods> {
        if let Some(known) = self.open.borrow().get(&(id, day)) {
            return Rc::clone(known);
        }
        let zone = self.plan.sites.get(&id).map_or(self.zone(), |it| it.zone);
        let (from, to) = (day.at(0, 0, zone), day.plus(1).at(0, 0, zone));
        let periods = match self.hours.get(&id) {
            Some(SiteHours::Read { usual, ramadan }) => {
                let ramadan = ramadan.as_ref().filter(|_| is_ramadan(day));
                ramadan.unwrap_or(usual).open(zone, from, to)
            }
            _ => OpenPeriods::new(),
        };
        let periods = Rc::new(periods);
        let mut open = self.open.borrow_mut();
        open.insert((id, day), Rc::clone(&periods));
        periods
    }

    /// The breaks that a day needs which is spent around `site`, or around the
    /// base.
    pub(super) fn due(&self, day: Day, site: Option<Id>) -> Rc<[Due]> {
        if let Some(known) = self.due.borrow().get(&(day, site)) {
            return Rc::clone(known);
        }
        let due: Rc<[Due]> = self.reckon_due(day, site).into();
        self.due.borrow_mut().insert((day, site), Rc::clone(&due));
        due
    }

    fn reckon_due(&self, day: Day, site: Option<Id>) -> Vec<Due> {
        let settings = &self.plan.cohort.prayer;
        let planning = &self.plan.cohort.planning;
        let place = whereabouts(&self.plan.cohort, &self.plan.sites, site);
        let times =
            place.and_then(|(place, _)| prayer::times(place, day, self.zone(), settings).ok());
        let mut due = Vec::new();
        let length = |band: &prayer::PrayerBand| band.to.0.saturating_sub(band.from.0);
        for band in times.map_or(Vec::new(), |times| prayer::bands(&times, day, settings)) {
            let Some(times) = times else { continue };
            let (rule, latest) = match band.prayer {
                BandKind::Jumat => (Clash::FridayMissed, band.from),
                BandKind::Dzuhur => (Clash::DzuhurMissed, times.ashar.plus(-length(&band))),
                BandKind::Ashar => (Clash::AsharMissed, times.maghrib.plus(-length(&band))),
                BandKind::Subuh | BandKind::Maghrib | BandKind::Isya => continue,
            };
            due.push(Due {
                rule,
                length: length(&band),
                earliest: band.from,
                latest: latest.max(band.from),
            });
        }
        let friday = day.0.weekday() == Weekday::Fri && !due.is_empty();
        if planning.lunch_minutes > 0 && !friday && !is_ramadan(day) {
            // After the midday prayer, which comes first where both are due.
            let place = due.len().min(1);
            due.insert(
                place,
                Due {
                    rule: Clash::LunchMissed,
                    length: minutes(planning.lunch_minutes),
                    earliest: at(day, planning.lunch_earliest, self.zone()),
                    latest: at(day, planning.lunch_latest, self.zone()),
                },
            );
        }
        due
    }
}

impl SiteHours {
    fn read(site: &Site, holidays: &Holidays) -> Self {
        let read = |text: &str| (!text.trim().is_empty()).then(|| Hours::read(text, holidays));
        match (read(&site.hours), read(&site.ramadan_hours)) {
            (None, _) => Self::Unknown,
            (Some(Ok(usual)), None) => Self::Read {
                usual,
                ramadan: None,
            },
            (Some(Ok(usual)), Some(Ok(ramadan))) => Self::Read {
                usual,
                ramadan: Some(ramadan),
            },
            _ => Self::Unreadable,
        }
    }
}

/// The years in which anything happens.
fn years(plan: &Plan) -> BTreeSet<i32> {
    let zone = plan.cohort.zone;
    let visits = plan
        .visits
        .iter()
        .flat_map(|it| [it.visit.start, it.visit.end]);
    let days = [plan.cohort.start, plan.cohort.end];
    let of_visits = visits.map(|it| it.local(zone).year());
    days.iter()
        .map(|day| day.0.year())
        .chain(of_visits)
        .collect()
}

fn closed(from: UtcMinute, to: UtcMinute) -> Option<(Clash, UtcMinute, UtcMinute)> {
    Some((Clash::SiteClosed, from, to))
}

/// `minute` of `day`, counted from midnight in `zone`; may lie past the day.
pub(super) fn at(day: Day, minute: u32, zone: Zone) -> UtcMinute {
    day.at(0, 0, zone).plus(minutes(minute))
}

/// Minutes that settings give, kept small enough to be added up.
pub(super) fn minutes(minutes: u32) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MAX).min(1 << 20)
}
