//! Headings: which row they stand in and which field each column holds.
//!
//! Words met in Indonesian rosters, and their English counterparts.

use std::collections::BTreeMap;

use super::{RosterField, squeeze};
use crate::import::sheet::{Cell, Sheet};

/// Rows from the top in which the heading is looked for.
const SEARCHED_ROWS: u32 = 60;
/// Most rows one heading takes.
const MAX_HEIGHT: u32 = 3;

/// Words that are a heading of the field, the most telling first.
const WORDS: [(RosterField, &[&str]); 11] = [
    (
        RosterField::Ordinal,
        &["no", "nomor", "no urut", "nomor urut", "number", "no absen"],
    ),
    (
        RosterField::Nip,
        &[
            "nip",
            "nip baru",
            "nip nik",
            "nik nip",
            "nip nrp",
            "nip nipppk",
            "nip ni pppk",
            "nip peserta",
            "nomor induk pegawai",
            "nip pegawai",
            "employee number",
            "employee id",
            "nomor induk",
            "nik",
        ],
    ),
    (
        RosterField::Name,
        &[
            "nama lengkap",
            "nama",
            "nama peserta",
            "nama dan gelar",
            "nama gelar",
            "nama pegawai",
            "nama widyaiswara",
            "nama instruktur",
            "full name",
            "name",
            "participant name",
        ],
    ),
    (
        RosterField::Role,
        &[
            "status",
            "peran",
            "role",
            "status peserta",
            "status kepesertaan",
            "sebagai",
        ],
    ),
    (
        RosterField::Position,
        &["jabatan", "nama jabatan", "position", "job title"],
    ),
    (
        RosterField::Office,
        &[
            "instansi",
            "nama instansi",
            "asal instansi",
            "office",
            "agency",
            "institution",
            "unit kerja",
            "nama unit kerja",
            "satuan kerja",
            "satker",
            "unit organisasi",
            "organisasi",
            "organization",
            "organisation",
            "lembaga",
            "kantor",
            "opd",
            "skpd",
            "tempat tugas",
        ],
    ),
    (
        RosterField::Province,
        &["provinsi", "propinsi", "province", "asal provinsi", "prov"],
    ),
    (
        RosterField::Regency,
        &[
            "kabupaten kota",
            "kab kota",
            "kabupaten",
            "kota",
            "kab",
            "regency",
            "regency city",
            "city",
        ],
    ),
    (
        RosterField::Group,
        &["kelompok", "nama kelompok", "no kelompok", "group", "regu"],
    ),
    (
        RosterField::Gender,
        &[
            "jenis kelamin",
            "l p",
            "gender",
            "lk pr",
            "laki laki perempuan",
            "jk",
            "j k",
            "sex",
            "kelamin",
            "p l",
            "p w",
            "pria wanita",
        ],
    ),
    (
        RosterField::Phone,
        &[
            "nomor hp",
            "no hp",
            "hp",
            "nomor handphone",
            "no handphone",
            "handphone",
            "phone",
            "phone number",
            "mobile",
            "mobile phone",
            "nomor telepon",
            "no telepon",
            "telepon",
            "nomor telp",
            "no telp",
            "telp",
            "nomor wa",
            "no wa",
            "wa",
            "nomor whatsapp",
            "no whatsapp",
            "whatsapp",
            "kontak",
            "no kontak",
        ],
    ),
];

/// Beginnings that are telling enough whatever follows ("Jabatan terakhir").
const BEGINNINGS: [(RosterField, &str); 17] = [
    (RosterField::Nip, "nip nik"),
    (RosterField::Nip, "nomor induk pegawai"),
    (RosterField::Name, "nama lengkap"),
    (RosterField::Name, "nama peserta"),
    (RosterField::Name, "nama dan gelar"),
    (RosterField::Position, "jabatan"),
    (RosterField::Office, "instansi"),
    (RosterField::Office, "unit kerja"),
    (RosterField::Office, "satuan kerja"),
    (RosterField::Office, "asal instansi"),
    (RosterField::Province, "provinsi"),
    (RosterField::Regency, "kabupaten"),
    (RosterField::Group, "kelompok"),
    (RosterField::Gender, "jenis kelamin"),
    (RosterField::Phone, "nomor hp"),
    (RosterField::Phone, "no hp"),
    (RosterField::Phone, "no telp"),
];

/// Lower-case words without punctuation; what stands in brackets is left out
/// unless nothing else is there: "NAMA LENGKAP (GELAR)" → "nama lengkap".
pub(super) fn plain(text: &str) -> String {
    let mut depth = 0_u32;
    let outside: String = text
        .chars()
        .filter(|&c| {
            depth += u32::from(c == '(');
            let kept = depth == 0;
            depth -= u32::from(c == ')' && depth > 0);
            kept
        })
        .collect();
    let words = |text: &str| {
        let spaced: String = text
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        squeeze(&spaced.to_lowercase())
    };
    Some(words(&outside))
        .filter(|words| !words.is_empty())
        .unwrap_or_else(|| words(text))
}

/// The field a heading names, and how far down the list of its words it stands.
pub(super) fn field_of(heading: &str) -> Option<(RosterField, usize)> {
    let heading = plain(heading);
    let exact = WORDS.iter().find_map(|(field, words)| {
        words
            .iter()
            .position(|word| *word == heading)
            .map(|rank| (*field, rank))
    });
    exact.or_else(|| {
        let begins = |start: &str| {
            heading
                .strip_prefix(start)
                .is_some_and(|rest| rest.starts_with(' '))
        };
        BEGINNINGS
            .iter()
            .find(|(_, start)| begins(start))
            .map(|(field, _)| (*field, usize::MAX))
    })
}

/// A heading: its last row, and the words and fields of the columns.
pub(super) struct Heading {
    pub(super) row: u32,
    pub(super) columns: Vec<Column>,
}

/// One column under a heading.
pub(super) struct Column {
    pub(super) number: u32,
    pub(super) heading: String,
    pub(super) field: Option<RosterField>,
    /// Meant the same as the column that got the field.
    pub(super) doubled: Option<RosterField>,
}

impl Heading {
    /// The heading of a sheet that looks like a roster: a name and something more.
    pub(super) fn find(sheet: &Sheet) -> Option<Self> {
        let mut best: Option<Self> = None;
        for row in 1..=sheet.last_row().min(SEARCHED_ROWS) {
            if !could_be_heading(sheet, row) {
                continue;
            }
            let found = Self::ending_at(sheet, row);
            let roster = found.has(RosterField::Name) && found.fields() > 1;
            if roster
                && best
                    .as_ref()
                    .is_none_or(|best| best.fields() < found.fields())
            {
                best = Some(found);
            }
        }
        best
    }

    /// The heading whose last row is this one, with as many rows above it as
    /// make more columns understood. Row 0 gives columns without headings.
    pub(super) fn ending_at(sheet: &Sheet, row: u32) -> Self {
        let mut best = Self::of_rows(sheet, row, row);
        for height in 2..=MAX_HEIGHT.min(row) {
            let first = row + 1 - height;
            if !could_be_heading(sheet, first) {
                break;
            }
            let taller = Self::of_rows(sheet, first, row);
            if taller.fields() > best.fields() {
                best = taller;
            }
        }
        best
    }

    fn of_rows(sheet: &Sheet, first: u32, last: u32) -> Self {
        let mut best: BTreeMap<RosterField, (usize, u32)> = BTreeMap::new();
        let mut columns: Vec<Column> = (1..=sheet.last_column())
            .map(|number| {
                let mut parts: Vec<String> = (first..=last)
                    .map(|row| squeeze(&sheet.cell(row, number).text()))
                    .collect();
                parts.retain(|part| !part.is_empty());
                parts.dedup();
                let meaning = meaning(&parts);
                if let Some((field, rank)) = meaning {
                    let place = best.entry(field).or_insert((rank, number));
                    *place = (*place).min((rank, number));
                }
                let heading = parts.join(" / ");
                Column {
                    number,
                    heading,
                    field: meaning.map(|(field, _)| field),
                    doubled: None,
                }
            })
            .collect();
        for column in &mut columns {
            let won = |field| {
                best.get(field)
                    .is_some_and(|&(_, number)| number == column.number)
            };
            if column.field.as_ref().is_some_and(|field| !won(field)) {
                column.doubled = column.field.take();
            }
        }
        Self { row: last, columns }
    }

    pub(super) fn fields(&self) -> usize {
        self.columns
            .iter()
            .filter(|column| column.field.is_some())
            .count()
    }

    pub(super) fn has(&self, field: RosterField) -> bool {
        self.columns
            .iter()
            .any(|column| column.field == Some(field))
    }
}

/// What heading words from top to bottom mean together: the lowest one, else
/// all of them ("NAMA" over "LENGKAP").
fn meaning(parts: &[String]) -> Option<(RosterField, usize)> {
    field_of(parts.last()?).or_else(|| field_of(&parts.join(" ")))
}

/// Headings are words; a row with numbers or a NIP in it holds data.
fn could_be_heading(sheet: &Sheet, row: u32) -> bool {
    let mut words = 0;
    for column in 1..=sheet.last_column() {
        match sheet.cell(row, column) {
            Cell::Empty => {}
            Cell::Text(text) if text.chars().filter(char::is_ascii_digit).count() < 6 => words += 1,
            _ => return false,
        }
    }
    words > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_both_languages_and_however_written() {
        for (heading, field) in [
            ("nip_nik", RosterField::Nip),
            ("NIP/NIK", RosterField::Nip),
            ("NIP /\nNIK", RosterField::Nip),
            ("NAMA LENGKAP (GELAR)", RosterField::Name),
            ("Nama Lengkap beserta gelar", RosterField::Name),
            ("Full name", RosterField::Name),
            ("(L/P)", RosterField::Gender),
            ("Jenis Kelamin (L/P)", RosterField::Gender),
            ("Kab./Kota", RosterField::Regency),
            ("kabupaten_kota", RosterField::Regency),
            ("UNIT KERJA", RosterField::Office),
            ("Jabatan terakhir", RosterField::Position),
            ("No.", RosterField::Ordinal),
            ("No. HP / WA", RosterField::Phone),
            ("Peran", RosterField::Role),
        ] {
            assert_eq!(
                field_of(heading).map(|(field, _)| field),
                Some(field),
                "{heading}"
            );
        }
    }

    #[test]
    fn headings_of_other_things_are_left_alone() {
        for heading in [
            "Nama Ibu Kandung",
            "Status Perkawinan",
            "Pangkat/Gol.",
            "Email",
            "NPWP",
            "",
        ] {
            assert_eq!(field_of(heading), None, "{heading}");
        }
    }
}
