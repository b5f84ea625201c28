//! Letters from templates: Markdown with `{{fields}}`. A field is put in after the Markdown is
//! read, so nothing that stands in a record can become markup. What has no value is printed as
//! dots to fill in by hand, and named.

use std::collections::BTreeMap;

use super::super::model::{
    Block, Document, Inline, Letterhead, ListItem, Look, Note, Role, Signature, Table,
    from_markdown,
};
use super::super::words::Language;
use super::{apart, facts, line};

/// What stands where a field has no value.
const DOTS: &str = "……………………";

/// What a field stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// Words; empty if they are not known.
    Text(String),
    /// A table; its field must be a paragraph of its own.
    Table(Table),
}

/// A field that was printed as dots.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// There is such a field, but nothing is known for it.
    Empty(String),
    /// There is no such field.
    Unknown(String),
}

/// One letter. All texts may hold fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letter {
    /// In the middle above the number, as on an assignment; empty for a letter to somebody.
    pub title: String,
    /// The office's number.
    pub number: String,
    /// What is attached; empty leaves the line out.
    pub attachment: String,
    /// What it is about.
    pub subject: String,
    /// To whom, a line each.
    pub recipient: String,
    /// The words, in Markdown.
    pub body: String,
    /// Who gets a copy, a line each; empty for nobody.
    pub cc: String,
    /// Place and date.
    pub place_and_date: String,
    /// Who signs; its role may hold fields.
    pub signature: Signature,
    /// What the fields stand for.
    pub fields: BTreeMap<String, FieldValue>,
}

/// What a print of letters is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetterPrint {
    /// The language.
    pub lang: Language,
    /// The office's letterhead, on top of every letter.
    pub letterhead: Option<Letterhead>,
    /// The file's title.
    pub title: String,
    /// For the file's metadata.
    pub author: String,
    /// The letters, each on pages of its own.
    pub letters: Vec<Letter>,
    /// Said when there is none.
    pub missing: String,
}

/// Makes the print, and names every field that has no value, each once.
pub fn letters(print: &LetterPrint) -> (Document, Vec<Gap>) {
    let mut gaps = Vec::new();
    let letters = print.letters.iter().map(|letter| {
        let mut filler = Filler {
            fields: &letter.fields,
            gaps: &mut gaps,
            notes: Vec::new(),
        };
        filler.letter(letter, print.lang)
    });
    let mut blocks = apart(letters, print.letterhead.as_ref());
    if print.letters.is_empty() {
        blocks.push(line(print.title.to_uppercase(), Role::Title));
        blocks.push(line(print.missing.as_str(), Role::Body));
    }
    gaps.sort();
    gaps.dedup();
    let document = Document {
        title: print.title.clone(),
        lang: print.lang,
        author: print.author.clone(),
        header: print.letterhead.clone(),
        look: Look {
            size: 11.0,
            ..Look::default()
        },
        blocks,
    };
    (document, gaps)
}

/// Puts values in place of fields.
struct Filler<'a> {
    fields: &'a BTreeMap<String, FieldValue>,
    gaps: &'a mut Vec<Gap>,
    /// Footnotes filled in so far: as they were, and as they are.
    notes: Vec<(Note, Note)>,
}

impl Filler<'_> {
    fn letter(&mut self, letter: &Letter, lang: Language) -> Vec<Block> {
        let mut blocks = Vec::new();
        let number = self.text(&letter.number);
        if letter.title.trim().is_empty() {
            blocks.push(line(letter.place_and_date.as_str(), Role::End));
            let attachment = self.text(&letter.attachment);
            let subject = self.text(&letter.subject);
            blocks.push(facts([
                (lang.pick("Nomor", "Number"), number),
                (lang.pick("Lampiran", "Attachment"), attachment),
                (lang.pick("Hal", "Subject"), subject),
            ]));
        } else {
            blocks.push(line(self.text(&letter.title), Role::Title));
            let number = format!("{} {number}", lang.pick("Nomor:", "Number:"));
            blocks.push(line(number, Role::Subtitle));
        }
        let recipient = self.text(letter.recipient.trim());
        if !recipient.is_empty() {
            blocks.push(line(recipient, Role::Body));
        }
        let mut body = from_markdown(&letter.body);
        self.blocks(&mut body);
        blocks.extend(body);
        let role = self.text(&letter.signature.role);
        // A letter to somebody has its date on top already.
        let place_and_date = if letter.title.trim().is_empty() {
            String::new()
        } else {
            letter.place_and_date.clone()
        };
        blocks.push(Block::Signatures(vec![Signature {
            role,
            place_and_date,
            ..letter.signature.clone()
        }]));
        blocks.extend(self.copies(&letter.cc, lang));
        blocks
    }

    fn copies(&mut self, cc: &str, lang: Language) -> Vec<Block> {
        let names: Vec<ListItem> = cc
            .lines()
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(|it| ListItem {
                checked: None,
                blocks: vec![line(self.text(it), Role::Body)],
            })
            .collect();
        if names.is_empty() {
            return Vec::new();
        }
        let head = lang.pick("Tembusan:", "Copies to:");
        vec![
            line(head, Role::Body),
            Block::List {
                start: Some(1),
                items: names,
            },
        ]
    }

    /// The value of a field that stands inside words.
    fn value(&mut self, name: &str) -> String {
        match self.fields.get(name) {
            Some(FieldValue::Text(text)) if !text.trim().is_empty() => text.trim().to_owned(),
            Some(_) => {
                self.gaps.push(Gap::Empty(name.to_owned()));
                DOTS.to_owned()
            }
            None => {
                self.gaps.push(Gap::Unknown(name.to_owned()));
                DOTS.to_owned()
            }
        }
    }

    /// The text with its fields filled in, once: a value is never read for fields again.
    fn text(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, name, after)) = next_field(rest) {
            out.push_str(before);
            out.push_str(&self.value(name));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn inlines(&mut self, inlines: &mut Vec<Inline>) {
        for inline in join(std::mem::take(inlines)) {
            let text = self.text(&inline.text);
            let note = inline.note.as_ref().map(|note| self.note(note));
            inlines.push(Inline {
                text,
                note,
                ..inline
            });
        }
    }

    /// The footnote with its fields filled in, the same one at every mention.
    fn note(&mut self, note: &Note) -> Note {
        if let Some((_, filled)) = self.notes.iter().find(|(it, _)| it.is(note)) {
            return filled.clone();
        }
        let mut blocks = note.blocks().to_vec();
        self.blocks(&mut blocks);
        let filled = Note::new(blocks);
        self.notes.push((note.clone(), filled.clone()));
        filled
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph { text, .. } => match self.table(text) {
                    Some(table) => *block = Block::Table(table),
                    None => self.inlines(text),
                },
                Block::Heading { text, .. } => self.inlines(text),
                Block::List { items, .. } => {
                    items.iter_mut().for_each(|it| self.blocks(&mut it.blocks));
                }
                Block::Quote(inner) => self.blocks(inner),
                Block::Code(text) => *text = self.text(text),
                Block::Table(table) => {
                    let rows = table.head.iter_mut().chain(&mut table.rows);
                    rows.flatten().for_each(|cell| self.inlines(&mut cell.text));
                }
                Block::Notes(notes) => notes.iter_mut().for_each(|it| *it = self.note(it)),
                _ => {}
            }
        }
    }

    /// The table that a paragraph stands for: its only words are the table's field, and no note
    /// hangs on it.
    fn table(&self, text: &[Inline]) -> Option<Table> {
        if text.iter().any(|it| it.note.is_some()) {
            return None;
        }
        let words: String = text.iter().map(|it| it.text.as_str()).collect();
        let (before, name, after) = next_field(words.trim())?;
        match self.fields.get(name) {
            Some(FieldValue::Table(table)) if before.is_empty() && after.is_empty() => {
                (!table.rows.is_empty()).then(|| table.clone())
            }
            _ => None,
        }
    }
}

/// The first `{{name}}`: what stands before it, its name, and what follows.
fn next_field(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{{")?;
    let (name, after) = rest.split_once("}}")?;
    Some((before, name.trim(), after))
}

/// Joins pieces of one style, since reading Markdown may part a field. A note stays where it is.
fn join(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match out.last_mut() {
            Some(last)
                if (last.style, &last.link) == (inline.style, &inline.link)
                    && last.note.is_none()
                    && inline.note.is_none() =>
            {
                last.text.push_str(&inline.text);
            }
            _ => out.push(inline),
        }
    }
    out
}
