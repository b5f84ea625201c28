//! Cohorts for tests to work in, each in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tempfile::TempDir;
use tilik_core::app::{AppError, NewCohort, Session, Surroundings};
use tilik_core::domain::{Day, Zone};
use tilik_core::store::Access;

/// Wednesday 21 March 2018, 09.40 in Banyuwangi, for every test.
pub(crate) const NOW: u32 = 1_521_600_000;

/// A cohort's folder, gone with the value.
pub(crate) struct Place {
    folder: TempDir,
}

impl Place {
    fn empty() -> Self {
        Self {
            folder: TempDir::with_prefix("tilik-").unwrap(),
        }
    }

    /// A copy of the example.
    pub(crate) fn example() -> Self {
        let place = Self::empty();
        copy(&example_files(), &place.dir());
        place
    }

    /// A cohort with nobody but its coordinator.
    pub(crate) fn new_cohort() -> Self {
        let place = Self::empty();
        let new = NewCohort {
            name: "Diklatpim III".into(),
            programme: "diklatpim-iii".into(),
            start: Day::new(2018, 3, 20).unwrap(),
            end: Day::new(2018, 3, 24).unwrap(),
            zone: Zone::Wib,
            coordinator: "Panitia 01".into(),
            ..Default::default()
        };
        Session::found(&place.dir(), &new, Surroundings::fixed(NOW, 3)).unwrap();
        place
    }

    /// The cohort's folder.
    pub(crate) fn dir(&self) -> PathBuf {
        self.folder.path().join("angkatan")
    }

    /// A file beside the cohort.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.dir().join("cohort.db")
    }

    pub(crate) fn open(&self, access: Access) -> Result<Session, AppError> {
        open(&self.dir(), access, 11)
    }
}

/// Opens a cohort with the clock standing still and chance of its own for each
/// seed: the repeatable source counts on from its seed.
pub(crate) fn open(dir: &Path, access: Access, seed: u64) -> Result<Session, AppError> {
    Session::open(dir, access, Surroundings::fixed(NOW, seed << 32))
}

/// The example, laid out once for all tests, as its files.
fn example_files() -> Vec<(PathBuf, Vec<u8>)> {
    static FILES: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
    let lay_out = || {
        let folder = TempDir::with_prefix("tilik-").unwrap();
        let dir = folder.path().join("contoh");
        Session::example(&dir, Surroundings::fixed(NOW, 7)).unwrap();
        let mut files = Vec::new();
        gather(&dir, &dir, &mut files);
        files
    };
    FILES.get_or_init(lay_out).clone()
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_owned();
            files.push((name, fs::read(&path).unwrap()));
        }
    }
}

fn copy(files: &[(PathBuf, Vec<u8>)], dir: &Path) {
    for (name, bytes) in files {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
