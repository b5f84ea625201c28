//! One page's operators, and what each marked stretch of them belongs to. Pages are written
//! without regard to each other, so that several can be written at once.

use super::super::display::{Glyph, Item, Page, Pages, Rect, Run, SOFT_HYPHEN, Target};
use super::super::structure::ElementId;
use super::cells::{self, Piece};
use super::digits::{code, hex, number, whole};
use super::glyphs::{Fonts, Used, clusters, resource, text_of};
use super::operators::Operators;
use super::{placed, tags};

/// A page in operators.
#[derive(Default)]
pub(super) struct Content {
    pub operators: Vec<u8>,
    /// What the tree of tags needs to know, in reading order.
    pub events: Vec<Event>,
    /// Words with a language or replacement text of their own.
    pub spans: Vec<Span>,
    /// Links with their words, each for an [`Event::Link`].
    pub links: Vec<Linked>,
    /// The areas of figures: left, bottom, right, top.
    pub figures: Vec<(ElementId, [f32; 4])>,
}

/// Something on the page that belongs to an element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Event {
    /// A stretch of content; they are numbered from 0 on each page.
    Mark(Owner),
    /// The next link.
    Link(ElementId),
}

/// What content belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Element(ElementId),
    /// One of the page's spans.
    Span(usize),
}

/// Words in another script, or the hyphen of a broken word, which is none of its letters.
pub(super) struct Span {
    pub parent: ElementId,
    /// A language tag.
    pub lang: Option<&'static str>,
    /// The characters in reading order.
    pub text: String,
}

/// A link on the page: its place among the items.
pub(super) struct Linked {
    pub item: usize,
    pub words: String,
}

/// What the operators being written belong to.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Within {
    Furniture,
    Content(Owner),
    /// Inside a figure, whose operators belong together.
    Figure,
}

/// Writes `page`.
pub(super) fn write(pages: &Pages, page: &Page, fonts: &Fonts) -> Content {
    let mut writer = Writer {
        pages,
        fonts,
        ops: Operators::new(page.size.1),
        out: Content::default(),
        within: None,
        outer: false,
        marks: 0,
    };
    writer.items(&page.items);
    writer.leave();
    Content {
        operators: writer.ops.out,
        ..writer.out
    }
}

struct Writer<'a> {
    pages: &'a Pages,
    fonts: &'a Fonts,
    ops: Operators,
    out: Content,
    within: Option<Within>,
    /// The marked stretch began outside of a text object, so it has to end there too.
    outer: bool,
    marks: i32,
}

impl Writer<'_> {
    /// Writes items up to each picture together: first the grounds and lines, which are
    /// furniture, then the words.
    fn items(&mut self, items: &[Item]) {
        let whole = |item: &Item| matches!(item, Item::Image(..) | Item::Drawing(..));
        let mut start = 0;
        while start < items.len() {
            let found = items[start..].iter().position(whole);
            let end = found.map_or(items.len(), |at| start + at);
            self.shapes(&items[start..end]);
            self.words(items, start..end);
            if let Some(item) = items.get(end) {
                self.figure(item);
            }
            start = end + 1;
        }
    }

    fn shapes(&mut self, items: &[Item]) {
        for item in items {
            if matches!(item, Item::Fill(..) | Item::Frame(..) | Item::Path(_)) {
                self.outside(Within::Furniture);
                self.shape(item);
            }
        }
    }

    fn shape(&mut self, item: &Item) {
        match item {
            Item::Fill(rect, color) => {
                self.ops.fill(*color);
                self.ops.rectangle(rect, "f\n");
            }
            Item::Frame(rect, color, width) => {
                self.ops.stroke(*color, *width);
                self.ops.rectangle(rect, "S\n");
            }
            Item::Path(path) => self.ops.path(path),
            Item::Run(_) | Item::Image(..) | Item::Link(..) | Item::Drawing(..) => {}
        }
    }

    fn words(&mut self, items: &[Item], range: std::ops::Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            match &items[at] {
                Item::Run(run) if run.rtl => {
                    let same = |item: &&Item| matches!(item, Item::Run(r) if r.rtl && r.y == run.y && r.element == run.element);
                    let count = items[at..range.end].iter().take_while(same).count();
                    let runs: Vec<&Run> = items[at..at + count].iter().filter_map(run_of).collect();
                    at += count;
                    let next = items[at..range.end].iter().find_map(run_of);
                    let goes_on = |next: &Run| !next.rtl && next.y == run.y && next.x > run.x;
                    self.piece(&runs, next.is_some_and(goes_on));
                    continue;
                }
                Item::Run(run) => self.run(run),
                Item::Link(_, target, element)
                    if *element != ElementId::NONE && leads_somewhere(self.pages, target) =>
                {
                    let words = items[range.start..at].iter().filter_map(run_of);
                    let words = words.filter(|run| run.element == *element);
                    self.out.events.push(Event::Link(*element));
                    self.out.links.push(Linked {
                        item: at,
                        words: words.map(|run| run.text.as_str()).collect(),
                    });
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn figure(&mut self, item: &Item) {
        let (rect, element) = match item {
            Item::Image(rect, _, element) | Item::Drawing(rect, _, element) => (rect, *element),
            _ => return,
        };
        self.leave();
        self.outside(owned(element));
        if element != ElementId::NONE {
            let low = self.ops.up(rect.y + rect.h);
            let area = [rect.x, low, rect.x + rect.w, low + rect.h];
            self.out.figures.push((element, area));
        }
        match item {
            Item::Image(rect, index, _) => self.image(rect, *index),
            Item::Drawing(_, items, _) => {
                let outside = self.within.replace(Within::Figure);
                for item in items {
                    match item {
                        Item::Run(run) if run.rtl => self.piece(&[run], false),
                        Item::Run(run) => self.run(run),
                        Item::Image(rect, index, _) => self.image(rect, *index),
                        _ => {
                            self.ops.end_text();
                            self.shape(item);
                        }
                    }
                }
                self.ops.end_text();
                self.within = outside;
            }
            _ => {}
        }
        self.leave();
    }

    fn run(&mut self, run: &Run) {
        let Some(used) = self.fonts.get(run.font) else {
            return;
        };
        let owner = match (run.element, language(&run.text)) {
            (ElementId::NONE, _) => None,
            (_, None) => Some(Owner::Element(run.element)),
            (_, lang @ Some(_)) if self.within != Some(Within::Figure) => {
                Some(self.span(run.element, lang, run.text.clone()))
            }
            _ => None,
        };
        let within = owner.map_or(Within::Furniture, Within::Content);
        let mut plain = 0..0;
        for cluster in clusters(&run.glyphs) {
            let end = plain.end + cluster.len();
            let text = text_of(run, cluster);
            if !used.explains(cluster, text) {
                self.glyphs(run, used, &run.glyphs[plain.clone()], within);
                self.replaced(run, used, cluster, text, within);
                plain.start = end;
            }
            plain.end = end;
        }
        let hyphen = match owner {
            Some(Owner::Element(_)) if run.text.ends_with(SOFT_HYPHEN) => plain.end - 1,
            _ => plain.end,
        };
        self.glyphs(
            run,
            used,
            &run.glyphs[plain.start..hyphen.max(plain.start)],
            within,
        );
        if (plain.start..plain.end).contains(&hyphen) {
            let owner = self.span(run.element, None, SOFT_HYPHEN.to_string());
            self.glyphs(run, used, &run.glyphs[hyphen..], Within::Content(owner));
        }
    }

    fn span(&mut self, parent: ElementId, lang: Option<&'static str>, text: String) -> Owner {
        self.out.spans.push(Span { parent, lang, text });
        Owner::Span(self.out.spans.len() - 1)
    }

    /// Glyphs that alone would not give their characters back: with these beside them.
    fn replaced(&mut self, run: &Run, used: &Used, glyphs: &[Glyph], text: &str, within: Within) {
        let nested = within == Within::Furniture || self.within == Some(Within::Figure);
        if nested {
            self.inside(within);
            self.ops.put("/Span<<");
        } else {
            self.leave_mark();
            self.ops.begin_text();
            self.mark(within, "Span");
        }
        self.ops.put("/ActualText<FEFF");
        for unit in text.encode_utf16() {
            hex(&mut self.ops.out, unit);
        }
        self.ops.put(">>>BDC\n");
        self.show(run, used, glyphs);
        if nested {
            self.ops.put("EMC\n");
        } else {
            self.leave_mark();
        }
    }

    fn glyphs(&mut self, run: &Run, used: &Used, glyphs: &[Glyph], within: Within) {
        if !glyphs.is_empty() {
            self.inside(within);
            self.show(run, used, glyphs);
        }
    }

    /// Shows glyphs, each at its place: one operator for each stretch on one height, with the
    /// difference to the font's own widths after each glyph.
    fn show(&mut self, run: &Run, used: &Used, glyphs: &[Glyph]) {
        self.ops.fill(run.color);
        self.ops.font(run.font, run.size, || resource(run.font));
        let thousandth = run.size / 1000.0;
        for stretch in glyphs.chunk_by(|a, b| a.y == b.y) {
            let first = &stretch[0];
            let y = self.ops.up(run.y) + first.y;
            self.ops.move_to(run.x + first.x, y);
            let out = &mut self.ops.out;
            out.extend_from_slice(b"[(");
            let mut pen = first.x;
            for (i, glyph) in stretch.iter().enumerate() {
                code(out, used.code(glyph.id));
                pen += used.width(glyph.id) * thousandth;
                let Some(next) = stretch.get(i + 1) else {
                    break;
                };
                let kern = ((pen - next.x) / thousandth).round();
                if kern != 0.0 {
                    out.push(b')');
                    whole(out, kern as i32);
                    out.push(b'(');
                    pen -= kern * thousandth;
                }
            }
            out.extend_from_slice(b")]TJ\n");
        }
    }

    /// Right-to-left text: shapes to see, cells to read. `goes_on`: the line goes on from left to
    /// right behind it.
    fn piece(&mut self, runs: &[&Run], goes_on: bool) {
        let Some(first) = runs.first() else {
            return;
        };
        let piece = Piece::of(runs);
        if self.within != Some(Within::Figure) {
            let within = match first.element {
                ElementId::NONE => Within::Furniture,
                element => {
                    let lang = language(&piece.text).unwrap_or("ar");
                    Within::Content(self.span(element, Some(lang), piece.text.clone()))
                }
            };
            self.leave();
            self.outside(within);
        }
        self.ops.end_text();
        for run in runs {
            self.ops.fill(run.color);
            let zero = self.ops.up(0.0);
            cells::outline(run, zero, &mut self.ops.out);
            self.ops.put("f\n");
        }
        let cells = piece.cells(goes_on);
        let scale = 100.0 * piece.width / (piece.size * cells.len().max(1) as f32);
        self.ops.begin_text();
        self.ops.other_font(cells::RESOURCE, piece.size);
        self.ops.put("3 Tr ");
        number(&mut self.ops.out, scale.max(0.1));
        self.ops.put("Tz ");
        let y = self.ops.up(piece.y);
        self.ops.move_to(piece.x, y);
        self.ops.put("<");
        for character in cells {
            hex(&mut self.ops.out, self.fonts.cells.code(character));
        }
        self.ops.put(">Tj 0 Tr 100 Tz\n");
        if self.within != Some(Within::Figure) {
            self.leave();
        }
    }

    fn image(&mut self, rect: &Rect, index: usize) {
        let Some(picture) = self.pages.pictures.get(index) else {
            return;
        };
        let place = Rect {
            y: self.ops.up(rect.y + rect.h),
            ..*rect
        };
        self.ops.end_text();
        self.ops.put("q ");
        for value in placed(&place, picture.orientation) {
            number(&mut self.ops.out, value);
        }
        self.ops.put("cm /");
        self.ops.put(&super::picture_id(index).0);
        self.ops.put(" Do Q\n");
    }

    /// Words that belong to `within` follow.
    fn inside(&mut self, within: Within) {
        if self.within == Some(Within::Figure) {
            self.ops.begin_text();
        } else if !self.ops.in_text() || self.within != Some(within) {
            self.leave_mark();
            self.ops.begin_text();
            self.enter(within);
        }
    }

    /// Shapes that belong to `within` follow.
    fn outside(&mut self, within: Within) {
        if self.within == Some(Within::Figure) {
            self.ops.end_text();
        } else if self.ops.in_text() || self.within != Some(within) {
            self.leave();
            self.enter(within);
        }
    }

    fn enter(&mut self, within: Within) {
        if within == Within::Furniture {
            self.ops.put("/Artifact BMC\n");
            self.within = Some(within);
            self.outer = !self.ops.in_text();
        } else {
            let tag = match within {
                Within::Content(Owner::Element(element)) => {
                    tags::name(&self.pages.structure, element)
                }
                _ => "Span",
            };
            self.mark(within, tag);
            self.ops.put(">>BDC\n");
        }
    }

    /// Begins a marked stretch, up to its properties. Readers take a replacement text only from
    /// a Span.
    fn mark(&mut self, within: Within, tag: &str) {
        let Within::Content(owner) = within else {
            return;
        };
        self.out.events.push(Event::Mark(owner));
        self.ops.put("/");
        self.ops.put(tag);
        self.ops.put("<</MCID ");
        whole(&mut self.ops.out, self.marks);
        self.marks += 1;
        self.within = Some(within);
        self.outer = !self.ops.in_text();
    }

    fn leave_mark(&mut self) {
        if self.within.take().is_some() {
            self.ops.put("EMC\n");
        }
    }

    /// Ends the marked stretch and the text object, the inner one first.
    fn leave(&mut self) {
        if self.outer {
            self.ops.end_text();
        }
        self.leave_mark();
        self.ops.end_text();
    }
}

/// Whether a link's place is in the print.
fn leads_somewhere(pages: &Pages, target: &Target) -> bool {
    match target {
        Target::Address(_) => true,
        Target::Anchor(name) => pages.anchors.contains_key(name),
    }
}

fn run_of(item: &Item) -> Option<&Run> {
    match item {
        Item::Run(run) => Some(run),
        _ => None,
    }
}

fn owned(element: ElementId) -> Within {
    match element {
        ElementId::NONE => Within::Furniture,
        element => Within::Content(Owner::Element(element)),
    }
}

/// The language of a script that belongs to one here; Latin letters say nothing.
fn language(text: &str) -> Option<&'static str> {
    text.chars().find_map(|c| match c {
        '\u{a980}'..='\u{a9df}' => Some("jv"),
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}' => Some("ar"),
        '\u{590}'..='\u{5ff}' => Some("he"),
        _ => None,
    })
}
