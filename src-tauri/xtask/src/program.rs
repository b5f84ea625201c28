//! Starting other programs: shown before they run, judged by how they end.

use crate::error::{Error, Outcome};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program with its arguments, run in a folder.
pub(crate) struct Program {
    command: Command,
    shown: String,
}

impl Program {
    pub(crate) fn new(name: impl AsRef<OsStr>) -> Self {
        let name = name.as_ref();
        let shown = Path::new(name)
            .file_stem()
            .unwrap_or(name)
            .to_string_lossy()
            .into_owned();
        Self {
            command: Command::new(name),
            shown,
        }
    }

    /// The cargo that runs this very program.
    pub(crate) fn cargo() -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        for arg in args {
            self.shown.push(' ');
            self.shown.push_str(&arg.as_ref().to_string_lossy());
            self.command.arg(arg);
        }
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Shows the command, runs it with its output passed through, and waits.
    pub(crate) fn run(mut self) -> Outcome {
        say!("    $ {}", self.shown);
        let status = self
            .command
            .status()
            .map_err(|source| self.cannot_start(source))?;
        if status.success() {
            Ok(())
        } else {
            Err(Error::Failed {
                command: self.shown,
                status: status.to_string(),
            })
        }
    }

    /// Runs quietly and returns standard output, whatever the exit code; for
    /// questions such as "which version?".
    pub(crate) fn output(mut self) -> Outcome<String> {
        let output = self.command.stdin(Stdio::null()).output();
        let output = output.map_err(|source| self.cannot_start(source))?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Whether it runs quietly and succeeds.
    pub(crate) fn succeeds(mut self) -> bool {
        let quiet = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    }

    fn cannot_start(&self, source: std::io::Error) -> Error {
        let program = self.command.get_program().to_string_lossy().into_owned();
        Error::Start { program, source }
    }
}

/// Where a program lies on PATH, if it does.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}
