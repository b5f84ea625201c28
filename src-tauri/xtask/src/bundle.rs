//! `cargo xtask bundle`: packages that people install.

use crate::error::{Error, Outcome};
use crate::program::Program;
use crate::system::{self, Need};
use crate::{ui, workspace};

/// What each system gets.
fn formats() -> &'static str {
    match std::env::consts::OS {
        "macos" => "app,dmg",
        "windows" => "nsis",
        _ => "deb,appimage",
    }
}

pub(crate) fn bundle() -> Outcome {
    system::prepare(Need::Build)?;
    ui::install()?;
    ui::build()?;
    let cli = workspace::ui().join("node_modules/@tauri-apps/cli/tauri.js");
    if !cli.is_file() {
        let text = "the bundler is missing: it is the npm package @tauri-apps/cli. Get it with\n    \
                    cd ui && npm install --no-save @tauri-apps/cli@2\nand run this again (an \
                    AppImage also wants `file`, and a connection the first time)";
        return Err(Error::Missing(text.into()));
    }
    Program::new("node")
        .args([&cli])
        .args(["build", "--bundles", formats(), "--config"])
        // Switched on only here: everyday builds make no packages. The UI is
        // already built.
        .args([r#"{"bundle":{"active":true},"build":{"beforeBuildCommand":""}}"#])
        .within(&workspace::root().join("src-tauri"))
        .run()?;
    say!(
        "\nThe packages lie in {}",
        workspace::target().join("release/bundle").display()
    );
    Ok(())
}
