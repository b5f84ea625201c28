//! The itinerary's rules: pure functions from a plan to what clashes in it, and
//! the country's clock and calendar.
//!
//! Works in UTC minutes; opening hours are read in the site's own zone. Knows
//! records of the domain, and nothing of the store, the window or today.

mod conflict;
mod day;
mod evaluate;
mod fix;
mod ground;
mod hijri;
mod holidays;
mod hours;
mod opening;
mod plan;
pub mod prayer;
mod propose;
mod rules;
mod travel;
mod whereabouts;

pub use conflict::{Conflict, Fix, FixKind};
pub use evaluate::{Cost, Judgement, Spot, allowed_spots, conflicts, evaluate};
pub use hijri::{HijriDate, hijri};
pub use holidays::{Basis, Feast, Holiday, holidays, is_complete, is_ramadan};
pub use hours::{HoursFault, OpenPeriods, open_periods};
pub use opening::{OpenDay, OpenStretch, open_days};
pub use plan::{Plan, PlanVisit};
pub use propose::{
    FoundPlan, PlanRequest, ProblemFault, ProblemFile, ProposedPlan, ProposedVisit, Relaxation,
    Search, SearchStep, Slot, Standing, UnmetInSteps, UnmetWish, Watch, Wish, propose,
};
pub use rules::{DayRoute, Leg, TakenBreak};
pub use whereabouts::whereabouts;
