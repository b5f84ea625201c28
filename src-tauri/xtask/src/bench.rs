//! `cargo xtask bench`: the release build's times beside their floors.

use crate::error::Outcome;
use crate::program::Program;
use crate::system::{self, Need};
use crate::{ui, workspace};

/// Runs all benches, or those whose name contains one of `names`.
pub(crate) fn bench(names: &[String]) -> Outcome {
    system::prepare(Need::Test)?;
    ui::install()?;
    ui::build()?;
    Program::cargo()
        .args(["build", "--workspace", "--release"])
        .within(workspace::root())
        .run()?;
    Program::new(workspace::built("release", "bench"))
        .args(names)
        .within(workspace::root())
        .run()
}
