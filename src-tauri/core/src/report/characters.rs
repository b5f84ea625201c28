//! Characters that no file format here can carry, and those read from the right. Pure text.

use std::borrow::Cow;

/// Whether XML 1.0 has a place for the character; what XML cannot hold is of no use in the other
/// formats either.
const fn is_writable(c: char) -> bool {
    !matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\r' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// `text` without the characters that XML forbids, and with every line ended by a line feed alone.
pub(crate) fn writable(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_writable) {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(lines.chars().filter(|c| is_writable(*c)).collect())
}

/// Letters that are read from the right: Hebrew, Arabic and their neighbours, and their forms.
pub(crate) const fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_left_out_and_lines_end_alike() {
        assert_eq!(writable("a\0b\u{1b}[2J\u{ffff}c"), "ab[2Jc");
        assert_eq!(writable("satu\r\ndua\rtiga\n"), "satu\ndua\ntiga\n");
        assert!(matches!(writable("biasa\tsaja\n🙂"), Cow::Borrowed(_)));
    }
}
