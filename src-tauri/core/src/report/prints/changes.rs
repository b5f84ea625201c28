//! What changed in a schedule: as a list on paper, and as a message to copy.

use chrono::NaiveDate;

use super::super::model::{
    Align, Block, Cell, Column, Document, Face, Inline, Letterhead, Look, Role, Signature, Table,
    Width,
};
use super::super::words::{self, Language};
use super::line;
use super::schedule::{Audience, Visit, for_whom};
use super::terms::terms;
use crate::domain::Change;

/// Which issue of a schedule this is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// Its number; `None` for a draft.
    pub number: Option<u32>,
    /// When it was released.
    pub date: Option<NaiveDate>,
    /// The release before it, or the one that the draft changes.
    pub replaces: Option<u32>,
}

/// What a change list is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangesPrint {
    /// The language.
    pub lang: Language,
    /// The office's letterhead.
    pub letterhead: Option<Letterhead>,
    /// The cohort's name.
    pub cohort: String,
    /// Who organises; empty for none.
    pub organiser: String,
    /// Whom it is for.
    pub audience: Audience,
    /// What the changes lead to, and from what.
    pub edition: Edition,
    /// What the coordinator says about it; empty for nothing.
    pub note: String,
    /// By time.
    pub rows: Vec<ChangeRow>,
    /// Who answers for it, at the end of the print.
    pub signatures: Vec<Signature>,
    /// For the file's metadata.
    pub author: String,
}

/// One change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeRow {
    /// In which ways.
    pub changes: Vec<Change>,
    /// The slot as it was; `None` when it is new.
    pub before: Option<Visit>,
    /// As it is; `None` when it is dropped.
    pub after: Option<Visit>,
}

impl ChangeRow {
    fn visit(&self) -> Option<&Visit> {
        self.after.as_ref().or(self.before.as_ref())
    }

    fn has(&self, change: Change) -> bool {
        self.changes.contains(&change)
    }
}

/// "Terbitan 2, 20 Maret 2018, menggantikan terbitan 1".
pub fn edition_line(edition: &Edition, lang: Language) -> String {
    let Some(number) = edition.number else {
        return match edition.replaces {
            Some(before) => lang.pick(
                format!("Rancangan perubahan atas terbitan {before}, belum diterbitkan"),
                format!("Draft that changes release {before}, not yet released"),
            ),
            None => lang
                .pick("Rancangan, belum diterbitkan", "Draft, not yet released")
                .to_owned(),
        };
    };
    let mut parts = vec![lang.pick(format!("Terbitan {number}"), format!("Release {number}"))];
    parts.extend(edition.date.map(|date| words::date(date, lang)));
    parts.extend(edition.replaces.map(|before| {
        lang.pick(
            format!("menggantikan terbitan {before}"),
            format!("replaces release {before}"),
        )
    }));
    parts.join(", ")
}

/// Makes the print.
pub fn changes(print: &ChangesPrint) -> Document {
    let lang = print.lang;
    let title = title(lang);
    let mut blocks = vec![line(title.to_uppercase(), Role::Title)];
    let audience = for_whom(&print.audience, terms(lang));
    let heads = [
        Inline::bold(print.cohort.as_str()),
        Inline::plain(print.organiser.as_str()),
        Inline::plain(format!(
            "{audience} · {}",
            edition_line(&print.edition, lang)
        )),
    ];
    let heads = heads.into_iter().filter(|it| !it.text.trim().is_empty());
    blocks.extend(heads.map(|it| Block::Paragraph {
        text: vec![it],
        role: Role::Subtitle,
    }));
    blocks.extend(remark(print).map(|text| line(text, Role::Body)));
    if print.rows.is_empty() {
        blocks.push(line(nothing(lang), Role::Body));
    } else {
        blocks.push(Block::Table(table(print)));
    }
    if !print.signatures.is_empty() {
        blocks.push(Block::Signatures(print.signatures.clone()));
    }
    Document {
        title: format!("{title} – {} – {audience}", print.cohort),
        lang,
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

/// The changes as plain text for a chat; asterisks make words bold there.
pub fn changes_message(print: &ChangesPrint) -> String {
    let lang = print.lang;
    let mut lines = vec![
        format!("*{}*", title(lang)),
        print.cohort.clone(),
        for_whom(&print.audience, terms(lang)),
        edition_line(&print.edition, lang),
    ];
    lines.extend(remark(print));
    if print.rows.is_empty() {
        lines.push(String::new());
        lines.push(nothing(lang).to_owned());
    }
    let mut day = None;
    for (number, row) in print.rows.iter().enumerate() {
        let Some(visit) = row.visit() else {
            continue;
        };
        if day != Some(visit.start.date()) {
            day = Some(visit.start.date());
            lines.push(String::new());
            lines.push(format!("*{}*", words::day_date(visit.start.date(), lang)));
        }
        let kinds = kinds(row, lang).join(", ");
        lines.push(format!("{}. {} – {kinds}", number + 1, name_of(visit)));
        let sides = [
            (
                lang.pick("semula", "was"),
                side(row, row.before.as_ref(), print),
            ),
            (
                lang.pick("menjadi", "now"),
                side(row, row.after.as_ref(), print),
            ),
        ];
        for (word, facts) in sides {
            if !facts.is_empty() {
                lines.push(format!("   {word}: {}", facts.join("; ")));
            }
        }
    }
    lines.join("\n") + "\n"
}

fn title(lang: Language) -> &'static str {
    lang.pick("Perubahan Jadwal", "Schedule Changes")
}

/// What the coordinator says about the release.
fn remark(print: &ChangesPrint) -> Option<String> {
    let note = print.note.trim();
    (!note.is_empty()).then(|| format!("{}: {note}", terms(print.lang).remarks))
}

fn nothing(lang: Language) -> &'static str {
    lang.pick("Tidak ada perubahan.", "Nothing changed.")
}

fn table(print: &ChangesPrint) -> Table {
    let lang = print.lang;
    let words = terms(lang);
    let by_group = print.audience == Audience::Cohort;
    let own = |align| Column {
        width: Width::Content,
        align,
    };
    let share = |share| Column {
        width: Width::Share(share),
        align: Align::Start,
    };
    let mut columns = vec![
        own(Align::Center),
        own(Align::Start),
        share(22.0),
        share(13.0),
        share(26.0),
        share(26.0),
    ];
    let mut head = vec![
        words.number,
        words.day_and_date,
        words.activity,
        lang.pick("Perubahan", "Change"),
        lang.pick("Semula", "Before"),
        lang.pick("Menjadi", "Now"),
    ];
    if by_group {
        columns.push(share(13.0));
        head.push(words.group);
    }
    let mut rows = Vec::new();
    for (number, row) in print.rows.iter().enumerate() {
        let Some(visit) = row.visit() else {
            continue;
        };
        let day = visit.start.date();
        let facts = |visit: Option<&Visit>| {
            let facts = side(row, visit, print).join("\n");
            Cell::plain(if facts.is_empty() { words.none } else { &facts })
        };
        let mut cells = vec![
            Cell::plain((number + 1).to_string()),
            Cell::plain(format!(
                "{},\n{}",
                words::day_name(day, lang),
                words::date(day, lang)
            )),
            Cell::plain(name_of(visit)),
            Cell::plain(kinds(row, lang).join(", ")),
            facts(row.before.as_ref()),
            facts(row.after.as_ref()),
        ];
        if by_group {
            cells.push(Cell::plain(all_groups(row, print)));
        }
        rows.push(cells);
    }
    Table {
        columns,
        head: vec![head.into_iter().map(Cell::plain).collect()],
        rows,
        ..Table::default()
    }
}

/// The groups of both sides, each once.
fn all_groups(row: &ChangeRow, print: &ChangesPrint) -> String {
    let sides = || [&row.before, &row.after].into_iter().flatten();
    if sides().any(|visit| visit.groups.is_empty()) {
        return terms(print.lang).all_groups.to_owned();
    }
    let mut names: Vec<&str> = Vec::new();
    for name in sides().flat_map(|visit| &visit.groups) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn name_of(visit: &Visit) -> String {
    match visit.place.as_str() {
        "" => visit.activity.clone(),
        place if place == visit.activity => place.to_owned(),
        place => format!("{}, {place}", visit.activity),
    }
}

/// The ways of changing, in words.
fn kinds(row: &ChangeRow, lang: Language) -> Vec<&'static str> {
    let word = |change: &Change| match change {
        Change::Added => lang.pick("Baru", "New"),
        Change::Dropped => lang.pick("Dibatalkan", "Cancelled"),
        Change::Moved => lang.pick("Pindah waktu", "Moved"),
        Change::Place => lang.pick("Pindah tempat", "Another place"),
        Change::Groups => lang.pick("Kelompok lain", "Other groups"),
        Change::Lead => lang.pick("Penanggung jawab lain", "Another lead"),
        Change::Details => lang.pick("Rincian", "Details"),
    };
    row.changes.iter().map(word).collect()
}

/// What one side of a change was: of a new or cancelled slot time and place, of
/// a changed one only what differs.
fn side(row: &ChangeRow, visit: Option<&Visit>, print: &ChangesPrint) -> Vec<String> {
    let (Some(visit), lang) = (visit, print.lang) else {
        return Vec::new();
    };
    let words = terms(lang);
    let is_whole = row.has(Change::Added) || row.has(Change::Dropped);
    let mut facts = Vec::new();
    if is_whole || row.has(Change::Moved) {
        facts.push(time(row, visit, lang));
    }
    if (is_whole || row.has(Change::Place)) && !visit.place.is_empty() {
        facts.push(visit.place.clone());
    }
    if row.has(Change::Groups) {
        // The groups' names say by themselves what they are.
        facts.push(match visit.groups.is_empty() {
            true => format!("{}: {}", words.group, words.all_groups),
            false => visit.groups.join(", "),
        });
    }
    if row.has(Change::Lead) {
        let lead = match visit.in_charge.is_empty() {
            true => words.none.to_owned(),
            false => visit.in_charge.join(", "),
        };
        facts.push(format!("{}: {lead}", words.in_charge));
    }
    if row.has(Change::Details) {
        let details = [visit.activity.as_str(), visit.remarks.as_str()];
        let details: Vec<&str> = details.into_iter().filter(|it| !it.is_empty()).collect();
        facts.push(details.join("; "));
    }
    facts
}

/// The time, with the day where the slot goes to another.
fn time(row: &ChangeRow, visit: &Visit, lang: Language) -> String {
    let time = words::time_range(visit.start, visit.end, visit.zone, lang);
    let days = [&row.before, &row.after]
        .into_iter()
        .flatten()
        .map(|it| it.start.date());
    let same_day = days.clone().all(|day| day == visit.start.date());
    match same_day {
        true => time,
        false => format!("{}, {time}", words::day_date(visit.start.date(), lang)),
    }
}
