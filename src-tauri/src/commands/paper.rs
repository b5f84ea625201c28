//! Commands for prints.

use std::path::PathBuf;

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use tilik_core::api::{Code, Failure, Host};
use tilik_core::app::{PrintJob, Printed, write_file};

use super::field::decoded;

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_preview(host: State<'_, Host>, job: PrintJob) -> Result<Printed, Failure> {
    host.print(&job)
}

/// Asks where, writes the file there and returns its path; `None` when the
/// person thought better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_save(
    app: AppHandle,
    host: State<'_, Host>,
    job: PrintJob,
) -> Result<Option<String>, Failure> {
    let printed = host.print(&job)?;
    let chosen = app
        .dialog()
        .file()
        .set_file_name(&printed.file_name)
        .add_filter("PDF", &["pdf"])
        .blocking_save_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(None);
    };
    keep(&path, &printed)?;
    Ok(Some(path.to_string_lossy().into_owned()))
}

/// Writes the print into the app's own folder and opens it in the system's
/// viewer. Returns its path.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_open(
    app: AppHandle,
    host: State<'_, Host>,
    job: PrintJob,
) -> Result<String, Failure> {
    let printed = host.print(&job)?;
    let path: PathBuf = host.home().print_file(&printed.file_name);
    keep(&path, &printed)?;
    let path = path.to_string_lossy().into_owned();
    app.opener()
        .open_path(&path, None::<&str>)
        .map_err(|error| Failure {
            detail: error.to_string(),
            ..Failure::of(Code::NoViewer)
        })?;
    Ok(path)
}

fn keep(path: &std::path::Path, printed: &Printed) -> Result<(), Failure> {
    let bytes = decoded(&printed.pdf).ok_or_else(|| Failure::of(Code::Internal))?;
    Ok(write_file(path, &bytes)?)
}
