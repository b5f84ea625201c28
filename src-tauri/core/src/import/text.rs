//! Text tables: comma, semicolon or tab; UTF-8, UTF-16 with a mark, or
//! Windows-1252.
//!
//! Splits by itself rather than with the `csv` crate, which skips empty lines:
//! the rows named in problems would no longer be those a spreadsheet shows.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::sheet::{Budget, Cell, Sheet, SheetBuilder, SheetError};

const DELIMITERS: [char; 4] = [';', '\t', ',', '|'];

/// Rows looked at to find the delimiter.
const SAMPLE_ROWS: usize = 60;

pub(super) fn table(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    let text = decode(bytes)?;
    let (body, delimiter) = match declared_delimiter(&text) {
        Some((rest, delimiter)) => (rest, delimiter),
        None => (text.as_str(), likely_delimiter(&text)),
    };
    let mut budget = Budget::new();
    let mut builder = SheetBuilder::new("CSV", &mut budget)?;
    let mut splitter = Splitter::new(body, delimiter);
    let mut row = 0;
    while let Some(fields) = splitter.next() {
        row += 1;
        for (column, field) in (1..).zip(fields) {
            builder.put(row, column, Cell::Text(field))?;
        }
        if splitter.open_quote {
            return Err(SheetError::OpenQuote { row });
        }
    }
    Ok(vec![builder.finish()])
}

/// Text of a file that is not valid UTF-8 is taken for Windows-1252, which is
/// what Excel writes for "CSV" on an Indonesian or English Windows.
fn decode(bytes: &[u8]) -> Result<String, SheetError> {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let text = match (encoding, std::str::from_utf8(bytes)) {
        (Some(encoding), _) => encoding.decode(bytes).0.into_owned(),
        (None, Ok(text)) => text.to_owned(),
        (None, Err(_)) => WINDOWS_1252.decode(bytes).0.into_owned(),
    };
    let start = text
        .trim_start()
        .get(..5)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let controls = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if text.trim().is_empty() {
        Err(SheetError::EmptyFile)
    } else if ["<html", "<!doc", "<?xml", "<tabl", "<meta"].contains(&start.as_str()) {
        Err(SheetError::WebPage)
    } else if start == "%pdf-"
        || text
            .chars()
            .take(100_000)
            .any(|c| c.is_ascii() && controls(c))
    {
        Err(SheetError::NotATable)
    } else {
        Ok(text)
    }
}

/// The first line `sep=;` that Excel understands.
fn declared_delimiter(text: &str) -> Option<(&str, char)> {
    let rest = text.strip_prefix("sep=")?;
    let mut chars = rest.chars();
    let delimiter = chars.next().filter(|c| DELIMITERS.contains(c))?;
    let rest = chars.as_str();
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    Some((rest.strip_prefix('\n')?, delimiter))
}

/// The delimiter that cuts most rows into the same number of fields. Names
/// with titles ("H. X, S.Ag., M.Pd.") make the comma a poor one where it is not meant.
fn likely_delimiter(text: &str) -> char {
    let evenness = |delimiter: char| {
        let widths: Vec<usize> = Splitter::new(text, delimiter)
            .take(SAMPLE_ROWS)
            .map(|fields| fields.len())
            .filter(|&width| width > 1)
            .collect();
        let rows_of = |width: usize| widths.iter().filter(|&&other| other == width).count();
        widths
            .iter()
            .map(|&width| (rows_of(width), width))
            .max()
            .unwrap_or((0, 0))
    };
    // `max_by_key` keeps the last of equals.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|&delimiter| evenness(delimiter))
        .unwrap_or(',')
}

/// Cuts text into rows of fields. Quotes count only at the start of a field,
/// so that an inch mark or a nickname in the middle of one is just text.
struct Splitter<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    delimiter: char,
    open_quote: bool,
}

impl<'a> Splitter<'a> {
    fn new(text: &'a str, delimiter: char) -> Self {
        Self {
            rest: text.chars().peekable(),
            delimiter,
            open_quote: false,
        }
    }

    /// Reads up to the closing quote, which is doubled where it is meant as such.
    fn quoted(&mut self, field: &mut String) {
        while let Some(c) = self.rest.next() {
            match c {
                '"' if self.rest.next_if_eq(&'"').is_none() => return,
                _ => field.push(c),
            }
        }
        self.open_quote = true;
    }
}

impl Iterator for Splitter<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        self.rest.peek()?;
        let mut fields = vec![];
        let mut field = String::new();
        while let Some(c) = self.rest.next() {
            match c {
                '"' if field.is_empty() => self.quoted(&mut field),
                '\n' | '\r' => {
                    if c == '\r' {
                        self.rest.next_if_eq(&'\n');
                    }
                    break;
                }
                c if c == self.delimiter => fields.push(std::mem::take(&mut field)),
                c => field.push(c),
            }
        }
        fields.push(field);
        Some(fields)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = table(bytes).unwrap().remove(0);
        sheet
            .rows
            .iter()
            .map(|row| row.iter().map(Cell::text).collect())
            .collect()
    }

    #[test]
    fn commas_in_names_do_not_hide_the_semicolon() {
        let text =
            "NIP;Nama;Kelompok\n1;Dr. H. Peserta 01, S.Ag., M.Pd.;A\n2;Peserta 02, M.Si.;B\n";
        assert_eq!(
            rows(text.as_bytes())[1],
            ["1", "Dr. H. Peserta 01, S.Ag., M.Pd.", "A"]
        );
    }

    #[test]
    fn empty_lines_and_quoted_line_ends_keep_the_row_numbers() {
        let text = "Nama,Kota\r\n\r\n\"Peserta\n01\",\"a \"\"b\"\" c\"\rPeserta 02,x\n";
        assert_eq!(
            rows(text.as_bytes()),
            [
                vec!["Nama", "Kota"],
                vec![],
                vec!["Peserta\n01", "a \"b\" c"],
                vec!["Peserta 02", "x"]
            ]
        );
    }

    #[test]
    fn the_delimiter_may_be_declared() {
        assert_eq!(rows(b"sep=|\r\na,b|c\r\n"), [["a,b", "c"]]);
    }

    #[test]
    fn windows_1252_and_utf_16_are_read() {
        assert_eq!(
            rows(b"Nama;Kota\nPeserta \x96 01;caf\xE9\n")[1],
            ["Peserta – 01", "café"]
        );
        let utf16: Vec<u8> = "\u{feff}Nama\tKota\ncafé\tx\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(rows(&utf16)[1], ["café", "x"]);
    }

    #[test]
    fn what_is_no_text_table_is_refused() {
        assert_eq!(table(b" \r\n"), Err(SheetError::EmptyFile));
        assert_eq!(table(b"\xEF\xBB\xBF"), Err(SheetError::EmptyFile));
        assert_eq!(
            table(b"\x89PNG\r\n\x1a\n\0\0\0"),
            Err(SheetError::NotATable)
        );
        assert_eq!(table(b"%PDF-1.7\n"), Err(SheetError::NotATable));
        assert_eq!(table(b"\n<HTML><table>"), Err(SheetError::WebPage));
        assert_eq!(
            table(b"Nama,Kota\na,\"b\nc,d\n"),
            Err(SheetError::OpenQuote { row: 2 })
        );
    }

    proptest! {
        #[test]
        fn any_bytes_give_cells_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = table(&bytes);
        }

        #[test]
        fn any_text_gives_cells_or_an_error(text in "[a-z;,\t|\"\r\n ]{0,200}") {
            let _ = table(text.as_bytes());
        }

        #[test]
        fn quoted_fields_come_back_whole(
            fields in prop::collection::vec("[a-z;,\"\n]{0,9}x", 2..6),
            delimiter in prop::sample::select(vec![';', ',', '\t']),
        ) {
            let quoted: Vec<String> =
                fields.iter().map(|field| format!("\"{}\"", field.replace('"', "\"\""))).collect();
            let line = quoted.join(&delimiter.to_string());
            let split: Vec<Vec<String>> = Splitter::new(&line, delimiter).collect();
            prop_assert_eq!(split, vec![fields]);
        }
    }
}
