//! The itinerary's rules: pure functions from a plan to what clashes in it.
//!
//! Works in UTC minutes; opening hours are read in the site's own zone. Knows
//! records of the domain, and nothing of the store, the window or today.

mod conflicts;
mod hours;

pub use conflicts::{Clash, Conflict, Plan, PlanVisit, Severity, conflicts};
pub use hours::{HoursFault, OpenPeriods, open_periods};
