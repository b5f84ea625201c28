//! Where time and chance come from. Both are passed in, so that a test or a
//! print made twice is the same twice.

use std::sync::Arc;
use std::time::SystemTime;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Seconds since 1970, UTC.
    fn now(&self) -> u32;
}

/// Gives random bytes.
pub trait Entropy: Send + Sync {
    /// Fills `bytes`; `false` when the system has none to give.
    fn fill(&self, bytes: &mut [u8]) -> bool;
}

/// Time and chance together.
#[derive(Clone)]
pub struct Surroundings {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives random bytes.
    pub entropy: Arc<dyn Entropy>,
}

impl Surroundings {
    /// The machine's own clock and random source.
    pub fn of_the_machine() -> Self {
        Self {
            clock: Arc::new(MachineClock),
            entropy: Arc::new(MachineEntropy),
        }
    }

    /// A clock that stands still at `now` and a repeatable source, for tests
    /// and the built-in example.
    pub fn fixed(now: u32, seed: u64) -> Self {
        let entropy = SeededEntropy(std::sync::Mutex::new(seed));
        Self {
            clock: Arc::new(FixedClock(now)),
            entropy: Arc::new(entropy),
        }
    }
}

struct MachineClock;

impl Clock for MachineClock {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place that reads the machine's clock"
    )]
    fn now(&self) -> u32 {
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .map_or(0, |since| {
                u32::try_from(since.as_secs()).unwrap_or(u32::MAX)
            })
    }
}

struct MachineEntropy;

impl Entropy for MachineEntropy {
    fn fill(&self, bytes: &mut [u8]) -> bool {
        getrandom::fill(bytes).is_ok()
    }
}

struct FixedClock(u32);

impl Clock for FixedClock {
    fn now(&self) -> u32 {
        self.0
    }
}

/// BLAKE3 of a counter: repeatable, and never used for a real cohort.
struct SeededEntropy(std::sync::Mutex<u64>);

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) -> bool {
        let Ok(mut counter) = self.0.lock() else {
            return false;
        };
        *counter = counter.wrapping_add(1);
        let mut hasher = blake3::Hasher::new_derive_key("tilik 2026 seeded entropy");
        hasher.update(&counter.to_le_bytes());
        hasher.finalize_xof().fill(bytes);
        true
    }
}
