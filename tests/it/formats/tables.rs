//! Workbooks read by calamine, separated text by a parser of a few lines: every text comes back
//! as it was, none as a formula.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::{DateTime, FixedOffset, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tilik_core::app::{
    ExportFormat, ExportSubject, PrintSubject, PrintWarning, ScheduleFor, Session,
};
use tilik_core::domain::{
    Answer, Choice, Instrument, Kind, Observation, Question, QuestionKind, Record,
};
use tilik_core::report::tables::{CsvStyle, Grid, Separator, Value, csv, xlsx};
use tilik_core::store::{Access, Wanted};

use super::job;
use crate::cohorts::Place;
use crate::program::{tilik, tilik_in};

fn created() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2018-03-21T09:40:00+07:00").unwrap()
}

fn grid(texts: &[&str]) -> Grid {
    Grid {
        name: "Uji".into(),
        columns: vec!["kolom".into()],
        rows: texts
            .iter()
            .map(|text| vec![Value::Text((*text).into())])
            .collect(),
    }
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

/// The texts of the first column, headings included, after a look that no cell is a formula.
fn texts_of(bytes: Vec<u8>) -> Vec<String> {
    let mut book = opened(bytes);
    let name = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&name).unwrap();
    assert!(formulas.used_cells().all(|(_, _, it)| it.is_empty()));
    let range = book.worksheet_range(&name).unwrap();
    let text = |row: &[Data]| match &row[0] {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("not a text: {other:?}"),
    };
    range.rows().map(text).collect()
}

/// RFC 4180 in a few lines.
fn fields_of(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            c if c == separator && !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'), "every line ends in CRLF");
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && field.is_empty());
    rows
}

const HOSTILE: [&str; 12] = [
    "=HYPERLINK(\"http://x\";\"y\")",
    "+62 812",
    "-1+1",
    "@SUM(A1)",
    "\tx",
    "＝1+1",
    "]]>&<b>\"'",
    "بِسْمِ اللَّهِ",
    "👩🏽‍🏫 ꦥꦿꦏ",
    "_x0041_",
    "198203042009032001",
    "1E5",
];

#[test]
fn hostile_texts_come_back_as_they_were_and_are_never_formulas() {
    let mut table = grid(&HOSTILE);
    table.columns[0] = "=1+1".into();
    let bytes = xlsx(&[table], "=judul", created()).unwrap().bytes;
    let texts = texts_of(bytes);
    assert_eq!(texts[0], "=1+1");
    assert_eq!(texts[1..], HOSTILE);
}

#[test]
fn a_cell_longer_than_excel_allows_is_cut_and_named() {
    let long = "a".repeat(40 << 10);
    let book = xlsx(&[grid(&["pendek", &long])], "x", created()).unwrap();
    let cut = &book.cut[..];
    assert!(matches!(cut, [it] if it.sheet == "Uji" && it.row == 3 && it.column == "kolom"));
    let texts = texts_of(book.bytes);
    assert!(texts[2].starts_with("aaaa") && texts[2].ends_with("[…]"));
    assert_eq!(texts[2].chars().count(), 32_767);
    let text = csv(&grid(&[&long]), CsvStyle::default()).unwrap();
    assert!(text.len() > 40 << 10, "separated text has no such limit");
}

#[test]
fn days_are_days_numbers_are_numbers_and_ids_are_text() {
    let day = NaiveDate::from_ymd_opt(2018, 3, 20).unwrap();
    let table = Grid {
        name: "Uji".into(),
        columns: ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec(),
        rows: vec![vec![
            Value::Day(day),
            Value::Moment(day.and_hms_opt(8, 30, 0).unwrap()),
            Value::Number(-2.5),
            Value::Text("198203042009032001".into()),
            Value::Day(NaiveDate::from_ymd_opt(1812, 1, 1).unwrap()),
        ]],
    };
    let mut book = opened(xlsx(&[table], "x", created()).unwrap().bytes);
    let range = book.worksheet_range("Uji").unwrap();
    let row: Vec<_> = range.rows().nth(1).unwrap().to_vec();
    let read = |cell: &Data| match cell {
        Data::DateTime(at) => at.to_ymd_hms_milli(),
        other => panic!("no date: {other:?}"),
    };
    assert_eq!(read(&row[0]), (2018, 3, 20, 0, 0, 0, 0));
    assert_eq!(read(&row[1]), (2018, 3, 20, 8, 30, 0, 0));
    assert_eq!(row[2], Data::Float(-2.5));
    assert_eq!(row[3], Data::String("198203042009032001".into()));
    assert_eq!(
        row[4],
        Data::String("1812-01-01".into()),
        "before Excel's time"
    );
}

#[test]
fn equal_tables_give_equal_bytes() {
    let twice = [0, 1].map(|_| xlsx(&[grid(&HOSTILE)], "x", created()).unwrap().bytes);
    assert_eq!(twice[0], twice[1]);
}

/// What a text is once line ends are alike and what no file can hold is gone.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let forbidden =
        |c: char| (c < ' ' && c != '\n' && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(|c| !forbidden(*c)).collect()
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop_oneof![
        2 => any::<String>(),
        2 => "[=+@;,\"'\r\n\t a-c\u{0}\u{1b}-]{0,12}",
        1 => "_x[0-9A-F]{4}_",
    ];
    prop::collection::vec(text, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, rng_seed: RngSeed::Fixed(18), ..Default::default() })]

    #[test]
    fn any_text_comes_back_from_a_workbook(texts in texts()) {
        let rows: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut table = grid(&rows);
        // A last row, so that rows of empty texts before it are there for the reader.
        table.rows.push(vec![Value::Text("akhir".into())]);
        let found = texts_of(xlsx(&[table], "x", created()).unwrap().bytes);
        let wanted: Vec<String> = texts.iter().map(|text| plain(text)).collect();
        prop_assert_eq!(&found[1..found.len() - 1], &wanted[..]);
    }

    #[test]
    fn any_text_comes_back_from_separated_text(texts in texts(), semicolon in any::<bool>()) {
        let rows: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut table = grid(&rows);
        table.columns = vec!["a".into(), "b".into()];
        let (separator, sign) = match semicolon {
            true => (Separator::Semicolon, ';'),
            false => (Separator::Comma, ','),
        };
        let bytes = csv(&table, CsvStyle { separator, bom: false }).unwrap();
        let found = fields_of(std::str::from_utf8(&bytes).unwrap(), sign);
        prop_assert_eq!(found.len(), texts.len() + 1);
        for (row, text) in found[1..].iter().zip(&texts) {
            prop_assert_eq!(row.len(), 2);
            let text = plain(text);
            let risky = text.starts_with(['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠']);
            let wanted = if risky { format!("'{text}") } else { text };
            prop_assert_eq!(&row[0], &wanted);
        }
    }
}

fn with_numbers(session: &mut Session) {
    let (people, _) = session.store().records(&Wanted::all(Kind::Person)).unwrap();
    let someone = people.into_iter().min_by_key(|it| it.doc).unwrap();
    let Record::Person(mut person) = someone.record else {
        panic!("no person");
    };
    person.nip = "198203042009032001".into();
    person.phone = "081234567890".into();
    session.save(someone.doc, Record::Person(person)).unwrap();
}

#[test]
fn a_roster_has_numbers_of_people_only_when_asked_and_can_be_imported_again() {
    let place = Place::example();
    with_numbers(&mut place.open(Access::Write).unwrap());
    let taken_in = |more: &[&str]| {
        let file = place.file("daftar.xlsx");
        let file = file.to_str().unwrap();
        let written = tilik_in(
            &place.dir(),
            &["export"],
            &[&["roster", "-o", file], more].concat(),
        );
        assert_eq!(written.code, Some(0), "{written:?}");
        let other = Place::new_cohort();
        let words = [
            "import",
            "roster",
            "--json",
            other.dir().to_str().unwrap(),
            file,
        ]
        .map(String::from);
        tilik(&words).json()["preview"]["people"]
            .as_array()
            .unwrap()
            .clone()
    };
    let without = taken_in(&["--format", "xlsx"]);
    let with = taken_in(&["--format", "xlsx", "--personal"]);
    assert_eq!((without.len(), with.len()), (41, 41));
    assert!(
        without
            .iter()
            .all(|it| it["nip"] == "" && it["phone"] == "")
    );
    let numbered: Vec<_> = with.iter().filter(|it| it["nip"] != "").collect();
    assert!(
        matches!(numbered[..], [it] if it["nip"] == "198203042009032001"
        && it["phone"].as_str().unwrap().ends_with("81234567890"))
    );
    let session = place.open(Access::Read).unwrap();
    let (people, _) = session.store().records(&Wanted::all(Kind::Person)).unwrap();
    for it in &with {
        let is_there = people.iter().any(|one| {
            let Record::Person(person) = &one.record else {
                return false;
            };
            let role = serde_json::to_value(person.role).unwrap();
            it["name"] == person.name && it["role"] == role && it["office"] == person.office
        });
        assert!(is_there, "{it:?}");
    }
}

#[test]
fn the_examples_tables_have_their_sheets_and_lines() {
    let place = Place::example();
    let mut session = place.open(Access::Write).unwrap();
    answer(&mut session);
    let mut sheets = |subject| {
        let file = session.export(&job(subject, ExportFormat::Xlsx)).unwrap();
        assert_eq!(file.warnings, Vec::<PrintWarning>::new());
        let mut book = opened(file.bytes);
        let names = book.sheet_names();
        let rows = names.iter().map(|name| {
            let range = book.worksheet_range(name).unwrap();
            (name.clone(), range.height() - 1)
        });
        rows.collect::<Vec<_>>()
    };
    let schedule = ExportSubject::Print(PrintSubject::Schedule(ScheduleFor::Cohort));
    let found = sheets(schedule);
    assert!(
        matches!(&found[..], [(name, rows)] if name == "Jadwal" && *rows > 20),
        "{found:?}"
    );
    let found = sheets(ExportSubject::Observations);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Observasi", "Nilai indikator", "Foto", "Antrean"]);
    let rows: Vec<usize> = found.iter().map(|(_, rows)| *rows).collect();
    assert!(rows[0] >= 8 && rows[1] > 0 && rows[3] == 1, "{found:?}");
    let found = sheets(ExportSubject::Scores);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Nilai", "Keputusan"]);
    assert!(found.iter().all(|(_, rows)| *rows > 0), "{found:?}");
    assert!(sheets(ExportSubject::Sites)[0].1 >= 4);
}

/// An instrument of four questions and one observation that answers them.
fn answer(session: &mut Session) {
    let question = |name: &str, label: &str, kind| Question {
        name: name.into(),
        label: label.into(),
        kind,
        choices: vec![Choice {
            name: "b".into(),
            label: "Baik".into(),
        }],
        ..Question::default()
    };
    let instrument = Instrument {
        name: "Antrean".into(),
        questions: vec![
            question("lama", "Lama menunggu", QuestionKind::Decimal),
            question("mutu", "Mutu", QuestionKind::SelectOne),
            question("kapan", "Kapan", QuestionKind::Date),
            question("kira", "Perkiraan", QuestionKind::Integer),
        ],
        ..Instrument::default()
    };
    let instrument = session.add(Record::Instrument(instrument)).unwrap().id;
    let given = [
        ("lama", "12.5"),
        ("mutu", "b"),
        ("kapan", "2018-03-20"),
        ("kira", "±10"),
        ("lalu", "=1"),
    ];
    let answers = given.map(|(name, text)| (name.to_owned(), Answer::One(text.to_owned())));
    let observation = Observation {
        title: "Antrean pagi".into(),
        instrument: Some(instrument),
        answers: answers.into(),
        ..Observation::default()
    };
    session.add(Record::Observation(observation)).unwrap();
}

#[test]
fn answers_stand_below_their_questions_as_what_they_are() {
    let place = Place::example();
    let mut session = place.open(Access::Write).unwrap();
    answer(&mut session);
    let wanted = job(ExportSubject::Observations, ExportFormat::Xlsx);
    let mut book = opened(session.export(&wanted).unwrap().bytes);
    let range = book.worksheet_range("Antrean").unwrap();
    let rows: Vec<&[Data]> = range.rows().collect();
    let heads: Vec<String> = rows[0][6..].iter().map(ToString::to_string).collect();
    assert_eq!(
        heads,
        ["Lama menunggu", "Mutu", "Kapan", "Perkiraan", "lalu"]
    );
    let cells = &rows[1][6..];
    assert_eq!(cells[0], Data::Float(12.5));
    assert_eq!(cells[1], Data::String("Baik".into()));
    assert!(matches!(&cells[2], Data::DateTime(at) if at.to_ymd_hms_milli().0 == 2018));
    assert_eq!(
        cells[3],
        Data::String("±10".into()),
        "what is no number stays text"
    );
    assert_eq!(
        cells[4],
        Data::String("=1".into()),
        "a question no longer asked"
    );
}

#[test]
fn several_tables_become_one_archive_or_the_one_that_is_named() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let mut wanted = job(ExportSubject::Observations, ExportFormat::Csv);
    let all = session.export(&wanted).unwrap();
    assert!(all.file_name.ends_with(".zip") && all.tables.len() == 3);
    let archive = zip::ZipArchive::new(Cursor::new(all.bytes)).unwrap();
    assert!(
        archive
            .file_names()
            .any(|name| name.unwrap() == "Nilai-indikator.csv")
    );
    wanted.table = "nilai indikator".into();
    let one = session.export(&wanted).unwrap();
    let text = String::from_utf8(one.bytes).unwrap();
    assert!(
        text.starts_with("\u{feff}ID observasi;Observasi;"),
        "{text}"
    );
    wanted.table = "lain".into();
    let refused = session.export(&wanted).unwrap_err().to_string();
    assert!(refused.contains("Nilai indikator"), "{refused}");
}

#[test]
fn scores_of_others_stay_hidden_until_ones_own_decision_is_in() {
    let place = Place::example();
    let mut session = place.open(Access::Write).unwrap();
    let reviews = session
        .store()
        .records(&Wanted::all(Kind::Review))
        .unwrap()
        .0;
    let judge = reviews[0].author;
    let (people, _) = session.store().records(&Wanted::all(Kind::Person)).unwrap();
    let other = people.iter().find(|it| {
        let instructs = matches!(&it.record, Record::Person(person)
            if person.role == tilik_core::domain::Role::Instructor);
        instructs && reviews.iter().all(|review| review.author != it.doc)
    });
    let mut rows_for = |person| {
        session.act_as(person).unwrap();
        let mut wanted = job(ExportSubject::Scores, ExportFormat::Csv);
        wanted.table = "Nilai".into();
        let file = session.export(&wanted).unwrap();
        String::from_utf8(file.bytes).unwrap().lines().count() - 1
    };
    assert!(rows_for(judge) > 0);
    assert_eq!(rows_for(other.unwrap().doc), 0);
}
