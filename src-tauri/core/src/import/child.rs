//! Workbooks are parsed in a second process of the same program, with a memory
//! cap and a time limit.
//!
//! The parsers allocate what a file claims (a false count of shared strings,
//! a cell far off), and a failed allocation ends the process: no `catch_unwind`
//! helps. The process gets the file on its standard input and answers with the
//! cells on its standard output.
//!
//! How far the cap goes: on Linux it is `RLIMIT_DATA`. On macOS, which does not
//! enforce such limits, and on Windows, where a job object is to come, there is
//! none yet: a crafted file can use much memory there for as long as the time
//! limit lasts, but still only the second process can end from it.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::ImportError;
use super::sheet::{self, Container, MAX_BYTES, Sheet, SheetError};

/// The hidden argument that turns the program into the reading process.
const ARGUMENT: &str = "--read-workbook";
/// Memory the reading process may use, in bytes.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 1 << 30;
/// Longest answer taken, in bytes; above what [`sheet`]'s limits let through.
const MAX_ANSWER: u64 = 256 << 20;
/// Longest time for one workbook.
const PATIENCE: Duration = Duration::from_secs(20);
/// Stands before the answer, since a loader may print on standard output first.
const MARK: &[u8] = b"\0tilik-sheets-1\0";

type Answer = Result<Vec<Sheet>, SheetError>;

/// Serves as the reading process when the program was started as one, and then
/// gives the exit code. To be called first of all in `main`, before threads
/// and windows.
pub fn run_if_child() -> Option<i32> {
    is_child().then(serve)
}

fn is_child() -> bool {
    std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == ARGUMENT)
}

/// Reads standard input, answers on standard output. Exit codes: 0 answered,
/// 1 broken pipe, 2 no memory cap.
fn serve() -> i32 {
    if limit().is_err() {
        return 2;
    }
    match answer() {
        Ok(()) => 0,
        Err(_) => 1,
    }
}

fn answer() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    // A panic is written to standard error, which nobody reads here.
    let parsed = panic::catch_unwind(AssertUnwindSafe(|| sheet::parse(&bytes)));
    let answer: Answer = parsed.unwrap_or_else(|_| {
        Err(SheetError::Damaged {
            detail: "the parser broke".to_owned(),
        })
    });
    let frame = postcard::to_stdvec(&answer).map_err(io::Error::other)?;
    let mut out = io::stdout().lock();
    out.write_all(MARK)?;
    out.write_all(&frame)?;
    out.flush()
}

/// Caps memory (on Linux) and processor time, and leaves no core file behind.
#[cfg(unix)]
fn limit() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let cap = |resource: Resource, most: u64| {
        let now = getrlimit(resource);
        let least = |limit: Option<u64>| Some(limit.map_or(most, |limit| limit.min(most)));
        setrlimit(
            resource,
            Rlimit {
                current: least(now.current),
                maximum: least(now.maximum),
            },
        )
    };
    #[cfg(target_os = "linux")]
    cap(Resource::Data, MEMORY)?;
    // Ends a process whose parent is gone and can no longer stop it.
    cap(Resource::Cpu, 2 * PATIENCE.as_secs())?;
    cap(Resource::Core, 0)?;
    Ok(())
}

#[cfg(not(unix))]
fn limit() -> io::Result<()> {
    Ok(())
}

/// How the reading process is started.
#[derive(Clone, Debug)]
pub struct Reader {
    program: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    patience: Duration,
}

impl Reader {
    /// The running program itself, whose `main` calls [`run_if_child`].
    pub fn this_program() -> io::Result<Self> {
        // Still the running program after an update has replaced its file.
        let own = PathBuf::from("/proc/self/exe");
        let linux = cfg!(target_os = "linux") && own.exists();
        Ok(Self::program(if linux {
            own
        } else {
            std::env::current_exe()?
        }))
    }

    /// Another program whose `main` calls [`run_if_child`].
    pub fn program(program: PathBuf) -> Self {
        let arguments = vec![ARGUMENT.into()];
        Self {
            program,
            arguments,
            environment: Vec::new(),
            patience: PATIENCE,
        }
    }

    /// Reads any table file: workbooks in the reading process, text tables here.
    pub fn read(&self, bytes: &[u8]) -> Result<Vec<Sheet>, ImportError> {
        match sheet::container(bytes)? {
            Container::Text => Ok(sheet::parse(bytes)?),
            Container::Zip | Container::Compound => self.read_workbook(bytes),
        }
    }

    fn read_workbook(&self, bytes: &[u8]) -> Result<Vec<Sheet>, ImportError> {
        if is_child() {
            let nested = io::Error::other("a reading process starts no other");
            return Err(ImportError::ReaderNotStarted(nested));
        }
        let mut child = self.start().map_err(ImportError::ReaderNotStarted)?;
        let frame = match (child.stdin.take(), child.stdout.take()) {
            (Some(stdin), Some(stdout)) => self.converse(&mut child, stdin, stdout, bytes),
            _ => Err(ImportError::ReaderDied),
        };
        // Whoever has answered is no longer needed, and whoever has not is stuck.
        let _ = child.kill();
        let _ = child.wait();
        let frame = frame?;
        let start = frame.windows(MARK.len()).position(|part| part == MARK);
        let frame = start.and_then(|start| frame.get(start + MARK.len()..));
        let answer: Option<Answer> = frame.and_then(|frame| postcard::from_bytes(frame).ok());
        Ok(answer.ok_or(ImportError::ReaderDied)??)
    }

    fn start(&self) -> io::Result<Child> {
        Command::new(&self.program)
            .args(&self.arguments)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
    }

    /// Gives the file and takes the answer at once, so that neither side waits
    /// for a full pipe; ends the process when it takes too long.
    fn converse(
        &self,
        child: &mut Child,
        mut stdin: ChildStdin,
        stdout: ChildStdout,
        bytes: &[u8],
    ) -> Result<Vec<u8>, ImportError> {
        let (done, finished) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(move || {
                // It fails when the process has ended; its answer tells then.
                let _ = stdin.write_all(bytes);
            });
            scope.spawn(move || {
                let mut frame = Vec::new();
                let taken = stdout.take(MAX_ANSWER + 1).read_to_end(&mut frame);
                let _ = done.send(taken.map(|_| frame));
            });
            let frame = finished.recv_timeout(self.patience);
            let _ = child.kill();
            match frame {
                Ok(Ok(frame)) if frame.len() as u64 > MAX_ANSWER => Err(SheetError::TooMuch.into()),
                Ok(Ok(frame)) => Ok(frame),
                Ok(Err(_)) => Err(ImportError::ReaderDied),
                Err(_) => Err(ImportError::TimedOut {
                    seconds: self.patience.as_secs() as u32,
                }),
            }
        })
    }
}

#[cfg(test)]
#[path = "child_tests.rs"]
pub(crate) mod tests;
