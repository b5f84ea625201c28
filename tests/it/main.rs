//! Everything that is tested from outside the crates: the shape of the source,
//! whole journeys through the core, and the app in its real window.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking, in the functions it shares as well"
)]

mod cli;
mod cohorts;
#[cfg(target_os = "linux")]
mod e2e;
mod faults;
mod formats;
mod hostile;
mod kill;
#[cfg(target_os = "linux")]
mod papers;
mod planner;
mod planning;
mod program;
mod properties;
mod saver;
mod tidy;
