//! What holds of the judgement in random histories with thieves and forgers.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::histories::*;
use super::model::{Model, STEPS, Step, items};
use crate::domain::{Hash, Kind};
use crate::log::*;

fn steps() -> impl Strategy<Value = Vec<(Step, u8, u8)>> {
    prop::collection::vec(
        (prop::sample::select(&STEPS[..]), any::<u8>(), any::<u8>()),
        1..40,
    )
}

/// Batches in some order, some of them twice.
fn delivery(log: &[Sealed], order: &[u16]) -> Vec<Sealed> {
    let key = |at: usize| order[at % order.len()].wrapping_mul(at as u16 | 1);
    let mut places: Vec<usize> = (0..log.len()).collect();
    places.extend((0..log.len()).filter(|&at| key(at) % 5 == 0));
    places.sort_by_key(|&at| key(at));
    places.into_iter().map(|at| log[at].clone()).collect()
}

fn accepted(judgement: &Judgement, world: &World) -> BTreeSet<(Hash, usize)> {
    let items = items(judgement, world).into_iter();
    items
        .filter(|(.., it)| *it == Verdict::Accepted)
        .map(|(b, i, _)| (b, i))
        .collect()
}

fn counting(judgement: &Judgement, world: &World) -> BTreeSet<(Hash, usize)> {
    let items = items(judgement, world).into_iter();
    items
        .filter(|(.., it)| it.counts())
        .map(|(b, i, _)| (b, i))
        .collect()
}

fn no_attack_counts(model: &Model, judgement: &Judgement) -> Result<(), TestCaseError> {
    let stands = |roster: Hash| judgement.verdicts(roster) == [Verdict::Accepted];
    let told = model.told.iter().filter(|(.., roster)| stands(*roster));
    let told = told.map(|(batch, item, _)| (*batch, *item));
    for (batch, item) in model.never.iter().copied().chain(told) {
        let verdict = judgement.verdict(batch, item);
        prop_assert!(!verdict.is_some_and(Verdict::counts), "{:?}", verdict);
    }
    Ok(())
}

/// Nothing that counts may rest on something that does not.
fn nothing_hangs_in_the_air(log: &[Sealed], judgement: &Judgement) -> Result<(), TestCaseError> {
    let mut counting = BTreeSet::new();
    let mut needed = BTreeSet::new();
    for sealed in log {
        let verdicts = judgement.verdicts(sealed.hash);
        for (item, verdict) in sealed.batch.items.iter().zip(verdicts) {
            if let Item::Change(change) = item
                && verdict.counts()
            {
                let facts = ChangeFacts::read(&change.bytes).unwrap();
                counting.insert((change.doc, facts.hash));
                needed.extend(facts.deps.into_iter().map(|dep| (change.doc, dep)));
            }
        }
    }
    prop_assert!(needed.is_subset(&counting));
    Ok(())
}

/// The roster that merges all tips allows what they allow together: it changes
/// no verdict but those on rosters.
fn merging_changes_nothing(world: &World) -> Result<(), TestCaseError> {
    let before = world.judge();
    let mut merged = world.clone();
    merged.say_root(vec![Item::Roster(before.next_roster(BTreeMap::new()))]);
    let after = merged.judge();
    prop_assert_eq!(after.tips().len(), 1);
    prop_assert_eq!(accepted(&before, world), accepted(&after, world));
    prop_assert_eq!(before.rights(), after.rights());
    Ok(())
}

/// Whether `rights`, taken from `log`, foretells the verdicts on a further
/// batch of each device.
fn rights_agree(model: &Model, log: &[Sealed], rights: &Rights) -> Result<(), TestCaseError> {
    let cohort = model.world.cohort;
    let mut owners = model.people();
    owners.truncate(4);
    owners.extend([group(1), group(2), cohort]);
    let mut asked = Vec::new();
    let mut log = log.to_vec();
    for (public, mut device) in model.devices() {
        let mut items = Vec::new();
        let mut foretold = Vec::new();
        for kind in Kind::ALL {
            for &owner in &owners {
                items.push(Paper::new(*kind, owner, 0xee).born());
                foretold.push(rights.may_write(&public, *kind, owner));
            }
        }
        for kind in [
            SignedKind::Submission,
            SignedKind::Decision,
            SignedKind::Release,
        ] {
            for &owner in &owners {
                let subject = Paper::new(Kind::Proposal, owner, 0xee).id();
                items.push(signed(kind, subject));
                foretold.push(rights.may_sign(&public, kind, Kind::Proposal, owner));
            }
            items.push(signed(kind, cohort));
            foretold.push(rights.may_sign(&public, kind, Kind::Cohort, cohort));
        }
        let sealed = device.say(items);
        asked.push((sealed.hash, foretold));
        log.push(sealed);
    }
    let judgement = Judgement::of(cohort, &log);
    for (batch, foretold) in asked {
        for (item, foretold) in foretold.into_iter().enumerate() {
            let verdict = judgement.verdict(batch, item).unwrap();
            if verdict != Verdict::Pending(Missing::Batch) {
                prop_assert_eq!(
                    foretold,
                    verdict == Verdict::Accepted,
                    "{} {:?}",
                    item,
                    verdict
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_judgement_depends_on_the_set_alone_and_no_attack_counts(
        steps in steps(),
        order in prop::collection::vec(any::<u16>(), 1..30),
        cut in 0..100usize,
    ) {
        let model = Model::run(&steps);
        let world = &model.world;
        let whole = world.judge();
        let delivered = delivery(&world.log, &order);
        prop_assert_eq!(&Judgement::of(world.cohort, &delivered), &whole);

        let verdict = |batch: Hash| whole.verdicts(batch).to_vec();
        for &batch in &model.must {
            let verdicts = verdict(batch);
            prop_assert!(verdicts.iter().all(|it| *it == Verdict::Accepted), "{:?}", verdicts);
        }
        for &batch in &model.late {
            prop_assert!(!verdict(batch).contains(&Verdict::Accepted));
        }
        for pair in &model.either {
            let kept = pair.iter().filter(|batch| verdict(**batch) == [Verdict::Accepted]);
            prop_assert_eq!(kept.count(), 1);
        }
        rights_agree(&model, &world.log, &whole.rights())?;
        merging_changes_nothing(world)?;

        let mut before: Option<Judgement> = None;
        let middle = delivered.len() * cut / 100;
        for end in [middle / 2, middle, delivered.len() - (delivered.len() - middle) / 4] {
            let part = &delivered[..end];
            let judgement = Judgement::of(world.cohort, part);
            no_attack_counts(&model, &judgement)?;
            nothing_hangs_in_the_air(part, &judgement)?;
            if let Some(before) = before
                && before.tips() == judgement.tips()
                && judgement.equivocations().is_empty()
            {
                prop_assert!(accepted(&before, world).is_subset(&accepted(&judgement, world)));
                prop_assert!(counting(&before, world).is_subset(&counting(&judgement, world)));
            }
            if end == middle {
                rights_agree(&model, part, &judgement.rights())?;
            }
            before = Some(judgement);
        }
        no_attack_counts(&model, &whole)?;
        nothing_hangs_in_the_air(&world.log, &whole)?;
    }
}
