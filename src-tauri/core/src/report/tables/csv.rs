//! Separated text (RFC 4180): CRLF, quotes where needed, and nothing a spreadsheet would execute.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::super::ReportError;
use super::super::characters::writable;
use super::{Grid, Value, looks_like_formula};

/// What stands between two fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Separator {
    /// As Excel set to Indonesian expects it; numbers then have a decimal comma.
    #[default]
    Semicolon,
    /// As RFC 4180 and English programs expect it.
    Comma,
    /// Tabulators.
    Tab,
}

/// How separated text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CsvStyle {
    /// Between two fields.
    pub separator: Separator,
    /// Begin with the mark by which Excel knows UTF-8.
    pub bom: bool,
}

impl Default for CsvStyle {
    fn default() -> Self {
        Self {
            separator: Separator::default(),
            bom: true,
        }
    }
}

/// Writes one table. A text that a spreadsheet would take for a formula gets an apostrophe in
/// front; days and times are written as in ISO 8601, with a space in between.
///
/// # Errors
/// When memory cannot be written.
pub fn csv(grid: &Grid, style: CsvStyle) -> Result<Vec<u8>, ReportError> {
    let mark: &[u8] = if style.bom { b"\xef\xbb\xbf" } else { b"" };
    let delimiter = match style.separator {
        Separator::Semicolon => b';',
        Separator::Comma => b',',
        Separator::Tab => b'\t',
    };
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(mark.to_vec());
    writer.write_record(grid.columns.iter().map(|head| guarded(head).into_owned()))?;
    for row in &grid.rows {
        let mut fields: Vec<String> = row.iter().map(|value| field(value, style)).collect();
        fields.resize(grid.columns.len().max(fields.len()), String::new());
        writer.write_record(&fields)?;
    }
    writer.into_inner().map_err(|error| {
        ReportError::Write(std::io::Error::new(
            error.error().kind(),
            error.error().to_string(),
        ))
    })
}

fn guarded(text: &str) -> Cow<'_, str> {
    let text = writable(text);
    if looks_like_formula(&text) {
        Cow::Owned(format!("'{text}"))
    } else {
        text
    }
}

fn field(value: &Value, style: CsvStyle) -> String {
    match value {
        Value::Text(text) => guarded(text).into_owned(),
        other => other.plain(style.separator),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn grid() -> Grid {
        let day = NaiveDate::from_ymd_opt(2018, 3, 20).unwrap();
        Grid {
            name: "x".into(),
            columns: vec!["=nama".into(), "nilai".into()],
            rows: vec![
                vec![Value::Text("-2+3".into()), Value::Number(-2.5)],
                vec![Value::Text("a;b".into()), Value::Day(day)],
                vec![Value::Text("baris\r\ndua \"kutip\"".into())],
                vec![
                    Value::Moment(day.and_hms_opt(8, 30, 0).unwrap()),
                    Value::Number(f64::NAN),
                ],
            ],
        }
    }

    fn written(separator: Separator, bom: bool) -> String {
        String::from_utf8(csv(&grid(), CsvStyle { separator, bom }).unwrap()).unwrap()
    }

    #[test]
    fn a_semicolon_goes_with_a_decimal_comma_and_a_comma_with_a_point() {
        assert_eq!(
            written(Separator::Semicolon, false),
            "'=nama;nilai\r\n'-2+3;-2,5\r\n\"a;b\";2018-03-20\r\n\
             \"baris\ndua \"\"kutip\"\"\";\r\n2018-03-20 08:30;\r\n"
        );
        assert!(written(Separator::Comma, false).contains("\r\n'-2+3,-2.5\r\na;b,"));
    }

    #[test]
    fn the_mark_comes_first_when_asked_for() {
        assert!(written(Separator::Comma, true).starts_with("\u{feff}'=nama"));
        assert!(written(Separator::Tab, false).starts_with("'=nama\tnilai"));
    }
}
