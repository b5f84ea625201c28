//! `cargo xtask test` and `cargo xtask check`: every gate, cheapest first.

use crate::error::Outcome;
use crate::program::Program;
use crate::steps::Steps;
use crate::system::{self, Need};
use crate::{bindings, ui, workspace};

/// Tests in the real window live in this module of tests/it.
const WINDOW: &str = "e2e::";

/// Sets up and runs everything.
pub(crate) fn test() -> Outcome {
    reported(|steps| {
        steps.run("system packages", || system::prepare(Need::Test))?;
        gates(steps)?;
        in_the_window(steps)
    })
}

/// The fast part: no installing of system packages, no window.
pub(crate) fn check() -> Outcome {
    reported(gates)
}

fn reported(run: impl FnOnce(&mut Steps) -> Outcome) -> Outcome {
    let mut steps = Steps::default();
    let outcome = run(&mut steps);
    steps.summary();
    outcome
}

fn gates(steps: &mut Steps) -> Outcome {
    steps
        .run("format", || cargo(&["fmt", "--all", "--check"]))?
        .run("ui packages", ui::install)?
        // Before anything compiles the shell, which embeds the built UI.
        .run("ui build", ui::build)?
        .run("ui types", || ui::script("check"))?
        .run("ui lint", || ui::script("lint"))?
        .run("ui tests", || ui::script("test"))?
        .run("clippy", || {
            cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "--deny",
                "warnings",
            ])
        })?
        .run("build", || {
            cargo(&["build", "--workspace", "--all-targets"])
        })?
        .run("bindings", bindings::compare)?
        .run("rust tests", || {
            cargo(&["test", "--workspace", "--", "--skip", WINDOW])
        })?;
    Ok(())
}

fn in_the_window(steps: &mut Steps) -> Outcome {
    const NAME: &str = "window tests";
    if cfg!(target_os = "linux") {
        steps.run(NAME, || {
            cargo(&["test", "--workspace", "--test", "it", "--", WINDOW])
        })?;
    } else {
        steps.skip(NAME, "only Linux has a driver for the window");
    }
    Ok(())
}

fn cargo(args: &[&str]) -> Outcome {
    Program::cargo().args(args).within(workspace::root()).run()
}
