//! Every print on paper: sound for other programs, and as it was when somebody last looked at it.
//!
//! `fixtures/papers` holds a folder for each print: its words, and its pages as small grey
//! pictures. When a page changes, the test fails and lays the old and the new page beside each
//! other in `target/tmp/papers`. Look there; if the change is meant, take the new pages with
//!
//! ```text
//! TILIK_ACCEPT_PAPERS=1 cargo test --workspace --test it papers
//! ```
//!
//! and look at what git says has changed; the whole prints are in `target/tmp/papers` then.

mod office;
mod pictures;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tilik_core::app::{PrintJob, PrintSubject, PrintWarning};
use tilik_core::report::Sheet;
use tilik_core::report::words::Language;

use crate::program::{fixture, tool};
use office::Office;

/// So many pages of a print are kept as pictures; all of its words are.
const MOST_PAGES: usize = 16;

/// A print to make.
struct Paper {
    name: &'static str,
    subject: PrintSubject,
    landscape: bool,
    /// So many entries its outline has at least.
    chapters: usize,
    /// Kept in English on F4 too, not only in Indonesian on A4.
    twice: bool,
}

impl Paper {
    fn upright(name: &'static str, subject: PrintSubject) -> Self {
        Self {
            name,
            subject,
            landscape: false,
            chapters: 0,
            twice: false,
        }
    }

    fn across(name: &'static str, subject: PrintSubject) -> Self {
        Self {
            landscape: true,
            ..Self::upright(name, subject)
        }
    }

    fn chapters(self, chapters: usize) -> Self {
        Self { chapters, ..self }
    }

    fn twice(self) -> Self {
        Self {
            twice: true,
            ..self
        }
    }
}

#[test]
fn papers_of_the_plan_are_sound_and_as_they_were() {
    let mut office = Office::open();
    let papers = office.plan();
    hold(&mut office, papers);
}

#[test]
fn papers_of_the_field_are_sound_and_as_they_were() {
    let mut office = Office::open();
    let papers = office.field();
    hold(&mut office, papers);
}

#[test]
fn papers_of_proposals_are_sound_and_as_they_were() {
    let mut office = Office::open();
    let papers = office.proposals();
    hold(&mut office, papers);
}

#[test]
fn papers_of_the_whole_cohort_are_sound_and_as_they_were() {
    let mut office = Office::open();
    let papers = office.whole();
    hold(&mut office, papers);
}

#[test]
fn every_folder_of_references_belongs_to_a_print() {
    let mut office = Office::open();
    let all = [
        office.plan(),
        office.field(),
        office.proposals(),
        office.whole(),
    ];
    let names = all.iter().flatten().flat_map(|paper| {
        let other = paper.twice.then(|| format!("{}-en-f4", paper.name));
        [paper.name.to_owned()].into_iter().chain(other)
    });
    let names: BTreeSet<String> = names.collect();
    let kept = fs::read_dir(fixture("papers")).unwrap();
    let kept = kept.map(|it| it.unwrap().file_name().into_string().unwrap());
    assert_eq!(kept.collect::<BTreeSet<_>>(), names);
}

/// Makes the prints on both papers and in both languages, and compares those with a reference.
fn hold(office: &mut Office, papers: Vec<Paper>) {
    let folder = TempDir::with_prefix("tilik-").unwrap();
    let mut changed = Vec::new();
    for paper in papers {
        for (sheet, language, name) in [
            (Sheet::A4, Language::Id, Some(paper.name.to_owned())),
            (
                Sheet::F4,
                Language::En,
                paper.twice.then(|| format!("{}-en-f4", paper.name)),
            ),
            (Sheet::A4, Language::En, None),
            (Sheet::F4, Language::Id, None),
        ] {
            let job = PrintJob {
                subject: paper.subject,
                sheet,
                landscape: paper.landscape,
                language,
            };
            let printed = office.session.prepare_print(&job).unwrap();
            let printed = printed.typeset().unwrap();
            expected(paper.name, &printed.warnings);
            let file = folder.path().join("print.pdf");
            fs::write(&file, &printed.pdf).unwrap();
            sound(&file);
            let folded = matches!(paper.subject, PrintSubject::Pocket(_));
            let entries = outlined(&file, folded);
            assert!(entries >= paper.chapters, "{}: {entries}", paper.name);
            if let Some(name) = name {
                let pages = usize::try_from(printed.pages).unwrap();
                changed.extend(compare(&name, &file, pages));
            }
        }
    }
    assert!(
        changed.is_empty(),
        "these pages are not as they were:\n{}\nLook at {}; if the change is meant, run again with \
         TILIK_ACCEPT_PAPERS=1.",
        changed.join("\n"),
        differences().display()
    );
}

/// No picture or letter may be missing from a print of the example.
fn expected(name: &str, warnings: &[PrintWarning]) {
    let known = |it: &PrintWarning| {
        matches!(
            it,
            PrintWarning::WithoutConsent(_) | PrintWarning::EmptyField(_)
        )
    };
    assert!(warnings.iter().all(known), "{name}: {warnings:?}");
}

/// qpdf finds no fault, and every font is inside, as far as it is used.
fn sound(file: &Path) {
    let checked = tool("qpdf", &["--check"], file);
    let sound = checked.contains("No syntax or stream encoding errors");
    assert!(sound, "{checked}");
    let fonts = tool("pdffonts", &[], file);
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!lines.is_empty(), "no fonts: {fonts}");
    for line in lines {
        // … emb sub uni object ID
        let columns: Vec<&str> = line.split_whitespace().rev().collect();
        let flags = (columns[4], columns[3], columns[2]);
        assert_eq!(flags, ("yes", "yes", "yes"), "{line}");
    }
}

/// Every entry of the outline leads to a page, in the order of the pages unless these are to be
/// folded, and the pages are labelled from the first one on. Gives the number of entries.
fn outlined(file: &Path, folded: bool) -> usize {
    let file = lopdf::Document::load(file).unwrap();
    let labels = file.catalog().unwrap().get(b"PageLabels").unwrap();
    let (_, labels) = file.dereference(labels).unwrap();
    let labels = labels.as_dict().unwrap().get(b"Nums").unwrap();
    let first = &labels.as_array().unwrap()[0];
    assert_eq!(first.as_i64().unwrap(), 0);
    let Ok(toc) = file.get_toc() else {
        return 0;
    };
    assert!(toc.errors.is_empty(), "{:?}", toc.errors);
    let pages: Vec<usize> = toc.toc.iter().map(|entry| entry.page).collect();
    assert!(folded || pages.is_sorted(), "{pages:?}");
    assert!(pages.iter().all(|page| *page <= file.get_pages().len()));
    pages.len()
}

/// What is not as its reference, or nothing when the reference is to be written anew.
fn compare(name: &str, file: &Path, pages: usize) -> Vec<String> {
    let folder = PathBuf::from(fixture("papers")).join(name);
    let words = words_of(file);
    let drawn = pictures::of(file, pages.min(MOST_PAGES));
    if std::env::var_os("TILIK_ACCEPT_PAPERS").is_some() {
        accept(&folder, &words, &drawn);
        // For a closer look than the small pictures give.
        fs::create_dir_all(differences()).unwrap();
        fs::copy(file, differences().join(format!("{name}.pdf"))).unwrap();
        return Vec::new();
    }
    let mut changed = Vec::new();
    let before = fs::read_to_string(folder.join("words.txt")).unwrap_or_default();
    if let Some(line) = first_difference(&before, &words) {
        changed.push(format!("{name}: {line}"));
    }
    let kept = (1..).map(|page| folder.join(format!("{page}.png")));
    let kept = kept.take_while(|path| path.is_file()).count();
    for page in 1..=kept.max(drawn.len()) {
        let before = pictures::read(&folder.join(format!("{page}.png")));
        let now = drawn.get(page - 1);
        if !pictures::are_alike(before.as_ref(), now) {
            let shown = differences().join(format!("{name}-{page}.png"));
            pictures::lay_beside(before.as_ref(), now, &shown);
            changed.push(format!("{name}, page {page}: {}", shown.display()));
        }
    }
    changed
}

fn accept(folder: &Path, words: &str, drawn: &[pictures::Picture]) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("words.txt"), words).unwrap();
    for (at, picture) in drawn.iter().enumerate() {
        pictures::write(picture, &folder.join(format!("{}.png", at + 1)));
    }
}

/// The words as they stand beside each other, blank lines left out.
fn words_of(file: &Path) -> String {
    let output = std::process::Command::new("pdftotext")
        .args(["-layout"])
        .arg(file)
        .arg("-")
        .output();
    let text = crate::program::Ran::of(output.unwrap()).out;
    let mut out = String::new();
    for line in text.replace('\u{c}', "\n").lines() {
        let parts = line.split("  ").map(str::trim);
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            out.push_str(&parts.join("  "));
            out.push('\n');
        }
    }
    out
}

fn first_difference(before: &str, now: &str) -> Option<String> {
    let (mut before, mut now) = (before.lines(), now.lines());
    loop {
        match (before.next(), now.next()) {
            (None, None) => return None,
            (before, now) if before == now => {}
            (before, now) => {
                let said = |line: Option<&str>| line.unwrap_or("nothing").to_owned();
                return Some(format!("“{}” was “{}”", said(now), said(before)));
            }
        }
    }
}

/// Where differences are shown.
fn differences() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers")
}
