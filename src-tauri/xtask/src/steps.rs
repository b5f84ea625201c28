//! Running steps one after another, stopping at the first failure, and saying
//! how long each took.

use crate::error::{Error, Outcome};
use std::time::{Duration, Instant};

#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<(&'static str, Duration, Ending)>,
}

enum Ending {
    Passed,
    Failed,
    Skipped(&'static str),
}

impl Steps {
    /// Runs one step. After an error nothing else should be run; `finish` still
    /// has the times.
    pub(crate) fn run(
        &mut self,
        name: &'static str,
        step: impl FnOnce() -> Outcome,
    ) -> Outcome<&mut Self> {
        say!("\n==> {name}");
        let start = Instant::now();
        let outcome = step();
        let ending = if outcome.is_ok() {
            Ending::Passed
        } else {
            Ending::Failed
        };
        self.done.push((name, start.elapsed(), ending));
        match outcome {
            Ok(()) => Ok(self),
            Err(source) => Err(Error::Step {
                name,
                source: Box::new(source),
            }),
        }
    }

    /// Notes a step that this machine cannot run, so that the summary admits it.
    pub(crate) fn skip(&mut self, name: &'static str, why: &'static str) {
        say!("\n==> {name}: skipped, {why}");
        self.done.push((name, Duration::ZERO, Ending::Skipped(why)));
    }

    /// Prints each step with its time, and the counts last.
    pub(crate) fn summary(&self) {
        say!();
        for (name, took, ending) in &self.done {
            let word = match ending {
                Ending::Passed => "ok",
                Ending::Failed => "FAILED",
                Ending::Skipped(why) => why,
            };
            say!("{:>8.1} s  {name:<24}{word}", took.as_secs_f64());
        }
        let failed = self
            .done
            .iter()
            .filter(|step| matches!(step.2, Ending::Failed))
            .count();
        let passed = self
            .done
            .iter()
            .filter(|step| matches!(step.2, Ending::Passed))
            .count();
        say!("{passed} passed, {failed} failed");
    }
}
