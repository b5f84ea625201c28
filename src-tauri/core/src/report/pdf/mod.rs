//! The display list as a PDF file. printpdf writes the operators and the fonts' dictionaries;
//! `finish` adds what it lacks. Decides nothing about where things stand.

mod finish;
mod glyphs;
mod path;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use printpdf::{
    Actions, BorderArray, Color as Ink, CurTransMat, Destination, DictItem, ExternalStream,
    ExternalXObject, Greyscale, LinkAnnotation, Op, PaintMode, PdfDocument, PdfPage,
    PdfSaveOptions, Pt, Rect as PdfRect, Rgb, XObject, XObjectId, XObjectTransform,
};

use super::ReportError;
use super::display::{Color, Item, Page, Pages, Place, Rect, Target};
use super::model::Document;
use super::picture::{Data, Picture};
use glyphs::Fonts;

/// Writes the file; equal input gives equal bytes.
pub(crate) fn write(
    pages: &Pages,
    document: &Document,
    created: DateTime<FixedOffset>,
) -> Result<Vec<u8>, ReportError> {
    let mut pdf = PdfDocument::new("");
    let mut fonts = Fonts::default();
    for page in &pages.pages {
        let ops = Writer::new(pages, page.size.1, &mut fonts).page(page);
        let whole = PdfRect::from_wh(Pt(page.size.0), Pt(page.size.1));
        pdf.pages.push(PdfPage {
            media_box: whole.clone(),
            trim_box: whole.clone(),
            crop_box: whole,
            ops,
        });
    }
    for (i, picture) in pages.pictures.iter().enumerate() {
        pdf.resources
            .xobjects
            .map
            .insert(picture_id(i), x_object(picture));
    }
    let unicode = fonts.embed(&mut pdf)?;
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let file = pdf.to_lopdf_document(&options, &mut Vec::new());
    finish::finish(file, pages, document, created, &unicode)
}

/// Writes one page.
struct Writer<'a> {
    pages: &'a Pages,
    /// The height of the page.
    height: f32,
    fonts: &'a mut Fonts,
    ops: Vec<Op>,
    in_text: bool,
    fill: Option<Color>,
}

impl<'a> Writer<'a> {
    fn new(pages: &'a Pages, height: f32, fonts: &'a mut Fonts) -> Self {
        Writer {
            pages,
            height,
            fonts,
            ops: Vec::new(),
            in_text: false,
            fill: None,
        }
    }

    fn page(mut self, page: &Page) -> Vec<Op> {
        self.items(&page.items);
        self.end_text();
        self.ops
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Run(run) => {
                    if !self.in_text {
                        self.ops.push(Op::StartTextSection);
                        self.in_text = true;
                        self.fonts.forget_current();
                    }
                    self.fill(run.color);
                    self.fonts.show(run, self.height, &mut self.ops);
                }
                Item::Fill(rect, color) => {
                    self.end_text();
                    self.fill(*color);
                    self.rectangle(rect, PaintMode::Fill);
                }
                Item::Frame(rect, color, width) => {
                    self.end_text();
                    self.ops.push(Op::SetOutlineColor { col: ink(*color) });
                    self.ops.push(Op::SetOutlineThickness { pt: Pt(*width) });
                    self.rectangle(rect, PaintMode::Stroke);
                }
                Item::Path(path) => {
                    self.end_text();
                    self.path(path);
                }
                Item::Image(rect, index, _) => {
                    self.end_text();
                    self.image(rect, *index);
                }
                Item::Link(rect, target, _) => self.link(rect, target),
                Item::Drawing(_, items, _) => self.items(items),
            }
        }
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.in_text) {
            self.ops.push(Op::EndTextSection);
        }
    }

    pub(super) fn fill(&mut self, color: Color) {
        if self.fill.replace(color) != Some(color) {
            self.ops.push(Op::SetFillColor { col: ink(color) });
        }
    }

    fn flipped(&self, rect: &Rect) -> PdfRect {
        let y = self.height - rect.y - rect.h;
        PdfRect::from_xywh(
            Pt(tidy(rect.x)),
            Pt(tidy(y)),
            Pt(tidy(rect.w)),
            Pt(tidy(rect.h)),
        )
    }

    fn rectangle(&mut self, rect: &Rect, mode: PaintMode) {
        let rectangle = PdfRect {
            mode: Some(mode),
            ..self.flipped(rect)
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn image(&mut self, rect: &Rect, index: usize) {
        let Some(picture) = self.pages.pictures.get(index) else {
            return;
        };
        let place = Rect {
            y: self.height - rect.y - rect.h,
            ..*rect
        };
        let matrix = CurTransMat::Raw(placed(&place, picture.orientation));
        let transform = XObjectTransform {
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        self.ops.push(Op::UseXobject {
            id: picture_id(index),
            transform,
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn link(&mut self, rect: &Rect, target: &Target) {
        let action = match target {
            Target::Address(address) => Actions::Uri(address.to_owned()),
            Target::Anchor(name) => match self.pages.anchors.get(name) {
                Some(place) => Actions::Goto(self.destination(place)),
                None => return,
            },
        };
        let link = LinkAnnotation::new(
            self.flipped(rect),
            action,
            Some(BorderArray::Solid([0.0; 3])),
            None,
            None,
        );
        self.ops.push(Op::LinkAnnotation { link });
    }
}

impl Writer<'_> {
    fn destination(&self, place: &Place) -> Destination {
        let height = self
            .pages
            .pages
            .get(place.page)
            .map_or(0.0, |page| page.size.1);
        Destination::Xyz {
            page: place.page + 1,
            left: None,
            top: Some(tidy(height - place.y + 6.0)),
            zoom: None,
        }
    }
}

/// A hundredth of a point is finer than any printer.
fn tidy(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

fn ink(Color(r, g, b): Color) -> Ink {
    let part = |c: u8| (f32::from(c) / 255.0 * 1000.0).round() / 1000.0;
    if r == g && g == b {
        Ink::Greyscale(Greyscale {
            percent: part(r),
            icc_profile: None,
        })
    } else {
        Ink::Rgb(Rgb {
            r: part(r),
            g: part(g),
            b: part(b),
            icc_profile: None,
        })
    }
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
