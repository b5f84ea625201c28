//! One cell of a NIP column: what can be read, what was cleaned off, what is
//! wrong with it.

use super::{Gravity, ImportProblemCode};
use crate::domain::{NipFault, nip_fault};
use crate::import::sheet::Cell;

/// From here on a floating-point number no longer holds every integer that
/// Excel shows 15 digits of; an 18-digit NIP is far beyond it.
const LOSES_DIGITS: f64 = 1e15;

/// What a cell of a NIP column gives.
#[derive(Debug, PartialEq)]
pub(super) struct ReadNip {
    /// Digits, or empty.
    pub(super) nip: String,
    pub(super) findings: Vec<(Gravity, ImportProblemCode)>,
}

impl ReadNip {
    fn without(gravity: Gravity, code: ImportProblemCode) -> Self {
        Self {
            nip: String::new(),
            findings: vec![(gravity, code)],
        }
    }

    fn damaged() -> Self {
        Self::without(Gravity::Error, ImportProblemCode::NipDamaged)
    }

    fn missing() -> Self {
        Self::without(Gravity::Warning, ImportProblemCode::NipMissing)
    }
}

/// Reads a cell of a NIP column.
pub(super) fn read(cell: &Cell) -> ReadNip {
    match cell {
        Cell::Number(number) if number.abs() >= LOSES_DIGITS => ReadNip::damaged(),
        Cell::Error(_) => ReadNip::without(Gravity::Error, ImportProblemCode::FormulaError),
        cell => read_text(&cell.text()),
    }
}

/// Whether a cell of a NIP column holds a number of a person, be it right or wrong.
pub(super) fn is_like_nip(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => number.abs() >= 1e8,
        Cell::Text(text) => {
            is_scientific(text.trim()) || text.chars().filter(char::is_ascii_digit).count() >= 9
        }
        _ => false,
    }
}

fn read_text(text: &str) -> ReadNip {
    if !text.chars().any(char::is_alphanumeric) || is_placeholder(text) {
        return ReadNip::missing();
    }
    if is_scientific(text) {
        return ReadNip::damaged();
    }
    let (nip, mut findings) = clean(text);
    if nip.len() == 16 && nip.bytes().all(|byte| byte.is_ascii_digit()) {
        findings.push((Gravity::Warning, ImportProblemCode::NikNotNip));
        return ReadNip { nip, findings };
    }
    let Some(fault) = nip_fault(&nip) else {
        return ReadNip { nip, findings };
    };
    findings.push((Gravity::Error, code(fault)));
    ReadNip {
        nip: String::new(),
        findings,
    }
}

fn code(fault: NipFault) -> ImportProblemCode {
    match fault {
        NipFault::NotDigits => ImportProblemCode::NipNotDigits,
        NipFault::Length => ImportProblemCode::NipLength,
        NipFault::BirthDate => ImportProblemCode::NipBirthDate,
        NipFault::Appointment => ImportProblemCode::NipAppointment,
        NipFault::Sex => ImportProblemCode::NipSex,
    }
}

fn is_placeholder(text: &str) -> bool {
    let placeholders = ["n/a", "na", "tidak ada", "belum ada", "non asn", "non pns"];
    placeholders.contains(&text.to_lowercase().as_str())
}

/// "1.97E+17", and "1,97E+17" as an Indonesian Excel writes it into a text table.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(exponent.trim_start_matches(['+', '-']))
        && mantissa.split(['.', ',']).all(digits)
        && mantissa.split(['.', ',']).count() <= 2
}

/// Takes off what people and programs put around a NIP, and says what it was.
fn clean(text: &str) -> (String, Vec<(Gravity, ImportProblemCode)>) {
    let mut findings = Vec::new();
    let mut note = |code| findings.push((Gravity::Note, code));
    let bare = text.trim_start_matches(['\'', '’', '‘', '`']);
    if bare.len() < text.len() {
        note(ImportProblemCode::NipApostrophe);
    }
    let formula = bare
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    let lower = formula.unwrap_or(bare).trim().to_lowercase();
    let number = lower
        .strip_prefix("nip")
        .unwrap_or(&lower)
        .trim_start_matches([':', '.', ' ']);
    let is_space = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}');
    let (spaceless, spaces): (String, String) = number.chars().partition(|&c| !is_space(c));
    let digits = spaceless.replace(['.', '-', '/'], "");
    if !spaces.is_empty() {
        note(ImportProblemCode::NipSpaces);
    }
    if formula.is_some() || number.len() < lower.len() || digits.len() < spaceless.len() {
        note(ImportProblemCode::NipSigns);
    }
    (digits, findings)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::ImportProblemCode as Code;
    use super::*;

    fn text(text: &str) -> ReadNip {
        read(&Cell::Text(text.to_owned()))
    }

    #[test]
    fn a_nip_that_became_a_number_is_damaged_and_left_out() {
        assert_eq!(
            read(&Cell::Number(1.984_111_120_091_111e17)),
            ReadNip::damaged()
        );
        for scientific in ["1.97E+17", "1,97E+17", "1.984111120091111e17", "2E+17"] {
            assert_eq!(text(scientific), ReadNip::damaged(), "{scientific}");
        }
    }

    #[test]
    fn what_is_cleaned_off_is_said() {
        for (written, codes) in [
            ("198203042009032001", vec![]),
            ("'198203042009032001", vec![Code::NipApostrophe]),
            ("19820304 200903 2 001", vec![Code::NipSpaces]),
            (
                "19820304\u{a0}200903\u{a0}2\u{a0}001",
                vec![Code::NipSpaces],
            ),
            ("19820304.200903.2.001", vec![Code::NipSigns]),
            (
                "NIP. 19820304 200903 2 001",
                vec![Code::NipSpaces, Code::NipSigns],
            ),
            ("=\"198203042009032001\"", vec![Code::NipSigns]),
        ] {
            let read = text(written);
            assert_eq!(read.nip, "198203042009032001", "{written}");
            let notes = codes
                .into_iter()
                .map(|code| (Gravity::Note, code))
                .collect::<Vec<_>>();
            assert_eq!(read.findings, notes, "{written}");
        }
    }

    #[test]
    fn a_malformed_nip_is_left_out_with_its_reason() {
        for (written, code) in [
            ("19820304200903200", Code::NipLength),
            ("19820304200903200O", Code::NipNotDigits),
            ("198202302009032001", Code::NipBirthDate),
            ("198203042009132001", Code::NipAppointment),
            ("198203042009033001", Code::NipSex),
        ] {
            assert_eq!(
                text(written),
                ReadNip::without(Gravity::Error, code),
                "{written}"
            );
        }
        assert_eq!(
            read(&Cell::Number(131_456_789.0)),
            ReadNip::without(Gravity::Error, Code::NipLength)
        );
    }

    #[test]
    fn a_missing_nip_and_an_identity_number_are_told_apart() {
        for blank in ["", "-", "–", "N/A", "tidak ada"] {
            assert_eq!(text(blank), ReadNip::missing(), "{blank}");
        }
        let nik = text("3510012304820001");
        assert_eq!(nik.nip, "3510012304820001");
        assert_eq!(nik.findings, [(Gravity::Warning, Code::NikNotNip)]);
    }

    proptest! {
        #[test]
        fn whatever_is_in_the_cell_a_nip_is_whole_or_left_out(written in "\\PC{0,30}") {
            let read = text(&written);
            prop_assert!(
                read.nip.is_empty() || read.nip.len() == 16 || nip_fault(&read.nip).is_none()
            );
            prop_assert!(!read.nip.is_empty() || !read.findings.is_empty());
        }

        #[test]
        fn any_number_beyond_fifteen_digits_is_damaged(number in 1e15..1e19_f64) {
            prop_assert_eq!(read(&Cell::Number(number)), ReadNip::damaged());
        }
    }
}
