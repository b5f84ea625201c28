//! Prayer times of a place, a line a day.

use serde_json::{Value, json};

use tilik_core::domain::{Day, PrayerSettings, UtcMinute, Zone};
use tilik_core::planner::prayer::{PrayerDay, PrayerError, times};

use super::Surrounded;
use crate::arguments::Prayer;
use crate::refusal::Refusal;
use crate::terminal::Answer;

pub(super) fn prayer(around: &Surrounded<'_>, it: &Prayer) -> Result<Answer, Refusal> {
    let last = it.to.unwrap_or(it.from);
    if last < it.from {
        return Err(refused("prayer-order", format!("{} > {last}", it.from)));
    }
    let settings = PrayerSettings::default();
    let mut lines = vec![around.words.say("cli-prayer-head", &[])];
    let mut days = Vec::new();
    let mut day = it.from;
    loop {
        let found = times(it.at, day, it.zone, &settings);
        let found = found.map_err(|error| refusal(error, day))?;
        days.push(spelled(day, &found, it.zone));
        lines.push(row(day, &found, it.zone));
        if day >= last {
            break;
        }
        day = day.plus(1);
    }
    lines.push(
        around
            .words
            .say("cli-prayer-zone", &[("zone", it.zone.label().into())]),
    );
    Ok(Answer {
        json: Value::Array(days),
        lines,
        ..Answer::default()
    })
}

fn refused(key: &'static str, value: String) -> Refusal {
    Refusal::Prayer { key, value }
}

fn refusal(error: PrayerError, day: Day) -> Refusal {
    match error {
        PrayerError::OffTheMap | PrayerError::Settings => {
            refused("prayer-place", error.to_string())
        }
        PrayerError::Year(year) => refused("prayer-year", year.to_string()),
        PrayerError::NeverReached(event) => {
            refused("prayer-never", format!("{day}, {}", event.name()))
        }
    }
}

/// The names and the times, in the order of the day.
fn named(it: &PrayerDay) -> [(&'static str, UtcMinute); 7] {
    [
        ("imsak", it.imsak),
        ("subuh", it.subuh),
        ("terbit", it.terbit),
        ("dzuhur", it.dzuhur),
        ("ashar", it.ashar),
        ("maghrib", it.maghrib),
        ("isya", it.isya),
    ]
}

fn clock(at: UtcMinute, zone: Zone) -> String {
    let minute = at.minute_of_day(zone);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn spelled(day: Day, it: &PrayerDay, zone: Zone) -> Value {
    let mut object = json!({ "date": day });
    for (name, at) in named(it) {
        object[name] = clock(at, zone).into();
    }
    object
}

fn row(day: Day, it: &PrayerDay, zone: Zone) -> String {
    let times: Vec<String> = named(it)
        .into_iter()
        .map(|(_, at)| format!("{:<8}", clock(at, zone)))
        .collect();
    format!("{day}  {}", times.concat().trim_end())
}
