//! The milestones of a change on a time axis, by term. More than a page holds become several
//! drawings, each with its own axis.

use chrono::NaiveDate;

use super::super::words::{self, Language};
use super::brush::{Brush, LABEL, Mark, Pattern, SMALL, head, label, pen, small};
use super::calendar::{self, Axis, Span};
use super::label::{cut, tidy, width_of};
use super::{Drawing, Ink, Room, TextAnchor, point};
use crate::domain::{Milestone, Term};

const ROW: f32 = 14.0;
/// Above the rows: title and axis.
const HEAD: f32 = 34.0;
/// Below the rows: two lines of legend.
const FOOT: f32 = 28.0;

/// One line of the chart.
enum Line<'a> {
    Term(Term),
    Step(usize, &'a Milestone, Span),
}

/// Draws the steps, numbered in the order given within short, medium and long term. No step, no
/// drawing.
pub fn gantt(steps: &[&Milestone], lang: Language, room: Room) -> Vec<Drawing> {
    let room = room.usable();
    let mut steps = steps.to_vec();
    steps.sort_by_key(|step| step.term);
    let (axis, spans) = calendar::place(&steps);
    let end = spans.iter().map(|span| span.to.max(span.from + 1)).max();
    let start = spans.iter().map(|span| span.from).min().unwrap_or(0);
    let Some(end) = end else {
        return Vec::new();
    };
    // Room for the words behind the last bar.
    let end = end + (end - start) / 7 + 1;
    let chart = Chart {
        lang,
        width: room.width,
        axis,
        start,
        end,
    };
    let pages = pages(&steps, &spans, room.height);
    let count = pages.len();
    pages
        .into_iter()
        .enumerate()
        .map(|(i, lines)| chart.draw(&lines, i + 1, count))
        .collect()
}

/// The lines of each drawing; a term that goes on is named again.
fn pages<'a>(steps: &[&'a Milestone], spans: &[Span], height: f32) -> Vec<Vec<Line<'a>>> {
    let most = (((height - HEAD - FOOT) / ROW) as usize).max(3);
    let mut pages: Vec<Vec<Line<'a>>> = vec![Vec::new()];
    let mut open = None;
    for (i, (step, span)) in steps.iter().zip(spans).enumerate() {
        let new_term = open != Some(step.term);
        let needed = if new_term { 2 } else { 1 };
        let full = pages.last().is_some_and(|page| page.len() + needed > most);
        if full {
            pages.push(Vec::new());
        }
        if let Some(page) = pages.last_mut() {
            if new_term || full {
                page.push(Line::Term(step.term));
            }
            page.push(Line::Step(i + 1, step, *span));
        }
        open = Some(step.term);
    }
    pages
}

struct Chart {
    lang: Language,
    width: f32,
    axis: Axis,
    start: i64,
    end: i64,
}

impl Chart {
    /// Where names end and the axis begins.
    fn left(&self) -> f32 {
        self.width * 0.42
    }

    fn x(&self, day: i64) -> f32 {
        let right = self.width - 2.0;
        let share = (day - self.start) as f32 / (self.end - self.start).max(1) as f32;
        self.left() + (right - self.left()) * share.clamp(0.0, 1.0)
    }

    fn draw(&self, lines: &[Line<'_>], part: usize, parts: usize) -> Drawing {
        let mut brush = Brush::new(self.width);
        let mut title = self
            .lang
            .pick("Bagan waktu tahapan", "Milestones in time")
            .to_owned();
        if parts > 1 {
            title = format!("{title} ({part}/{parts})");
        }
        brush.words(point(0.0, 9.5), &title, head());
        let bottom = HEAD + ROW * lines.len() as f32;
        self.axis(&mut brush, bottom);
        let mut y = HEAD;
        let mut unknown = false;
        for line in lines {
            match line {
                Line::Term(term) => self.term(&mut brush, *term, y),
                Line::Step(number, step, span) => {
                    unknown |= span.from == span.to;
                    self.step(&mut brush, *number, step, *span, y);
                }
            }
            y += ROW;
        }
        brush.line(point(0.0, y), point(self.width, y), pen(Ink::Line, 0.6));
        let bottom = self.legend(&mut brush, lines, unknown, y + 4.0);
        let alt = self.alt(&title, lines);
        brush.finish(&title, alt, bottom + 2.0)
    }

    fn axis(&self, brush: &mut Brush, bottom: f32) {
        let room = self.width - self.left();
        let most = (room / 44.0) as usize;
        let words = match self.axis {
            Axis::Days => self.lang.pick("hari kerja ke-", "working day"),
            Axis::Dates(_) => self.lang.pick("tanggal", "date"),
        };
        let at = point(self.left() - 5.0, HEAD - 5.0);
        brush.text(at, words, small().ink(Ink::Muted).anchored(TextAnchor::End));
        let mut free = 0.0;
        for (day, mark) in calendar::marks(self.axis, self.end, most) {
            if day < self.start {
                continue;
            }
            let x = self.x(day);
            brush.line(point(x, HEAD - 3.0), point(x, bottom), pen(Ink::Grid, 0.5));
            let words = self.mark(mark);
            let wide = width_of(&words, SMALL);
            let left = x.min(self.width - wide);
            if left >= free {
                brush.text(point(left, HEAD - 5.0), &words, small().ink(Ink::Muted));
                free = left + wide + 4.0;
            }
        }
        brush.line(
            point(0.0, HEAD),
            point(self.width, HEAD),
            pen(Ink::Line, 0.6),
        );
    }

    fn mark(&self, mark: calendar::Mark) -> String {
        match mark {
            calendar::Mark::Day(day) => words::whole(day, self.lang),
            calendar::Mark::Month(date) => {
                let month: String = words::month_name(date, self.lang).chars().take(3).collect();
                format!("{month} {}", date.format("%Y"))
            }
        }
    }

    fn term(&self, brush: &mut Brush, term: Term, y: f32) {
        let corners = (point(0.0, y), point(self.width, y + ROW));
        brush.rect(corners.0, corners.1, Some(Ink::Soft), None);
        let words = term_words(term, self.lang);
        brush.words(point(3.0, y + 10.0), words, label().bold());
    }

    fn step(&self, brush: &mut Brush, number: usize, step: &Milestone, span: Span, y: f32) {
        let name = tidy(&step.activity);
        let name = if name.is_empty() {
            self.lang.pick("(belum diberi nama)", "(no name yet)")
        } else {
            &name
        };
        let name = cut(&format!("{number}. {name}"), LABEL, self.left() - 10.0);
        brush.text(point(3.0, y + 10.0), &name, label());
        let (from, middle) = (self.x(span.from), y + ROW / 2.0);
        let (said, right) = if span.from == span.to {
            let from = from.clamp(self.left() + 4.0, self.width - 6.0);
            brush.diamond(point(from, middle));
            ("?".to_owned(), from + 4.0)
        } else {
            let to = self.x(span.to).max(from + 1.5);
            let from = from.min(to - 1.5);
            let (ink, pattern) = looks_of(step.term);
            brush.bar(point(from, y + 3.0), point(to, y + 11.0), ink, pattern);
            (self.days(step.days.unwrap_or(0)), to)
        };
        // Behind the bar if there is room, else before it.
        let wide = width_of(&said, SMALL);
        if right + 4.0 + wide <= self.width {
            brush.text(point(right + 4.0, y + 10.0), &said, small());
        } else if from - 4.0 - wide >= self.left() {
            let looks = small().anchored(TextAnchor::End);
            brush.text(point(from - 4.0, y + 10.0), &said, looks);
        }
    }

    fn days(&self, days: u32) -> String {
        let number = words::whole(days.into(), self.lang);
        match (self.lang, days) {
            (Language::En, 1) => format!("{number} day"),
            _ => format!("{number} {}", self.lang.pick("hari", "days")),
        }
    }

    fn legend(&self, brush: &mut Brush, lines: &[Line<'_>], unknown: bool, top: f32) -> f32 {
        let terms = [Term::Short, Term::Medium, Term::Long];
        let has = |term| {
            lines
                .iter()
                .any(|line| matches!(line, Line::Step(_, step, _) if step.term == term))
        };
        let mut items: Vec<(Mark, &str)> = Vec::new();
        for term in terms.into_iter().filter(|term| has(*term)) {
            let (ink, pattern) = looks_of(term);
            items.push((Mark::Bar(ink, pattern), short_words(term, self.lang)));
        }
        if unknown {
            let words = self
                .lang
                .pick("? lamanya belum diketahui", "? how long is not known yet");
            items.push((Mark::Diamond, words));
        }
        brush.legend(top, 2.0, &items)
    }

    fn alt(&self, title: &str, lines: &[Line<'_>]) -> String {
        let told = lines.iter().filter_map(|line| match line {
            Line::Term(_) => None,
            Line::Step(number, step, span) => {
                let name = tidy(&step.activity);
                let term = short_words(step.term, self.lang);
                let days = match step.days {
                    Some(days) => self.days(days),
                    None => super::unknown(self.lang).to_owned(),
                };
                let when = match self.axis {
                    Axis::Dates(zero) => self.dates(zero, *span),
                    Axis::Days => String::new(),
                };
                Some(format!("{number}. {name}: {term}, {days}{when}"))
            }
        });
        format!("{title}. {}.", told.collect::<Vec<_>>().join("; "))
    }

    fn dates(&self, zero: NaiveDate, span: Span) -> String {
        let last = (span.to - 1).max(span.from);
        match (calendar::date(zero, span.from), calendar::date(zero, last)) {
            (Some(from), Some(to)) => format!(", {}", words::date_range(from, to, self.lang)),
            _ => String::new(),
        }
    }
}

/// The full words of a term.
fn term_words(term: Term, lang: Language) -> &'static str {
    match term {
        Term::Short => lang.pick(
            "Jangka pendek (selama pelatihan)",
            "Short term (during the training)",
        ),
        Term::Medium => lang.pick(
            "Jangka menengah (sampai satu tahun)",
            "Medium term (to one year)",
        ),
        Term::Long => lang.pick(
            "Jangka panjang (setelah satu tahun)",
            "Long term (after one year)",
        ),
    }
}

fn short_words(term: Term, lang: Language) -> &'static str {
    match term {
        Term::Short => lang.pick("jangka pendek", "short term"),
        Term::Medium => lang.pick("jangka menengah", "medium term"),
        Term::Long => lang.pick("jangka panjang", "long term"),
    }
}

fn looks_of(term: Term) -> (Ink, Pattern) {
    match term {
        Term::Short => (Ink::Site, Pattern::Full),
        Term::Medium => (Ink::Target, Pattern::Rising),
        Term::Long => (Ink::Ground, Pattern::Hollow),
    }
}
