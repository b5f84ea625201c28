//! Several small pages on one sheet, in the order that a folded booklet needs. Pure: works on the
//! display list of any print and knows nothing of what it says.
//!
//! A booklet is printed on both sides, turned over the edge that stands upright, so that what is
//! left in front lies behind what is right at the back. Half sheets are folded once. Quarter
//! sheets are cut across first, the upper pile laid on the lower, then folded together.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::Paper;
use super::display::{Color, Heading, Item, Label, LabelStyle, Page, Pages, Place, Rect};

/// How much of a sheet one page takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Fold {
    /// Two pages beside each other: A5 on A4.
    Half,
    /// Four pages: A6 on A4.
    #[default]
    Quarter,
}

/// How small pages are arranged on sheets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Imposition {
    /// How much of a sheet one page takes.
    pub fold: Fold,
    /// One page after the other, printed on one side, for printers that cannot turn a sheet; else
    /// the order of a booklet to fold.
    pub in_order: bool,
}

/// The pages on one side of a sheet, row by row from the upper left; `None` stays blank.
pub type Side = Vec<Option<usize>>;

/// How long the marks for folding and cutting are, in points.
const MARK: f32 = 12.0;

impl Fold {
    /// Pages beside and below each other.
    pub fn grid(self) -> (usize, usize) {
        match self {
            Fold::Half => (2, 1),
            Fold::Quarter => (2, 2),
        }
    }

    /// How the sheet lies, so that its pages stand upright.
    pub fn is_landscape(self) -> bool {
        self == Fold::Half
    }
}

/// Which page stands where, for `count` pages. A booklet has its blank pages at the end and comes
/// in pairs of sides, front and back.
pub fn sides(count: usize, imposition: Imposition) -> Vec<Side> {
    let (across, down) = imposition.fold.grid();
    let page = |number: usize| (number < count).then_some(number);
    if imposition.in_order {
        let each = across * down;
        return (0..count.div_ceil(each))
            .map(|side| (0..each).map(|cell| page(side * each + cell)).collect())
            .collect();
    }
    let sheets = count.div_ceil(4 * down);
    let all = sheets * 4 * down;
    // A strip is folded once and holds four pages; the outermost is strip 0.
    let front = |strip: usize| [page(all - 1 - 2 * strip), page(2 * strip)];
    let back = |strip: usize| [page(2 * strip + 1), page(all - 2 - 2 * strip)];
    let mut out = Vec::with_capacity(2 * sheets);
    for sheet in 0..sheets {
        let strips = || (0..down).map(|row| row * sheets + sheet);
        out.push(strips().flat_map(front).collect());
        out.push(strips().flat_map(back).collect());
    }
    out
}

/// Arranges the pages of a print on sheets of `paper`: scaled to fit their part of the sheet,
/// centred in it, and cut off at its edge.
pub fn impose(mut pages: Pages, paper: &Paper, imposition: Imposition) -> Pages {
    let lying = Paper {
        landscape: imposition.fold.is_landscape(),
        ..*paper
    };
    let size = lying.points();
    let (across, down) = imposition.fold.grid();
    let cell = (size.0 / across as f32, size.1 / down as f32);
    let mut out = Pages {
        pictures: std::mem::take(&mut pages.pictures),
        structure: std::mem::take(&mut pages.structure),
        // The small pages carry their own numbers; these are the sides of sheets.
        labels: vec![Label {
            page: 0,
            style: LabelStyle::Arabic,
            first: 1,
        }],
        ..Pages::default()
    };
    let mut places = vec![None; pages.pages.len()];
    for (number, side) in sides(pages.pages.len(), imposition).iter().enumerate() {
        let mut face = Page {
            size,
            ..Page::default()
        };
        for (at, page) in side.iter().enumerate() {
            let (column, row) = ((at % across) as f32, (at / across) as f32);
            let frame = Rect::new(cell.0 * column, cell.1 * row, cell.0, cell.1);
            let Some(page) = page.filter(|page| *page < pages.pages.len()) else {
                continue;
            };
            let page_size = pages.pages[page].size;
            let scale = (cell.0 / page_size.0).min(cell.1 / page_size.1);
            let corner = (
                frame.x + (cell.0 - page_size.0 * scale) / 2.0,
                frame.y + (cell.1 - page_size.1 * scale) / 2.0,
            );
            places[page] = Some((number, corner.1, scale));
            let items = std::mem::take(&mut pages.pages[page].items);
            face.items.extend(items.into_iter().filter_map(|mut item| {
                item.scale(scale);
                item.shift(corner.0, corner.1);
                item.within(&frame)
            }));
        }
        face.content = face.items.len();
        marks(&mut face, size, (across, down));
        out.pages.push(face);
    }
    let place = |page: usize, y: f32| {
        let (page, top, scale) = places.get(page).copied().flatten()?;
        let y = top + y * scale;
        Some(Place { page, y })
    };
    for heading in pages.outline {
        if let Some(Place { page, y }) = place(heading.page, heading.y) {
            out.outline.push(Heading { page, y, ..heading });
        }
    }
    let anchors = pages.anchors.into_iter();
    out.anchors = anchors
        .filter_map(|(name, it)| Some((name, place(it.page, it.y)?)))
        .collect();
    out
}

/// Short lines at the edges where the sheet is folded or cut.
fn marks(page: &mut Page, (width, height): (f32, f32), (across, down): (usize, usize)) {
    let mut mark = |x, y, w, h| {
        page.items
            .push(Item::Fill(Rect::new(x, y, w, h), Color::LINE));
    };
    for column in 1..across {
        let x = width * column as f32 / across as f32;
        mark(x, 0.0, 0.4, MARK);
        mark(x, height - MARK, 0.4, MARK);
    }
    for row in 1..down {
        let y = height * row as f32 / down as f32;
        mark(0.0, y, MARK, 0.4);
        mark(width - MARK, y, MARK, 0.4);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Sheet;
    use crate::report::model::Document;
    use proptest::prelude::*;

    const HALF: Imposition = Imposition {
        fold: Fold::Half,
        in_order: false,
    };
    const QUARTER: Imposition = Imposition {
        fold: Fold::Quarter,
        in_order: false,
    };

    /// One leaf of paper: what is printed in front and behind.
    type Leaf = (Option<usize>, Option<usize>);

    /// Does by hand what the reader does: cuts every sheet across, lays the upper pile on the
    /// lower, folds the pile, and turns the leaves one by one.
    fn folded(sides: &[Side], down: usize) -> Vec<Option<usize>> {
        let mut strips: Vec<[Leaf; 2]> = Vec::new();
        for row in 0..down {
            for sheet in sides.chunks(2) {
                let (front, back) = (&sheet[0], &sheet[1]);
                let at = |column: usize| row * 2 + column;
                // Turned over its upright edge: left in front is right behind.
                let left = (front[at(0)], back[at(1)]);
                let right = (front[at(1)], back[at(0)]);
                strips.push([left, right]);
            }
        }
        let mut out = Vec::new();
        for [_, right] in &strips {
            out.extend([right.0, right.1]);
        }
        for [left, _] in strips.iter().rev() {
            out.extend([left.1, left.0]);
        }
        out
    }

    proptest! {
        #[test]
        fn a_folded_booklet_reads_from_first_to_last_whatever_its_length(count in 0usize..300) {
            for (imposition, down) in [(HALF, 1), (QUARTER, 2)] {
                let sides = sides(count, imposition);
                let read = folded(&sides, down);
                let words: Vec<usize> = read.iter().map_while(|page| *page).collect();
                prop_assert_eq!(words, (0..count).collect::<Vec<_>>());
                prop_assert!(read[count..].iter().all(Option::is_none));
                prop_assert!(read.len() < count + 4 * down, "no sheet is left blank");
            }
        }

        #[test]
        fn in_order_each_page_follows_the_one_before(count in 0usize..300) {
            for fold in [Fold::Half, Fold::Quarter] {
                let sides = sides(count, Imposition { fold, in_order: true });
                let read: Vec<usize> = sides.into_iter().flatten().flatten().collect();
                prop_assert_eq!(read, (0..count).collect::<Vec<_>>());
            }
        }
    }

    fn many(count: usize) -> Pages {
        let text: Vec<String> = (0..count).map(|i| format!("# Bab{i}\n\nisi{i}")).collect();
        let mut document = Document::default();
        for text in text {
            document.blocks.push(crate::report::model::Block::PageBreak);
            document
                .blocks
                .extend(crate::report::model::from_markdown(&text));
        }
        crate::report::lay_out(&document, &Paper::default(), &|_| None).0
    }

    #[test]
    fn every_page_lies_whole_in_its_part_of_the_sheet() {
        let source = many(9);
        for size in [Sheet::A4, Sheet::F4] {
            for fold in [Fold::Half, Fold::Quarter] {
                let paper = Paper {
                    size,
                    landscape: false,
                };
                let imposition = Imposition {
                    fold,
                    in_order: false,
                };
                let out = impose(source.clone(), &paper, imposition);
                assert_eq!(out.pages.len(), if fold == Fold::Half { 6 } else { 4 });
                let size = out.pages[0].size;
                assert_eq!(size.0 > size.1, fold == Fold::Half);
                for i in 0..9 {
                    assert!(out.text().contains(&format!("isi{i}")), "page {i}");
                }
                for item in out.pages.iter().flat_map(|page| &page.items) {
                    let Item::Run(run) = item else { continue };
                    let (across, _) = fold.grid();
                    let cell = size.0 / across as f32;
                    let column = (run.x / cell).floor();
                    assert!(run.x + run.width <= (column + 1.0) * cell + 0.01);
                    assert!(run.y <= size.1);
                }
                let titles: Vec<&str> = out.outline.iter().map(|h| h.title.as_str()).collect();
                assert_eq!(titles[..2], ["Bab0", "Bab1"]);
                assert!(out.outline.iter().all(|h| h.page < out.pages.len()));
            }
        }
    }

    #[test]
    fn what_reaches_over_the_edge_of_its_page_is_cut_off() {
        let item = |rect| Item::Fill(rect, Color::BLACK);
        let frame = Rect::new(0.0, 0.0, 100.0, 100.0);
        let over = item(Rect::new(-20.0, 90.0, 200.0, 50.0)).within(&frame);
        assert_eq!(over, Some(item(Rect::new(0.0, 90.0, 100.0, 10.0))));
        assert_eq!(item(Rect::new(101.0, 0.0, 5.0, 5.0)).within(&frame), None);
    }
}
