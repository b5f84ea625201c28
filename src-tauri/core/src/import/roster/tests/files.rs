//! The rosters under `tests/fixtures/rosters`, and files of any size and encoding.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use rust_xlsxwriter::Workbook;

use super::*;
use crate::import::child::tests::reader;

const BERSIH: &[u8] = include_bytes!("../../../../../../tests/fixtures/rosters/bersih.xlsx");
const KOP_SURAT: &[u8] = include_bytes!("../../../../../../tests/fixtures/rosters/kop-surat.xlsx");
const KOP_SURAT_XLS: &[u8] =
    include_bytes!("../../../../../../tests/fixtures/rosters/kop-surat.xls");
const KOP_SURAT_ODS: &[u8] =
    include_bytes!("../../../../../../tests/fixtures/rosters/kop-surat.ods");
const TITIK_KOMA: &[u8] = include_bytes!("../../../../../../tests/fixtures/rosters/titik-koma.csv");

#[test]
fn the_clean_roster_gives_thirty_trainees_and_ten_instructors_without_a_problem() {
    let preview = read_by(&reader(), BERSIH, "bersih.xlsx", &Mapping::default()).unwrap();
    assert_eq!(
        (
            count(&preview, Role::Trainee),
            count(&preview, Role::Instructor)
        ),
        (30, 10)
    );
    assert_eq!(preview.problems, []);
    assert_eq!(preview.ignored_rows, []);
    assert_eq!((preview.sheet.as_str(), preview.header_row), ("peserta", 1));
    assert_eq!(
        preview.people[0],
        RosterPerson {
            row: 2,
            name: "Peserta 01 (Jawa Timur)".into(),
            nip: "197708082002082007".into(),
            role: Role::Trainee,
            position: "Kepala Subbagian Tata Usaha".into(),
            office: "Kantor Kementerian Agama Provinsi Jawa Timur".into(),
            province: "Jawa Timur".into(),
            regency: String::new(),
            group: "Kelompok 1".into(),
            gender: Some(Gender::Male),
            phone: "081200000001".into(),
        }
    );
    assert_eq!(preview.people[30].name, "Widyaiswara 01, M.Pd.");
    let nips: BTreeSet<&str> = preview
        .people
        .iter()
        .map(|person| person.nip.as_str())
        .collect();
    assert_eq!(nips.len(), 40);
}

#[test]
fn the_roster_under_a_letterhead_names_every_planted_problem_by_row() {
    let preview = read_by(&reader(), KOP_SURAT, "kop-surat.xlsx", &Mapping::default()).unwrap();
    assert_eq!(
        (count(&preview, Role::Trainee), preview.people.len()),
        (30, 30)
    );
    assert_eq!(preview.header_row, 5);
    assert_eq!(
        rows_with(&preview, Code::NipDamaged),
        [9, 13, 17, 21, 25, 29, 33]
    );
    assert_eq!(rows_with(&preview, Code::NipRepeated), [16]);
    assert_eq!(
        rows_with(&preview, Code::NipApostrophe),
        [6, 10, 14, 18, 22, 26, 30, 34]
    );
    assert_eq!(
        rows_with(&preview, Code::NipSpaces),
        [7, 11, 15, 16, 19, 23, 27, 31, 35]
    );
    assert_eq!(
        preview.problems.len(),
        7 + 1 + 8 + 9,
        "and no others: {:?}",
        preview.problems
    );

    let damaged = &preview
        .problems
        .iter()
        .find(|problem| problem.row == 9)
        .unwrap();
    assert_eq!(
        **damaged,
        ImportProblem {
            gravity: Gravity::Error,
            sheet: "Sheet1".into(),
            row: 9,
            column: Some("C".into()),
            field: Some(RosterField::Nip),
            code: Code::NipDamaged,
            value: "1.984111120091111E17".into(),
            other_row: None,
        }
    );
    let repeated = preview
        .problems
        .iter()
        .find(|problem| problem.code == Code::NipRepeated)
        .unwrap();
    assert_eq!(
        (repeated.other_row, repeated.value.as_str()),
        (Some(15), "19751018 200010 2 045")
    );
    let left_out = preview.people.iter().filter(|person| person.nip.is_empty());
    assert_eq!(
        left_out.map(|person| person.row).collect::<Vec<_>>(),
        [9, 13, 16, 17, 21, 25, 29, 33]
    );
}

#[test]
fn the_roster_under_a_letterhead_keeps_titles_groups_and_nothing_else() {
    let preview = read_bytes(KOP_SURAT);
    assert_eq!(
        field_columns(&preview),
        [
            ("A".into(), RosterField::Ordinal),
            ("B".into(), RosterField::Name),
            ("C".into(), RosterField::Nip),
            ("D".into(), RosterField::Position),
            ("E".into(), RosterField::Office),
            ("F".into(), RosterField::Province),
            ("G".into(), RosterField::Gender),
            ("H".into(), RosterField::Group),
        ]
    );
    assert_eq!(preview.people[0].name, "Peserta 01 (Jawa Timur)");
    assert_eq!(
        preview.people[4].name,
        "Dr. H. Peserta 17 (Jawa Barat), S.Ag., M.Pd.I."
    );
    assert_eq!(preview.people[0].nip, "198011112005111010");
    let groups: Vec<&str> = preview
        .people
        .iter()
        .map(|person| person.group.as_str())
        .collect();
    let of = |number: usize| {
        groups
            .iter()
            .filter(|group| **group == format!("Kelompok {number}"))
            .count()
    };
    assert_eq!([of(1), of(2), of(3), of(4)], [8, 8, 7, 7]);
    let why: Vec<(u32, IgnoredWhy)> = preview
        .ignored_rows
        .iter()
        .map(|row| (row.row, row.why))
        .collect();
    assert_eq!(
        why,
        [
            (37, IgnoredWhy::Total),
            (39, IgnoredWhy::AfterTable),
            (40, IgnoredWhy::AfterTable)
        ]
    );
    assert_eq!(preview.ignored_rows[0].text, "JUMLAH 30");
    assert_eq!(
        preview.other_sheets,
        [OtherSheet {
            name: "Catatan".into(),
            header_row: None
        }]
    );
}

#[test]
fn the_three_kinds_of_workbook_give_the_same_preview() {
    let wanted = read_bytes(KOP_SURAT);
    assert_eq!(read_bytes(KOP_SURAT_XLS), wanted);
    assert_eq!(read_bytes(KOP_SURAT_ODS), wanted);
}

#[test]
fn the_semicolon_roster_gives_six_trainees_and_ten_instructors() {
    let preview = read_bytes(TITIK_KOMA);
    assert_eq!(
        (
            count(&preview, Role::Trainee),
            count(&preview, Role::Instructor)
        ),
        (6, 10)
    );
    assert_eq!(preview.problems, []);
    assert_eq!(preview.people[6].name, "Widyaiswara 01, M.Pd.");
    assert_eq!(preview.people[15].row, 17);
}

#[test]
fn every_delimiter_and_encoding_gives_the_same_people() {
    let rows = [
        ["NIP", "Nama", "Instansi"],
        [
            "198605172011051016",
            "Dr. H. Peserta 01, S.Ag.; \"Cak\"",
            "Kantor – Jawa Timur",
        ],
        [
            "197312241998122023",
            "Peserta 02, M.Si.",
            "Café Kantor Jakarta",
        ],
    ];
    let lines = |delimiter: &str| {
        let quoted = |value: &&str| format!("\"{}\"", value.replace('"', "\"\""));
        let line = |row: &[&str; 3]| row.iter().map(quoted).collect::<Vec<_>>().join(delimiter);
        rows.iter().map(line).collect::<Vec<_>>().join("\r\n")
    };
    let wanted = read_text(&lines(";")).people;
    assert_eq!(wanted[0].name, "Dr. H. Peserta 01, S.Ag.; \"Cak\"");
    assert_eq!(wanted.len(), 2);
    for delimiter in [";", ",", "\t", "|"] {
        let text = lines(delimiter);
        let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("\u{feff}{text}")
                .encode_utf16()
                .flat_map(bytes)
                .collect()
        };
        let encodings = [
            text.clone().into_bytes(),
            format!("\u{feff}{text}").into_bytes(),
            encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            text.replace("\r\n", "\n").into_bytes(),
            text.replace("\r\n", "\r").into_bytes(),
        ];
        for (number, bytes) in encodings.iter().enumerate() {
            assert_eq!(
                read_bytes(bytes).people,
                wanted,
                "{delimiter:?}, encoding {number}"
            );
        }
    }
}

#[test]
fn reading_again_gives_the_same_preview() {
    assert_eq!(read_bytes(KOP_SURAT), read_bytes(KOP_SURAT));
}

#[test]
fn five_thousand_rows_take_less_than_two_seconds() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let headings = [
        "NIP", "Nama", "Jabatan", "Instansi", "Provinsi", "L/P", "Kelompok", "No HP", "Status",
    ];
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for row in 1..=5_000_u32 {
        let nip = format!(
            "19{:02}0517201105{}{:03}",
            60 + row / 1_000,
            1 + row % 2,
            row % 1_000
        );
        let cells = [
            nip,
            format!("Peserta {row:04}, S.Ag., M.Pd."),
            "Kepala Subbagian Tata Usaha".into(),
            "Kantor Kementerian Agama".into(),
            "Jawa Timur".into(),
            "L".into(),
            format!("Kelompok {}", row % 100),
            format!("0812{row:08}"),
            "Peserta".into(),
        ];
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    // The best of three, since other tests run at the same time.
    let taken = (0..3).map(|_| {
        let begun = Instant::now();
        let preview = read_by(&reader(), &bytes, "besar.xlsx", &Mapping::default()).unwrap();
        assert_eq!((preview.people.len(), preview.problems.len()), (5_000, 0));
        begun.elapsed()
    });
    let taken = taken.min().unwrap();
    // Unoptimised code on a busy machine gets three times as long.
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 6 } else { 2 });
    assert!(taken < limit, "{taken:?}");
}
