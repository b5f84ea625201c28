//! Who may write what: the one table that the judgement and the local fast
//! path read. Says nothing of how somebody comes by a grant.

use crate::domain::{Id, Kind, Role};

use super::{Grant, SignedKind};

/// Who may write a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Writers {
    /// Every coordinator.
    Coordinators,
    /// Every instructor.
    Instructors,
    /// This person.
    Person(Id),
    /// This person, or the members of this group.
    GroupOrPerson(Id),
    /// This person, as an instructor.
    Instructor(Id),
    /// This person, as a coordinator or an instructor.
    Staff(Id),
    /// Everyone in the cohort.
    AnyMember,
}

/// What a person must hold in order to write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Need {
    /// To be in the cohort.
    Membership,
    /// A role or a group.
    Grant(Grant),
    /// One of two roles.
    Either(Grant, Grant),
}

impl Writers {
    /// What `person` needs to be one of them; `None` when nothing would help.
    pub(super) fn need(self, person: Id) -> Option<Need> {
        let role = |role| Some(Need::Grant(Grant::Role(role)));
        match self {
            Self::Coordinators => role(Role::Coordinator),
            Self::Instructors => role(Role::Instructor),
            Self::Instructor(owner) if owner == person => role(Role::Instructor),
            Self::Staff(owner) if owner == person => Some(Need::Either(
                Grant::Role(Role::Coordinator),
                Grant::Role(Role::Instructor),
            )),
            Self::Person(owner) | Self::GroupOrPerson(owner) if owner == person => {
                Some(Need::Membership)
            }
            Self::GroupOrPerson(group) => Some(Need::Grant(Grant::Group(group))),
            Self::AnyMember => Some(Need::Membership),
            Self::Person(_) | Self::Instructor(_) | Self::Staff(_) => None,
        }
    }
}

/// Who may write a record of `kind` that belongs to `owner`.
pub fn writers(kind: Kind, owner: Id) -> Writers {
    match kind {
        Kind::Cohort | Kind::Person | Kind::Group | Kind::Site | Kind::Visit | Kind::Instrument => {
            Writers::Coordinators
        }
        Kind::Observation => Writers::Person(owner),
        Kind::Proposal => Writers::GroupOrPerson(owner),
        Kind::Review | Kind::Coaching => Writers::Instructor(owner),
        Kind::Attendance => Writers::Staff(owner),
        Kind::Practice | Kind::Indicator => Writers::AnyMember,
    }
}

/// Who may sign a value of `kind` about a record of kind `subject` that belongs
/// to `owner`; `None` when no such value can be about such a record.
pub fn signers(kind: SignedKind, subject: Kind, owner: Id) -> Option<Writers> {
    match (kind, subject) {
        (SignedKind::Submission, Kind::Proposal) => Some(writers(Kind::Proposal, owner)),
        (SignedKind::Decision, Kind::Proposal) => Some(Writers::Instructors),
        (SignedKind::Release, Kind::Cohort) => Some(Writers::Coordinators),
        _ => None,
    }
}

/// Whether a record of `kind` can belong to `owner`: what the coordinators keep
/// belongs to the cohort, and a person's record to that person.
pub fn owner_fits(kind: Kind, owner: Id, cohort: Id) -> bool {
    match kind {
        Kind::Cohort | Kind::Group | Kind::Site | Kind::Visit | Kind::Instrument => owner == cohort,
        Kind::Person => owner != cohort,
        Kind::Observation
        | Kind::Proposal
        | Kind::Review
        | Kind::Coaching
        | Kind::Attendance
        | Kind::Practice
        | Kind::Indicator => true,
    }
}
