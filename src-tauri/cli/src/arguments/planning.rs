//! The words of `plan`: a cohort to plan for, or a problem to solve.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["dir", "problem"]))]
pub(crate) struct PlanWords {
    /// The cohort's folder; only says what it would do, unless --apply is given.
    pub(crate) dir: Option<PathBuf>,
    /// Store the visits, in one change.
    #[arg(long, requires = "dir")]
    pub(crate) apply: bool,
    /// What may become of visits that stand already.
    #[arg(long, value_enum, default_value_t, requires = "dir")]
    pub(crate) standing: StandingName,
    /// What the schedule shall be good at.
    #[arg(long, value_enum, default_value_t, requires = "dir")]
    pub(crate) wish: WishName,
    /// A problem file instead of a cohort.
    #[arg(long, value_name = "FILE.json", requires = "output")]
    pub(crate) problem: Option<PathBuf>,
    /// The plan to write: a list of [group, site, day, start].
    #[arg(short, long, value_name = "PLAN.json", requires = "problem")]
    pub(crate) output: Option<PathBuf>,
    /// The same seed and the same iterations find the same schedule.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u32,
    /// Steps of each run; by default as many as the size asks for.
    #[arg(long)]
    pub(crate) iterations: Option<u64>,
    /// Stop after so many seconds at the latest; the outcome then depends on the machine.
    #[arg(long)]
    pub(crate) seconds: Option<u64>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum StandingName {
    /// They stay; what is missing is added.
    #[default]
    Keep,
    /// They may move.
    Improve,
    /// They are planned anew.
    Replace,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum WishName {
    /// A bit of everything.
    #[default]
    Balanced,
    /// As little on the road as can be.
    Travel,
    /// No group travels much more than another.
    Fair,
    /// Fifteen minutes more for every ride.
    Slack,
}
