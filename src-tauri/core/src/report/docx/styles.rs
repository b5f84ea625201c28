//! The styles that every paragraph of a Word document names, so that an office can change them all
//! in one place.

use super::super::model::{Face, Look};
use super::super::words::Language;
use super::NAMESPACES;
use super::xml::Xml;

/// Grey of captions and small print, and of table lines.
const GREY: &str = "595959";
pub(super) const LINE: &str = "808080";
pub(super) const SHADE: &str = "E8EEF4";

/// A paragraph style.
struct Sheet {
    id: String,
    name: String,
    based_on: &'static str,
    next: &'static str,
    /// Half points.
    size: Option<u32>,
    bold: bool,
    italic: bool,
    color: Option<&'static str>,
    /// Twentieths of a point above and below.
    space: (u32, u32),
    align: Option<&'static str>,
    keep_next: bool,
    outline: Option<u8>,
}

impl Sheet {
    fn new(id: &str, name: &str) -> Self {
        Sheet {
            id: id.to_owned(),
            name: name.to_owned(),
            based_on: "Normal",
            next: "",
            size: None,
            bold: false,
            italic: false,
            color: None,
            space: (0, 0),
            align: None,
            keep_next: false,
            outline: None,
        }
    }

    fn write(&self, xml: &mut Xml, extra: impl FnOnce(&mut Xml)) {
        let custom = self.name.starts_with("Tilik");
        let kind = [("w:type", "paragraph"), ("w:styleId", self.id.as_str())];
        let marked = [kind[0], kind[1], ("w:customStyle", "1")];
        xml.open("w:style", if custom { &marked } else { &kind });
        xml.value("w:name", &self.name);
        xml.value("w:basedOn", self.based_on);
        if !self.next.is_empty() {
            xml.value("w:next", self.next);
        }
        xml.leaf("w:qFormat", &[]);
        xml.open("w:pPr", &[]);
        if self.keep_next {
            xml.leaf("w:keepNext", &[]);
            xml.leaf("w:keepLines", &[]);
        }
        extra(xml);
        let (above, below) = (self.space.0.to_string(), self.space.1.to_string());
        xml.leaf("w:spacing", &[("w:before", &above), ("w:after", &below)]);
        if let Some(align) = self.align {
            xml.value("w:jc", align);
        }
        if let Some(level) = self.outline {
            xml.value("w:outlineLvl", &level.to_string());
        }
        xml.close();
        xml.open("w:rPr", &[]);
        if self.bold {
            xml.leaf("w:b", &[]);
            xml.leaf("w:bCs", &[]);
        }
        if self.italic {
            xml.leaf("w:i", &[]);
            xml.leaf("w:iCs", &[]);
        }
        if let Some(color) = self.color {
            xml.value("w:color", color);
        }
        if let Some(size) = self.size {
            xml.value("w:sz", &size.to_string());
            xml.value("w:szCs", &size.to_string());
        }
        xml.close();
        xml.close();
    }
}

/// A typeface that offices have, in place of the one the PDF carries with it.
const fn typeface(face: Face) -> &'static str {
    match face {
        Face::Serif => "Times New Roman",
        Face::Sans => "Arial",
    }
}

/// The styles part.
pub(super) fn styles(look: &Look, lang: Language) -> Vec<u8> {
    let mut xml = Xml::new("w:styles", NAMESPACES);
    let size = half_points(look.size);
    defaults(&mut xml, look, size, lang);
    let quiet = |_: &mut Xml| {};
    xml.open(
        "w:style",
        &[
            ("w:type", "paragraph"),
            ("w:default", "1"),
            ("w:styleId", "Normal"),
        ],
    );
    xml.value("w:name", "Normal");
    xml.leaf("w:qFormat", &[]);
    xml.close();
    let sheets = paragraphs(look, size);
    for sheet in &sheets {
        match sheet.id.as_str() {
            "Quote" => sheet.write(&mut xml, bar),
            "Code" => sheet.write(&mut xml, |xml| {
                xml.leaf("w:suppressAutoHyphens", &[]);
            }),
            _ => sheet.write(&mut xml, quiet),
        }
    }
    characters(&mut xml);
    tables(&mut xml);
    xml.finish()
}

fn half_points(points: f32) -> u32 {
    // A text size is a handful of points; the cast saturates.
    (points * 2.0).round() as u32
}

fn paragraphs(look: &Look, size: u32) -> Vec<Sheet> {
    let part = |share: f32| half_points(look.size * share);
    let mut sheets = vec![
        Sheet {
            space: (0, 120),
            align: look.justify.then_some("both"),
            ..Sheet::new("BodyText", "Body Text")
        },
        Sheet {
            size: Some(part(1.6)),
            bold: true,
            space: (120, 120),
            align: Some("center"),
            keep_next: true,
            next: "BodyText",
            ..Sheet::new("Title", "Title")
        },
        Sheet {
            space: (0, 80),
            align: Some("center"),
            next: "BodyText",
            ..Sheet::new("Subtitle", "Subtitle")
        },
        Sheet {
            size: Some(part(0.85)),
            color: Some(GREY),
            space: (0, 80),
            ..Sheet::new("Small", "Tilik Small")
        },
        Sheet {
            space: (0, 120),
            align: Some("right"),
            ..Sheet::new("Date", "Date")
        },
        Sheet {
            size: Some(part(0.86)),
            color: Some(GREY),
            space: (40, 160),
            align: Some("center"),
            ..Sheet::new("Caption", "caption")
        },
        Sheet {
            space: (80, 0),
            align: Some("center"),
            ..Sheet::new("Figure", "Tilik Figure")
        },
        Sheet {
            italic: false,
            space: (40, 120),
            ..Sheet::new("Quote", "Quote")
        },
        Sheet {
            size: Some(part(0.86)),
            space: (40, 120),
            ..Sheet::new("Code", "HTML Preformatted")
        },
        Sheet {
            space: (0, 60),
            ..Sheet::new("ListParagraph", "List Paragraph")
        },
        Sheet {
            space: (0, 40),
            ..Sheet::new("Fact", "Tilik Fact")
        },
        Sheet {
            size: Some(part(0.9)),
            space: (20, 20),
            ..Sheet::new("TableText", "Tilik Table Text")
        },
        Sheet {
            size: Some(part(0.82)),
            space: (10, 10),
            ..Sheet::new("TableSmall", "Tilik Table Small")
        },
        Sheet {
            size: Some(part(0.86)),
            bold: true,
            space: (20, 20),
            align: Some("center"),
            keep_next: true,
            ..Sheet::new("TableHead", "Tilik Table Head")
        },
        Sheet {
            keep_next: true,
            ..Sheet::new("Signature", "Signature")
        },
        Sheet {
            size: Some(2),
            ..Sheet::new("Gap", "Tilik Gap")
        },
        Sheet {
            size: Some(part(0.84)),
            space: (0, 20),
            ..Sheet::new("FootnoteText", "footnote text")
        },
        Sheet {
            size: Some(20),
            ..Sheet::new("CommentText", "annotation text")
        },
        Sheet {
            size: Some(16),
            color: Some(GREY),
            ..Sheet::new("Footer", "footer")
        },
    ];
    for level in 1..=6_u8 {
        let share = [1.4, 1.2, 1.08, 1.0, 1.0, 1.0][usize::from(level - 1)];
        sheets.push(Sheet {
            size: Some(part(share)),
            bold: level < 5,
            italic: level > 4,
            space: (240, 80),
            keep_next: true,
            outline: Some(level - 1),
            next: "BodyText",
            ..Sheet::new(&format!("Heading{level}"), &format!("heading {level}"))
        });
        sheets.push(Sheet {
            size: Some(size),
            space: (0, 40),
            ..Sheet::new(&format!("TOC{level}"), &format!("toc {level}"))
        });
    }
    sheets
}

fn defaults(xml: &mut Xml, look: &Look, size: u32, lang: Language) {
    let face = typeface(look.face);
    let size = size.to_string();
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    xml.leaf(
        "w:rFonts",
        &[
            ("w:ascii", face),
            ("w:hAnsi", face),
            ("w:eastAsia", face),
            ("w:cs", face),
        ],
    );
    xml.value("w:sz", &size);
    xml.value("w:szCs", &size);
    xml.leaf(
        "w:lang",
        &[
            ("w:val", lang.tag()),
            ("w:eastAsia", "zh-CN"),
            ("w:bidi", "ar-SA"),
        ],
    );
    xml.close();
    xml.close();
    xml.open("w:pPrDefault", &[]);
    xml.open("w:pPr", &[]);
    xml.leaf(
        "w:spacing",
        &[("w:after", "0"), ("w:line", "264"), ("w:lineRule", "auto")],
    );
    xml.close();
    xml.close();
    xml.close();
}

fn bar(xml: &mut Xml) {
    xml.open("w:pBdr", &[]);
    xml.leaf(
        "w:left",
        &[
            ("w:val", "single"),
            ("w:sz", "12"),
            ("w:space", "8"),
            ("w:color", LINE),
        ],
    );
    xml.close();
}

fn characters(xml: &mut Xml) {
    let mut style = |id: &str, name: &str, write: &dyn Fn(&mut Xml)| {
        xml.open("w:style", &[("w:type", "character"), ("w:styleId", id)]);
        xml.value("w:name", name);
        xml.open("w:rPr", &[]);
        write(xml);
        xml.close();
        xml.close();
    };
    style("Hyperlink", "Hyperlink", &|xml| {
        xml.value("w:color", "0B5394");
        xml.value("w:u", "single");
    });
    style("FootnoteReference", "footnote reference", &|xml| {
        xml.value("w:vertAlign", "superscript");
    });
    style("CommentReference", "annotation reference", &|xml| {
        xml.value("w:sz", "16");
        xml.value("w:szCs", "16");
    });
}

fn tables(xml: &mut Xml) {
    xml.open(
        "w:style",
        &[
            ("w:type", "table"),
            ("w:default", "1"),
            ("w:styleId", "TableNormal"),
        ],
    );
    xml.value("w:name", "Normal Table");
    xml.open("w:tblPr", &[]);
    xml.leaf("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    cell_margins(xml);
    xml.close();
    xml.close();
    xml.open(
        "w:style",
        &[("w:type", "table"), ("w:styleId", "TableGrid")],
    );
    xml.value("w:name", "Table Grid");
    xml.value("w:basedOn", "TableNormal");
    xml.open("w:tblPr", &[]);
    xml.open("w:tblBorders", &[]);
    for side in [
        "w:top",
        "w:left",
        "w:bottom",
        "w:right",
        "w:insideH",
        "w:insideV",
    ] {
        xml.leaf(
            side,
            &[
                ("w:val", "single"),
                ("w:sz", "4"),
                ("w:space", "0"),
                ("w:color", LINE),
            ],
        );
    }
    xml.close();
    xml.close();
    xml.close();
}

fn cell_margins(xml: &mut Xml) {
    xml.open("w:tblCellMar", &[]);
    for (side, width) in [
        ("w:top", "20"),
        ("w:left", "85"),
        ("w:bottom", "20"),
        ("w:right", "85"),
    ] {
        xml.leaf(side, &[("w:w", width), ("w:type", "dxa")]);
    }
    xml.close();
}
