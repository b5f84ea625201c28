//! From a roster and a list of sites to a plan that is proposed, mended, accepted, released twice,
//! printed, and in everybody's calendar at the right time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use ical::parser::ical::component::IcalCalendar;
use tilik_core::app::{
    ChangesFor, ExportFormat, ExportSubject, NewCohort, PrintSubject, ScheduleFor, Session,
    Surroundings, VisitEdit,
};
use tilik_core::domain::{
    Change, Clash, Coordinates, Day, Id, Record, Ride, Severity, Site, UtcMinute, Visit, Zone,
};
use tilik_core::planner::{Conflict, PlanRequest, PlanVisit, Search, Wish, propose};
use tilik_core::store::Access;

use crate::cohorts::{NOW, Place, open};
use crate::formats::calendars::{read, value, zone_of};
use crate::formats::job;
use crate::program::{fixture, tilik_in, tool};

/// Name, zone, where it is, and opening hours by its own clock.
type SiteLine = (&'static str, Zone, Option<(f64, f64)>, &'static str);

/// Places in and around Banyuwangi, one over the strait, and one that is visited from afar.
const SITES: [SiteLine; 7] = [
    (
        "Kantor Pemkab",
        Zone::Wib,
        Some((-8.211, 114.376)),
        "Mo-Fr 08:00-15:30; PH off",
    ),
    (
        "Mal Pelayanan",
        Zone::Wib,
        Some((-8.214, 114.371)),
        "Mo-Sa 08:00-14:00; PH off",
    ),
    (
        "Puskesmas",
        Zone::Wib,
        Some((-8.232, 114.357)),
        "Mo-Fr 07:30-14:00; PH off",
    ),
    ("Pantai", Zone::Wib, Some((-8.205, 114.385)), ""),
    (
        "Kantor Desa",
        Zone::Wib,
        Some((-8.27, 114.34)),
        "Mo-Fr 08:00-15:00; PH off",
    ),
    (
        "Kantor Camat di Bali",
        Zone::Wita,
        Some((-8.23, 114.47)),
        "Mo-Fr 08:00-15:30; PH off",
    ),
    (
        "Telekonferensi Papua",
        Zone::Wit,
        None,
        "Mo-Fr 09:00-16:00; PH off",
    ),
];

/// A session of its own, as after closing and opening the app.
fn reopened(dir: &Path, seed: u64) -> Session {
    open(dir, Access::Write, seed).unwrap()
}

/// Monday to Friday, without a holiday.
fn founded(place: &Place) -> PathBuf {
    let dir = place.file("kunjungan");
    let new = NewCohort {
        name: "Diklatpim III".into(),
        programme: "diklatpim-iii".into(),
        start: Day::new(2018, 4, 9).unwrap(),
        end: Day::new(2018, 4, 13).unwrap(),
        zone: Zone::Wib,
        coordinator: "Panitia 01".into(),
        ..Default::default()
    };
    Session::found(&dir, &new, Surroundings::fixed(NOW, 3)).unwrap();
    let roster = fixture("rosters/bersih.xlsx");
    let taken = tilik_in(&dir, &["import", "roster"], &[&roster, "--json"]).json();
    assert_eq!(taken["outcome"]["groups_made"], 4);
    let mut it = reopened(&dir, 5);
    let point = |(latitude, longitude)| Coordinates {
        latitude,
        longitude,
        approximate: true,
    };
    let sites = SITES.map(|(name, zone, at, hours)| {
        let site = Site {
            name: name.into(),
            zone,
            coordinates: at.map(point),
            hours: hours.into(),
            capacity: Some(2),
            ..Default::default()
        };
        it.add(Record::Site(site)).unwrap().id
    });
    let mut cohort = it.cohort_record().unwrap();
    cohort.planning.base_coordinates = Some(point((-8.21, 114.37)));
    cohort.planning.visits_per_group = Some(6);
    // The ferry, as somebody knows it.
    cohort.planning.rides = vec![Ride {
        from: None,
        to: Some(sites[5]),
        minutes: 75,
    }];
    it.save(it.store().cohort(), Record::Cohort(cohort))
        .unwrap();
    dir
}

fn blocking(it: &Session) -> Vec<Conflict> {
    let mut found = it.conflicts(&[]).unwrap();
    found.retain(|it| it.severity == Severity::Block);
    found
}

fn visits(it: &Session) -> Vec<PlanVisit> {
    it.plan(&[]).unwrap().visits
}

fn change(it: &mut Session, id: Id, visit: Visit) {
    let edit = VisitEdit {
        id: Some(id),
        visit: Some(visit),
    };
    it.change_visits(vec![edit]).unwrap();
}

fn moved(it: &PlanVisit, start: UtcMinute) -> Visit {
    Visit {
        start,
        end: start.plus(it.visit.minutes()),
        ..it.visit.clone()
    }
}

fn planned(it: &mut Session) {
    let (plan, now) = it.plan_and_now().unwrap();
    let request = PlanRequest {
        wishes: vec![Wish::Balanced],
        ..Default::default()
    };
    let how = Search {
        seed: 1,
        runs: 1,
        steps: 12_000,
        threads: 1,
    };
    let proposal = propose(&plan, &request, now, &how, &|_| true).remove(0);
    assert_eq!(proposal.unmet, Vec::new());
    it.apply_proposal(proposal.changes, &[]).unwrap();
    assert_eq!(visits(it).len(), 4 * 6);
    assert_eq!(blocking(it), Vec::new());
}

/// Drags a visit onto another of its group, and takes the fix that is offered.
fn mended(it: &mut Session) {
    let all = visits(it);
    let (one, other) = (&all[0], &all[1..]);
    let group = one.visit.groups[0];
    let other = other.iter().find(|it| it.visit.includes(group)).unwrap();
    change(it, one.id, moved(one, other.visit.start));
    let found = blocking(it).into_iter();
    let mut found = found.filter(|it| it.clash == Clash::GroupTwice);
    let fix = found.next().unwrap().fix.unwrap();
    change(it, fix.visit.unwrap(), fix.after);
    assert_eq!(blocking(it), Vec::new());
}

/// Lets one site without a contact be, but not the others.
fn accepted(it: &mut Session) {
    it.weigh_rule(Clash::ContactMissing, Severity::Warn)
        .unwrap();
    let warnings = |it: &Session| {
        let mut found = it.conflicts(&[]).unwrap();
        found.retain(|it| it.clash == Clash::ContactMissing);
        found
    };
    let before = warnings(it);
    assert_eq!(before.len(), SITES.len());
    it.accept_warning(&before[0].key, "narahubung menyusul")
        .unwrap();
    let after = warnings(it);
    assert_eq!(after.len(), before.len());
    let reasons = after.iter().filter_map(|it| it.accepted.as_ref());
    let reasons: Vec<&str> = reasons.map(|it| it.reason.as_str()).collect();
    assert_eq!(reasons, ["narahubung menyusul"]);
}

/// What a print says.
fn printed(place: &Place, dir: &Path, words: &[&str]) -> String {
    let file = place.file("cetakan.pdf");
    let words = [words, &["-o", file.to_str().unwrap()]].concat();
    let ran = tilik_in(dir, &["export"], &words);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    tool("pdftotext", &[], &file);
    let text = fs::read_to_string(file.with_extension("txt")).unwrap();
    fs::remove_file(file).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn calendar(it: &mut Session, who: ScheduleFor) -> IcalCalendar {
    let subject = ExportSubject::Print(PrintSubject::Schedule(who));
    let file = it.export(&job(subject, ExportFormat::Ics)).unwrap();
    read(&String::from_utf8(file.bytes).unwrap())
}

/// An event as the parser understands it.
#[derive(Clone, PartialEq, Debug)]
struct Entry {
    start: UtcMinute,
    zone: String,
    sequence: u32,
    status: String,
}

/// The events of a calendar by their UIDs; times by the zones that the file itself describes.
fn entries(calendar: &IcalCalendar) -> BTreeMap<String, Entry> {
    let mut offsets = BTreeMap::new();
    for zone in &calendar.timezones {
        let name = zone.properties[0].value.clone().unwrap();
        let mut properties = zone.transitions[0].properties.iter();
        let offset = properties.find(|it| it.name == "TZOFFSETTO").unwrap();
        let offset: i32 = offset.value.as_deref().unwrap().parse().unwrap();
        offsets.insert(name, offset / 100 * 60 + offset % 100);
    }
    let entry = |event| {
        let of = |name| value(event, name).unwrap();
        let zone = zone_of(event, "DTSTART");
        let local = NaiveDateTime::parse_from_str(&of("DTSTART"), "%Y%m%dT%H%M%S").unwrap();
        let minutes = i32::try_from(local.and_utc().timestamp() / 60).unwrap();
        let entry = Entry {
            start: UtcMinute(minutes - offsets[&zone]),
            zone,
            sequence: of("SEQUENCE").parse().unwrap(),
            status: of("STATUS"),
        };
        (of("UID"), entry)
    };
    calendar.events.iter().map(entry).collect()
}

fn uid(id: Id) -> String {
    format!("{id}@tilik")
}

/// Every group's calendar holds its visits at their times, and everybody's that of their group.
fn everyones(it: &mut Session) -> BTreeMap<Id, BTreeMap<String, Entry>> {
    let plan = it.plan(&[]).unwrap();
    let mut found = BTreeMap::new();
    for group in &plan.groups {
        let theirs = entries(&calendar(it, ScheduleFor::Group(*group)));
        let wanted = plan.visits.iter().filter(|it| it.visit.includes(*group));
        let wanted: BTreeMap<String, UtcMinute> =
            wanted.map(|it| (uid(it.id), it.visit.start)).collect();
        let standing = theirs.iter().filter(|(_, it)| it.status == "CONFIRMED");
        let standing: BTreeMap<String, UtcMinute> =
            standing.map(|(uid, it)| (uid.clone(), it.start)).collect();
        assert_eq!(standing, wanted);
        let members = plan
            .people
            .iter()
            .filter(|(_, it)| it.group == Some(*group));
        for (person, _) in members.take(2) {
            assert_eq!(entries(&calendar(it, ScheduleFor::Person(*person))), theirs);
        }
        found.insert(*group, theirs);
    }
    found
}

#[test]
fn a_cohort_is_planned_mended_released_changed_and_released_again() {
    let place = Place::new_cohort();
    let dir = founded(&place);
    let mut it = reopened(&dir, 6);
    planned(&mut it);
    mended(&mut it);
    accepted(&mut it);
    it.release("satu".into()).unwrap();
    let first = everyones(&mut it);
    let zones = first.values().flatten().map(|(_, it)| it.zone.as_str());
    let zones: BTreeSet<&str> = zones.collect();
    assert_eq!(
        zones.into_iter().collect::<Vec<_>>(),
        ["Asia/Jakarta", "Asia/Jayapura", "Asia/Makassar"]
    );
    drop(it);
    let schedule = printed(&place, &dir, &["schedule"]);
    assert!(schedule.contains("Terbitan 1"), "{schedule}");

    // A visit over the strait goes to another hour of its day, another is called off.
    let mut it = reopened(&dir, 7);
    let all = visits(&it);
    let plan = it.plan(&[]).unwrap();
    let in_bali = |it: &&PlanVisit| {
        let site = it.visit.site.map(|id| &plan.sites[&id]);
        site.is_some_and(|site| site.zone == Zone::Wita)
    };
    let late = all.iter().find(in_bali).unwrap();
    let day = late.visit.start.day(Zone::Wib);
    let spots = it.allowed_spots(late.id, late.visit.clone(), day).unwrap();
    let mut spots = spots.into_iter().map(|it| it.start).rev();
    let start = spots.find(|start| *start != late.visit.start).unwrap();
    let gone = all.iter().find(|it| it.id != late.id).unwrap();
    it.change_visits(vec![
        VisitEdit {
            id: Some(late.id),
            visit: Some(moved(late, start)),
        },
        VisitEdit {
            id: Some(gone.id),
            visit: None,
        },
    ])
    .unwrap();
    assert_eq!(blocking(&it), Vec::new());
    it.release("dua".into()).unwrap();
    let second = everyones(&mut it);
    for (group, before) in &first {
        let after = &second[group];
        assert_eq!(
            before.keys().collect::<Vec<_>>(),
            after.keys().collect::<Vec<_>>(),
            "UIDs stay, what is called off is told"
        );
        for (id, was) in before {
            let now = &after[id];
            if *id == uid(late.id) {
                assert_eq!((now.start, now.status.as_str()), (start, "CONFIRMED"));
                assert!(now.sequence > was.sequence);
            } else if *id == uid(gone.id) {
                assert_eq!((now.start, now.status.as_str()), (was.start, "CANCELLED"));
                assert!(now.sequence > was.sequence);
            } else {
                assert_eq!(now, was);
            }
        }
    }
    let wanted = ChangesFor {
        since: 1,
        who: ScheduleFor::Cohort,
    };
    let told = it.changes_since(wanted).unwrap();
    let of = |id: Id| {
        let mut changes = told.changes.iter().filter(|it| it.change.id == id);
        changes.next().unwrap()
    };
    assert_eq!(told.changes.len(), 2);
    assert!(
        of(late.id).change.changes.contains(&Change::Moved),
        "{told:?}"
    );
    assert_eq!(of(gone.id).groups, gone.visit.groups);
    drop(it);
    let schedule = printed(&place, &dir, &["schedule"]);
    assert!(schedule.contains("Terbitan 2"), "{schedule}");
    let changes = printed(&place, &dir, &["changes", "--since", "1"]);
    assert!(changes.contains("Kantor Camat di Bali"), "{changes}");
}
