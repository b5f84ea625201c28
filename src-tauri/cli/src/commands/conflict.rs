//! Conflicts of the itinerary in words.

use fluent_bundle::FluentValue;

use tilik_core::app::{AppError, Session};
use tilik_core::domain::{Id, Record, Zone};
use tilik_core::planner::Conflict;
use tilik_core::report::words as dates;

use crate::words::Words;

/// One sentence for each conflict.
pub(super) fn sentences(
    words: &Words,
    session: &Session,
    conflicts: &[Conflict],
) -> Result<Vec<String>, AppError> {
    let zone = session.cohort_record()?.zone;
    Ok(conflicts
        .iter()
        .map(|it| sentence(words, session, zone, it))
        .collect())
}

fn sentence(words: &Words, session: &Session, zone: Zone, it: &Conflict) -> String {
    let zone = zone_of(session, it).unwrap_or(zone);
    let (from, to) = (it.from.local(zone), it.to.local(zone));
    let day = dates::day_date(from.date(), words.language);
    let time = dates::time_range(from, to, zone, words.language);
    let visit = |place: usize| {
        it.visits
            .get(place)
            .map_or(String::new(), |id| title(session, *id))
    };
    let about: Vec<String> = it.about.iter().map(|id| title(session, *id)).collect();
    let values: [(&str, FluentValue<'_>); 6] = [
        ("when", format!("{day}, {time}").into()),
        ("about", about.join(", ").into()),
        ("first", visit(0).into()),
        ("second", visit(1).into()),
        ("planned", it.planned.unwrap_or_default().into()),
        ("capacity", it.capacity.unwrap_or_default().into()),
    ];
    let mut text = words.say(&format!("cli-conflict-{}", Words::code(it.clash)), &values);
    if let Some(start) = it.better_start {
        let time = dates::time(start.local(zone).time(), words.language);
        text.push(' ');
        text.push_str(&words.say(
            "cli-conflict-better",
            &[("first", visit(0).into()), ("time", time.into())],
        ));
    }
    text
}

/// The zone of the site that the slot to move is at.
fn zone_of(session: &Session, it: &Conflict) -> Option<Zone> {
    let visit = session.store().record(*it.visits.first()?).ok()?;
    let Record::Visit(visit) = visit.record else {
        return None;
    };
    match session.store().record(visit.site?).ok()?.record {
        Record::Site(site) => Some(site.zone),
        _ => None,
    }
}

/// The title of a record; of an unnamed visit, its site's name.
fn title(session: &Session, id: Id) -> String {
    let Ok(stored) = session.store().record(id) else {
        return id.to_string();
    };
    match &stored.record {
        Record::Visit(visit) if visit.title.is_empty() => visit
            .site
            .map_or(String::new(), |site| title(session, site)),
        record => record.title().to_owned(),
    }
}
