//! Single headings, rows and values.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use super::*;

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
fn words_of_totals_and_closings_in_a_person_s_row_lose_nobody() {
    let preview = read_text(
        "Nama;Status;Jabatan\nPeserta 01;;Sub Koordinator Umum\nPanitia 01;Panitia;\nA 02;;Total Quality Officer\n\
         Sub Total;3;\n",
    );
    assert_eq!(preview.people.len(), 3);
    assert_eq!(preview.ignored_rows[0].why, IgnoredWhy::Total);
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
    assert_eq!(preview.people[0].group, "");
    assert_eq!(rows_with(&preview, Code::FormulaError), [2]);
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
        let _ = mapped(b"Nama;NIP\nPeserta 01;198605172011051016\n", &Mapping { sheet: None, header_row, columns });
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
