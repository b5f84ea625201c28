//! Parts of a document that lie, flow or count differently: Word's sections. A section's
//! properties stand at its end.

use super::super::Paper;
use super::super::model::{Numbering, Section};
use super::{TWIPS, Writer};

/// The white edge of a page in twips, as in the PDF: 18 mm, and 20 mm below.
const MARGIN: u32 = 1_020;
const BOTTOM: u32 = 1_134;

/// The section being written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opened {
    section: Section,
    /// Whether it begins on a new page.
    on_new_page: bool,
    /// How its pages are numbered, once "as before" is looked up.
    numbering: Numbering,
    /// Whether it counts from one.
    from_one: bool,
}

impl Writer<'_> {
    /// From here on `next` counts.
    pub(super) fn begin_section(&mut self, next: Section) {
        let before = self.section;
        let turns = self.paper_of(next).landscape != self.paper_of(before.section).landscape;
        let numbering = match next.numbering {
            Numbering::Continue => before.numbering,
            other => other,
        };
        let is_first_roman = numbering == Numbering::Roman && !self.has_roman;
        self.has_roman |= is_first_roman;
        self.section = Opened {
            section: next,
            on_new_page: turns || next.numbering != Numbering::Continue,
            numbering,
            from_one: next.numbering == Numbering::Arabic || is_first_roman,
        };
    }

    /// Ends the section so far in a paragraph that is hardly there, and begins the next.
    pub(super) fn end_section(&mut self, next: Section) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", "Gap");
        self.section_properties();
        self.xml.close();
        self.xml.close();
        self.begin_section(next);
        // A new page once is enough.
        self.break_before &= !self.section.on_new_page;
    }

    /// Paper of the section and how it begins; the order is the schema's.
    pub(super) fn section_properties(&mut self) {
        let Opened {
            section,
            on_new_page,
            numbering,
            from_one,
        } = self.section;
        let paper = self.paper_of(section);
        let (width, height) = paper.points();
        let twips = |points: f32| format!("{:.0}", points * TWIPS);
        let (width, height) = (twips(width), twips(height));
        let footer = match numbering {
            Numbering::None => "footerNone",
            _ => "footer",
        };
        let (margin, bottom) = (MARGIN.to_string(), BOTTOM.to_string());
        let xml = &mut self.xml;
        xml.open("w:sectPr", &[]);
        xml.leaf(
            "w:footerReference",
            &[("w:type", "default"), ("r:id", footer)],
        );
        xml.value(
            "w:type",
            if on_new_page {
                "nextPage"
            } else {
                "continuous"
            },
        );
        let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
        if paper.landscape {
            size.push(("w:orient", "landscape"));
        }
        xml.leaf("w:pgSz", &size);
        let edges = [
            ("w:top", margin.as_str()),
            ("w:right", &margin),
            ("w:bottom", &bottom),
            ("w:left", &margin),
            ("w:header", "500"),
            ("w:footer", "500"),
            ("w:gutter", "0"),
        ];
        xml.leaf("w:pgMar", &edges);
        let mut count = Vec::new();
        if numbering == Numbering::Roman {
            count.push(("w:fmt", "lowerRoman"));
        }
        if from_one {
            count.push(("w:start", "1"));
        }
        if !count.is_empty() {
            xml.leaf("w:pgNumType", &count);
        }
        let columns = section.columns.clamp(1, 3).to_string();
        xml.leaf("w:cols", &[("w:num", &columns), ("w:space", "400")]);
        xml.close();
    }

    /// Width and height that text has on the page, in points.
    pub(super) fn room(&self) -> (f32, f32) {
        let (width, height) = self.paper_of(self.section.section).points();
        let points = |twips: u32| twips as f32 / TWIPS;
        let columns = f32::from(self.section.section.columns.clamp(1, 3));
        let width = (width - 2.0 * points(MARGIN)) / columns - points(self.indent);
        (width.max(72.0), height - points(MARGIN) - points(BOTTOM))
    }

    fn paper_of(&self, section: Section) -> Paper {
        Paper {
            landscape: section.landscape.unwrap_or(self.paper.landscape),
            ..*self.paper
        }
    }
}
