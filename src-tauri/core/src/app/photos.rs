//! Photos: taking them in, and showing them small or whole.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use crate::domain::{Consent, Hash, Photo, UtcMinute, Zone};
use crate::store::StoreError;

use super::AppError;
use super::session::Session;

/// A photo may not be larger, in bytes.
const MAX_BYTES: u32 = 24 << 20;
/// Nor have more pixels along one side: a crafted header could claim any size.
const MAX_SIDE: u32 = 20_000;
/// Larger photos are scaled down to this when kept, so that forty laptops can
/// carry them; pixels along the longer side.
const KEPT_SIDE: u32 = 2_400;
/// Shown in lists at this size.
const SMALL_SIDE: u32 = 480;

impl Session {
    /// Keeps a picture among the media and describes it. Location data in the
    /// file is not kept: the picture is written anew, turned upright.
    ///
    /// # Errors
    /// When the bytes are no picture, or too large.
    pub fn keep_photo(&mut self, name: &str, bytes: &[u8]) -> Result<Photo, AppError> {
        if bytes.len() > MAX_BYTES as usize {
            return Err(AppError::TooLarge {
                name: name.to_owned(),
                limit: MAX_BYTES,
            });
        }
        let picture = decode(bytes).ok_or_else(|| AppError::NotAPicture(name.to_owned()))?;
        let picture = if picture.width().max(picture.height()) > KEPT_SIDE {
            picture.resize(KEPT_SIDE, KEPT_SIDE, image::imageops::FilterType::Triangle)
        } else {
            picture
        };
        let jpeg = encode(&picture, 88).ok_or_else(|| AppError::NotAPicture(name.to_owned()))?;
        let hash = self.store.media().keep(&jpeg)?;
        Ok(Photo {
            hash,
            caption: String::new(),
            taken: taken_at(bytes, self.cohort_record()?.zone),
            consent: Consent::Unmarked,
            width: picture.width(),
            height: picture.height(),
        })
    }

    /// The picture's JPEG bytes, whole or small enough for a list.
    ///
    /// # Errors
    /// [`StoreError::NoMedia`] when this laptop does not have it.
    pub fn photo(&self, hash: Hash, small: bool) -> Result<Vec<u8>, AppError> {
        let bytes = self.store.media().read(hash)?;
        if !small {
            return Ok(bytes);
        }
        let picture = decode(&bytes).ok_or(StoreError::NoMedia(hash))?;
        let thumbnail = picture.thumbnail(SMALL_SIDE, SMALL_SIDE);
        Ok(encode(&thumbnail, 80).ok_or(StoreError::NoMedia(hash))?)
    }
}

/// Decodes within limits and turns the picture the way it was held.
fn decode(bytes: &[u8]) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(512 << 20);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    Some(picture)
}

fn encode(picture: &DynamicImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, quality);
    picture.to_rgb8().write_with_encoder(encoder).ok()?;
    debug_assert_eq!(
        image::guess_format(bytes.get_ref()).ok(),
        Some(ImageFormat::Jpeg)
    );
    Some(bytes.into_inner())
}

/// When the camera says it was taken; cameras know no zone, so the base's.
fn taken_at(bytes: &[u8], zone: Zone) -> Option<UtcMinute> {
    let exif = exif::Reader::new()
        .read_from_container(&mut Cursor::new(bytes))
        .ok()?;
    let field = exif.get_field(exif::Tag::DateTimeOriginal, exif::In::PRIMARY)?;
    let exif::Value::Ascii(values) = &field.value else {
        return None;
    };
    let time = exif::DateTime::from_ascii(values.first()?).ok()?;
    let day = crate::domain::Day::new(i32::from(time.year), time.month.into(), time.day.into())?;
    (time.hour < 24 && time.minute < 60).then(|| day.at(time.hour.into(), time.minute.into(), zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_cut_pictures_are_no_pictures() {
        assert!(decode(b"bukan gambar").is_none());
        let whole = encode(&DynamicImage::new_rgb8(40, 30), 80).unwrap();
        assert_eq!(
            decode(&whole).map(|it| (it.width(), it.height())),
            Some((40, 30))
        );
        assert!(decode(&whole[..20]).is_none());
    }
}
