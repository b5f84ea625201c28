//! The tree of tags: every marked stretch of every page under its element, in reading order.
//! ISO 32000-1, 14.7 and 14.8; what PDF/UA-1 (ISO 14289-1) asks for beyond that is noted there.

use lopdf::{Dictionary, Document as File, Object, ObjectId, dictionary};

use super::super::display::Pages;
use super::super::structure::{Element, ElementId, Marks, Structure, Tag};
use super::content::{Content, Event, Owner};
use super::finish::text;

/// The name of an element's type.
pub(super) fn name(structure: &Structure, element: ElementId) -> &'static str {
    structure.get(element).map_or("Span", |e| type_of(e.tag, 1))
}

fn type_of(tag: Tag, depth: u8) -> &'static str {
    match tag {
        Tag::Document => "Document",
        Tag::Heading(_) => match depth {
            0 | 1 => "H1",
            2 => "H2",
            3 => "H3",
            4 => "H4",
            5 => "H5",
            _ => "H6",
        },
        Tag::Paragraph => "P",
        Tag::List(_) => "L",
        Tag::ListItem => "LI",
        Tag::Label => "Lbl",
        Tag::ListBody => "LBody",
        Tag::Table => "Table",
        Tag::TableHead => "THead",
        Tag::TableBody => "TBody",
        Tag::Row => "TR",
        Tag::HeaderCell { .. } => "TH",
        Tag::Cell => "TD",
        Tag::Figure => "Figure",
        Tag::Caption => "Caption",
        Tag::Note => "Note",
        Tag::Reference => "Reference",
        Tag::Link => "Link",
        Tag::Quote => "BlockQuote",
        Tag::Code => "Code",
        Tag::Contents => "TOC",
        Tag::ContentsEntry => "TOCI",
        Tag::PageNumber | Tag::Span => "Span",
    }
}

/// An element with all that belongs to it.
struct Node<'a> {
    element: &'a Element,
    parent: usize,
    /// For spans: the language, if it is another one, and the characters.
    spoken: Option<(Option<&'static str>, &'a str)>,
    kids: Vec<Kid>,
    /// It has its place among its parent's kids.
    attached: bool,
    id: ObjectId,
}

#[derive(Clone, Copy)]
enum Kid {
    Node(usize),
    Mark { page: usize, number: i64 },
    Link { page: usize, id: ObjectId },
}

/// Elements of words in another script.
static SPAN: Element = Element {
    tag: Tag::Span,
    parent: ElementId::NONE,
    alt: String::new(),
    rows: 1,
};

struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// For each page, and then for each link: the nodes of its marks.
    parents: Vec<Vec<usize>>,
    /// For each page, the first place of its links in `parents`.
    links: Vec<usize>,
}

/// Adds the tree for these pages, whose links have become objects of their own, and completes
/// pages and links with their places in it. Returns the root of the tree.
pub(super) fn add(
    file: &mut File,
    pages: &Pages,
    contents: &[Content],
    page_ids: &[ObjectId],
    links: &[Vec<ObjectId>],
) -> Result<ObjectId, lopdf::Error> {
    let mut tree = Tree::new(&pages.structure);
    for (page, (content, links)) in contents.iter().zip(links).enumerate() {
        tree.page(page, content, links);
    }
    tree.links(contents, links);
    tree.complete_tables();
    for node in tree.nodes.iter_mut().filter(|node| node.attached) {
        node.id = file.new_object_id();
    }
    for (page, id) in page_ids.iter().enumerate() {
        let dictionary = file.get_dictionary_mut(*id)?;
        dictionary.set("StructParents", page as i64);
        dictionary.set("Tabs", "S");
    }
    for (first, links) in tree.links.iter().zip(links) {
        for (at, id) in links.iter().enumerate() {
            let place = (first + at) as i64;
            file.get_dictionary_mut(*id)?.set("StructParent", place);
        }
    }
    let root = file.new_object_id();
    tree.write(file, contents, page_ids, root);
    Ok(root)
}

impl<'a> Tree<'a> {
    fn new(structure: &'a Structure) -> Self {
        let node = |element: &'a Element| Node {
            element,
            parent: element.parent.0 as usize,
            spoken: None,
            kids: Vec::new(),
            attached: false,
            id: (0, 0),
        };
        let mut nodes: Vec<Node<'a>> = structure.elements.iter().map(node).collect();
        if let Some(whole) = nodes.first_mut() {
            whole.attached = true;
        }
        Tree {
            nodes,
            parents: Vec::new(),
            links: Vec::new(),
        }
    }

    fn page(&mut self, page: usize, content: &'a Content, links: &[ObjectId]) {
        let first = self.nodes.len();
        for span in &content.spans {
            self.nodes.push(Node {
                element: &SPAN,
                parent: span.parent.0 as usize,
                spoken: Some((span.lang, &span.text)),
                kids: Vec::new(),
                attached: false,
                id: (0, 0),
            });
        }
        let mut links = links.iter();
        let mut marks = Vec::new();
        for event in &content.events {
            let (node, kid) = match event {
                Event::Mark(owner) => {
                    let node = match owner {
                        Owner::Element(element) => element.0 as usize,
                        Owner::Span(index) => first + index,
                    };
                    let number = marks.len() as i64;
                    marks.push(node);
                    (node, Kid::Mark { page, number })
                }
                Event::Link(element) => match links.next() {
                    Some(id) => (element.0 as usize, Kid::Link { page, id: *id }),
                    None => continue,
                },
            };
            self.attach(node);
            if let Some(node) = self.nodes.get_mut(node) {
                node.kids.push(kid);
            }
        }
        self.parents.push(marks);
    }

    /// Gives the links their places behind all pages.
    fn links(&mut self, contents: &[Content], links: &[Vec<ObjectId>]) {
        for (content, links) in contents.iter().zip(links) {
            self.links.push(self.parents.len());
            let of = |event: &Event| match event {
                Event::Link(element) => Some(vec![element.0 as usize]),
                Event::Mark(_) => None,
            };
            let nodes = content.events.iter().filter_map(of);
            self.parents.extend(nodes.take(links.len()));
        }
    }

    /// Gives a node, and those it stands in, their places. A place follows from the first
    /// content, so that elements without any are left out and the others stand in reading order.
    fn attach(&mut self, node: usize) {
        let mut line = Vec::new();
        let mut at = node;
        while let Some(found) = self.nodes.get_mut(at) {
            if std::mem::replace(&mut found.attached, true) {
                break;
            }
            line.push(at);
            at = found.parent;
        }
        while let Some(node) = line.pop() {
            let parent = self.nodes[node].parent;
            self.nodes[parent].kids.push(Kid::Node(node));
        }
    }

    /// Tables stay whole: their rows and cells have places even if nothing is in them.
    fn complete_tables(&mut self) {
        for node in 0..self.nodes.len() {
            let Node {
                element, parent, ..
            } = self.nodes[node];
            let whole = match element.tag {
                Tag::Row | Tag::Cell | Tag::HeaderCell { .. } => true,
                Tag::TableBody => self
                    .nodes
                    .get(node + 1)
                    .is_some_and(|next| next.parent == node),
                _ => false,
            };
            if whole && self.nodes[parent].attached {
                self.attach(node);
            }
        }
        for node in &mut self.nodes {
            if matches!(
                node.element.tag,
                Tag::Table | Tag::TableHead | Tag::TableBody | Tag::Row
            ) {
                node.kids.sort_by_key(|kid| match kid {
                    Kid::Node(node) => *node,
                    Kid::Mark { .. } | Kid::Link { .. } => 0,
                });
            }
        }
    }

    fn write(&self, file: &mut File, contents: &[Content], page_ids: &[ObjectId], root: ObjectId) {
        let mut figures = std::collections::BTreeMap::new();
        for content in contents {
            for (element, area) in &content.figures {
                figures.entry(element.0 as usize).or_insert(*area);
            }
        }
        // The levels of the headings a heading stands below.
        let mut above: Vec<u8> = Vec::new();
        let mut notes = Vec::new();
        for (index, node) in self.nodes.iter().enumerate() {
            if !node.attached {
                continue;
            }
            if let Tag::Heading(level) = node.element.tag {
                // No level is left out, whatever the author wrote: PDF/UA-1, 7.4.2.
                above.retain(|other| *other < level);
                above.push(level);
            }
            let mut item = self.dictionary(index, above.len() as u8, page_ids, root);
            if let Some(area) = figures.get(&index) {
                let area = area.map(|v| Object::Real(super::tidy(v)));
                item.set(
                    "A",
                    dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => area.to_vec() },
                );
            }
            if node.element.tag == Tag::Note {
                // PDF/UA-1, 7.9: notes have ids.
                let name = format!("n{index:08}");
                item.set("ID", Object::string_literal(name.as_str()));
                notes.push(Object::string_literal(name));
                notes.push(node.id.into());
            }
            file.set_object(node.id, item);
        }
        let numbers = self.parent_tree(file, contents.len());
        let mut item = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![Object::Reference(self.nodes[0].id)],
            "ParentTree" => dictionary! { "Nums" => numbers },
            "ParentTreeNextKey" => self.parents.len() as i64,
        };
        if !notes.is_empty() {
            item.set("IDTree", dictionary! { "Names" => notes });
        }
        file.set_object(root, item);
    }

    fn dictionary(
        &self,
        index: usize,
        depth: u8,
        page_ids: &[ObjectId],
        root: ObjectId,
    ) -> Dictionary {
        let node = &self.nodes[index];
        let parent = if index == 0 {
            root
        } else {
            self.nodes[node.parent].id
        };
        let tag = node.element.tag;
        let mut item = dictionary! {
            "S" => type_of(tag, depth),
            "P" => parent,
        };
        let page = node.kids.iter().find_map(|kid| match kid {
            Kid::Mark { page, .. } => Some(*page),
            _ => None,
        });
        if let Some(id) = page.and_then(|page| page_ids.get(page)) {
            item.set("Pg", *id);
        }
        let mut kids: Vec<Object> = Vec::with_capacity(node.kids.len());
        for kid in &node.kids {
            kids.push(self.kid(*kid, page, page_ids));
        }
        match kids.len() {
            0 => {}
            1 => item.set("K", kids.swap_remove(0)),
            _ => item.set("K", kids),
        }
        if let Some((lang, words)) = node.spoken {
            if let Some(lang) = lang {
                item.set("Lang", Object::string_literal(lang));
            }
            item.set("ActualText", text(words));
        }
        if tag == Tag::Figure {
            let alt = node.element.alt.as_str();
            item.set("Alt", text(if alt.is_empty() { "–" } else { alt }));
        }
        if let Some(attributes) = attributes(node.element) {
            item.set("A", attributes);
        }
        item
    }

    fn kid(&self, kid: Kid, home: Option<usize>, page_ids: &[ObjectId]) -> Object {
        let page = |page: usize| page_ids.get(page).map_or(Object::Null, |id| (*id).into());
        match kid {
            Kid::Node(node) => self.nodes[node].id.into(),
            Kid::Mark { page, number } if Some(page) == home => number.into(),
            Kid::Mark { page: at, number } => {
                dictionary! { "Type" => "MCR", "Pg" => page(at), "MCID" => number }.into()
            }
            Kid::Link { page: at, id } => {
                dictionary! { "Type" => "OBJR", "Pg" => page(at), "Obj" => id }.into()
            }
        }
    }

    /// From a page's marks, and from a link, back to the elements.
    fn parent_tree(&self, file: &mut File, pages: usize) -> Vec<Object> {
        let mut numbers = Vec::new();
        for (place, nodes) in self.parents.iter().enumerate() {
            let id = |node: &usize| Object::Reference(self.nodes[*node].id);
            let entry = match nodes.first() {
                Some(node) if place >= pages => id(node),
                _ => file
                    .add_object(nodes.iter().map(id).collect::<Vec<_>>())
                    .into(),
            };
            numbers.push((place as i64).into());
            numbers.push(entry);
        }
        numbers
    }
}

fn attributes(element: &Element) -> Option<Object> {
    let mut table = dictionary! { "O" => "Table" };
    if element.rows > 1 {
        table.set("RowSpan", i64::from(element.rows));
    }
    match element.tag {
        // PDF/UA-1, 7.5: header cells say what they head.
        Tag::HeaderCell { row } => table.set("Scope", if row { "Row" } else { "Column" }),
        Tag::Cell if element.rows > 1 => {}
        Tag::List(marks) => {
            let numbering = match marks {
                Marks::Bullets => "Disc",
                Marks::Numbers => "Decimal",
                Marks::Words => return None,
            };
            return Some(dictionary! { "O" => "List", "ListNumbering" => numbering }.into());
        }
        _ => return None,
    }
    Some(table.into())
}
