//! The shell: the window and its typed commands over the core. It knows Tauri
//! and nothing of the domain; commands hand on to the core and back.

mod bindings;
mod commands;
mod navigation;

use tauri::Manager;
use tilik_core::api::Host;
use tilik_core::app::Surroundings;

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When the system cannot give a window, for instance without a display.
pub fn run() -> tauri::Result<()> {
    let commands = commands::builder();
    tauri::Builder::default()
        .plugin(navigation::guard())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(commands.invoke_handler())
        .setup(move |app| {
            commands.mount_events(app);
            let home = app.path().app_data_dir()?;
            app.manage(commands::BatchEnd::default());
            app.manage(commands::ProposalEnd::default());
            app.manage(commands::ExportEnd::default());
            app.manage(Host::new(home, Surroundings::of_the_machine()));
            Ok(())
        })
        .run(tauri::generate_context!())
}
