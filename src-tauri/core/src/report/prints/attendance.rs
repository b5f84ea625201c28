//! Attendance lists: who was at a visit or on a day, to be signed by hand.

use super::super::model::{
    Align, Block, Cell, Column, Document, Face, Inline, Letterhead, Look, Role, Signature, Table,
    Width,
};
use super::super::words::Language;
use super::{apart, facts, line};
use crate::domain::Presence;

/// One person on the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    /// With titles.
    pub name: String,
    /// The civil servant's number; may be empty.
    pub nip: String,
    /// Position and office, a line each.
    pub post: Vec<String>,
    /// The group's name; may be empty.
    pub group: String,
    /// Whether they were there; `None` leaves a place to sign.
    pub presence: Option<Presence>,
}

/// One list: a visit, or a whole day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttendanceList {
    /// "Selasa, 20 Maret 2018".
    pub day: String,
    /// "08.30–10.15 WIB"; empty for a whole day.
    pub time: String,
    /// The site, or the sites of a whole day.
    pub place: String,
    /// What is done; empty for none.
    pub activity: String,
    /// The groups, by name; none means everyone.
    pub groups: Vec<String>,
    /// Who should sign, each once.
    pub people: Vec<Attendee>,
    /// Who took the attendance, by name; nobody yet if empty.
    pub taken_by: Vec<String>,
    /// Empty rows below, for guests.
    pub guests: usize,
    /// Who confirms the list.
    pub signatures: Vec<Signature>,
}

/// What attendance lists are made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttendancePrint {
    /// The language.
    pub lang: Language,
    /// The office's letterhead, on top of every list.
    pub letterhead: Option<Letterhead>,
    /// The cohort's name.
    pub cohort: String,
    /// Who organises; empty for none.
    pub organiser: String,
    /// For the file's metadata.
    pub author: String,
    /// The lists, each on pages of its own.
    pub lists: Vec<AttendanceList>,
}

/// Makes the print.
pub fn attendance(print: &AttendancePrint) -> Document {
    let lang = print.lang;
    let title = lang.pick("Daftar Hadir", "Attendance List");
    let head = line(title.to_uppercase(), Role::Title);
    let lists = print.lists.iter().map(|list| {
        let names = [&print.cohort, &print.organiser].into_iter();
        let names = names.filter(|it| !it.is_empty());
        let names = names.map(|it| line(it.as_str(), Role::Subtitle));
        let mut blocks = vec![head.clone()];
        blocks.extend(names);
        blocks.extend(one_list(list, lang));
        blocks
    });
    let mut blocks = apart(lists, print.letterhead.as_ref());
    if print.lists.is_empty() {
        let missing = lang.pick(
            "Belum ada kunjungan yang dijadwalkan, sehingga belum ada daftar hadir.",
            "No visit has been scheduled yet, so there is no attendance list.",
        );
        blocks.push(head);
        blocks.push(line(print.cohort.as_str(), Role::Subtitle));
        blocks.push(line(missing, Role::Body));
    }
    Document {
        title: format!("{title} – {}", print.cohort),
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

fn one_list(list: &AttendanceList, lang: Language) -> Vec<Block> {
    let everyone = lang.pick("Seluruh angkatan", "The whole cohort");
    let groups = if list.groups.is_empty() {
        everyone.to_owned()
    } else {
        list.groups.join(", ")
    };
    let count = list.people.len();
    let people = lang.pick("orang", if count == 1 { "person" } else { "people" });
    let when = [list.day.as_str(), &list.time];
    let when: Vec<&str> = when.into_iter().filter(|it| !it.is_empty()).collect();
    let mut blocks = vec![facts([
        (lang.pick("Hari, tanggal", "Day, date"), when.join(", ")),
        (lang.pick("Tempat", "Place"), list.place.clone()),
        (lang.pick("Kegiatan", "Activity"), list.activity.clone()),
        (
            lang.pick("Peserta", "Present"),
            format!("{groups} ({count} {people})"),
        ),
    ])];
    if list.people.is_empty() {
        let missing = lang.pick(
            "Belum ada orang dalam kelompok ini. Isi anggotanya di layar Peserta.",
            "Nobody is in this group yet. Fill in its members on the People screen.",
        );
        blocks.push(line(missing, Role::Small));
    }
    if count + guests(list) > 0 {
        blocks.push(Block::Table(table(list, lang)));
    }
    if let Some(taken) = taken(list, lang) {
        blocks.push(line(taken, Role::Small));
    }
    if !list.signatures.is_empty() {
        blocks.push(Block::Signatures(list.signatures.clone()));
    }
    blocks
}

fn word(presence: Presence, lang: Language) -> &'static str {
    match presence {
        Presence::Present => lang.pick("hadir", "present"),
        Presence::Excused => lang.pick("izin/sakit", "excused"),
        Presence::Absent => lang.pick("tanpa keterangan", "absent"),
    }
}

/// How many were there, and who says so; `None` if nobody took the attendance.
fn taken(list: &AttendanceList, lang: Language) -> Option<String> {
    let count = |presence| {
        let of = list.people.iter().filter(|it| it.presence == presence);
        of.count()
    };
    let all = [Presence::Present, Presence::Excused, Presence::Absent];
    let mut parts: Vec<(usize, &str)> = all
        .map(|it| (count(Some(it)), word(it, lang)))
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .collect();
    if parts.is_empty() {
        return None;
    }
    let open = count(None);
    if open > 0 {
        parts.push((open, lang.pick("belum ditandai", "not marked yet")));
    }
    let parts = parts.iter().map(|(count, what)| format!("{count} {what}"));
    let counted = parts.collect::<Vec<_>>().join(", ");
    let names = list.taken_by.join(", ");
    Some(match (names.is_empty(), lang) {
        (true, Language::Id) => format!("Kehadiran: {counted}."),
        (true, Language::En) => format!("Attendance: {counted}."),
        (false, Language::Id) => format!("Kehadiran: {counted}. Dicatat oleh {names}."),
        (false, Language::En) => format!("Attendance: {counted}. Taken by {names}."),
    })
}

fn is_taken(list: &AttendanceList) -> bool {
    list.people.iter().any(|it| it.presence.is_some())
}

/// Guests sign on paper only, so not where attendance was taken.
fn guests(list: &AttendanceList) -> usize {
    if is_taken(list) { 0 } else { list.guests }
}

fn table(list: &AttendanceList, lang: Language) -> Table {
    let by_group = list.groups.len() != 1 && list.people.iter().any(|it| !it.group.is_empty());
    let column = |width, align| Column { width, align };
    let share = |share| column(Width::Share(share), Align::Start);
    // A number of 18 digits stands on one line; where none is known there is room to write it.
    let numbered = list.people.iter().any(|it| !it.nip.is_empty());
    let nip = match numbered {
        true => column(Width::Content, Align::Start),
        false => share(13.0),
    };
    let mut columns = vec![
        column(Width::Content, Align::Center),
        share(28.0),
        nip,
        share(29.0),
        share(32.0),
    ];
    let mut head = vec![
        "No.",
        lang.pick("Nama", "Name"),
        "NIP",
        lang.pick("Jabatan/Instansi", "Position/Office"),
        match is_taken(list) {
            true => lang.pick("Kehadiran", "Attendance"),
            false => lang.pick("Tanda Tangan", "Signature"),
        },
    ];
    if by_group {
        columns.insert(4, column(Width::Content, Align::Start));
        head.insert(4, lang.pick("Kelompok", "Group"));
    }
    let guest = Attendee::default();
    let people = list.people.iter();
    let rows = people.chain(std::iter::repeat_n(&guest, guests(list)));
    let rows = rows.enumerate().map(|(i, person)| {
        let number = i + 1;
        let mut row = vec![
            Cell::plain(number.to_string()),
            Cell::plain(person.name.as_str()),
            Cell::plain(person.nip.as_str()),
            Cell::plain(person.post.join("\n")),
        ];
        if by_group {
            row.push(Cell::plain(person.group.as_str()));
        }
        row.push(match person.presence {
            Some(presence) => Cell::plain(word(presence, lang)),
            None => place_to_sign(number),
        });
        row
    });
    Table {
        columns,
        head: vec![head.into_iter().map(Cell::plain).collect()],
        rows: rows.collect(),
        ..Table::default()
    }
}

/// Odd numbers sign on the left and even ones on the right, so that each has the height of two
/// rows. The line feed gives empty rows the height of a signature.
fn place_to_sign(number: usize) -> Cell {
    let align = if number.is_multiple_of(2) {
        Align::End
    } else {
        Align::Start
    };
    Cell {
        align: Some(align),
        ..Cell::new(vec![Inline::plain(format!("\n{number}. …………………"))])
    }
}
