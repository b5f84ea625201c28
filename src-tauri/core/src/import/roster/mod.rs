//! A roster of people as a preview: who was found, how the columns were
//! understood, and everything that is doubtful, each with its place.
//!
//! Stores nothing and repairs nothing in silence. Blanks around and doubled
//! blanks inside a value are not worth a word; every other change to a value
//! is in the list of problems.

mod heading;
mod nip;
mod people;
mod preview;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::ImportError;
use super::child::Reader;
use crate::domain::{Gender, Role};

pub use preview::preview;

/// What a column of a roster can hold.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum RosterField {
    /// Number in the list; not kept, but tells people from notes.
    Ordinal,
    /// Civil servant number, 18 digits.
    Nip,
    /// Full name with titles.
    Name,
    /// Trainee, instructor or coordinator.
    Role,
    /// Jabatan.
    Position,
    /// Instansi, unit kerja.
    Office,
    /// Province of the office.
    Province,
    /// Regency or city of the office.
    Regency,
    /// Name of the group.
    Group,
    /// L or P.
    Gender,
    /// Telephone number.
    Phone,
}

/// How one column was understood.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct ColumnMatch {
    /// Its letters.
    pub column: String,
    /// The words above it, those of merged heading rows joined by " / ".
    pub heading: String,
    /// What it is taken for; `None` is not imported.
    pub field: Option<RosterField>,
}

/// A person as the file has them; what is not given is empty.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
pub struct RosterPerson {
    /// 1-based row of the sheet.
    pub row: u32,
    /// With titles and commas.
    pub name: String,
    /// Digits only; empty when missing or when a problem of gravity
    /// [`Gravity::Error`] says why it is left out.
    pub nip: String,
    /// From the status, else from position or name; a trainee when nothing says otherwise.
    pub role: Role,
    /// Jabatan.
    pub position: String,
    /// Instansi.
    pub office: String,
    /// Provinsi.
    pub province: String,
    /// Kabupaten/kota.
    pub regency: String,
    /// Name of the group.
    pub group: String,
    /// When given and understood.
    pub gender: Option<Gender>,
    /// As written.
    pub phone: String,
}

/// How much a problem matters.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum Gravity {
    /// Cleaned or concluded; nothing to decide.
    Note,
    /// Taken as it is, but should be looked at.
    Warning,
    /// Cannot be trusted; the value is left out.
    Error,
}

/// What is doubtful about a value, a row or a column.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum ImportProblemCode {
    /// Excel kept the NIP as a number and lost its last digits for good.
    NipDamaged,
    /// No NIP.
    NipMissing,
    /// The NIP of an earlier row, see [`ImportProblem::other_row`].
    NipRepeated,
    /// Something other than digits in it.
    NipNotDigits,
    /// Not 18 digits.
    NipLength,
    /// The first eight digits are no date of birth.
    NipBirthDate,
    /// Digits 9–14 are no year and month of appointment.
    NipAppointment,
    /// Digit 15 is neither 1 nor 2.
    NipSex,
    /// 16 digits: an identity card number (NIK) in place of a NIP.
    NikNotNip,
    /// An apostrophe before the NIP was taken off.
    NipApostrophe,
    /// Spaces inside the NIP were taken out.
    NipSpaces,
    /// Dots, hyphens, `="…"` or the word NIP were taken out.
    NipSigns,
    /// A row of the table without a name.
    NameMissing,
    /// The name of an earlier row, and no two NIPs to tell them apart.
    NameRepeated,
    /// The status is no role; a trainee is assumed unless position or name tell otherwise.
    RoleUnknown,
    /// There is no status; position or name say instructor.
    RoleConcluded,
    /// Neither L nor P.
    GenderUnknown,
    /// Excel kept the telephone number as a number; a leading 0 is lost.
    PhoneNotText,
    /// A formula that failed stands in place of the value.
    FormulaError,
    /// The heading means the same as another column's, which is used.
    ColumnUnused,
    /// The heading row comes again with its columns in another order.
    HeadingChanged,
    /// Another sheet looks like a roster too and was not read.
    AnotherRoster,
}

/// Something doubtful, with its place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct ImportProblem {
    /// How much it matters.
    pub gravity: Gravity,
    /// Name of the sheet.
    pub sheet: String,
    /// 1-based.
    pub row: u32,
    /// Letters, where one column is meant.
    pub column: Option<String>,
    /// What the column holds.
    pub field: Option<RosterField>,
    /// What is the matter.
    pub code: ImportProblemCode,
    /// The value as the file has it.
    pub value: String,
    /// The earlier row that a repeated value has already been seen in.
    pub other_row: Option<u32>,
}

/// Why a row below the heading is no person.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum IgnoredWhy {
    /// Jumlah, total.
    Total,
    /// The columns' numbers (1), (2), (3)… under the heading.
    ColumnNumbers,
    /// The heading once more, as on a second printed page.
    RepeatedHeading,
    /// Place, date, signature and the like below the table.
    AfterTable,
    /// Words inside the table that are no person, such as a group's title.
    Note,
}

/// A row that was left out; rows without any value are not listed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct IgnoredRow {
    /// 1-based.
    pub row: u32,
    /// The reason.
    pub why: IgnoredWhy,
    /// What stands in it.
    pub text: String,
}

/// A sheet that was not read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct OtherSheet {
    /// As on its tab.
    pub name: String,
    /// Its heading row, if it looks like a roster too.
    pub header_row: Option<u32>,
}

/// Everything to look at before a roster is taken in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct RosterPreview {
    /// Name of the file.
    pub file_name: String,
    /// Name of the sheet that was read.
    pub sheet: String,
    /// The last heading row, 1-based; 0 when there is none.
    pub header_row: u32,
    /// All columns with a heading or values.
    pub columns: Vec<ColumnMatch>,
    /// In the order of the file.
    pub people: Vec<RosterPerson>,
    /// In the order of the file, those of columns and sheets first.
    pub problems: Vec<ImportProblem>,
    /// In the order of the file.
    pub ignored_rows: Vec<IgnoredRow>,
    /// In the order of the file.
    pub other_sheets: Vec<OtherSheet>,
    /// All sheets, for choosing another one.
    pub sheets: Vec<String>,
}

/// A column's use as chosen by a person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct ColumnChoice {
    /// Letters.
    pub column: String,
    /// `None` leaves the column out.
    pub field: Option<RosterField>,
}

/// What a person has chosen in the preview; empty means "find it".
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Mapping {
    /// Name of the sheet.
    pub sheet: Option<String>,
    /// The last heading row; 0 when the file has none.
    pub header_row: Option<u32>,
    /// Columns whose use is other than what was found.
    pub columns: Vec<ColumnChoice>,
}

/// Reads a roster, finding sheet, heading and columns.
pub fn read(bytes: &[u8], file_name: &str) -> Result<RosterPreview, ImportError> {
    read_with(bytes, file_name, &Mapping::default())
}

/// Reads a roster with some or all of it chosen by a person.
pub fn read_with(
    bytes: &[u8],
    file_name: &str,
    mapping: &Mapping,
) -> Result<RosterPreview, ImportError> {
    let reader = Reader::this_program().map_err(ImportError::ReaderNotStarted)?;
    read_by(&reader, bytes, file_name, mapping)
}

/// Reads a roster with the workbook parsed by the given reader.
pub fn read_by(
    reader: &Reader,
    bytes: &[u8],
    file_name: &str,
    mapping: &Mapping,
) -> Result<RosterPreview, ImportError> {
    preview(&reader.read(bytes)?, file_name, mapping)
}

/// Text with every run of blanks, line ends and no-break spaces made one space.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
