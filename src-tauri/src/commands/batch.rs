//! Commands for batches. One runs at a time; the page hears of each print through a channel, and
//! may end the batch.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, State};
use tauri_plugin_dialog::DialogExt;
use tilik_core::api::{Failure, Host};
use tilik_core::app::{Batch, BatchOutcome, BatchStep};

use super::aside::aside;

/// Whether the batch that runs shall end.
#[derive(Default)]
pub(crate) struct BatchEnd(Mutex<Arc<AtomicBool>>);

impl BatchEnd {
    /// The word for a new batch; the one before ends.
    pub(super) fn renew(&self) -> Arc<AtomicBool> {
        let mut current = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        current.store(true, Ordering::Relaxed);
        *current = Arc::default();
        Arc::clone(&current)
    }

    pub(super) fn give(&self) {
        let current = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        current.store(true, Ordering::Relaxed);
    }
}

/// Where batches go until another folder is chosen: among the person's documents.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn batch_folder(app: AppHandle, host: State<'_, Host>) -> Result<String, Failure> {
    let documents = app.path().document_dir().map(|folder| folder.join("Tilik"));
    let folder = documents.unwrap_or_else(|_| host.home().print_folder());
    Ok(folder.to_string_lossy().into_owned())
}

/// Asks for a folder, beginning at `near`; `None` when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn batch_folder_pick(
    app: AppHandle,
    near: String,
) -> Result<Option<String>, Failure> {
    aside(move || {
        let chosen = app
            .dialog()
            .file()
            .set_directory(near)
            .blocking_pick_folder();
        let path = chosen.and_then(|path| path.into_path().ok());
        Ok(path.map(|path| path.to_string_lossy().into_owned()))
    })
    .await
}

/// Prints a whole series into a folder; `progress` hears of each print before it is made.
#[tauri::command]
#[specta::specta]
pub(crate) async fn batch_run(
    app: AppHandle,
    batch: Batch,
    folder: PathBuf,
    progress: Channel<BatchStep>,
) -> Result<BatchOutcome<Failure>, Failure> {
    let end = app.state::<BatchEnd>().renew();
    aside(move || {
        let go_on = |step: &BatchStep| {
            // A page that has gone away hears nothing; the files are made all the same.
            progress.send(step.clone()).ok();
            !end.load(Ordering::Relaxed)
        };
        app.state::<Host>().print_batch(&batch, &folder, go_on)
    })
    .await
}

/// Ends the batch that runs; what is finished stays.
#[tauri::command]
#[specta::specta]
pub(crate) fn batch_cancel(end: State<'_, BatchEnd>) -> Result<(), Failure> {
    end.give();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_batch_ends_the_one_before_and_not_itself() {
        let end = BatchEnd::default();
        let (first, second) = (end.renew(), end.renew());
        let ended = |flag: &AtomicBool| flag.load(Ordering::Relaxed);
        assert!(ended(&first) && !ended(&second));
        end.give();
        assert!(ended(&second));
    }
}
