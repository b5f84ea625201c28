//! A Word file taken apart: its parts as trees, and whether whatever one part refers to is there.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};

/// An element with what is in it; text counts as an element without a name.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) name: String,
    attributes: BTreeMap<String, String>,
    pub(super) children: Vec<Node>,
    text: String,
}

impl Node {
    pub(super) fn all<'a>(&'a self, name: &str) -> Vec<&'a Node> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    pub(super) fn one(&self, name: &str) -> Option<&Node> {
        self.all(name).into_iter().next()
    }

    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The value of the first such element: its `w:val`.
    pub(super) fn value(&self, name: &str) -> &str {
        self.one(name).map_or("", |it| it.attribute("w:val"))
    }

    /// What is read: the words in runs, with breaks as what they are.
    pub(super) fn words(&self) -> String {
        match self.name.as_str() {
            "w:br" => "\n".to_owned(),
            "w:tab" if self.attributes.is_empty() => "\t".to_owned(),
            "w:p" => format!("{}\n", self.inner()),
            "" => self.text.clone(),
            _ => self.inner(),
        }
    }

    fn inner(&self) -> String {
        self.children.iter().map(Node::words).collect()
    }
}

fn started(element: &BytesStart<'_>) -> Node {
    let attributes = element.attributes().map(|it| {
        let it = it.unwrap();
        let value = it
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .unwrap()
            .into_owned();
        (it.key.as_ref().to_owned(), value)
    });
    Node {
        name: element.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        ..Node::default()
    }
}

/// Reads a part; it must be well-formed and hold no character that XML forbids.
fn parsed(bytes: &[u8]) -> Node {
    let text = std::str::from_utf8(bytes).unwrap();
    let forbidden =
        |c: char| (c < ' ' && !"\t\n\r".contains(c)) || c == '\u{fffe}' || c == '\u{ffff}';
    assert!(!text.contains(forbidden), "{text:?}");
    let mut reader = quick_xml::Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        let event = reader.read_event().unwrap();
        let said = match &event {
            Event::Start(element) => {
                open.push(started(element));
                continue;
            }
            Event::Empty(element) => started(element),
            Event::End(_) => open.pop().unwrap(),
            Event::Text(text) => Node {
                text: text.xml10_content().into_owned(),
                ..Node::default()
            },
            Event::GeneralRef(entity) => {
                let named = |name: &str| match name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    other => panic!("an entity: {other}"),
                };
                let c = entity.resolve_char_ref().unwrap();
                let c = c.unwrap_or_else(|| named(&entity.xml10_content()));
                Node {
                    text: c.to_string(),
                    ..Node::default()
                }
            }
            Event::Eof => break,
            _ => continue,
        };
        open.last_mut().unwrap().children.push(said);
    }
    assert_eq!(open.len(), 1, "every element ends");
    let mut root = open.remove(0);
    root.children.pop().unwrap()
}

/// The parts of a package, each read.
pub(super) struct Package {
    parts: BTreeMap<String, Node>,
    pub(super) media: Vec<String>,
}

impl Package {
    pub(super) fn open(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let (mut parts, mut media) = (BTreeMap::new(), Vec::new());
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            if name.starts_with("word/media/") {
                media.push(name);
            } else {
                parts.insert(name, parsed(&bytes));
            }
        }
        let package = Package { parts, media };
        package.hangs_together();
        package
    }

    pub(super) fn part(&self, name: &str) -> &Node {
        &self.parts[name]
    }

    pub(super) fn body(&self) -> &Node {
        self.part("word/document.xml")
    }

    /// Whatever is referred to is there.
    fn hangs_together(&self) {
        let styles = self.part("word/styles.xml").all("w:style");
        let styles: Vec<&str> = styles.iter().map(|it| it.attribute("w:styleId")).collect();
        let bookmarks = self.body().all("w:bookmarkStart");
        let bookmarks: Vec<&str> = bookmarks.iter().map(|it| it.attribute("w:name")).collect();
        for name in ["document", "footnotes"] {
            let part = self.part(&format!("word/{name}.xml"));
            let relations = self.part(&format!("word/_rels/{name}.xml.rels"));
            let relations = relations.all("Relationship");
            for used in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
                for it in part.all(used) {
                    assert!(styles.contains(&it.attribute("w:val")), "{it:?}");
                }
            }
            let mut targets = Vec::new();
            for it in part.all("w:hyperlink") {
                match it.attribute("w:anchor") {
                    "" => targets.push(it.attribute("r:id")),
                    anchor => assert!(bookmarks.contains(&anchor), "{anchor}"),
                }
            }
            for it in part.all("a:blip") {
                targets.push(it.attribute("r:embed"));
            }
            for id in targets {
                assert!(relations.iter().any(|it| it.attribute("Id") == id), "{id}");
            }
            for it in relations {
                let target = it.attribute("Target");
                let is_there = it.attribute("TargetMode") == "External"
                    || self.parts.contains_key(&format!("word/{target}"))
                    || self.media.contains(&format!("word/{target}"));
                assert!(is_there, "{target}");
            }
        }
        let lists = self.part("word/numbering.xml").all("w:num");
        for used in self.body().all("w:numId") {
            let id = used.attribute("w:val");
            assert!(lists.iter().any(|it| it.attribute("w:numId") == id), "{id}");
        }
        for cell in self.body().all("w:tc") {
            assert_eq!(cell.children.last().unwrap().name, "w:p", "a cell ends so");
        }
        for pair in self.body().children[0].children.windows(2) {
            assert!(pair.iter().any(|it| it.name != "w:tbl"), "two tables touch");
        }
    }
}
