//! Use-cases: one function per thing a person does, each one transaction.
//!
//! Knows every layer below, and neither the window nor the command line.
//! Returns views: records dressed for a reader, ready to travel.

mod attendance;
mod charts;
mod check;
mod clock;
mod error;
mod example;
mod exports;
mod found;
mod home;
mod itinerary;
mod people;
mod photos;
mod planning;
mod prayer;
mod prints;
mod proposals;
mod proposing;
mod reading;
mod records;
mod releases;
mod reviews;
mod session;
mod shift;
mod today;
mod together;
mod undo;
mod views;

pub use attendance::{AttendanceSheet, Attendee, AttendingGroup, PersonPresence};
pub use charts::ProposalCharts;
pub use check::{CheckReport, LogState, MissingPhoto, rebuild};
pub use clock::{Clock, Entropy, Surroundings};
pub use error::AppError;
pub(crate) use exports::format_names;
pub use exports::{
    ExportFormat, ExportJob, ExportSubject, Exported, ReadyExport, SignedExport, TableLook,
    WholeExport, WholeRecord,
};
pub use found::NewCohort;
pub use home::{Home, RecentCohort, Settings, Theme, write_file};
pub use people::{RosterOutcome, preview_roster};
pub use planning::RuleWeight;
pub use prints::{
    AttendanceFor, Batch, BatchFiles, BatchOutcome, BatchStep, CoachingFor, FailedItem,
    LetterField, LetterFor, LetterView, PocketJob, PrintHabits, PrintJob, PrintSeries,
    PrintSubject, PrintWarning, Printed, PrintedFile, ReadyPrint, ReportFor, SavedPrint,
    ScheduleFor, SeriesItem, WarnedItem, print_moment,
};
pub use releases::{AffectingChange, ChangeList, ChangesFor};
pub use session::Session;
pub use shift::{Shift, Shifted};
pub use together::VisitEdit;
pub use views::Opened;
pub use views::{
    Actor, CalendarDay, CitedObservation, CitingProposal, Count, DecisionView, Entry, HistoryLine,
    Hit, ListRequest, Listing, PlacePrayer, PrayerCalendar, ProposalStatus, ReleaseView,
    SlotStanding, SubmissionView, Today, TodaySlot,
};
