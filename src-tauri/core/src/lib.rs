//! Everything of Tilik that knows the domain: records, itinerary rules, the
//! signed record log, the store, imports, reports and use-cases.
//!
//! No window and no Tauri; the shell and the command line call [`app`] and
//! [`api`] and nothing below. Layers, each using only those above it:
//! [`domain`] → `planner` → `log` → `store` → `import` → `report` → `app` → `api`.

pub mod api;
pub mod app;
pub mod domain;
pub mod import;
pub mod log;
pub mod planner;
pub mod report;
pub mod store;
