//! Cold start: from starting the program to its first painted screen, against a
//! bare window. Fresh folders each time; both end themselves once painted.

use std::error::Error;
use std::path::Path;
use std::process::Command;

use tilik_tests::Display;

use crate::measure::{by_turns, compare};

pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let here = std::env::current_exe()?;
    let folder = here.parent().ok_or("a program lies in a folder")?;
    let display = Display::open()?;
    let (ours, floor) = by_turns(
        10,
        &mut |_| start(&folder.join("tilik"), display.name()),
        &mut |_| start(&folder.join("bare-window"), display.name()),
    )?;
    compare("cold start to the first painting", &ours, &floor, 1.5);
    Ok(())
}

fn start(program: &Path, display: &str) -> Result<(), Box<dyn Error>> {
    let home = tempfile::tempdir()?;
    let ended = Command::new(program)
        .env("DISPLAY", display)
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("TILIK_HOME", home.path().join("tilik"))
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_CACHE_HOME", home.path().join("cache"))
        .env("TILIK_EXIT_WHEN_PAINTED", "1")
        .status()?;
    if ended.success() {
        Ok(())
    } else {
        Err(format!("{} {ended}", program.display()).into())
    }
}
