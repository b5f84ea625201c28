//! The machine's clock and chance, or a clock that stands still so that a file
//! made twice is the same twice.

use std::sync::Arc;

use tilik_core::app::{Clock, Surroundings};

struct StandingClock(u32);

impl Clock for StandingClock {
    fn now(&self) -> u32 {
        self.0
    }
}

/// The machine's own, with the clock standing at `now` if that is given. Keys
/// are always drawn by real chance.
pub(crate) fn surroundings(now: Option<u32>) -> Surroundings {
    let machine = Surroundings::of_the_machine();
    match now {
        Some(now) => Surroundings {
            clock: Arc::new(StandingClock(now)),
            ..machine
        },
        None => machine,
    }
}
