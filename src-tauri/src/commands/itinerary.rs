//! Commands for judging the itinerary while it is moved about.

use tauri::State;
use tilik_core::api::{Failure, Host};
use tilik_core::domain::{Day, Id, Visit};
use tilik_core::planner::{Judgement, Spot};

use super::field::ChangedVisit;

/// Conflicts, cost, rides and breaks of the plan with `changed` in it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn itinerary_judge(
    host: State<'_, Host>,
    changed: Vec<ChangedVisit>,
) -> Result<Judgement, Failure> {
    let changed: Vec<_> = changed.into_iter().map(ChangedVisit::parts).collect();
    host.with(|session| session.judge(&changed))
}

/// Where a slot could begin on a day without blocking anything.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn spot_list(
    host: State<'_, Host>,
    id: Id,
    visit: Visit,
    day: Day,
) -> Result<Vec<Spot>, Failure> {
    host.with(|session| session.allowed_spots(id, visit, day))
}

/// Accepts the warning of that key with a reason.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn warning_accept(
    host: State<'_, Host>,
    key: String,
    reason: String,
) -> Result<(), Failure> {
    host.with(|session| session.accept_warning(&key, &reason))
}

/// Takes an acceptance back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn warning_withdraw(host: State<'_, Host>, key: String) -> Result<(), Failure> {
    host.with(|session| session.withdraw_acceptance(&key))
}
