//! Numbers as content streams have them: short, and the same on every machine.

/// A hundredth of a point is finer than any printer.
pub(super) fn hundredths(length: f32) -> i32 {
    (length * 100.0).round() as i32
}

/// A length and a space.
pub(super) fn number(out: &mut Vec<u8>, length: f32) {
    fixed(out, hundredths(length));
}

/// A length in hundredths, and a space.
pub(super) fn fixed(out: &mut Vec<u8>, hundredths: i32) {
    decimal(out, hundredths, 2);
}

/// A number of which the last `places` digits are behind the point, and a space.
pub(super) fn decimal(out: &mut Vec<u8>, value: i32, places: u32) {
    let unit = 10u32.pow(places);
    let (digits, mut rest) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    if value < 0 {
        out.push(b'-');
    }
    if digits > 0 || rest == 0 {
        whole(out, digits as i32);
    }
    if rest > 0 {
        out.push(b'.');
        let mut unit = unit / 10;
        while rest > 0 {
            out.push(b'0' + (rest / unit) as u8);
            (rest, unit) = (rest % unit, unit / 10);
        }
    }
    out.push(b' ');
}

/// A whole number.
pub(super) fn whole(out: &mut Vec<u8>, value: i32) {
    let mut digits = [0; 10];
    let mut at = digits.len();
    let mut rest = value.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&digits[at..]);
}

/// A code of two bytes inside a string in parentheses.
pub(super) fn code(out: &mut Vec<u8>, code: u16) {
    for byte in code.to_be_bytes() {
        match byte {
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            // As it is, a reader would take it for the end of a line.
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(byte),
        }
    }
}

/// Four hexadecimal digits.
pub(super) fn hex(out: &mut Vec<u8>, code: u16) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |shift: u16| DIGITS[usize::from(code >> shift & 15)];
    out.extend_from_slice(&[digit(12), digit(8), digit(4), digit(0)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let written = |value: f32| {
            let mut out = Vec::new();
            number(&mut out, value);
            String::from_utf8(out).unwrap()
        };
        let found: Vec<String> = [0.0, 1.0, -1.5, 0.05, -0.25, 841.889, 100.0, 0.004]
            .map(written)
            .to_vec();
        let want = [
            "0 ", "1 ", "-1.5 ", ".05 ", "-.25 ", "841.89 ", "100 ", "0 ",
        ];
        assert_eq!(found, want);
    }
}
