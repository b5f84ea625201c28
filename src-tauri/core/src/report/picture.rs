//! Pictures as a PDF can hold them. JPEG goes in as it is, pixel for pixel, but without what
//! cameras add (place, time, thumbnail): prints travel further than photos are meant to.

use std::io::Cursor;

use image::{DynamicImage, ImageReader, Limits};

/// A picture ready for the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Pixels across and down, as stored.
    pub(crate) size: (u32, u32),
    /// The EXIF orientation, 1 to 8; 1 is upright.
    pub(crate) orientation: u8,
    pub(crate) data: Data,
}

/// The pixels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Data {
    /// A JPEG file with 1, 3 or 4 channels; `inverted` for the CMYK that Adobe writes.
    Jpeg {
        bytes: Vec<u8>,
        channels: u8,
        inverted: bool,
    },
    /// Raw samples: 3 bytes to the pixel, and 1 of opacity where not all is opaque.
    Rgb {
        pixels: Vec<u8>,
        alpha: Option<Vec<u8>>,
    },
}

/// Why a picture cannot be printed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PictureError {
    #[error("the JPEG file is damaged or cut short")]
    Jpeg,
    #[error("the picture cannot be read")]
    Decode(#[from] image::ImageError),
    #[error("the picture cannot be read")]
    Io(#[from] std::io::Error),
}

impl Picture {
    /// Reads a JPEG, PNG or WebP file.
    pub(crate) fn read(bytes: Vec<u8>) -> Result<Picture, PictureError> {
        if bytes.starts_with(&[0xff, 0xd8]) {
            return jpeg(&bytes).ok_or(PictureError::Jpeg);
        }
        let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
        let mut limits = Limits::default();
        limits.max_image_width = Some(20_000);
        limits.max_image_height = Some(20_000);
        limits.max_alloc = Some(256 << 20);
        reader.limits(limits);
        let image = reader.decode()?;
        let size = (image.width(), image.height());
        let data = if image.color().has_alpha() {
            translucent(&image)
        } else {
            opaque(&image)
        };
        Ok(Picture {
            size,
            orientation: 1,
            data,
        })
    }

    /// The width as seen, in pixels; never 0.
    pub(crate) fn width(&self) -> f32 {
        let (w, h) = self.size;
        (if self.orientation > 4 { h } else { w }).max(1) as f32
    }

    /// The height as seen, in pixels; never 0.
    pub(crate) fn height(&self) -> f32 {
        let (w, h) = self.size;
        (if self.orientation > 4 { w } else { h }).max(1) as f32
    }
}

fn opaque(image: &DynamicImage) -> Data {
    Data::Rgb {
        pixels: image.to_rgb8().into_raw(),
        alpha: None,
    }
}

fn translucent(image: &DynamicImage) -> Data {
    let rgba = image.to_rgba8();
    let mut pixels = Vec::with_capacity(rgba.as_raw().len() / 4 * 3);
    let mut alpha = Vec::with_capacity(rgba.as_raw().len() / 4);
    for pixel in rgba.pixels() {
        pixels.extend_from_slice(&pixel.0[..3]);
        alpha.push(pixel.0[3]);
    }
    let alpha = alpha.iter().any(|a| *a < 255).then_some(alpha);
    Data::Rgb { pixels, alpha }
}

/// Walks the segments of a JPEG file, keeps those needed to draw it, and checks that the picture
/// is complete. `None` if it is not.
fn jpeg(bytes: &[u8]) -> Option<Picture> {
    let mut kept = vec![0xff, 0xd8];
    let (mut size, mut channels, mut orientation, mut inverted) = (None, 0, 1, false);
    let mut at = 2;
    loop {
        while bytes.get(at)? == &0xff && bytes.get(at + 1)? == &0xff {
            at += 1;
        }
        let (0xff, marker) = (*bytes.get(at)?, *bytes.get(at + 1)?) else {
            return None;
        };
        let length = usize::from(u16::from_be_bytes(
            bytes.get(at + 2..at + 4)?.try_into().ok()?,
        ));
        let segment = bytes.get(at..at + 2 + length)?;
        let body = segment.get(4..)?;
        match marker {
            // Start of frame, whatever the process; not the tables DHT, JPG and DAC.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let side = |i| {
                    Some(u32::from(u16::from_be_bytes([
                        *body.get(i)?,
                        *body.get(i + 1)?,
                    ])))
                };
                size = Some((side(3)?, side(1)?));
                channels = *body.get(5)?;
                kept.extend_from_slice(segment);
            }
            0xe1 => orientation = orientation_of(body).unwrap_or(orientation),
            0xe0 | 0xe2 => kept.extend_from_slice(segment),
            0xee => {
                inverted = body.starts_with(b"Adobe");
                kept.extend_from_slice(segment);
            }
            0xe3..=0xef | 0xfe => {}
            0xda => break,
            _ => kept.extend_from_slice(segment),
        }
        at += 2 + length;
    }
    let end = bytes.windows(2).rposition(|pair| pair == [0xff, 0xd9])?;
    let size = size.filter(|(w, h)| *w > 0 && *h > 0)?;
    if end <= at || !matches!(channels, 1 | 3 | 4) {
        return None;
    }
    kept.extend_from_slice(bytes.get(at..end + 2)?);
    let data = Data::Jpeg {
        bytes: kept,
        channels,
        inverted: inverted && channels == 4,
    };
    Some(Picture {
        size,
        orientation,
        data,
    })
}

fn orientation_of(app1: &[u8]) -> Option<u8> {
    let tiff = app1.strip_prefix(b"Exif\0\0")?;
    let exif = exif::Reader::new().read_raw(tiff.to_vec()).ok()?;
    let field = exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?;
    u8::try_from(field.value.get_uint(0)?)
        .ok()
        .filter(|o| (1..=8).contains(o))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn jpeg_file(w: u32, h: u32) -> Vec<u8> {
        let image =
            image::RgbImage::from_fn(w, h, |x, y| image::Rgb([(x * 7) as u8, (y * 5) as u8, 120]));
        let mut out = Cursor::new(Vec::new());
        image.write_to(&mut out, image::ImageFormat::Jpeg).unwrap();
        out.into_inner()
    }

    pub(crate) fn png_file(w: u32, h: u32) -> Vec<u8> {
        let image = image::RgbaImage::from_fn(w, h, |x, y| {
            image::Rgba([(x * 7) as u8, 60, (y * 5) as u8, (x * 3 + y) as u8])
        });
        let mut out = Cursor::new(Vec::new());
        image.write_to(&mut out, image::ImageFormat::Png).unwrap();
        out.into_inner()
    }

    /// An EXIF block with an orientation and a GPS reference, put after the file's start.
    fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let mut body = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        body.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0]);
        body.extend_from_slice(b"GPS -8.2192");
        let mut out = jpeg[..2].to_vec();
        out.extend_from_slice(&[0xff, 0xe1]);
        out.extend_from_slice(&(body.len() as u16 + 2).to_be_bytes());
        out.extend_from_slice(&body);
        out.extend_from_slice(&jpeg[2..]);
        out
    }

    #[test]
    fn a_jpeg_keeps_its_pixels_and_loses_its_camera_data() {
        let plain = jpeg_file(30, 20);
        let picture = Picture::read(with_exif(&plain, 6)).unwrap();
        assert_eq!(
            (picture.width(), picture.height()),
            (20.0, 30.0),
            "shown upright"
        );
        let Data::Jpeg {
            bytes, channels: 3, ..
        } = &picture.data
        else {
            panic!()
        };
        assert!(!bytes.windows(3).any(|w| w == b"GPS"));
        assert_eq!(
            image::load_from_memory(bytes).unwrap(),
            image::load_from_memory(&plain).unwrap()
        );
    }

    #[test]
    fn cut_or_foreign_files_are_refused() {
        let file = jpeg_file(30, 20);
        for length in 0..file.len() - 2 {
            assert!(Picture::read(file[..length].to_vec()).is_err(), "{length}");
        }
        assert!(Picture::read(b"bukan gambar".to_vec()).is_err());
        let png = png_file(9, 9);
        assert!(Picture::read(png[..png.len() / 2].to_vec()).is_err());
    }

    #[test]
    fn a_translucent_png_keeps_its_opacity_apart() {
        let picture = Picture::read(png_file(4, 3)).unwrap();
        let Data::Rgb {
            pixels,
            alpha: Some(alpha),
        } = &picture.data
        else {
            panic!()
        };
        assert_eq!((pixels.len(), alpha.len()), (36, 12));
    }
}
