//! `cargo xtask run`: from a bare checkout to the open window.

use crate::error::{Error, Outcome};
use crate::program::Program;
use crate::system::{self, Need};
use crate::{ui, workspace};

pub(crate) fn run(args: &[String]) -> Outcome {
    system::prepare(Need::Build)?;
    ui::install()?;
    ui::build()?;
    // The whole workspace: choosing one package would resolve features anew and
    // rebuild half the tree on the next `test`.
    Program::cargo()
        .args(["build", "--workspace"])
        .within(workspace::root())
        .run()?;
    let app = workspace::built("debug", "tilik");
    if !has_screen() {
        return Err(Error::Missing(format!(
            "there is no screen to open the window on (neither DISPLAY nor WAYLAND_DISPLAY is \
             set). The app is built: {}",
            app.display()
        )));
    }
    Program::new(app).args(args).run()
}

fn has_screen() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
