//! Random use of an open cohort, by everybody in turn, against a model of a
//! few lines: what is seen at the end, what every version was, what undo gives
//! back, and that the log says the same.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tilik_core::app::{AppError, Session};
use tilik_core::domain::{
    Adoption, Answer, Group, Id, Indicator, Kind, Observation, Practice, Proposal, Reading, Record,
    Risk, Role, Site,
};
use tilik_core::store::{Access, StoreError};

use crate::cohorts::Place;

/// What somebody does. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Deed {
    Create(usize, u32),
    Draft(usize, u32),
    Save(usize, u32),
    Discard(usize),
    Remove(usize),
    PutBack(usize),
    Revert(usize, usize),
    Undo,
    Redo,
    ActAs(usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let (which, value) = (0..64_usize, any::<u32>());
    let deed = prop_oneof![
        3 => (which.clone(), value).prop_map(|(kind, value)| Deed::Create(kind, value)),
        3 => (which.clone(), value).prop_map(|(it, value)| Deed::Draft(it, value)),
        6 => (which.clone(), value).prop_map(|(it, value)| Deed::Save(it, value)),
        1 => which.clone().prop_map(Deed::Discard),
        2 => which.clone().prop_map(Deed::Remove),
        2 => which.clone().prop_map(Deed::PutBack),
        2 => (which.clone(), which.clone()).prop_map(|(it, version)| Deed::Revert(it, version)),
        3 => Just(Deed::Undo),
        3 => Just(Deed::Redo),
        2 => which.prop_map(Deed::ActAs),
    ];
    prop::collection::vec(deed, 1..60)
}

const KINDS: [Kind; 6] = [
    Kind::Site,
    Kind::Group,
    Kind::Practice,
    Kind::Indicator,
    Kind::Observation,
    Kind::Proposal,
];

/// A value of `kind`, different for different numbers: texts that share parts,
/// lists and maps that grow and shrink, values there and missing.
fn value(kind: Kind, number: u32) -> Record {
    let words = ["loket", "terpadu", "café 🕌", "— akta\n\n* satu", "نص"];
    let bit = |place: u32| number >> place & 1 == 1;
    let text: Vec<&str> = (0..(number >> 8) % 5)
        .map(|place| words[(number >> (3 * place)) as usize % words.len()])
        .collect();
    let text = format!("{} {}", text.join(" "), number % 1_000);
    match kind {
        Kind::Site => Record::Site(Site {
            name: text,
            foci: words
                .iter()
                .take(number as usize % 4)
                .map(|it| (*it).to_owned())
                .collect(),
            capacity: bit(4).then_some(number % 9),
            ..Default::default()
        }),
        Kind::Group => Record::Group(Group {
            name: text,
            position: f64::from(number % 97) / 8.0,
            ..Default::default()
        }),
        Kind::Practice => Record::Practice(Practice {
            name: text.clone(),
            summary: text.repeat(number as usize % 3),
            ..Default::default()
        }),
        Kind::Indicator => Record::Indicator(Indicator {
            name: text,
            ..Default::default()
        }),
        Kind::Proposal => {
            let keys = ["a", "b", "c"];
            let chosen = keys
                .iter()
                .enumerate()
                .filter(|(place, _)| bit(*place as u32));
            let sections = chosen.map(|(_, key)| ((*key).to_owned(), text.clone()));
            let risk = |key: &&str| {
                let risk = Risk {
                    position: f64::from(number % 7),
                    ..Default::default()
                };
                ((*key).to_owned(), risk)
            };
            Record::Proposal(Proposal {
                title: text.clone(),
                sections: sections.collect(),
                risks: keys.iter().take(number as usize % 3).map(risk).collect(),
                ..Default::default()
            })
        }
        _ => Record::Observation(Observation {
            title: text.clone(),
            note: text,
            adoption: bit(3).then_some(Adoption::Adapt),
            answers: (0..number % 3)
                .map(|place| (format!("q{place}"), Answer::One(number.to_string())))
                .collect(),
            readings: (0..number % 4)
                .map(|place| Reading {
                    indicator: Id::from_bytes([place as u8; 16]),
                    site_value: bit(place).then(|| f64::from(number) / 3.0),
                    home_value: None,
                    source: String::new(),
                })
                .collect(),
            ..Default::default()
        }),
    }
}

#[derive(Clone, PartialEq, Debug)]
struct State {
    record: Record,
    removed: bool,
}

/// A record as the model has it.
struct Known {
    kind: Kind,
    maker: usize,
    versions: Vec<State>,
    /// By actor.
    drafts: BTreeMap<usize, Record>,
}

struct Step {
    doc: Id,
    before: Option<State>,
    after: State,
}

struct World {
    session: Session,
    actors: Vec<(Id, Role)>,
    acting: usize,
    /// In the order they were made.
    records: Vec<(Id, Known)>,
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl World {
    fn new(place: &Place) -> Self {
        let session = place.open(Access::Write).unwrap();
        let request = |kind| tilik_core::app::ListRequest {
            kind,
            site: None,
            author: None,
            with_removed: false,
            limit: None,
            offset: 0,
        };
        let people = session.list(&request(Kind::Person)).unwrap().entries;
        let of = |role: Role, count: usize| {
            let all = people.iter().filter_map(move |entry| match &entry.record {
                Record::Person(person) if person.role == role => Some((entry.id, role)),
                _ => None,
            });
            all.take(count).collect::<Vec<_>>()
        };
        let actors = [
            of(Role::Coordinator, 1),
            of(Role::Trainee, 2),
            of(Role::Instructor, 1),
        ];
        Self {
            session,
            actors: actors.concat(),
            acting: 0,
            records: Vec::new(),
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// Who may write a record of `kind` that `maker` made.
    fn may(&self, kind: Kind, maker: usize) -> bool {
        match kind {
            Kind::Site | Kind::Group => self.actors[self.acting].1 == Role::Coordinator,
            Kind::Practice | Kind::Indicator => true,
            _ => maker == self.acting,
        }
    }

    /// A record chosen by number, if the actor can know of it.
    fn chosen(&self, number: usize) -> Option<usize> {
        let place = number % self.records.len().max(1);
        let (_, known) = self.records.get(place)?;
        let visible = !known.versions.is_empty() || known.drafts.contains_key(&self.acting);
        visible.then_some(place)
    }

    fn act(&mut self, deed: Deed) {
        match deed {
            Deed::Create(kind, number) => self.create(KINDS[kind % KINDS.len()], number),
            Deed::ActAs(number) => {
                self.acting = number % self.actors.len();
                self.session.act_as(self.actors[self.acting].0).unwrap();
                self.done.clear();
                self.undone.clear();
            }
            Deed::Undo => self.undo(),
            Deed::Redo => self.redo(),
            Deed::Draft(it, number) => {
                if let Some(place) = self.chosen(it) {
                    self.draft(place, number);
                }
            }
            Deed::Discard(it) => {
                if let Some(place) = self.chosen(it) {
                    self.session.discard_draft(self.records[place].0).unwrap();
                    self.records[place].1.drafts.remove(&self.acting);
                }
            }
            Deed::Save(it, number) => {
                if let Some(place) = self.chosen(it) {
                    let record = value(self.records[place].1.kind, number);
                    self.change(
                        place,
                        |session, doc, record| session.save(doc, record),
                        |_| State {
                            record: record.clone(),
                            removed: false,
                        },
                    );
                }
            }
            Deed::Remove(it) => self.set_removed(it, true),
            Deed::PutBack(it) => self.set_removed(it, false),
            Deed::Revert(it, version) => self.revert(it, version),
        }
    }

    fn create(&mut self, kind: Kind, number: u32) {
        let record = value(kind, number);
        let made = self.session.create(record.clone(), None);
        if !self.may(kind, self.acting) {
            assert!(matches!(made, Err(AppError::NotAllowed(_))), "{made:?}");
            return;
        }
        let known = Known {
            kind,
            maker: self.acting,
            versions: Vec::new(),
            drafts: BTreeMap::from([(self.acting, record)]),
        };
        self.records.push((made.unwrap().id, known));
    }

    fn draft(&mut self, place: usize, number: u32) {
        let (doc, known) = &self.records[place];
        let record = value(known.kind, number);
        let kept = self.session.keep_draft(*doc, record.clone());
        if self.may(known.kind, known.maker) {
            kept.unwrap();
            self.records[place].1.drafts.insert(self.acting, record);
        } else {
            assert!(matches!(kept, Err(AppError::NotAllowed(_))), "{kept:?}");
        }
    }

    fn set_removed(&mut self, it: usize, removed: bool) {
        let Some(place) = self.chosen(it) else { return };
        let act = |session: &mut Session, doc, _| match removed {
            true => session.remove(doc),
            false => session.put_back(doc),
        };
        self.change_sealed(place, act, |state| State {
            removed,
            ..state.clone()
        });
    }

    fn revert(&mut self, it: usize, version: usize) {
        let Some(place) = self.chosen(it) else { return };
        let (doc, known) = &self.records[place];
        let history = self.session.history(*doc).unwrap();
        if history.is_empty() {
            return;
        }
        // The history is told newest first.
        let line = &history[version % history.len()];
        let then = known.versions[line.number as usize - 1].record.clone();
        let version = line.version;
        let act = |session: &mut Session, doc, _| session.revert(doc, version);
        self.change_sealed(place, act, |_| State {
            record: then,
            removed: false,
        });
    }

    /// A change that only a sealed record can have.
    fn change_sealed(
        &mut self,
        place: usize,
        act: impl FnOnce(&mut Session, Id, Record) -> Result<tilik_core::app::Entry, AppError>,
        after: impl FnOnce(&State) -> State,
    ) {
        let (doc, known) = &self.records[place];
        match known.versions.last().cloned() {
            Some(last) => self.change(place, act, |_| after(&last)),
            None => {
                let unborn = value(known.kind, 0);
                let refused = act(&mut self.session, *doc, unborn);
                let is_unknown = matches!(refused, Err(AppError::Store(StoreError::NoRecord(_))));
                assert!(is_unknown, "{refused:?}");
            }
        }
    }

    fn change(
        &mut self,
        place: usize,
        act: impl FnOnce(&mut Session, Id, Record) -> Result<tilik_core::app::Entry, AppError>,
        after: impl FnOnce(Option<&State>) -> State,
    ) {
        let (doc, known) = &self.records[place];
        let doc = *doc;
        let before = known.versions.last().cloned();
        let after = after(before.as_ref());
        let allowed = self.may(known.kind, known.maker);
        let done = act(&mut self.session, doc, after.record.clone());
        if !allowed {
            assert!(matches!(done, Err(AppError::NotAllowed(_))), "{done:?}");
            return;
        }
        let entry = done.unwrap();
        assert_eq!(
            (&entry.record, entry.removed),
            (&after.record, after.removed)
        );
        self.put(doc, after.clone());
        if before.as_ref() != Some(&after) {
            self.done.push(Step { doc, before, after });
            self.undone.clear();
        }
    }

    /// A sealed value ends the actor's draft, and is a version if it is new.
    fn put(&mut self, doc: Id, state: State) {
        let acting = self.acting;
        let known = self.records.iter_mut().find(|(id, _)| *id == doc).unwrap();
        known.1.drafts.remove(&acting);
        if known.1.versions.last() != Some(&state) {
            known.1.versions.push(state);
        }
    }

    fn undo(&mut self) {
        let undone = self.session.undo().unwrap();
        assert_eq!(undone.map(|it| it.id), self.done.last().map(|it| it.doc));
        if let Some(step) = self.done.pop() {
            let removed = State {
                removed: true,
                ..step.after.clone()
            };
            self.put(step.doc, step.before.clone().unwrap_or(removed));
            self.undone.push(step);
        }
    }

    fn redo(&mut self) {
        let redone = self.session.redo().unwrap();
        assert_eq!(redone.map(|it| it.id), self.undone.last().map(|it| it.doc));
        if let Some(step) = self.undone.pop() {
            self.put(step.doc, step.after.clone());
            self.done.push(step);
        }
    }

    /// Everything as the model has it, for everybody who acted.
    fn is_as_known(&mut self) {
        for acting in 0..self.actors.len() {
            self.act(Deed::ActAs(acting));
            for (doc, known) in &self.records {
                let draft = known.drafts.get(&acting);
                let entry = self.session.entry(*doc);
                match (known.versions.last(), draft) {
                    (None, None) => assert!(entry.is_err(), "{entry:?}"),
                    (None, Some(draft)) => {
                        let entry = entry.unwrap();
                        assert_eq!((&entry.record, entry.version), (draft, None));
                    }
                    (Some(last), draft) => {
                        let entry = entry.unwrap();
                        assert_eq!((&entry.record, entry.removed), (&last.record, last.removed));
                        assert_eq!(entry.draft.as_ref(), draft);
                        assert_eq!(entry.may_edit, self.may(known.kind, known.maker));
                    }
                }
            }
        }
        for (doc, known) in &self.records {
            let history = self.session.history(*doc).unwrap();
            assert_eq!(history.len(), known.versions.len(), "{:?}", known.kind);
            for (line, state) in history.iter().rev().zip(&known.versions) {
                let then = self.session.record_at(*doc, line.version).unwrap();
                assert_eq!((&then, line.removed), (&state.record, state.removed));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 16,
        rng_seed: RngSeed::Fixed(2018),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_is_done_the_records_their_versions_and_the_log_agree(deeds in deeds()) {
        let place = Place::example();
        let mut world = World::new(&place);
        for deed in deeds {
            world.act(deed);
        }
        world.is_as_known();
        let report = world.session.check().unwrap();
        prop_assert!(report.is_whole(), "{report:?}");

        // Closed, made anew from the log, and opened again.
        let World { session, actors, records, .. } = world;
        drop(session);
        let rebuilt = tilik_core::app::rebuild(&place.dir()).unwrap();
        prop_assert!(rebuilt.was_equal && rebuilt.held == 0, "{rebuilt:?}");
        let mut again = World {
            session: place.open(Access::Write).unwrap(),
            actors,
            acting: 0,
            records,
            done: Vec::new(),
            undone: Vec::new(),
        };
        again.is_as_known();
    }
}
