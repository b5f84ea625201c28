//! Photos and logos, kept by the hash of their content.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::domain::Hash;

use super::StoreError;

/// The media folder of a cohort. Files are only ever added.
#[derive(Clone, Debug)]
pub struct Media {
    folder: PathBuf,
}

impl Media {
    pub(super) fn new(cohort: &Path) -> Self {
        Self {
            folder: cohort.join("media"),
        }
    }

    /// Keeps `bytes` and names them. The file is on disk before this returns:
    /// written aside, synced, then renamed.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn keep(&self, bytes: &[u8]) -> Result<Hash, StoreError> {
        let hash = Hash::of(bytes);
        let path = self.path(hash);
        if path.exists() {
            return Ok(hash);
        }
        let aside = path.with_extension("part");
        let write = || -> std::io::Result<()> {
            fs::create_dir_all(path.parent().unwrap_or(&self.folder))?;
            let mut file = fs::File::create(&aside)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&aside, &path)
        };
        write().map_err(StoreError::file(&path))?;
        Ok(hash)
    }

    /// The bytes named by `hash`, checked against it.
    ///
    /// # Errors
    /// When the file is missing or is no longer what its name says.
    pub fn read(&self, hash: Hash) -> Result<Vec<u8>, StoreError> {
        let bytes = fs::read(self.path(hash)).map_err(|_| StoreError::NoMedia(hash))?;
        if Hash::of(&bytes) == hash {
            Ok(bytes)
        } else {
            Err(StoreError::NoMedia(hash))
        }
    }

    fn path(&self, hash: Hash) -> PathBuf {
        let name = hash.to_string();
        self.folder.join(&name[..2]).join(&name[2..])
    }
}
