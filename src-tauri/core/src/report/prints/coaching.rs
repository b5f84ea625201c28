//! The coaching log (kartu bimbingan): what was advised on which day, with room to sign.

use super::super::model::{
    Align, Block, Cell, Column, Document, Face, Letterhead, Look, Role, Signature, Table, Width,
};
use super::super::words::Language;
use super::{facts, line};

/// Whose log it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CoachingSide {
    /// A trainee's: each line names the coach.
    #[default]
    Trainee,
    /// An instructor's: each line names the trainee.
    Instructor,
}

/// One line of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The day, formatted.
    pub day: String,
    /// Who sat on the other side.
    pub other: String,
    /// About what.
    pub topic: String,
    /// What was advised.
    pub advice: String,
}

/// What the log is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoachingPrint {
    /// The language.
    pub lang: Language,
    /// The office's letterhead.
    pub letterhead: Option<Letterhead>,
    /// The cohort's name.
    pub cohort: String,
    /// The programme's name.
    pub programme: String,
    /// Whose log it is.
    pub side: CoachingSide,
    /// Their name.
    pub name: String,
    /// Their civil servant number; empty for none.
    pub nip: String,
    /// Their office; empty for none.
    pub office: String,
    /// The lines, by day.
    pub lines: Vec<Session>,
    /// Who signs below.
    pub signatures: Vec<Signature>,
}

/// A log without lines is printed with so many empty ones, to fill in by hand.
const BLANK_LINES: usize = 8;

/// Makes the print.
pub fn coaching(print: &CoachingPrint) -> Document {
    let lang = print.lang;
    let title = lang.pick("Kartu Bimbingan", "Coaching Log");
    let mut blocks = vec![line(title.to_uppercase(), Role::Title)];
    for text in [&print.programme, &print.cohort] {
        if !text.trim().is_empty() {
            blocks.push(line(text.as_str(), Role::Subtitle));
        }
    }
    let role = match print.side {
        CoachingSide::Trainee => lang.pick("Peserta", "Trainee"),
        CoachingSide::Instructor => lang.pick("Widyaiswara", "Instructor"),
    };
    blocks.push(facts([
        (role, &print.name),
        ("NIP", &print.nip),
        (lang.pick("Unit kerja", "Office"), &print.office),
    ]));
    blocks.push(Block::Space(6.0));
    if print.lines.is_empty() {
        let none = lang.pick(
            "Belum ada bimbingan yang dicatat. Baris di bawah dapat diisi dengan tangan.",
            "No coaching is on record yet. The lines below can be filled in by hand.",
        );
        blocks.push(line(none, Role::Small));
    }
    blocks.push(Block::Table(table(print)));
    if !print.signatures.is_empty() {
        blocks.push(Block::Signatures(print.signatures.clone()));
    }
    Document {
        title: format!("{title} – {}", print.name),
        lang,
        author: print.name.clone(),
        header: print.letterhead.clone(),
        look: Look {
            face: Face::Sans,
            size: 10.0,
            justify: false,
        },
        blocks,
    }
}

fn table(print: &CoachingPrint) -> Table {
    let lang = print.lang;
    let (other, signs) = match print.side {
        CoachingSide::Trainee => (
            lang.pick("Widyaiswara", "Instructor"),
            lang.pick("Tanda tangan widyaiswara", "Instructor's signature"),
        ),
        CoachingSide::Instructor => (
            lang.pick("Peserta", "Trainee"),
            lang.pick("Tanda tangan peserta", "Trainee's signature"),
        ),
    };
    let head = [
        "No.",
        lang.pick("Hari/Tanggal", "Day/Date"),
        other,
        lang.pick("Pokok bahasan", "Topic"),
        lang.pick("Saran", "Advice"),
        signs,
    ];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (i, it) in print.lines.iter().enumerate() {
        // Room to sign, however short the advice.
        let advice = format!("{}\n\u{a0}", it.advice.trim_end());
        rows.push(vec![
            Cell::plain((i + 1).to_string()),
            Cell::plain(it.day.as_str()),
            Cell::plain(it.other.as_str()),
            Cell::plain(it.topic.as_str()),
            Cell::plain(advice),
            Cell::default(),
        ]);
    }
    if rows.is_empty() {
        let blank = |i: usize| {
            let mut row = vec![Cell::default(); 6];
            row[0] = Cell::plain(format!("{}\n\u{a0}", i + 1));
            row
        };
        rows = (0..BLANK_LINES).map(blank).collect();
    }
    let align = |i: usize| if i == 0 { Align::Center } else { Align::Start };
    let shares = [6.0, 15.0, 18.0, 19.0, 28.0, 18.0];
    let columns = shares.into_iter().enumerate().map(|(i, share)| Column {
        width: Width::Share(share),
        align: align(i),
    });
    Table {
        columns: columns.collect(),
        head: vec![head.map(Cell::plain).to_vec()],
        rows,
        ..Table::default()
    }
}
