//! A whole series printed into a folder.

use tilik_core::api::Failure;
use tilik_core::app::{Batch, BatchOutcome, Session};
use tilik_core::store::Access;

use super::Surrounded;
use crate::arguments;
use crate::refusal::Refusal;
use crate::terminal::Answer;

pub(super) fn batch(around: &Surrounded<'_>, it: &arguments::Batch) -> Result<Answer, Refusal> {
    let mut session: Session = around.open(&it.dir, Access::Read)?;
    let paper = it.sheet.paper(it.series.lies_across());
    let batch = Batch {
        series: it.series,
        sheet: paper.size,
        landscape: paper.landscape,
        language: around.words.language,
        files: it.files(),
        imposition: it.pocket.imposition(),
    };
    let items = session.print_series(batch.series, batch.language)?;
    let prepare = |job: &_| session.prepare_print(job).map_err(Failure::from);
    let outcome = batch.run(&items, &it.output, prepare, |_| true);
    match &outcome.stopped {
        Some(failure) => Err(Refusal::Failed(failure.clone())),
        None => Ok(told(around, &outcome)?),
    }
}

/// The files, then what should be looked at; bad when a print is missing.
fn told(around: &Surrounded<'_>, it: &BatchOutcome<Failure>) -> Result<Answer, Refusal> {
    let path = |name: &String| std::path::Path::new(&it.folder).join(name);
    let mut lines: Vec<String> = it
        .files
        .iter()
        .map(|name| path(name).display().to_string())
        .collect();
    let counts = [("prints", it.printed.into()), ("pages", it.pages.into())];
    lines.push(around.words.say("cli-batch", &counts));
    let mut warnings = Vec::new();
    for warned in &it.warned {
        let said = around.warnings(&warned.warnings).into_iter();
        warnings.extend(said.map(|line| format!("{}: {line}", warned.name)));
    }
    for failed in &it.failed {
        let why = around.words.failure(&failed.why);
        warnings.push(format!("{}: {why}", failed.name));
    }
    Ok(Answer {
        json: serde_json::to_value(it)?,
        lines,
        warnings,
        is_bad: !it.failed.is_empty(),
    })
}
