//! The parts of a Word file beside the body: styles, numbering, notes, comments, what refers to
//! what, and the package that holds them.

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};

use super::super::archive::ArchiveFile;
use super::super::model::{Block, Document, Numbering};
use super::super::words::Language;
use super::pictures::Shown;
use super::remarks::Remark;
use super::styles::styles;
use super::xml::Xml;
use super::{BULLETS, NAMESPACES, Numbered};

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Everything a file is made of.
pub(super) struct Package<'a> {
    pub(super) document: &'a Document,
    pub(super) created: DateTime<FixedOffset>,
    pub(super) body: Vec<u8>,
    pub(super) body_links: Vec<String>,
    pub(super) footnotes: Vec<u8>,
    pub(super) footnote_links: Vec<String>,
    pub(super) remarks: Vec<Remark>,
    pub(super) lists: &'a [Numbered],
    pub(super) pictures: &'a [Shown],
}

impl Package<'_> {
    /// The files of the package, the one that names the others first.
    pub(super) fn files(self) -> Vec<ArchiveFile> {
        let file = |name: &str, bytes: Vec<u8>| ArchiveFile {
            name: name.to_owned(),
            bytes,
        };
        let lang = self.document.lang;
        let mut files = vec![
            file("[Content_Types].xml", self.content_types()),
            file("_rels/.rels", package_relations()),
            file("docProps/core.xml", self.properties()),
            file("word/_rels/document.xml.rels", self.document_relations()),
            file("word/styles.xml", styles(&self.document.look, lang)),
            file("word/numbering.xml", numbering(self.lists)),
            file("word/settings.xml", settings(lang)),
            file("word/footer.xml", footer(self.document, true)),
            file("word/footerNone.xml", footer(self.document, false)),
        ];
        let mut relations = relations();
        self.picture_relations(&mut relations);
        links(&mut relations, &self.footnote_links);
        files.push(file("word/_rels/footnotes.xml.rels", relations.finish()));
        if !self.remarks.is_empty() {
            files.push(file("word/comments.xml", comments(&self.remarks)));
        }
        files.push(file("word/footnotes.xml", self.footnotes));
        files.push(file("word/document.xml", self.body));
        for (number, shown) in (1..).zip(self.pictures) {
            let name = format!("word/media/picture{number}.{}", shown.extension);
            files.push(file(&name, shown.bytes.clone()));
        }
        files
    }

    fn content_types(&self) -> Vec<u8> {
        let space = "http://schemas.openxmlformats.org/package/2006/content-types";
        let mut xml = Xml::new("Types", &[("xmlns", space)]);
        let rels = "application/vnd.openxmlformats-package.relationships+xml";
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        for (extension, kind) in [
            ("rels", rels),
            ("xml", "application/xml"),
            ("jpg", "image/jpeg"),
            ("png", "image/png"),
        ] {
            xml.leaf(
                "Default",
                &[("Extension", extension), ("ContentType", kind)],
            );
        }
        let mut part = |name: &str, kind: &str| {
            xml.leaf("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/docProps/core.xml", core);
        let mut word = |name: &str, kind: &str| {
            part(&format!("/word/{name}.xml"), &format!("{WORD}.{kind}+xml"));
        };
        word("document", "document.main");
        for name in ["styles", "numbering", "settings", "footnotes", "footer"] {
            word(name, name);
        }
        word("footerNone", "footer");
        if !self.remarks.is_empty() {
            word("comments", "comments");
        }
        xml.finish()
    }

    fn document_relations(&self) -> Vec<u8> {
        let mut xml = relations();
        for name in ["styles", "numbering", "settings", "footnotes", "footer"] {
            relation(&mut xml, name, name, &format!("{name}.xml"));
        }
        relation(&mut xml, "footerNone", "footer", "footerNone.xml");
        if !self.remarks.is_empty() {
            relation(&mut xml, "comments", "comments", "comments.xml");
        }
        self.picture_relations(&mut xml);
        links(&mut xml, &self.body_links);
        xml.finish()
    }

    /// Body and notes may both show any picture.
    fn picture_relations(&self, xml: &mut Xml) {
        for (number, shown) in (1..).zip(self.pictures) {
            let target = format!("media/picture{number}.{}", shown.extension);
            relation(xml, &format!("picture{number}"), "image", &target);
        }
    }

    fn properties(&self) -> Vec<u8> {
        let mut xml = Xml::new(
            "cp:coreProperties",
            &[
                (
                    "xmlns:cp",
                    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                ),
                ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
                ("xmlns:dcterms", "http://purl.org/dc/terms/"),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ],
        );
        xml.words("dc:title", &[], &self.document.title);
        xml.words("dc:creator", &[], &self.document.author);
        xml.words("dc:language", &[], self.document.lang.tag());
        let at = self.created.with_timezone(&Utc);
        let at = at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let kind = [("xsi:type", "dcterms:W3CDTF")];
        xml.words("dcterms:created", &kind, &at);
        xml.words("dcterms:modified", &kind, &at);
        xml.finish()
    }
}

fn relations() -> Xml {
    Xml::new("Relationships", &[("xmlns", RELATIONS)])
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    let kind = format!("{OFFICE}/{kind}");
    xml.leaf(
        "Relationship",
        &[("Id", id), ("Type", &kind), ("Target", target)],
    );
}

fn links(xml: &mut Xml, targets: &[String]) {
    let kind = format!("{OFFICE}/hyperlink");
    for (number, target) in (1..).zip(targets) {
        let id = format!("link{number}");
        xml.leaf(
            "Relationship",
            &[
                ("Id", &id),
                ("Type", &kind),
                ("Target", target),
                ("TargetMode", "External"),
            ],
        );
    }
}

fn package_relations() -> Vec<u8> {
    let mut xml = relations();
    relation(&mut xml, "document", "officeDocument", "word/document.xml");
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    xml.leaf(
        "Relationship",
        &[
            ("Id", "core"),
            ("Type", core),
            ("Target", "docProps/core.xml"),
        ],
    );
    xml.finish()
}

/// One description of bullets and one of numbers; each numbered list is an instance that begins
/// anew.
fn numbering(lists: &[Numbered]) -> Vec<u8> {
    let mut xml = Xml::new("w:numbering", NAMESPACES);
    for (id, bullets) in [("0", true), ("1", false)] {
        xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
        xml.value("w:multiLevelType", "multilevel");
        for level in 0..9_usize {
            let (format, text) = match (bullets, level % 2) {
                (true, 0) => ("bullet", "•".to_owned()),
                (true, _) => ("bullet", "–".to_owned()),
                (false, _) => ("decimal", format!("%{}.", level + 1)),
            };
            let left = (425 * (level + 1)).to_string();
            xml.open("w:lvl", &[("w:ilvl", &level.to_string())]);
            xml.value("w:start", "1");
            xml.value("w:numFmt", format);
            xml.value("w:lvlText", &text);
            xml.value("w:lvlJc", "left");
            xml.open("w:pPr", &[]);
            xml.leaf("w:ind", &[("w:left", &left), ("w:hanging", "425")]);
            xml.close();
            xml.close();
        }
        xml.close();
    }
    let mut instance = |id: usize, kind: &str, list: Option<&Numbered>| {
        xml.open("w:num", &[("w:numId", &id.to_string())]);
        xml.value("w:abstractNumId", kind);
        if let Some(list) = list {
            // Word counts up to what an i32 holds.
            let start = list.start.min(i32::MAX.unsigned_abs().into()).to_string();
            xml.open("w:lvlOverride", &[("w:ilvl", &list.level.to_string())]);
            xml.value("w:startOverride", &start);
            xml.close();
        }
        xml.close();
    };
    instance(BULLETS, "0", None);
    for (index, list) in lists.iter().enumerate() {
        instance(BULLETS + 1 + index, "1", Some(list));
    }
    xml.finish()
}

fn settings(lang: Language) -> Vec<u8> {
    let mut xml = Xml::new("w:settings", NAMESPACES);
    xml.value("w:defaultTabStop", "720");
    xml.leaf("w:autoHyphenation", &[("w:val", "false")]);
    xml.open("w:footnotePr", &[]);
    xml.leaf("w:footnote", &[("w:id", "0")]);
    xml.leaf("w:footnote", &[("w:id", "1")]);
    xml.close();
    xml.open("w:compat", &[]);
    // A line that a line feed ends is not drawn out to the edge.
    xml.leaf("w:doNotExpandShiftReturn", &[]);
    xml.leaf(
        "w:compatSetting",
        &[
            ("w:name", "compatibilityMode"),
            ("w:uri", "http://schemas.microsoft.com/office/word"),
            ("w:val", "15"),
        ],
    );
    xml.close();
    xml.leaf("w:themeFontLang", &[("w:val", lang.tag())]);
    xml.finish()
}

/// The foot of a page: the running title and the page's number.
fn footer(document: &Document, numbered: bool) -> Vec<u8> {
    let mut xml = Xml::new("w:ftr", NAMESPACES);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", "Footer");
    xml.close();
    if numbered {
        let (page, of) = match document.lang {
            Language::Id => ("Halaman ", " dari "),
            Language::En => ("Page ", " of "),
        };
        words(&mut xml, &document.title);
        xml.open("w:r", &[]);
        let end = [
            ("w:relativeTo", "margin"),
            ("w:alignment", "right"),
            ("w:leader", "none"),
        ];
        xml.leaf("w:ptab", &end);
        xml.close();
        words(&mut xml, page);
        field(&mut xml, "PAGE");
        // Where parts count for themselves, the whole has no number of its own.
        let parted = |block: &Block| match block {
            Block::Section(section) => section.numbering != Numbering::Continue,
            _ => false,
        };
        if !document.blocks.iter().any(parted) {
            words(&mut xml, of);
            field(&mut xml, "NUMPAGES");
        }
    }
    xml.finish()
}

fn words(xml: &mut Xml, text: &str) {
    xml.open("w:r", &[]);
    xml.words("w:t", &[("xml:space", "preserve")], text);
    xml.close();
}

fn field(xml: &mut Xml, instruction: &str) {
    xml.open("w:fldSimple", &[("w:instr", instruction)]);
    words(xml, "1");
    xml.close();
}

fn comments(remarks: &[Remark]) -> Vec<u8> {
    let mut xml = Xml::new("w:comments", NAMESPACES);
    for (id, remark) in remarks.iter().enumerate() {
        let id = id.to_string();
        let letters = remark.author.split_whitespace();
        let initials: String = letters
            .filter_map(|word| word.chars().next())
            .take(3)
            .collect();
        let at = remark
            .at
            .map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
        let mut about = vec![
            ("w:id", id.as_str()),
            ("w:author", &remark.author),
            ("w:initials", &initials),
        ];
        if let Some(at) = &at {
            about.push(("w:date", at));
        }
        xml.open("w:comment", &about);
        for line in remark
            .text
            .lines()
            .chain(remark.text.is_empty().then_some(""))
        {
            xml.open("w:p", &[]);
            xml.open("w:pPr", &[]);
            xml.value("w:pStyle", "CommentText");
            xml.close();
            words(&mut xml, line);
            xml.close();
        }
        xml.close();
    }
    xml.finish()
}
