//! One test per rule of the judgement that a weaker rule would break.

use std::collections::BTreeMap;

use super::histories::*;
use super::*;
use crate::domain::{Hash, Id, Kind};

const ACCEPTED: [Verdict; 2] = [Verdict::Accepted; 2];

fn aside(refusal: Refusal) -> [Verdict; 2] {
    [Verdict::Quarantined(refusal); 2]
}

fn waits(missing: Missing) -> [Verdict; 2] {
    [Verdict::Pending(missing); 2]
}

// Chains

#[test]
fn both_branches_of_a_restored_laptop_count_and_are_flagged() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let mut restored = laptop.clone();
    restored.restart();
    let before = laptop.head;
    let a = world.note(&mut laptop, &ani, 1);
    let b = world.note(&mut restored, &ani, 2);
    let judgement = world.judge();
    assert_eq!(judgement.verdicts(a), ACCEPTED);
    assert_eq!(judgement.verdicts(b), ACCEPTED);
    let [fork] = judgement.forks() else {
        panic!("one fork")
    };
    assert_eq!((fork.device, fork.after), (laptop.public(), before));
    assert_eq!(fork.branches.len(), 2);
}

#[test]
fn a_cut_can_keep_both_branches_of_a_fork() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let mut restored = laptop.clone();
    let a = world.note(&mut laptop, &ani, 1);
    let b = world.note(&mut restored, &ani, 2);
    world
        .standing(&ani)
        .grants
        .insert(TRAINEE, until(&[&laptop, &restored]));
    world.publish();
    let late = world.note(&mut restored, &ani, 3);
    assert_eq!(world.verdicts(a), ACCEPTED);
    assert_eq!(world.verdicts(b), ACCEPTED);
    assert_eq!(world.verdicts(late), aside(Refusal::Ended));
}

#[test]
fn what_follows_a_lost_batch_waits_for_it() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let lost = world.note(&mut laptop, &ani, 1);
    let after = world.note(&mut laptop, &ani, 2);
    assert_eq!(
        world.without(&[lost]).verdicts(after),
        waits(Missing::Batch)
    );
    assert_eq!(world.verdicts(after), ACCEPTED);
}

#[test]
fn a_batch_that_does_not_follow_the_one_it_names_is_invalid() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    let (_, other) = world.member("Peserta 02", &[TRAINEE]);
    world.publish();
    let mut skipping = laptop.clone();
    skipping.seq += 1;
    let skipped = world.note(&mut skipping, &ani, 1);
    laptop.head = other.head;
    let astray = world.note(&mut laptop, &ani, 2);
    assert_eq!(world.verdicts(skipped), [Verdict::Invalid(Flaw::Chain); 2]);
    assert_eq!(world.verdicts(astray), [Verdict::Invalid(Flaw::Chain); 2]);
}

#[test]
fn a_batch_of_another_cohort_is_invalid() {
    let mut world = World::found();
    let ani = Guest::new("Peserta 01");
    let mut elsewhere = Device::new(Id::from_bytes([9; 16]), "laptop");
    let batch = world.note(&mut elsewhere, &ani, 1);
    assert_eq!(world.verdicts(batch), [Verdict::Invalid(Flaw::Cohort); 2]);
}

// People and devices

#[test]
fn a_person_writes_from_every_own_device() {
    let mut world = World::found();
    let (ani, laptop) = world.member("Peserta 01", &[TRAINEE]);
    let mut second = world.device(&ani, "second laptop");
    world.publish();
    let batch = world.note(&mut second, &ani, 1);
    let judgement = world.judge();
    assert_eq!(judgement.verdicts(batch), ACCEPTED);
    assert_eq!(judgement.author(batch), Some(ani.id));
    assert_eq!(judgement.person_of(&second.public()), Some(ani.id));
    assert_eq!(judgement.person_of(&laptop.public()), Some(ani.id));
    assert_eq!(judgement.devices_of(ani.id).len(), 2);
}

#[test]
fn a_device_without_certificate_speaks_for_nobody() {
    let mut world = World::found();
    let (ani, _) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let mut stranger = Device::new(world.cohort, "stranger");
    let batch = world.note(&mut stranger, &ani, 1);
    assert_eq!(world.verdicts(batch), aside(Refusal::Uncertified));
    assert_eq!(world.judge().author(batch), None);
}

#[test]
fn a_certificate_for_the_device_of_another_is_invalid() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    let (budi, mut other) = world.member("Peserta 02", &[TRAINEE]);
    world.publish();
    let claim = budi.certificate(world.cohort, laptop.public());
    let batch = world.say(&mut other, vec![claim.clone()]);
    assert_eq!(world.verdicts(batch), [Verdict::Invalid(Flaw::Certificate)]);
    let later = world.say(&mut laptop, vec![claim]);
    assert_eq!(world.verdicts(later), [Verdict::Invalid(Flaw::Certificate)]);
    assert_eq!(world.judge().person_of(&laptop.public()), Some(ani.id));
}

#[test]
fn a_copied_certificate_does_not_make_a_device_somebodys() {
    let mut world = World::found();
    let (ani, laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let mut thief = Device::new(world.cohort, "thief");
    let copied = ani.certificate(world.cohort, laptop.public());
    let first = world.say(&mut thief, vec![copied]);
    let batch = world.note(&mut thief, &ani, 1);
    assert_eq!(world.verdicts(first), [Verdict::Invalid(Flaw::Certificate)]);
    assert_eq!(world.verdicts(batch), aside(Refusal::Uncertified));
}

#[test]
fn a_certificate_from_another_cohort_proves_nothing() {
    let mut world = World::found();
    let (ani, _) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let mut laptop = Device::new(world.cohort, "copied");
    let foreign = ani.certificate(Id::from_bytes([9; 16]), laptop.public());
    let first = world.say(&mut laptop, vec![foreign]);
    let batch = world.note(&mut laptop, &ani, 1);
    assert_eq!(world.verdicts(first), [Verdict::Invalid(Flaw::Certificate)]);
    assert_eq!(world.verdicts(batch), aside(Refusal::Uncertified));
}

#[test]
fn listing_the_devices_stops_a_thief_of_the_invitation() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    let listed = BTreeMap::from([(laptop.public(), Reach::Open)]);
    world.standing(&ani).devices = Devices::Listed(listed);
    world.publish();
    let mut thief = world.device(&ani, "thief");
    let stolen = world.note(&mut thief, &ani, 1);
    let own = world.note(&mut laptop, &ani, 2);
    assert_eq!(world.verdicts(stolen), aside(Refusal::Device));
    assert_eq!(world.verdicts(own), ACCEPTED);
}

#[test]
fn a_stolen_laptop_cannot_write_before_the_theft() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    let mut thief = laptop.clone();
    thief.restart();
    let own = world.note(&mut laptop, &ani, 1);
    let own_later = world.note(&mut laptop, &ani, 2);
    let listed = BTreeMap::from([(laptop.public(), until(&[&laptop]))]);
    world.standing(&ani).devices = Devices::Listed(listed);
    world.publish();
    let backdated = world.note(&mut thief, &ani, 3);
    assert!(thief.seq < laptop.seq);
    assert_eq!(world.verdicts(backdated), aside(Refusal::Device));
    assert_eq!(world.verdicts(own), ACCEPTED);
    assert_eq!(world.verdicts(own_later), ACCEPTED);
}

#[test]
fn a_later_invitation_serves_the_same_person() {
    let mut world = World::found();
    let (ani, _) = world.member("Peserta 01", &[TRAINEE]);
    let again = Guest {
        invitation: key("second code"),
        id: ani.id,
    };
    world
        .standing(&ani)
        .invitations
        .push(again.invitation.public());
    world.publish();
    let mut laptop = world.device(&again, "new laptop");
    let batch = world.note(&mut laptop, &ani, 1);
    assert_eq!(world.verdicts(batch), ACCEPTED);
}

#[test]
fn nobody_takes_over_a_person_with_another_first_invitation() {
    let mut world = World::found();
    let ani = Guest::new("Peserta 01");
    let thief = Guest {
        invitation: key("thief"),
        id: ani.id,
    };
    world.list(&thief, &[TRAINEE]);
    world.publish();
    let mut laptop = world.device(&thief, "laptop");
    let batch = world.note(&mut laptop, &ani, 1);
    assert_eq!(world.verdicts(batch), aside(Refusal::Stranger));
}

// Rosters and grants

#[test]
fn what_was_written_before_a_role_ended_stands() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Widyaiswara 01", &[INSTRUCTOR]);
    let mut paper = Paper::new(Kind::Review, ani.id, 1);
    world.publish();
    let first = paper.write(&laptop, "baik");
    let before = world.say(&mut laptop, vec![paper.born(), first]);
    let standing = world.standing(&ani);
    standing.grants.insert(INSTRUCTOR, until(&[&laptop]));
    standing.grants.insert(TRAINEE, Reach::Open);
    world.publish();
    let second = paper.write(&laptop, "cukup");
    let after = world.say(&mut laptop, vec![second]);
    let note = world.note(&mut laptop, &ani, 2);
    assert_eq!(world.verdicts(before), ACCEPTED);
    assert_eq!(
        world.verdicts(after),
        [Verdict::Quarantined(Refusal::Ended)]
    );
    assert_eq!(world.verdicts(note), ACCEPTED);
    assert_eq!(world.judge().grants_of(ani.id), [TRAINEE]);
}

#[test]
fn moving_the_cut_forward_releases_what_was_put_aside() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world
        .standing(&ani)
        .grants
        .insert(TRAINEE, until(&[&laptop]));
    world.publish();
    let batch = world.note(&mut laptop, &ani, 1);
    assert_eq!(world.verdicts(batch), aside(Refusal::Ended));
    world
        .standing(&ani)
        .grants
        .insert(TRAINEE, until(&[&laptop]));
    world.publish();
    assert_eq!(world.verdicts(batch), ACCEPTED);
}

#[test]
fn without_the_batch_a_cut_names_nothing_is_decided() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    let first = world.note(&mut laptop, &ani, 1);
    let last = world.note(&mut laptop, &ani, 2);
    world
        .standing(&ani)
        .grants
        .insert(TRAINEE, until(&[&laptop]));
    world.publish();
    assert_eq!(
        world.without(&[last]).verdicts(first),
        waits(Missing::CutHead)
    );
    assert_eq!(world.verdicts(first), ACCEPTED);
}

#[test]
fn of_two_rosters_only_what_both_allow_holds() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    let parent = world.publish();
    let mut elsewhere = world.clone();
    elsewhere
        .standing(&ani)
        .grants
        .insert(TRAINEE, until(&[&laptop]));
    let ends = elsewhere.publish();
    let (budi, mut other) = world.member("Peserta 02", &[TRAINEE]);
    let adds = world.publish();
    world.log.extend(elsewhere.log.last().cloned());
    let a = world.note(&mut laptop, &ani, 1);
    let b = world.note(&mut other, &budi, 2);
    assert_eq!(world.verdicts(a), aside(Refusal::Ended));
    assert_eq!(world.verdicts(b), aside(Refusal::Stranger));
    let mut tips = vec![ends, adds];
    tips.sort_unstable();
    assert_eq!(world.judge().tips(), tips);
    assert!(!tips.contains(&parent));
    world.roster.parents = tips;
    world.publish();
    assert_eq!(world.verdicts(a), ACCEPTED);
    assert_eq!(world.verdicts(b), ACCEPTED);
}

#[test]
fn a_roster_waits_for_those_it_replaces() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    let added = world.publish();
    let mut elsewhere = world.clone();
    (elsewhere.root.head, elsewhere.root.seq) = (None, 0);
    // The root's other branch, so that only the roster is missing, not the chain.
    let Item::Genesis(genesis) = &world.log[0].batch.items[0] else {
        panic!("genesis")
    };
    elsewhere.say_root(vec![Item::Genesis(genesis.clone())]);
    elsewhere
        .standing(&ani)
        .grants
        .insert(TRAINEE, until(&[&laptop]));
    let ends = elsewhere.publish();
    let batch = elsewhere.note(&mut laptop, &ani, 1);
    let lacking = elsewhere.without(&[added]);
    assert_eq!(lacking.verdicts(ends), [Verdict::Pending(Missing::Roster)]);
    assert_eq!(elsewhere.verdicts(ends), [Verdict::Accepted]);
    assert_eq!(elsewhere.verdicts(batch), aside(Refusal::Ended));
}

#[test]
fn nobody_but_the_root_signs_a_roster() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.publish();
    world.list(&ani, &[COORDINATOR]);
    let roster = Item::Roster(world.roster.clone());
    let batch = world.say(&mut laptop, vec![roster]);
    assert_eq!(world.verdicts(batch), [Verdict::Invalid(Flaw::NotRoot)]);
    assert_eq!(world.judge().grants_of(ani.id), [TRAINEE]);
}

#[test]
fn before_any_roster_everything_is_put_aside() {
    let mut world = World::found();
    let rosters = world.log[1].hash;
    let mut laptop = world.root.clone();
    let coordinator = Guest::new("Panitia 01");
    let batch = world.note(&mut laptop, &coordinator, 1);
    assert_eq!(world.verdicts(batch), ACCEPTED);
    assert_eq!(
        world.without(&[rosters]).verdicts(batch),
        waits(Missing::Batch)
    );
    let founding = world.log[0].hash;
    assert_eq!(
        world.without(&[rosters]).verdicts(founding),
        [Verdict::Accepted, Verdict::Quarantined(Refusal::NoRoster)]
    );
}

// Enrolment

#[test]
fn enrolling_releases_what_was_written_before() {
    let mut world = World::found();
    let ani = Guest::new("Peserta 01");
    let mut laptop = world.device(&ani, "laptop");
    let batch = world.note(&mut laptop, &ani, 1);
    assert_eq!(world.verdicts(batch), aside(Refusal::Stranger));
    world.say_root(vec![ani.enrolment(&[Grant::Group(group(1))])]);
    assert_eq!(world.verdicts(batch), ACCEPTED);
    assert_eq!(
        world.judge().grants_of(ani.id),
        [TRAINEE, Grant::Group(group(1))]
    );
}

#[test]
fn a_coordinator_cannot_make_an_instructor() {
    let mut world = World::found();
    let ani = Guest::new("Peserta 01");
    let batch = world.say_root(vec![ani.enrolment(&[INSTRUCTOR])]);
    assert_eq!(world.verdicts(batch), [Verdict::Invalid(Flaw::Enrolment)]);
    assert!(!world.judge().members().any(|person| person == ani.id));
}

#[test]
fn somebody_enrolled_enrols_nobody() {
    let mut world = World::found();
    let ani = Guest::new("Peserta 01");
    world.say_root(vec![ani.enrolment(&[])]);
    let mut laptop = world.device(&ani, "laptop");
    let budi = Guest::new("Peserta 02");
    let batch = world.say(&mut laptop, vec![budi.enrolment(&[])]);
    assert_eq!(
        world.verdicts(batch),
        [Verdict::Quarantined(Refusal::NotGranted)]
    );
    assert!(!world.judge().members().any(|person| person == budi.id));
}

#[test]
fn an_enrolment_does_not_revive_what_a_roster_ended() {
    let mut world = World::found();
    let (ani, mut laptop) = world.member("Peserta 01", &[TRAINEE]);
    world.say_root(vec![ani.enrolment(&[TRAINEE])]);
    world
        .standing(&ani)
        .grants
        .insert(TRAINEE, until(&[&laptop]));
    world.publish();
    let batch = world.note(&mut laptop, &ani, 1);
    assert_eq!(world.verdicts(batch), aside(Refusal::Ended));
    world.roster.people.remove(&ani.id);
    world.publish();
    assert_eq!(world.verdicts(batch), aside(Refusal::Stranger));
}

#[test]
fn enrolments_outlive_the_coordinator_who_made_them() {
    let mut world = World::found();
    let (coordinator, mut desk) = world.member("Panitia 02", &[COORDINATOR]);
    world.publish();
    let [ani, budi] = ["Peserta 01", "Peserta 02"].map(Guest::new);
    world.say(&mut desk, vec![ani.enrolment(&[])]);
    world
        .standing(&coordinator)
        .grants
        .insert(COORDINATOR, until(&[&desk]));
    world.publish();
    world.say(&mut desk, vec![budi.enrolment(&[])]);
    let mut laptops = [world.device(&ani, "a"), world.device(&budi, "b")];
    let a = world.note(&mut laptops[0], &ani, 1);
    let b = world.note(&mut laptops[1], &budi, 2);
    assert_eq!(world.verdicts(a), ACCEPTED);
    assert_eq!(world.verdicts(b), aside(Refusal::Stranger));
}

// Records

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

fn verdicts_of(said: &[Hash], judgement: &Judgement) -> Vec<Vec<Verdict>> {
    let verdicts = said.iter().map(|batch| judgement.verdicts(*batch));
    verdicts.map(<[Verdict]>::to_vec).collect()
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
}
