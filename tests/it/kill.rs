//! The plug pulled at any moment, 200 times over one cohort: whatever was
//! acknowledged is there afterwards, and nothing that was never said.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use tilik_core::app::Session;
use tilik_core::domain::Id;
use tilik_core::store::Access;

use crate::cohorts::{Place, open};
use crate::saver::{self, Chance, Line, Seen, Step};

const KILLS: u64 = 200;
/// Steps of the longest life of a process.
const LONGEST: usize = 8;
/// The kill comes within so many microseconds of the last step waited for:
/// some steps long, so that it falls into any part of one.
const MOMENT: usize = 30_000;

#[test]
fn two_hundred_kills_lose_nothing_acknowledged() {
    let place = Place::example();
    let mut session = place.open(Access::Write).unwrap();
    let mut known = saver::seen(&session).unwrap();
    drop(session);
    let mut chance = Chance::new(2018);
    let (mut steps, mut torn) = (0, 0);
    for kill in 1..=KILLS {
        let said = one_life(&place, kill, &mut chance);
        steps += said
            .iter()
            .filter(|line| matches!(line, Line::Done(_)))
            .count();
        let unsure = expect(&mut known, said);
        session = open(&place.dir(), Access::Write, 7_000 + kill).unwrap();
        let found = saver::seen(&session).unwrap();
        if found != known {
            let step =
                unsure.unwrap_or_else(|| panic!("kill {kill}: {:?}", differing(&known, &found)));
            allow(&mut known, &found, &step);
            assert_eq!(found, known, "kill {kill}, in the middle of {step:?}");
            torn += 1;
        }
        look_over(&session, kill);
        drop(session);
    }
    // Were most kills to miss the saving, the test would show nothing.
    assert!(steps > 600, "only {steps} steps were acknowledged");
    assert!(
        torn > 0,
        "no kill fell between a save and its acknowledgement"
    );
}

/// Lets the process live for a while and kills it. Gives what it said.
fn one_life(place: &Place, kill: u64, chance: &mut Chance) -> Vec<Line> {
    let mut child = saver::command(&place.dir(), kill).spawn().unwrap();
    let stdout = child.stdout.take().unwrap();
    let (tell, told) = mpsc::channel();
    let reader = thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if let Some(line) = Line::read(&line) {
                tell.send(line).ok();
            }
        }
    });
    // Every tenth is killed while it opens the cohort.
    let wanted = if kill.is_multiple_of(10) {
        0
    } else {
        1 + chance.below(LONGEST)
    };
    let mut said = Vec::new();
    wait_for(&told, wanted, &mut said);
    let end = Instant::now() + Duration::from_micros(chance.below(MOMENT) as u64);
    let left = || end.saturating_duration_since(Instant::now());
    while let Ok(line) = told.recv_timeout(left()) {
        said.push(line);
    }
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    said.extend(told.try_iter());
    said
}

fn wait_for(told: &Receiver<Line>, steps: usize, said: &mut Vec<Line>) {
    let mut done = 0;
    while done < steps {
        let line = told.recv_timeout(Duration::from_secs(60)).unwrap();
        done += usize::from(matches!(line, Line::Done(_)));
        said.push(line);
    }
}

/// Brings `known` up to what was acknowledged; gives the step that was not.
pub(crate) fn expect(known: &mut BTreeMap<Id, Seen>, said: Vec<Line>) -> Option<Step> {
    let mut unsure = None;
    for line in said {
        match line {
            Line::Open => {}
            Line::Will(step) => unsure = Some(step),
            Line::Done(id) => apply(known, &unsure.take().expect("said before done"), id),
            Line::Failed(code) => panic!("the process failed: {code}"),
        }
    }
    unsure
}

fn apply(known: &mut BTreeMap<Id, Seen>, step: &Step, id: Id) {
    let seen = known.entry(id).or_default();
    match step {
        Step::Begin(digest) | Step::Draft(_, digest) => seen.draft = Some(*digest),
        Step::Save(_, digest) => {
            *seen = Seen {
                sealed: Some((*digest, false)),
                draft: None,
                versions: seen.versions + 1,
            };
        }
        Step::Remove(_, removed) => {
            let (digest, _) = seen.sealed.expect("only sealed records are removed");
            *seen = Seen {
                sealed: Some((digest, *removed)),
                draft: None,
                versions: seen.versions + 1,
            };
        }
        Step::Discard(_) => seen.draft = None,
    }
}

/// Lets the step in whose middle the kill came have happened.
fn allow(known: &mut BTreeMap<Id, Seen>, found: &BTreeMap<Id, Seen>, step: &Step) {
    let id = match step {
        Step::Begin(_) => {
            let new = found.keys().find(|id| !known.contains_key(*id));
            *new.expect("only a record begun can be new")
        }
        Step::Draft(id, _) | Step::Save(id, _) | Step::Remove(id, _) | Step::Discard(id) => *id,
    };
    apply(known, step, id);
}

/// Records that are not as expected: as known, as found.
pub(crate) fn differing(
    known: &BTreeMap<Id, Seen>,
    found: &BTreeMap<Id, Seen>,
) -> Vec<(Id, Option<Seen>, Option<Seen>)> {
    let ids = known.keys().chain(found.keys());
    let mut different: Vec<_> = ids
        .filter(|id| known.get(*id) != found.get(*id))
        .map(|id| (*id, known.get(id).cloned(), found.get(id).cloned()))
        .collect();
    different.dedup();
    different
}

/// The file is sound after every kill; every signature and every projection is
/// looked at after each twentieth, since that takes as long as the log is.
fn look_over(session: &Session, kill: u64) {
    assert!(session.store().is_sound().unwrap(), "kill {kill}");
    if kill.is_multiple_of(20) {
        let report = session.check().unwrap();
        assert!(report.is_whole(), "kill {kill}: {report:?}");
    }
}
