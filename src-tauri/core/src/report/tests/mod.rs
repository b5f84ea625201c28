//! Behaviour of the whole pipeline: what reaches the pages and the file.

mod files;
mod layout;
mod letters;
mod office;
mod pages;
mod prints;
mod proposals;
mod reading;
mod samples;
mod tags;

use chrono::{DateTime, FixedOffset};

use super::display::{Item, Pages, Run};
use super::model::{Document, from_markdown};
use super::{Paper, Sheet};

/// The fixed moment of all test prints.
fn created() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2018-03-20T08:30:00+07:00").unwrap()
}

fn no_media(_: &str) -> Option<Vec<u8>> {
    None
}

fn papers() -> Vec<Paper> {
    let mut out = Vec::new();
    for size in [Sheet::A4, Sheet::F4] {
        for landscape in [false, true] {
            out.push(Paper { size, landscape });
        }
    }
    out
}

fn markdown(text: &str) -> Document {
    Document {
        title: "Uji".to_owned(),
        blocks: from_markdown(text),
        ..Document::default()
    }
}

fn runs(pages: &Pages, page: usize) -> impl Iterator<Item = &Run> {
    pages.pages[page]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Run(run) => Some(run),
            _ => None,
        })
}

/// The words of one page, furniture included.
fn page_text(pages: &Pages, page: usize) -> String {
    runs(pages, page)
        .map(|run| format!("{}\n", run.text))
        .collect()
}

/// The letters of a text in order, without spaces and marks that leave none.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
