//! A screen for the window: one of our own, so that its size is known, nothing
//! covers it and nobody's desktop flickers.

use crate::fault::{Fault, Outcome};
use crate::group::Group;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Set to show the window on the person's own screen instead.
const SHOW: &str = "TILIK_TEST_SHOW";

/// A little larger than the window, which has no frame there.
const SCREEN: &str = "1440x900x24";

/// A screen; it goes away with the value.
#[derive(Debug)]
pub struct Display {
    name: String,
    /// Ends with the value; none when the person watches.
    _server: Option<Group>,
}

impl Display {
    /// Starts a virtual screen on the first free display number.
    ///
    /// # Errors
    /// When Xvfb is not there.
    pub fn open() -> Outcome<Self> {
        if let (Some(_), Ok(name)) = (std::env::var_os(SHOW), std::env::var("DISPLAY")) {
            return Ok(Self {
                name,
                _server: None,
            });
        }
        let mut command = Command::new("Xvfb");
        command
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                SCREEN,
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Group::start(command, "it comes with the package xvfb")?;
        let number = read_number(&mut server)?;
        Ok(Self {
            name: format!(":{number}"),
            _server: Some(server),
        })
    }

    /// For the variable DISPLAY.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The server writes its number once it listens, so this waits just long enough.
fn read_number(server: &mut Group) -> Outcome<u32> {
    let mut line = String::new();
    if let Some(stdout) = server.leader.stdout.take() {
        let _ = BufReader::new(stdout).read_line(&mut line);
    }
    line.trim().parse().map_err(|_| Fault::NotUp {
        what: "Xvfb gave no display number".into(),
        log: line,
    })
}
