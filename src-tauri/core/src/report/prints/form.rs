//! A blank observation sheet: an instrument's questions and the fixed parts of an observation,
//! to be filled in by hand where no laptop is at hand.

use super::super::model::{
    Align, Block, Cell, Document, Face, Inline, Letterhead, ListItem, Look, Role, Signature, Table,
};
use super::super::words::Language;
use super::terms::terms;
use super::{heading, line, shares};

/// The room that a short value needs.
const SHORT_GAP: &str = "…………………………";

/// What an answer looks like on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormAnswer {
    /// Words, on so many lines.
    Text(usize),
    /// A number, with its unit where one is known.
    Number,
    /// A day.
    Date,
    /// One of these.
    One(Vec<String>),
    /// Any of these.
    Many(Vec<String>),
    /// A tick.
    Tick,
    /// Nothing: the label is a heading or words to read.
    Words,
}

/// A question of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormQuestion {
    /// What is asked.
    pub label: String,
    /// Said small below it; empty for none.
    pub hint: String,
    /// What an answer looks like.
    pub answer: FormAnswer,
    /// Whether it must be answered.
    pub required: bool,
}

/// What a blank sheet is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormPrint {
    /// The language.
    pub lang: Language,
    /// The office's letterhead.
    pub letterhead: Option<Letterhead>,
    /// The cohort's name.
    pub cohort: String,
    /// The instrument's name, with its version.
    pub instrument: String,
    /// Said beside the results, such as "Bukan nilai SKM resmi"; empty for none.
    pub caution: String,
    /// The questions in order.
    pub questions: Vec<FormQuestion>,
    /// Indicators to read, with their units.
    pub indicators: Vec<(String, String)>,
    /// How many indicators have no room on the sheet.
    pub more_indicators: usize,
    /// For the file's metadata.
    pub author: String,
}

/// Makes the print.
pub fn form(print: &FormPrint) -> Document {
    let lang = print.lang;
    let title = lang.pick("Lembar Observasi", "Observation Sheet");
    let mut blocks = vec![line(title.to_uppercase(), Role::Title)];
    let names = [print.instrument.as_str(), &print.cohort];
    let names: Vec<&str> = names.into_iter().filter(|it| !it.is_empty()).collect();
    if !names.is_empty() {
        blocks.push(line(names.join(" · "), Role::Subtitle));
    }
    blocks.push(head(lang));
    if !print.caution.is_empty() {
        blocks.push(paragraph(vec![Inline::italic(print.caution.as_str())]));
    }
    if print.questions.is_empty() {
        let missing = lang.pick(
            "Instrumen ini belum mempunyai pertanyaan.",
            "This instrument has no questions yet.",
        );
        blocks.push(line(missing, Role::Body));
    }
    let mut number = 0;
    for question in &print.questions {
        if question.answer != FormAnswer::Words {
            number += 1;
        }
        blocks.extend(ask(question, number, lang));
    }
    if print.questions.iter().any(|it| it.required) {
        let marked = lang.pick("* wajib diisi", "* must be answered");
        blocks.push(line(marked, Role::Small));
    }
    blocks.extend(fixed_parts(print));
    blocks.push(Block::Signatures(vec![Signature {
        place_and_date: SHORT_GAP.to_owned(),
        role: format!("{},", terms(lang).observer),
        ..Signature::default()
    }]));
    Document {
        title: format!("{title} – {}", print.instrument),
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

/// Who, where and when, in boxes to write in.
fn head(lang: Language) -> Block {
    let label = |id, en| Cell::new(vec![Inline::bold(format!("{}\n", lang.pick(id, en)))]);
    let zones = format!(
        "\n{}                  WIB/WITA/WIT",
        lang.pick("s.d.", "to")
    );
    let rows = vec![
        vec![
            label("Nama", "Name"),
            blank(),
            label("Lokus", "Site"),
            blank(),
        ],
        vec![
            label("Kelompok", "Group"),
            blank(),
            label("Hari, tanggal", "Day, date"),
            blank(),
        ],
        vec![
            label("Narasumber", "Spoke with"),
            blank(),
            label("Pukul", "Time"),
            Cell {
                align: Some(Align::End),
                ..Cell::plain(zones)
            },
        ],
    ];
    Block::Table(Table {
        columns: shares([16.0, 34.0, 16.0, 34.0]),
        rows,
        ..Table::default()
    })
}

fn ask(question: &FormQuestion, number: usize, lang: Language) -> Vec<Block> {
    if question.answer == FormAnswer::Words {
        let mut blocks = vec![heading(3, question.label.as_str())];
        if !question.hint.is_empty() {
            blocks.push(line(question.hint.as_str(), Role::Small));
        }
        return blocks;
    }
    let star = if question.required { " *" } else { "" };
    let how = match question.answer {
        FormAnswer::One(_) => lang.pick("pilih satu", "choose one"),
        FormAnswer::Many(_) => lang.pick("boleh lebih dari satu", "any number"),
        _ => "",
    };
    let hints = [question.hint.trim(), how];
    let hints: Vec<&str> = hints.into_iter().filter(|it| !it.is_empty()).collect();
    let mut label = format!("{number}. {}{star}", question.label);
    if !hints.is_empty() {
        label.push_str(&format!(" ({})", hints.join("; ")));
    }
    let mut blocks = vec![heading(4, label)];
    blocks.extend(room(&question.answer, lang));
    blocks
}

fn room(answer: &FormAnswer, lang: Language) -> Vec<Block> {
    match answer {
        FormAnswer::Text(lines) => vec![Block::WritingLines((*lines).max(1))],
        FormAnswer::Number => vec![line(SHORT_GAP, Role::Body)],
        FormAnswer::Date => vec![line("……… / ……… / ……………", Role::Body)],
        FormAnswer::Tick => boxes(&[lang.pick("Ya", "Yes").to_owned()]),
        FormAnswer::One(choices) | FormAnswer::Many(choices) if choices.is_empty() => {
            vec![Block::WritingLines(1)]
        }
        FormAnswer::One(choices) | FormAnswer::Many(choices) => boxes(choices),
        FormAnswer::Words => Vec::new(),
    }
}

/// Boxes to tick: beside each other when they are few and short, else below each other.
fn boxes(choices: &[String]) -> Vec<Block> {
    let letters: usize = choices.iter().map(|it| it.chars().count() + 6).sum();
    if letters <= 88 {
        // Words of one choice stay together.
        let choices = choices
            .iter()
            .map(|it| format!("☐\u{a0}{}", it.replace(' ', "\u{a0}")));
        let row = choices.collect::<Vec<_>>().join("    ");
        return vec![line(row, Role::Body)];
    }
    let item = |it: &String| ListItem {
        checked: Some(false),
        blocks: vec![line(it.as_str(), Role::Body)],
    };
    vec![Block::List {
        start: None,
        items: choices.iter().map(item).collect(),
    }]
}

/// What every observation asks, whatever the instrument.
fn fixed_parts(print: &FormPrint) -> Vec<Block> {
    let lang = print.lang;
    let words = terms(lang);
    let mut blocks = Vec::new();
    let parts = [
        (lang.pick("Catatan lapangan", "Field note"), 4),
        (words.practice, 2),
        (words.key_to_success, 2),
        (words.lesson, 2),
    ];
    for (label, lines) in parts {
        blocks.push(heading(4, label));
        blocks.push(Block::WritingLines(lines));
    }
    if !print.indicators.is_empty() {
        blocks.push(heading(4, words.indicators));
        blocks.push(Block::Table(readings(print)));
        blocks.extend(left_out(print.more_indicators, lang));
    }
    blocks.push(heading(4, words.verdict));
    blocks.extend(boxes(&words.verdicts.map(str::to_owned)));
    blocks.push(heading(4, words.reason));
    blocks.push(Block::WritingLines(2));
    blocks.push(heading(4, words.follow_up));
    blocks.push(Block::WritingLines(1));
    blocks.push(heading(
        4,
        lang.pick(
            "Foto (nomor berkas, isi, persetujuan orang yang tampak)",
            "Photos (file number, what they show, consent of those shown)",
        ),
    ));
    blocks.push(Block::Table(photos(lang)));
    blocks
}

/// The height of a row to write in: its line feed.
fn blank() -> Cell {
    Cell::plain("\n")
}

fn readings(print: &FormPrint) -> Table {
    let words = terms(print.lang);
    let head = [words.indicator, words.unit, words.at_home, words.at_site];
    let row = |(name, unit): &(String, String)| {
        vec![
            Cell::plain(name.as_str()),
            Cell::plain(unit.as_str()),
            Cell::default(),
            Cell::default(),
        ]
    };
    Table {
        columns: shares([46.0, 18.0, 18.0, 18.0]),
        head: vec![head.map(Cell::plain).to_vec()],
        rows: print.indicators.iter().map(row).collect(),
        ..Table::default()
    }
}

/// How many indicators are not in the table.
fn left_out(more: usize, lang: Language) -> Option<Block> {
    let words = match (lang, more) {
        (_, 0) => return None,
        (Language::Id, more) => format!("+{more} indikator lain tidak dimuat"),
        (Language::En, 1) => "+1 more indicator left out".to_owned(),
        (Language::En, more) => format!("+{more} more indicators left out"),
    };
    Some(line(words, Role::Small))
}

fn photos(lang: Language) -> Table {
    let head = [
        lang.pick("No. berkas", "File no."),
        lang.pick("Yang tampak", "What it shows"),
        lang.pick("Persetujuan", "Consent"),
    ];
    let consent = lang.pick(
        "☐ ada   ☐ tanpa orang   ☐ menolak",
        "☐ given   ☐ nobody shown   ☐ refused",
    );
    let rows = (0..3).map(|_| vec![blank(), blank(), Cell::plain(consent)]);
    Table {
        columns: shares([16.0, 48.0, 36.0]),
        head: vec![head.map(Cell::plain).to_vec()],
        rows: rows.collect(),
        ..Table::default()
    }
}

fn paragraph(text: Vec<Inline>) -> Block {
    Block::Paragraph {
        text,
        role: Role::Body,
    }
}
