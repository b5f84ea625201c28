//! `cargo xtask bench [NAME…]`: what people wait for, beside the least it could
//! cost, measured in the same run by turns, so that a busy machine slows both.

#![allow(clippy::print_stdout, reason = "this program's output is its table")]

#[cfg(target_os = "linux")]
mod booklet;
mod cohort;
mod find;
mod measure;
#[cfg(target_os = "linux")]
mod paper;
mod planner;
#[cfg(target_os = "linux")]
mod raw;
mod save;
#[cfg(target_os = "linux")]
mod start;
#[cfg(target_os = "linux")]
mod typst;

use std::error::Error;
use std::process::ExitCode;

type Case = fn() -> Result<(), Box<dyn Error>>;

const CASES: &[(&str, Case)] = &[
    ("save", save::run),
    ("search", find::search),
    ("open", find::open),
    #[cfg(target_os = "linux")]
    ("pdf", paper::run),
    ("planner", planner::run),
    #[cfg(target_os = "linux")]
    ("start", start::run),
];

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    #[cfg(target_os = "linux")]
    if let [mode @ ("--typeset" | "--raw"), source, target] =
        wanted.iter().map(String::as_str).collect::<Vec<_>>()[..]
    {
        return match paper::child(mode, source, target) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("bench: {error}");
                ExitCode::FAILURE
            }
        };
    }
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|part| name.contains(part));
    let chosen: Vec<_> = CASES.iter().filter(|(name, _)| is_wanted(name)).collect();
    if chosen.is_empty() {
        let names: Vec<_> = CASES.iter().map(|(name, _)| *name).collect();
        eprintln!(
            "bench: no bench is called {}; there are: {}",
            wanted.join(", "),
            names.join(", ")
        );
        return ExitCode::FAILURE;
    }
    for (name, case) in chosen {
        println!("\n{name}");
        if let Err(error) = case() {
            eprintln!("bench: {name}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
