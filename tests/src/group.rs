//! A program with everything it starts, all ended together. Killing only the
//! driver would leave the app alive, holding pipes that others wait on.

use crate::fault::{Fault, Outcome};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) leader: Child,
}

impl Group {
    /// Starts a program as the leader of a process group of its own.
    pub(crate) fn start(mut command: Command, hint: &'static str) -> Outcome<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let leader = command.stdin(Stdio::null()).process_group(0).spawn();
        let leader = leader.map_err(|source| Fault::Start {
            program,
            hint,
            source,
        })?;
        Ok(Self { leader })
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let group = format!("-{}", self.leader.id());
        // Nothing can be done about a failure here; the leader is reaped anyway.
        let _ = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status();
        let _ = self.leader.kill();
        let _ = self.leader.wait();
    }
}
