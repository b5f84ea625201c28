//! Pictures in the text, and the head of an office's paper.

use super::super::Warning;
use super::super::model::{Inline, LetterWeight, Letterhead, Style};
use super::super::words::Language;
use super::text::Look;
use super::{Writer, pictures};

/// English metric units of a point.
pub(super) const EMU: f32 = 12_700.0;
/// Pictures are shown at this many pixels to the inch, where they fit.
const PIXELS_PER_INCH: f32 = 150.0;
/// The tallest picture, as a part of the page.
const TALLEST: f32 = 0.55;
/// The largest logo, in points.
const LOGO: (f32, f32) = (120.0, 60.0);

impl Writer<'_> {
    pub(super) fn figure(&mut self, source: &str, caption: &str, alt: &str) {
        let has_caption = !caption.trim().is_empty();
        let look = Look {
            keep_next: has_caption,
            ..Look::styled("Figure")
        };
        let place = self.picture(source);
        self.begin(look, false);
        match place {
            Some(_) if self.rehearsing => {}
            Some(place) => {
                let (room, height) = self.room();
                self.drawing(place, alt, (room, height * TALLEST));
            }
            None => {
                let words = match self.document.lang {
                    Language::Id => "[Gambar tidak ada atau rusak]",
                    Language::En => "[The picture is missing or damaged]",
                };
                // No words of the document, so no comment counts them.
                self.piece(words, Style::default(), false, false);
            }
        }
        self.end();
        if has_caption {
            self.plain(Look::styled("Caption"), caption);
        }
    }

    /// The place of a picture among the pictures, read once; `None` and a warning if it is
    /// missing or broken.
    fn picture(&mut self, source: &str) -> Option<usize> {
        if self.rehearsing {
            // Whether its words stand in its place is no matter to comments.
            return Some(0);
        }
        if let Some(known) = self.seen.get(source) {
            return *known;
        }
        let read = (self.media)(source).and_then(|bytes| pictures::shown(bytes).ok());
        let place = read.map(|shown| {
            self.pictures.push(shown);
            self.pictures.len() - 1
        });
        if place.is_none() {
            self.warnings.push(Warning::Picture(source.to_owned()));
        }
        self.seen.insert(source.to_owned(), place);
        place
    }

    /// A picture in the line, at most as large as `room`, in points.
    fn drawing(&mut self, place: usize, alt: &str, room: (f32, f32)) {
        let Some(shown) = self.pictures.get(place) else {
            return;
        };
        let natural = 72.0 / PIXELS_PER_INCH;
        let scale = natural.min(room.0 / shown.width).min(room.1 / shown.height);
        let emu = |pixels: f32| format!("{:.0}", (pixels * scale * EMU).max(1.0));
        let (width, height) = (emu(shown.width), emu(shown.height));
        self.drawings += 1;
        let id = self.drawings.to_string();
        let name = self.object_name(&id);
        let relation = format!("picture{}", place + 1);
        let about = [("id", id.as_str()), ("name", &name), ("descr", alt.trim())];
        self.inline_picture(&[("cx", &width), ("cy", &height)], &about, &relation);
    }

    /// What Word lists a picture or chart as.
    pub(super) fn object_name(&self, id: &str) -> String {
        format!("{} {id}", self.document.lang.pick("Gambar", "Picture"))
    }

    fn inline_picture(&mut self, size: &[(&str, &str)], about: &[(&str, &str)], relation: &str) {
        let main = "http://schemas.openxmlformats.org/drawingml/2006/main";
        let kind = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        let xml = &mut self.xml;
        xml.open("w:r", &[]);
        xml.open("w:drawing", &[]);
        let edges = [
            ("distT", "0"),
            ("distB", "0"),
            ("distL", "0"),
            ("distR", "0"),
        ];
        xml.open("wp:inline", &edges);
        xml.leaf("wp:extent", size);
        xml.leaf("wp:docPr", about);
        xml.open("wp:cNvGraphicFramePr", &[]);
        xml.leaf(
            "a:graphicFrameLocks",
            &[("xmlns:a", main), ("noChangeAspect", "1")],
        );
        xml.close();
        xml.open("a:graphic", &[("xmlns:a", main)]);
        xml.open("a:graphicData", &[("uri", kind)]);
        xml.open("pic:pic", &[("xmlns:pic", kind)]);
        xml.open("pic:nvPicPr", &[]);
        xml.leaf("pic:cNvPr", about);
        xml.leaf("pic:cNvPicPr", &[]);
        xml.close();
        xml.open("pic:blipFill", &[]);
        xml.leaf("a:blip", &[("r:embed", relation)]);
        xml.open("a:stretch", &[]);
        xml.leaf("a:fillRect", &[]);
        xml.close();
        xml.close();
        xml.open("pic:spPr", &[]);
        xml.open("a:xfrm", &[]);
        xml.leaf("a:off", &[("x", "0"), ("y", "0")]);
        xml.leaf("a:ext", size);
        xml.close();
        xml.open("a:prstGeom", &[("prst", "rect")]);
        xml.leaf("a:avLst", &[]);
        xml.close();
        for _ in 0..7 {
            xml.close();
        }
    }

    pub(super) fn letterhead(&mut self, head: &Letterhead) {
        if let Some(place) = head.logo.as_ref().and_then(|logo| self.picture(logo))
            && !self.rehearsing
        {
            self.begin(Look::styled("Figure"), false);
            self.drawing(place, "Logo", LOGO);
            self.end();
        }
        let last = head.lines.len().saturating_sub(1);
        for (i, line) in head.lines.iter().enumerate() {
            let look = Look {
                line_below: (i == last).then_some("double"),
                keep_next: i != last,
                ..Look::styled("Subtitle")
            };
            let style = Style {
                bold: line.weight == LetterWeight::Name,
                ..Style::default()
            };
            let inline = Inline {
                style,
                ..Inline::plain(&*line.text)
            };
            self.paragraph(look, &[inline]);
        }
    }
}
