//! Looking a cohort over: is it whole, are its signatures good, does its
//! itinerary clash.

use std::path::Path;

use serde_json::{Value, json};

use tilik_core::app::{AppError, CheckReport, LogState, Session};
use tilik_core::store::Access;

use super::{Surrounded, conflict};
use crate::refusal::Refusal;
use crate::terminal::Answer;

pub(super) fn check(around: &Surrounded<'_>, dir: &Path) -> Result<Answer, Refusal> {
    let mut session = around.open(dir, Access::Read)?;
    let report = session.check()?;
    let signed = Signed::look(&mut session)?;
    let conflicts = conflict::sentences(around.words, &session, &report.conflicts)?;
    let mut lines = vec![said(around, "cli-file", report.is_sound)];
    lines.extend(log_lines(around, &report.log));
    lines.push(signed.line(around));
    lines.extend(photo_lines(around, &report));
    let count = [("count", conflicts.len().into())];
    lines.push(around.words.say("cli-conflicts", &count));
    lines.extend(conflicts.iter().map(|line| format!("  {line}")));
    let is_whole = report.is_whole() && signed.is_good();
    let mut json = serde_json::to_value(&report).map_err(AppError::from)?;
    if let Value::Object(fields) = &mut json {
        fields.insert("is_whole".into(), is_whole.into());
        fields.insert("signed".into(), signed.json());
        fields.insert("conflict_sentences".into(), conflicts.into());
    }
    Ok(Answer {
        json,
        lines,
        is_bad: !is_whole,
        ..Answer::default()
    })
}

pub(super) fn verify(around: &Surrounded<'_>, dir: &Path) -> Result<Answer, Refusal> {
    let mut session = around.open(dir, Access::Read)?;
    let log = session.log_state()?;
    let signed = Signed::look(&mut session)?;
    let verified = matches!(log, LogState::Verified { .. });
    let mut lines = log_lines(around, &log);
    lines.push(signed.line(around));
    Ok(Answer {
        json: json!({ "log": log, "signed": signed.json() }),
        lines,
        is_bad: !verified || !signed.is_good(),
        ..Answer::default()
    })
}

/// How the texts that people put their name under stand.
struct Signed {
    submissions: usize,
    decisions: usize,
    /// Titles of submissions whose text or whose decision does not fit its signature.
    bad: Vec<String>,
}

impl Signed {
    fn look(session: &mut Session) -> Result<Self, AppError> {
        let mut it = Self {
            submissions: 0,
            decisions: 0,
            bad: Vec::new(),
        };
        for status in session.proposal_statuses()? {
            for submission in session.submissions(status.proposal)? {
                it.submissions += 1;
                it.decisions += submission.decisions.len();
                let covered = submission.decisions.iter().all(|it| it.covers_text);
                if !submission.is_whole || !covered {
                    it.bad.push(status.title.clone());
                }
            }
        }
        Ok(it)
    }

    fn is_good(&self) -> bool {
        self.bad.is_empty()
    }

    fn line(&self, around: &Surrounded<'_>) -> String {
        let values = [
            ("submissions", self.submissions.into()),
            ("decisions", self.decisions.into()),
            ("bad", self.bad.join("; ").into()),
        ];
        let key = if self.is_good() {
            "cli-signed-good"
        } else {
            "cli-signed-bad"
        };
        around.words.say(key, &values)
    }

    fn json(&self) -> Value {
        json!({ "submissions": self.submissions, "decisions": self.decisions, "bad": self.bad })
    }
}

fn said(around: &Surrounded<'_>, what: &str, is_good: bool) -> String {
    let ending = if is_good { "good" } else { "bad" };
    around.words.say(&format!("{what}-{ending}"), &[])
}

fn log_lines(around: &Surrounded<'_>, log: &LogState) -> Vec<String> {
    match *log {
        LogState::Broken { batch } => {
            vec![
                around
                    .words
                    .say("cli-log-broken", &[("batch", batch.into())]),
            ]
        }
        LogState::Verified {
            batches,
            records,
            held,
            is_shown_truly,
        } => {
            let values = [
                ("batches", batches.into()),
                ("records", records.into()),
                ("held", held.into()),
            ];
            let mut lines = vec![
                around.words.say("cli-log-verified", &values),
                said(around, "cli-shown", is_shown_truly),
            ];
            if held > 0 {
                lines.push(around.words.say("cli-log-held", &values));
            }
            lines
        }
    }
}

fn photo_lines(around: &Surrounded<'_>, report: &CheckReport) -> Vec<String> {
    if report.missing_photos.is_empty() {
        return vec![around.words.say("cli-photos-good", &[])];
    }
    let line = |title: &str| {
        around
            .words
            .say("cli-photo-missing", &[("title", title.into())])
    };
    report
        .missing_photos
        .iter()
        .map(|it| line(&it.title))
        .collect()
}
