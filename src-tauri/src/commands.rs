//! The command list: what pages may call, typed for TypeScript as well.
//!
//! Each command is also a line of commands.txt, from which the build makes the
//! permissions; a test holds the two together.

use tauri_specta::{Builder, collect_commands};

/// The commands and events, ready for the window and for the bindings.
pub(crate) fn builder() -> Builder<tauri::Wry> {
    Builder::new().commands(collect_commands![])
}
