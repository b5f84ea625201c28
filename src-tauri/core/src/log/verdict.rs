//! What the judgement says about one item of a batch, and why.
//!
//! Only words; how they are reached stands in `judgement`.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The judgement on one item of a batch.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(tag = "verdict", content = "why", rename_all = "kebab-case")]
pub enum Verdict {
    /// Its writer may say this.
    Accepted,
    /// Its writer may not, but somebody who may has built on it. Shown with a mark.
    Adopted,
    /// Genuine, and not covered by what the rosters allow. Kept and shown apart;
    /// a later roster may release it.
    Quarantined(Refusal),
    /// Cannot be decided before something else arrives.
    Pending(Missing),
    /// Wrong whatever any roster says; may be dropped.
    Invalid(Flaw),
}

impl Verdict {
    /// Whether the item takes part in what people see as the cohort's records.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Accepted | Self::Adopted)
    }
}

/// Why a genuine item is put aside.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Another content for the same place in a record's history was kept.
    Outvoted,
    /// The person held the grant, and it ended before this.
    Ended,
    /// The person does not hold the grant this needs.
    NotGranted,
    /// The record belongs to somebody else.
    NotTheirs,
    /// The device is not, or no longer, among the person's devices.
    Device,
    /// The device acts for nobody whom all rosters know.
    Stranger,
    /// The device's first batch carries no certificate.
    Uncertified,
    /// No roster is here yet.
    NoRoster,
}

/// What an undecided item waits for.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// A change that it builds on.
    Dependency,
    /// The batch at which a roster ends a grant.
    CutHead,
    /// The birth of the record.
    Birth,
    /// An earlier batch of the same device.
    Batch,
    /// A roster that this one replaces.
    Roster,
    /// The founding of the cohort.
    Genesis,
}

/// What is wrong with an item, whatever any roster says.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Flaw {
    /// The batch belongs to another cohort.
    Cohort,
    /// The batch does not follow the one it names.
    Chain,
    /// A founding that does not make this cohort, or not at the very start.
    Genesis,
    /// A certificate that is forged, for another device, or not in the first batch.
    Certificate,
    /// A roster by somebody other than the root, or a second one in a batch.
    NotRoot,
    /// A roster that replaces something that is no roster.
    Parents,
    /// An enrolment that gives more than trainee and groups.
    Enrolment,
    /// A record whose id does not follow from kind, owner and nonce.
    Preimage,
    /// A record of this kind cannot belong to that owner.
    Owner,
    /// A change that cannot be read.
    Unreadable,
    /// A change made in the name of another device.
    Actor,
    /// A signed value about the wrong kind of record.
    Subject,
}

/// Whether what the rosters allow covers an item. Ordered, so that "all of
/// these" is the greatest and "any of these" the least.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Coverage {
    Yes,
    Unknown(Missing),
    No(Refusal),
}

impl From<Coverage> for Verdict {
    fn from(coverage: Coverage) -> Self {
        match coverage {
            Coverage::Yes => Self::Accepted,
            Coverage::Unknown(missing) => Self::Pending(missing),
            Coverage::No(refusal) => Self::Quarantined(refusal),
        }
    }
}
