//! Calendars read by a parser that did not write them: folding, escaping, zones, and what becomes
//! of an event over releases.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use ical::IcalParser;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tilik_core::app::{ExportFormat, ExportJob, ExportSubject, PrintSubject, ScheduleFor, Session};
use tilik_core::domain::{Coordinates, Id, Kind, Record, Site, UtcMinute, Visit, Zone};
use tilik_core::report::calendar::{Calendar, Event, Standing, write};
use tilik_core::report::words::Language;
use tilik_core::store::{Access, Wanted};

use super::job;
use crate::cohorts::Place;

fn at(hour: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2018, 3, 20).unwrap();
    day.and_hms_opt(hour, 30, 0).unwrap()
}

fn calendar(texts: [&str; 3]) -> String {
    let [summary, location, description] = texts.map(str::to_owned);
    write(&Calendar {
        name: "Uji".into(),
        lang: Language::Id,
        stamp: DateTime::from_timestamp(1_521_600_000, 0).unwrap(),
        events: vec![Event {
            uid: "a1@tilik".into(),
            sequence: 3,
            standing: Standing::Confirmed,
            start: at(8),
            end: at(10),
            zone: Zone::Wita,
            summary,
            location,
            point: Some(Coordinates {
                latitude: -8.21,
                longitude: 114.37,
                approximate: false,
            }),
            description,
            category: "Kunjungan".into(),
        }],
    })
}

pub(crate) fn read(text: &str) -> IcalCalendar {
    let mut found = IcalParser::new(text.as_bytes());
    let calendar = found.next().unwrap().unwrap();
    assert!(found.next().is_none(), "one calendar a file");
    calendar
}

pub(crate) fn value(event: &IcalEvent, name: &str) -> Option<String> {
    let property = event.properties.iter().find(|it| it.name == name)?;
    Some(unescaped(property.value.as_deref().unwrap_or_default()))
}

/// RFC 5545, 3.3.11, read backwards.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(c) => out.push(c),
                None => panic!("a backslash at the end of {text:?}"),
            },
            c => out.push(c),
        }
    }
    out
}

pub(crate) fn zone_of(event: &IcalEvent, name: &str) -> String {
    let property = event.properties.iter().find(|it| it.name == name).unwrap();
    let parameters = property.params.as_ref().unwrap();
    parameters[0].1[0].clone()
}

fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let forbidden = |c: char| {
        (c < ' ' && c != '\n' && c != '\t') || matches!(c, '\u{7f}' | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().filter(|c| !forbidden(*c)).collect()
}

#[test]
fn the_zone_of_an_event_is_described_and_its_place_is_latitude_first() {
    let text = calendar(["Mall; Pelayanan, Publik", "Jl. A\\B", "satu\ndua"]);
    let calendar = read(&text);
    let [event] = &calendar.events[..] else {
        panic!("{text}");
    };
    assert_eq!(value(event, "DTSTART").unwrap(), "20180320T083000");
    assert_eq!(zone_of(event, "DTSTART"), "Asia/Makassar");
    let [zone] = &calendar.timezones[..] else {
        panic!("{text}");
    };
    assert_eq!(zone.properties[0].value.as_deref(), Some("Asia/Makassar"));
    let offset = |it: &&ical::property::Property| it.name == "TZOFFSETTO";
    let offset = zone.transitions[0].properties.iter().find(offset).unwrap();
    assert_eq!(offset.value.as_deref(), Some("+0800"));
    assert_eq!(value(event, "GEO").unwrap(), "-8.210000;114.370000");
    assert_eq!(value(event, "SUMMARY").unwrap(), "Mall; Pelayanan, Publik");
    assert_eq!(value(event, "LOCATION").unwrap(), "Jl. A\\B");
    assert_eq!(value(event, "DESCRIPTION").unwrap(), "satu\ndua");
    assert_eq!(value(event, "DTSTAMP").unwrap(), "20180321T024000Z");
    assert_eq!(value(event, "SEQUENCE").unwrap(), "3");
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[\\\\;,:\r\nA-Z\u{0}=\"']{0,60}",
        "[بسمaꦏ👩]{0,120}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, rng_seed: RngSeed::Fixed(5545), ..Default::default() })]

    #[test]
    fn any_text_survives_folding_by_octets(a in texts(), b in texts(), c in texts()) {
        let written = calendar([&a, &b, &c]);
        prop_assert!(written.ends_with("END:VCALENDAR\r\n"));
        let lines: Vec<&str> = written.split("\r\n").collect();
        for line in &lines {
            prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
            prop_assert!(!line.contains(['\r', '\n']));
        }
        // Unfolded here, so that only the grammar is left to the parser: it splits at every line
        // end that Unicode knows.
        let unfolded = written.replace("\r\n ", "");
        let field = |name: &str| {
            let start = format!("{name};LANGUAGE=id-ID:");
            let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix(&start));
            unescaped(line.unwrap_or_default())
        };
        prop_assert_eq!(field("SUMMARY"), plain(&a));
        prop_assert_eq!(field("LOCATION"), plain(&b));
        prop_assert_eq!(field("DESCRIPTION"), plain(&c));
        prop_assert_eq!(read(&written).events.len(), 1);
    }
}

fn exported(session: &mut Session, who: ScheduleFor, draft: bool) -> BTreeMap<String, IcalEvent> {
    let file = session.export(&ExportJob {
        draft,
        ..job(
            ExportSubject::Print(PrintSubject::Schedule(who)),
            ExportFormat::Ics,
        )
    });
    let text = String::from_utf8(file.unwrap().bytes).unwrap();
    let events = read(&text).events.into_iter();
    events.map(|it| (value(&it, "UID").unwrap(), it)).collect()
}

fn uid(id: Id) -> String {
    format!("{id}@tilik")
}

fn said(events: &BTreeMap<String, IcalEvent>, id: Id) -> (String, String, String) {
    let event = &events[&uid(id)];
    let it = |name| value(event, name).unwrap();
    (it("DTSTART"), it("SEQUENCE"), it("STATUS"))
}

/// Three visits in three zones, all at 09.00 by the clock of Jakarta.
fn three_zones(session: &mut Session) -> Vec<Id> {
    let nine = session.cohort_record().unwrap().start.at(9, 0, Zone::Wib);
    let zones = [Zone::Wib, Zone::Wita, Zone::Wit];
    let visits = zones.map(|zone| {
        let site = Site {
            name: format!("Kantor, {}", zone.label()),
            zone,
            coordinates: Some(Coordinates {
                latitude: -8.5,
                longitude: 115.2,
                approximate: true,
            }),
            ..Site::default()
        };
        let site = session.add(Record::Site(site)).unwrap().id;
        let visit = Visit {
            site: Some(site),
            start: nine,
            end: nine.plus(90),
            ..Visit::default()
        };
        session.add(Record::Visit(visit)).unwrap().id
    });
    visits.to_vec()
}

#[test]
fn one_moment_in_three_zones_is_written_by_three_clocks() {
    let place = Place::new_cohort();
    let mut session = place.open(Access::Write).unwrap();
    let visits = three_zones(&mut session);
    let events = exported(&mut session, ScheduleFor::Cohort, false);
    let found: Vec<(String, String)> = visits
        .iter()
        .map(|id| {
            let event = &events[&uid(*id)];
            (zone_of(event, "DTSTART"), value(event, "DTSTART").unwrap())
        })
        .collect();
    let wanted = [
        ("Asia/Jakarta", "20180320T090000"),
        ("Asia/Makassar", "20180320T100000"),
        ("Asia/Jayapura", "20180320T110000"),
    ];
    assert_eq!(
        found,
        wanted.map(|(zone, at)| (zone.to_owned(), at.to_owned()))
    );
    let description = value(&events[&uid(visits[0])], "DESCRIPTION").unwrap();
    assert!(description.contains("perkiraan"), "{description}");
    assert_eq!(
        said(&events, visits[0]).2,
        "TENTATIVE",
        "nothing is released yet"
    );
}

#[test]
fn what_a_release_changes_rises_and_what_it_drops_is_cancelled() {
    let place = Place::new_cohort();
    let mut session = place.open(Access::Write).unwrap();
    let visits = three_zones(&mut session);
    session.release("satu".into()).unwrap();
    let first = exported(&mut session, ScheduleFor::Cohort, false);
    assert!(visits.iter().all(|id| said(&first, *id).2 == "CONFIRMED"));

    let Record::Visit(mut moved) = session.store().record(visits[1]).unwrap().record else {
        panic!("no visit");
    };
    moved.start = moved.start.plus(15);
    session.save(visits[1], Record::Visit(moved)).unwrap();
    session.remove(visits[2]).unwrap();
    let unchanged = exported(&mut session, ScheduleFor::Cohort, false);
    assert_eq!(unchanged.len(), 3);
    assert_eq!(
        said(&unchanged, visits[1]),
        said(&first, visits[1]),
        "not released"
    );
    let draft = exported(&mut session, ScheduleFor::Cohort, true);
    assert_eq!(said(&draft, visits[1]).2, "TENTATIVE");
    assert_eq!(said(&draft, visits[0]), said(&first, visits[0]));

    session.release("dua".into()).unwrap();
    let second = exported(&mut session, ScheduleFor::Cohort, false);
    assert_eq!(said(&second, visits[0]), said(&first, visits[0]));
    let (start, sequence, status) = said(&second, visits[1]);
    assert_eq!(
        (start.as_str(), status.as_str()),
        ("20180320T101500", "CONFIRMED")
    );
    assert!(sequence > said(&first, visits[1]).1);
    let (start, sequence, status) = said(&second, visits[2]);
    assert_eq!(
        (start.as_str(), status.as_str()),
        ("20180320T110000", "CANCELLED")
    );
    assert!(sequence > said(&first, visits[2]).1);
}

#[test]
fn a_group_and_a_person_have_their_own_calendar() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let all = exported(&mut session, ScheduleFor::Cohort, false);
    let records = |kind| session.store().records(&Wanted::all(kind)).unwrap().0;
    let visits: BTreeMap<String, Visit> = records(Kind::Visit)
        .into_iter()
        .filter_map(|it| match it.record {
            Record::Visit(visit) => Some((uid(it.doc), visit)),
            _ => None,
        })
        .collect();
    let group = records(Kind::Group)[0].doc;
    let person = records(Kind::Person)
        .into_iter()
        .find_map(|it| match it.record {
            Record::Person(person) if person.group == Some(group) => Some(it.doc),
            _ => None,
        });
    let of_group = exported(&mut session, ScheduleFor::Group(group), false);
    assert!(!of_group.is_empty() && of_group.len() < all.len());
    assert!(of_group.keys().all(|uid| visits[uid].includes(group)));
    let of_person = exported(&mut session, ScheduleFor::Person(person.unwrap()), false);
    assert!(of_group.keys().all(|uid| of_person.contains_key(uid)));
    // By the clock of the place, not of the laptop.
    let (uid, event) = of_group.first_key_value().unwrap();
    let site = visits[uid]
        .site
        .map(|id| session.store().record(id).unwrap().record);
    let zone = match site {
        Some(Record::Site(site)) => site.zone,
        _ => Zone::Wib,
    };
    let UtcMinute(_) = visits[uid].start;
    let local = visits[uid]
        .start
        .local(zone)
        .format("%Y%m%dT%H%M%S")
        .to_string();
    assert_eq!(value(event, "DTSTART").unwrap(), local);
}
