//! The display list as a PDF file. `content` writes the operators of the pages, printpdf the fonts
//! and the links, and `finish` adds what it lacks. Decides nothing about where things stand.

mod cells;
mod content;
mod digits;
mod finish;
mod glyphs;
mod metadata;
mod operators;
mod save;
mod tags;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use printpdf::{
    Actions, BorderArray, Destination, DictItem, ExternalStream, ExternalXObject, LinkAnnotation,
    Mm, Op, PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect as PdfRect, XObject, XObjectId,
};

use super::ReportError;
use super::display::{Item, Page, Pages, Place, Rect, Target};
use super::model::Document;
use super::picture::{Data, Picture};
use content::Content;
use glyphs::Fonts;

/// Writes the file; equal input gives equal bytes.
pub(crate) fn write(
    pages: &Pages,
    document: &Document,
    created: DateTime<FixedOffset>,
) -> Result<Vec<u8>, ReportError> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    write_with(pages, document, created, threads)
}

/// Writes the file on so many threads.
pub(crate) fn write_with(
    pages: &Pages,
    document: &Document,
    created: DateTime<FixedOffset>,
    threads: usize,
) -> Result<Vec<u8>, ReportError> {
    let fonts = Fonts::of(pages);
    let contents = at_once(threads, &pages.pages, |page| {
        content::write(pages, page, &fonts)
    });
    let mut pdf = PdfDocument::new("");
    for (page, content) in pages.pages.iter().zip(&contents) {
        pdf.pages.push(sheet(pages, page, content));
    }
    for (i, picture) in pages.pictures.iter().enumerate() {
        pdf.resources
            .xobjects
            .map
            .insert(picture_id(i), x_object(picture));
    }
    let (unicode, roll) = fonts.embed(&mut pdf)?;
    pdf.pages.push(PdfPage::new(Mm(1.0), Mm(1.0), roll));
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let file = pdf.to_lopdf_document(&options, &mut Vec::new());
    drop(pdf);
    finish::finish(file, pages, document, created, &unicode, contents, threads)
}

/// Does the same to all items, on so many threads at once; the results are in their order.
fn at_once<T: Sync, R: Send>(threads: usize, items: &[T], act: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let share = items.len().div_ceil(threads.max(1)).max(8);
    if items.len() <= share {
        return items.iter().map(act).collect();
    }
    let act = &act;
    std::thread::scope(|scope| {
        let work = |part| scope.spawn(move || Vec::from_iter(<[T]>::iter(part).map(act)));
        let workers: Vec<_> = items.chunks(share).map(work).collect();
        let mut out = Vec::with_capacity(items.len());
        for worker in workers {
            match worker.join() {
                Ok(part) => out.extend(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        out
    })
}

/// A page for printpdf: its size and its links. Its operators come in when the file is finished.
fn sheet(pages: &Pages, page: &Page, content: &Content) -> PdfPage {
    let (width, height) = page.size;
    let mut ops = Vec::new();
    for link in &content.links {
        if let Some(Item::Link(rect, target, _)) = page.items.get(link.item) {
            let rect = PdfRect::from_xywh(
                Pt(tidy(rect.x)),
                Pt(tidy(height - rect.y - rect.h)),
                Pt(tidy(rect.w)),
                Pt(tidy(rect.h)),
            );
            let action = action(pages, target);
            let border = Some(BorderArray::Solid([0.0; 3]));
            let link = LinkAnnotation::new(rect, action, border, None, None);
            ops.push(Op::LinkAnnotation { link });
        }
    }
    let whole = PdfRect::from_wh(Pt(width), Pt(height));
    PdfPage {
        media_box: whole.clone(),
        trim_box: whole.clone(),
        crop_box: whole,
        ops,
    }
}

fn action(pages: &Pages, target: &Target) -> Actions {
    let name = match target {
        Target::Address(address) => return Actions::Uri(address.clone()),
        Target::Anchor(name) => name,
    };
    let place = pages.anchors.get(name).copied().unwrap_or_default();
    Actions::Goto(Destination::Xyz {
        page: place.page + 1,
        left: None,
        top: Some(above(pages, place)),
        zoom: None,
    })
}

/// What a reader puts at the upper edge of its window to show a place: a little above it, from
/// the lower edge of the page.
fn above(pages: &Pages, place: Place) -> f32 {
    let page = pages.pages.get(place.page);
    tidy(page.map_or(0.0, |page| page.size.1) - place.y + 6.0)
}

/// A hundredth of a point is finer than any printer.
fn tidy(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// The matrix that puts the unit square, in which a PDF draws a picture, upright on `to`
/// (measured from the lower left), for each EXIF orientation.
fn placed(to: &Rect, orientation: u8) -> [f32; 6] {
    let Rect { x, y, w, h } = *to;
    match orientation {
        2 => [-w, 0.0, 0.0, h, x + w, y],
        3 => [-w, 0.0, 0.0, -h, x + w, y + h],
        4 => [w, 0.0, 0.0, -h, x, y + h],
        5 => [0.0, -h, -w, 0.0, x + w, y + h],
        6 => [0.0, -h, w, 0.0, x, y + h],
        7 => [0.0, h, w, 0.0, x, y],
        8 => [0.0, h, -w, 0.0, x + w, y],
        _ => [w, 0.0, 0.0, h, x, y],
    }
}

fn picture_id(index: usize) -> XObjectId {
    XObjectId(format!("P{index}"))
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}

fn samples(size: (u32, u32), space: &str) -> BTreeMap<String, DictItem> {
    BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(size.0))),
        ("Height".to_owned(), DictItem::Int(i64::from(size.1))),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
        ("ColorSpace".to_owned(), name(space)),
    ])
}

fn x_object(picture: &Picture) -> XObject {
    let stream = match &picture.data {
        Data::Jpeg {
            bytes,
            channels,
            inverted,
        } => {
            let space = match channels {
                1 => "DeviceGray",
                4 => "DeviceCMYK",
                _ => "DeviceRGB",
            };
            let mut dict = samples(picture.size, space);
            dict.insert("Filter".to_owned(), name("DCTDecode"));
            if *inverted {
                let decode = [1, 0, 1, 0, 1, 0, 1, 0].map(DictItem::Int);
                dict.insert("Decode".to_owned(), DictItem::Array(decode.to_vec()));
            }
            ExternalStream {
                dict,
                content: bytes.clone(),
                compress: false,
            }
        }
        Data::Rgb { pixels, alpha } => {
            let mut dict = samples(picture.size, "DeviceRGB");
            if let Some(alpha) = alpha {
                let mask = samples(picture.size, "DeviceGray");
                let stream = ExternalStream {
                    dict: mask,
                    content: alpha.clone(),
                    compress: true,
                };
                dict.insert("SMask".to_owned(), DictItem::Stream { stream });
            }
            ExternalStream {
                dict,
                content: pixels.clone(),
                compress: true,
            }
        }
    };
    XObject::External(ExternalXObject {
        stream,
        width: None,
        height: None,
        dpi: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::metadata::Orientation;
    use image::{DynamicImage, Rgb, RgbImage};

    #[test]
    fn a_turned_photo_stands_upright_as_viewers_show_it() {
        let stored = RgbImage::from_fn(3, 2, |x, y| Rgb([x as u8, y as u8, 0]));
        for orientation in 1..=8 {
            let mut shown = DynamicImage::ImageRgb8(stored.clone());
            shown.apply_orientation(Orientation::from_exif(orientation).unwrap());
            let (w, h) = (shown.width() as f32, shown.height() as f32);
            let [a, b, c, d, e, f] = placed(&Rect::new(0.0, 0.0, w, h), orientation);
            for (x, y, pixel) in stored.enumerate_pixels() {
                // The middle of the pixel in the unit square, whose y goes up.
                let (u, v) = ((x as f32 + 0.5) / 3.0, 1.0 - (y as f32 + 0.5) / 2.0);
                let (px, py) = (a * u + c * v + e, h - (b * u + d * v + f));
                let seen = shown.to_rgb8().get_pixel(px as u32, py as u32).0;
                assert_eq!(seen, pixel.0, "orientation {orientation}");
            }
        }
    }
}
