//! What needs all pages: the foot lines with their numbers, and the numbers of contents.

use super::super::display::{Color, Item, LabelStyle, Pages, Rect};
use super::super::model::{Align, Document, Face, Inline, Style};
use super::super::structure::{ElementId, Tag};
use super::super::typeset::{Frame, LineBox, TextLook, Typesetter};
use super::super::words::Language;
use super::Waiting;

/// The size of the foot line; larger where all text is, for pages that are made smaller.
const SIZE: f32 = 8.0;
/// The room for the page number in a foot line of that size.
const SIDE: f32 = 110.0;
/// The room for the page number in a line of contents.
const NUMBER: f32 = 60.0;

/// Completes the lines of contents: dots, and the number of the page they lead to.
pub(super) fn contents(pages: &mut Pages, lines: Vec<Waiting>, typesetter: &mut Typesetter<'_>) {
    // From the last to the first, so that the places of the others stay right.
    for Waiting {
        page,
        item,
        leader,
        x,
        y,
    } in lines.into_iter().rev()
    {
        let Some(place) = pages.anchors.get(&leader.anchor) else {
            continue;
        };
        let label = pages.label(place.page);
        let look = leader.look.aligned(Align::End);
        // The space parts it from the words for those who have them read out.
        let number = [Inline::plain(format!("\u{a0}{label}"))];
        let number = typesetter.lines(&number, look, NUMBER).into_iter().next();
        let number = number.unwrap_or_default();
        let starts = number.items.iter().filter_map(|item| match item {
            Item::Run(run) => Some(run.x),
            _ => None,
        });
        let wide = NUMBER - starts.fold(NUMBER, f32::min);
        let gap = look.size * 0.4;
        let room = leader.to - wide - gap - (leader.from + gap);
        let mut items = Vec::new();
        let mut add = |line: LineBox, left: f32, element: ElementId| {
            let y = y + leader.baseline - line.baseline;
            let moved = line.items.iter().map(|item| item.at(x + left, y));
            items.extend(moved.map(|item| item.of(element)));
        };
        let plain = TextLook {
            style: Style::default(),
            color: Color::GREY,
            ..look
        };
        let wide_of =
            |words: &str, set: &mut Typesetter<'_>| set.widths(&[Inline::plain(words)], plain).1;
        let step = wide_of(". .", typesetter) - wide_of(".", typesetter);
        let dots = ((room - wide_of(".", typesetter)) / step.max(1.0)).floor();
        if dots >= 2.0 {
            let dots = " .".repeat(dots.min(140.0) as usize + 1);
            let line = typesetter.one_line(dots.trim_start(), plain, room);
            add(line, leader.to - wide - gap - room, ElementId::NONE);
        }
        let outer = pages.structure.reopen(leader.link);
        let element = pages.structure.add(Tag::PageNumber);
        pages.structure.reopen(outer);
        add(number, leader.to - NUMBER, element);
        let Some(page) = pages.pages.get_mut(page) else {
            continue;
        };
        if item <= page.content {
            page.content += items.len();
        }
        let at = item.min(page.items.len());
        page.items.splice(at..at, items);
    }
}

/// The foot of each numbered page: the running title and "Halaman 1 dari 3".
pub(super) fn lines(pages: &mut Pages, document: &Document, typesetter: &mut Typesetter<'_>) {
    let look = TextLook {
        face: Face::Sans,
        size: (document.look.size * 0.75).max(SIZE),
        style: Style::default(),
        color: Color::GREY,
        align: Align::Start,
        leading: 1.0,
    };
    let mut titles: Vec<(f32, LineBox)> = Vec::new();
    for i in 0..pages.pages.len() {
        let Some(words) = number(pages, i, document.lang) else {
            continue;
        };
        let page = &mut pages.pages[i];
        let frame = Frame::of_size(page.size);
        let width = frame.room().width;
        let side = (SIDE * look.size / SIZE).min(width / 2.0);
        let title = match titles.iter().find(|(known, _)| *known == width) {
            Some((_, title)) => title.clone(),
            None => {
                let title = typesetter.one_line(&document.title, look, width - side - 10.0);
                titles.push((width, title.clone()));
                title
            }
        };
        let number = typesetter.one_line(&words, look.aligned(Align::End), side);
        let (left, y) = (frame.margin, page.size.1 - frame.foot);
        let rule = Rect::new(left, y - 12.0, width, 0.4);
        page.items.push(Item::Fill(rule, Color::LINE));
        for (line, x) in [(&title, left), (&number, left + width - side)] {
            let y = y - line.baseline;
            let items = line.items.iter().map(|item| item.at(x, y));
            page.items.extend(items.map(Item::into_artifact));
        }
    }
}

/// "Halaman 3 dari 12" within its series; `None` on a page without a number.
fn number(pages: &Pages, page: usize, lang: Language) -> Option<String> {
    let label = pages.label(page);
    let at = pages.labels.iter().rposition(|label| label.page <= page)?;
    let next = pages.labels.get(at + 1);
    let count = next.map_or(pages.pages.len(), |next| next.page) - pages.labels[at].page;
    match (pages.labels[at].style, lang) {
        (LabelStyle::None, _) => None,
        (LabelStyle::Roman, Language::Id) => Some(format!("Halaman {label}")),
        (LabelStyle::Roman, Language::En) => Some(format!("Page {label}")),
        (LabelStyle::Arabic, Language::Id) => Some(format!("Halaman {label} dari {count}")),
        (LabelStyle::Arabic, Language::En) => Some(format!("Page {label} of {count}")),
    }
}
