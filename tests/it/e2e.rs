//! Journeys in the real window, each on a laptop of its own.

mod harness;
mod navigation;
mod screens;
mod start;
