//! Text: which glyphs each font needs, what they mean, and the operators that show them.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, DictItem, FontId as PdfFontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    Pt, TextItem, TextMatrix,
};
use subsetter::GlyphRemapper;

use super::super::ReportError;
use super::super::display::{Glyph, Run};
use super::super::fonts::{FONTS, FontId, Widths};

/// For each font in the file, by its name there: the characters of each glyph of the subset.
pub(super) type Unicode = BTreeMap<String, BTreeMap<u16, String>>;

/// The fonts used so far.
#[derive(Default)]
pub(super) struct Fonts {
    used: BTreeMap<FontId, Used>,
    current: Option<(FontId, f32)>,
}

struct Used {
    remapper: GlyphRemapper,
    widths: Widths,
    unicode: BTreeMap<u16, String>,
}

/// A glyph of the subset at its place on the line.
struct Placed {
    id: u16,
    x: f32,
    y: f32,
    width: f32,
}

impl Fonts {
    /// A new text object starts without a font.
    pub(super) fn forget_current(&mut self) {
        self.current = None;
    }

    /// Adds the operators that show `run` on a page of this height.
    pub(super) fn show(&mut self, run: &Run, height: f32, ops: &mut Vec<Op>) {
        if self.current.replace((run.font, run.size)) != Some((run.font, run.size)) {
            let font = PdfFontHandle::External(resource(run.font));
            ops.push(Op::SetFont {
                font,
                size: Pt(run.size),
            });
        }
        let used = self.used.entry(run.font).or_insert_with(|| Used {
            remapper: GlyphRemapper::new(),
            widths: Widths::of(&FONTS[usize::from(run.font.0)]),
            unicode: BTreeMap::new(),
        });
        let mut pending = Vec::new();
        for cluster in clusters(&run.glyphs) {
            let text = cluster
                .first()
                .and_then(|g| run.text.get(g.text.0 as usize..g.text.1 as usize))
                .unwrap_or_default();
            // Readers join words broken by a plain hyphen; many show a soft one.
            let text = if text == "\u{ad}" { "-" } else { text };
            let placed: Vec<Placed> = cluster.iter().map(|glyph| used.place(glyph)).collect();
            if used.explains(&placed, text) {
                pending.extend(placed);
            } else {
                // The glyphs alone would not give these characters back: say them.
                flush(std::mem::take(&mut pending), run, height, ops);
                ops.push(actual_text(text));
                flush(placed, run, height, ops);
                ops.push(Op::EndMarkedContent);
            }
        }
        flush(pending, run, height, ops);
    }

    /// Embeds a subset of each used font.
    pub(super) fn embed(self, pdf: &mut PdfDocument) -> Result<Unicode, ReportError> {
        let mut out = Unicode::new();
        for (id, used) in self.used {
            let font = &FONTS[usize::from(id.0)];
            let failed = |source| ReportError::Font(font.name, source);
            let bytes = subsetter::subset(font.bytes, 0, &used.remapper)
                .map_err(|source| failed(Some(source)))?;
            let mut parsed =
                ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()).ok_or_else(|| failed(None))?;
            let name = format!("{}+{}", tag(font.name, &used.remapper), font.name);
            parsed.font_name = Some(name.clone());
            pdf.resources
                .fonts
                .map
                .insert(resource(id), PdfFont::new(parsed));
            out.insert(name, used.unicode);
        }
        Ok(out)
    }
}

impl Used {
    fn place(&mut self, glyph: &Glyph) -> Placed {
        let id = self.remapper.remap(glyph.id);
        Placed {
            id,
            x: glyph.x,
            y: glyph.y,
            width: self.widths.get(glyph.id),
        }
    }

    /// Whether the font's glyph-to-text table gives `text` for these glyphs; glyphs seen for the
    /// first time are entered. The first meaning of a glyph stays.
    fn explains(&mut self, glyphs: &[Placed], text: &str) -> bool {
        let count = text.chars().count();
        if glyphs.len() == 1 {
            let known = self
                .unicode
                .entry(glyphs[0].id)
                .or_insert_with(|| text.to_owned());
            return known == text && !text.is_empty();
        }
        let mut all = glyphs.len() == count;
        for (glyph, character) in glyphs.iter().zip(text.chars()) {
            let character = character.to_string();
            let known = self
                .unicode
                .entry(glyph.id)
                .or_insert_with(|| character.clone());
            all &= *known == character;
        }
        all
    }
}

/// The glyphs, cut before each glyph that begins a cluster.
fn clusters(glyphs: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    glyphs.chunk_by(|_, next| next.text.0 == next.text.1)
}

fn resource(font: FontId) -> PdfFontId {
    PdfFontId(format!("T{}", font.0))
}

/// Shows glyphs, each at its place: one operator for each stretch on one height, with the
/// difference to the font's own widths after each glyph.
fn flush(glyphs: Vec<Placed>, run: &Run, height: f32, ops: &mut Vec<Op>) {
    for stretch in glyphs.chunk_by(|a, b| a.y == b.y) {
        let first = &stretch[0];
        let (x, y) = (run.x + first.x, height - run.y + first.y);
        let matrix = TextMatrix::Translate(Pt(super::tidy(x)), Pt(super::tidy(y)));
        ops.push(Op::SetTextMatrix { matrix });
        let mut pen = first.x;
        let mut codes = Vec::with_capacity(stretch.len());
        for (i, glyph) in stretch.iter().enumerate() {
            pen += glyph.width / 1000.0 * run.size;
            let mut kern = 0.0;
            if let Some(next) = stretch.get(i + 1) {
                kern = ((pen - next.x) * 1000.0 / run.size).round();
                pen -= kern / 1000.0 * run.size;
            }
            codes.push(Codepoint::new(glyph.id, kern));
        }
        ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(codes)],
        });
    }
}

fn actual_text(text: &str) -> Op {
    let data = super::finish::utf16(text);
    let map = BTreeMap::from([(
        "ActualText".to_owned(),
        DictItem::String {
            data,
            literal: false,
        },
    )]);
    let properties = DictItem::Dict { map };
    Op::BeginMarkedContentWithProperties {
        tag: "Span".to_owned(),
        properties,
    }
}

/// The six letters that mark a subset, from what is in it.
fn tag(name: &str, remapper: &GlyphRemapper) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(name.as_bytes());
    for glyph in remapper.remapped_gids() {
        hasher.update(&glyph.to_be_bytes());
    }
    let hash = hasher.finalize();
    hash.as_bytes()[..6]
        .iter()
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}
