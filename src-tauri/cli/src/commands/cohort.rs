//! Making, searching and rebuilding a cohort.

use std::path::Path;

use serde_json::json;

use tilik_core::app::{self, AppError, Opened, Session};
use tilik_core::store::Access;

use super::Surrounded;
use crate::arguments::New;
use crate::refusal::Refusal;
use crate::terminal::Answer;
use crate::words::Words;

pub(super) fn example(around: &Surrounded<'_>, dir: &Path) -> Result<Answer, Refusal> {
    let session = Session::example(dir, around.surroundings.clone())?;
    opened(around, &session)
}

pub(super) fn new(around: &Surrounded<'_>, new: New) -> Result<Answer, Refusal> {
    let dir = new.dir.clone();
    let session = Session::found(&dir, &new.cohort(), around.surroundings.clone())?;
    opened(around, &session)
}

fn opened(around: &Surrounded<'_>, session: &Session) -> Result<Answer, Refusal> {
    let opened = session.opened()?;
    let name = session.cohort_record()?.name;
    let mut lines = vec![around.words.say(
        "cli-made",
        &[
            ("name", name.into()),
            ("folder", opened.folder.as_str().into()),
            ("person", opened.actor.name.as_str().into()),
        ],
    )];
    lines.push(counts(around.words, &opened));
    Ok(Answer {
        json: serde_json::to_value(&opened).map_err(AppError::from)?,
        lines,
        ..Answer::default()
    })
}

/// "30 Orang · 4 Kelompok": so many of each kind.
fn counts(words: &Words, opened: &Opened) -> String {
    let each = opened.counts.iter().map(|it| {
        let kind = words.say(&format!("shared-kind-{}", it.kind.name()), &[]);
        format!("{kind}: {}", it.count)
    });
    each.collect::<Vec<_>>().join(" · ")
}

pub(super) fn search(
    around: &Surrounded<'_>,
    dir: &Path,
    query: &str,
    limit: u32,
) -> Result<Answer, Refusal> {
    let hits = around.open(dir, Access::Read)?.search(query, limit)?;
    let mut lines = Vec::new();
    for hit in &hits {
        let kind = around
            .words
            .say(&format!("shared-kind-{}", hit.kind.name()), &[]);
        lines.push(format!("{kind}: {}  [{}]", hit.title, hit.id));
        let snippet = hit.snippet.replace('\u{1}', "«").replace('\u{2}', "»");
        lines.push(format!(
            "    {}",
            snippet.split_whitespace().collect::<Vec<_>>().join(" ")
        ));
    }
    if hits.is_empty() {
        lines.push(
            around
                .words
                .say("cli-nothing-found", &[("query", query.into())]),
        );
    }
    Ok(Answer {
        json: serde_json::to_value(&hits).map_err(AppError::from)?,
        lines,
        ..Answer::default()
    })
}

pub(super) fn rebuild(around: &Surrounded<'_>, dir: &Path) -> Result<Answer, Refusal> {
    let rebuilt = app::rebuild(dir)?;
    let key = if rebuilt.was_equal {
        "cli-rebuilt-equal"
    } else {
        "cli-rebuilt-mended"
    };
    let values = [
        ("batches", rebuilt.batches.into()),
        ("records", rebuilt.records.into()),
        ("held", rebuilt.held.into()),
    ];
    Ok(Answer {
        json: json!({
            "batches": rebuilt.batches,
            "records": rebuilt.records,
            "held": rebuilt.held,
            "was_equal": rebuilt.was_equal,
        }),
        lines: vec![around.words.say(key, &values)],
        ..Answer::default()
    })
}
