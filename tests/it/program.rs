//! The built command line and the tools that look at its files, really started.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// What a program that has ended said.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        Self {
            code: output.status.code(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// The document on standard output of a command that did what it should.
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.code, Some(0), "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The code of a refusal that was asked for as JSON.
    pub(crate) fn refusal(&self) -> String {
        assert_eq!(self.code, Some(1), "{self:?}");
        let refusal: Value =
            serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error}: {self:?}"));
        refusal["code"].as_str().unwrap().to_owned()
    }
}

/// The command line; `cargo build --workspace` builds it.
pub(crate) fn tilik_cli() -> PathBuf {
    let own = env::current_exe().unwrap();
    let folder = own.parent().and_then(Path::parent).unwrap();
    let program = folder.join(format!("tilik-cli{}", env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} is not built: `cargo build --workspace`, or test with `cargo xtask test`",
        program.display()
    );
    program
}

/// Runs the command line with the clock standing still.
pub(crate) fn tilik<S: AsRef<OsStr>>(arguments: &[S]) -> Ran {
    let output = Command::new(tilik_cli())
        .args(["--now", "1521600000"])
        .args(arguments)
        .output();
    Ran::of(output.unwrap())
}

/// Runs `tilik-cli WORDS… DIR MORE…`: most commands name their cohort so.
pub(crate) fn tilik_in(dir: &Path, words: &[&str], more: &[&str]) -> Ran {
    let dir = dir.to_str().unwrap();
    tilik(&[words, &[dir], more].concat())
}

/// Runs another program of this machine, which must succeed, and gives its output.
pub(crate) fn tool(name: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(name).args(arguments).arg(file).output();
    let ran = Ran::of(output.unwrap_or_else(|error| panic!("{name}: {error}")));
    assert_eq!(ran.code, Some(0), "{name} on {}: {ran:?}", file.display());
    ran.out
}

/// A file of tests/fixtures.
pub(crate) fn fixture(path: &str) -> String {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    fixtures.join(path).to_str().unwrap().to_owned()
}
