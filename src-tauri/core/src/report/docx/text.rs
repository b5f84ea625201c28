//! Paragraphs and runs: styled words, links, footnote marks, and where comments begin and end.

use super::super::characters::{is_rtl, writable};
use super::super::display::Target;
use super::super::links::followable;
use super::super::model::{Document, Inline, Note, Style, text_of};
use super::{Mark, Writer};

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look<'a> {
    /// The style it names.
    pub(super) style: &'a str,
    /// Instance and level of a numbered or bulleted list.
    pub(super) number: Option<(usize, usize)>,
    /// The first line stands so far out to the left, in twips.
    pub(super) hanging: u32,
    /// Tab stops in twips.
    pub(super) tabs: &'a [u32],
    /// A tab stop at the right, in twips, and what leads to it: "dot" or "underscore".
    pub(super) leader: Option<(u32, &'static str)>,
    /// "center", "right", "both"; the style's own otherwise.
    pub(super) align: Option<&'static str>,
    /// Stays on the page of what follows.
    pub(super) keep_next: bool,
    /// White space above, in twips; the style's own otherwise.
    pub(super) space_above: Option<u32>,
    /// A line below, by its kind: "single" or "double".
    pub(super) line_below: Option<&'static str>,
}

impl<'a> Look<'a> {
    pub(super) fn styled(style: &'a str) -> Self {
        Look {
            style,
            ..Look::default()
        }
    }
}

impl Writer<'_> {
    /// A paragraph of styled words.
    pub(super) fn paragraph(&mut self, look: Look<'_>, text: &[Inline]) {
        let rtl = reads_from_right(text);
        self.begin(look, rtl);
        self.inlines(text, Style::default());
        self.end();
    }

    /// A paragraph of plain words.
    pub(super) fn plain(&mut self, look: Look<'_>, text: &str) {
        self.paragraph(look, &[Inline::plain(text)]);
    }

    /// Begins a paragraph; the order of the properties is the schema's.
    pub(super) fn begin(&mut self, look: Look<'_>, rtl: bool) {
        let break_before = std::mem::take(&mut self.break_before) && !self.in_note;
        let indent = self.indent;
        let keep = self.before_signing;
        let xml = &mut self.xml;
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        xml.value("w:pStyle", look.style);
        if look.keep_next || keep {
            xml.leaf("w:keepNext", &[]);
        }
        if break_before {
            xml.leaf("w:pageBreakBefore", &[]);
        }
        if let Some((instance, level)) = look.number {
            xml.open("w:numPr", &[]);
            xml.value("w:ilvl", &level.to_string());
            xml.value("w:numId", &instance.to_string());
            xml.close();
        }
        if let Some(kind) = look.line_below {
            xml.open("w:pBdr", &[]);
            let line = [
                ("w:val", kind),
                ("w:sz", "8"),
                ("w:space", "4"),
                ("w:color", "auto"),
            ];
            xml.leaf("w:bottom", &line);
            xml.close();
        }
        if !look.tabs.is_empty() || look.leader.is_some() {
            xml.open("w:tabs", &[]);
            if let Some((at, leader)) = look.leader {
                let at = (at + indent).to_string();
                let stop = [("w:val", "right"), ("w:leader", leader), ("w:pos", &at)];
                xml.leaf("w:tab", &stop);
            }
            for stop in look.tabs {
                let at = (stop + indent).to_string();
                xml.leaf("w:tab", &[("w:val", "left"), ("w:pos", &at)]);
            }
            xml.close();
        }
        if rtl {
            xml.leaf("w:bidi", &[]);
        }
        if let Some(above) = look.space_above {
            xml.leaf("w:spacing", &[("w:before", &above.to_string())]);
        }
        let left = indent + look.hanging;
        if left > 0 {
            let (left, hanging) = (left.to_string(), look.hanging.to_string());
            xml.leaf("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
        }
        if let Some(align) = look.align {
            xml.value("w:jc", align);
        }
        xml.close();
    }

    /// Ends a paragraph.
    pub(super) fn end(&mut self) {
        self.marks_here(false);
        self.said("\n");
        self.xml.close();
    }

    /// Styled words inside a paragraph; `base` is added to every style.
    pub(super) fn inlines(&mut self, text: &[Inline], base: Style) {
        for inline in text {
            let style = Style {
                bold: inline.style.bold || base.bold,
                italic: inline.style.italic || base.italic,
                ..inline.style
            };
            let linked = inline.link.as_deref().is_some_and(|to| self.open_link(to));
            self.run(&inline.text, style, linked);
            if linked {
                self.xml.close();
            }
            if let Some(note) = &inline.note {
                self.note_mark(note);
            }
        }
    }

    fn open_link(&mut self, target: &str) -> bool {
        match followable(target, |name| self.bookmarks.contains_key(name)) {
            Some(Target::Anchor(name)) => {
                let Some(bookmark) = self.bookmarks.get(&name) else {
                    return false;
                };
                self.xml.open("w:hyperlink", &[("w:anchor", bookmark)]);
                true
            }
            Some(Target::Address(address)) => {
                let id = self.relation(&address);
                self.xml.open("w:hyperlink", &[("r:id", &id)]);
                true
            }
            None => false,
        }
    }

    /// One style's words, parted where a comment begins or ends and where the direction turns.
    pub(super) fn run(&mut self, text: &str, style: Style, linked: bool) {
        let text = writable(text);
        let mut rest: &str = &text;
        while !rest.is_empty() {
            self.marks_here(true);
            let until = self.next_mark().map_or(rest.len(), |mark| {
                let room = mark.saturating_sub(self.words.text.len());
                floor_boundary(rest, room.clamp(1, rest.len()))
            });
            let (now, later) = rest.split_at(until.max(first_width(rest)).min(rest.len()));
            for (part, rtl) in directions(now) {
                self.piece(part, style, linked, rtl);
            }
            self.said(now);
            rest = later;
        }
        self.marks_here(false);
    }

    pub(super) fn piece(&mut self, text: &str, style: Style, linked: bool, rtl: bool) {
        let xml = &mut self.xml;
        xml.open("w:r", &[]);
        let plain = style == Style::default() && !linked && !rtl;
        if !plain {
            xml.open("w:rPr", &[]);
            if linked {
                xml.value("w:rStyle", "Hyperlink");
            }
            if style.code {
                let face = "Courier New";
                xml.leaf(
                    "w:rFonts",
                    &[("w:ascii", face), ("w:hAnsi", face), ("w:cs", face)],
                );
            }
            for (wanted, tags) in [
                (style.bold, ["w:b", "w:bCs"]),
                (style.italic, ["w:i", "w:iCs"]),
            ] {
                if wanted {
                    tags.iter().for_each(|tag| xml.leaf(tag, &[]));
                }
            }
            if style.strike {
                xml.leaf("w:strike", &[]);
            }
            if style.superscript {
                xml.value("w:vertAlign", "superscript");
            }
            if rtl {
                xml.leaf("w:rtl", &[]);
            }
            xml.close();
        }
        let mut first = true;
        for line in text.split('\n') {
            if !std::mem::take(&mut first) {
                xml.leaf("w:br", &[]);
            }
            let mut stop = true;
            for part in line.split('\t') {
                if !std::mem::take(&mut stop) {
                    xml.leaf("w:tab", &[]);
                }
                if !part.is_empty() {
                    xml.words("w:t", &[("xml:space", "preserve")], part);
                }
            }
        }
        xml.close();
    }

    /// The mark of a footnote; a second mention carries the number alone, and inside a footnote,
    /// where Word has no place for another, the note follows in brackets.
    fn note_mark(&mut self, note: &Note) {
        let key = self.numbers.of(note);
        if let Some(number) = self.noted.iter().position(|(known, _)| *known == key) {
            let raised = Style {
                superscript: true,
                ..Style::default()
            };
            return self.run(&(number + 1).to_string(), raised, false);
        }
        if self.in_note {
            let words = text_of(&Document {
                blocks: note.blocks().to_vec(),
                ..Document::default()
            });
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            return self.run(&format!(" ({words})"), Style::default(), false);
        }
        self.noted.push((key, note.clone()));
        let id = (self.noted.len() - 1 + super::FIRST_NOTE).to_string();
        self.xml.open("w:r", &[]);
        self.xml.open("w:rPr", &[]);
        self.xml.value("w:rStyle", "FootnoteReference");
        self.xml.close();
        self.xml.leaf("w:footnoteReference", &[("w:id", &id)]);
        self.xml.close();
    }

    /// Words now on paper, for comments to find their passages in.
    fn said(&mut self, text: &str) {
        if !self.in_note {
            self.words.text.push_str(text);
        }
    }

    fn next_mark(&self) -> Option<usize> {
        let here = self.words.text.len();
        let next = self.marks.get(self.marked)?.0;
        (!self.in_note && next > here).then_some(next)
    }

    /// Writes the marks that stand here: those that end, and with `begin` those that begin.
    pub(super) fn marks_here(&mut self, begin: bool) {
        if self.in_note {
            return;
        }
        while let Some((at, mark)) = self.marks.get(self.marked).copied() {
            let begins = matches!(mark, Mark::Begin(_));
            if at > self.words.text.len() || (begins && !begin) {
                return;
            }
            self.marked += 1;
            match mark {
                Mark::Begin(id) => {
                    let id = id.to_string();
                    self.xml.leaf("w:commentRangeStart", &[("w:id", &id)]);
                }
                Mark::End(id) => self.comment_end(id),
            }
        }
    }

    fn comment_end(&mut self, id: usize) {
        let id = id.to_string();
        self.xml.leaf("w:commentRangeEnd", &[("w:id", &id)]);
        self.xml.open("w:r", &[]);
        self.xml.open("w:rPr", &[]);
        self.xml.value("w:rStyle", "CommentReference");
        self.xml.close();
        self.xml.leaf("w:commentReference", &[("w:id", &id)]);
        self.xml.close();
    }
}

fn first_width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// The last character boundary at or before `at`.
fn floor_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether the first letter of a paragraph is read from the right.
pub(super) fn reads_from_right(text: &[Inline]) -> bool {
    let mut letters = text.iter().flat_map(|inline| inline.text.chars());
    letters.find(|c| c.is_alphabetic()).is_some_and(is_rtl)
}

/// The text in parts of one direction each. What has no direction stays with the letters before
/// it, if letters of the same direction follow.
fn directions(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let (mut start, mut rtl, mut last) = (0, false, 0);
    for (at, c) in text.char_indices() {
        let strong = is_rtl(c) || c.is_alphanumeric();
        if !strong {
            continue;
        }
        if is_rtl(c) != rtl {
            // From right to left only what lies between its letters; spaces around stay outside.
            let cut = if rtl { last } else { at };
            if cut > start {
                parts.push((&text[start..cut], rtl));
            }
            (start, rtl) = (cut, is_rtl(c));
        }
        last = at + c.len_utf8();
    }
    let cut = if rtl { last } else { text.len() };
    if cut > start {
        parts.push((&text[start..cut], rtl));
    }
    if cut < text.len() {
        parts.push((&text[cut..], false));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_from_the_right_are_parted_from_the_others() {
        assert_eq!(directions("Ini saja."), [("Ini saja.", false)]);
        assert_eq!(
            directions("Doa: بسم الله. Amin"),
            [("Doa: ", false), ("بسم الله", true), (". Amin", false)]
        );
        assert_eq!(directions("بسم"), [("بسم", true)]);
        assert_eq!(directions(""), []);
    }
}
