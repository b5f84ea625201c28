//! The secret keys of this laptop, in a file of their own beside the database,
//! so that copying the database gives no key away. Mode 0600 on Unix.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use crate::domain::Id;
use crate::log::SecretKey;

use super::StoreError;

/// What the key file holds, as hex.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct KeyFile {
    /// The device key by which this laptop acts for a person.
    devices: BTreeMap<Id, String>,
    /// Invitation keys not yet handed out.
    invitations: BTreeMap<Id, String>,
}

/// The keys of one cohort on this laptop.
pub struct Keys {
    path: PathBuf,
    file: KeyFile,
}

impl Keys {
    pub(super) fn open(cohort: &Path) -> Result<Self, StoreError> {
        let path = cohort.join("keys.json");
        let file = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|_| StoreError::Keys)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => KeyFile::default(),
            Err(error) => return Err(StoreError::file(&path)(error)),
        };
        Ok(Self { path, file })
    }

    /// The device key that acts for `person` here.
    ///
    /// # Errors
    /// When the stored key is no key.
    pub fn device(&self, person: Id) -> Result<Option<SecretKey>, StoreError> {
        self.file
            .devices
            .get(&person)
            .map(|text| decode(text))
            .transpose()
    }

    /// The invitation key of `person`, if this laptop keeps it.
    ///
    /// # Errors
    /// When the stored key is no key.
    pub fn invitation(&self, person: Id) -> Result<Option<SecretKey>, StoreError> {
        self.file
            .invitations
            .get(&person)
            .map(|text| decode(text))
            .transpose()
    }

    /// Keeps a device key.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_device(&mut self, person: Id, key: &SecretKey) -> Result<(), StoreError> {
        self.file
            .devices
            .insert(person, HEXLOWER.encode(&key.to_bytes()));
        self.write()
    }

    /// Keeps invitation keys, all or none.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_invitations(&mut self, keys: &[(Id, SecretKey)]) -> Result<(), StoreError> {
        for (person, key) in keys {
            self.file
                .invitations
                .insert(*person, HEXLOWER.encode(&key.to_bytes()));
        }
        self.write()
    }

    fn write(&self) -> Result<(), StoreError> {
        let bytes = serde_json::to_vec_pretty(&self.file)?;
        let aside = self.path.with_extension("part");
        let write = || -> std::io::Result<()> {
            let mut options = fs::OpenOptions::new();
            options.write(true).create(true).truncate(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut file = options.open(&aside)?;
            file.write_all(&bytes)?;
            file.sync_all()?;
            fs::rename(&aside, &self.path)
        };
        write().map_err(StoreError::file(&self.path))
    }
}

fn decode(text: &str) -> Result<SecretKey, StoreError> {
    let bytes = HEXLOWER
        .decode(text.as_bytes())
        .map_err(|_| StoreError::Keys)?;
    let bytes: [u8; 32] = bytes.try_into().map_err(|_| StoreError::Keys)?;
    Ok(SecretKey::from_bytes(&bytes))
}
