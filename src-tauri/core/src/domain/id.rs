//! Identifiers: 16-byte ids and 32-byte content hashes, written as hex.
//!
//! Knows how they are written, not how they are derived: the preimages that
//! make an id checkable live in `log::ids`.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER_PERMISSIVE;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A text that is no identifier.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an identifier: expected {expected} hexadecimal digits")]
pub struct IdError {
    /// How many digits the kind of identifier has.
    pub expected: usize,
}

macro_rules! hex_bytes {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
        #[serde(try_from = "String", into = "String")]
        #[specta(type = String)]
        pub struct $name([u8; $len]);

        impl $name {
            /// Wraps raw bytes.
            pub const fn from_bytes(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }

            /// The raw bytes.
            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                HEXLOWER_PERMISSIVE
                    .decode(text.as_bytes())
                    .ok()
                    .and_then(|bytes| bytes.try_into().ok())
                    .map(Self)
                    .ok_or(IdError { expected: $len * 2 })
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&HEXLOWER_PERMISSIVE.encode(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, out)
            }
        }
    };
}

hex_bytes!(
    /// Names a record, a person, a group or a cohort.
    Id,
    16
);
hex_bytes!(
    /// The BLAKE3 hash of some bytes: a batch, a submission, a photo.
    Hash,
    32
);

impl Hash {
    /// The hash of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The first eight digits in two groups, as people read them to each other.
    pub fn fingerprint(&self) -> String {
        let text = self.to_string();
        format!("{} {}", &text[..4], &text[4..8])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_text() {
        let id = Id::from_bytes(*b"0123456789abcdef");
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn a_short_or_foreign_text_is_refused() {
        assert_eq!("abcd".parse::<Id>(), Err(IdError { expected: 32 }));
        assert_eq!("zz".repeat(16).parse::<Id>(), Err(IdError { expected: 32 }));
    }
}
