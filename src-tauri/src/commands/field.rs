//! Commands for the itinerary, photos, proposals and reviews.

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use tilik_core::api::{Code, Failure, Host};
use tilik_core::app::{
    CitedObservation, CitingProposal, Entry, ProposalCharts, ProposalStatus, SubmissionView, Today,
};
use tilik_core::domain::{Citation, Day, Hash, Id, Outcome, Photo, Proposal, Visit};
use tilik_core::planner::Conflict;
use tilik_core::report::words::Language;

/// A visit as it would be, for judging a move before it is made.
#[derive(Serialize, Deserialize, Type)]
pub(crate) struct ChangedVisit {
    id: Id,
    visit: Visit,
}

impl ChangedVisit {
    pub(super) fn parts(self) -> (Id, Visit) {
        (self.id, self.visit)
    }
}

pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text.as_bytes()).ok()
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn today_read(host: State<'_, Host>, day: Option<Day>) -> Result<Today, Failure> {
    host.with(|session| session.today(day))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn conflict_list(
    host: State<'_, Host>,
    changed: Vec<ChangedVisit>,
) -> Result<Vec<Conflict>, Failure> {
    let changed: Vec<_> = changed.into_iter().map(ChangedVisit::parts).collect();
    host.with(|session| session.conflicts(&changed))
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

/// The charts of a proposal as it is typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn proposal_charts(
    host: State<'_, Host>,
    proposal: Proposal,
    language: Language,
) -> Result<ProposalCharts, Failure> {
    host.with(|session| Ok(session.proposal_charts(&proposal, language)))
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
