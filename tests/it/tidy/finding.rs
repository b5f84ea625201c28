//! One thing that is not tidy, and what to do about it.

use std::fmt;

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) path: String,
    /// From 1, as editors count.
    pub(crate) line: usize,
    pub(crate) rule: &'static str,
    /// What to do, as a sentence.
    pub(crate) advice: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            rule,
            advice,
        } = self;
        write!(f, "{path}:{line}: {rule}: {advice}")
    }
}
