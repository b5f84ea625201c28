//! Pages as small grey pictures, compared with some patience: another version of poppler draws
//! the edges of letters a little differently.

use std::fs;
use std::path::Path;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, GrayImage, ImageEncoder, Rgb, RgbImage};
use tempfile::TempDir;

/// A page: 256 shades of grey, of which 16 are used.
pub(super) type Picture = GrayImage;

/// Enough to see lines, gaps and blocks of text.
const DOTS_PER_INCH: &str = "50";
/// Shades are this far apart.
const STEP: u8 = 17;
/// Cells of so many dots, wide and high, are compared by how dark they are on the whole.
const CELL: u32 = 3;
/// Cells whose shades are less apart than this are alike.
const PATIENCE: u32 = 40;
/// So many cells of a page may differ: a dot or two at the edge of a line.
const FORGIVEN: usize = 3;

/// The first `count` pages of a file.
pub(super) fn of(file: &Path, count: usize) -> Vec<Picture> {
    let folder = TempDir::with_prefix("tilik-").unwrap();
    let last = count.to_string();
    let output = std::process::Command::new("pdftoppm")
        .args(["-r", DOTS_PER_INCH, "-gray", "-png", "-l", &last])
        .arg(file)
        .arg(folder.path().join("page"))
        .output();
    let ran = crate::program::Ran::of(output.unwrap());
    assert_eq!(ran.code, Some(0), "pdftoppm: {ran:?}");
    let mut pages: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    pages.sort();
    pages.iter().filter_map(|page| read(page)).collect()
}

/// A picture file in few shades; `None` if there is none.
pub(super) fn read(path: &Path) -> Option<Picture> {
    let mut picture = image::open(path).ok()?.into_luma8();
    for shade in picture.iter_mut() {
        *shade = (*shade / STEP + u8::from(*shade % STEP > STEP / 2)) * STEP;
    }
    Some(picture)
}

pub(super) fn write(picture: &Picture, path: &Path) {
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::NoFilter)
        .write_image(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            ExtendedColorType::L8,
        )
        .unwrap();
    fs::write(path, bytes).unwrap();
}

/// Whether two pages look the same.
pub(super) fn are_alike(before: Option<&Picture>, now: Option<&Picture>) -> bool {
    let (Some(before), Some(now)) = (before, now) else {
        return false;
    };
    before == now
        || before.dimensions() == now.dimensions() && differing(before, now).len() <= FORGIVEN
}

/// The cells that differ.
fn differing(before: &Picture, now: &Picture) -> Vec<(u32, u32)> {
    let (across, down) = (before.width() / CELL, before.height() / CELL);
    let shade = |picture: &Picture, column: u32, row: u32| -> u32 {
        let dots = (0..CELL * CELL).map(|dot| {
            let (x, y) = (column * CELL + dot % CELL, row * CELL + dot / CELL);
            u32::from(picture.get_pixel(x, y).0[0])
        });
        dots.sum::<u32>() / (CELL * CELL)
    };
    let cells = (0..down).flat_map(|row| (0..across).map(move |column| (column, row)));
    cells
        .filter(|(column, row)| {
            let (old, new) = (shade(before, *column, *row), shade(now, *column, *row));
            old.abs_diff(new) >= PATIENCE
        })
        .collect()
}

/// Draws the old page, the new one, and the new one with what differs in red.
pub(super) fn lay_beside(before: Option<&Picture>, now: Option<&Picture>, path: &Path) {
    let none = Picture::new(1, 1);
    let (old, new) = (before.unwrap_or(&none), now.unwrap_or(&none));
    let (wide, high) = (
        old.width().max(new.width()) + 10,
        old.height().max(new.height()),
    );
    let mut out = RgbImage::from_pixel(wide * 3, high, Rgb([120, 120, 120]));
    for (at, picture) in [old, new, new].into_iter().enumerate() {
        let left = wide * u32::try_from(at).unwrap();
        for (x, y, shade) in picture.enumerate_pixels() {
            out.put_pixel(left + x, y, Rgb([shade.0[0]; 3]));
        }
    }
    if old.dimensions() == new.dimensions() {
        for (column, row) in differing(old, new) {
            for dot in 0..CELL * CELL {
                let (x, y) = (column * CELL + dot % CELL, row * CELL + dot / CELL);
                out.put_pixel(wide * 2 + x, y, Rgb([220, 30, 30]));
            }
        }
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    out.save(path).unwrap();
}

#[test]
fn a_moved_word_is_seen_and_a_softer_edge_is_not() {
    let page = |left: u32, edge: u8| {
        let mut page = Picture::from_pixel(400, 500, image::Luma([255]));
        for y in 100..108 {
            for x in left..left + 40 {
                let shade = if x == left { edge } else { 0 };
                page.put_pixel(x, y, image::Luma([shade]));
            }
        }
        page
    };
    let plain = page(60, 0);
    assert!(are_alike(Some(&plain), Some(&page(60, 85))));
    assert!(!are_alike(Some(&plain), Some(&page(63, 0))));
    assert!(!are_alike(Some(&plain), None));
    assert!(!are_alike(
        Some(&plain),
        Some(&Picture::from_pixel(400, 501, image::Luma([255])))
    ));
}
