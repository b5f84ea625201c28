//! The reading process, really started: the test program serves as one.

use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::*;
use crate::import::sheet::{Cell, MAX_TEXT};

const BERSIH: &[u8] = include_bytes!("../../../../tests/fixtures/rosters/bersih.xlsx");
const KOP_SURAT_XLS: &[u8] = include_bytes!("../../../../tests/fixtures/rosters/kop-surat.xls");
const KOP_SURAT_ODS: &[u8] = include_bytes!("../../../../tests/fixtures/rosters/kop-surat.ods");
const SANDI: &[u8] = include_bytes!("../../../../tests/fixtures/rosters/sandi.xlsx");

/// Set in the reading process only; how it shall behave.
const BEHAVIOUR: &str = "TILIK_TEST_READER";

/// A reader whose process is this test program, re-entered in [`reading_process`].
pub(crate) fn reader() -> Reader {
    reader_that("serves")
}

fn reader_that(behaviour: &str) -> Reader {
    let test = [
        "import::child::tests::reading_process",
        "--exact",
        "--nocapture",
    ];
    Reader {
        program: std::env::current_exe().unwrap(),
        arguments: test.map(OsString::from).to_vec(),
        environment: vec![(BEHAVIOUR.into(), behaviour.into())],
        patience: PATIENCE,
    }
}

/// Not a test by itself: the body of the reading process that the tests start.
#[test]
fn reading_process() {
    let Ok(behaviour) = std::env::var(BEHAVIOUR) else {
        return;
    };
    match behaviour.as_str() {
        "serves" => std::process::exit(serve()),
        "aborts" => std::process::abort(),
        "hangs" => loop {
            thread::park();
        },
        "babbles" => loop {
            if io::stdout().write_all(&[b'x'; 4096]).is_err() {
                std::process::exit(1);
            }
        },
        "lies" => {
            io::stdout().write_all(MARK).unwrap();
            io::stdout()
                .write_all(&[0, 255, 255, 255, 255, 15, 1, 2])
                .unwrap();
            std::process::exit(0)
        }
        other => panic!("no such behaviour: {other}"),
    }
}

/// A copy of a workbook with one of its files put in place or changed.
fn with_part(workbook: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut source = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    let mut changed = false;
    for index in 0..source.len() {
        let mut part = source.by_index(index).unwrap();
        let part_name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if part_name == name {
            content = change(String::from_utf8(content).unwrap()).into_bytes();
            changed = true;
        }
        copy.start_file(part_name, SimpleFileOptions::default())
            .unwrap();
        copy.write_all(&content).unwrap();
    }
    assert!(changed, "the workbook has no {name}");
    copy.finish().unwrap().into_inner()
}

fn small_workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "Nama").unwrap();
    sheet.write_string(1, 0, "Peserta 01").unwrap();
    workbook.save_to_buffer().unwrap()
}

fn texts(sheets: &[Sheet]) -> Vec<String> {
    sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .flatten()
        .map(Cell::text)
        .collect()
}

#[test]
fn the_process_reads_what_the_same_code_reads_here() {
    for workbook in [BERSIH, KOP_SURAT_XLS, KOP_SURAT_ODS, &small_workbook()] {
        assert_eq!(
            reader().read(workbook).unwrap(),
            sheet::parse(workbook).unwrap()
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_false_count_of_shared_strings_ends_the_process_only() {
    // The first would fit without the cap.
    for count in [
        "100000000",
        "4000000000",
        "999999999999",
        "18446744073709551615",
    ] {
        let crafted = with_part(&small_workbook(), "xl/sharedStrings.xml", |xml| {
            let start = xml.find("uniqueCount=\"").unwrap() + "uniqueCount=\"".len();
            let end = start + xml[start..].find('"').unwrap();
            format!("{}{count}{}", &xml[..start], &xml[end..])
        });
        let error = reader().read(&crafted).unwrap_err();
        assert_eq!(error.code(), "damaged-workbook", "{count}: {error}");
    }
}

#[test]
fn a_far_off_cell_is_named_and_a_false_dimension_does_no_harm() {
    let far = with_part(&small_workbook(), "xl/worksheets/sheet1.xml", |xml| {
        let row = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#;
        xml.replace("</sheetData>", row)
    });
    let error = reader().read(&far).unwrap_err();
    assert_eq!(error.code(), "cell-too-far");
    let words = "sheet \"Sheet1\" has a value far off, in row 1048576, column XFD";
    assert_eq!(error.to_string(), words);

    let wide = with_part(&small_workbook(), "xl/worksheets/sheet1.xml", |xml| {
        xml.replace("ref=\"A1:A2\"", "ref=\"A1:XFD1048576\"")
    });
    assert_eq!(
        texts(&reader().read(&wide).unwrap()),
        ["Nama", "Peserta 01"]
    );
}

#[test]
fn an_ods_cell_repeated_a_billion_times_gives_an_error() {
    for repeats in [
        r#"table:number-columns-repeated="1000000000""#,
        r#"table:number-columns-repeated="2000""#,
    ] {
        let crafted = with_part(KOP_SURAT_ODS, "content.xml", |xml| {
            xml.replacen(
                "<table:table-cell ",
                &format!("<table:table-cell {repeats} "),
                1,
            )
        });
        let error = reader().read(&crafted).unwrap_err();
        assert_eq!(error.code(), "cell-too-far", "{error}");
    }
}

#[test]
fn false_dimensions_of_an_old_workbook_do_no_harm() {
    // The record DIMENSIONS (0x0200, 14 bytes): first row, last row + 1, …
    let record = [0x00, 0x02, 0x0e, 0x00];
    let place = KOP_SURAT_XLS
        .windows(4)
        .position(|bytes| bytes == record)
        .unwrap();
    let mut crafted = KOP_SURAT_XLS.to_vec();
    crafted[place + 8..place + 12].copy_from_slice(&[0xff, 0xff, 0xff, 0x7f]);
    let error = reader().read(&crafted).unwrap_err();
    assert_eq!(error.code(), "damaged-workbook", "{error}");
}

#[test]
fn a_small_file_that_unpacks_to_more_than_the_limits_is_refused() {
    let bomb = with_part(&small_workbook(), "xl/sharedStrings.xml", |xml| {
        xml.replace("Peserta 01", &"x".repeat(MAX_TEXT + 1))
    });
    assert!(bomb.len() < 1 << 20, "well packed: {}", bomb.len());
    assert_eq!(reader().read(&bomb).unwrap_err().code(), "too-much");
}

#[test]
fn a_process_that_dies_hangs_babbles_or_lies_gives_an_error() {
    let quick = |behaviour| Reader {
        patience: Duration::from_secs(2),
        ..reader_that(behaviour)
    };
    let code = |behaviour| quick(behaviour).read(&small_workbook()).unwrap_err().code();
    assert_eq!(code("aborts"), "damaged-workbook");
    assert_eq!(code("lies"), "damaged-workbook");
    let begun = Instant::now();
    assert_eq!(code("hangs"), "reading-timed-out");
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert!(["too-much", "reading-timed-out"].contains(&code("babbles")));
}

#[test]
fn a_program_that_cannot_be_started_is_not_blamed_on_the_file() {
    let nowhere = Reader::program(PathBuf::from("/nonexistent/tilik"));
    assert_eq!(
        nowhere.read(&small_workbook()).unwrap_err().code(),
        "reader-not-started"
    );
}

#[test]
fn files_that_are_no_readable_workbook_are_refused_each_with_its_reason() {
    let mut empty_zip = ZipWriter::new(Cursor::new(Vec::new()))
        .finish()
        .unwrap()
        .into_inner();
    let mut other_zip = ZipWriter::new(Cursor::new(Vec::new()));
    other_zip
        .start_file("foto.txt", SimpleFileOptions::default())
        .unwrap();
    let other_zip = other_zip.finish().unwrap().into_inner();
    let without_content = with_part(KOP_SURAT_ODS, "content.xml", |_| String::new());
    let cases: [(&str, &[u8], &str); 9] = [
        ("nothing", b"", "empty-file"),
        ("an empty archive", &empty_zip, "not-a-workbook"),
        ("an archive of something else", &other_zip, "not-a-workbook"),
        (
            "half an .xlsx",
            &BERSIH[..BERSIH.len() / 2],
            "damaged-workbook",
        ),
        (
            "half an .xls",
            &KOP_SURAT_XLS[..KOP_SURAT_XLS.len() / 2],
            "damaged-workbook",
        ),
        (
            "a picture",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "not-a-workbook",
        ),
        ("a web page", b"<html><body><table><tr><td>Nama", "web-page"),
        ("behind a password", SANDI, "password-protected"),
        ("an .ods without sheets", &without_content, "no-roster"),
    ];
    for (what, bytes, code) in cases {
        let read = crate::import::roster::read_by(&reader(), bytes, what, &Default::default());
        assert_eq!(read.unwrap_err().code(), code, "{what}");
    }
    empty_zip.resize(MAX_BYTES + 1, 0);
    assert_eq!(
        reader().read(&empty_zip).unwrap_err().code(),
        "file-too-large"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Bytes changed inside the archive's members, packed again: the damage
    /// reaches the parsers instead of stopping at a checksum.
    #[test]
    fn changed_workbooks_never_harm_the_asking_program(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let part = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "content.xml"][which];
        let workbook = if which == 2 { KOP_SURAT_ODS } else { BERSIH };
        let changed = with_part(workbook, part, |xml| {
            let mut bytes = xml.into_bytes();
            for (place, value) in &changes {
                let place = place.index(bytes.len());
                bytes[place] = value % 128;
            }
            String::from_utf8(bytes).unwrap_or_default()
        });
        let quick = Reader { patience: Duration::from_secs(3), ..reader() };
        let _ = quick.read(&changed);
    }

    #[test]
    fn changed_old_workbooks_never_harm_the_asking_program(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = KOP_SURAT_XLS.to_vec();
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        let quick = Reader { patience: Duration::from_secs(3), ..reader() };
        let _ = quick.read(&bytes);
    }
}
