//! Pictures as Word can show them: JPEG without what cameras add, anything else as PNG.

use std::io::Cursor;

use image::{ImageFormat, RgbImage, RgbaImage};

use super::super::picture::{Data, Picture, PictureError};

/// A picture ready for a part of its own.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shown {
    pub(super) bytes: Vec<u8>,
    /// "jpg" or "png".
    pub(super) extension: &'static str,
    /// Pixels across and down, as seen.
    pub(super) width: f32,
    pub(super) height: f32,
}

/// Reads a JPEG, PNG or WebP file.
pub(super) fn shown(bytes: Vec<u8>) -> Result<Shown, PictureError> {
    let picture = Picture::read(bytes)?;
    let (width, height) = (picture.width(), picture.height());
    let (across, down) = picture.size;
    let (bytes, extension) = match picture.data {
        Data::Jpeg { bytes, .. } if picture.orientation <= 1 => (bytes, "jpg"),
        Data::Jpeg { bytes, .. } => (upright(&bytes, picture.orientation)?, "jpg"),
        Data::Rgb { pixels, alpha } => (png(pixels, alpha, across, down)?, "png"),
    };
    Ok(Shown {
        bytes,
        extension,
        width,
        height,
    })
}

/// Word does not turn pictures by their EXIF mark.
fn upright(jpeg: &[u8], orientation: u8) -> Result<Vec<u8>, PictureError> {
    let mut image = image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg)?;
    if let Some(orientation) = image::metadata::Orientation::from_exif(orientation) {
        image.apply_orientation(orientation);
    }
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, ImageFormat::Jpeg)?;
    Ok(out.into_inner())
}

fn png(
    pixels: Vec<u8>,
    alpha: Option<Vec<u8>>,
    across: u32,
    down: u32,
) -> Result<Vec<u8>, PictureError> {
    let mut out = Cursor::new(Vec::new());
    match alpha {
        None => {
            let image = RgbImage::from_raw(across, down, pixels).ok_or(PictureError::Jpeg)?;
            image.write_to(&mut out, ImageFormat::Png)?;
        }
        Some(alpha) => {
            let dots = pixels.chunks_exact(3).zip(alpha);
            let rgba = dots.flat_map(|(rgb, alpha)| [rgb[0], rgb[1], rgb[2], alpha]);
            let image = RgbaImage::from_raw(across, down, rgba.collect());
            image
                .ok_or(PictureError::Jpeg)?
                .write_to(&mut out, ImageFormat::Png)?;
        }
    }
    Ok(out.into_inner())
}
