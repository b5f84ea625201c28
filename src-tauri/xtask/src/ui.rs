//! The web UI: its packages and its build, each made anew only when its
//! sources have changed.

use crate::error::{Error, Outcome};
use crate::fingerprint;
use crate::node::{self, npm};
use crate::workspace;
use std::path::PathBuf;

/// What the build reads, besides package-lock.json. Missing ones are skipped.
const SOURCES: [&str; 8] = [
    "package.json",
    "index.html",
    "vite.config.ts",
    "svelte.config.js",
    "tsconfig.json",
    "public",
    "src",
    "text",
];

/// Checks Node, then installs the packages if package-lock.json has changed.
pub(crate) fn install() -> Outcome {
    node::check()?;
    let lock = workspace::ui().join("package-lock.json");
    if !lock.is_file() {
        let text = format!("{} is missing: is this checkout whole?", lock.display());
        return Err(Error::Missing(text));
    }
    let fingerprint = fingerprint::of(&[lock])?;
    let modules = workspace::ui().join("node_modules");
    if modules.is_dir() && fingerprint::is_recorded("npm", &fingerprint) {
        return Ok(());
    }
    npm()
        .args(["ci", "--no-audit", "--no-fund"])
        .within(&workspace::ui())
        .run()?;
    fingerprint::record("npm", &fingerprint)
}

/// Builds ui/dist if anything it is made from has changed.
pub(crate) fn build() -> Outcome {
    let fingerprint = fingerprint::of(&sources())?;
    // The shell's build script puts a lone placeholder page where no UI was
    // built; only a real build has assets.
    let assets = workspace::ui().join("dist/assets");
    if assets.is_dir() && fingerprint::is_recorded("ui", &fingerprint) {
        return Ok(());
    }
    script("build")?;
    // The build writes a source of its own (the list of text keys), so what it
    // was made from is only known afterwards.
    fingerprint::record("ui", &fingerprint::of(&sources())?)
}

/// Runs a script of ui/package.json.
pub(crate) fn script(name: &str) -> Outcome {
    npm()
        .args(["run", "--silent", name])
        .within(&workspace::ui())
        .run()
}

fn sources() -> Vec<PathBuf> {
    let ui = workspace::ui();
    let named = SOURCES.iter().chain(&["scripts", "package-lock.json"]);
    named
        .map(|name| ui.join(name))
        .filter(|path| path.exists())
        .collect()
}
