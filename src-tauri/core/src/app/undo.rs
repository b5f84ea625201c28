//! What can be taken back: the states a record had before and after each save
//! of this session.

use crate::domain::Id;
use crate::log::State;

/// So many steps can be taken back.
const DEPTH: usize = 200;

/// What is taken back at once: one save, or several that belong together.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Step(pub(super) Vec<Turn>);

/// What a save did to one record.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Turn {
    pub(super) doc: Id,
    /// `None` when the save gave birth to the record.
    pub(super) before: Option<State>,
    pub(super) after: State,
}

/// The saves of this session, newest last.
#[derive(Default)]
pub(super) struct UndoStack {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl UndoStack {
    pub(super) fn push(&mut self, step: Step) {
        self.undone.clear();
        if self.done.len() == DEPTH {
            self.done.remove(0);
        }
        self.done.push(step);
    }

    pub(super) fn last_done(&self) -> Option<&Step> {
        self.done.last()
    }

    pub(super) fn last_undone(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// Moves the last step to the undone ones, once it is really taken back.
    pub(super) fn mark_undone(&mut self) {
        self.undone.extend(self.done.pop());
    }

    /// Moves the last undone step back, once it is really done again.
    pub(super) fn mark_redone(&mut self) {
        self.done.extend(self.undone.pop());
    }
}
