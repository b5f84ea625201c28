//! The fonts of a file: which glyphs each needs, what they mean, and the subsets themselves.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Codepoint, FontId as PdfFontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, Pt,
    TextItem,
};
use subsetter::GlyphRemapper;

use super::super::ReportError;
use super::super::display::{Glyph, Item, Pages, Run};
use super::super::fonts::{FONTS, FontId, Widths};
use super::cells::Cells;

/// For each font in the file, by its name there: the characters of each glyph of the subset.
pub(super) type Unicode = BTreeMap<String, BTreeMap<u16, String>>;

/// All that the pages need of the fonts. Known before the first page is written, so that pages
/// can be written in any order.
#[derive(Default)]
pub(super) struct Fonts {
    used: BTreeMap<FontId, Used>,
    /// The characters of right-to-left text.
    pub cells: Cells,
}

/// What is used of one font.
pub(super) struct Used {
    remapper: GlyphRemapper,
    widths: Widths,
    /// By the glyph's number in the bundled font: its number in the file, and what it means.
    glyphs: Vec<Option<(u16, String)>>,
}

impl Fonts {
    /// Looks at all pages.
    pub(super) fn of(pages: &Pages) -> Fonts {
        let mut fonts = Fonts::default();
        let mut characters = BTreeSet::new();
        for page in &pages.pages {
            fonts.look(&page.items, &mut characters);
        }
        fonts.cells = Cells::new(characters);
        fonts
    }

    fn look(&mut self, items: &[Item], characters: &mut BTreeSet<char>) {
        for item in items {
            match item {
                Item::Run(run) if run.rtl => characters.extend(run.text.chars()),
                Item::Run(run) => self.entry(run.font).learn(run),
                Item::Drawing(_, items, _) => self.look(items, characters),
                _ => {}
            }
        }
    }

    fn entry(&mut self, font: FontId) -> &mut Used {
        self.used.entry(font).or_insert_with(|| Used {
            remapper: GlyphRemapper::new(),
            widths: Widths::of(&FONTS[usize::from(font.0)]),
            glyphs: Vec::new(),
        })
    }

    /// What is used of a font.
    pub(super) fn get(&self, font: FontId) -> Option<&Used> {
        self.used.get(&font)
    }

    /// Embeds a subset of each used font. Also returns operators that show every glyph once:
    /// printpdf embeds the glyphs it has seen.
    pub(super) fn embed(&self, pdf: &mut PdfDocument) -> Result<(Unicode, Vec<Op>), ReportError> {
        let mut unicode = Unicode::new();
        let mut roll = vec![Op::StartTextSection];
        let mut add = |name: String, id: String, bytes: &[u8], glyphs: BTreeMap<u16, String>| {
            let mut font = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())?;
            font.font_name = Some(name.clone());
            let id = PdfFontId(id);
            pdf.resources
                .fonts
                .map
                .insert(id.clone(), PdfFont::new(font));
            let codes = glyphs
                .keys()
                .map(|code| Codepoint::new(*code, 0.0))
                .collect();
            roll.push(Op::SetFont {
                font: PdfFontHandle::External(id),
                size: Pt(1.0),
            });
            roll.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(codes)],
            });
            unicode.insert(name, glyphs);
            Some(())
        };
        for (id, used) in &self.used {
            let font = &FONTS[usize::from(id.0)];
            let failed = |source| ReportError::Font(font.name, source);
            let bytes = subsetter::subset(font.bytes, 0, &used.remapper)
                .map_err(|source| failed(Some(source)))?;
            let name = format!(
                "{}+{}",
                tag(font.name, used.remapper.remapped_gids()),
                font.name
            );
            let glyphs = used.glyphs.iter().flatten().cloned().collect();
            add(name, resource(*id), &bytes, glyphs).ok_or_else(|| failed(None))?;
        }
        if !self.cells.is_empty() {
            let name = super::cells::NAME;
            let named = format!("{}+{name}", tag(name, self.cells.codes()));
            let added = add(
                named,
                super::cells::RESOURCE.to_owned(),
                &self.cells.font(),
                self.cells.unicode(),
            );
            added.ok_or(ReportError::Font(name, None))?;
        }
        roll.push(Op::EndTextSection);
        Ok((unicode, roll))
    }
}

impl Used {
    fn learn(&mut self, run: &Run) {
        for glyphs in clusters(&run.glyphs) {
            let text = text_of(run, glyphs);
            if let [glyph] = glyphs {
                self.means(glyph.id, text);
            } else {
                let mut characters = text.chars();
                for glyph in glyphs {
                    let mut bytes = [0; 4];
                    let text = characters.next().map_or("", |c| c.encode_utf8(&mut bytes));
                    self.means(glyph.id, text);
                }
            }
        }
    }

    /// Enters a glyph. Its first meaning stays, unless an everyday character comes later: a
    /// hyphen may first be seen as a no-break hyphen, a space as a no-break space.
    fn means(&mut self, glyph: u16, text: &str) {
        // The box stands for many characters and is none of them.
        let text = if glyph == 0 { "\u{fffd}" } else { text };
        let index = usize::from(glyph);
        if self.glyphs.len() <= index {
            self.glyphs.resize(index + 1, None);
        }
        match &mut self.glyphs[index] {
            Some((_, known)) => {
                if known != text && text.len() == 1 && !known.is_ascii() {
                    text.clone_into(known);
                }
            }
            unseen => *unseen = Some((self.remapper.remap(glyph), text.to_owned())),
        }
    }

    fn meaning(&self, glyph: u16) -> &str {
        match self.glyphs.get(usize::from(glyph)) {
            Some(Some((_, text))) => text,
            _ => "",
        }
    }

    /// The glyph's number in the file.
    pub(super) fn code(&self, glyph: u16) -> u16 {
        match self.glyphs.get(usize::from(glyph)) {
            Some(Some((code, _))) => *code,
            _ => 0,
        }
    }

    /// The glyph's width, in thousandths of an em.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.widths.get(glyph)
    }

    /// Whether the glyphs alone give `text` back to a program that reads the file.
    pub(super) fn explains(&self, glyphs: &[Glyph], text: &str) -> bool {
        if let [glyph] = glyphs {
            let known = self.meaning(glyph.id);
            // A space that may not break is still a space.
            return !text.is_empty() && (known == text || (text == "\u{a0}" && known == " "));
        }
        let mut characters = text.chars();
        let each = glyphs.iter().all(|glyph| {
            let mut bytes = [0; 4];
            let character = characters.next().map(|c| &*c.encode_utf8(&mut bytes));
            character == Some(self.meaning(glyph.id))
        });
        each && characters.next().is_none()
    }
}

/// The glyphs, cut before each glyph that begins a cluster.
pub(super) fn clusters(glyphs: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    glyphs.chunk_by(|_, next| next.text.0 == next.text.1)
}

/// The characters of a cluster.
pub(super) fn text_of<'a>(run: &'a Run, cluster: &[Glyph]) -> &'a str {
    let text = cluster
        .first()
        .and_then(|g| run.text.get(g.text.0 as usize..g.text.1 as usize));
    match text {
        // Readers join words broken by a plain hyphen; many show a soft one.
        Some("\u{ad}") => "-",
        text => text.unwrap_or_default(),
    }
}

/// The font's name in content.
pub(super) fn resource(font: FontId) -> String {
    format!("T{}", font.0)
}

/// The six letters that mark a subset, from what is in it.
fn tag(name: &str, glyphs: impl Iterator<Item = u16>) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(name.as_bytes());
    for glyph in glyphs {
        hasher.update(&glyph.to_be_bytes());
    }
    let hash = hasher.finalize();
    hash.as_bytes()[..6]
        .iter()
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}
