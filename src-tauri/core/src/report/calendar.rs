//! iCalendar (RFC 5545): what a phone or an office calendar reads. Pure text; the moment of
//! writing is passed in.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::characters::writable;
use super::words::Language;
use crate::domain::{Coordinates, Zone};

/// A line may hold so many octets, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// A calendar to hand out.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Shown by the program that reads it.
    pub name: String,
    /// The language of its words.
    pub lang: Language,
    /// When it is written.
    pub stamp: DateTime<Utc>,
    /// In the order written.
    pub events: Vec<Event>,
}

/// How certain an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Released.
    Confirmed,
    /// Planned and not released yet.
    Tentative,
    /// Was released once and no longer takes place.
    Cancelled,
}

/// Something that takes place.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The same in every release.
    pub uid: String,
    /// Rises whenever the event changes.
    pub sequence: u32,
    /// How certain it is.
    pub standing: Standing,
    /// Begin, by the clock of `zone`.
    pub start: NaiveDateTime,
    /// End, exclusive.
    pub end: NaiveDateTime,
    /// The zone of the place.
    pub zone: Zone,
    /// What happens.
    pub summary: String,
    /// Where, in words; empty for none.
    pub location: String,
    /// Where, on the map.
    pub point: Option<Coordinates>,
    /// Anything else; lines are kept.
    pub description: String,
    /// What kind of event; empty for none.
    pub category: String,
}

/// Writes a calendar.
pub fn write(calendar: &Calendar) -> String {
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Tilik//Tilik//ID");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    // The second is what most programs still read; RFC 7986 has the first.
    out.text("NAME", &calendar.name);
    out.text("X-WR-CALNAME", &calendar.name);
    let zones = [Zone::Wib, Zone::Wita, Zone::Wit].into_iter();
    for zone in zones.filter(|zone| calendar.events.iter().any(|it| it.zone == *zone)) {
        out.zone(zone);
    }
    let language = calendar.lang.tag();
    for event in &calendar.events {
        out.event(event, calendar.stamp, language);
    }
    out.line("END:VCALENDAR");
    out.text
}

/// The name of a zone in the time zone database.
const fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Wib => "Asia/Jakarta",
        Zone::Wita => "Asia/Makassar",
        Zone::Wit => "Asia/Jayapura",
    }
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// One content line, folded where it is too long; never inside a character.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                used = 1;
            }
            self.text.push(c);
            used += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// A property with a text value, escaped (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in writable(value).chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                // Allowed in XML, but not in a line of a calendar.
                '\u{7f}' => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// Indonesia has no summer time: one rule, since long before any visit.
    fn zone(&mut self, zone: Zone) {
        let offset = format!("+{:02}00", zone.offset_minutes() / 60);
        self.line("BEGIN:VTIMEZONE");
        self.line(&format!("TZID:{}", zone_name(zone)));
        self.line("BEGIN:STANDARD");
        self.line("DTSTART:19700101T000000");
        self.line(&format!("TZOFFSETFROM:{offset}"));
        self.line(&format!("TZOFFSETTO:{offset}"));
        self.line(&format!("TZNAME:{}", zone.label()));
        self.line("END:STANDARD");
        self.line("END:VTIMEZONE");
    }

    fn event(&mut self, it: &Event, stamp: DateTime<Utc>, language: &str) {
        let zone = zone_name(it.zone);
        let local = |at: NaiveDateTime| at.format("%Y%m%dT%H%M%S").to_string();
        self.line("BEGIN:VEVENT");
        self.text("UID", &it.uid);
        self.line(&format!("DTSTAMP:{}", stamp.format("%Y%m%dT%H%M%SZ")));
        self.line(&format!("SEQUENCE:{}", it.sequence));
        self.line(&format!("DTSTART;TZID={zone}:{}", local(it.start)));
        // An end that is not later would make the whole calendar invalid.
        if it.end > it.start {
            self.line(&format!("DTEND;TZID={zone}:{}", local(it.end)));
        }
        let standing = match it.standing {
            Standing::Confirmed => "CONFIRMED",
            Standing::Tentative => "TENTATIVE",
            Standing::Cancelled => "CANCELLED",
        };
        self.line(&format!("STATUS:{standing}"));
        self.text(&format!("SUMMARY;LANGUAGE={language}"), &it.summary);
        for (name, value) in [("LOCATION", &it.location), ("DESCRIPTION", &it.description)] {
            if !value.is_empty() {
                self.text(&format!("{name};LANGUAGE={language}"), value);
            }
        }
        if let Some(point) = it.point.and_then(point) {
            self.line(&format!("GEO:{point}"));
        }
        if !it.category.is_empty() {
            self.text("CATEGORIES", &it.category);
        }
        self.line("END:VEVENT");
    }
}

/// Degrees with six decimals, or `None` for what is not on Earth.
fn point(at: Coordinates) -> Option<String> {
    let text = format!("{:.6};{:.6}", at.latitude, at.longitude);
    at.is_on_earth().then_some(text)
}
