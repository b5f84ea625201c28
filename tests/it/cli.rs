//! The command line as an office uses it: every command through the built
//! program, and the files it makes read back by other programs.

mod answers;
mod changes;
mod prayer;
#[cfg(target_os = "linux")]
mod prints;
mod rosters;
#[cfg(target_os = "linux")]
mod stress;
