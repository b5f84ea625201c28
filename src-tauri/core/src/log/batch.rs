//! Batches: what one device says at one save, signed and chained to what it
//! said before. A frame is kept and passed on byte for byte.
//!
//! Frame: one version byte, the 64-byte signature, then the batch in postcard.
//! The signature covers a fixed prefix, the version byte and the body.

use serde::{Deserialize, Serialize};

use crate::domain::{Hash, Id, Kind, Role};

use super::{PublicKey, SecretKey};

/// What travels: the bytes of one sealed batch.
pub type Frame = Vec<u8>;

/// The only frame version so far.
const VERSION: u8 = 1;

/// A batch may not be larger than this, in bytes; it bounds what a stranger can
/// make us decode.
const MAX_FRAME: usize = 16 << 20;

/// One save of one device.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Batch {
    /// The cohort it belongs to.
    pub cohort: Id,
    /// The device that says it.
    pub device: PublicKey,
    /// 1 for a device's first batch, rising by one.
    pub seq: u64,
    /// The device's batch before; `None` for the first.
    pub previous: Option<Hash>,
    /// Seconds since 1970 by the device's clock: shown, never trusted.
    pub at: u32,
    /// What is said, in order.
    pub items: Vec<Item>,
}

/// One statement of a batch. New kinds are added at the end: postcard writes
/// the position of the variant.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Item {
    /// Founds the cohort; first item of the root's first batch.
    Genesis(Genesis),
    /// A device proves that it acts for a person.
    Certificate(Certificate),
    /// A snapshot of who may do what, by the root.
    Roster(super::Roster),
    /// A coordinator takes a person in.
    Enrolment(Enrolment),
    /// A record comes into being.
    Birth(Birth),
    /// A record changes.
    Change(Change),
    /// A signed value that is never changed, only followed by a newer one.
    Signed(SignedRecord),
}

/// The founding of a cohort.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Genesis {
    /// The key that grants every right.
    pub root: PublicKey,
    /// Sixteen random bytes: two cohorts of one root differ.
    pub nonce: [u8; 16],
}

/// "This device is mine", signed with the person's invitation key.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Certificate {
    /// The person's invitation key.
    pub invitation: PublicKey,
    /// The device that may act for the person.
    pub device: PublicKey,
    /// By the invitation key over cohort and device.
    #[serde(with = "signature_bytes")]
    pub signature: [u8; 64],
}

impl Certificate {
    /// Certifies `device` in `cohort` with the secret half of an invitation.
    pub fn issue(cohort: Id, invitation: &SecretKey, device: PublicKey) -> Self {
        let signature = invitation.sign(&Self::message(cohort, &device));
        Self {
            invitation: invitation.public(),
            device,
            signature,
        }
    }

    /// Whether the invitation key really signed this for `cohort`.
    pub fn is_genuine(&self, cohort: Id) -> bool {
        self.invitation
            .verifies(&Self::message(cohort, &self.device), &self.signature)
    }

    fn message(cohort: Id, device: &PublicKey) -> Vec<u8> {
        [
            b"tilik certificate 1".as_slice(),
            cohort.as_bytes(),
            device.as_bytes(),
        ]
        .concat()
    }
}

/// What a person may do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Grant {
    /// Acts in a role. Every enrolled person may at least write observations.
    Role(Role),
    /// Writes what belongs to a group.
    Group(Id),
}

/// A coordinator takes a person in, as trainee and into groups only.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Enrolment {
    /// The person's invitation key; the person's id is its hash.
    pub invitation: PublicKey,
    /// Trainee and group grants.
    pub grants: Vec<Grant>,
}

/// A record comes into being; its id can be recomputed from the rest.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Birth {
    /// The record.
    pub doc: Id,
    /// What kind it is.
    pub kind: Kind,
    /// Whose it is.
    pub owner: Id,
    /// Sixteen random bytes.
    pub nonce: [u8; 16],
}

/// One Automerge change, raw (uncompressed, so that a package compresses well).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// The record it changes.
    pub doc: Id,
    /// The change's own bytes.
    pub bytes: Vec<u8>,
}

/// What a signed value is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum SignedKind {
    /// A proposal handed in.
    Submission,
    /// An instructor's decision.
    Decision,
    /// A released itinerary.
    Release,
}

impl SignedKind {
    /// The name used in SQL.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Submission => "submission",
            Self::Decision => "decision",
            Self::Release => "release",
        }
    }
}

/// A signed value. Its id is the hash of its kind, subject and body.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignedRecord {
    /// What it is.
    pub kind: SignedKind,
    /// The record it is about: a proposal, or the cohort for a release.
    pub subject: Id,
    /// JSON of the domain value.
    pub body: Vec<u8>,
}

impl SignedRecord {
    /// What a later value names it by.
    pub fn id(&self) -> Hash {
        let head = [self.kind.name().as_bytes(), self.subject.as_bytes()].concat();
        Hash::of(&[head, self.body.clone()].concat())
    }
}

/// Why a frame cannot be believed.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// Longer than a frame may be.
    #[error("a batch of {0} bytes is too large")]
    TooLarge(usize),
    /// Cut short or of an unknown version.
    #[error("not a batch of a known version")]
    Shape,
    /// Signed by another key, or changed after signing.
    #[error("the signature does not match")]
    Signature,
    /// The body is not a batch.
    #[error("the batch cannot be read")]
    Body(#[source] postcard::Error),
}

/// A batch with the frame it travels in and the hash it is named by.
#[derive(Clone, PartialEq, Debug)]
pub struct Sealed {
    /// Hash of the frame.
    pub hash: Hash,
    /// The bytes to keep and pass on.
    pub frame: Frame,
    /// What they say.
    pub batch: Batch,
}

impl Sealed {
    /// Signs `batch` with the key of its device.
    ///
    /// # Errors
    /// When the batch is larger than a frame may be.
    pub fn seal(batch: Batch, key: &SecretKey) -> Result<Self, FrameError> {
        let body = postcard::to_stdvec(&batch).map_err(FrameError::Body)?;
        let signature = key.sign(&Self::message(&body));
        let frame = [[VERSION].as_slice(), &signature, &body].concat();
        if frame.len() > MAX_FRAME {
            return Err(FrameError::TooLarge(frame.len()));
        }
        Ok(Self {
            hash: Hash::of(&frame),
            frame,
            batch,
        })
    }

    /// Reads a frame and checks its signature.
    ///
    /// # Errors
    /// When the frame is damaged, forged, too large or of an unknown version.
    pub fn open(frame: Frame) -> Result<Self, FrameError> {
        let sealed = Self::read(frame)?;
        let signature = sealed.frame[1..65]
            .try_into()
            .map_err(|_| FrameError::Shape)?;
        if sealed
            .batch
            .device
            .verifies(&Self::message(&sealed.frame[65..]), signature)
        {
            Ok(sealed)
        } else {
            Err(FrameError::Signature)
        }
    }

    /// Reads a frame that this laptop has checked before.
    ///
    /// # Errors
    /// When the frame is damaged, too large or of an unknown version.
    pub fn read(frame: Frame) -> Result<Self, FrameError> {
        if frame.len() > MAX_FRAME {
            return Err(FrameError::TooLarge(frame.len()));
        }
        if frame.len() < 65 || frame[0] != VERSION {
            return Err(FrameError::Shape);
        }
        let (batch, rest) =
            postcard::take_from_bytes::<Batch>(&frame[65..]).map_err(FrameError::Body)?;
        if !rest.is_empty() {
            return Err(FrameError::Shape);
        }
        Ok(Self {
            hash: Hash::of(&frame),
            frame,
            batch,
        })
    }

    fn message(body: &[u8]) -> Vec<u8> {
        [b"tilik batch".as_slice(), &[VERSION], body].concat()
    }
}

/// serde knows arrays of up to 32 elements; a signature has 64.
mod signature_bytes {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8; 64], out: S) -> Result<S::Ok, S::Error> {
        out.serialize_bytes(bytes)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<[u8; 64], D::Error> {
        let bytes = Vec::<u8>::deserialize(input)?;
        bytes
            .try_into()
            .map_err(|_| D::Error::custom("a signature has 64 bytes"))
    }
}
