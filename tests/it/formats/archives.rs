//! Archives of notes and the JSON of everything: what is in them, and what must not be.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use tilik_core::app::{
    ExportFormat, ExportJob, ExportSubject, Exported, PrintWarning, Session, WholeExport,
};
use tilik_core::domain::{Consent, Hash, Kind, Photo, Record};
use tilik_core::store::{Access, Wanted};

use super::job;
use crate::cohorts::Place;

fn export(session: &mut Session, subject: ExportSubject, format: ExportFormat) -> Exported {
    session.export(&job(subject, format)).unwrap()
}

/// A small picture, different for different shades.
fn png(shade: u8) -> Vec<u8> {
    let picture = image::GrayImage::from_pixel(8, 8, image::Luma([shade * 6]));
    let mut bytes = Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.push((file.name().unwrap().into_owned(), bytes));
    }
    files
}

#[test]
fn the_archive_holds_every_note_and_only_photos_that_may_leave() {
    let place = Place::example();
    let mut session = place.open(Access::Write).unwrap();
    let (observations, _) = session
        .store()
        .records(&Wanted::all(Kind::Observation))
        .unwrap();
    let consents = [
        Consent::Given,
        Consent::Refused,
        Consent::NobodyShown,
        Consent::Unmarked,
    ];
    let mut refused = BTreeSet::new();
    let mut allowed = BTreeSet::new();
    for (seen, stored) in (0..).zip(&observations) {
        let Record::Observation(mut it) = stored.record.clone() else {
            continue;
        };
        session.act_as(stored.author).unwrap();
        for (number, consent) in (0..).zip(consents) {
            let shade = 4 * seen + number;
            let photo = session.keep_photo("foto.png", &png(shade)).unwrap();
            it.photos.push(Photo {
                caption: format!("Loket [{number}]"),
                consent,
                ..photo
            });
        }
        session
            .save(stored.doc, Record::Observation(it.clone()))
            .unwrap();
        for photo in it.photos {
            let set = match photo.consent {
                Consent::Given | Consent::NobodyShown => &mut allowed,
                Consent::Unmarked | Consent::Refused => &mut refused,
            };
            set.insert(photo.hash);
        }
    }
    let archive = export(&mut session, ExportSubject::Everything, ExportFormat::Md);
    let files = files(&archive.bytes);
    let notes = |folder: &str| {
        let is_note = |name: &str| name.starts_with(folder) && name.ends_with(".md");
        files.iter().filter(|(name, _)| is_note(name)).count()
    };
    assert_eq!(notes("observasi/"), observations.len());
    assert_eq!(notes("usulan/"), 2);
    let media: BTreeSet<Hash> = files
        .iter()
        .filter(|(name, _)| name.starts_with("media/"))
        .map(|(_, bytes)| Hash::of(bytes))
        .collect();
    assert!(!refused.is_empty() && refused.is_disjoint(&media));
    assert_eq!(media, allowed);
    let left_out = u32::try_from(refused.len()).unwrap();
    assert!(
        archive
            .warnings
            .contains(&PrintWarning::WithoutConsent(left_out))
    );
    let names: BTreeSet<String> = files.iter().map(|(name, _)| name.to_lowercase()).collect();
    assert_eq!(
        names.len(),
        files.len(),
        "names differ even without capitals"
    );
    let safe = |c: char| c.is_alphanumeric() || "-./".contains(c);
    assert!(names.iter().all(|name| name.chars().all(safe)), "{names:?}");
}

#[test]
fn notes_lead_to_the_files_they_name_and_carry_front_matter() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let archive = export(&mut session, ExportSubject::Everything, ExportFormat::Md);
    let files = files(&archive.bytes);
    let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let mut followed = 0;
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".md")) {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(text.starts_with("---\nid: \""), "{name}: {text}");
        for target in text.split("](../").skip(1) {
            let target = target.split([')', '#']).next().unwrap();
            assert!(names.contains(target), "{name} leads to {target}");
            followed += 1;
        }
    }
    assert!(followed > 2, "{followed}");
}

#[test]
fn the_same_cohort_at_the_same_time_gives_the_same_bytes() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let subjects = [
        (ExportSubject::Everything, ExportFormat::Md),
        (ExportSubject::Everything, ExportFormat::Json),
        (ExportSubject::Observations, ExportFormat::Xlsx),
        (ExportSubject::Sites, ExportFormat::GeoJson),
    ];
    for (subject, format) in subjects {
        let once = export(&mut session, subject.clone(), format);
        assert_eq!(once, export(&mut session, subject, format), "{format:?}");
    }
}

#[test]
fn everything_as_json_comes_back_whole_and_without_personal_numbers() {
    let place = Place::example();
    let mut session = place.open(Access::Write).unwrap();
    let (people, _) = session.store().records(&Wanted::all(Kind::Person)).unwrap();
    let Record::Person(mut person) = people[0].record.clone() else {
        panic!("no person");
    };
    person.nip = "198203042009032001".into();
    person.phone = "081234567890".into();
    session.save(people[0].doc, Record::Person(person)).unwrap();

    let json = export(&mut session, ExportSubject::Everything, ExportFormat::Json).bytes;
    let whole: WholeExport = serde_json::from_slice(&json).unwrap();
    let mut again = serde_json::to_vec_pretty(&whole).unwrap();
    again.push(b'\n');
    assert_eq!(again, json);
    let total: usize = Kind::ALL
        .iter()
        .map(|kind| {
            session
                .store()
                .records(&Wanted::all(*kind))
                .unwrap()
                .0
                .len()
        })
        .sum();
    assert_eq!(whole.records.len(), total);
    assert_eq!((whole.submissions.len(), whole.decisions.len()), (2, 1));
    let text = String::from_utf8(json).unwrap();
    assert!(!text.contains("198203042009032001") && !text.contains("081234567890"));

    let mut job = ExportJob {
        personal: true,
        ..job(ExportSubject::Roster, ExportFormat::Json)
    };
    let with = String::from_utf8(session.export(&job).unwrap().bytes).unwrap();
    assert!(with.contains("198203042009032001") && with.contains("081234567890"));
    job.format = ExportFormat::GeoJson;
    let refusal = session.export(&job).unwrap_err().to_string();
    assert!(refusal.ends_with("there are: xlsx, csv, json"), "{refusal}");
}

#[test]
fn the_map_has_every_site_with_longitude_first() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let bytes = export(&mut session, ExportSubject::Sites, ExportFormat::GeoJson).bytes;
    let map: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let features = map["features"].as_array().unwrap();
    let (sites, _) = session.store().records(&Wanted::all(Kind::Site)).unwrap();
    assert_eq!(features.len(), sites.len());
    for feature in features {
        let Some(point) = feature["geometry"]["coordinates"].as_array() else {
            continue;
        };
        let (longitude, latitude) = (point[0].as_f64().unwrap(), point[1].as_f64().unwrap());
        assert!((114.0..115.0).contains(&longitude), "{feature}");
        assert!((-9.0..-7.0).contains(&latitude), "{feature}");
    }
}
