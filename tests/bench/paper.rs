//! Making a PDF: pages per CPU second, and layout alone as its floor.

use std::error::Error;

use tilik_core::report::model::Document;
use tilik_core::report::words::Language;
use tilik_core::report::{Paper, lay_out, render};

use crate::cohort;
use crate::measure::{by_turns, compare};

pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let markdown: String = (0..400)
        .map(|number| {
            let note = cohort::note(number);
            format!("## Bagian {number}\n\n{note}\n\n- {note}\n\n| Unsur | Catatan |\n|---|---|\n| a | {note} |\n\n")
        })
        .collect();
    let document = Document::from_markdown(&markdown, "Ukur", Language::Id);
    let created = chrono::DateTime::from_timestamp(1_521_500_000, 0).ok_or("no such time")?;
    let no_media = |_: &str| None;
    let mut pages = 0;
    let (ours, floor) = by_turns(
        5,
        &mut |_| {
            pages = render(
                &document,
                &Paper::default(),
                created.fixed_offset(),
                &no_media,
            )?
            .pages;
            Ok(())
        },
        &mut |_| {
            lay_out(&document, &Paper::default(), &no_media);
            Ok(())
        },
    )?;
    compare("a PDF, against laying it out", &ours, &floor, 2.0);
    let per_second = pages as f64 / ours.median().as_secs_f64();
    println!(
        "  {:<36}{per_second:>10.0} pages per second ({pages} pages, one thread)",
        "  that is"
    );
    Ok(())
}
