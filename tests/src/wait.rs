//! The one place that waits: it tries again and again until a deadline.

use crate::fault::{Fault, Outcome};
use std::time::{Duration, Instant};

/// How long anything on screen may take. Generous, since only failures wait it
/// out, and test machines are busy.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// How long the driver may take over one command. It answers in milliseconds,
/// or never.
const STUCK: Duration = Duration::from_secs(30);

const BETWEEN: Duration = Duration::from_millis(25);

/// Tries until there is an answer, at most 20 seconds.
///
/// # Errors
/// [`Fault::NotSeen`] at the deadline, or the first error that waiting cannot cure.
pub async fn until<T>(what: &str, attempt: impl AsyncFnMut() -> Outcome<Option<T>>) -> Outcome<T> {
    until_within(PATIENCE, what, attempt).await
}

pub(crate) async fn until_within<T>(
    patience: Duration,
    what: &str,
    mut attempt: impl AsyncFnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let start = Instant::now();
    let mut last = String::new();
    loop {
        match answer(what, attempt()).await {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => {}
            Err(fault) if fault.may_pass() => last = fault.full(),
            Err(fault) => return Err(fault),
        }
        let waited = start.elapsed();
        if waited >= patience {
            return Err(Fault::NotSeen {
                what: what.into(),
                waited,
                last,
                page: String::new(),
            });
        }
        tokio::time::sleep(BETWEEN).await;
    }
}

/// Waits for one answer of the driver, but not for ever.
pub(crate) async fn answer<T, E: Into<Fault>>(
    what: &str,
    command: impl Future<Output = Result<T, E>>,
) -> Outcome<T> {
    match tokio::time::timeout(STUCK, command).await {
        Ok(answer) => answer.map_err(Into::into),
        Err(_) => Err(Fault::NoAnswer(what.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_answer_that_comes_late_is_taken() {
        let mut tries = 0;
        let answer = until("three tries", async || {
            tries += 1;
            Ok((tries == 3).then_some("here"))
        });
        assert_eq!(answer.await.unwrap(), "here");
    }

    #[tokio::test]
    async fn at_the_deadline_it_says_what_it_waited_for() {
        let never = async || Ok(None::<()>);
        let fault = until_within(Duration::ZERO, "the moon", never)
            .await
            .unwrap_err();
        assert!(fault.to_string().contains("the moon"), "{fault}");
    }
}
