//! Tilik without a window: the same core, for offices that automate and for
//! tests. A cohort is named by its folder.
//!
//! Exit code 0: done; 1: refused, with the reason on standard error; 2: used
//! wrongly. Knows use-cases, not how anything is stored.

mod arguments;
mod commands;
mod machine;
mod paper;
mod refusal;
mod terminal;
mod words;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use commands::Surrounded;
use terminal::Terminal;
use words::Words;

fn main() -> ExitCode {
    if let Some(code) = tilik_core::import::run_if_child() {
        return ExitCode::from(u8::try_from(code).unwrap_or(1));
    }
    let arguments = Arguments::parse();
    let words = Words::new(arguments.lang.into());
    let terminal = Terminal {
        words: &words,
        json: arguments.json,
    };
    let around = Surrounded {
        words: &words,
        surroundings: machine::surroundings(arguments.now),
    };
    match commands::run(arguments.command, &around) {
        Ok(answer) => terminal.answer(&answer),
        Err(refusal) => terminal.refuse(&refusal),
    }
}
