//! What can go wrong, said so that the reader knows what to do next.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub(crate) type Outcome<T = ()> = Result<T, Error>;

#[derive(Debug)]
pub(crate) enum Error {
    /// The command line was not understood.
    Usage(String),
    /// Something must be on the machine first; the text says what and where to get it.
    Missing(String),
    /// A program could not be started.
    Start { program: String, source: io::Error },
    /// A program ran and reported failure.
    Failed { command: String, status: String },
    /// A file or folder could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// A step of `test` or `check` failed.
    Step {
        name: &'static str,
        source: Box<Error>,
    },
}

impl Error {
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Missing(text) => f.write_str(text),
            Self::Start { program, source } => write!(f, "cannot start `{program}`: {source}"),
            Self::Failed { command, status } => write!(f, "`{command}` ended with {status}"),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Step { name, source } => write!(f, "the step `{name}` failed: {source}"),
        }
    }
}
