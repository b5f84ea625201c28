//! A look at a whole cohort: whether what is stored can be trusted, and what
//! clashes in the itinerary. Changes nothing.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Hash, Id, Kind, Record};
use crate::planner::Conflict;
use crate::store::{Access, Rebuilt, Store, StoreError, Wanted};

use super::AppError;
use super::session::Session;

/// What a look at a cohort found.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct CheckReport {
    /// Whether SQLite finds its own file sound.
    pub is_sound: bool,
    /// The record log and what is read from it.
    pub log: LogState,
    /// Photos and logos that are missing or damaged.
    pub missing_photos: Vec<MissingPhoto>,
    /// What clashes in the itinerary.
    pub conflicts: Vec<Conflict>,
}

/// How the record log stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum LogState {
    /// Every batch carries the signature of the device it names.
    Verified {
        /// How many.
        batches: u32,
        /// Records made from them.
        records: u32,
        /// Statements held back, because nobody may make them yet.
        held: u32,
        /// Whether what screens read is what the log says.
        is_shown_truly: bool,
    },
    /// A batch does not verify.
    Broken {
        /// Its place in the log, from 1.
        batch: u32,
    },
}

/// A photo that cannot be shown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct MissingPhoto {
    /// Names the file.
    pub hash: Hash,
    /// The record that shows it.
    pub record: Id,
    /// The record's title.
    pub title: String,
}

impl CheckReport {
    /// Whether everything stored is whole. Conflicts of the itinerary and
    /// statements held back are for people to settle and do not count.
    pub fn is_whole(&self) -> bool {
        let log = matches!(
            self.log,
            LogState::Verified {
                is_shown_truly: true,
                ..
            }
        );
        self.is_sound && log && self.missing_photos.is_empty()
    }
}

/// Verifies the log of the cohort in `folder` and makes everything that is read
/// anew from it. Needs nothing but the log, so it mends whatever else broke.
///
/// # Errors
/// When the folder is no cohort, is open elsewhere, or a batch does not verify.
pub fn rebuild(folder: &Path) -> Result<Rebuilt, AppError> {
    Ok(Store::open(folder, Access::Write)?.rebuild()?)
}

impl Session {
    /// Looks the whole cohort over: the file, every signature of the log, what
    /// is read from it, the photos and the itinerary.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn check(&self) -> Result<CheckReport, AppError> {
        Ok(CheckReport {
            is_sound: self.store.is_sound()?,
            log: self.log_state()?,
            missing_photos: self.missing_photos()?,
            conflicts: self.conflicts(&[])?,
        })
    }

    /// Verifies every signature of the log.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn log_state(&self) -> Result<LogState, AppError> {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        match self.store.rehearse() {
            Ok(found) => Ok(LogState::Verified {
                batches: count(found.batches),
                records: count(found.records),
                held: count(found.held),
                is_shown_truly: found.was_equal,
            }),
            Err(StoreError::Frame { number, .. }) => Ok(LogState::Broken {
                batch: u32::try_from(number).unwrap_or(u32::MAX),
            }),
            Err(error) => Err(error.into()),
        }
    }

    fn missing_photos(&self) -> Result<Vec<MissingPhoto>, AppError> {
        let mut wanted: BTreeMap<Hash, (Id, String)> = BTreeMap::new();
        let cohort = self.cohort_record()?;
        if let Some(logo) = cohort.letterhead.logo {
            wanted.insert(logo, (self.store.cohort(), cohort.name));
        }
        let (stored, _) = self.store.records(&Wanted::all(Kind::Observation))?;
        for it in stored {
            if let Record::Observation(observation) = it.record {
                for photo in observation.photos {
                    let shown_by = (it.doc, observation.title.clone());
                    wanted.entry(photo.hash).or_insert(shown_by);
                }
            }
        }
        let media = self.store.media();
        let missing = wanted
            .into_iter()
            .filter(|(hash, _)| media.read(*hash).is_err())
            .map(|(hash, (record, title))| MissingPhoto {
                hash,
                record,
                title,
            });
        Ok(missing.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Surroundings;
    use crate::domain::Severity;

    #[test]
    fn the_example_is_whole_and_a_photo_taken_away_is_missed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("contoh");
        let mut it = Session::example(&path, Surroundings::fixed(1_521_600_000, 7)).unwrap();
        let report = it.check().unwrap();
        assert!(report.is_whole(), "{report:?}");
        let weighty = report
            .conflicts
            .iter()
            .filter(|it| it.severity != Severity::Note);
        assert_eq!(weighty.count(), 1, "{:?}", report.conflicts);

        let missing = Hash::of(b"nowhere");
        let (stored, _) = it.store.records(&Wanted::all(Kind::Observation)).unwrap();
        let stored = stored.into_iter().next().unwrap();
        let Record::Observation(mut observation) = stored.record else {
            panic!("an observation was asked for");
        };
        observation.photos.push(crate::domain::Photo {
            hash: missing,
            caption: "Loket".into(),
            taken: None,
            consent: Default::default(),
            width: 1,
            height: 1,
        });
        it.act_as(stored.owner).unwrap();
        it.save(stored.doc, Record::Observation(observation))
            .unwrap();
        let report = it.check().unwrap();
        assert!(!report.is_whole());
        assert_eq!(report.missing_photos.len(), 1);
        assert_eq!(report.missing_photos[0].hash, missing);
    }
}
