//! Who writes and signs what, what is adopted, and which of two contents is kept.

use super::histories::*;
use crate::domain::{Hash, Id, Kind};
use crate::log::*;

#[test]
fn nobody_writes_in_the_observation_of_another() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    let (_, mut other) = world.member("Peserta 02", &[TRAINEE]);
    world.publish();
    let mut paper = Paper::new(Kind::Observation, ani.id, 1);
    let first = paper.write(&laptop, "satu");
    let own = world.say(&mut laptop, vec![paper.born(), first]);
    let second = paper.write(&other, "dua");
    let foreign = world.say(&mut other, vec![second]);
    assert_eq!(world.verdicts(own), ACCEPTED);
    assert_eq!(
        world.verdicts(foreign),
        [Verdict::Quarantined(Refusal::NotTheirs)]
    );
}

#[test]
fn a_change_in_the_name_of_another_device_is_invalid() {
    let mut world = World::found();
    let (ani, laptop) = world.member("Peserta 01", &[TRAINEE]);
    let mut second = world.device(&ani, "second");
    world.publish();
    let mut paper = Paper::new(Kind::Observation, ani.id, 1);
    let change = paper.write(&laptop, "satu");
    let batch = world.say(&mut second, vec![paper.born(), change]);
    assert_eq!(
        world.verdicts(batch),
        [Verdict::Accepted, Verdict::Invalid(Flaw::Actor)]
    );
}

#[test]
fn an_id_that_does_not_follow_from_its_parts_is_invalid() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let mut forged = Paper::new(Kind::Observation, ani.id, 1).birth;
    forged.nonce = [7; 16];
    let misplaced = Paper::new(Kind::Site, ani.id, 1);
    let batch = world.say(&mut laptop, vec![Item::Birth(forged), misplaced.born()]);
    assert_eq!(
        world.verdicts(batch),
        [
            Verdict::Invalid(Flaw::Preimage),
            Verdict::Invalid(Flaw::Owner)
        ]
    );
}

#[test]
fn a_person_record_cannot_hide_a_record_of_another_kind() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let paper = Paper::new(Kind::Observation, ani.id, 1);
    let own = world.say(&mut laptop, vec![paper.born()]);
    let hiding = Paper::new(Kind::Person, paper.id(), 1);
    assert_eq!(hiding.id(), paper.id());
    let batch = world.say_root(vec![hiding.born()]);
    assert_eq!(world.verdicts(own), [Verdict::Accepted]);
    assert_eq!(world.verdicts(batch), [Verdict::Invalid(Flaw::Preimage)]);
}

#[test]
fn a_change_waits_for_the_birth_and_for_what_it_builds_on() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    let mut second = world.device(&ani, "second");
    world.publish();
    let mut paper = Paper::new(Kind::Observation, ani.id, 1);
    let birth = world.say(&mut laptop, vec![paper.born()]);
    let one = paper.write(&laptop, "satu");
    let one = world.say(&mut laptop, vec![one]);
    let two = paper.write(&second, "dua");
    let two = world.say(&mut second, vec![two]);
    let pending = |missing| [Verdict::Pending(missing)];
    assert_eq!(
        world.without(&[birth]).verdicts(two),
        pending(Missing::Birth)
    );
    assert_eq!(
        world.without(&[one]).verdicts(two),
        pending(Missing::Dependency)
    );
    assert_eq!(world.verdicts(two), [Verdict::Accepted]);
}

#[test]
fn what_an_entitled_colleague_built_on_is_adopted() {
    let mut world = World::found();
    let ours = Grant::Group(group(1));
    let (ani, mut laptop) = world.member("Peserta 01", &[ours]);
    let (_, mut other) = world.member("Peserta 02", &[ours]);
    world.standing(&ani).grants.insert(ours, until(&[&laptop]));
    world.publish();
    let mut paper = Paper::new(Kind::Proposal, group(1), 1);
    let first = paper.write(&laptop, "satu");
    let late = world.say(&mut laptop, vec![paper.born(), first]);
    assert_eq!(world.verdicts(late), aside(Refusal::Ended));
    let second = paper.write(&other, "dua");
    let built = world.say(&mut other, vec![second]);
    assert_eq!(world.verdicts(built), [Verdict::Accepted]);
    assert_eq!(world.verdicts(late), [Verdict::Adopted; 2]);
}

#[test]
fn of_two_contents_for_one_place_the_one_others_built_on_is_kept() {
    for texts in [["dua", "tiga"], ["tiga", "dua"]] {
        let mut world = World::found();
        let ours = Grant::Group(group(1));
        let (_, mut laptop) = world.member("Peserta 01", &[ours]);
        let (_, mut other) = world.member("Peserta 02", &[ours]);
        world.publish();
        let mut kept = Paper::new(Kind::Proposal, group(1), 1);
        let first = kept.write(&laptop, "satu");
        world.say(&mut laptop, vec![kept.born(), first]);
        let mut dropped = kept.copy();
        let a = kept.write(&laptop, texts[0]);
        let b = dropped.write(&laptop, texts[1]);
        let on_b = dropped.write(&laptop, "lagi");
        let versions = (version(&a), version(&b));
        let a = world.say(&mut laptop, vec![a]);
        let b = world.say(&mut laptop, vec![b, on_b]);
        let on_a = kept.write(&other, "empat");
        let on_a = world.say(&mut other, vec![on_a]);
        let judgement = world.judge();
        assert_eq!(judgement.verdicts(a), [Verdict::Accepted]);
        assert_eq!(judgement.verdicts(on_a), [Verdict::Accepted]);
        assert_eq!(judgement.verdicts(b), aside(Refusal::Outvoted));
        let [equivocation] = judgement.equivocations() else {
            panic!("one")
        };
        assert_eq!((equivocation.kept, equivocation.dropped[0]), versions);
    }
}

#[test]
fn a_branch_that_repeats_several_places_is_kept_whole() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let mut one = Paper::new(Kind::Observation, ani.id, 1);
    let first = one.write(&laptop, "satu");
    world.say(&mut laptop, vec![one.born(), first]);
    let mut two = one.copy();
    let mut said = Vec::new();
    for paper in [&mut one, &mut two] {
        let tag = if said.is_empty() { "a" } else { "b" };
        let items: Vec<Item> = (0..6)
            .map(|at| paper.write(&laptop, &format!("{tag}{at}")))
            .collect();
        said.push(world.say(&mut laptop, items));
    }
    let judgement = world.judge();
    let mut verdicts = verdicts_of(&said, &judgement);
    verdicts.sort();
    assert_eq!(
        verdicts,
        [
            vec![Verdict::Accepted; 6],
            vec![Verdict::Quarantined(Refusal::Outvoted); 6]
        ]
    );
}

#[test]
fn each_role_signs_what_is_its_own() {
    let mut world = World::found();
    let ours = Grant::Group(group(1));
    let (ani, mut trainee) = world.member("Peserta 01", &[TRAINEE, ours]);
    let (_, mut outsider) = world.member("Peserta 02", &[TRAINEE]);
    let (_, mut instructor) = world.member("Widyaiswara 01", &[INSTRUCTOR]);
    world.publish();
    let own = Paper::new(Kind::Proposal, ani.id, 1);
    let shared = Paper::new(Kind::Proposal, group(1), 2);
    let site = Paper::new(Kind::Site, world.cohort, 3);
    world.say(&mut trainee, vec![own.born(), shared.born()]);
    world.say_root(vec![site.born()]);
    let items = vec![
        own.signed(SignedKind::Submission),
        shared.signed(SignedKind::Submission),
        shared.signed(SignedKind::Decision),
        signed(SignedKind::Release, world.cohort),
        site.signed(SignedKind::Submission),
        signed(SignedKind::Decision, group(9)),
    ];
    let said: Vec<Hash> = [&mut trainee, &mut outsider, &mut instructor]
        .map(|device| world.say(device, items.clone()))
        .into_iter()
        .chain([world.say_root(items.clone())])
        .collect();
    let no = Verdict::Quarantined(Refusal::NotGranted);
    let end = [
        Verdict::Invalid(Flaw::Subject),
        Verdict::Pending(Missing::Birth),
    ];
    let yes = Verdict::Accepted;
    let rows = [
        [yes, yes, no, no],
        [no, no, no, no],
        [no, no, yes, no],
        [no, no, no, yes],
    ];
    let wanted = rows.map(|row| [row.as_slice(), &end].concat());
    assert_eq!(verdicts_of(&said, &world.judge()), wanted);
}

#[test]
fn each_kind_has_its_writers() {
    let cohort = Id::from_bytes([1; 16]);
    let ani = Id::from_bytes([2; 16]);
    let table = Kind::ALL.iter().map(|kind| (*kind, writers(*kind, ani)));
    for (kind, who) in table {
        let kept = matches!(who, Writers::Coordinators);
        assert_eq!(
            owner_fits(kind, cohort, cohort),
            !kept || kind != Kind::Person
        );
        assert_eq!(owner_fits(kind, ani, cohort), !kept || kind == Kind::Person);
    }
    assert_eq!(writers(Kind::Observation, ani), Writers::Person(ani));
    assert_eq!(writers(Kind::Proposal, ani), Writers::GroupOrPerson(ani));
    assert_eq!(writers(Kind::Review, ani), Writers::Instructor(ani));
    assert_eq!(writers(Kind::Attendance, ani), Writers::Staff(ani));
}
