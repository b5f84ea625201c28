//! One observation: what was seen, what was learned, and whether it suits one's own office.

use super::super::model::{
    Block, Captioned, Cell, Document, Inline, Letterhead, Look, Role, Signature, Table,
    from_markdown,
};
use super::super::words::Language;
use super::chapter::below;
use super::terms::terms;
use super::{facts, line, shares};

/// Whether a practice suits one's own office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As it is.
    Adopt,
    /// With changes.
    Adapt,
    /// Not at all.
    NotForUs,
}

/// A value compared between one's own office and the site; values come formatted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicator {
    /// What is measured.
    pub name: String,
    /// In what.
    pub unit: String,
    /// At one's own office; empty if not known.
    pub home: String,
    /// At the site; empty if not known.
    pub site: String,
    /// How it is known; may be empty.
    pub source: String,
}

/// A photo that may be printed (consent is the caller's to check).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Photo {
    /// The media name.
    pub media: String,
    /// Printed below it.
    pub caption: String,
}

/// What the print of an observation is made of. Empty texts are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObservationPrint {
    /// The language.
    pub lang: Language,
    /// The title.
    pub title: String,
    /// The cohort's name.
    pub cohort: String,
    /// Who observed.
    pub author: String,
    /// Where.
    pub site: String,
    /// What was looked for.
    pub focus: String,
    /// When, formatted with its zone.
    pub when: String,
    /// The note, in Markdown.
    pub note: String,
    /// The practice seen, in Markdown.
    pub practice: String,
    /// What makes it work, in Markdown.
    pub key_to_success: String,
    /// What was learned, in Markdown.
    pub lesson: String,
    /// Whether it suits one's own office.
    pub verdict: Option<Verdict>,
    /// Why, in Markdown.
    pub reason: String,
    /// What to do next, in Markdown.
    pub follow_up: String,
    /// What heads the answers: the instrument's name, or a word for it where that is not known.
    pub instrument: String,
    /// Said beside its answers; may be empty.
    pub caution: String,
    /// Questions and answers, as they are read.
    pub answers: Vec<(String, String)>,
    /// Values compared.
    pub indicators: Vec<Indicator>,
    /// Photos.
    pub photos: Vec<Photo>,
    /// How many photos are left out, since those shown did not agree.
    pub left_out: usize,
}

/// Makes the print, signed by who observed.
pub fn observation(print: &ObservationPrint, letterhead: Option<Letterhead>) -> Document {
    let words = terms(print.lang);
    let title = if print.title.trim().is_empty() {
        words.observation
    } else {
        &print.title
    };
    let mut blocks = vec![line(title, Role::Title)];
    let subtitle = if title == words.observation {
        ""
    } else {
        words.observation
    };
    let subtitles = [subtitle, print.cohort.as_str()];
    for text in subtitles.into_iter().filter(|text| !text.is_empty()) {
        blocks.push(line(text, Role::Subtitle));
    }
    blocks.extend(content(print, 2));
    if !print.author.is_empty() {
        blocks.push(Block::Signatures(vec![Signature {
            role: format!("{},", words.observer),
            name: print.author.clone(),
            ..Signature::default()
        }]));
    }
    Document {
        title: title.to_owned(),
        lang: print.lang,
        author: print.author.clone(),
        header: letterhead,
        look: Look::default(),
        blocks,
    }
}

/// Everything below the title, with headings of `level`.
pub(super) fn content(print: &ObservationPrint, level: u8) -> Vec<Block> {
    let words = terms(print.lang);
    let mut blocks = vec![facts([
        (words.observer, print.author.clone()),
        (words.site, print.site.clone()),
        (words.focus, print.focus.clone()),
        (words.when, print.when.clone()),
    ])];
    let mut add = |name: &str, content: Vec<Block>| {
        blocks.push(Block::unlisted(level, name));
        blocks.extend(below(level + 1, content));
    };
    let sections = [
        (words.note, &print.note),
        (words.practice, &print.practice),
        (words.key_to_success, &print.key_to_success),
        (words.lesson, &print.lesson),
    ];
    let mut written = false;
    for (name, text) in sections.into_iter().filter(|(_, it)| !it.trim().is_empty()) {
        add(name, from_markdown(text));
        written = true;
    }
    if !print.answers.is_empty() {
        add(&print.instrument, answers(print));
        written = true;
    }
    if !print.indicators.is_empty() {
        add(words.indicators, vec![Block::Table(indicators(print))]);
        written = true;
    }
    if let Some(verdict) = print.verdict {
        let text = vec![Inline::bold(words.verdicts[verdict as usize])];
        let role = Role::Body;
        let mut content = vec![Block::Paragraph { text, role }];
        content.extend(from_markdown(&print.reason));
        add(words.verdict, content);
    } else if !print.reason.trim().is_empty() {
        add(words.reason, from_markdown(&print.reason));
    }
    if !print.follow_up.trim().is_empty() {
        add(words.follow_up, from_markdown(&print.follow_up));
    }
    if !print.photos.is_empty() {
        add(words.photos, vec![Block::Gallery(gallery(print))]);
    }
    if !written {
        blocks.insert(1, line(words.nothing_written, Role::Small));
    }
    if print.left_out > 0 {
        blocks.push(line(left_out(print.left_out, print.lang), Role::Small));
    }
    blocks
}

/// Says how many photos are missing, so that nobody takes the print for whole.
pub(super) fn left_out(count: usize, lang: Language) -> String {
    let rest = match (lang, count) {
        (Language::Id, _) => {
            "foto tidak dicetak: persetujuan orang yang tampak tidak ada atau belum ditandai."
        }
        (Language::En, 1) => "photo left out: the consent of those shown is refused or not marked.",
        (Language::En, _) => {
            "photos left out: the consent of those shown is refused or not marked."
        }
    };
    format!("{count} {rest}")
}

fn gallery(print: &ObservationPrint) -> Vec<Captioned> {
    let dress = |photo: &Photo| Captioned {
        source: photo.media.clone(),
        caption: photo.caption.clone(),
        alt: match photo.caption.trim() {
            "" => format!("{}: {}", print.lang.pick("Foto", "Photo"), print.title),
            caption => caption.to_owned(),
        },
    };
    print.photos.iter().map(dress).collect()
}

fn answers(print: &ObservationPrint) -> Vec<Block> {
    let lang = print.lang;
    let head = [
        lang.pick("Pertanyaan", "Question"),
        lang.pick("Jawaban", "Answer"),
    ];
    let row = |(question, answer): &(String, String)| {
        vec![Cell::plain(question.as_str()), Cell::plain(answer.as_str())]
    };
    let table = Table {
        columns: shares([55.0, 45.0]),
        head: vec![head.map(Cell::plain).to_vec()],
        rows: print.answers.iter().map(row).collect(),
        ..Table::default()
    };
    let mut blocks = Vec::new();
    if !print.caution.is_empty() {
        blocks.push(line(print.caution.as_str(), Role::Small));
    }
    blocks.push(Block::Table(table));
    blocks
}

fn indicators(print: &ObservationPrint) -> Table {
    let words = terms(print.lang);
    let mut head = vec![words.indicator, words.unit, words.at_home, words.at_site];
    let sourced = print.indicators.iter().any(|it| !it.source.is_empty());
    if sourced {
        head.push(print.lang.pick("Sumber", "Source"));
    }
    let or_none = |text: &str| Cell::plain(if text.is_empty() { words.none } else { text });
    let rows = print.indicators.iter().map(|indicator| {
        let mut row = vec![
            Cell::plain(indicator.name.as_str()),
            or_none(&indicator.unit),
            or_none(&indicator.home),
            or_none(&indicator.site),
        ];
        if sourced {
            row.push(or_none(&indicator.source));
        }
        row
    });
    let columns = if sourced {
        shares([36.0, 12.0, 16.0, 16.0, 20.0])
    } else {
        shares([46.0, 18.0, 18.0, 18.0])
    };
    Table {
        columns,
        head: vec![head.into_iter().map(Cell::plain).collect()],
        rows: rows.collect(),
        ..Table::default()
    }
}
