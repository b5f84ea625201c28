//! What the shell is built from: the window's settings, the built UI, and the
//! commands that its pages may call.

#![allow(
    clippy::print_stdout,
    reason = "cargo listens to a build script's output"
)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The shell's commands, one a line; nothing else can be called from a page.
const COMMANDS: &str = include_str!("commands.txt");

/// Stands in until the UI is built, so that plain cargo commands work at once.
const NOT_BUILT: &str = "<!doctype html>\n<title>Tilik</title>\n\
    <p>The UI is not built. Run <code>cargo xtask run</code>.</p>\n";

const DIST: &str = "../ui/dist";

fn main() -> Result<(), Box<dyn Error>> {
    let page = Path::new(DIST).join("index.html");
    if !page.exists() {
        fs::create_dir_all(DIST)?;
        fs::write(&page, NOT_BUILT)?;
    }
    println!("cargo::rerun-if-changed={DIST}");
    let commands: Vec<&str> = COMMANDS.lines().filter(|line| !line.is_empty()).collect();
    let set = permission_set(&commands)?;
    let manifest = tauri_build::AppManifest::new()
        .commands(commands.leak())
        .permissions_path_pattern(set.leak());
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

/// Writes the permission `commands`, which allows them all, and returns its path.
fn permission_set(commands: &[&str]) -> Result<String, Box<dyn Error>> {
    let allowed: Vec<String> = commands
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    let text = format!(
        "[[set]]\nidentifier = \"commands\"\n\
         description = \"Every command of the shell\"\npermissions = {allowed:?}\n"
    );
    let folder = PathBuf::from(env::var("OUT_DIR")?).join("commands");
    fs::create_dir_all(&folder)?;
    let path = folder.join("commands.toml");
    fs::write(&path, text)?;
    Ok(path.to_string_lossy().into_owned())
}
