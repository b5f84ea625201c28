//! What changed from one itinerary to another, and for whom.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Id, ReleasedVisit, Visit};

/// One way in which a slot changed.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It is new.
    Added,
    /// It takes place no more.
    Dropped,
    /// Another start or end.
    Moved,
    /// Another place.
    Place,
    /// Other groups.
    Groups,
    /// Another lead.
    Lead,
    /// Title, kind, transport or remarks.
    Details,
}

/// A slot that is not as it was.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct VisitChange {
    /// The slot.
    pub id: Id,
    /// In which ways; never empty.
    pub changes: Vec<Change>,
    /// As it was; `None` when it is new.
    pub before: Option<Visit>,
    /// As it is; `None` when it is dropped.
    pub after: Option<Visit>,
}

impl VisitChange {
    /// The groups that notice: those that took part before or do now, out of
    /// all `groups`.
    pub fn affected(&self, groups: &[Id]) -> Vec<Id> {
        let notices = |group: Id| {
            let sides = [&self.before, &self.after];
            sides.into_iter().flatten().any(|it| it.includes(group))
        };
        groups.iter().copied().filter(|it| notices(*it)).collect()
    }

    /// The slot as it is, or as it was last.
    pub fn visit(&self) -> Option<&Visit> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// What changed from `old` to `new`, by time. Give only the slots of one group
/// or person on both sides to see it as they do: a slot that passes from one
/// group to another is then dropped for the one and added for the other.
pub fn changes_between(old: &[ReleasedVisit], new: &[ReleasedVisit]) -> Vec<VisitChange> {
    let by_id = |visits: &[ReleasedVisit]| -> BTreeMap<Id, Visit> {
        visits.iter().map(|it| (it.id, it.visit.clone())).collect()
    };
    let (old, mut new) = (by_id(old), by_id(new));
    let mut found: Vec<VisitChange> = old
        .into_iter()
        .filter_map(|(id, before)| one_change(id, Some(before), new.remove(&id)))
        .collect();
    found.extend(
        new.into_iter()
            .filter_map(|(id, after)| one_change(id, None, Some(after))),
    );
    found.sort_by_key(|it| (it.visit().map(|visit| (visit.start, visit.end)), it.id));
    found
}

fn one_change(id: Id, before: Option<Visit>, after: Option<Visit>) -> Option<VisitChange> {
    let changes = match (&before, &after) {
        (None, None) => Vec::new(),
        (None, Some(_)) => vec![Change::Added],
        (Some(_), None) => vec![Change::Dropped],
        (Some(before), Some(after)) => differences(before, after),
    };
    (!changes.is_empty()).then_some(VisitChange {
        id,
        changes,
        before,
        after,
    })
}

/// Whether a slot is pinned concerns who plans, not who travels.
fn differences(before: &Visit, after: &Visit) -> Vec<Change> {
    let details = |it: &Visit| {
        let words = [&it.title, &it.transport, &it.note];
        (it.what, words.map(|text| text.trim().to_owned()))
    };
    let groups = |it: &Visit| {
        let mut groups = it.groups.clone();
        groups.sort_unstable();
        groups.dedup();
        groups
    };
    let each = [
        (
            (before.start, before.end) != (after.start, after.end),
            Change::Moved,
        ),
        (before.site != after.site, Change::Place),
        (groups(before) != groups(after), Change::Groups),
        (before.lead != after.lead, Change::Lead),
        (details(before) != details(after), Change::Details),
    ];
    each.into_iter()
        .filter_map(|(differs, change)| differs.then_some(change))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::UtcMinute;

    fn id(number: u8) -> Id {
        Id::from_bytes([number; 16])
    }

    fn slot(number: u8, start: i32, groups: &[u8]) -> ReleasedVisit {
        ReleasedVisit {
            id: id(number),
            visit: Visit {
                site: Some(id(100)),
                groups: groups.iter().map(|it| id(*it)).collect(),
                start: UtcMinute(start),
                end: UtcMinute(start + 60),
                ..Visit::default()
            },
        }
    }

    fn kinds(found: &[VisitChange]) -> Vec<(Id, Vec<Change>)> {
        found.iter().map(|it| (it.id, it.changes.clone())).collect()
    }

    #[test]
    fn each_way_of_changing_is_named_and_what_stays_is_not() {
        let old = [
            slot(1, 0, &[1]),
            slot(2, 100, &[1]),
            slot(3, 200, &[1, 2]),
            slot(4, 300, &[2]),
        ];
        let mut new = vec![
            slot(1, 0, &[1]),
            slot(2, 130, &[1]),
            slot(3, 200, &[2, 1]),
            slot(5, 50, &[]),
        ];
        new[0].visit.pinned = true;
        new[2].visit.lead = Some(id(9));
        new[2].visit.site = Some(id(101));
        let found = changes_between(&old, &new);
        let wanted = vec![
            (id(5), vec![Change::Added]),
            (id(2), vec![Change::Moved]),
            (id(3), vec![Change::Place, Change::Lead]),
            (id(4), vec![Change::Dropped]),
        ];
        assert_eq!(kinds(&found), wanted);
        let all = [id(1), id(2)];
        assert_eq!(found[0].affected(&all), all);
        assert_eq!(found[1].affected(&all), [id(1)]);
        assert!(changes_between(&new, &new).is_empty());
    }

    #[test]
    fn a_slot_that_passes_to_another_group_is_dropped_for_one_and_added_for_the_other() {
        let (old, new) = ([slot(1, 0, &[1])], [slot(1, 0, &[2])]);
        assert_eq!(
            kinds(&changes_between(&old, &new)),
            [(id(1), vec![Change::Groups])]
        );
        let of = |group: u8, visits: &[ReleasedVisit]| -> Vec<ReleasedVisit> {
            let takes_part = visits.iter().filter(|it| it.visit.includes(id(group)));
            takes_part.cloned().collect()
        };
        let seen_by = |group| kinds(&changes_between(&of(group, &old), &of(group, &new)));
        assert_eq!(seen_by(1), [(id(1), vec![Change::Dropped])]);
        assert_eq!(seen_by(2), [(id(1), vec![Change::Added])]);
    }
}
