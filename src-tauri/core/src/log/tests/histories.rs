//! Cohorts made up for tests: people, devices, records and what they say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::domain::{Hash, Id, Kind, Record, Role};

use crate::log::{
    Batch, Birth, Certificate, Change, ChangeFacts, Devices, Document, Enrolment, Genesis, Grant,
    Item, Judgement, Missing, PublicKey, Reach, Refusal, Roster, Sealed, SecretKey, SignedKind,
    SignedRecord, Standing, State, Verdict, cohort_id, document_id, person_id,
};

pub(super) const COORDINATOR: Grant = Grant::Role(Role::Coordinator);
pub(super) const TRAINEE: Grant = Grant::Role(Role::Trainee);
pub(super) const INSTRUCTOR: Grant = Grant::Role(Role::Instructor);

/// The key that belongs to a label, always the same.
pub(super) fn key(label: &str) -> SecretKey {
    SecretKey::from_bytes(Hash::of(label.as_bytes()).as_bytes())
}

pub(super) fn group(number: u8) -> Id {
    Id::from_bytes([number; 16])
}

/// A laptop. A clone is the laptop restored from a copy.
#[derive(Clone)]
pub(super) struct Device {
    pub(super) key: SecretKey,
    cohort: Id,
    process: u8,
    pub(super) seq: u64,
    pub(super) head: Option<Hash>,
}

impl Device {
    pub(super) fn new(cohort: Id, label: &str) -> Self {
        Self {
            key: key(label),
            cohort,
            process: 0,
            seq: 0,
            head: None,
        }
    }

    pub(super) fn public(&self) -> PublicKey {
        self.key.public()
    }

    pub(super) fn actor(&self) -> [u8; 32] {
        let mut actor = [self.process; 32];
        actor[..16].copy_from_slice(&self.public().as_bytes()[..16]);
        actor
    }

    /// A new process start, with a new actor.
    pub(super) fn restart(&mut self) {
        self.restart_as(self.process + 1);
    }

    pub(super) fn restart_as(&mut self, process: u8) {
        self.process = process;
    }

    pub(super) fn say(&mut self, items: Vec<Item>) -> Sealed {
        let batch = Batch {
            cohort: self.cohort,
            device: self.public(),
            seq: self.seq + 1,
            previous: self.head,
            at: 0,
            items,
        };
        let sealed = Sealed::seal(batch, &self.key).unwrap();
        self.seq += 1;
        self.head = Some(sealed.hash);
        sealed
    }
}

/// Somebody with an invitation.
#[derive(Clone)]
pub(super) struct Guest {
    pub(super) invitation: SecretKey,
    pub(super) id: Id,
}

impl Guest {
    pub(super) fn new(label: &str) -> Self {
        let invitation = key(label);
        Self {
            id: person_id(&invitation.public()),
            invitation,
        }
    }

    pub(super) fn certificate(&self, cohort: Id, device: PublicKey) -> Item {
        Item::Certificate(Certificate::issue(cohort, &self.invitation, device))
    }

    pub(super) fn enrolment(&self, grants: &[Grant]) -> Item {
        let invitation = self.invitation.public();
        Item::Enrolment(Enrolment {
            invitation,
            grants: grants.to_vec(),
        })
    }
}

/// A record as one person has it before them.
pub(super) struct Paper {
    pub(super) birth: Birth,
    doc: Document,
}

impl Paper {
    pub(super) fn new(kind: Kind, owner: Id, number: u8) -> Self {
        let nonce = [number; 16];
        let doc = document_id(kind, owner, &nonce);
        Self {
            birth: Birth {
                doc,
                kind,
                owner,
                nonce,
            },
            doc: Document::new(kind),
        }
    }

    pub(super) fn id(&self) -> Id {
        self.birth.doc
    }

    pub(super) fn born(&self) -> Item {
        Item::Birth(self.birth.clone())
    }

    pub(super) fn write(&mut self, device: &Device, text: &str) -> Item {
        self.write_as(&device.actor(), text)
    }

    pub(super) fn write_as(&mut self, actor: &[u8; 32], text: &str) -> Item {
        let fields =
            json!({ "name": text, "title": text, "note": text, "summary": text, "topic": text });
        let record = Record::from_json(self.birth.kind, fields).unwrap();
        let state = State {
            record,
            removed: false,
        };
        let made = self.doc.write(&state, actor, 0).unwrap().unwrap();
        Item::Change(Change {
            doc: self.id(),
            bytes: made.bytes,
        })
    }

    /// The same record on another laptop.
    pub(super) fn copy(&mut self) -> Self {
        let doc = Document::load(self.birth.kind, &self.doc.save()).unwrap();
        Self {
            birth: self.birth.clone(),
            doc,
        }
    }

    pub(super) fn take(&mut self, item: &Item) {
        if let Item::Change(change) = item {
            self.doc.apply(&change.bytes).unwrap();
        }
    }

    pub(super) fn signed(&self, kind: SignedKind) -> Item {
        signed(kind, self.id())
    }
}

pub(super) fn signed(kind: SignedKind, subject: Id) -> Item {
    Item::Signed(SignedRecord {
        kind,
        subject,
        body: b"{}".to_vec(),
    })
}

pub(super) fn version(item: &Item) -> Hash {
    match item {
        Item::Change(change) => ChangeFacts::read(&change.bytes).unwrap().hash,
        _ => panic!("only changes have a version"),
    }
}

/// A cut at the heads that these devices have now.
pub(super) fn until(devices: &[&Device]) -> Reach {
    let mut cuts: BTreeMap<PublicKey, BTreeSet<Hash>> = BTreeMap::new();
    for device in devices {
        cuts.entry(device.public()).or_default().extend(device.head);
    }
    Reach::Until(cuts)
}

/// A cohort with its root laptop, which also acts for the first coordinator.
#[derive(Clone)]
pub(super) struct World {
    pub(super) cohort: Id,
    pub(super) root: Device,
    pub(super) roster: Roster,
    pub(super) log: Vec<Sealed>,
}

impl World {
    pub(super) fn found() -> Self {
        let genesis = Genesis {
            root: key("root").public(),
            nonce: [0; 16],
        };
        let cohort = cohort_id(&genesis);
        let root = Device::new(cohort, "root");
        let mut world = Self {
            cohort,
            root,
            roster: Roster::default(),
            log: Vec::new(),
        };
        let coordinator = Guest::new("Panitia 01");
        let certificate = coordinator.certificate(cohort, world.root.public());
        world.say_root(vec![Item::Genesis(genesis), certificate]);
        world.list(&coordinator, &[COORDINATOR]);
        world.publish();
        world
    }

    /// Writes somebody into the roster, to be published.
    pub(super) fn list(&mut self, guest: &Guest, grants: &[Grant]) {
        let standing = Standing {
            invitations: vec![guest.invitation.public()],
            devices: Devices::Open,
            grants: grants.iter().map(|grant| (*grant, Reach::Open)).collect(),
        };
        self.roster.people.insert(guest.id, standing);
    }

    pub(super) fn standing(&mut self, guest: &Guest) -> &mut Standing {
        self.roster.people.get_mut(&guest.id).unwrap()
    }

    /// Publishes the roster as it stands, in place of the last.
    pub(super) fn publish(&mut self) -> Hash {
        let hash = self.say_root(vec![Item::Roster(self.roster.clone())]);
        self.roster.parents = vec![hash];
        hash
    }

    pub(super) fn say_root(&mut self, items: Vec<Item>) -> Hash {
        let sealed = self.root.say(items);
        self.add(sealed)
    }

    pub(super) fn say(&mut self, device: &mut Device, items: Vec<Item>) -> Hash {
        let sealed = device.say(items);
        self.add(sealed)
    }

    pub(super) fn add(&mut self, sealed: Sealed) -> Hash {
        let hash = sealed.hash;
        self.log.push(sealed);
        hash
    }

    /// A certified laptop.
    pub(super) fn device(&mut self, guest: &Guest, label: &str) -> Device {
        let mut device = Device::new(self.cohort, label);
        let certificate = guest.certificate(self.cohort, device.public());
        self.say(&mut device, vec![certificate]);
        device
    }

    /// Somebody in the roster, with a laptop; takes effect when published.
    pub(super) fn member(&mut self, label: &str, grants: &[Grant]) -> (Guest, Device) {
        let guest = Guest::new(label);
        self.list(&guest, grants);
        let device = self.device(&guest, &format!("laptop of {label}"));
        (guest, device)
    }

    /// Writes a record of its own from `device`, and says where.
    pub(super) fn note(&mut self, device: &mut Device, owner: &Guest, number: u8) -> Hash {
        let mut paper = Paper::new(Kind::Observation, owner.id, number);
        let change = paper.write(device, "antrean");
        self.say(device, vec![paper.born(), change])
    }

    pub(super) fn judge(&self) -> Judgement {
        Judgement::of(self.cohort, &self.log)
    }

    /// The verdicts on one batch.
    pub(super) fn verdicts(&self, batch: Hash) -> Vec<Verdict> {
        self.judge().verdicts(batch).to_vec()
    }

    /// The same without some batches.
    pub(super) fn without(&self, lost: &[Hash]) -> Self {
        let mut world = self.clone();
        world.log.retain(|sealed| !lost.contains(&sealed.hash));
        world
    }
}

/// Both items of a batch.
pub(super) const ACCEPTED: [Verdict; 2] = [Verdict::Accepted; 2];

pub(super) fn aside(refusal: Refusal) -> [Verdict; 2] {
    [Verdict::Quarantined(refusal); 2]
}

pub(super) fn waits(missing: Missing) -> [Verdict; 2] {
    [Verdict::Pending(missing); 2]
}

pub(super) fn verdicts_of(said: &[Hash], judgement: &Judgement) -> Vec<Vec<Verdict>> {
    let verdicts = said.iter().map(|batch| judgement.verdicts(*batch));
    verdicts.map(<[Verdict]>::to_vec).collect()
}
