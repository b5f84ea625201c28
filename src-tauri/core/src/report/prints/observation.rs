//! One observation: what was seen, what was learned, and whether it suits one's own office.

use super::super::model::{
    Block, Cell, Column, Document, Fact, Inline, Look, Role, Table, Width, from_markdown,
};
use super::super::words::Language;
use super::terms::terms;
use super::{heading, line};

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
    /// Values compared.
    pub indicators: Vec<Indicator>,
    /// Photos.
    pub photos: Vec<Photo>,
}

/// Makes the print.
pub fn observation(print: &ObservationPrint) -> Document {
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
    let facts = [
        (words.observer, &print.author),
        (words.site, &print.site),
        (words.focus, &print.focus),
        (words.when, &print.when),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty());
    blocks.push(Block::Facts(
        facts
            .map(|(label, value)| Fact::new(label, value))
            .collect(),
    ));

    let sections = [
        (words.note, &print.note),
        (words.practice, &print.practice),
        (words.key_to_success, &print.key_to_success),
        (words.lesson, &print.lesson),
    ];
    let mut written = false;
    for (name, text) in sections
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
    {
        blocks.push(heading(2, name));
        blocks.extend(from_markdown(text));
        written = true;
    }
    if !written {
        blocks.push(line(words.nothing_written, Role::Small));
    }
    if !print.indicators.is_empty() {
        blocks.push(heading(2, words.indicators));
        blocks.push(Block::Table(indicators(print)));
    }
    if let Some(verdict) = print.verdict {
        blocks.push(heading(2, words.verdict));
        let text = vec![Inline::bold(words.verdicts[verdict as usize])];
        blocks.push(Block::Paragraph {
            text,
            role: Role::Body,
        });
        blocks.extend(from_markdown(&print.reason));
    } else if !print.reason.trim().is_empty() {
        blocks.push(heading(2, words.reason));
        blocks.extend(from_markdown(&print.reason));
    }
    if !print.follow_up.trim().is_empty() {
        blocks.push(heading(2, words.follow_up));
        blocks.extend(from_markdown(&print.follow_up));
    }
    if !print.photos.is_empty() {
        blocks.push(heading(2, words.photos));
        blocks.extend(print.photos.iter().map(|photo| Block::Figure {
            source: photo.media.clone(),
            caption: photo.caption.clone(),
            alt: String::new(),
        }));
    }
    Document {
        title: title.to_owned(),
        lang: print.lang,
        author: print.author.clone(),
        header: None,
        look: Look::default(),
        blocks,
    }
}

fn indicators(print: &ObservationPrint) -> Table {
    let words = terms(print.lang);
    let head = [words.indicator, words.unit, words.at_home, words.at_site];
    let or_none = |text: &str| Cell::plain(if text.is_empty() { words.none } else { text });
    let rows = print.indicators.iter().map(|indicator| {
        vec![
            Cell::plain(indicator.name.as_str()),
            or_none(&indicator.unit),
            or_none(&indicator.home),
            or_none(&indicator.site),
        ]
    });
    let shares = [46.0, 18.0, 18.0, 18.0];
    Table {
        columns: shares
            .map(|s| Column {
                width: Width::Share(s),
                ..Column::default()
            })
            .to_vec(),
        head: vec![head.map(Cell::plain).to_vec()],
        rows: rows.collect(),
        ..Table::default()
    }
}
