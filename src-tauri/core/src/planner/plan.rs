//! What the rules look at: the slots, and what they refer to. Knows no rule.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Cohort, Group, Id, Person, Site, Visit};

/// What the rules look at.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The slots, removed ones left out.
    pub visits: Vec<PlanVisit>,
    /// All groups in their order; a visit without groups concerns every one.
    pub groups: Vec<Id>,
    /// The sites.
    pub sites: BTreeMap<Id, Site>,
    /// The groups' records.
    pub group_records: BTreeMap<Id, Group>,
    /// Everybody.
    pub people: BTreeMap<Id, Person>,
    /// Days, base and settings.
    pub cohort: Cohort,
}

/// A slot with its id.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanVisit {
    /// The visit.
    pub id: Id,
    /// Its content.
    pub visit: Visit,
}

impl Plan {
    /// The groups that take part in `visit`.
    pub(super) fn groups_of<'a>(&'a self, visit: &'a Visit) -> impl Iterator<Item = Id> + 'a {
        let groups = self.groups.iter().copied();
        groups.filter(move |group| visit.includes(*group))
    }

    /// How many groups take part; those that were removed count, since the
    /// coordinator still has to settle what becomes of their visit.
    pub(super) fn group_count(&self, visit: &Visit) -> u32 {
        let groups = match visit.groups.is_empty() {
            true => &self.groups,
            false => &visit.groups,
        };
        u32::try_from(groups.len()).unwrap_or(u32::MAX)
    }

    /// How many people travel with `group`.
    pub(super) fn group_size(&self, group: Id) -> u32 {
        let members = self.people.values().filter(|it| it.group == Some(group));
        u32::try_from(members.count()).unwrap_or(u32::MAX)
    }

    /// What `group` is to look at, in words as they are compared: what every
    /// group shall see, and its own focus where some site offers it.
    pub(super) fn wanted_foci(&self, group: Id) -> Vec<&str> {
        let own = self.group_records.get(&group).map(|it| it.focus.as_str());
        let own = own.filter(|focus| self.sites.values().any(|site| offers(site, focus)));
        let all = self.cohort.planning.foci.iter().map(String::as_str);
        let mut wanted: Vec<&str> = all.chain(own).collect();
        // What a group looks at may be wanted of everybody too; it is wanted once.
        let mut told = BTreeSet::new();
        wanted.retain(|focus| {
            let focus = plain(focus);
            !focus.is_empty() && told.insert(focus)
        });
        wanted
    }
}

/// Whether there is something to see of `focus` at `site`.
pub(super) fn offers(site: &Site, focus: &str) -> bool {
    let focus = plain(focus);
    !focus.is_empty() && site.foci.iter().any(|it| plain(it) == focus)
}

/// A focus as it is compared: however it is written.
pub(super) fn plain(focus: &str) -> String {
    focus.trim().to_lowercase()
}
