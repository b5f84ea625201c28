//! What the app keeps outside any cohort: settings, the cohorts opened last,
//! and where new ones are made.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::report::Sheet;
use crate::report::words::Language;

use super::AppError;

/// So many cohorts are offered on the start screen.
const RECENT: usize = 8;

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Settings of this laptop.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Settings {
    /// Of window, messages and prints.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Paper to print on.
    pub sheet: Sheet,
}

/// A cohort opened before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct RecentCohort {
    /// Where it lies.
    pub folder: String,
    /// Its name when it was opened last.
    pub name: String,
    /// Seconds since 1970.
    pub opened_at: u32,
    /// Whether the folder is still there.
    #[serde(default)]
    pub is_there: bool,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct HomeFile {
    settings: Settings,
    recent: Vec<RecentCohort>,
}

/// The app's own folder.
#[derive(Clone, Debug)]
pub struct Home {
    folder: PathBuf,
}

impl Home {
    /// The folder named by `TILIK_HOME`, or else `fallback`.
    pub fn new(fallback: PathBuf) -> Self {
        Self {
            folder: std::env::var_os("TILIK_HOME").map_or(fallback, PathBuf::from),
        }
    }

    /// Exactly this folder, whatever the environment says.
    pub const fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where the built-in example is laid out.
    pub fn example_folder(&self) -> PathBuf {
        self.folder.join("example")
    }

    /// A free folder for a new cohort called `name`.
    pub fn folder_for(&self, name: &str) -> PathBuf {
        free_path(&self.folder.join("cohorts"), &file_stem(name), "")
    }

    /// Where prints are kept when the system names no better folder.
    pub fn print_folder(&self) -> PathBuf {
        self.folder.join("prints")
    }

    /// Where a print is laid for the system's viewer to open.
    pub fn print_file(&self, name: &str) -> PathBuf {
        self.print_folder()
            .join(format!("{}.pdf", file_stem(name.trim_end_matches(".pdf"))))
    }

    /// The settings; the defaults when none were kept or they are unreadable.
    pub fn settings(&self) -> Settings {
        self.read().settings
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn keep_settings(&self, settings: Settings) -> Result<(), AppError> {
        self.write(&HomeFile {
            settings,
            ..self.read()
        })
    }

    /// The cohorts opened last, newest first.
    pub fn recent(&self) -> Vec<RecentCohort> {
        let mut recent = self.read().recent;
        for it in &mut recent {
            it.is_there = Path::new(&it.folder).join("cohort.db").is_file();
        }
        recent
    }

    /// Remembers that a cohort was opened.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn remember(&self, opened: RecentCohort) -> Result<(), AppError> {
        let mut file = self.read();
        file.recent.retain(|it| it.folder != opened.folder);
        file.recent.insert(0, opened);
        file.recent.truncate(RECENT);
        self.write(&file)
    }

    fn path(&self) -> PathBuf {
        self.folder.join("home.json")
    }

    fn read(&self) -> HomeFile {
        let read = fs::read(self.path()).ok();
        read.and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    fn write(&self, file: &HomeFile) -> Result<(), AppError> {
        write_file(&self.path(), &serde_json::to_vec_pretty(file)?)
    }
}

/// Writes a file so that a kill leaves the old one or the new one: aside,
/// synced, renamed. Makes the folder if need be.
///
/// # Errors
/// When the file cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let failed = |source| AppError::File {
        path: path.to_owned(),
        source,
    };
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder).map_err(failed)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let aside = folder.join(name);
    let write = || -> std::io::Result<()> {
        let mut file = fs::File::create(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, path)
    };
    write().map_err(|source| {
        // A half-written file beside the real one helps nobody.
        fs::remove_file(&aside).ok();
        failed(source)
    })
}

/// `stem` and `ending` in `folder`, numbered from 2 where the name is taken.
pub(super) fn free_path(folder: &Path, stem: &str, ending: &str) -> PathBuf {
    let named = |number: usize| match number {
        1 => folder.join(format!("{stem}{ending}")),
        _ => folder.join(format!("{stem}-{number}{ending}")),
    };
    (1..)
        .map(named)
        .find(|path| !path.exists())
        .unwrap_or_else(|| named(1))
}

/// A name that every file system takes: letters, digits and hyphens.
pub(super) fn file_stem(name: &str) -> String {
    let mut stem = String::new();
    for character in name.chars().take(60) {
        if character.is_ascii_alphanumeric() {
            stem.push(character.to_ascii_lowercase());
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() {
        "tilik".to_owned()
    } else {
        stem.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_holds_nothing_that_a_stick_refuses() {
        assert_eq!(
            file_stem("Diklatpim III: Kemenag/2018"),
            "diklatpim-iii-kemenag-2018"
        );
        assert_eq!(file_stem("…"), "tilik");
    }

    #[test]
    fn a_damaged_settings_file_gives_the_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home {
            folder: folder.path().to_owned(),
        };
        fs::write(home.path(), b"{ rusak").unwrap();
        assert_eq!(home.settings(), Settings::default());
        let english = Settings {
            language: Language::En,
            ..Default::default()
        };
        home.keep_settings(english.clone()).unwrap();
        assert_eq!(home.settings(), english);
    }
}
