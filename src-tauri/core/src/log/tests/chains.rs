//! What follows what: forks, gaps and batches that do not belong.

use super::histories::*;
use crate::domain::Id;
use crate::log::*;

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
