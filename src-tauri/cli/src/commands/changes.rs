//! What changed in the itinerary since a release, as a message to copy.

use tilik_core::app::{AppError, ChangesFor, Session};
use tilik_core::store::Access;

use super::Surrounded;
use super::export::whose;
use crate::arguments::Changes;
use crate::refusal::Refusal;
use crate::terminal::Answer;

pub(super) fn changes(around: &Surrounded<'_>, it: &Changes) -> Result<Answer, Refusal> {
    let session = around.open(&it.dir, Access::Read)?;
    let wanted = ChangesFor {
        since: since(&session, it.since)?,
        who: whose(&session, it.group.as_deref(), it.person.as_deref())?,
    };
    let message = session.changes_message(wanted, around.words.language)?;
    let list = session.changes_since(wanted)?;
    Ok(Answer {
        json: serde_json::to_value(&list).map_err(AppError::from)?,
        lines: message.lines().map(str::to_owned).collect(),
        ..Answer::default()
    })
}

/// The release asked for, or the one before the newest; of a single release it
/// is that one, and what changed since is the draft.
pub(super) fn since(session: &Session, asked: Option<u32>) -> Result<u32, AppError> {
    if let Some(number) = asked {
        return Ok(number);
    }
    let releases = session.releases()?;
    let before = releases.len().saturating_sub(2);
    Ok(releases.get(before).map_or(0, |it| it.release.number))
}
