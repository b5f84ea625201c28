//! How ids follow from what they name, so that a claim of ownership can be
//! checked by anyone: an id is the first 16 bytes of a BLAKE3 hash.

use crate::domain::{Id, Kind};

use super::{Genesis, PublicKey};

/// The id of the cohort that `genesis` founds.
pub fn cohort_id(genesis: &Genesis) -> Id {
    derive(
        "tilik 2026 cohort",
        &[genesis.root.as_bytes(), &genesis.nonce],
    )
}

/// The id of the person whose first invitation key is `invitation`.
pub fn person_id(invitation: &PublicKey) -> Id {
    derive("tilik 2026 person", &[invitation.as_bytes()])
}

/// The id of a record of `kind` that belongs to `owner` (a person, a group or,
/// for what the coordinators keep, the cohort). The cohort's own record and the
/// records of people bear the id of what they describe.
pub fn document_id(kind: Kind, owner: Id, nonce: &[u8; 16]) -> Id {
    match kind {
        Kind::Cohort | Kind::Person => owner,
        _ => derive(
            "tilik 2026 record",
            &[kind.name().as_bytes(), owner.as_bytes(), nonce],
        ),
    }
}

fn derive(context: &str, parts: &[&[u8]]) -> Id {
    let mut hasher = blake3::Hasher::new_derive_key(context);
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let mut id = [0; 16];
    hasher.finalize_xof().fill(&mut id);
    Id::from_bytes(id)
}
