//! The itinerary's rules: pure functions from a plan to what clashes in it, and
//! the country's clock and calendar.
//!
//! Works in UTC minutes; opening hours are read in the site's own zone. Knows
//! records of the domain, and nothing of the store, the window or today.

mod conflicts;
mod hijri;
mod holidays;
mod hours;
pub mod prayer;

pub use conflicts::{Clash, Conflict, Plan, PlanVisit, Severity, conflicts};
pub use hijri::{HijriDate, hijri};
pub use holidays::{Basis, Feast, Holiday, holidays, is_complete, is_ramadan};
pub use hours::{HoursFault, OpenPeriods, open_periods};
