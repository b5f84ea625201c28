//! The schedule for a pocket: narrow pages, to be printed several on a sheet and folded.

use super::super::impose::Fold;
use super::super::model::{
    Align, Block, Cell, Column, Document, Face, Inline, ListItem, Look, Role, Table, Width,
};
use super::super::words::{self, Language};
use super::changes::edition_line;
use super::schedule::{Audience, for_whom, in_order};
use super::terms::terms;
use super::{SchedulePrint, SiteFacts, Visit, facts, heading, line};

/// What a pocket schedule is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PocketPrint {
    /// The schedule. Letterhead and signatures are left out: there is no room.
    pub schedule: SchedulePrint,
    /// The sites on it.
    pub sites: Vec<SiteFacts>,
    /// Who travels along, by name.
    pub people: Vec<String>,
    /// How small the pages will be.
    pub fold: Fold,
}

/// Makes the print, with text large enough to be made smaller.
pub fn pocket(print: &PocketPrint) -> Document {
    let schedule = &print.schedule;
    let lang = schedule.lang;
    let words = terms(lang);
    let title = if schedule.title.is_empty() {
        words.schedule
    } else {
        &schedule.title
    };
    let audience = for_whom(&schedule.audience, words);
    let visits = in_order(&schedule.visits);
    let mut blocks = vec![line(title.to_uppercase(), Role::Title)];
    let first = visits.first().map(|it| it.start.date());
    let last = visits.iter().map(|it| it.end.date()).max();
    let days = match (first, last) {
        (Some(first), Some(last)) => words::date_range(first, last, lang),
        _ => String::new(),
    };
    let edition = schedule.edition.as_ref();
    let edition = edition.map(|it| edition_line(it, lang)).unwrap_or_default();
    for text in [&schedule.cohort, &audience, &days, &edition] {
        if !text.is_empty() {
            blocks.push(line(text.as_str(), Role::Subtitle));
        }
    }
    if visits.is_empty() {
        blocks.push(line(words.no_visits, Role::Body));
    }
    let mut rest = visits.as_slice();
    while let Some(first) = rest.first() {
        let day = first.start.date();
        let same = rest.iter().take_while(|it| it.start.date() == day).count();
        blocks.push(heading(2, words::day_date(day, lang)));
        blocks.push(Block::Table(day_table(&rest[..same], schedule)));
        rest = &rest[same..];
    }
    if !print.sites.is_empty() {
        blocks.push(heading(2, lang.pick("Lokus", "Sites")));
        for site in &print.sites {
            blocks.push(heading(3, site.name.as_str()));
            blocks.push(facts([
                (lang.pick("Alamat", "Address"), site.address.clone()),
                (lang.pick("Jam buka", "Opening hours"), site.hours.clone()),
                (words.focus, site.foci.join(", ")),
                (lang.pick("Narahubung", "Contact"), site.contacts.join("\n")),
            ]));
        }
    }
    if !print.people.is_empty() {
        blocks.push(heading(2, lang.pick("Rombongan", "Who travels")));
        let item = |name: &String| ListItem {
            checked: None,
            blocks: vec![line(name.as_str(), Role::Body)],
        };
        blocks.push(Block::List {
            start: Some(1),
            items: print.people.iter().map(item).collect(),
        });
    }
    Document {
        title: format!("{title} – {audience}"),
        lang,
        author: schedule.author.clone(),
        header: None,
        look: Look {
            face: Face::Sans,
            // As read: 8.5 and 8 points.
            size: match print.fold {
                Fold::Half => 12.0,
                Fold::Quarter => 16.0,
            },
            justify: false,
        },
        blocks,
    }
}

fn day_table(visits: &[&Visit], schedule: &SchedulePrint) -> Table {
    let lang = schedule.lang;
    // Who reads the schedule of one group or person knows the group.
    let by_group = schedule.audience == Audience::Cohort;
    let words = terms(lang);
    let column = |share| Column {
        width: Width::Share(share),
        align: Align::Start,
    };
    let rows = visits.iter().map(|visit| {
        let time = words::time_range(visit.start, visit.end, visit.zone, lang);
        vec![Cell::plain(time), what(visit, by_group, lang)]
    });
    Table {
        columns: vec![column(28.0), column(72.0)],
        head: vec![vec![Cell::plain(words.time), Cell::plain(words.activity)]],
        rows: rows.collect(),
        ..Table::default()
    }
}

fn what(visit: &Visit, by_group: bool, lang: Language) -> Cell {
    let groups = match by_group {
        true => visit.groups.join(", "),
        false => String::new(),
    };
    let words = terms(lang);
    let mut text = vec![Inline::bold(visit.activity.as_str())];
    let labelled = |label: &str, it: String| match it.is_empty() {
        true => it,
        false => format!("{label}: {it}"),
    };
    let lines = [
        visit.place.clone(),
        groups,
        labelled(lang.pick("PJ", "Lead"), visit.in_charge.join(", ")),
        labelled(words.remarks, visit.remarks.clone()),
    ];
    for it in lines.iter().filter(|it| !it.is_empty()) {
        text.push(Inline::plain(format!("\n{it}")));
    }
    Cell::new(text)
}
