//! What the print centre remembers on this laptop for a cohort: how one printed last, and what
//! was saved. Never sent to anybody.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::report::Sheet;
use crate::report::words::Language;

use super::super::AppError;
use super::super::session::Session;
use super::BatchFiles;

const HABITS: &str = "print-habits";
const SAVED: &str = "prints-saved";
/// So many saved prints are offered.
const OFFERED: usize = 5;

/// How one printed last.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct PrintHabits {
    /// What was printed, by the name the window gives it.
    pub what: String,
    /// For whom, likewise.
    pub scope: String,
    /// On which paper; `None` as the settings say.
    pub sheet: Option<Sheet>,
    /// In which language; `None` as the settings say.
    pub language: Option<Language>,
    /// Into how many files a batch went.
    pub files: BatchFiles,
    /// Where a batch went; empty before the first.
    pub folder: String,
}

/// A print, or the folder of a batch, that was saved from here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct SavedPrint {
    /// Where it is.
    pub path: String,
    /// Seconds since 1970.
    pub at: u32,
    /// How many files there are, when it is a folder.
    pub files: Option<u32>,
}

impl Session {
    /// How one printed last.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn print_habits(&self) -> Result<PrintHabits, AppError> {
        self.local(HABITS)
    }

    /// Keeps them.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_print_habits(&mut self, habits: &PrintHabits) -> Result<(), AppError> {
        self.keep_local(HABITS, habits)
    }

    /// What was saved last and is still there, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn saved_prints(&self) -> Result<Vec<SavedPrint>, AppError> {
        let mut saved: Vec<SavedPrint> = self.local(SAVED)?;
        saved.retain(|it| Path::new(&it.path).exists());
        Ok(saved)
    }

    /// Remembers that something was saved.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn note_saved_print(&mut self, path: &Path, files: Option<u32>) -> Result<(), AppError> {
        let path = path.to_string_lossy().into_owned();
        let mut saved = self.saved_prints()?;
        saved.retain(|it| it.path != path);
        let at = self.now();
        saved.insert(0, SavedPrint { path, at, files });
        saved.truncate(OFFERED);
        self.keep_local(SAVED, &saved)
    }

    /// Something unreadable, as from a newer version, counts as nothing.
    fn local<T: DeserializeOwned + Default>(&self, key: &str) -> Result<T, AppError> {
        let text = self.store.local_value(key)?;
        let read = text.and_then(|text| serde_json::from_str(&text).ok());
        Ok(read.unwrap_or_default())
    }

    fn keep_local(&mut self, key: &str, value: &impl Serialize) -> Result<(), AppError> {
        let text = serde_json::to_string(value)?;
        Ok(self.store.keep_local_value(key, &text)?)
    }
}
