//! Commands for one print: looking at it, saving and opening it, and what the print centre
//! remembers.

use std::path::Path;

use tauri::{AppHandle, Manager, State};
use tauri_plugin_opener::OpenerExt;
use tilik_core::api::{Code, Failure, Host};
use tilik_core::app::{
    LetterView, PrintHabits, PrintJob, PrintSeries, Printed, SavedPrint, SeriesItem, write_file,
};
use tilik_core::domain::LetterKind;
use tilik_core::report::words::Language;

use super::aside::aside;
use super::field::decoded;
use super::files::ask_where;

/// `None` when a newer preview was asked for meanwhile.
#[tauri::command]
#[specta::specta]
pub(crate) async fn print_preview(
    app: AppHandle,
    job: PrintJob,
) -> Result<Option<Printed>, Failure> {
    aside(move || app.state::<Host>().preview(&job)).await
}

/// Asks where, writes the file there and returns its path; `None` when the
/// person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn print_save(app: AppHandle, job: PrintJob) -> Result<Option<String>, Failure> {
    aside(move || {
        let host = app.state::<Host>();
        let printed = host.print(&job)?;
        let Some(path) = ask_where(&app, &printed.file_name) else {
            return Ok(None);
        };
        keep(&path, &printed)?;
        // Not being able to remember is no reason to call it unsaved.
        host.with(|session| session.note_saved_print(&path, None))
            .ok();
        Ok(Some(path.to_string_lossy().into_owned()))
    })
    .await
}

/// Writes the print into the app's own folder and opens it in the system's
/// viewer. Returns its path.
#[tauri::command]
#[specta::specta]
pub(crate) async fn print_open(app: AppHandle, job: PrintJob) -> Result<String, Failure> {
    aside(move || {
        let host = app.state::<Host>();
        let printed = host.print(&job)?;
        let path = host.home().print_file(&printed.file_name);
        keep(&path, &printed)?;
        let path = path.to_string_lossy().into_owned();
        let opened = app.opener().open_path(&path, None::<&str>);
        opened.map_err(no_viewer)?;
        Ok(path)
    })
    .await
}

/// Everything of a series, as it is picked from and as a batch prints it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn series_list(
    host: State<'_, Host>,
    series: PrintSeries,
    language: Language,
) -> Result<Vec<SeriesItem>, Failure> {
    host.with(|session| session.print_series(series, language))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn habits_read(host: State<'_, Host>) -> Result<PrintHabits, Failure> {
    host.with(|session| session.print_habits())
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn habits_keep(host: State<'_, Host>, habits: PrintHabits) -> Result<(), Failure> {
    host.with(|session| session.keep_print_habits(&habits))
}

/// The words of a letter, and what may stand in them. The cohort's own record keeps them.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn letter_read(
    host: State<'_, Host>,
    kind: LetterKind,
    language: Language,
) -> Result<LetterView, Failure> {
    host.with(|session| session.letter_view(kind, language))
}

/// What was saved last and is still there, newest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn saved_list(host: State<'_, Host>) -> Result<Vec<SavedPrint>, Failure> {
    host.with(|session| session.saved_prints())
}

/// Shows a saved print in its folder, or the folder of a batch. Nothing else is shown, whatever
/// the page asks for.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn saved_show(
    app: AppHandle,
    host: State<'_, Host>,
    path: String,
) -> Result<(), Failure> {
    let saved = host.with(|session| session.saved_prints())?;
    let Some(saved) = saved.into_iter().find(|it| it.path == path) else {
        return Err(Failure::of(Code::NotFound));
    };
    let shown = match saved.files {
        Some(_) => app.opener().open_path(&saved.path, None::<&str>),
        None => app.opener().reveal_item_in_dir(&saved.path),
    };
    shown.map_err(no_viewer)
}

fn keep(path: &Path, printed: &Printed) -> Result<(), Failure> {
    let bytes = decoded(&printed.pdf).ok_or_else(|| Failure::of(Code::Internal))?;
    Ok(write_file(path, &bytes)?)
}

fn no_viewer(error: tauri_plugin_opener::Error) -> Failure {
    Failure {
        detail: error.to_string(),
        ..Failure::of(Code::NoViewer)
    }
}
