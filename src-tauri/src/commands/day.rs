//! Commands for the day itself and for releases: attendance, late marks, shifting, changes.

use tauri::State;
use tilik_core::api::{Failure, Host};
use tilik_core::app::{
    AttendanceSheet, ChangeList, ChangesFor, PersonPresence, PrayerCalendar, ReleaseView, Shift,
    Shifted, VisitEdit,
};
use tilik_core::domain::{Id, UtcMinute};
use tilik_core::report::words::Language;

/// Prayer times, Hijri dates and holidays of the days and sites of the itinerary.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn prayer_bands(host: State<'_, Host>) -> Result<PrayerCalendar, Failure> {
    host.with(|session| session.prayer_bands())
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn release_make(host: State<'_, Host>, note: String) -> Result<ReleaseView, Failure> {
    host.with(|session| session.release(note))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn release_list(host: State<'_, Host>) -> Result<Vec<ReleaseView>, Failure> {
    host.with(|session| session.releases())
}

/// What changed since a release, for whom.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_list(
    host: State<'_, Host>,
    wanted: ChangesFor,
) -> Result<ChangeList, Failure> {
    host.with(|session| session.changes_since(wanted))
}

/// The same as a message to copy into a chat.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change_message(
    host: State<'_, Host>,
    wanted: ChangesFor,
    language: Language,
) -> Result<String, Failure> {
    host.with(|session| session.changes_message(wanted, language))
}

/// Several slots in one change, taken back by one undo.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn visits_change(
    host: State<'_, Host>,
    edits: Vec<VisitEdit>,
) -> Result<Vec<Id>, Failure> {
    host.with(|session| session.change_visits(edits))
}

/// Moves what is left of a day, or only says what would come of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn day_shift(host: State<'_, Host>, shift: Shift) -> Result<Shifted, Failure> {
    host.with(|session| session.shift_day(&shift))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn attendance_read(
    host: State<'_, Host>,
    visit: Id,
) -> Result<AttendanceSheet, Failure> {
    host.with(|session| session.attendance_of(visit))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn attendance_mark(
    host: State<'_, Host>,
    visit: Id,
    marks: Vec<PersonPresence>,
) -> Result<AttendanceSheet, Failure> {
    host.with(|session| session.mark_attendance(visit, &marks))
}

/// When a group really begins a visit; nothing for as planned.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_note(
    host: State<'_, Host>,
    visit: Id,
    group: Id,
    start: Option<UtcMinute>,
) -> Result<AttendanceSheet, Failure> {
    host.with(|session| session.note_start(visit, group, start))
}
