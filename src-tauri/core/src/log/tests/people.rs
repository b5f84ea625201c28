//! Which device speaks for whom, and who may take people in.

use std::collections::BTreeMap;

use super::histories::*;
use crate::domain::Id;
use crate::log::*;

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
