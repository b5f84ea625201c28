//! The finished file, seen by other programs: poppler and qpdf where they are installed.

use std::path::PathBuf;
use std::process::Command;

use super::pages::a_report;
use super::prints::{a_coaching_log, a_review, an_observation};
use super::proposals::a_proposal;
use super::samples::{SAMPLER, busy_schedule, schedule_for};
use super::*;
use crate::report::model::text_of;
use crate::report::picture::tests::{jpeg_file, png_file};
use crate::report::prints::{Audience, coaching, observation, proposal, review, schedule};
use crate::report::render;
use crate::report::words::Language;

pub(super) fn media(name: &str) -> Option<Vec<u8>> {
    match name {
        "media:foto" => Some(jpeg_file(900, 600)),
        "media:logo" => Some(png_file(80, 100)),
        _ => None,
    }
}

/// Runs a program on the file; `None` where the program is not installed.
pub(super) fn run(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("uji.pdf");
    std::fs::write(&path, pdf).unwrap();
    let mut command = Command::new(program);
    let (before, after): (Vec<&&str>, Vec<&&str>) = arguments.iter().partition(|a| **a != "-");
    let output = match command.args(before).arg(&path).args(after).output() {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        Err(error) => panic!("{program}: {error}"),
    };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program}: {text}");
    Some(text)
}

pub(super) fn sampler() -> Document {
    Document {
        author: "Peserta 01 (Papua)".to_owned(),
        ..markdown(SAMPLER)
    }
}

#[test]
fn equal_input_gives_equal_bytes() {
    for document in [sampler(), schedule(&busy_schedule())] {
        let print = || render(&document, &Paper::default(), created(), &media).unwrap();
        assert_eq!(print(), print());
    }
}

#[test]
fn qpdf_finds_no_fault_and_poppler_sees_every_font_embedded_and_subset() {
    for document in [sampler(), schedule(&busy_schedule())] {
        let pdf = render(&document, &Paper::default(), created(), &media)
            .unwrap()
            .pdf;
        run("qpdf", &["--check"], &pdf);
        let Some(fonts) = run("pdffonts", &[], &pdf) else {
            continue;
        };
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(rows.len() >= 2, "{fonts}");
        for row in rows {
            let flags: Vec<&str> = row.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(flags, ["yes", "yes", "yes"], "{row}");
        }
    }
}

#[test]
fn pdftotext_gives_the_words_back_in_order() {
    let prose = SAMPLER.split("بِسْمِ").next().unwrap();
    let document = Document {
        blocks: from_markdown(prose),
        ..sampler()
    };
    let pdf = render(&document, &Paper::default(), created(), &media)
        .unwrap()
        .pdf;
    let Some(text) = run("pdftotext", &["-raw", "-"], &pdf) else {
        return;
    };
    let want = letters(&text_of(&document));
    assert!(letters(&text).starts_with(&want), "{text}");
}

#[test]
fn pdftotext_finds_every_cell_of_a_schedule() {
    let print = busy_schedule();
    for paper in papers() {
        let pdf = render(&schedule(&print), &paper, created(), &media)
            .unwrap()
            .pdf;
        let Some(text) = run("pdftotext", &["-raw", "-"], &pdf) else {
            return;
        };
        let found = letters(&text);
        for visit in &print.visits {
            for words in [&visit.activity, &visit.place, &visit.remarks] {
                assert!(found.contains(&letters(words)), "{words}");
            }
        }
    }
}

#[test]
fn pdftotext_reads_arabic_letters() {
    let document = markdown("Awal بسم akhir.\n\nꦧꦚꦸꦮꦔꦶ");
    let pdf = render(&document, &Paper::default(), created(), &media)
        .unwrap()
        .pdf;
    let Some(text) = run("pdftotext", &["-"], &pdf) else {
        return;
    };
    assert!(text.contains("بسم"), "{text}");
    assert!(text.contains("ꦧꦚꦸꦮꦔꦶ"), "{text}");
}

#[test]
fn the_file_names_its_title_author_language_and_date() {
    let document = Document {
        title: "Jadwal “A” & B".to_owned(),
        ..sampler()
    };
    let pdf = render(&document, &Paper::default(), created(), &media)
        .unwrap()
        .pdf;
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"id-ID");
    let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let packet = &file
        .get_object(metadata)
        .unwrap()
        .as_stream()
        .unwrap()
        .content;
    let packet = String::from_utf8(packet.clone()).unwrap();
    assert!(packet.contains("Jadwal “A” &amp; B") && packet.contains("2018-03-20T08:30:00+07:00"));
    let outlines = catalog.get(b"Outlines").unwrap().as_reference().unwrap();
    let outlines = file.get_dictionary(outlines).unwrap();
    let first = outlines.get(b"First").unwrap().as_reference().unwrap();
    assert!(
        file.get_dictionary(first).unwrap().has(b"First"),
        "the outline is nested"
    );
    if let Some(info) = run("pdfinfo", &[], &pdf) {
        assert!(
            info.contains("Jadwal “A” & B") && info.contains("Peserta 01 (Papua)"),
            "{info}"
        );
    }
}

#[test]
fn a_jpeg_goes_into_the_file_as_it_is() {
    let photo = jpeg_file(900, 600);
    let pdf = render(&sampler(), &Paper::default(), created(), &media)
        .unwrap()
        .pdf;
    assert!(
        pdf.windows(400)
            .any(|window| window == &photo[photo.len() - 400..])
    );
}

#[test]
fn links_that_could_run_something_are_plain_words() {
    let text = "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](https://contoh.id/x)";
    let pdf = render(&markdown(text), &Paper::default(), created(), &media)
        .unwrap()
        .pdf;
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    let addresses: Vec<Vec<u8>> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok())
        .filter_map(|action| Some(action.get(b"URI").ok()?.as_str().ok()?.to_vec()))
        .collect();
    assert_eq!(addresses, [b"https://contoh.id/x"]);
}

/// Writes the samples for looking at: `TILIK_LOOK=folder cargo test -p tilik-core look -- --ignored`.
#[test]
#[ignore = "writes files for people to look at"]
fn look() {
    let Some(folder) = std::env::var_os("TILIK_LOOK").map(PathBuf::from) else {
        return;
    };
    let save = |name: String, document: &Document, paper: &Paper| {
        let print = render(document, paper, created(), &media).unwrap();
        std::fs::write(folder.join(format!("{name}.pdf")), &print.pdf).unwrap();
        eprintln!(
            "{name}: {} pages, {} bytes, {:?}",
            print.pages,
            print.pdf.len(),
            print.warnings
        );
    };
    for paper in papers() {
        let way = if paper.landscape {
            "landscape"
        } else {
            "portrait"
        };
        save(
            format!("schedule-{:?}-{way}", paper.size),
            &schedule(&busy_schedule()),
            &paper,
        );
    }
    let mut person = busy_schedule();
    person.audience = Audience::Person("Peserta 01 (Papua)".to_owned());
    person
        .visits
        .retain(|v| v.groups.is_empty() || v.groups[0] == "Kelompok 1");
    save(
        "schedule-person".to_owned(),
        &schedule(&person),
        &Paper::default(),
    );
    save(
        "schedule-empty".to_owned(),
        &schedule(&schedule_for(Audience::Cohort)),
        &Paper::default(),
    );
    let mut english = busy_schedule();
    english.lang = Language::En;
    english.title = "Visit schedule: Banyuwangi regency".to_owned();
    english.audience = Audience::Group("Kelompok 2".to_owned());
    english
        .visits
        .retain(|v| v.groups.is_empty() || v.groups[0] == "Kelompok 2");
    english.letterhead.as_mut().unwrap().logo = Some("media:logo".to_owned());
    let f4 = Paper {
        size: Sheet::F4,
        landscape: true,
    };
    save("schedule-english".to_owned(), &schedule(&english), &f4);
    save("sampler".to_owned(), &sampler(), &Paper::default());
    let a4 = Paper::default();
    save(
        "observation".to_owned(),
        &observation(&an_observation(Language::Id), Some(samples::letterhead())),
        &a4,
    );
    save(
        "observation-en".to_owned(),
        &observation(&an_observation(Language::En), None),
        &a4,
    );
    for (name, lang) in [("proposal", Language::Id), ("proposal-en", Language::En)] {
        save(name.to_owned(), &proposal(&a_proposal(lang)), &a4);
    }
    save("report".to_owned(), &a_report(), &a4);
    save("review".to_owned(), &review(&a_review()), &a4);
    let log = a_coaching_log(Language::Id);
    save("coaching".to_owned(), &coaching(&log), &a4);
    save("arabic".to_owned(), &markdown(tags::ARABIC), &a4);
}

/// Prints the time for a long report: `cargo test -p tilik-core speed -- --ignored --nocapture`.
#[test]
#[ignore = "measures; the numbers are for people"]
fn speed() {
    let document = markdown(&SAMPLER.repeat(200));
    let start = std::time::Instant::now();
    let (pages, _) = crate::report::lay_out(&document, &Paper::default(), &media);
    let laid_out = start.elapsed();
    let print = render(&document, &Paper::default(), created(), &media).unwrap();
    let all = start.elapsed() - laid_out;
    let count = pages.pages.len();
    eprintln!(
        "{count} pages, {} bytes: layout {laid_out:?}, all {all:?}",
        print.pdf.len()
    );
}
