//! Timing two ways of doing a thing by turns, and the line that compares them.

use std::error::Error;
use std::time::{Duration, Instant};

/// One way of doing a thing, told which turn it is.
pub(crate) type Way<'a> = &'a mut dyn FnMut(usize) -> Result<(), Box<dyn Error>>;

/// How long each turn took, sorted.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    fn at(&self, part: f64) -> Duration {
        let last = self.0.len().saturating_sub(1) as f64;
        self.0
            .get((last * part).round() as usize)
            .copied()
            .unwrap_or_default()
    }

    pub(crate) fn median(&self) -> Duration {
        self.at(0.5)
    }
}

/// Takes turns, ours first, the floor second, `turns` times after one to warm up.
pub(crate) fn by_turns(
    turns: usize,
    ours: Way<'_>,
    floor: Way<'_>,
) -> Result<(Times, Times), Box<dyn Error>> {
    let (mut of_ours, mut of_floor) = (Vec::new(), Vec::new());
    for turn in 0..=turns {
        let (ours, floor) = (time(ours, turn)?, time(floor, turn)?);
        if turn > 0 {
            of_ours.push(ours);
            of_floor.push(floor);
        }
    }
    of_ours.sort_unstable();
    of_floor.sort_unstable();
    Ok((Times(of_ours), Times(of_floor)))
}

fn time(way: Way<'_>, turn: usize) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    way(turn)?;
    Ok(start.elapsed())
}

/// Prints both medians with their middle 80 %, the ratio, and the aim for it.
pub(crate) fn compare(what: &str, ours: &Times, floor: &Times, aim: f64) {
    let ratio = ours.median().as_secs_f64() / floor.median().as_secs_f64();
    println!("  {what:<36}{}", line(ours));
    println!("  {:<36}{}", "  its floor", line(floor));
    println!("  {:<36}{ratio:>10.2} ×   (aim {aim} ×)", "  ratio");
}

fn line(times: &Times) -> String {
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let (low, middle, high) = (ms(times.at(0.1)), ms(times.median()), ms(times.at(0.9)));
    format!("{middle:>10.3} ms  ({low:.3} to {high:.3})")
}
