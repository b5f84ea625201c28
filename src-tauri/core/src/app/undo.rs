//! What can be taken back: the states a record had before and after each save
//! of this session.

use crate::domain::Id;
use crate::log::State;

/// So many steps can be taken back.
const DEPTH: usize = 200;

/// One record of a save.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Step {
    pub(super) doc: Id,
    /// `None` when the save gave birth to the record.
    pub(super) before: Option<State>,
    pub(super) after: State,
}

/// The saves of this session, newest last; each may have changed several
/// records, which are taken back together.
#[derive(Default)]
pub(super) struct UndoStack {
    done: Vec<Vec<Step>>,
    undone: Vec<Vec<Step>>,
}

impl UndoStack {
    pub(super) fn push(&mut self, step: Step) {
        self.push_all(vec![step]);
    }

    /// Keeps what was saved together; nothing when it changed nothing.
    pub(super) fn push_all(&mut self, steps: Vec<Step>) {
        if steps.is_empty() {
            return;
        }
        self.undone.clear();
        if self.done.len() == DEPTH {
            self.done.remove(0);
        }
        self.done.push(steps);
    }

    pub(super) fn last_done(&self) -> Option<&[Step]> {
        self.done.last().map(Vec::as_slice)
    }

    pub(super) fn last_undone(&self) -> Option<&[Step]> {
        self.undone.last().map(Vec::as_slice)
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
