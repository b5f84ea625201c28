//! Commands for judging the itinerary while it is moved about, and for having one
//! proposed.

use std::sync::atomic::{AtomicU32, Ordering};

use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, State};
use tilik_core::api::{Failure, Host};
use tilik_core::app::RuleWeight;
use tilik_core::domain::{Clash, Day, Id, Severity, Visit};
use tilik_core::planner::{
    Judgement, OpenDay, PlanRequest, ProposedPlan, ProposedVisit, SearchStep, Spot,
};

use super::BatchEnd;
use super::aside::aside;
use super::field::ChangedVisit;

/// Whether the search that runs shall end.
#[derive(Default)]
pub(crate) struct ProposalEnd(BatchEnd);

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

/// When each site receives, on the days of the visit and of every slot.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_list(host: State<'_, Host>) -> Result<Vec<OpenDay>, Failure> {
    host.with(|session| session.open_days())
}

/// Every rule with its weight in this cohort and its usual one.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rule_list(host: State<'_, Host>) -> Result<Vec<RuleWeight>, Failure> {
    host.with(|session| session.rule_weights())
}

/// Weighs a rule for this cohort.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rule_weigh(
    host: State<'_, Host>,
    rule: Clash,
    severity: Severity,
) -> Result<(), Failure> {
    host.with(|session| session.weigh_rule(rule, severity))
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

/// Proposes schedules, one for each wish; `progress` hears of every percent done.
/// One search runs at a time: the one before ends.
#[tauri::command]
#[specta::specta]
pub(crate) async fn plan_propose(
    app: AppHandle,
    request: PlanRequest,
    progress: Channel<SearchStep>,
) -> Result<Vec<ProposedPlan>, Failure> {
    let end = app.state::<ProposalEnd>().0.renew();
    aside(move || {
        let told = AtomicU32::new(0);
        let watch = |step: SearchStep| {
            let percent = (step.done * 100.0) as u32;
            if told.fetch_max(percent, Ordering::Relaxed) < percent {
                // A page that has gone away hears nothing.
                progress.send(step).ok();
            }
            !end.load(Ordering::Relaxed)
        };
        app.state::<Host>().propose(&request, &watch)
    })
    .await
}

/// Ends the search that runs; it answers with what it has found so far.
#[tauri::command]
#[specta::specta]
pub(crate) fn plan_cancel(end: State<'_, ProposalEnd>) -> Result<(), Failure> {
    end.0.give();
    Ok(())
}

/// Makes, moves and removes visits as proposed, in one change that can be undone
/// at once. Returns the visits touched.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plan_apply(
    host: State<'_, Host>,
    changes: Vec<ProposedVisit>,
    removed: Vec<Id>,
) -> Result<Vec<Id>, Failure> {
    host.with(|session| session.apply_proposal(changes, &removed))
}
