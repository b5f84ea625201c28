//! Rows under a heading: which are people, and what is doubtful about them.

use std::collections::BTreeMap;

use super::heading::{Heading, field_of, plain};
use super::{
    Gravity, IgnoredRow, IgnoredWhy, ImportProblem, ImportProblemCode as Code,
    RosterField as Field, RosterPerson, nip, squeeze,
};
use crate::domain::{Gender, Role};
use crate::import::sheet::{Cell, Sheet, column_letters};

/// Fields that say something about a person besides name and numbers.
const ABOUT: [Field; 7] = [
    Field::Role,
    Field::Position,
    Field::Office,
    Field::Province,
    Field::Regency,
    Field::Gender,
    Field::Phone,
];

/// What the rows of a sheet gave.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) people: Vec<RosterPerson>,
    pub(super) problems: Vec<ImportProblem>,
    pub(super) ignored: Vec<IgnoredRow>,
}

impl Rows {
    /// Reads all rows below the heading.
    pub(super) fn read(sheet: &Sheet, heading: &Heading) -> Self {
        let mut columns: BTreeMap<Field, u32> = BTreeMap::new();
        for column in &heading.columns {
            if let Some(field) = column.field {
                columns.insert(field, column.number);
            }
        }
        let mut reading = Reading {
            sheet,
            columns,
            p_is_male: false,
            ended: false,
            nips: BTreeMap::new(),
            names: BTreeMap::new(),
            rows: Self::default(),
        };
        reading.p_is_male = reading.genders_are_p_and_w(heading.row);
        for row in heading.row + 1..=sheet.last_row() {
            reading.row(row);
        }
        reading.rows
    }
}

/// What a row is.
enum Kind {
    Blank,
    Person,
    Ignored(IgnoredWhy),
}

struct Reading<'a> {
    sheet: &'a Sheet,
    columns: BTreeMap<Field, u32>,
    /// P means pria (male) where the other letter is W (wanita), not perempuan.
    p_is_male: bool,
    /// The table has come to an end: what follows must look like a person to count as one.
    ended: bool,
    /// NIPs seen, with their row.
    nips: BTreeMap<String, u32>,
    /// Names seen in lower case, with their row and whether they had a NIP.
    names: BTreeMap<String, (u32, bool)>,
    rows: Rows,
}

impl Reading<'_> {
    fn row(&mut self, row: u32) {
        match self.kind(row) {
            Kind::Blank => self.ended |= !self.rows.people.is_empty(),
            Kind::Person => {
                let person = self.person(row);
                self.rows.people.push(person);
            }
            Kind::Ignored(why) => {
                self.ended |= matches!(why, IgnoredWhy::Total | IgnoredWhy::AfterTable);
                self.ended &= why != IgnoredWhy::RepeatedHeading;
                let text = self.own_values(row).map(Cell::text).collect::<Vec<_>>();
                let text = squeeze(&text.join(" "));
                self.rows.ignored.push(IgnoredRow { row, why, text });
            }
        }
    }

    fn kind(&mut self, row: u32) -> Kind {
        if self.own_values(row).next().is_none() {
            return Kind::Blank;
        }
        let has_nip = self.own(row, Field::Nip).is_some_and(nip::is_like_nip);
        if let Some(why) = (!has_nip).then(|| self.plainly_nobody(row)).flatten() {
            return Kind::Ignored(why);
        }
        let named = self.own(row, Field::Name).is_some_and(is_name);
        let numbered = self.own(row, Field::Ordinal).is_some_and(is_ordinal);
        let about = ABOUT
            .iter()
            .filter(|&&field| self.own(row, field).is_some())
            .count();
        if named && (has_nip || numbered || about > 1) {
            return Kind::Person;
        }
        let described = named && about > 0;
        let closes = |cell| is_dated(cell) || (!described && is_closing(cell));
        if self.ended || self.own_values(row).any(closes) {
            return Kind::Ignored(IgnoredWhy::AfterTable);
        }
        let nameless = has_nip || (numbered && about > 0);
        let alone = described || (named && !self.columns.contains_key(&Field::Ordinal));
        if nameless || (alone && !self.own_values(row).any(is_title)) {
            Kind::Person
        } else {
            Kind::Ignored(IgnoredWhy::Note)
        }
    }

    /// What can be told of a row without a NIP by its words alone.
    fn plainly_nobody(&mut self, row: u32) -> Option<IgnoredWhy> {
        let first_words = self
            .own_values(row)
            .find(|cell| matches!(cell, Cell::Text(_)));
        if first_words.is_some_and(is_total) {
            return Some(IgnoredWhy::Total);
        }
        if self.rows.people.is_empty() && is_column_numbers(self.own_values(row)) {
            return Some(IgnoredWhy::ColumnNumbers);
        }
        self.is_heading(row).then_some(IgnoredWhy::RepeatedHeading)
    }

    /// The heading again; says so when its columns have moved.
    fn is_heading(&mut self, row: u32) -> bool {
        let fields: Vec<(Field, u32)> = (1..=self.sheet.last_column())
            .filter_map(|column| match self.sheet.cell(row, column) {
                Cell::Text(text) => field_of(text).map(|(field, _)| (field, column)),
                _ => None,
            })
            .collect();
        if fields.len() < 2 || !fields.iter().any(|(field, _)| *field == Field::Name) {
            return false;
        }
        let moved = fields.iter().find(|(field, column)| {
            self.columns.get(field).is_some_and(|known| known != column)
                || self
                    .columns
                    .iter()
                    .any(|(other, known)| known == column && other != field)
        });
        if let Some(&(field, column)) = moved {
            let value = self.sheet.cell(row, column).text();
            self.report(
                Gravity::Error,
                Code::HeadingChanged,
                row,
                Some(column),
                Some(field),
                value,
            );
        }
        true
    }

    fn person(&mut self, row: u32) -> RosterPerson {
        let name = self.value(row, Field::Name);
        if name.is_empty() {
            self.doubt(Gravity::Error, Code::NameMissing, row, Field::Name);
        }
        let nip = self.nip(row);
        self.notice_same_name(row, &name, &nip);
        let position = self.value(row, Field::Position);
        let person = RosterPerson {
            row,
            role: self.role(row, &position, &name),
            name,
            nip,
            position,
            office: self.value(row, Field::Office),
            province: self.value(row, Field::Province),
            regency: self.value(row, Field::Regency),
            group: self.value(row, Field::Group),
            gender: self.gender(row),
            phone: self.value(row, Field::Phone),
        };
        if matches!(self.cell(row, Field::Phone), Some(Cell::Number(_))) {
            self.doubt(Gravity::Warning, Code::PhoneNotText, row, Field::Phone);
        }
        person
    }

    fn nip(&mut self, row: u32) -> String {
        let Some(cell) = self.cell(row, Field::Nip) else {
            return String::new();
        };
        let read = nip::read(cell);
        for (gravity, code) in read.findings {
            self.doubt(gravity, code, row, Field::Nip);
        }
        if read.nip.is_empty() {
            return read.nip;
        }
        if let Some(&earlier) = self.nips.get(&read.nip) {
            self.doubt(Gravity::Error, Code::NipRepeated, row, Field::Nip);
            self.refer_to(earlier);
            return String::new();
        }
        self.nips.insert(read.nip.clone(), row);
        read.nip
    }

    fn notice_same_name(&mut self, row: u32, name: &str, nip: &str) {
        if name.is_empty() {
            return;
        }
        let earlier = self.names.get(&name.to_lowercase()).copied();
        match earlier {
            Some((earlier, had_nip)) if nip.is_empty() || !had_nip => {
                self.doubt(Gravity::Warning, Code::NameRepeated, row, Field::Name);
                self.refer_to(earlier);
            }
            Some(_) => {}
            None => {
                self.names
                    .insert(name.to_lowercase(), (row, !nip.is_empty()));
            }
        }
    }

    fn role(&mut self, row: u32, position: &str, name: &str) -> Role {
        let status = self.value(row, Field::Role);
        if let Some(role) = role_of_status(&status) {
            return role;
        }
        if !status.is_empty() {
            self.doubt(Gravity::Warning, Code::RoleUnknown, row, Field::Role);
        }
        let says = [(Field::Position, position), (Field::Name, name)];
        let Some((field, _)) = says
            .into_iter()
            .find(|(_, text)| begins_as_instructor(text))
        else {
            return Role::Trainee;
        };
        self.doubt(Gravity::Note, Code::RoleConcluded, row, field);
        Role::Instructor
    }

    fn gender(&mut self, row: u32) -> Option<Gender> {
        let written = plain(&self.value(row, Field::Gender));
        match written.as_str() {
            "" => None,
            "p" if self.p_is_male => Some(Gender::Male),
            "l" | "lk" | "laki laki" | "laki" | "pria" | "m" | "male" => Some(Gender::Male),
            "p" | "pr" | "perempuan" | "wanita" | "w" | "f" | "female" => Some(Gender::Female),
            _ => {
                self.doubt(Gravity::Warning, Code::GenderUnknown, row, Field::Gender);
                None
            }
        }
    }

    fn genders_are_p_and_w(&self, header_row: u32) -> bool {
        (header_row + 1..=self.sheet.last_row())
            .filter_map(|row| self.own(row, Field::Gender))
            .any(|cell| plain(&cell.text()) == "w")
    }

    /// The cell of a field, repeated values of merged areas included.
    fn cell(&self, row: u32, field: Field) -> Option<&Cell> {
        self.columns
            .get(&field)
            .map(|&column| self.sheet.cell(row, column))
    }

    /// The cell of a field if it has a value of its own.
    fn own(&self, row: u32, field: Field) -> Option<&Cell> {
        let column = *self.columns.get(&field)?;
        let cell = self.sheet.cell(row, column);
        (!cell.is_blank() && !self.sheet.is_filled(row, column)).then_some(cell)
    }

    fn own_values(&self, row: u32) -> impl Iterator<Item = &Cell> {
        let cells = self
            .sheet
            .rows
            .get(row as usize - 1)
            .map(Vec::as_slice)
            .unwrap_or_default();
        (1_u32..)
            .zip(cells)
            .filter(move |(column, cell)| !cell.is_blank() && !self.sheet.is_filled(row, *column))
            .map(|(_, cell)| cell)
    }

    /// The text of a field; a failed formula has none and is reported.
    fn value(&mut self, row: u32, field: Field) -> String {
        match self.cell(row, field) {
            None => String::new(),
            Some(Cell::Error(_)) => {
                self.doubt(Gravity::Error, Code::FormulaError, row, field);
                String::new()
            }
            Some(cell) => squeeze(&cell.text()),
        }
    }

    fn doubt(&mut self, gravity: Gravity, code: Code, row: u32, field: Field) {
        let column = self.columns.get(&field).copied();
        let value = self.cell(row, field).map(Cell::text).unwrap_or_default();
        self.report(gravity, code, row, column, Some(field), value);
    }

    fn refer_to(&mut self, other_row: u32) {
        if let Some(problem) = self.rows.problems.last_mut() {
            problem.other_row = Some(other_row);
        }
    }

    fn report(
        &mut self,
        gravity: Gravity,
        code: Code,
        row: u32,
        column: Option<u32>,
        field: Option<Field>,
        value: String,
    ) {
        let sheet = self.sheet.name.clone();
        let column = column.map(column_letters);
        let problem = ImportProblem {
            gravity,
            sheet,
            row,
            column,
            field,
            code,
            value,
            other_row: None,
        };
        self.rows.problems.push(problem);
    }
}

/// A name has letters, and is no "NIP. 1965…" under a signature.
fn is_name(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else {
        return matches!(cell, Cell::Error(_));
    };
    text.chars().any(char::is_alphabetic) && first_word(text) != "nip"
}

/// "7", "7.", 7.
fn is_ordinal(cell: &Cell) -> bool {
    let text = cell.text();
    let digits = text.trim_end_matches(['.', ')']);
    !digits.is_empty() && digits.len() < 7 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn first_word(text: &str) -> String {
    plain(text).split(' ').next().unwrap_or_default().to_owned()
}

fn text_of(cell: &Cell) -> &str {
    if let Cell::Text(text) = cell {
        text
    } else {
        ""
    }
}

fn is_total(cell: &Cell) -> bool {
    matches!(
        first_word(text_of(cell)).as_str(),
        "jumlah" | "total" | "subtotal" | "sub"
    )
}

/// A title between people, such as "Kelompok 2" or "Daftar widyaiswara".
fn is_title(cell: &Cell) -> bool {
    matches!(
        first_word(text_of(cell)).as_str(),
        "kelompok" | "daftar" | "angkatan" | "kelas"
    )
}

/// "Jakarta, 12 Maret 2018" over a signature.
fn is_dated(cell: &Cell) -> bool {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ];
    let words = plain(text_of(cell));
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    words.split(' ').any(|word| MONTHS.contains(&word)) && words.split(' ').any(is_year)
}

/// Words that begin what stands below a table.
fn is_closing(cell: &Cell) -> bool {
    const WORDS: [&str; 6] = [
        "mengetahui",
        "panitia",
        "ttd",
        "catatan",
        "keterangan",
        "nip",
    ];
    WORDS.contains(&first_word(text_of(cell)).as_str())
}

/// (1) (2) (3)… under a heading.
fn is_column_numbers<'a>(cells: impl Iterator<Item = &'a Cell>) -> bool {
    let numbers: Option<Vec<u32>> = cells
        .map(|cell| cell.text().trim_matches(['(', ')']).parse().ok())
        .collect();
    numbers.is_some_and(|numbers| {
        numbers.len() > 2 && numbers.windows(2).all(|pair| pair[0] < pair[1])
    })
}

fn role_of_status(status: &str) -> Option<Role> {
    plain(status).split(' ').find_map(|word| match word {
        "peserta" | "trainee" | "participant" => Some(Role::Trainee),
        "widyaiswara" | "wi" | "instruktur" | "fasilitator" | "pengajar" | "pembimbing"
        | "coach" | "instructor" | "facilitator" => Some(Role::Instructor),
        "panitia" | "koordinator" | "penyelenggara" | "coordinator" | "organizer" | "organiser" => {
            Some(Role::Coordinator)
        }
        _ => None,
    })
}

/// The first word decides: "Widyaiswara Ahli Madya" is one, "Kepala Seksi
/// Pengembangan Widyaiswara" is not.
fn begins_as_instructor(text: &str) -> bool {
    matches!(
        first_word(text).as_str(),
        "widyaiswara" | "wi" | "instruktur" | "fasilitator"
    )
}
