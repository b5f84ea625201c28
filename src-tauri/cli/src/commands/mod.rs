//! The commands: each asks the core and puts its answer into words.

mod batch;
mod changes;
mod check;
mod cohort;
mod conflict;
mod export;
mod plan;
mod prayer;
mod render;
mod roster;

use std::path::Path;

use tilik_core::app::{AppError, PrintWarning, Session, Surroundings};
use tilik_core::store::Access;

use crate::arguments::{Command, Import};
use crate::refusal::Refusal;
use crate::terminal::Answer;
use crate::words::Words;

/// What every command may use.
pub(crate) struct Surrounded<'a> {
    pub(crate) words: &'a Words,
    pub(crate) surroundings: Surroundings,
}

impl Surrounded<'_> {
    fn open(&self, dir: &Path, access: Access) -> Result<Session, AppError> {
        Session::open(dir, access, self.surroundings.clone())
    }

    /// What could not be printed as wanted, in words.
    fn warnings(&self, warnings: &[PrintWarning]) -> Vec<String> {
        let say = |warning: &PrintWarning| match warning {
            PrintWarning::Picture(name) => {
                self.words.say("cli-no-picture", &[("name", name.into())])
            }
            PrintWarning::MissingGlyph(glyph) => {
                self.words.say("cli-no-glyph", &[("glyph", glyph.into())])
            }
            PrintWarning::WithoutConsent(count) => self
                .words
                .say("cli-no-consent", &[("count", (*count).into())]),
            PrintWarning::EmptyField(name) => {
                self.words.say("cli-empty-field", &[("name", name.into())])
            }
            PrintWarning::UnknownField(name) => self
                .words
                .say("cli-unknown-field", &[("name", name.into())]),
            PrintWarning::CutCell(place) => {
                self.words.say("cli-cut-cell", &[("place", place.into())])
            }
        };
        warnings.iter().map(say).collect()
    }
}

/// Does what is asked.
pub(crate) fn run(command: Command, around: &Surrounded<'_>) -> Result<Answer, Refusal> {
    match command {
        Command::Example { dir } => cohort::example(around, &dir),
        Command::New(new) => cohort::new(around, new),
        Command::Import(Import::Roster { dir, file, dry_run }) => {
            roster::import(around, &dir, &file, dry_run)
        }
        Command::Changes(it) => changes::changes(around, &it),
        Command::Check { dir } => check::check(around, &dir),
        Command::Export(export) => export::export(around, export),
        Command::Batch(batch) => batch::batch(around, &batch),
        Command::Search { dir, query, limit } => {
            cohort::search(around, &dir, &query.join(" "), limit)
        }
        Command::Verify { dir } => check::verify(around, &dir),
        Command::Rebuild { dir } => cohort::rebuild(around, &dir),
        Command::Plan(plan) => plan::plan(around, &plan),
        Command::Prayer(prayer) => prayer::prayer(around, &prayer),
        Command::Render(render) => render::render(around, &render),
    }
}
