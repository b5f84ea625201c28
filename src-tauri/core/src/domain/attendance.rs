//! Who was at a visit, and when it really began.
//!
//! Each taker keeps a record of their own per visit, with a mark for each
//! person, so that two who mark different people, or even the same, never
//! overwrite each other; what counts is found when reading.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::Check;
use super::{FieldProblem, FieldRule, Id, UtcMinute};

/// Whether somebody was there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// Hadir.
    Present,
    /// Izin or sakit.
    Excused,
    /// Tanpa keterangan.
    Absent,
}

/// A mark for one person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct AttendanceMark {
    /// Whether they were there; `None` takes back what the taker said before.
    pub presence: Option<Presence>,
    /// When it was marked, seconds since 1970.
    pub at: u32,
}

/// When a group really began a visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct GroupStart {
    /// The real or expected start; `None` takes back what was said before.
    pub start: Option<UtcMinute>,
    /// When it was noted, seconds since 1970.
    pub at: u32,
}

/// Attendance at one visit as one person took it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Attendance {
    /// The visit.
    pub visit: Option<Id>,
    /// By person; nothing is said of who is not here.
    pub marks: BTreeMap<Id, AttendanceMark>,
    /// By group, where it began at another time than planned.
    pub starts: BTreeMap<Id, GroupStart>,
}

impl Check for Attendance {
    fn check(&self, problems: &mut Vec<FieldProblem>) {
        FieldRule::Required.unless(self.visit.is_some(), "visit", problems);
    }
}

/// What counts when several people said something: of each key the newest, and
/// of two at the same second the one whose taker's id is larger, so that every
/// laptop comes to the same end. Returns who said it as well.
pub fn merged<T: Copy>(
    said: impl IntoIterator<Item = (Id, BTreeMap<Id, T>)>,
    at: impl Fn(&T) -> u32,
) -> BTreeMap<Id, (Id, T)> {
    let mut counts: BTreeMap<Id, (Id, T)> = BTreeMap::new();
    for (taker, marks) in said {
        for (about, mark) in marks {
            let newer = counts
                .get(&about)
                .is_none_or(|(other, known)| (at(&mark), taker) > (at(known), *other));
            if newer {
                counts.insert(about, (taker, mark));
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_word_counts_whatever_the_order_in_which_it_arrives() {
        let [ani, budi, first, second] = [1, 2, 3, 4].map(|number| Id::from_bytes([number; 16]));
        let mark = |presence, at| AttendanceMark {
            presence: Some(presence),
            at,
        };
        let of_ani = (
            ani,
            BTreeMap::from([
                (first, mark(Presence::Present, 10)),
                (second, mark(Presence::Absent, 10)),
            ]),
        );
        let of_budi = (
            budi,
            BTreeMap::from([(second, mark(Presence::Present, 10))]),
        );
        let one = merged([of_ani.clone(), of_budi.clone()], |it| it.at);
        let other = merged([of_budi, of_ani], |it| it.at);
        assert_eq!(one, other);
        assert_eq!(one[&first].0, ani);
        assert_eq!(one[&second].1.presence, Some(Presence::Present));
    }
}
