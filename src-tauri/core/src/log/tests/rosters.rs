//! What rosters give, end and, when there are two, withhold.

use std::collections::BTreeMap;

use super::histories::*;
use crate::domain::Kind;
use crate::log::*;

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

#[test]
fn the_next_roster_allows_what_all_tips_allow() {
    let mut world = World::found();
    let names = ["Peserta 01", "Peserta 02", "Peserta 03", "Peserta 04"];
    let mut people = names.map(|name| world.member(name, &[TRAINEE]));
    world.publish();
    let mut said = Vec::new();
    let mut restored = people[0].1.clone();
    said.push(world.note(&mut restored, &people[0].0, 100));
    let stem = restored.clone();
    let mut one = world.clone();
    let mut two = world.clone();
    // Cut at different places, one of them on another branch of the fork.
    for (number, (guest, device)) in (0..).zip(&mut people) {
        for late in [false, true] {
            said.push(world.note(device, guest, number * 2 + u8::from(late)));
            let tip = if late == (number < 2) {
                &mut two
            } else {
                &mut one
            };
            tip.standing(guest)
                .grants
                .insert(TRAINEE, until(&[device, &stem]));
        }
        let tip = if number % 2 == 0 { &mut one } else { &mut two };
        let listed = BTreeMap::from([(device.public(), until(&[device]))]);
        tip.standing(guest).devices = Devices::Listed(listed);
        said.push(world.note(device, guest, number + 50));
    }
    let branch = world.note(&mut restored, &people[0].0, 101);
    one.standing(&people[0].0)
        .grants
        .insert(TRAINEE, until(&[&restored]));
    let (only, mut unknown) = one.member("Peserta 05", &[]);
    one.list(&only, &[TRAINEE]);
    one.standing(&people[3].0).grants.remove(&TRAINEE);
    one.publish();
    two.publish();
    let unknown = world.note(&mut unknown, &only, 102);
    world.log.extend(one.log.into_iter().chain(two.log));
    let before = world.judge();
    assert_eq!(before.tips().len(), 2);
    let next = before.next_roster(BTreeMap::new());
    world.root.head = before.tips().first().copied();
    world.root.seq = 4;
    world.say_root(vec![Item::Roster(next)]);
    let after = world.judge();
    assert_eq!(after.tips().len(), 1);
    said.extend([branch, unknown]);
    let counting = |judgement: &Judgement| -> Vec<bool> {
        said.iter()
            .map(|batch| judgement.verdicts(*batch)[0].counts())
            .collect()
    };
    assert_eq!(counting(&before), counting(&after));
    assert!(counting(&after).contains(&true) && counting(&after).contains(&false));
    assert_eq!(before.rights(), after.rights());
}
