//! Moving the pointer as a hand does: pressing, several small moves, letting go.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use std::time::Duration;

/// A place in the window, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The place `right` and `down` from this one.
    pub fn by(self, right: f64, down: f64) -> Self {
        Self {
            x: self.x + right,
            y: self.y + down,
        }
    }

    /// The place a part (0 to 1) of the way to another.
    fn towards(self, other: Self, part: f64) -> Self {
        self.by((other.x - self.x) * part, (other.y - self.y) * part)
    }
}

/// Pages tell a drag from a click by movement over time, so a jump will not do.
const MOVES: u32 = 8;
const EACH: Duration = Duration::from_millis(20);

pub(crate) fn drag(from: Point, to: Point) -> MouseActions {
    let start = mouse()
        .then(go(from))
        .then(PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        })
        // A first small move, past the threshold at which a drag begins.
        .then(go(from.by(4.0, 4.0)));
    let way = (1..=MOVES).map(|step| from.towards(to, f64::from(step) / f64::from(MOVES)));
    way.fold(start, |mouse, point| mouse.then(go(point)))
        .then(PointerAction::Pause { duration: EACH })
        .then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        })
}

/// Presses and stays pressed, past the threshold at which a drag begins.
pub(crate) fn hold(at: Point) -> MouseActions {
    mouse()
        .then(go(at))
        .then(PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        })
        .then(go(at.by(4.0, 4.0)))
}

pub(crate) fn let_go() -> MouseActions {
    mouse().then(PointerAction::Up {
        button: MOUSE_BUTTON_LEFT,
    })
}

pub(crate) fn click(at: Point) -> MouseActions {
    mouse()
        .then(go(at))
        .then(PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        })
        .then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        })
}

pub(crate) fn hover(at: Point) -> MouseActions {
    mouse().then(go(at))
}

fn mouse() -> MouseActions {
    MouseActions::new("mouse".into())
}

fn go(to: Point) -> PointerAction {
    // Whole pixels: drivers disagree on how to round.
    PointerAction::MoveTo {
        duration: Some(EACH),
        x: to.x.round(),
        y: to.y.round(),
    }
}
