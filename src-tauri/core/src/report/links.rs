//! Where the links of a document may lead: to the web, to a letter, to a place in itself.

use super::display::Target;

/// Where a link leads, if it is one that a reader may follow. An anchor is named as it is or, as
/// in web pages, with its special characters written as `%C3%A9`.
pub(crate) fn followable(link: &str, is_anchor: impl Fn(&str) -> bool) -> Option<Target> {
    if let Some(name) = link.trim().strip_prefix('#') {
        let names = [name.to_owned(), decoded(name), decoded(name).to_lowercase()];
        let known = names.into_iter().find(|name| is_anchor(name));
        return known.map(Target::Anchor);
    }
    let lower = link.trim().to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:"];
    if !known.iter().any(|scheme| lower.starts_with(scheme)) {
        return None;
    }
    let mut out = String::new();
    for byte in link.trim().bytes() {
        match byte {
            b'!'..=b'~' if !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'(' | b')') => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(Target::Address(out))
}

fn decoded(name: &str) -> String {
    let bytes = name.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = name.get(at + 1..at + 3).filter(|_| *byte == b'%');
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(meant) => {
                out.push(meant);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn led(link: &str) -> Option<Target> {
        followable(link, |name| name == "café")
    }

    #[test]
    fn anchors_are_found_as_web_pages_write_them() {
        let anchor = Some(Target::Anchor("café".to_owned()));
        for link in ["#café", "#caf%C3%A9", "#Caf%c3%a9", " #Café "] {
            assert_eq!(led(link), anchor, "{link}");
        }
        for link in ["#cafe", "#caf%C3", "#caf%", "#%C3%A9%"] {
            assert_eq!(led(link), None, "{link}");
        }
    }

    #[test]
    fn addresses_lead_to_the_web_and_to_letters_alone() {
        let address = |it: &str| Some(Target::Address(it.to_owned()));
        assert_eq!(led("HTTPS://a.id/é b"), address("HTTPS://a.id/%C3%A9%20b"));
        assert_eq!(led("mailto:a@b.id"), address("mailto:a@b.id"));
        for link in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "tilik:obs/1@2",
            "",
        ] {
            assert_eq!(led(link), None, "{link}");
        }
    }
}
