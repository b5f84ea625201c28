//! A process that keeps saving until it is ended: this test program started
//! once more, as a laptop whose plug may be pulled.
//!
//! Before each step it says what it is about to do, and after it that it is
//! done. Whoever ends the process therefore knows what was acknowledged, and
//! the one step that may or may not have happened.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};
use tilik_core::api::Failure;
use tilik_core::app::{AppError, ListRequest, Session};
use tilik_core::domain::{Hash, Id, Kind, Observation, Practice, Record};
use tilik_core::store::Access;

use crate::cohorts::open;

/// Set in the saving process only.
const WORK: &str = "TILIK_TEST_SAVER";
/// Stands before every line of ours; the test program writes lines as well.
const MARK: char = '@';
/// The kinds saved: one with one writer, one that everybody may write.
const KINDS: [Kind; 2] = [Kind::Observation, Kind::Practice];
/// New records are begun until there are so many.
const MOST_RECORDS: usize = 120;

/// What the process is to do.
#[derive(Serialize, Deserialize)]
struct Work {
    dir: String,
    seed: u64,
}

/// One step of the process.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum Step {
    /// Begins a record.
    Begin(Hash),
    /// Keeps what is being typed.
    Draft(Id, Hash),
    /// Seals a value.
    Save(Id, Hash),
    /// Removes a record, or takes it back.
    Remove(Id, bool),
    /// Throws a draft away.
    Discard(Id),
}

/// A line of the process.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Line {
    /// The cohort is open.
    Open,
    /// About to do it.
    Will(Step),
    /// Done, and on disk; names the record.
    Done(Id),
    /// Could not be done; the failure's code.
    Failed(String),
}

impl Line {
    /// A line of ours among those of the test program.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (_, ours) = text.split_once(MARK)?;
        serde_json::from_str(ours).ok()
    }
}

/// A record as somebody who opens the cohort sees it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Seen {
    /// The sealed value and whether it is removed.
    pub(crate) sealed: Option<(Hash, bool)>,
    pub(crate) draft: Option<Hash>,
    /// How many versions there are.
    pub(crate) versions: usize,
}

/// Every record of the kinds saved.
pub(crate) fn seen(session: &Session) -> Result<BTreeMap<Id, Seen>, AppError> {
    let mut all = BTreeMap::new();
    for kind in KINDS {
        let request = ListRequest {
            kind,
            site: None,
            author: None,
            with_removed: true,
            limit: None,
            offset: 0,
        };
        for entry in session.list(&request)?.entries {
            let sealed = entry
                .version
                .map(|_| (digest(&entry.record), entry.removed));
            let seen = Seen {
                sealed,
                draft: entry.draft.as_ref().map(digest),
                versions: session.history(entry.id)?.len(),
            };
            all.insert(entry.id, seen);
        }
    }
    Ok(all)
}

fn digest(record: &Record) -> Hash {
    Hash::of(&serde_json::to_vec(record).unwrap())
}

/// The command that starts the saving process on `dir`.
pub(crate) fn command(dir: &Path, seed: u64) -> Command {
    let work = Work {
        dir: dir.to_str().unwrap().to_owned(),
        seed,
    };
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["saver::saving_process", "--exact", "--nocapture"])
        .env(WORK, serde_json::to_string(&work).unwrap())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// Not a test by itself: the body of the saving process.
#[test]
fn saving_process() {
    let Ok(work) = std::env::var(WORK) else {
        return;
    };
    let work: Work = serde_json::from_str(&work).unwrap();
    // A process of its own, so that nothing is torn down in an orderly way.
    std::process::exit(match keep_saving(&work) {
        Ok(()) => 0,
        Err(error) => {
            let code = serde_json::to_value(Failure::from(error).code).unwrap();
            say(&Line::Failed(code.as_str().unwrap().to_owned()));
            3
        }
    });
}

fn keep_saving(work: &Work) -> Result<(), AppError> {
    let mut session = open(Path::new(&work.dir), Access::Write, work.seed)?;
    let mut chance = Chance::new(work.seed);
    let mut records: Vec<(Id, Kind)> = Vec::new();
    for (id, _) in seen(&session)? {
        let entry = session.entry(id)?;
        if entry.may_edit {
            records.push((id, entry.record.kind()));
        }
    }
    say(&Line::Open);
    loop {
        let begun = step(&mut session, &mut chance, &records)?;
        records.extend(begun);
    }
}

/// Does one step; gives the record it began.
fn step(
    session: &mut Session,
    chance: &mut Chance,
    records: &[(Id, Kind)],
) -> Result<Option<(Id, Kind)>, AppError> {
    let known = chance.pick(records).copied();
    let begins = records.len() < MOST_RECORDS && chance.below(6) == 0;
    let Some((doc, kind)) = known.filter(|_| !begins) else {
        let kind = KINDS[chance.below(2)];
        let record = value(kind, chance);
        will(Step::Begin(digest(&record)));
        let id = session.create(record, None)?.id;
        say(&Line::Done(id));
        return Ok(Some((id, kind)));
    };
    match chance.below(10) {
        0..=3 => {
            let record = value(kind, chance);
            will(Step::Save(doc, digest(&record)));
            session.save(doc, record)?;
        }
        4..=7 => {
            let record = value(kind, chance);
            will(Step::Draft(doc, digest(&record)));
            session.keep_draft(doc, record)?;
        }
        other => {
            let entry = session.entry(doc)?;
            if entry.version.is_none() {
                return Ok(None);
            }
            if other == 8 {
                let removed = !entry.removed;
                will(Step::Remove(doc, removed));
                if removed {
                    session.remove(doc)?;
                } else {
                    session.put_back(doc)?;
                }
            } else {
                will(Step::Discard(doc));
                session.discard_draft(doc)?;
            }
        }
    }
    say(&Line::Done(doc));
    Ok(None)
}

/// A value never saved before, now and then a long one.
fn value(kind: Kind, chance: &mut Chance) -> Record {
    let most = if chance.below(12) == 0 { 900 } else { 40 };
    let words = 1 + chance.below(most);
    let text = format!("{:x} {}", chance.next(), "loket terpadu ".repeat(words));
    match kind {
        Kind::Practice => Record::Practice(Practice {
            name: text,
            ..Default::default()
        }),
        _ => Record::Observation(Observation {
            title: format!("Loket {:x}", chance.next()),
            note: text,
            ..Default::default()
        }),
    }
}

fn will(step: Step) {
    say(&Line::Will(step));
}

fn say(line: &Line) {
    let mut out = io::stdout().lock();
    let text = serde_json::to_string(line).unwrap();
    // Nobody may be listening any more; the work goes on.
    let written = writeln!(out, "{MARK}{text}").and_then(|()| out.flush());
    written.ok();
}

/// Numbers that look random and are the same for the same seed (xorshift64*).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// From 0 up to but not including `most`.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        (self.next() >> 16) as usize % most.max(1)
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }
}
