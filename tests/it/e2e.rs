//! Journeys in the real window, each on a laptop of its own.

mod acting;
mod harness;
mod journeys;
mod navigation;
mod planning;
mod printing;
mod proposing;
mod screens;
mod start;
