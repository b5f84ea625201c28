//! The judgement on made-up cohorts: one test for each rule that a weaker rule
//! would break, and what holds of random histories.

mod chains;
mod histories;
mod model;
mod people;
mod properties;
mod records;
mod rosters;
