//! Commands around the open cohort: home, opening, acting, rosters.

use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tilik_core::api::{Code, Failure, Host};
use tilik_core::app::{NewCohort, Opened, RecentCohort, RosterOutcome, Settings, preview_roster};
use tilik_core::domain::{Cohort, Id, Programme, programmes};
use tilik_core::import::roster::{Mapping, RosterPerson, RosterPreview};

use super::field::decoded;

/// What the start screen shows.
#[derive(Serialize, Deserialize, Type)]
pub(crate) struct HomeView {
    settings: Settings,
    recent: Vec<RecentCohort>,
    programmes: Vec<Programme>,
    version: String,
}

/// The open cohort with its own record.
#[derive(Serialize, Deserialize, Type)]
pub(crate) struct CohortSummary {
    opened: Opened,
    cohort: Cohort,
    programme: Programme,
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn home_read(host: State<'_, Host>) -> Result<HomeView, Failure> {
    Ok(HomeView {
        settings: host.home().settings(),
        recent: host.home().recent(),
        programmes: programmes().to_vec(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn settings_keep(host: State<'_, Host>, settings: Settings) -> Result<(), Failure> {
    Ok(host.home().keep_settings(settings)?)
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn example_open(host: State<'_, Host>) -> Result<Opened, Failure> {
    host.open_example()
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cohort_make(host: State<'_, Host>, form: NewCohort) -> Result<Opened, Failure> {
    host.found(&form)
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cohort_open(host: State<'_, Host>, folder: String) -> Result<Opened, Failure> {
    host.open(Path::new(&folder))
}

/// Asks for a folder; `None` when the person thought better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cohort_pick(app: AppHandle) -> Result<Option<String>, Failure> {
    let chosen = app.dialog().file().blocking_pick_folder();
    let path = chosen.and_then(|path| path.into_path().ok());
    Ok(path.map(|path| path.to_string_lossy().into_owned()))
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cohort_close(host: State<'_, Host>) -> Result<(), Failure> {
    host.close();
    Ok(())
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cohort_summary(host: State<'_, Host>) -> Result<CohortSummary, Failure> {
    host.with(|session| {
        Ok(CohortSummary {
            opened: session.opened()?,
            cohort: session.cohort_record()?,
            programme: session.programme().clone(),
        })
    })
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn actor_switch(host: State<'_, Host>, person: Id) -> Result<Opened, Failure> {
    host.with(|session| session.act_as(person))
}

/// `file` is the file in Base64.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn roster_preview(
    file: String,
    file_name: String,
    mapping: Mapping,
) -> Result<RosterPreview, Failure> {
    let bytes = decoded(&file).ok_or_else(|| Failure::of(Code::Internal))?;
    Ok(preview_roster(&bytes, &file_name, &mapping)?)
}

#[tauri::command(async)]
#[specta::specta]
pub(crate) fn roster_import(
    host: State<'_, Host>,
    people: Vec<RosterPerson>,
) -> Result<RosterOutcome, Failure> {
    host.with(|session| session.import_roster(&people))
}

/// The page has painted. Benches end the program here, to time a cold start.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn window_painted(app: AppHandle) -> Result<(), Failure> {
    if std::env::var_os("TILIK_EXIT_WHEN_PAINTED").is_some() {
        app.exit(0);
    }
    Ok(())
}
