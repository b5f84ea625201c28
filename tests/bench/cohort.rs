//! A cohort of any size to measure on: one person, and as many observations as
//! wanted, sealed some hundreds to a batch.

use std::error::Error;
use std::path::Path;

use tilik_core::app::{NewCohort, Session, Surroundings};
use tilik_core::domain::{Day, Id, Kind, Observation, Record};
use tilik_core::log::{Birth, State, document_id};
use tilik_core::store::{Access, Signer, Statement, Store, Write};

const PER_BATCH: usize = 200;

/// Words that reports of visits are made of, so that search has work to do.
const WORDS: [&str; 24] = [
    "pelayanan",
    "antrean",
    "loket",
    "petugas",
    "warga",
    "berkas",
    "dokumen",
    "pengaduan",
    "festival",
    "wisata",
    "perizinan",
    "kependudukan",
    "akta",
    "kelahiran",
    "inovasi",
    "perubahan",
    "pesantren",
    "kantor",
    "menjelaskan",
    "membahas",
    "menyelesaikan",
    "bersama",
    "cepat",
    "waktu",
];

pub(crate) fn note(number: usize) -> String {
    let word = |place: usize| WORDS[(number * 7 + place * place + place) % WORDS.len()];
    (0..60).map(word).collect::<Vec<_>>().join(" ")
}

pub(crate) fn observation(number: usize) -> Record {
    Record::Observation(Observation {
        title: format!("Catatan {number}: {}", WORDS[number % WORDS.len()]),
        note: note(number),
        ..Default::default()
    })
}

/// Makes a cohort with `count` observations in `folder`.
pub(crate) fn with_observations(folder: &Path, count: usize) -> Result<(), Box<dyn Error>> {
    let day = Day::new(2018, 3, 20).ok_or("no such day")?;
    let new = NewCohort {
        name: "Ukur".into(),
        programme: "diklatpim-iii".into(),
        start: day,
        end: day.plus(4),
        coordinator: "Panitia 01".into(),
        ..Default::default()
    };
    let session = Session::found(folder, &new, Surroundings::fixed(1_521_500_000, 1))?;
    let person = session.actor().person;
    drop(session);
    let mut store = Store::open(folder, Access::Write)?;
    let key = store.keys().device(person)?.ok_or("no key")?;
    let signer = Signer::new(person, key, [9; 16]);
    for from in (0..count).step_by(PER_BATCH) {
        let numbers = from..(from + PER_BATCH).min(count);
        store.seal(
            &signer,
            1_521_500_000,
            numbers.map(|n| born(person, n)).collect(),
        )?;
    }
    Ok(())
}

fn born(owner: Id, number: usize) -> Statement {
    let mut nonce = [0; 16];
    nonce[..8].copy_from_slice(&(number as u64).to_le_bytes());
    let kind = Kind::Observation;
    let doc = document_id(kind, owner, &nonce);
    Statement::Write(Box::new(Write {
        doc,
        birth: Some(Birth {
            doc,
            kind,
            owner,
            nonce,
        }),
        state: State {
            record: observation(number),
            removed: false,
        },
    }))
}
