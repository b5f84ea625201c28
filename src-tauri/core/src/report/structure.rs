//! What the marks on the pages are: headings, paragraphs, lists, tables and figures as a tree in
//! reading order, for screen readers and for reuse. Knows neither pages nor PDF.

/// The place of an element in its [`Structure`]. On an item, [`ElementId::NONE`] says that it is
/// furniture of the page, no content; as a parent, that the element stands on the highest level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ElementId(pub u32);

impl ElementId {
    /// No element.
    pub const NONE: ElementId = ElementId(0);
}

/// The kinds of elements, named as in ISO 32000-1, 14.8.4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// All of the print, or one of several put together.
    #[default]
    Document,
    /// A heading of this level, as its author counts; 1 is the highest.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List(Marks),
    /// An item of a list: a label and a body.
    ListItem,
    /// The bullet, number or name of an item, a note, or a fact.
    Label,
    /// What a label stands for.
    ListBody,
    /// A table.
    Table,
    /// The header rows of a table.
    TableHead,
    /// The other rows of a table.
    TableBody,
    /// A row.
    Row,
    /// A cell that names its column, or (`row`) its row.
    HeaderCell {
        /// It names the cells beside it, not those below.
        row: bool,
    },
    /// A cell.
    Cell,
    /// A picture or drawing.
    Figure,
    /// The words below a picture.
    Caption,
    /// A footnote.
    Note,
    /// The number that leads to a footnote, or a citation.
    Reference,
    /// Words that lead somewhere.
    Link,
    /// Quoted blocks.
    Quote,
    /// Preformatted text.
    Code,
    /// A table of contents.
    Contents,
    /// An entry of a table of contents.
    ContentsEntry,
    /// The number of the page to which it leads. No words of the document.
    PageNumber,
    /// Words with a property of their own.
    Span,
}

/// What the items of a list begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Bullets or boxes.
    Bullets,
    /// 1, 2, 3.
    Numbers,
    /// The names of what follows.
    Words,
}

/// One element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// What it is.
    pub tag: Tag,
    /// The element it stands in.
    pub parent: ElementId,
    /// What is seen, in words, for those who do not see it; only for figures.
    pub alt: String,
    /// How many rows a cell covers, at least 1.
    pub rows: u16,
}

/// The tree, in the order in which its elements were opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// The elements; the first stands for the whole.
    pub elements: Vec<Element>,
    open: ElementId,
}

impl Default for Structure {
    fn default() -> Self {
        Structure {
            elements: vec![Element::default()],
            open: ElementId::NONE,
        }
    }
}

impl Structure {
    /// The element that content set now belongs to.
    pub(crate) fn current(&self) -> ElementId {
        self.open
    }

    /// Adds an element to the open one without opening it.
    pub(crate) fn add(&mut self, tag: Tag) -> ElementId {
        let id = ElementId(self.elements.len() as u32);
        self.elements.push(Element {
            tag,
            parent: self.open,
            alt: String::new(),
            rows: 1,
        });
        id
    }

    /// Adds an element and opens it.
    pub(crate) fn open(&mut self, tag: Tag) -> ElementId {
        self.open = self.add(tag);
        self.open
    }

    /// Closes the open element.
    pub(crate) fn close(&mut self) {
        self.open = self.get(self.open).map_or(ElementId::NONE, |e| e.parent);
    }

    /// Goes on inside another element; gives the one that was open.
    pub(crate) fn reopen(&mut self, id: ElementId) -> ElementId {
        std::mem::replace(&mut self.open, id)
    }

    /// An element.
    pub(crate) fn get(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(id.0 as usize)
    }

    /// Takes in the whole of `part` as an element of its own, and says where its elements went.
    pub(crate) fn take_in(&mut self, part: Structure) -> Moved {
        let first = self.elements.len() as u32;
        let moved = Moved(first);
        self.elements.extend(
            part.elements
                .into_iter()
                .enumerate()
                .map(|(place, element)| {
                    let parent = match place {
                        0 => ElementId::NONE,
                        _ => ElementId(first + element.parent.0),
                    };
                    Element { parent, ..element }
                }),
        );
        moved
    }

    /// An element, to complete it.
    pub(crate) fn get_mut(&mut self, id: ElementId) -> Option<&mut Element> {
        self.elements.get_mut(id.0 as usize)
    }
}

/// Where the elements of a structure went inside another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moved(u32);

impl Moved {
    /// The element's place now; furniture stays furniture.
    pub(crate) fn place(self, id: ElementId) -> ElementId {
        match id {
            ElementId::NONE => id,
            ElementId(place) => ElementId(self.0 + place),
        }
    }
}
