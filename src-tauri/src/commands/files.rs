//! Commands for files of other programs: what there is, how it will look, and saving it.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Manager, State};
use tauri_plugin_dialog::DialogExt;
use tilik_core::api::{Failure, Host};
use tilik_core::app::{
    ExportFormat, ExportJob, ExportSubject, PrintWarning, TableLook, write_file,
};

use super::BatchEnd;
use super::aside::aside;

/// Whether the export that runs shall end.
#[derive(Default)]
pub(crate) struct ExportEnd(BatchEnd);

/// A saved export.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct SavedExport {
    /// Where it is.
    path: String,
    /// What could not be written as wanted.
    warnings: Vec<PrintWarning>,
}

/// The formats that something can be had in, the most useful first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn export_formats(subject: ExportSubject) -> Result<Vec<ExportFormat>, Failure> {
    Ok(subject.formats().to_vec())
}

/// The first rows of the tables that an export would hold; none where it is no table.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_look(app: AppHandle, job: ExportJob) -> Result<Vec<TableLook>, Failure> {
    aside(move || {
        let host = app.state::<Host>();
        host.with(|session| session.export_look(&job))
    })
    .await
}

/// Makes the file, asks where and writes it there, whole or not at all; `None` when the person
/// thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_save(
    app: AppHandle,
    job: ExportJob,
) -> Result<Option<SavedExport>, Failure> {
    let end = app.state::<ExportEnd>().0.renew();
    aside(move || {
        let host = app.state::<Host>();
        let exported = host.export(&job)?;
        if end.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let Some(path) = ask_where(&app, &exported.file_name) else {
            return Ok(None);
        };
        write_file(&path, &exported.bytes)?;
        // Not being able to remember is no reason to call it unsaved.
        host.with(|session| session.note_saved_print(&path, None))
            .ok();
        Ok(Some(SavedExport {
            path: path.to_string_lossy().into_owned(),
            warnings: exported.warnings,
        }))
    })
    .await
}

/// Gives up the export that runs: nothing is asked and nothing written.
#[tauri::command]
#[specta::specta]
pub(crate) fn export_cancel(end: State<'_, ExportEnd>) -> Result<(), Failure> {
    end.0.give();
    Ok(())
}

/// Asks where a file shall go; `None` when the person thought better of it. An ending that was
/// left out is put back.
pub(super) fn ask_where(app: &AppHandle, file_name: &str) -> Option<PathBuf> {
    let ending = file_name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let chosen = app
        .dialog()
        .file()
        .set_file_name(file_name)
        .add_filter(ending.to_uppercase(), &[ending])
        .blocking_save_file()?;
    Some(with_ending(chosen.into_path().ok()?, ending))
}

/// The path with its ending, unless a file of that name is there already: nobody agreed to
/// replace that one.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() {
        return path;
    }
    let whole = path.with_extension(ending);
    if whole.exists() { path } else { whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_left_out_is_put_back_unless_another_file_has_that_name() {
        let folder = tempfile::tempdir().unwrap();
        let bare = folder.path().join("daftar");
        let whole = folder.path().join("daftar.xlsx");
        assert_eq!(with_ending(bare.clone(), "xlsx"), whole);
        assert_eq!(with_ending(whole.clone(), "xlsx"), whole);
        std::fs::write(&whole, "x").unwrap();
        assert_eq!(with_ending(bare.clone(), "xlsx"), bare);
    }
}
