//! Commands for records of every kind.

use tauri::State;
use tilik_core::api::{Failure, Host};
use tilik_core::app::{Entry, HistoryLine, Hit, ListRequest, Listing};
use tilik_core::domain::{Hash, Id, Record};

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_create(
    host: State<'_, Host>,
    record: Record,
    owner: Option<Id>,
) -> Result<Entry, Failure> {
    host.with(|session| session.create(record, owner))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_add(host: State<'_, Host>, record: Record) -> Result<Entry, Failure> {
    host.with(|session| session.add(record))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_draft(host: State<'_, Host>, id: Id, record: Record) -> Result<u32, Failure> {
    host.with(|session| session.keep_draft(id, record))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_save(host: State<'_, Host>, id: Id, record: Record) -> Result<Entry, Failure> {
    host.with(|session| session.save(id, record))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_discard(host: State<'_, Host>, id: Id) -> Result<(), Failure> {
    host.with(|session| session.discard_draft(id))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_remove(host: State<'_, Host>, id: Id) -> Result<Entry, Failure> {
    host.with(|session| session.remove(id))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_put_back(host: State<'_, Host>, id: Id) -> Result<Entry, Failure> {
    host.with(|session| session.put_back(id))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_revert(
    host: State<'_, Host>,
    id: Id,
    version: Hash,
) -> Result<Entry, Failure> {
    host.with(|session| session.revert(id, version))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_get(host: State<'_, Host>, id: Id) -> Result<Entry, Failure> {
    host.with(|session| session.entry(id))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_list(host: State<'_, Host>, request: ListRequest) -> Result<Listing, Failure> {
    host.with(|session| session.list(&request))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_history(host: State<'_, Host>, id: Id) -> Result<Vec<HistoryLine>, Failure> {
    host.with(|session| session.history(id))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_at(host: State<'_, Host>, id: Id, version: Hash) -> Result<Record, Failure> {
    host.with(|session| session.record_at(id, version))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_undo(host: State<'_, Host>) -> Result<Option<Entry>, Failure> {
    host.with(|session| session.undo())
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_redo(host: State<'_, Host>) -> Result<Option<Entry>, Failure> {
    host.with(|session| session.redo())
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_search(
    host: State<'_, Host>,
    query: String,
    limit: u32,
) -> Result<Vec<Hit>, Failure> {
    host.with(|session| session.search(&query, limit))
}
