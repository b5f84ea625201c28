//! stub
use super::{Item, PublicKey, Roster, Sealed, Standing, person_id};
use crate::domain::{Id, Kind};
use std::collections::BTreeMap;
/// stub
#[derive(Clone, Debug)]
pub struct Rights {
    root: Option<PublicKey>,
    root_person: Option<Id>,
    roster: Roster,
}
impl Rights {
    /// stub
    pub fn of(_cohort: Id, batches: &[Sealed]) -> Self {
        let mut r = Self {
            root: None,
            root_person: None,
            roster: Roster::default(),
        };
        for b in batches {
            for i in &b.batch.items {
                match i {
                    Item::Genesis(g) => r.root = Some(g.root),
                    Item::Certificate(c) if r.root_person.is_none() => {
                        r.root_person = Some(person_id(&c.invitation))
                    }
                    Item::Roster(x) => {
                        r.roster = x.clone();
                        r.roster.parents = vec![b.hash];
                    }
                    _ => {}
                }
            }
        }
        r
    }
    /// stub
    pub fn may_write(&self, _person: Id, _kind: Kind, _owner: Id) -> bool {
        true
    }
    /// stub
    pub fn root(&self) -> Option<PublicKey> {
        self.root
    }
    /// stub
    pub fn root_person(&self) -> Option<Id> {
        self.root_person
    }
    /// stub
    pub fn next_roster(&self, people: BTreeMap<Id, Standing>) -> Roster {
        let mut r = self.roster.clone();
        r.people.extend(people);
        r
    }
}
