//! A finished file read back by its tags, as a screen reader does.

use std::collections::{BTreeMap, HashMap};

use lopdf::content::Content;
use lopdf::{Dictionary, Document as File, Object, ObjectId};

/// A file read back, with each page's marked stretches by number.
pub(super) struct Read {
    pub(super) file: File,
    pub(super) marks: BTreeMap<(ObjectId, i64), String>,
    /// Operators that paint outside of any mark.
    pub(super) unmarked: usize,
}

/// A node of the tree: its type, its dictionary, and what is in it.
pub(super) struct Node {
    pub(super) tag: String,
    pub(super) dictionary: Dictionary,
    pub(super) kids: Vec<Kid>,
}

pub(super) enum Kid {
    Node(Node),
    Mark(ObjectId, i64),
    Link(ObjectId),
}

pub(super) fn read(bytes: &[u8]) -> Read {
    let file = File::load_mem(bytes).unwrap();
    let mut out = Read {
        marks: BTreeMap::new(),
        unmarked: 0,
        file,
    };
    let pages: Vec<ObjectId> = out.file.page_iter().collect();
    for page in pages {
        out.page(page);
    }
    out
}

impl Read {
    fn page(&mut self, page: ObjectId) {
        let fonts = self.file.get_page_fonts(page).unwrap();
        let maps: HashMap<Vec<u8>, HashMap<u16, String>> = fonts
            .iter()
            .map(|(name, font)| (name.clone(), self.unicode(font)))
            .collect();
        let content = self.file.get_page_content(page);
        let mut open: Vec<Option<i64>> = Vec::new();
        let mut font = Vec::new();
        // As deep as this, what is shown is already known in other words.
        let mut replaced = usize::MAX;
        for operation in Content::decode(&content).unwrap().operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BMC" => open.push(None),
                "BDC" => {
                    let properties = operands[1].as_dict().unwrap();
                    let number = properties.get(b"MCID").and_then(Object::as_i64).ok();
                    if let Some(number) = number {
                        self.marks.insert((page, number), String::new());
                    }
                    let number = number.or(open.last().copied().flatten());
                    open.push(number);
                    if let (Some(number), Ok(text)) = (number, properties.get(b"ActualText")) {
                        let text = lopdf::decode_text_string(text).unwrap();
                        self.marks.get_mut(&(page, number)).unwrap().push_str(&text);
                        replaced = open.len();
                    }
                }
                "EMC" => {
                    open.pop().unwrap();
                    if open.len() < replaced {
                        replaced = usize::MAX;
                    }
                }
                "Tf" => font = operands[0].as_name().unwrap().to_vec(),
                "TJ" | "Tj" | "f" | "S" | "B" | "Do" if open.is_empty() => self.unmarked += 1,
                "TJ" | "Tj" => {
                    if let (Some(Some(number)), true) = (open.last(), open.len() < replaced) {
                        let text = self.marks.get_mut(&(page, *number)).unwrap();
                        show(&operands[0], &maps[&font], text);
                    }
                }
                _ => {}
            }
        }
        assert!(open.is_empty(), "every mark ends on its page");
    }

    /// A font's characters by glyph.
    fn unicode(&self, font: &Dictionary) -> HashMap<u16, String> {
        let map = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
        let map = self.file.get_object(map).unwrap().as_stream().unwrap();
        let map = map
            .decompressed_content()
            .unwrap_or_else(|_| map.content.clone());
        let hex = |text: &str| u16::from_str_radix(text, 16).unwrap();
        let map = String::from_utf8(map).unwrap();
        map.lines()
            .filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"))
            .filter(|(code, text)| (code.len(), *text) != (4, "FFFF"))
            .map(|(code, text)| {
                let units: Vec<u16> = (0..text.len() / 4)
                    .map(|i| hex(&text[i * 4..i * 4 + 4]))
                    .collect();
                (hex(code), String::from_utf16(&units).unwrap())
            })
            .collect()
    }

    pub(super) fn tree(&self) -> Node {
        let catalog = self.file.catalog().unwrap();
        let root = catalog.get(b"StructTreeRoot").unwrap();
        let root = self
            .file
            .get_dictionary(root.as_reference().unwrap())
            .unwrap();
        let first = root.get(b"K").unwrap().as_array().unwrap()[0].clone();
        self.node(first.as_reference().unwrap())
    }

    fn node(&self, id: ObjectId) -> Node {
        let dictionary = self.file.get_dictionary(id).unwrap().clone();
        let tag = dictionary.get(b"S").unwrap().as_name().unwrap();
        let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok();
        let kids = match dictionary.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        };
        let kids = kids.iter().map(|kid| match kid {
            Object::Integer(number) => Kid::Mark(page.unwrap(), *number),
            Object::Reference(id) => Kid::Node(self.node(*id)),
            Object::Dictionary(it) if it.has(b"MCID") => Kid::Mark(
                it.get(b"Pg").unwrap().as_reference().unwrap(),
                it.get(b"MCID").unwrap().as_i64().unwrap(),
            ),
            Object::Dictionary(it) => Kid::Link(it.get(b"Obj").unwrap().as_reference().unwrap()),
            other => panic!("{other:?}"),
        });
        Node {
            tag: String::from_utf8(tag.to_vec()).unwrap(),
            kids: kids.collect(),
            dictionary,
        }
    }

    /// The text of the document, its footnotes at the end.
    pub(super) fn whole(&self) -> String {
        let mut tree = self.tree();
        let notes = notes_of(&mut tree);
        let notes = notes.iter().map(|note| self.text(note));
        let notes: String = notes.collect();
        self.text(&tree) + &notes
    }

    /// The text below a node as a program that follows the tags reads it.
    pub(super) fn text(&self, node: &Node) -> String {
        if let Ok(actual) = node.dictionary.get(b"ActualText") {
            return lopdf::decode_text_string(actual).unwrap();
        }
        let inner = node.kids.iter().map(|kid| match kid {
            Kid::Node(node) => self.text(node),
            Kid::Mark(page, number) => self.marks[&(*page, *number)].clone(),
            Kid::Link(_) => String::new(),
        });
        let inner: String = inner.collect();
        match node.tag.as_str() {
            "Span" | "Link" | "Code" | "Reference" => inner,
            _ => format!("{inner}\n"),
        }
    }
}

fn show(operand: &Object, map: &HashMap<u16, String>, out: &mut String) {
    match operand {
        Object::Array(parts) => parts.iter().for_each(|part| show(part, map, out)),
        Object::String(bytes, _) => {
            for code in bytes.chunks(2) {
                let code = u16::from_be_bytes([code[0], code[1]]);
                out.push_str(map.get(&code).map_or("", String::as_str));
            }
        }
        _ => {}
    }
}

/// Takes the footnotes out of a tree.
fn notes_of(node: &mut Node) -> Vec<Node> {
    let mut out = Vec::new();
    for kid in std::mem::take(&mut node.kids) {
        match kid {
            Kid::Node(note) if note.tag == "Note" => out.push(note),
            Kid::Node(mut inner) => {
                out.extend(notes_of(&mut inner));
                node.kids.push(Kid::Node(inner));
            }
            kid => node.kids.push(kid),
        }
    }
    out
}

pub(super) fn visit<'n>(node: &'n Node, see: &mut dyn FnMut(&'n Node)) {
    see(node);
    for kid in &node.kids {
        if let Kid::Node(node) = kid {
            visit(node, see);
        }
    }
}

pub(super) fn all<'n>(node: &'n Node, tag: &str) -> Vec<&'n Node> {
    let mut out = Vec::new();
    visit(node, &mut |node| {
        if node.tag == tag {
            out.push(node);
        }
    });
    out
}

/// The types of a node's elements, one level down.
pub(super) fn types(node: &Node) -> Vec<&str> {
    let nodes = node.kids.iter().filter_map(|kid| match kid {
        Kid::Node(node) => Some(node.tag.as_str()),
        _ => None,
    });
    nodes.collect()
}
