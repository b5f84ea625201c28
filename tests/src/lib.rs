//! The harness: a laptop of its own for each test, with Tilik open in the real
//! window, driven as a person would by pointer, keys and what is on screen.
//!
//! It knows the built program and nothing inside it. Tests begin with
//! [`Laptop::open`] and say what they expect; waiting, with a deadline, is the
//! harness's work. Only Linux has a driver for the window.

#[cfg(target_os = "linux")]
mod by;
#[cfg(target_os = "linux")]
mod display;
#[cfg(target_os = "linux")]
mod driver;
#[cfg(target_os = "linux")]
mod fault;
#[cfg(target_os = "linux")]
mod group;
#[cfg(target_os = "linux")]
mod keys;
#[cfg(target_os = "linux")]
mod laptop;
#[cfg(target_os = "linux")]
mod pointer;
#[cfg(target_os = "linux")]
mod wait;
#[cfg(target_os = "linux")]
mod window;

#[cfg(target_os = "linux")]
pub use display::Display;
pub use {
    by::By,
    fault::{Fault, Outcome},
    laptop::Laptop,
    pointer::Point,
    wait::until,
    window::Window,
};
