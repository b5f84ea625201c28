//! How ids, hashes and keys are written in SQL: as their raw bytes.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::domain::{Hash, Id, UtcMinute};
use crate::log::PublicKey;

macro_rules! stored_as_bytes {
    ($($name:ty),*) => { $(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.as_bytes().as_slice()))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let bytes = value.as_blob()?;
                let wrong = FromSqlError::InvalidBlobSize {
                    expected_size: size_of::<$name>(),
                    blob_size: bytes.len(),
                };
                bytes.try_into().map(Self::from_bytes).map_err(|_| wrong)
            }
        }
    )* };
}

stored_as_bytes!(Id, Hash, PublicKey);

impl ToSql for UtcMinute {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0))
    }
}

/// Several hashes in one column, sorted, one after the other.
pub(super) fn joined(hashes: &[Hash]) -> Vec<u8> {
    let mut sorted = hashes.to_vec();
    sorted.sort_unstable();
    sorted
        .iter()
        .flat_map(|hash| hash.as_bytes().iter().copied())
        .collect()
}

/// The hashes of such a column; a trailing part that is no hash is dropped.
pub(super) fn parted(bytes: &[u8]) -> Vec<Hash> {
    bytes
        .as_chunks::<32>()
        .0
        .iter()
        .map(|chunk| Hash::from_bytes(*chunk))
        .collect()
}
