//! What was found for a day once is not searched for again: how short a day with
//! these stops in this order can be when no other group is in the way.

use super::problem::MOST_STOPS;

/// The stops of one day in their order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Order {
    len: u8,
    places: [u16; MOST_STOPS],
}

impl Order {
    pub(super) fn of(places: &[u16]) -> Option<Self> {
        let mut order = Self::default();
        for place in places {
            order = order.inserted(usize::from(order.len), *place)?;
        }
        Some(order)
    }

    pub(super) fn places(&self) -> &[u16] {
        &self.places[..usize::from(self.len)]
    }

    pub(super) fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// With `place` at `at`; `None` when the day is full.
    pub(super) fn inserted(mut self, at: usize, place: u16) -> Option<Self> {
        let len = self.len();
        if len == MOST_STOPS || at > len {
            return None;
        }
        self.places.copy_within(at..len, at + 1);
        self.places[at] = place;
        self.len += 1;
        Some(self)
    }

    pub(super) fn removed(mut self, at: usize) -> Self {
        let len = self.len();
        self.places.copy_within(at + 1..len, at);
        self.places[len - 1] = 0;
        self.len -= 1;
        self
    }

    pub(super) fn replaced(mut self, at: usize, place: u16) -> Self {
        self.places[at] = place;
        self
    }

    pub(super) fn swapped(mut self, one: usize, other: usize) -> Self {
        self.places.swap(one, other);
        self
    }

    fn key(&self, frame: usize) -> u128 {
        let mut key = (frame as u128) << 8 | u128::from(self.len);
        for place in self.places() {
            key = key << 16 | u128::from(*place);
        }
        key
    }
}

/// Days by frame and order. Grows as it is used, up to a limit; then it forgets.
pub(super) struct Memory {
    slots: Vec<(u128, i32)>,
    used: usize,
}

/// No key is 0: every order that is asked for has at least one stop.
const EMPTY: u128 = 0;
const FIRST_SLOTS: usize = 1 << 12;
/// 64 MiB.
const MOST_SLOTS: usize = 1 << 21;

impl Memory {
    pub(super) fn new() -> Self {
        Self {
            slots: vec![(EMPTY, 0); FIRST_SLOTS],
            used: 0,
        }
    }

    /// What is known of `order` on `frame`, else what `find` finds.
    pub(super) fn recall(
        &mut self,
        frame: usize,
        order: &Order,
        find: impl FnOnce() -> i32,
    ) -> i32 {
        let key = order.key(frame);
        let place = self.place_of(key);
        if self.slots[place].0 == key {
            return self.slots[place].1;
        }
        let found = find();
        if (self.used + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let place = self.place_of(key);
        self.slots[place] = (key, found);
        self.used += 1;
        found
    }

    /// Where `key` is or would be put.
    fn place_of(&self, key: u128) -> usize {
        let mask = self.slots.len() - 1;
        #[allow(
            clippy::cast_possible_truncation,
            reason = "both halves are folded into one hash"
        )]
        let folded = (key as u64) ^ ((key >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (folded ^ (folded >> 32)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed ^= mixed >> 29;
        #[allow(
            clippy::cast_possible_truncation,
            reason = "masked to the table's size"
        )]
        let mut place = mixed as usize & mask;
        while self.slots[place].0 != EMPTY && self.slots[place].0 != key {
            place = (place + 1) & mask;
        }
        place
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        if size > MOST_SLOTS {
            self.slots.fill((EMPTY, 0));
            self.used = 0;
            return;
        }
        let old = std::mem::replace(&mut self.slots, vec![(EMPTY, 0); size]);
        for (key, value) in old.into_iter().filter(|slot| slot.0 != EMPTY) {
            let place = self.place_of(key);
            self.slots[place] = (key, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_changed_stop_by_stop_and_never_holds_more_than_a_day() {
        let order = Order::of(&[1, 2, 3]).unwrap();
        assert_eq!(order.inserted(0, 9).unwrap().places(), [9, 1, 2, 3]);
        assert_eq!(order.removed(1).places(), [1, 3]);
        assert_eq!(order.swapped(0, 2).replaced(1, 7).places(), [3, 7, 1]);
        assert!(Order::of(&[0; MOST_STOPS + 1]).is_none());
    }

    #[test]
    fn what_was_found_is_recalled_however_much_there_is() {
        let mut memory = Memory::new();
        let order = |number: u16| Order::of(&[number % 50, number / 50]).unwrap();
        for number in 0..10_000 {
            memory.recall(3, &order(number), || i32::from(number));
        }
        for number in 0..10_000 {
            assert_eq!(memory.recall(3, &order(number), || -1), i32::from(number));
        }
        assert_eq!(memory.recall(4, &order(1), || -1), -1);
    }
}
