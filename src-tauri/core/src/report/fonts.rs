//! The bundled fonts (Noto, under the Open Font License) and what the typesetter and the PDF
//! writer need to know of them. The laptop's own fonts are never used, so that a print looks the
//! same everywhere.

use std::borrow::Cow;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::style::{FontFamily, FontFamilyName};
use parley::{FontContext, FontData};

use super::model::Face;

/// A bundled font: its place in [`FONTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FontId(pub u8);

impl FontId {
    /// The bundled TrueType file, with glyphs numbered as in the display list.
    pub fn file(self) -> &'static [u8] {
        FONTS
            .get(usize::from(self.0))
            .map_or(&[], |font| font.bytes)
    }
}

/// A bundled font file.
pub(crate) struct Font {
    /// The PostScript name.
    pub name: &'static str,
    /// The TrueType file.
    pub bytes: &'static [u8],
}

macro_rules! fonts {
    ($($name:literal),+ $(,)?) => {
        &[$(Font {
            name: $name,
            bytes: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $name, ".ttf")),
        }),+]
    };
}

/// All bundled fonts; each has 1000 units to the em.
pub(crate) const FONTS: &[Font] = fonts![
    "NotoSerif-Regular",
    "NotoSerif-Bold",
    "NotoSerif-Italic",
    "NotoSerif-BoldItalic",
    "NotoSans-Regular",
    "NotoSans-Bold",
    "NotoSans-Italic",
    "NotoSans-BoldItalic",
    "NotoSansMono-Regular",
    "NotoSansMath-Regular",
    "NotoNaskhArabic-Regular",
    "NotoNaskhArabic-Bold",
    "NotoSansJavanese-Regular",
    "NotoSansJavanese-Bold",
    "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular",
];

/// A font collection that holds the bundled fonts and nothing else.
pub(crate) fn context() -> FontContext {
    let options = CollectionOptions {
        shared: false,
        system_fonts: false,
    };
    let mut collection = Collection::new(options);
    for font in FONTS {
        collection.register_fonts(Blob::new(Arc::new(font.bytes)), None);
    }
    FontContext {
        collection,
        source_cache: SourceCache::default(),
    }
}

/// The families for `face`, in order of fallback.
pub(crate) fn families(face: Face, mono: bool) -> FontFamily<'static> {
    const SERIF: &[FontFamilyName<'static>] = &list("Noto Serif");
    const SANS: &[FontFamilyName<'static>] = &list("Noto Sans");
    const MONO: &[FontFamilyName<'static>] = &list("Noto Sans Mono");
    FontFamily::List(Cow::Borrowed(match (mono, face) {
        (true, _) => MONO,
        (false, Face::Serif) => SERIF,
        (false, Face::Sans) => SANS,
    }))
}

const fn list(first: &'static str) -> [FontFamilyName<'static>; 8] {
    [
        FontFamilyName::named(first),
        FontFamilyName::named("Noto Sans"),
        FontFamilyName::named("Noto Sans Math"),
        FontFamilyName::named("Noto Naskh Arabic"),
        FontFamilyName::named("Noto Sans Javanese"),
        FontFamilyName::named("Noto Sans Symbols"),
        FontFamilyName::named("Noto Sans Symbols2"),
        FontFamilyName::named("Noto Sans Mono"),
    ]
}

/// Which bundled font the shaper chose.
pub(crate) fn id_of(data: &FontData) -> FontId {
    let chosen = data.data.as_ref().as_ptr();
    let index = FONTS
        .iter()
        .position(|font| std::ptr::eq(font.bytes.as_ptr(), chosen));
    // The collection holds the bundled fonts only, so the search always succeeds.
    FontId(index.unwrap_or(0) as u8)
}

/// The advance widths of a font, in thousandths of an em.
pub(crate) struct Widths(Vec<u16>);

impl Widths {
    /// Reads `hmtx`; a font without one (none is bundled) has no widths.
    pub(crate) fn of(font: &Font) -> Widths {
        Widths(advances(font.bytes).unwrap_or_default())
    }

    /// The width of a glyph; glyphs past the end of the table share the last width.
    pub(crate) fn get(&self, glyph: u16) -> f32 {
        let width = self.0.get(usize::from(glyph)).or(self.0.last());
        f32::from(width.copied().unwrap_or(0))
    }
}

fn advances(font: &[u8]) -> Option<Vec<u16>> {
    let count = usize::from(short(table(font, b"hhea")?, 34)?);
    let hmtx = table(font, b"hmtx")?;
    (0..count).map(|i| short(hmtx, i * 4)).collect()
}

fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let count = usize::from(short(font, 4)?);
    let record = (0..count)
        .filter_map(|i| font.get(12 + i * 16..28 + i * 16))
        .find(|record| record.starts_with(tag))?;
    let (offset, length) = (long(record, 8)?, long(record, 12)?);
    font.get(offset..offset.checked_add(length)?)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_font_has_widths_and_1000_units() {
        for font in FONTS {
            assert_eq!(
                short(table(font.bytes, b"head").unwrap(), 18),
                Some(1000),
                "{}",
                font.name
            );
            assert!(Widths::of(font).0.len() > 1, "{}", font.name);
        }
    }
}
