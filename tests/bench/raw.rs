//! The least that a PDF of the same pages can cost: their glyphs and rectangles as content
//! streams, deflated. No fonts, text maps, links, outline or tags; nobody could use the file.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use tilik_core::report::display::{Item, Page, Pages, Run};

/// Writes the pages.
pub(crate) fn write(pages: &Pages) -> std::io::Result<Vec<u8>> {
    let mut widths = BTreeMap::new();
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for page in &pages.pages {
        let content = deflated(&content(page, &mut widths))?;
        let number = places.len() + 3;
        places.push(out.len());
        writeln!(
            out,
            "{number} 0 obj<</Length {}/Filter/FlateDecode>>stream",
            content.len()
        )?;
        out.extend_from_slice(&content);
        out.extend_from_slice(b"\nendstream endobj\n");
        places.push(out.len());
        let (width, height) = page.size;
        writeln!(
            out,
            "{} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {number} 0 R>>endobj",
            number + 1
        )?;
    }
    let kids: Vec<String> = (0..pages.pages.len())
        .map(|i| format!("{} 0 R", 2 * i + 4))
        .collect();
    let tree = out.len();
    writeln!(
        out,
        "2 0 obj<</Type/Pages/Count {}/Kids[{}]>>endobj",
        kids.len(),
        kids.join(" ")
    )?;
    let root = out.len();
    writeln!(out, "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj")?;
    let start = out.len();
    writeln!(out, "xref\n0 {}\n0000000000 65535 f ", places.len() + 3)?;
    for place in [root, tree].iter().chain(&places) {
        writeln!(out, "{place:010} 00000 n ")?;
    }
    writeln!(
        out,
        "trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF",
        places.len() + 3
    )?;
    Ok(out)
}

fn deflated(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(content)?;
    encoder.finish()
}

fn content(page: &Page, widths: &mut BTreeMap<u8, Vec<u16>>) -> Vec<u8> {
    let mut out = Vec::new();
    for item in &page.items {
        match item {
            Item::Run(run) => {
                let font = widths
                    .entry(run.font.0)
                    .or_insert_with(|| advances(run.font.file()));
                show(run, page.size.1, font, &mut out);
            }
            Item::Fill(rect, _) | Item::Frame(rect, ..) => {
                let y = page.size.1 - rect.y - rect.h;
                let _ = writeln!(out, "{:.2} {y:.2} {:.2} {:.2} re f", rect.x, rect.w, rect.h);
            }
            _ => {}
        }
    }
    out
}

fn show(run: &Run, height: f32, widths: &[u16], out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let _ = write!(
        out,
        "BT /F{} {:.2} Tf {:.2} {:.2} Td [<",
        run.font.0,
        run.size,
        run.x,
        height - run.y
    );
    let thousandth = run.size / 1000.0;
    let mut pen = 0.0;
    for glyph in &run.glyphs {
        let kern = ((pen - glyph.x) / thousandth).round();
        if kern != 0.0 {
            let _ = write!(out, ">{kern}<");
            pen -= kern * thousandth;
        }
        let digit = |shift: u16| DIGITS[usize::from(glyph.id >> shift & 15)];
        out.extend_from_slice(&[digit(12), digit(8), digit(4), digit(0)]);
        let width = widths.get(usize::from(glyph.id)).or(widths.last());
        pen += f32::from(width.copied().unwrap_or(0)) * thousandth;
    }
    out.extend_from_slice(b">]TJ ET\n");
}

/// The advance widths of a font file.
fn advances(font: &[u8]) -> Vec<u16> {
    let short = |at: usize| u16::from_be_bytes([font[at], font[at + 1]]);
    let long = |at: usize| (usize::from(short(at)) << 16) + usize::from(short(at + 2));
    let table = |tag: &[u8]| {
        let records = (0..usize::from(short(4))).map(|i| 12 + 16 * i);
        let mut found = records.filter(|at| &font[*at..*at + 4] == tag);
        found.next().map_or(0, |at| long(at + 8))
    };
    let count = usize::from(short(table(b"hhea") + 34));
    let first = table(b"hmtx");
    (0..count).map(|i| short(first + 4 * i)).collect()
}
