//! Word files taken apart by an XML reader that did not write them: structure, comments at their
//! passages, and every word of the document.

use std::io::Cursor;

use chrono::DateTime;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tilik_core::app::{ExportFormat, ExportJob, ExportSubject, PrintSubject};
use tilik_core::domain::{Kind, Record};
use tilik_core::report::docx::{Quote, Remark, WordFile, docx};
use tilik_core::report::model::{Document, Letterhead, text_of};
use tilik_core::report::prints::{AttendanceList, AttendancePrint, attendance};
use tilik_core::report::words::Language;
use tilik_core::report::{Paper, Sheet, Warning};
use tilik_core::store::{Access, Wanted};

use super::package::{Node, Package};
use crate::cohorts::Place;

fn created() -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339("2018-03-21T09:40:00+07:00").unwrap()
}

fn png() -> Vec<u8> {
    let picture = image::GrayImage::from_pixel(300, 150, image::Luma([90]));
    let mut bytes = Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

fn written(document: &Document, remarks: &[Remark]) -> WordFile {
    let media = |name: &str| (!name.starts_with("hilang")).then(png);
    docx(document, &Paper::default(), created(), remarks, &media).unwrap()
}

fn of_markdown(text: &str) -> Package {
    let document = Document::from_markdown(text, "uji", Language::Id);
    Package::open(&written(&document, &[]).bytes)
}

fn styled<'a>(body: &'a Node, style: &str) -> Vec<&'a Node> {
    let mut paragraphs = body.all("w:p");
    paragraphs.retain(|it| it.value("w:pStyle") == style);
    paragraphs
}

#[test]
fn headings_are_headings_of_their_level() {
    let text = (1..=6).map(|level| format!("{} Judul {level}\n\n", "#".repeat(level)));
    let package = of_markdown(&text.collect::<String>());
    let styles = package.part("word/styles.xml").all("w:style");
    for level in 1..=6 {
        let id = format!("Heading{level}");
        let found = styled(package.body(), &id);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].words(), format!("Judul {level}\n"));
        let style = styles.iter().find(|it| it.attribute("w:styleId") == id);
        let style = style.unwrap();
        assert_eq!(style.value("w:name"), format!("heading {level}"));
        assert_eq!(style.value("w:outlineLvl"), (level - 1).to_string());
    }
}

#[test]
fn header_rows_repeat_rows_stay_whole_and_cells_over_rows_are_one() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let schedule = PrintSubject::Schedule(tilik_core::app::ScheduleFor::Cohort);
    let package = Package::open(&session.export(&job(schedule)).unwrap().bytes);
    let tables = package.body().all("w:tbl");
    let rows = tables[0].all("w:tr");
    assert!(rows.len() > 40);
    assert!(rows.iter().all(|row| row.one("w:cantSplit").is_some()));
    let heads = rows.iter().filter(|row| row.one("w:tblHeader").is_some());
    assert_eq!(heads.count(), 1);
    let columns = tables[0].all("w:gridCol").len();
    assert!(rows.iter().all(|row| row.all("w:tc").len() == columns));
    let days = tables[0].all("w:vMerge");
    let begun = days.iter().filter(|it| it.attribute("w:val") == "restart");
    assert_eq!(begun.count(), 5, "the five days");
}

#[test]
fn places_to_sign_stand_left_and_right_in_turn() {
    let list = AttendanceList {
        guests: 4,
        ..AttendanceList::default()
    };
    let print = AttendancePrint {
        lists: vec![list],
        ..AttendancePrint::default()
    };
    let package = Package::open(&written(&attendance(&print), &[]).bytes);
    let rows = package.body().one("w:tbl").unwrap().all("w:tr");
    let side = |row: &&Node| row.all("w:tc")[4].value("w:jc").to_owned();
    let sides: Vec<String> = rows[1..].iter().map(side).collect();
    assert_eq!(sides, ["", "right", "", "right"]);
}

#[test]
fn pictures_say_what_they_show_and_a_missing_one_is_named() {
    let text = "![Loket \"satu\" & dua](a.png)\n\n![Hilang](hilang.png)\n\n![Lagi](a.png)\n";
    let document = Document::from_markdown(text, "uji", Language::Id);
    let file = written(&document, &[]);
    assert_eq!(file.warnings, [Warning::Picture("hilang.png".into())]);
    let package = Package::open(&file.bytes);
    let shown = package.body().all("wp:docPr");
    let said: Vec<&str> = shown.iter().map(|it| it.attribute("descr")).collect();
    assert_eq!(said, ["Loket \"satu\" & dua", "Lagi"]);
    assert_eq!(package.media.len(), 1, "one file, shown twice");
    let size = package.body().one("wp:extent").unwrap();
    assert_eq!(
        (size.attribute("cx"), size.attribute("cy")),
        ("1828800", "914400")
    );
    assert_eq!(styled(package.body(), "Caption").len(), 3);
}

#[test]
fn footnotes_stand_in_their_own_part_and_none_is_lost() {
    let package = of_markdown("a[^x] b[^y] c[^x]\n\n[^x]: satu\n\n[^y]: dua\n\n[^z]: tiga\n");
    let notes = package.part("word/footnotes.xml").all("w:footnote");
    let words: Vec<(&str, String)> = notes
        .iter()
        .filter(|it| it.attribute("w:type").is_empty())
        .map(|it| (it.attribute("w:id"), it.words().trim().to_owned()))
        .collect();
    assert_eq!(words, [("2", "satu".to_owned()), ("3", "dua".to_owned())]);
    let marks = package.body().all("w:footnoteReference");
    let marks: Vec<&str> = marks.iter().map(|it| it.attribute("w:id")).collect();
    assert_eq!(marks, ["2", "3"]);
    let body = package.body().words();
    assert!(
        body.starts_with("a b c1\n"),
        "the second mention by number: {body}"
    );
    assert!(body.contains("3. tiga"), "{body}");
}

#[test]
fn lists_count_from_where_they_begin_and_nest() {
    let package = of_markdown("3. a\n4. b\n   - c\n\n---\n\n1. d\n\n- [x] e\n");
    let numbered: Vec<(String, String, String)> = styled(package.body(), "ListParagraph")
        .iter()
        .map(|it| {
            let value = |name| it.value(name).to_owned();
            (value("w:numId"), value("w:ilvl"), it.words())
        })
        .collect();
    let entry = |id: &str, level: &str, words: &str| (id.into(), level.into(), words.into());
    assert_eq!(
        numbered,
        [
            entry("2", "0", "a\n"),
            entry("2", "0", "b\n"),
            entry("1", "1", "c\n"),
            entry("3", "0", "d\n"),
            entry("", "", "☑\te\n"),
        ]
    );
    let starts = package.part("word/numbering.xml").all("w:startOverride");
    let starts: Vec<&str> = starts.iter().map(|it| it.attribute("w:val")).collect();
    assert_eq!(starts, ["3", "1"]);
}

#[test]
fn links_lead_out_only_to_the_web_and_to_letters() {
    let package = of_markdown(
        "[a](https://example.org/?x=1&y=2) [b](javascript:alert(1)) [c](mailto:x@example.org) \
         [d](file:///etc/passwd) [e](tilik:obs/1@2) [f](#Caf%C3%A9)\n\n# Café\n",
    );
    let links = package.body().all("w:hyperlink");
    assert_eq!(links.len(), 3);
    assert_eq!(links[2].attribute("w:anchor"), "anchor1");
    let relations = package
        .part("word/_rels/document.xml.rels")
        .all("Relationship");
    let outside = relations
        .iter()
        .filter(|it| it.attribute("TargetMode") == "External");
    let targets: Vec<&str> = outside.map(|it| it.attribute("Target")).collect();
    assert_eq!(
        targets,
        ["https://example.org/?x=1&y=2", "mailto:x@example.org"]
    );
    assert_eq!(package.body().words().trim(), "a b c d e f\nCafé");
}

#[test]
fn paper_language_and_letterhead_are_the_documents() {
    let mut document = Document::from_markdown("kata", "Judul & lain", Language::Id);
    document.header = Some(Letterhead::from_lines(
        &["Kementerian", "Kantor", "Alamat"],
        None,
    ));
    let paper = Paper {
        size: Sheet::F4,
        landscape: true,
    };
    let file = docx(&document, &paper, created(), &[], &|_| None).unwrap();
    let package = Package::open(&file.bytes);
    let size = package.body().one("w:pgSz").unwrap();
    let sides = ["w:w", "w:h", "w:orient"].map(|side| size.attribute(side));
    assert_eq!(sides, ["18709", "12189", "landscape"]);
    let lang = package.part("word/styles.xml").one("w:lang").unwrap();
    assert_eq!(lang.attribute("w:val"), "id-ID");
    let about = package.part("docProps/core.xml");
    assert_eq!(about.one("dc:title").unwrap().words(), "Judul & lain");
    assert_eq!(
        about.one("dcterms:created").unwrap().words(),
        "2018-03-21T02:40:00Z"
    );
    assert!(
        package
            .body()
            .words()
            .starts_with("Kementerian\nKantor\nAlamat\n")
    );
}

#[test]
fn arabic_is_marked_as_read_from_the_right() {
    let package = of_markdown("Doa: بِسْمِ اللَّهِ lalu\n\nبسم الله\n");
    let paragraphs = package.body().all("w:p");
    assert!(paragraphs[0].one("w:bidi").is_none());
    let right: Vec<String> = paragraphs[0]
        .all("w:r")
        .into_iter()
        .filter(|run| run.one("w:rtl").is_some())
        .map(Node::words)
        .collect();
    assert_eq!(right, ["بِسْمِ اللَّهِ"]);
    assert!(paragraphs[1].one("w:bidi").is_some());
}

/// The words between where a comment begins and where it ends.
fn between(node: &Node, id: &str, inside: &mut bool, out: &mut String) {
    if node.attribute("w:id") == id {
        match node.name.as_str() {
            "w:commentRangeStart" => *inside = true,
            "w:commentRangeEnd" => *inside = false,
            _ => {}
        }
    }
    if *inside && node.children.is_empty() {
        out.push_str(&node.words());
    }
    for child in &node.children {
        between(child, id, inside, out);
    }
    if *inside && node.name == "w:p" {
        out.push('\n');
    }
}

fn commented(package: &Package, id: &str) -> String {
    let mut out = String::new();
    between(package.body(), id, &mut false, &mut out);
    out
}

fn remark(below: &str, exact: &str) -> Remark {
    Remark {
        author: "Widyaiswara 01".into(),
        at: None,
        text: "Ukur dahulu.\nLalu tulis.".into(),
        quote: Some(Quote {
            below: below.into(),
            exact: exact.into(),
            ..Quote::default()
        }),
    }
}

#[test]
fn comments_hang_on_their_passages_even_over_paragraphs_and_each_other() {
    let text = "# Latar\n\nSatu **dua tiga** empat[^a] lima.\n\nEnam tujuh.\n\n\
                # Tujuan\n\nSatu dua.\n\n| a | b |\n|---|---|\n| sel isi | x |\n\n[^a]: catatan\n";
    let document = Document::from_markdown(text, "uji", Language::Id);
    let remarks = [
        remark("Latar", "dua tiga empat lima. Enam"),
        remark("Latar", "tiga"),
        remark("Tujuan", "Satu dua"),
        remark("Tujuan", "isi"),
        remark("Latar", "tidak ada di sini"),
        Remark {
            quote: None,
            ..remark("", "")
        },
    ];
    let package = Package::open(&written(&document, &remarks).bytes);
    let found: Vec<String> = (0..6)
        .map(|id| commented(&package, &id.to_string()))
        .collect();
    assert_eq!(
        found,
        [
            "dua tiga empat lima.\nEnam",
            "tiga",
            "Satu dua",
            "isi",
            "Latar",
            "Latar"
        ]
    );
    let comments = package.part("word/comments.xml").all("w:comment");
    assert_eq!(comments.len(), 6);
    assert_eq!(comments[0].attribute("w:initials"), "W0");
    assert_eq!(comments[0].words(), "Ukur dahulu.\nLalu tulis.\n");
    assert!(comments[4].words().starts_with("“tidak ada di sini”\n"));
    assert!(comments[5].words().starts_with("Ukur"));
    let marks = package.body().all("w:commentReference").len();
    assert_eq!(marks, 6);
}

#[test]
fn a_comment_beside_its_passage_does_not_repeat_it() {
    let document = Document::from_markdown("# Latar\n\nSatu dua.\n", "uji", Language::Id);
    let said = |remarks: &[Remark]| -> Vec<String> {
        let package = Package::open(&written(&document, remarks).bytes);
        let comments = package.part("word/comments.xml").all("w:comment");
        comments.into_iter().map(Node::words).collect()
    };
    let own = "Ukur dahulu.\nLalu tulis.\n";
    assert_eq!(said(&[remark("Latar", "dua")]), [own]);
    let on_the_title = [remark("", "Latar"), remark("", "tidak ada")];
    assert_eq!(
        said(&on_the_title),
        [own.to_owned(), format!("“tidak ada”\n{own}")]
    );
}

fn job(subject: PrintSubject) -> ExportJob {
    ExportJob {
        subject: ExportSubject::Print(subject),
        format: ExportFormat::Docx,
        language: Language::Id,
        sheet: Sheet::A4,
        landscape: false,
        personal: false,
        draft: false,
        csv: Default::default(),
        table: String::new(),
    }
}

#[test]
fn a_review_is_the_text_it_is_about_with_its_comments_beside_it() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let reviews = session.store().records(&Wanted::all(Kind::Review)).unwrap();
    let stored = reviews.0.into_iter().next().unwrap();
    let Record::Review(review) = stored.record else {
        panic!("no review");
    };
    let wanted = job(PrintSubject::Review(stored.doc));
    let file = session.export(&wanted).unwrap();
    assert!(file.file_name.ends_with(".docx"), "{}", file.file_name);
    assert_eq!(
        file,
        session.export(&wanted).unwrap(),
        "twice the same bytes"
    );
    let package = Package::open(&file.bytes);
    let comments = package.part("word/comments.xml").all("w:comment");
    assert_eq!(comments.len(), review.comments.len());
    let mut placed = 0;
    for comment in review.comments.values() {
        let id = comments
            .iter()
            .position(|it| it.words().trim() == comment.body.trim());
        if let Some(anchor) = &comment.anchor {
            let words = commented(&package, &id.unwrap().to_string());
            assert_eq!(words, anchor.exact);
            placed += 1;
        }
    }
    assert!(placed > 0);
    let body = package.body().words();
    assert!(body.contains("LEMBAR PENILAIAN"), "the sheet is behind");
}

#[test]
fn a_chart_is_shapes_with_its_words_and_says_the_same_to_who_cannot_see_it() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let wanted = Wanted::all(Kind::Proposal);
    let proposals = session.store().records(&wanted).unwrap().0;
    let with_risks = |record: &Record| match record {
        Record::Proposal(it) => !it.risks.is_empty(),
        _ => false,
    };
    let stored = proposals.iter().find(|it| with_risks(&it.record)).unwrap();
    let file = session.export(&job(PrintSubject::Proposal(stored.doc)));
    let package = Package::open(&file.unwrap().bytes);
    let charts = package.body().all("mc:AlternateContent");
    assert!(charts.len() >= 3, "gaps, stakeholders, milestones, risks");
    for chart in charts {
        assert!(chart.all("wps:wsp").len() > 3);
        let alt = chart.one("wp:docPr").unwrap().attribute("descr").to_owned();
        assert!(!alt.is_empty());
        assert_eq!(chart.one("mc:Fallback").unwrap().words(), alt);
    }
}

/// Every word, in no order: notes move to another part.
fn words_in(text: &str) -> Vec<String> {
    let letters = |c: char| !c.is_alphabetic();
    let mut words: Vec<String> = text
        .split(letters)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}

fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,8}( [a-z]{1,6}){0,4}",
        1 => any::<String>(),
        1 => Just("]]>&<\u{0}\u{1b}\u{ffff}".to_owned()),
        1 => Just("بِسْمِ اللَّهِ".to_owned()),
        1 => Just("👩🏽‍🏫".to_owned()),
        1 => Just("**tebal** *miring* `kode` ~~coret~~".to_owned()),
        1 => Just("[tautan](https://example.org)".to_owned()),
        1 => Just("kata[^n]".to_owned()),
        1 => Just("![foto](a.png)".to_owned()),
    ];
    let start = prop::sample::select(vec![
        "",
        "# ",
        "### ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "- [ ] ",
        "| a | b |\n|---|---|\n| ",
        "  - ",
        "[^n]: ",
        "> - ",
        "---\n",
    ]);
    let line = (start, piece, any::<bool>());
    prop::collection::vec(line, 1..14).prop_map(|lines| {
        let line = |(start, piece, blank): &(&str, String, bool)| {
            format!("{start}{piece}\n{}", if *blank { "\n" } else { "" })
        };
        lines.iter().map(line).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(29_500), ..Default::default() })]

    #[test]
    fn any_markdown_becomes_a_whole_package_with_every_word(text in markdown()) {
        let document = Document::from_markdown(&text, "uji", Language::Id);
        let remarks = [remark("", "a"), remark("", "kata"), Remark::default()];
        let file = written(&document, &remarks);
        let package = Package::open(&file.bytes);
        let body = package.body().words() + &package.part("word/footnotes.xml").words();
        prop_assert_eq!(words_in(&body), words_in(&text_of(&document)));
        prop_assert_eq!(package.body().all("w:commentReference").len(), 3);
        prop_assert_eq!(file, written(&document, &remarks));
    }
}

#[test]
fn a_long_cell_a_deep_list_and_a_large_table_pass() {
    let mut text = "> ".repeat(40) + "dalam\n\n";
    for level in 0..20 {
        text += &format!("{}- tingkat\n", "  ".repeat(level));
    }
    text += &format!(
        "\n| a | b |\n|---|---|\n| {} | x |\n",
        "kata ".repeat(8_000)
    );
    for row in 0..400 {
        text += &format!("| {row} | y |\n");
    }
    let package = of_markdown(&text);
    assert_eq!(package.body().all("w:tr").len(), 402);
    assert!(package.body().words().contains("dalam"));
    let levels = package.body().all("w:ilvl");
    assert!(
        levels
            .iter()
            .all(|it| it.attribute("w:val").parse::<u32>().unwrap() < 9)
    );
}
