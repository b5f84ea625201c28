//! The command list: what pages may call, typed for TypeScript as well.
//!
//! After a change run `cargo xtask bindings`: it writes the TypeScript and
//! commands.txt, from which the build makes the permissions. A command only hands on to the
//! core and back, on a thread of its own so that the window never waits.

mod aside;
mod batch;
mod cohort;
mod day;
mod field;
mod files;
mod itinerary;
mod paper;
mod records;

pub(crate) use batch::BatchEnd;
pub(crate) use files::ExportEnd;
pub(crate) use itinerary::ProposalEnd;
use tauri_specta::{Builder, collect_commands};

/// The commands and events, ready for the window and for the bindings.
pub(crate) fn builder() -> Builder<tauri::Wry> {
    // One shape a type: what is optional to read is still always written.
    Builder::new()
        .disable_serde_phases()
        .commands(collect_commands![
            cohort::home_read,
            cohort::settings_keep,
            cohort::example_open,
            cohort::cohort_make,
            cohort::cohort_open,
            cohort::cohort_pick,
            cohort::cohort_close,
            cohort::window_painted,
            cohort::cohort_summary,
            cohort::actor_switch,
            cohort::roster_preview,
            cohort::roster_import,
            records::record_create,
            records::record_add,
            records::record_draft,
            records::record_save,
            records::record_discard,
            records::record_remove,
            records::record_put_back,
            records::record_revert,
            records::record_get,
            records::record_list,
            records::record_history,
            records::record_at,
            records::change_undo,
            records::change_redo,
            records::record_search,
            field::today_read,
            field::conflict_list,
            itinerary::itinerary_judge,
            itinerary::spot_list,
            itinerary::open_list,
            itinerary::rule_list,
            itinerary::rule_weigh,
            itinerary::warning_accept,
            itinerary::warning_withdraw,
            itinerary::plan_propose,
            itinerary::plan_cancel,
            itinerary::plan_apply,
            day::prayer_bands,
            day::release_make,
            day::release_list,
            day::change_list,
            day::change_message,
            day::visits_change,
            day::day_shift,
            day::attendance_read,
            day::attendance_mark,
            day::start_note,
            field::photo_keep,
            field::photo_read,
            field::proposal_list,
            field::proposal_charts,
            field::proposal_submit,
            field::submission_list,
            field::submission_get,
            field::evidence_read,
            field::citing_list,
            field::review_queue,
            field::review_open,
            field::review_decide,
            field::note_read,
            field::note_keep,
            paper::print_preview,
            paper::print_save,
            paper::print_open,
            paper::series_list,
            paper::letter_read,
            paper::habits_read,
            paper::habits_keep,
            paper::saved_list,
            paper::saved_show,
            files::export_formats,
            files::export_look,
            files::export_save,
            files::export_cancel,
            batch::batch_folder,
            batch::batch_folder_pick,
            batch::batch_run,
            batch::batch_cancel,
        ])
}
