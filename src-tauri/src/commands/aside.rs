//! Work that takes longer than a moment, off the few threads that answer commands: typesetting,
//! and waiting for a person in a dialog of the system.

use tilik_core::api::{Code, Failure};

/// Runs `work` on a thread of its own.
///
/// # Errors
/// What `work` says; [`Code::Internal`] when it broke off.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.unwrap_or_else(|error| {
        Err(Failure {
            detail: error.to_string(),
            ..Failure::of(Code::Internal)
        })
    })
}
