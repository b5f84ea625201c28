//! One page's operators, and what each marked stretch of them belongs to. Pages are written
//! without regard to each other, so that several can be written at once.

use super::super::display::{Color, Glyph, Item, Page, Pages, Rect, Run};
use super::super::fonts::FontId;
use super::super::structure::ElementId;
use super::cells::{self, Piece};
use super::digits::{decimal, fixed, hex, hundredths, number, whole};
use super::glyphs::{Fonts, Used, clusters, resource, text_of};
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

/// Words in another script.
pub(super) struct Span {
    pub parent: ElementId,
    /// A language tag.
    pub lang: &'static str,
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
        height: super::size(pages, page).1,
        out: Content::default(),
        within: None,
        outer: false,
        marks: 0,
        text: None,
        font: None,
        fill: None,
        pen: None,
    };
    writer.items(&page.items);
    writer.leave();
    writer.out
}

struct Writer<'a> {
    pages: &'a Pages,
    fonts: &'a Fonts,
    height: f32,
    out: Content,
    within: Option<Within>,
    /// The marked stretch began outside of a text object, so it has to end there too.
    outer: bool,
    marks: i32,
    /// Inside a text object: the start of its line, in hundredths of a point.
    text: Option<(i32, i32)>,
    font: Option<(FontId, f32)>,
    fill: Option<Color>,
    pen: Option<(Color, f32)>,
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
            if matches!(item, Item::Fill(..) | Item::Frame(..)) {
                self.outside(Within::Furniture);
                self.shape(item);
            }
        }
    }

    fn shape(&mut self, item: &Item) {
        match item {
            Item::Fill(rect, color) => {
                self.fill(*color);
                self.rectangle(rect, "f\n");
            }
            Item::Frame(rect, color, width) => {
                self.pen(*color, *width);
                self.rectangle(rect, "S\n");
            }
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
                    self.piece(&runs);
                    at += count;
                    continue;
                }
                Item::Run(run) => self.run(run),
                Item::Link(_, _, element) if *element != ElementId::NONE => {
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
            let low = self.height - rect.y - rect.h;
            let area = [rect.x, low, rect.x + rect.w, low + rect.h];
            self.out.figures.push((element, area));
        }
        match item {
            Item::Image(rect, index, _) => self.image(rect, *index),
            Item::Drawing(_, items, _) => {
                let outside = self.within.replace(Within::Figure);
                for item in items {
                    match item {
                        Item::Run(run) if run.rtl => self.piece(&[run]),
                        Item::Run(run) => self.run(run),
                        Item::Image(rect, index, _) => self.image(rect, *index),
                        _ => {
                            self.end_text();
                            self.shape(item);
                        }
                    }
                }
                self.end_text();
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
            (_, Some(lang)) if self.within != Some(Within::Figure) => {
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
        self.glyphs(run, used, &run.glyphs[plain], within);
    }

    fn span(&mut self, parent: ElementId, lang: &'static str, text: String) -> Owner {
        self.out.spans.push(Span { parent, lang, text });
        Owner::Span(self.out.spans.len() - 1)
    }

    /// Glyphs that alone would not give their characters back: with these beside them.
    fn replaced(&mut self, run: &Run, used: &Used, glyphs: &[Glyph], text: &str, within: Within) {
        let nested = within == Within::Furniture || self.within == Some(Within::Figure);
        if nested {
            self.inside(within);
            self.put("/Span<<");
        } else {
            self.leave_mark();
            self.begin_text();
            self.mark(within);
        }
        self.put("/ActualText<FEFF");
        for unit in text.encode_utf16() {
            hex(&mut self.out.operators, unit);
        }
        self.put(">>>BDC\n");
        self.show(run, used, glyphs);
        if nested {
            self.put("EMC\n");
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
        self.fill(run.color);
        if self.font.replace((run.font, run.size)) != Some((run.font, run.size)) {
            self.font(&resource(run.font), run.size);
        }
        let thousandth = run.size / 1000.0;
        for stretch in glyphs.chunk_by(|a, b| a.y == b.y) {
            let first = &stretch[0];
            self.move_to(run.x + first.x, self.height - run.y + first.y);
            let out = &mut self.out.operators;
            out.extend_from_slice(b"[<");
            let mut pen = first.x;
            for (i, glyph) in stretch.iter().enumerate() {
                hex(out, used.code(glyph.id));
                pen += used.width(glyph.id) * thousandth;
                let Some(next) = stretch.get(i + 1) else {
                    break;
                };
                let kern = ((pen - next.x) / thousandth).round();
                if kern != 0.0 {
                    out.push(b'>');
                    whole(out, kern as i32);
                    out.push(b'<');
                    pen -= kern * thousandth;
                }
            }
            out.extend_from_slice(b">]TJ\n");
        }
    }

    /// Right-to-left text: shapes to see, cells to read.
    fn piece(&mut self, runs: &[&Run]) {
        let Some(first) = runs.first() else {
            return;
        };
        let piece = Piece::of(runs);
        if self.within != Some(Within::Figure) {
            let within = match first.element {
                ElementId::NONE => Within::Furniture,
                element => {
                    let lang = language(&piece.text).unwrap_or("ar");
                    Within::Content(self.span(element, lang, piece.text.clone()))
                }
            };
            self.leave();
            self.outside(within);
        }
        self.end_text();
        for run in runs {
            self.fill(run.color);
            cells::outline(run, self.height, &mut self.out.operators);
            self.put("f\n");
        }
        let cells = piece.cells();
        let scale = 100.0 * piece.width / (piece.size * cells.len().max(1) as f32);
        self.begin_text();
        self.font = None;
        self.font(cells::RESOURCE, piece.size);
        self.put("3 Tr ");
        number(&mut self.out.operators, scale.max(0.1));
        self.put("Tz ");
        self.move_to(piece.x, self.height - piece.y);
        self.put("<");
        for character in cells {
            hex(&mut self.out.operators, self.fonts.cells.code(character));
        }
        self.put(">Tj 0 Tr 100 Tz\n");
        if self.within != Some(Within::Figure) {
            self.leave();
        }
    }

    fn image(&mut self, rect: &Rect, index: usize) {
        let Some(picture) = self.pages.pictures.get(index) else {
            return;
        };
        let place = Rect {
            y: self.height - rect.y - rect.h,
            ..*rect
        };
        self.end_text();
        self.put("q ");
        for value in placed(&place, picture.orientation) {
            number(&mut self.out.operators, value);
        }
        self.put("cm /");
        self.put(&super::picture_id(index).0);
        self.put(" Do Q\n");
    }

    fn put(&mut self, operators: &str) {
        self.out.operators.extend_from_slice(operators.as_bytes());
    }

    /// Words that belong to `within` follow.
    fn inside(&mut self, within: Within) {
        if self.within == Some(Within::Figure) {
            self.begin_text();
        } else if self.text.is_none() || self.within != Some(within) {
            self.leave_mark();
            self.begin_text();
            self.enter(within);
        }
    }

    /// Shapes that belong to `within` follow.
    fn outside(&mut self, within: Within) {
        if self.within == Some(Within::Figure) {
            self.end_text();
        } else if self.text.is_some() || self.within != Some(within) {
            self.leave();
            self.enter(within);
        }
    }

    fn enter(&mut self, within: Within) {
        if within == Within::Furniture {
            self.put("/Artifact BMC\n");
            self.within = Some(within);
            self.outer = self.text.is_none();
        } else {
            self.mark(within);
            self.put(">>BDC\n");
        }
    }

    /// Begins a marked stretch, up to its properties.
    fn mark(&mut self, within: Within) {
        let Within::Content(owner) = within else {
            return;
        };
        let tag = match owner {
            Owner::Element(element) => tags::name(&self.pages.structure, element),
            Owner::Span(_) => "Span",
        };
        self.out.events.push(Event::Mark(owner));
        self.put("/");
        self.put(tag);
        self.put("<</MCID ");
        whole(&mut self.out.operators, self.marks);
        self.marks += 1;
        self.within = Some(within);
        self.outer = self.text.is_none();
    }

    fn leave_mark(&mut self) {
        if self.within.take().is_some() {
            self.put("EMC\n");
        }
    }

    /// Ends the marked stretch and the text object, the inner one first.
    fn leave(&mut self) {
        if self.outer {
            self.end_text();
        }
        self.leave_mark();
        self.end_text();
    }

    fn begin_text(&mut self) {
        if self.text.is_none() {
            self.put("BT\n");
            self.text = Some((0, 0));
        }
    }

    fn end_text(&mut self) {
        if self.text.take().is_some() {
            self.put("ET\n");
        }
    }

    fn move_to(&mut self, x: f32, y: f32) {
        let to = (hundredths(x), hundredths(y));
        let from = self.text.replace(to).unwrap_or_default();
        fixed(&mut self.out.operators, to.0 - from.0);
        fixed(&mut self.out.operators, to.1 - from.1);
        self.put("Td");
    }

    fn font(&mut self, name: &str, size: f32) {
        self.put("/");
        self.put(name);
        self.put(" ");
        number(&mut self.out.operators, size);
        self.put("Tf\n");
    }

    fn fill(&mut self, color: Color) {
        if self.fill.replace(color) != Some(color) {
            self.ink(color, "g\n", "rg\n");
        }
    }

    fn pen(&mut self, color: Color, width: f32) {
        let before = self.pen.replace((color, width));
        if before.map(|pen| pen.0) != Some(color) {
            self.ink(color, "G\n", "RG\n");
        }
        if before.map(|pen| pen.1) != Some(width) {
            number(&mut self.out.operators, width);
            self.put("w\n");
        }
    }

    fn ink(&mut self, Color(r, g, b): Color, grey: &str, rgb: &str) {
        let same = r == g && g == b;
        let parts = if same { &[r][..] } else { &[r, g, b][..] };
        for part in parts {
            let thousandths = (f32::from(*part) / 255.0 * 1000.0).round() as i32;
            decimal(&mut self.out.operators, thousandths, 3);
        }
        self.put(if same { grey } else { rgb });
    }

    fn rectangle(&mut self, rect: &Rect, paint: &str) {
        let y = self.height - rect.y - rect.h;
        for value in [rect.x, y, rect.w, rect.h] {
            number(&mut self.out.operators, value);
        }
        self.put("re ");
        self.put(paint);
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
