//! Why a test in the window could not go on, told so that the reader can see it.

use fantoccini::error::{CmdError, ErrorStatus, NewSessionError};
use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// What a test in the window returns.
pub type Outcome<T = ()> = Result<T, Fault>;

/// Why a test in the window could not go on.
#[derive(thiserror::Error)]
pub enum Fault {
    /// A program that the harness starts is not there.
    #[error("{program} cannot be started ({source}); {hint}")]
    Start {
        /// Its name or path.
        program: String,
        /// Where it comes from.
        hint: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The app or its driver did not come up.
    #[error("{what}; the app and its driver said:\n{log}")]
    NotUp {
        /// What was tried.
        what: String,
        /// The end of their output.
        log: String,
    },
    /// Something expected did not happen in time.
    #[error("waited {} s for {what}{}", waited.as_secs_f32(), detail(last, page))]
    NotSeen {
        /// What was expected.
        what: String,
        /// How long.
        waited: Duration,
        /// Why the last try failed, if it said.
        last: String,
        /// What was on screen instead.
        page: String,
    },
    /// The driver hangs, which it does when the page does.
    #[error("the driver did not answer while {0}")]
    NoAnswer(String),
    /// The page reported errors of its own.
    #[error("the page reported:\n{}", .0.join("\n"))]
    Page(Vec<String>),
    /// A key's name is unknown to the harness.
    #[error("no key is called `{0}`")]
    Key(String),
    /// The page answered with something else than the harness asks for.
    #[error("the page answered {0}")]
    Answer(String),
    /// The driver refused a command.
    #[error("the driver refused")]
    Driver(#[from] CmdError),
    /// The driver gave no session.
    #[error("the driver gave no session")]
    Session(#[from] NewSessionError),
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

fn detail(last: &str, page: &str) -> String {
    let last = if last.is_empty() {
        String::new()
    } else {
        format!("\nlast try: {last}")
    };
    let page = if page.is_empty() {
        String::new()
    } else {
        format!("\non screen: {page}")
    };
    last + &page
}

impl Fault {
    /// Whether trying again may help: the page is still changing.
    pub(crate) fn may_pass(&self) -> bool {
        use ErrorStatus::{
            ElementClickIntercepted, ElementNotInteractable, JavascriptError, NoSuchElement,
            StaleElementReference,
        };
        let Self::Driver(CmdError::Standard(refusal)) = self else {
            return false;
        };
        matches!(
            refusal.error,
            ElementClickIntercepted
                | ElementNotInteractable
                | JavascriptError
                | NoSuchElement
                | StaleElementReference
        )
    }

    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }

    /// The message with those of its sources.
    pub(crate) fn full(&self) -> String {
        let mut text = self.to_string();
        let mut source = self.source();
        while let Some(error) = source {
            text.push_str(": ");
            text.push_str(&error.to_string());
            source = error.source();
        }
        text
    }
}

/// A failed test prints its error with `Debug`; people read it, so it is prose.
impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.full())
    }
}
