//! The program `tilik`: opens the window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // Workbooks are read by this same program in a process with a memory cap.
    if let Some(code) = tilik_core::import::run_if_child() {
        return ExitCode::from(u8::try_from(code).unwrap_or(1));
    }
    match tilik_shell::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tilik: {error}");
            ExitCode::FAILURE
        }
    }
}
