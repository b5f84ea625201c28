//! A set of starts on one day, a bit for each step of the grid.

/// So many steps a day may have.
pub(super) const STEPS: usize = 256;

const WORDS: usize = STEPS / 64;

/// A set of steps below [`STEPS`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Steps([u64; WORDS]);

impl Steps {
    /// The steps from `from` to `to`, exclusive, as far as they are steps.
    pub(super) fn span(from: i32, to: i32) -> Self {
        let mut set = Self::default();
        for step in from.max(0)..to.min(STEPS as i32) {
            set.insert(step);
        }
        set
    }

    pub(super) fn insert(&mut self, step: i32) {
        if let Ok(step) = usize::try_from(step)
            && step < STEPS
        {
            self.0[step / 64] |= 1 << (step % 64);
        }
    }

    pub(super) fn remove(&mut self, step: i32) {
        if let Ok(step) = usize::try_from(step)
            && step < STEPS
        {
            self.0[step / 64] &= !(1 << (step % 64));
        }
    }

    pub(super) fn contains(&self, step: i32) -> bool {
        usize::try_from(step)
            .is_ok_and(|step| step < STEPS && self.0[step / 64] >> (step % 64) & 1 == 1)
    }

    pub(super) fn without(&self, other: &Self) -> Self {
        let mut set = *self;
        for (word, other) in set.0.iter_mut().zip(other.0) {
            *word &= !other;
        }
        set
    }

    pub(super) fn union(&self, other: &Self) -> Self {
        let mut set = *self;
        for (word, other) in set.0.iter_mut().zip(other.0) {
            *word |= other;
        }
        set
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0 == [0; WORDS]
    }

    /// The set with everything up to `by` steps before and after it.
    pub(super) fn widened(&self, by: i32) -> Self {
        let mut set = Self::default();
        for step in (0..STEPS as i32).filter(|step| self.contains(*step)) {
            set = set.union(&Self::span(step - by, step + by + 1));
        }
        set
    }

    /// Every step earlier by `by` steps; what falls off the beginning is gone.
    fn earlier(&self, by: usize) -> Self {
        let (words, bits) = (by / 64, by % 64);
        let mut set = Self::default();
        for place in 0..WORDS.saturating_sub(words) {
            let low = self.0[place + words] >> bits;
            let high = match self.0.get(place + words + 1) {
                Some(next) if bits > 0 => next << (64 - bits),
                _ => 0,
            };
            set.0[place] = low | high;
        }
        set
    }

    /// The steps at which something of `length` would touch a step of this set.
    pub(super) fn touched_by(&self, length: i32) -> Self {
        let length = usize::try_from(length).unwrap_or(0);
        if length == 0 {
            return Self::default();
        }
        let mut set = *self;
        let mut reach = 1;
        // Doubling: what reaches n steps back reaches 2n after one more union.
        while reach < length {
            let more = reach.min(length - reach);
            set = set.union(&set.earlier(more));
            reach += more;
        }
        set
    }

    /// The first step of the set at or after `from`.
    pub(super) fn first_from(&self, from: i32) -> Option<i32> {
        let from = usize::try_from(from.max(0)).unwrap_or(STEPS);
        let mut place = from / 64;
        if place >= WORDS {
            return None;
        }
        let mut word = self.0[place] & (u64::MAX << (from % 64));
        loop {
            if word != 0 {
                return Some((place * 64) as i32 + word.trailing_zeros() as i32);
            }
            place += 1;
            word = *self.0.get(place)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_touches_a_taken_step_begins_up_to_its_length_before() {
        let mut taken = Steps::default();
        taken.insert(130);
        for length in [1, 2, 3, 24, 64, 65, 100] {
            let touched = taken.touched_by(length);
            assert_eq!(touched, Steps::span(131 - length, 131), "{length}");
        }
        assert!(taken.touched_by(0).is_empty());
    }

    #[test]
    fn the_next_step_is_found_across_words_and_past_the_end_is_none() {
        let set = Steps::span(200, 210);
        assert_eq!(set.first_from(-5), Some(200));
        assert_eq!(set.first_from(205), Some(205));
        assert_eq!(set.first_from(210), None);
        assert_eq!(set.first_from(1_000), None);
        assert!(set.contains(209) && !set.contains(210) && !set.contains(-1));
    }
}
