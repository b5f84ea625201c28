//! Where things lie in this repository.

use std::path::{Path, PathBuf};

/// The folder of the workspace's Cargo.toml.
pub(crate) fn root() -> &'static Path {
    // src-tauri/xtask lies two folders down; its manifest's path is compiled in.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's output folder, wherever the person has put it.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program built by cargo, by profile folder (`debug`, `release`) and name.
pub(crate) fn built(profile: &str, name: &str) -> PathBuf {
    target()
        .join(profile)
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
