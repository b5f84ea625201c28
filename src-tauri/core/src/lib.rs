//! Everything of Tilik that knows the domain; no window, no Tauri.

pub mod report;
