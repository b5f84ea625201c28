//! Commands for the itinerary, photos, proposals and reviews.

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use tilik_core::api::{Code, Failure, Host};
use tilik_core::app::{
    CitedObservation, CitingProposal, Entry, PrayerCalendar, ProposalStatus, ReleaseView,
    SubmissionView, Today,
};
use tilik_core::domain::{Citation, Day, Hash, Id, Outcome, Photo, Visit};
use tilik_core::planner::Conflict;

/// A visit as it would be, for judging a move before it is made.
#[derive(Serialize, Deserialize, Type)]
pub(crate) struct ChangedVisit {
    id: Id,
    visit: Visit,
}

pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text.as_bytes()).ok()
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn today_read(host: State<'_, Host>, day: Option<Day>) -> Result<Today, Failure> {
    host.with(|session| session.today(day))
}

/// Prayer times, Hijri dates and holidays of the days and sites of the itinerary.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn prayer_bands(host: State<'_, Host>) -> Result<PrayerCalendar, Failure> {
    host.with(|session| session.prayer_bands())
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn conflict_list(
    host: State<'_, Host>,
    changed: Vec<ChangedVisit>,
) -> Result<Vec<Conflict>, Failure> {
    let changed: Vec<_> = changed.into_iter().map(|it| (it.id, it.visit)).collect();
    host.with(|session| session.conflicts(&changed))
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

/// `file` is the picture in Base64.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn photo_keep(
    host: State<'_, Host>,
    name: String,
    file: String,
) -> Result<Photo, Failure> {
    let bytes = decoded(&file).ok_or_else(|| Failure::of(Code::Internal))?;
    host.with(|session| session.keep_photo(&name, &bytes))
}

/// The JPEG in Base64, whole or small enough for a list.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn photo_read(
    host: State<'_, Host>,
    hash: Hash,
    small: bool,
) -> Result<String, Failure> {
    host.with(|session| session.photo(hash, small))
        .map(|bytes| BASE64.encode(&bytes))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn proposal_list(host: State<'_, Host>) -> Result<Vec<ProposalStatus>, Failure> {
    host.with(|session| session.proposal_statuses())
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn proposal_submit(host: State<'_, Host>, id: Id) -> Result<SubmissionView, Failure> {
    host.with(|session| session.submit(id))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn submission_list(
    host: State<'_, Host>,
    proposal: Id,
) -> Result<Vec<SubmissionView>, Failure> {
    host.with(|session| session.submissions(proposal))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn submission_get(host: State<'_, Host>, id: Hash) -> Result<SubmissionView, Failure> {
    host.with(|session| session.submission(id))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn evidence_read(
    host: State<'_, Host>,
    citations: Vec<Citation>,
) -> Result<Vec<CitedObservation>, Failure> {
    host.with(|session| session.evidence(&citations))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn citing_list(
    host: State<'_, Host>,
    observation: Id,
) -> Result<Vec<CitingProposal>, Failure> {
    host.with(|session| session.cited_by(observation))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn review_queue(host: State<'_, Host>) -> Result<Vec<ProposalStatus>, Failure> {
    host.with(|session| session.review_queue())
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn review_open(host: State<'_, Host>, submission: Hash) -> Result<Entry, Failure> {
    host.with(|session| session.open_review(submission))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn review_decide(
    host: State<'_, Host>,
    review: Id,
    outcome: Outcome,
) -> Result<SubmissionView, Failure> {
    host.with(|session| session.decide(review, outcome))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn note_read(host: State<'_, Host>, subject: Id) -> Result<String, Failure> {
    host.with(|session| session.private_note(subject))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn note_keep(host: State<'_, Host>, subject: Id, body: String) -> Result<(), Failure> {
    host.with(|session| session.keep_private_note(subject, &body))
}
