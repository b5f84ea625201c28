//! Everything that is tested from outside the crates: the shape of the source,
//! whole journeys through the core, and the app in its real window.

mod tidy;
