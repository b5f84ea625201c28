//! The visit schedule of a cohort, of one group or of one person.

use chrono::{Duration, NaiveDateTime};

use super::super::model::{
    Align, Block, Cell, Column, Document, Face, Inline, Letterhead, Look, Role, Signature, Table,
    Width,
};
use super::super::words::{self, Language};
use super::changes::{Edition, edition_line};
use super::line;
use super::terms::{Terms, terms};
use crate::domain::Zone;

/// Whom a schedule is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Everyone; a column names the groups.
    #[default]
    Cohort,
    /// One group, by name.
    Group(String),
    /// One person, by name.
    Person(String),
}

/// A planned visit or activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The start, by the site's clock.
    pub start: NaiveDateTime,
    /// The end, by the site's clock.
    pub end: NaiveDateTime,
    /// The site's zone.
    pub zone: Zone,
    /// The groups that take part, by name; none means all.
    pub groups: Vec<String>,
    /// What is done.
    pub activity: String,
    /// Where.
    pub place: String,
    /// Who is in charge, a name each.
    pub in_charge: Vec<String>,
    /// Anything else.
    pub remarks: String,
}

/// What a schedule is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchedulePrint {
    /// The language.
    pub lang: Language,
    /// The office's letterhead.
    pub letterhead: Option<Letterhead>,
    /// The title; empty for "Jadwal Kunjungan".
    pub title: String,
    /// The cohort's name.
    pub cohort: String,
    /// Who organises; empty for none.
    pub organiser: String,
    /// Whom it is for.
    pub audience: Audience,
    /// Which issue it is; `None` says nothing of it.
    pub edition: Option<Edition>,
    /// The visits, in any order, already those of the audience.
    pub visits: Vec<Visit>,
    /// Who signs.
    pub signatures: Vec<Signature>,
    /// For the file's metadata.
    pub author: String,
}

/// Makes the print. Visits are sorted by time, then place.
pub fn schedule(print: &SchedulePrint) -> Document {
    let words = terms(print.lang);
    let visits = in_order(&print.visits);
    let title = if print.title.is_empty() {
        words.schedule
    } else {
        &print.title
    };
    let mut blocks = vec![line(title.to_uppercase(), Role::Title)];
    let mut subtitles = vec![Inline::bold(print.cohort.as_str())];
    if !print.organiser.is_empty() {
        subtitles.push(Inline::plain(print.organiser.as_str()));
    }
    let audience = for_whom(&print.audience, words);
    let days = match (visits.first(), visits.iter().map(|v| v.end.date()).max()) {
        (Some(first), Some(last)) => Some(words::date_range(first.start.date(), last, print.lang)),
        _ => None,
    };
    let last = [Some(audience.clone()), days]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    subtitles.push(Inline::plain(last.join(" · ")));
    let edition = print.edition.as_ref();
    subtitles.extend(edition.map(|it| Inline::plain(edition_line(it, print.lang))));
    for subtitle in subtitles
        .into_iter()
        .filter(|inline| !inline.text.trim().is_empty())
    {
        blocks.push(Block::Paragraph {
            text: vec![subtitle],
            role: Role::Subtitle,
        });
    }
    if visits.is_empty() {
        blocks.push(line(words.no_visits, Role::Body));
    } else {
        blocks.push(Block::Table(table(&visits, print, words)));
    }
    if !print.signatures.is_empty() {
        blocks.push(Block::Signatures(print.signatures.clone()));
    }
    Document {
        title: format!("{title} – {} – {audience}", print.cohort),
        lang: print.lang,
        author: print.author.clone(),
        header: print.letterhead.clone(),
        look: Look {
            face: Face::Sans,
            size: 10.0,
            justify: false,
        },
        blocks,
    }
}

/// By time, then place.
pub(super) fn in_order(visits: &[Visit]) -> Vec<&Visit> {
    let mut visits: Vec<&Visit> = visits.iter().collect();
    visits.sort_by_key(|visit| {
        (
            visit.start.date(),
            utc(visit.start, visit.zone),
            utc(visit.end, visit.zone),
            visit.groups.clone(),
            visit.place.clone(),
            visit.activity.clone(),
        )
    });
    visits
}

/// The wall time as an instant, for sorting over zones.
fn utc(at: NaiveDateTime, zone: Zone) -> NaiveDateTime {
    at.checked_sub_signed(Duration::minutes(zone.offset_minutes().into()))
        .unwrap_or(at)
}

pub(super) fn for_whom(audience: &Audience, words: &Terms) -> String {
    match audience {
        Audience::Cohort => words.everyone.to_owned(),
        Audience::Group(name) => format!("{}: {name}", words.for_group),
        Audience::Person(name) => format!("{}: {name}", words.for_person),
    }
}

fn table(visits: &[&Visit], print: &SchedulePrint, words: &Terms) -> Table {
    // Who reads the schedule of one group or person knows the group.
    let by_group =
        print.audience == Audience::Cohort && visits.iter().any(|v| !v.groups.is_empty());
    let share = |share, align| Column {
        width: Width::Share(share),
        align,
    };
    let own = |align| Column {
        width: Width::Content,
        align,
    };
    // Where nobody remarked anything, a little room to write by hand is enough.
    let remarked = visits.iter().any(|it| !it.remarks.trim().is_empty());
    let mut columns = vec![
        own(Align::Center),
        own(Align::Start),
        own(Align::Start),
        share(21.0, Align::Start),
        share(23.0, Align::Start),
        share(15.0, Align::Start),
        share(if remarked { 16.0 } else { 12.0 }, Align::Start),
    ];
    let mut head = vec![
        words.number,
        words.day_and_date,
        words.time,
        words.activity,
        words.place,
        words.in_charge,
        words.remarks,
    ];
    if by_group {
        columns.insert(4, share(11.0, Align::Start));
        head.insert(4, words.group);
    }
    let mut rows = Vec::new();
    for (i, visit) in visits.iter().enumerate() {
        let day = visit.start.date();
        let mut row = vec![Cell::plain((i + 1).to_string())];
        if i == 0 || visits[i - 1].start.date() != day {
            let same = visits[i..]
                .iter()
                .take_while(|v| v.start.date() == day)
                .count();
            let name = Inline::bold(format!("{},\n", words::day_name(day, print.lang)));
            let date = Inline::plain(words::date(day, print.lang));
            row.push(Cell {
                text: vec![name, date],
                rows: same,
                ..Cell::default()
            });
        }
        let time = words::time_range(visit.start, visit.end, visit.zone, print.lang);
        row.push(Cell::plain(time));
        row.push(Cell::plain(visit.activity.as_str()));
        if by_group {
            let all = visit.groups.is_empty();
            let groups = visit.groups.join(", ");
            row.push(Cell::plain(if all {
                words.all_groups.to_owned()
            } else {
                groups
            }));
        }
        row.push(Cell::plain(visit.place.as_str()));
        row.push(Cell::plain(visit.in_charge.join("\n")));
        row.push(Cell::plain(visit.remarks.as_str()));
        rows.push(row);
    }
    let head = vec![head.into_iter().map(Cell::plain).collect()];
    Table {
        columns,
        head,
        rows,
        ..Table::default()
    }
}
