//! XML as a text that grows: what is opened is closed in its order, and what is written is
//! escaped. Knows nothing of Word.

use super::super::characters::writable;

/// An XML document in the making.
#[derive(Debug)]
pub(super) struct Xml {
    out: String,
    open: Vec<&'static str>,
}

type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A document with its root opened.
    pub(super) fn new(root: &'static str, attributes: Attributes<'_>) -> Self {
        let mut xml = Xml {
            out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned(),
            open: Vec::new(),
        };
        xml.open(root, attributes);
        xml
    }

    /// Begins an element.
    pub(super) fn open(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.begin(tag, attributes);
        self.out.push('>');
        self.open.push(tag);
    }

    /// Ends the element opened last.
    pub(super) fn close(&mut self) {
        if let Some(tag) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(tag);
            self.out.push('>');
        }
    }

    /// An element with nothing in it.
    pub(super) fn leaf(&mut self, tag: &str, attributes: Attributes<'_>) {
        self.begin(tag, attributes);
        self.out.push_str("/>");
    }

    /// An element that says one thing: `<tag w:val="value"/>`.
    pub(super) fn value(&mut self, tag: &str, value: &str) {
        self.leaf(tag, &[("w:val", value)]);
    }

    /// An element with text alone in it.
    pub(super) fn words(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.open(tag, attributes);
        self.escape(text);
        self.close();
    }

    /// Ends whatever is open.
    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.out.into_bytes()
    }

    fn begin(&mut self, tag: &str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.escape(value);
            self.out.push('"');
        }
    }

    fn escape(&mut self, text: &str) {
        for c in writable(text).chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                // In an attribute they would be read back as spaces.
                '\n' => self.out.push_str("&#10;"),
                '\t' => self.out.push_str("&#9;"),
                c => self.out.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_closed_and_what_is_written_is_escaped() {
        let mut xml = Xml::new("a", &[("x", "\"<\n")]);
        xml.open("b", &[]);
        xml.words("c", &[], "1 < 2 & ]]>\u{1b}");
        xml.leaf("d", &[]);
        let text = String::from_utf8(xml.finish()).unwrap();
        let (_, body) = text.split_once('\n').unwrap();
        assert_eq!(
            body,
            "<a x=\"&quot;&lt;&#10;\"><b><c>1 &lt; 2 &amp; ]]&gt;</c><d/></b></a>"
        );
    }
}
