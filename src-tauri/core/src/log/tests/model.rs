//! Random histories with a simple idea of what must come of them: which
//! batches of honest people have to be accepted, and which must never count.

use std::collections::BTreeMap;

use crate::domain::{Hash, Id, Kind};

use super::histories::*;
use crate::log::{Birth, Devices, Grant, Item, Judgement, PublicKey, Reach, SignedKind, Verdict};

/// One thing that happens; the numbers choose who and where.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Observe,
    EditTogether,
    EditAtOnce,
    KeepSite,
    Review,
    Sign,
    AddDevice,
    Restore,
    Enrol,
    EndGrants,
    AcceptLate,
    CloseDevices,
    LoseDevice,
    Equivocate,
    Attack,
}

pub(super) const STEPS: [Step; 15] = [
    Step::Observe,
    Step::EditTogether,
    Step::EditAtOnce,
    Step::KeepSite,
    Step::Review,
    Step::Sign,
    Step::AddDevice,
    Step::Restore,
    Step::Enrol,
    Step::EndGrants,
    Step::AcceptLate,
    Step::CloseDevices,
    Step::LoseDevice,
    Step::Equivocate,
    Step::Attack,
];

struct Member {
    guest: Guest,
    grants: Vec<Grant>,
    in_roster: bool,
    ended: bool,
    /// The roster that closed the list of devices.
    closed: Option<Hash>,
    devices: Vec<Device>,
    /// As they were when they were lost.
    lost: Vec<Device>,
    /// Written after the grants ended.
    late: Vec<Hash>,
}

pub(super) struct Model {
    pub(super) world: World,
    members: Vec<Member>,
    proposals: Vec<Paper>,
    /// Must be accepted once everything is here.
    pub(super) must: Vec<Hash>,
    /// Must not be accepted once everything is here, but may be adopted.
    pub(super) late: Vec<Hash>,
    /// Must never count, whatever is here.
    pub(super) never: Vec<(Hash, usize)>,
    /// Must not count once the roster that is named last stands.
    pub(super) told: Vec<(Hash, usize, Hash)>,
    /// Of each two, exactly one is accepted once everything is here.
    pub(super) either: Vec<[Hash; 2]>,
    pub(super) intruders: Vec<Device>,
    count: u8,
}

impl Model {
    pub(super) fn run(steps: &[(Step, u8, u8)]) -> Self {
        let mut model = Self {
            world: World::found(),
            members: Vec::new(),
            proposals: Vec::new(),
            must: Vec::new(),
            late: Vec::new(),
            never: Vec::new(),
            told: Vec::new(),
            either: Vec::new(),
            intruders: Vec::new(),
            count: 0,
        };
        let [one, two] = [1, 2].map(|number| Grant::Group(group(number)));
        model.join("Panitia 02", &[COORDINATOR]);
        model.join("Widyaiswara 01", &[INSTRUCTOR]);
        model.join("Widyaiswara 02", &[INSTRUCTOR]);
        model.join("Peserta 01", &[TRAINEE, one]);
        model.join("Peserta 02", &[TRAINEE, one]);
        model.join("Peserta 03", &[TRAINEE, two]);
        model.world.publish();
        for number in [1, 2] {
            let paper = Paper::new(Kind::Proposal, group(number), 200 + number);
            model.world.say_root(vec![paper.born()]);
            model.proposals.push(paper);
        }
        for &(step, who, what) in steps {
            model.count = model.count.wrapping_add(1);
            model.step(step, usize::from(who), usize::from(what));
        }
        for member in &model.members {
            model.late.extend(&member.late);
        }
        model
    }

    /// Every laptop, one branch of each, honest or not.
    pub(super) fn devices(&self) -> BTreeMap<PublicKey, Device> {
        let honest = self
            .members
            .iter()
            .flat_map(|it| it.devices.iter().chain(&it.lost));
        let all = honest.chain(&self.intruders).chain([&self.world.root]);
        all.map(|device| (device.public(), device.clone()))
            .collect()
    }

    pub(super) fn people(&self) -> Vec<Id> {
        self.members.iter().map(|member| member.guest.id).collect()
    }

    fn join(&mut self, label: &str, grants: &[Grant]) {
        let (guest, device) = self.world.member(label, grants);
        let mut member = Member::new(guest, grants, device);
        member.in_roster = true;
        self.members.push(member);
    }

    fn step(&mut self, step: Step, who: usize, what: usize) {
        let who = who % self.members.len();
        match step {
            Step::Observe => {
                let owner = self.members[who].guest.clone();
                let mut paper = Paper::new(Kind::Observation, owner.id, self.count);
                self.write(who, what, &mut paper, None);
            }
            Step::KeepSite => {
                let mut paper = Paper::new(Kind::Site, self.world.cohort, self.count);
                self.write(who, what, &mut paper, Some(COORDINATOR));
            }
            Step::Review => {
                let mut paper = Paper::new(Kind::Review, self.members[who].guest.id, self.count);
                self.write(who, what, &mut paper, Some(INSTRUCTOR));
            }
            Step::EditTogether => self.edit_together(who, what),
            Step::EditAtOnce => self.edit_at_once(what),
            Step::Sign => self.sign(who, what),
            Step::AddDevice => self.add_device(who),
            Step::Restore => self.restore(who, what),
            Step::Enrol => self.enrol(),
            Step::EndGrants => self.end_grants(who, what),
            Step::AcceptLate => self.accept_late(who),
            Step::CloseDevices => self.close_devices(who),
            Step::LoseDevice => self.lose_device(who, what),
            Step::Equivocate => self.equivocate(who, what),
            Step::Attack => self.attack(who, what),
        }
    }

    fn write(&mut self, who: usize, device: usize, paper: &mut Paper, need: Option<Grant>) {
        let Some(device) = self.members[who].pick(device) else {
            return;
        };
        let change = paper.write(
            &self.members[who].devices[device],
            &format!("{}", self.count),
        );
        self.say(who, device, vec![paper.born(), change], need);
    }

    /// Lets a member say something for which `need` is needed.
    fn say(&mut self, who: usize, device: usize, items: Vec<Item>, need: Option<Grant>) {
        let count = items.len();
        let member = &mut self.members[who];
        let batch = self.world.say(&mut member.devices[device], items);
        if need.is_some_and(|grant| !member.grants.contains(&grant)) {
            self.never.extend((0..count).map(|item| (batch, item)));
        } else if member.ended {
            member.late.push(batch);
        } else {
            self.must.push(batch);
        }
    }

    fn edit_together(&mut self, who: usize, what: usize) {
        let number = what % 2;
        let need = Grant::Group(self.proposals[number].birth.owner);
        let Some(device) = self.members[who].pick(what) else {
            return;
        };
        let text = format!("{}", self.count);
        let laptop = &self.members[who].devices[device];
        let paper = &mut self.proposals[number];
        // Nobody builds on what somebody outside the group sends.
        let change = if self.members[who].grants.contains(&need) {
            paper.write(laptop, &text)
        } else {
            paper.copy().write(laptop, &text)
        };
        self.say(who, device, vec![change], Some(need));
    }

    fn edit_at_once(&mut self, what: usize) {
        let number = what % 2;
        let need = Grant::Group(self.proposals[number].birth.owner);
        let writers: Vec<usize> = (0..self.members.len())
            .filter(|&who| self.members[who].grants.contains(&need))
            .collect();
        let mut copies: Vec<Paper> = writers
            .iter()
            .map(|_| self.proposals[number].copy())
            .collect();
        for (&who, copy) in writers.iter().zip(&mut copies) {
            let Some(device) = self.members[who].pick(what) else {
                continue;
            };
            let change = copy.write(
                &self.members[who].devices[device],
                &format!("{who} {}", self.count),
            );
            self.proposals[number].take(&change);
            self.say(who, device, vec![change], Some(need));
        }
    }

    fn sign(&mut self, who: usize, what: usize) {
        let Some(device) = self.members[who].pick(what) else {
            return;
        };
        let proposal = &self.proposals[what / 4 % 2];
        let (item, need) = match what % 3 {
            0 => {
                let need = Grant::Group(proposal.birth.owner);
                (proposal.signed(SignedKind::Submission), need)
            }
            1 => (proposal.signed(SignedKind::Decision), INSTRUCTOR),
            _ => (signed(SignedKind::Release, self.world.cohort), COORDINATOR),
        };
        self.say(who, device, vec![item], Some(need));
    }

    fn add_device(&mut self, who: usize) {
        let label = format!("device {}", self.count);
        let member = &mut self.members[who];
        let mut device = self.world.device(&member.guest, &label);
        if let Some(roster) = member.closed {
            // Somebody stole the invitation.
            let batch = self.world.note(&mut device, &member.guest, self.count);
            self.told.extend([(batch, 0, roster), (batch, 1, roster)]);
            self.intruders.push(device);
        } else {
            member.devices.push(device);
        }
    }

    fn restore(&mut self, who: usize, what: usize) {
        let Some(device) = self.members[who].pick(what) else {
            return;
        };
        let mut restored = self.members[who].devices[device].clone();
        restored.restart_as(self.count);
        self.members[who].devices.push(restored);
    }

    fn enrol(&mut self) {
        let guest = Guest::new(&format!("Peserta {}", self.count));
        let mut device = self.world.device(&guest, &format!("laptop {}", self.count));
        let early = self.world.note(&mut device, &guest, self.count);
        let grants = [TRAINEE, Grant::Group(group(1))];
        self.must.push(early);
        let enrolment = guest.enrolment(&grants);
        let desk = &mut self.members[0];
        let batch = match desk.devices.first_mut() {
            Some(device) if !desk.ended => self.world.say(device, vec![enrolment]),
            _ => self.world.say_root(vec![enrolment]),
        };
        self.must.push(batch);
        self.members.push(Member::new(guest, &grants, device));
    }

    fn end_grants(&mut self, who: usize, what: usize) {
        if !self.members[who].in_roster || self.members[who].ended {
            return;
        }
        self.members[who].ended = true;
        let unaware = self.world.clone();
        self.cut_at_heads(who);
        self.world.publish();
        if what.is_multiple_of(2) {
            // The root's restored laptop publishes once more what it knew.
            let mut unaware = unaware;
            let sibling = unaware.publish();
            self.world.log.extend(unaware.log.pop());
            self.world.roster.parents.push(sibling);
        }
    }

    fn accept_late(&mut self, who: usize) {
        if self.members[who].in_roster && self.members[who].ended {
            self.cut_at_heads(who);
            self.world.publish();
            self.must.append(&mut self.members[who].late);
        }
    }

    fn cut_at_heads(&mut self, who: usize) {
        let member = &self.members[who];
        let devices: Vec<&Device> = member.devices.iter().chain(&member.lost).collect();
        let cut = until(&devices);
        for reach in self.world.standing(&member.guest).grants.values_mut() {
            *reach = cut.clone();
        }
    }

    fn close_devices(&mut self, who: usize) {
        let member = &mut self.members[who];
        if member.in_roster && member.closed.is_none() {
            let listed = member
                .devices
                .iter()
                .map(|device| (device.public(), Reach::Open));
            let listed = listed.collect();
            self.world.standing(&member.guest).devices = Devices::Listed(listed);
            member.closed = Some(self.world.publish());
        }
    }

    fn lose_device(&mut self, who: usize, what: usize) {
        self.close_devices(who);
        let Some(device) = self.members[who].pick(what) else {
            return;
        };
        if !self.members[who].in_roster {
            return;
        }
        let lost = self.members[who].devices[device].public();
        let member = &mut self.members[who];
        let (gone, kept) = member.devices.drain(..).partition(|it| it.public() == lost);
        member.devices = kept;
        let branches: Vec<&Device> = gone.iter().collect();
        if let Devices::Listed(listed) = &mut self.world.standing(&member.guest).devices {
            listed.insert(lost, until(&branches));
        }
        let roster = self.world.publish();
        // The thief goes on where the device was, and from its very start.
        let mut thief = gone[0].clone();
        thief.restart_as(self.count);
        let mut backdating = thief.clone();
        let start = self
            .world
            .log
            .iter()
            .find(|it| it.batch.device == lost && it.batch.seq == 1);
        (backdating.seq, backdating.head) = (1, start.map(|sealed| sealed.hash));
        for mut thief in [thief, backdating] {
            let batch = self.world.note(&mut thief, &member.guest, self.count);
            self.told.extend([(batch, 0, roster), (batch, 1, roster)]);
        }
        member.lost.extend(gone);
    }

    /// Two contents for one place, on each of which colleagues may build.
    fn equivocate(&mut self, who: usize, what: usize) {
        let member = &mut self.members[who];
        let Some(device) = member.pick(what) else {
            return;
        };
        let device = &mut member.devices[device];
        let shared = member.grants.contains(&Grant::Group(group(1)));
        let (kind, owner) = match shared {
            true => (Kind::Proposal, group(1)),
            false => (Kind::Observation, member.guest.id),
        };
        let mut one = Paper::new(kind, owner, self.count);
        let first = one.write(device, "satu");
        let mut two = one.copy();
        self.world.say(device, vec![one.born(), first]);
        let changes = [one.write(device, "dua"), two.write(device, "tiga")];
        let pair = changes.map(|change| self.world.say(device, vec![change]));
        if !member.ended {
            self.either.push(pair);
        }
        for colleague in self.members.iter_mut().filter(|_| shared) {
            let paper = if what.is_multiple_of(3) {
                &mut one
            } else {
                &mut two
            };
            if let Some(device) = colleague.devices.first_mut() {
                let change = paper.copy().write(device, &colleague.guest.id.to_string());
                self.world.say(device, vec![change]);
            }
        }
    }

    fn attack(&mut self, who: usize, what: usize) {
        let victim = self.members[who].guest.clone();
        let laptop = self.members[who].devices.first().cloned();
        let laptop = laptop.unwrap_or_else(|| self.world.root.clone());
        let mut stranger = Device::new(self.world.cohort, &format!("stranger {}", self.count));
        let mut paper = Paper::new(Kind::Observation, victim.id, self.count);
        let replayed = victim.certificate(self.world.cohort, laptop.public());
        let friend = Guest::new("teman");
        let promotion = friend.enrolment(&[INSTRUCTOR]);
        let roster = Item::Roster(self.world.roster.clone());
        let forged = Item::Birth(Birth {
            nonce: [0xff; 16],
            ..paper.birth.clone()
        });
        match what % 6 {
            0 => self.attack_by(&mut stranger, vec![replayed.clone()]),
            1 => {
                let claim = friend.certificate(self.world.cohort, laptop.public());
                self.attack_by(&mut stranger, vec![claim]);
            }
            _ => {}
        }
        let note = paper.write(&stranger, "asing");
        self.attack_by(&mut stranger, vec![paper.born(), note, roster.clone()]);
        self.attack_by(
            &mut stranger,
            vec![friend.enrolment(&[]), promotion.clone(), forged],
        );
        self.intruders.push(stranger);
        // What no member may do either, each with the own laptop.
        let palsu = paper.write_as(&[1; 32], "palsu");
        let foreign = Paper::new(Kind::Observation, friend.id, self.count);
        let items = vec![palsu, roster, promotion, replayed, foreign.born()];
        if let Some(mut device) = self.members[who].devices.first().cloned() {
            self.attack_by(&mut device, items);
            self.members[who].devices[0] = device;
        }
    }

    fn attack_by(&mut self, device: &mut Device, items: Vec<Item>) {
        let count = items.len();
        let batch = self.world.say(device, items);
        self.never.extend((0..count).map(|item| (batch, item)));
    }
}

impl Member {
    fn new(guest: Guest, grants: &[Grant], device: Device) -> Self {
        Self {
            guest,
            grants: grants.to_vec(),
            in_roster: false,
            ended: false,
            closed: None,
            devices: vec![device],
            lost: Vec::new(),
            late: Vec::new(),
        }
    }

    /// One of the laptops that are left.
    fn pick(&self, number: usize) -> Option<usize> {
        number.checked_rem(self.devices.len())
    }
}

/// Every item with its verdict.
pub(super) fn items(judgement: &Judgement, world: &World) -> Vec<(Hash, usize, Verdict)> {
    let batches = world.log.iter().map(|sealed| sealed.hash);
    let all = batches.flat_map(|batch| {
        let verdicts = judgement.verdicts(batch).iter().enumerate();
        verdicts.map(move |(item, verdict)| (batch, item, *verdict))
    });
    all.collect()
}
