//! The built-in example. (being written)

use std::path::Path;

use super::{AppError, NewCohort, Session, Surroundings};

impl Session {
    /// Lays the example out in `folder` and opens it.
    ///
    /// # Errors
    /// When the folder is not empty or not writable.
    pub fn example(folder: &Path, surroundings: Surroundings) -> Result<Self, AppError> {
        let mut session = Self::found(
            folder,
            &NewCohort {
                name: "x".into(),
                coordinator: "y".into(),
                programme: "pka".into(),
                ..Default::default()
            },
            surroundings,
        )?;
        session.mark_as_example()?;
        Ok(session)
    }
}
