//! Several prints in one file, one behind the other. Each keeps its own page numbers at the foot
//! and stands in the outline under its name. Knows neither models nor files.

use super::display::{Heading, Item, Label, Page, Pages, Place, Target};
use super::structure::Moved;

impl Pages {
    /// Puts `part` behind what is there: in the outline it is `name`, its own headings below.
    /// With `on_new_sheet` it begins on the front of a sheet when both sides are printed on.
    pub fn append(&mut self, name: &str, part: Pages, on_new_sheet: bool) {
        // Named one by one, so that whatever a page list gains has to be thought of here.
        let Pages {
            pages,
            outline,
            pictures,
            structure,
            anchors,
            labels,
        } = part;
        if on_new_sheet && self.pages.len() % 2 == 1 {
            let size = self.pages.last().map_or((0.0, 0.0), |page| page.size);
            self.pages.push(Page {
                size,
                ..Page::default()
            });
        }
        let (page_shift, picture_shift) = (self.pages.len(), self.pictures.len());
        self.outline.push(Heading {
            level: 1,
            title: name.to_owned(),
            page: page_shift,
            y: 0.0,
        });
        self.outline.extend(outline.into_iter().map(|it| Heading {
            level: it.level.saturating_add(1),
            page: it.page + page_shift,
            ..it
        }));
        let moved = self.structure.take_in(structure);
        self.labels.extend(labels.into_iter().map(|it| Label {
            page: it.page + page_shift,
            ..it
        }));
        // Parts may use the same names; each keeps its own.
        let renamed = |name: &str| format!("{page_shift}/{name}");
        self.anchors.extend(anchors.into_iter().map(|(name, it)| {
            let page = it.page + page_shift;
            (renamed(&name), Place { page, ..it })
        }));
        self.pages.extend(pages.into_iter().map(|mut page| {
            let items = page.items.iter_mut();
            items.for_each(|item| renumber(item, picture_shift, moved, &renamed));
            page
        }));
        self.pictures.extend(pictures);
    }
}

/// Leads an item to the places that its picture and its element have now.
fn renumber(item: &mut Item, picture_shift: usize, moved: Moved, renamed: &dyn Fn(&str) -> String) {
    match item {
        Item::Run(run) => run.element = moved.place(run.element),
        Item::Image(_, index, element) => {
            *index += picture_shift;
            *element = moved.place(*element);
        }
        Item::Link(_, target, element) => {
            if let Target::Anchor(name) = target {
                *name = renamed(name);
            }
            *element = moved.place(*element);
        }
        Item::Drawing(_, items, element) => {
            let items = items.iter_mut();
            items.for_each(|item| renumber(item, picture_shift, moved, renamed));
            *element = moved.place(*element);
        }
        Item::Fill(..) | Item::Frame(..) | Item::Path(..) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::display::Rect;
    use crate::report::picture::{Data, Picture};
    use crate::report::structure::{ElementId, Structure, Tag};

    fn part(pages: usize) -> Pages {
        let data = Data::Rgb {
            pixels: vec![0; 3],
            alpha: None,
        };
        let picture = Picture {
            size: (1, 1),
            orientation: 1,
            data,
        };
        let mut structure = Structure::default();
        structure.open(Tag::Heading(1));
        let figure = structure.open(Tag::Figure);
        let page = Page {
            size: (595.0, 842.0),
            items: vec![Item::Image(Rect::default(), 0, figure)],
            content: 1,
        };
        Pages {
            pages: vec![page; pages],
            outline: vec![Heading {
                level: 1,
                title: "Latar belakang".into(),
                page: pages - 1,
                y: 100.0,
            }],
            pictures: vec![picture],
            structure,
            anchors: [("latar-belakang".to_owned(), Place::default())].into(),
            labels: Vec::new(),
        }
    }

    #[test]
    fn each_part_keeps_its_pictures_and_stands_in_the_outline_by_name() {
        let mut all = Pages::default();
        all.append("Peserta 01", part(2), false);
        all.append("Peserta 02", part(1), false);
        assert_eq!((all.anchors.len(), all.pages.len()), (2, 3));
        let shown: Vec<_> = all.pages.iter().map(|page| page.items[0].clone()).collect();
        // The figures are the third element of each part: whole, heading, figure.
        let image = |index, element| Item::Image(Rect::default(), index, ElementId(element));
        assert_eq!(shown, [image(0, 3), image(0, 3), image(1, 6)]);
        let tree = all.structure.elements.iter();
        let tree: Vec<_> = tree.map(|it| (it.tag, it.parent.0)).collect();
        let (heading, figure) = (Tag::Heading(1), Tag::Figure);
        let wanted = [
            (Tag::Document, 0),
            (Tag::Document, 0),
            (heading, 1),
            (figure, 2),
            (Tag::Document, 0),
            (heading, 4),
            (figure, 5),
        ];
        assert_eq!(tree, wanted);
        let lines = all
            .outline
            .iter()
            .map(|it| (it.level, it.title.as_str(), it.page));
        let wanted = [
            (1, "Peserta 01", 0),
            (2, "Latar belakang", 1),
            (1, "Peserta 02", 2),
            (2, "Latar belakang", 2),
        ];
        assert_eq!(lines.collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn on_both_sides_every_part_begins_on_the_front_of_a_sheet() {
        let mut all = Pages::default();
        for (name, pages) in [("a", 1), ("b", 2), ("c", 3)] {
            all.append(name, part(pages), true);
        }
        let starts = all.outline.iter().filter(|it| it.level == 1);
        assert_eq!(starts.map(|it| it.page).collect::<Vec<_>>(), [0, 2, 4]);
        assert!(all.pages[1].items.is_empty());
    }
}
