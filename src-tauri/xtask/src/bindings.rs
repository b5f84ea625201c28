//! `cargo xtask bindings`: the TypeScript that mirrors the shell's commands.
//!
//! The shell's own tests compare the committed files with the command list; told
//! so by a variable, the same tests write them. So there is one way to make them.

use crate::error::Outcome;
use crate::program::Program;
use crate::workspace;

/// The variable that makes the tests write instead of compare.
const WRITE: &str = "TILIK_WRITE_BINDINGS";

/// Writes ui/src/ipc/gen and src-tauri/commands.txt anew.
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
