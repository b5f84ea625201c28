//! Whole rosters, from bytes to preview.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use super::ImportProblemCode as Code;
use super::*;
use crate::import::child::tests::reader;
use crate::import::sheet;

const BERSIH: &[u8] = include_bytes!("../../../../../tests/fixtures/rosters/bersih.xlsx");
const KOP_SURAT: &[u8] = include_bytes!("../../../../../tests/fixtures/rosters/kop-surat.xlsx");
const KOP_SURAT_XLS: &[u8] = include_bytes!("../../../../../tests/fixtures/rosters/kop-surat.xls");
const KOP_SURAT_ODS: &[u8] = include_bytes!("../../../../../tests/fixtures/rosters/kop-surat.ods");
const TITIK_KOMA: &[u8] = include_bytes!("../../../../../tests/fixtures/rosters/titik-koma.csv");

fn read_bytes(bytes: &[u8]) -> RosterPreview {
    mapped(bytes, &Mapping::default()).unwrap()
}

fn read_text(text: &str) -> RosterPreview {
    read_bytes(text.as_bytes())
}

fn mapped(bytes: &[u8], mapping: &Mapping) -> Result<RosterPreview, ImportError> {
    preview(&sheet::parse(bytes)?, "roster", mapping)
}

fn count(preview: &RosterPreview, role: Role) -> usize {
    preview
        .people
        .iter()
        .filter(|person| person.role == role)
        .count()
}

fn rows_with(preview: &RosterPreview, code: Code) -> Vec<u32> {
    preview
        .problems
        .iter()
        .filter(|problem| problem.code == code)
        .map(|problem| problem.row)
        .collect()
}

fn field_columns(preview: &RosterPreview) -> Vec<(String, RosterField)> {
    let columns = preview.columns.iter();
    columns
        .filter_map(|column| Some((column.column.clone(), column.field?)))
        .collect()
}

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
            severity: Severity::Error,
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
fn a_two_row_heading_without_merged_cells_is_understood() {
    let preview = read_text(
        "DAFTAR PESERTA;;;\n\nNO;IDENTITAS;;INSTANSI\n;NAMA LENGKAP;NIP;\n(1);(2);(3);(4)\n\
         1;Peserta 01;198605172011051016;Kantor A\n",
    );
    assert_eq!((preview.header_row, preview.people.len()), (4, 1));
    assert_eq!(preview.people[0].office, "Kantor A");
    assert_eq!(preview.columns[1].heading, "IDENTITAS / NAMA LENGKAP");
    assert_eq!(preview.ignored_rows[0].why, IgnoredWhy::ColumnNumbers);
}

#[test]
fn totals_titles_repeated_headings_and_signatures_are_no_people() {
    let preview = read_text(
        "No;Nama;NIP;Instansi\n\
         KELOMPOK 1;;;\n\
         1;Peserta 01;198605172011051016;Kantor A\n\
         No;Nama;NIP;Instansi\n\
         2;Peserta 02;;Kantor B\n\
         Jumlah;2;;\n\
         ;;;Jakarta, 12 Maret 2018\n\
         ;Kepala Pusdiklat;;\n\
         \n\
         ;Pejabat 01, M.Si.;;\n\
         ;NIP. 19650101 199001 1 001;;\n",
    );
    let rows: Vec<u32> = preview.people.iter().map(|person| person.row).collect();
    assert_eq!(rows, [3, 5]);
    assert_eq!(rows_with(&preview, Code::NipMissing), [5]);
    let why: Vec<(u32, IgnoredWhy)> = preview
        .ignored_rows
        .iter()
        .map(|row| (row.row, row.why))
        .collect();
    let after = IgnoredWhy::AfterTable;
    assert_eq!(
        why,
        [
            (2, IgnoredWhy::Note),
            (4, IgnoredWhy::RepeatedHeading),
            (6, IgnoredWhy::Total),
            (7, after),
            (8, after),
            (10, after),
            (11, after),
        ]
    );
}

#[test]
fn an_empty_row_inside_the_table_loses_nobody() {
    let preview = read_text(
        "Nama;NIP;Instansi;Provinsi\nPeserta 01;198605172011051016;Kantor A;Papua\n;;;\n\
         Peserta 02;;Kantor B;Jambi\nPeserta 03;197312241998122023;;\n",
    );
    assert_eq!(preview.people.len(), 3);
}

#[test]
fn a_heading_that_comes_again_in_another_order_is_an_error() {
    let preview = read_text(
        "Nama;NIP\nPeserta 01;198605172011051016\nNIP;Nama\n197312241998122023;Peserta 02\n",
    );
    assert_eq!(rows_with(&preview, Code::HeadingChanged), [3]);
}

#[test]
fn roles_come_from_status_then_position_then_name() {
    let preview = read_text(
        "Nama;Status;Jabatan\nA 01;Peserta;Widyaiswara Ahli Muda\nA 02;WI;Kepala\nA 03;Panitia;Staf\n\
         A 04;;Widyaiswara Ahli Madya\nWidyaiswara 05;;\nA 06;Tamu;Kepala Seksi Widyaiswara\n",
    );
    let roles: Vec<Role> = preview.people.iter().map(|person| person.role).collect();
    use Role::{Coordinator, Instructor, Trainee};
    assert_eq!(
        roles,
        [
            Trainee,
            Instructor,
            Coordinator,
            Instructor,
            Instructor,
            Trainee
        ]
    );
    assert_eq!(rows_with(&preview, Code::RoleConcluded), [5, 6]);
    assert_eq!(rows_with(&preview, Code::RoleUnknown), [7]);
}

#[test]
fn genders_telephone_numbers_and_failed_formulas_are_looked_at() {
    let preview = read_text("Nama;P/W\nPeserta 01;P\nPeserta 02;W\nPeserta 03;?\n");
    let genders: Vec<Option<Gender>> = preview.people.iter().map(|person| person.gender).collect();
    assert_eq!(genders, [Some(Gender::Male), Some(Gender::Female), None]);

    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, heading) in (0..).zip(["Nama", "NIP", "No HP", "Kelompok"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 0, "Peserta 01").unwrap();
    sheet.write_string(1, 1, "198605172011051016").unwrap();
    sheet.write_number(1, 2, 81_200_000_001.0).unwrap();
    sheet
        .write_formula(
            1,
            3,
            rust_xlsxwriter::Formula::new("=A9").set_result("#REF!"),
        )
        .unwrap();
    let preview = read_bytes(&workbook.save_to_buffer().unwrap());
    assert_eq!(preview.people[0].phone, "81200000001");
    assert_eq!(rows_with(&preview, Code::PhoneNotText), [2]);
}

#[test]
fn names_without_a_number_to_tell_them_apart_are_reported() {
    let preview = read_text(
        "Nama;NIP;Instansi\nPeserta 01;198605172011051016;A\nPESERTA  01;;B\nPeserta 02;197312241998122023;A\n\
         Peserta 02;198007032005071030;B\n;198702102012022037;C\n",
    );
    assert_eq!(rows_with(&preview, Code::NameRepeated), [3]);
    assert_eq!(rows_with(&preview, Code::NameMissing), [6]);
}

#[test]
fn a_second_roster_sheet_and_a_second_column_of_a_kind_are_reported() {
    let mut workbook = Workbook::new();
    for (name, people) in [("Peserta", 3), ("Widyaiswara", 2)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (column, heading) in (0..).zip(["Nama", "Unit Kerja", "Instansi"]) {
            sheet.write_string(0, column, heading).unwrap();
        }
        for row in 1..=people {
            sheet
                .write_string(row, 0, format!("{name} {row:02}"))
                .unwrap();
            sheet.write_string(row, 1, "Unit").unwrap();
            sheet.write_string(row, 2, "Kantor").unwrap();
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let preview = read_bytes(&bytes);
    assert_eq!(
        (preview.sheet.as_str(), preview.people.len()),
        ("Peserta", 3)
    );
    assert_eq!(preview.people[0].office, "Kantor");
    let problems: Vec<(Code, &str)> = preview
        .problems
        .iter()
        .map(|problem| (problem.code, problem.sheet.as_str()))
        .collect();
    assert_eq!(
        problems,
        [
            (Code::ColumnUnused, "Peserta"),
            (Code::AnotherRoster, "Widyaiswara")
        ]
    );

    let other = Mapping {
        sheet: Some("Widyaiswara".into()),
        ..Mapping::default()
    };
    assert_eq!(count(&mapped(&bytes, &other).unwrap(), Role::Instructor), 2);
}

#[test]
fn columns_can_be_mapped_by_hand() {
    let text = b"Orang;Unit Kerja;Instansi\nPeserta 01;Unit;Kantor\n";
    assert_eq!(
        mapped(text, &Mapping::default()).unwrap_err().code(),
        "no-roster"
    );
    let choice = |column: &str, field| ColumnChoice {
        column: column.into(),
        field,
    };
    let mapping = Mapping {
        header_row: Some(1),
        columns: vec![
            choice("A", Some(RosterField::Name)),
            choice("b", Some(RosterField::Office)),
        ],
        ..Mapping::default()
    };
    let preview = mapped(text, &mapping).unwrap();
    assert_eq!(
        (
            preview.people[0].name.as_str(),
            preview.people[0].office.as_str()
        ),
        ("Peserta 01", "Unit")
    );
    assert_eq!(preview.columns[2].field, None);

    let headless = Mapping {
        header_row: Some(0),
        columns: vec![choice("A", Some(RosterField::Name))],
        ..Mapping::default()
    };
    assert_eq!(
        mapped(b"Peserta 01;x\nPeserta 02;y\n", &headless)
            .unwrap()
            .people
            .len(),
        2
    );

    let code = |mapping: Mapping| mapped(text, &mapping).unwrap_err().code();
    let sheet = Some("Lain".to_owned());
    assert_eq!(
        code(Mapping {
            sheet,
            ..Mapping::default()
        }),
        "no-such-sheet"
    );
    let columns = vec![choice("A1", None)];
    assert_eq!(
        code(Mapping {
            columns,
            ..Mapping::default()
        }),
        "no-such-column"
    );
    assert_eq!(
        code(Mapping {
            header_row: Some(1),
            ..Mapping::default()
        }),
        "no-name-column"
    );
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
    let begun = Instant::now();
    let preview = read_by(&reader(), &bytes, "besar.xlsx", &Mapping::default()).unwrap();
    let taken = begun.elapsed();
    assert_eq!(preview.people.len(), 5_000);
    assert_eq!(preview.problems, []);
    assert!(taken < Duration::from_secs(2), "{taken:?}");
}

proptest! {
    #[test]
    fn any_text_table_gives_a_preview_or_an_error(
        lines in prop::collection::vec("(No|Nama|NIP|Jumlah|1|Peserta 01|1.9E\\+17|;|,|\"| |\\PC){0,12}", 0..12),
    ) {
        let text = format!("Nama;NIP;Kelompok\n{}", lines.join("\n"));
        if let Ok(preview) = mapped(text.as_bytes(), &Mapping::default()) {
            let rows: BTreeSet<u32> = preview.people.iter().map(|person| person.row).collect();
            prop_assert_eq!(rows.len(), preview.people.len(), "a row is one person");
            for ignored in &preview.ignored_rows {
                prop_assert!(!rows.contains(&ignored.row));
            }
        }
    }

    #[test]
    fn any_mapping_gives_a_preview_or_an_error(
        header_row in prop::option::of(any::<u32>()),
        column in "[A-Za-z]{0,4}",
    ) {
        let columns = vec![ColumnChoice { column, field: Some(RosterField::Name) }];
        let _ = mapped(TITIK_KOMA, &Mapping { sheet: None, header_row, columns });
    }

    #[test]
    fn nobody_with_a_name_and_a_nip_is_lost(serials in prop::collection::btree_set(0..999_u32, 1..40)) {
        let lines = serials.iter().map(|serial| {
            format!("{serial};Peserta {serial}, S.Ag.;198605172011051{serial:03};Kantor\n")
        });
        let text = format!("No;Nama;NIP;Instansi\n{}", lines.collect::<String>());
        let preview = read_text(&text);
        prop_assert_eq!(preview.people.len(), serials.len());
        prop_assert_eq!(preview.problems, []);
    }
}
