//! `cargo xtask bindings`: the TypeScript that mirrors the shell's commands.
//!
//! The shell's own test compares the committed file with the command list; told
//! so by a variable, the same test writes it. So there is one way to make it.

use crate::error::Outcome;
use crate::program::Program;
use crate::workspace;

/// The variable that makes the test write instead of compare.
const WRITE: &str = "TILIK_WRITE_BINDINGS";

/// Writes ui/src/ipc/gen anew.
pub(crate) fn write() -> Outcome {
    test().env(WRITE, "1").run()
}

/// Fails if what is committed is not what the command list gives.
pub(crate) fn compare() -> Outcome {
    test().run()
}

fn test() -> Program {
    Program::cargo()
        .args([
            "test",
            "--workspace",
            "--quiet",
            "--lib",
            "--",
            "bindings::",
        ])
        .within(workspace::root())
}
