//! The tables of a proposal, each followed by its chart. Rows carry the numbers that the charts
//! use.

use super::super::super::chart::{Room, field_words, gantt, gap_bars, quadrant, risk_matrix};
use super::super::super::model::{Align, Block, Cell, Column, Inline, Role, Table, Width};
use super::super::super::words::{self, Language};
use super::{ProposalPrint, line};
use crate::domain::{Better, BudgetLine, Gravity, Milestone, Term};

/// The room of a chart between the margins of the narrower sheet.
const ROOM: Room = Room {
    width: 484.0,
    height: 620.0,
};

/// A table as a chapter; no blocks while there are no rows.
pub(super) struct Chapter {
    pub title: &'static str,
    pub blocks: Vec<Block>,
}

/// All tables in reading order.
pub(super) fn all(print: &ProposalPrint) -> Vec<Chapter> {
    let say = |id, en| print.lang.pick(id, en);
    let chapter = |title, blocks| Chapter { title, blocks };
    vec![
        chapter(say("Target indikator", "Indicator targets"), targets(print)),
        chapter(say("Pemangku kepentingan", "Stakeholders"), people(print)),
        chapter(say("Tahapan", "Milestones"), milestones(print)),
        chapter(say("Risiko", "Risks"), risks(print)),
        chapter(say("Anggaran", "Budget"), budget(print)),
    ]
}

/// A column: its head, its share of the width, and how its cells are aligned.
type Head = (&'static str, f32, Align);

fn table(head: &[Head], rows: Vec<Vec<Cell>>) -> Block {
    let column = |(_, share, align): &Head| Column {
        width: Width::Share(*share),
        align: *align,
    };
    Block::Table(Table {
        columns: head.iter().map(column).collect(),
        head: vec![head.iter().map(|(name, ..)| Cell::plain(*name)).collect()],
        rows,
        compact: true,
        ..Table::default()
    })
}

fn number_of(index: usize) -> Cell {
    Cell::plain((index + 1).to_string())
}

/// Words, or a dash where nobody wrote any.
fn words_or_none(text: &str) -> Cell {
    Cell::plain(if text.trim().is_empty() { "–" } else { text })
}

fn unknown(lang: Language) -> &'static str {
    lang.pick("belum diketahui", "not known yet")
}

fn value(value: Option<f64>, lang: Language) -> Cell {
    match value.filter(|value| value.is_finite()) {
        Some(value) => Cell::plain(words::number(value, 2, lang)),
        None => Cell::plain(unknown(lang)),
    }
}

fn charts(drawings: impl IntoIterator<Item = super::super::super::chart::Drawing>) -> Vec<Block> {
    let block = |drawing| Block::Drawing {
        drawing,
        caption: String::new(),
    };
    drawings.into_iter().map(block).collect()
}

fn targets(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    if print.targets.is_empty() {
        return Vec::new();
    }
    let head = [
        ("No.", 6.0, Align::Center),
        (lang.pick("Indikator", "Indicator"), 30.0, Align::Start),
        (lang.pick("Satuan", "Unit"), 11.0, Align::Start),
        (lang.pick("Lebih baik", "Better"), 11.0, Align::Start),
        (lang.pick("Kantor sendiri", "Own office"), 14.0, Align::End),
        (lang.pick("Lokus", "Site"), 14.0, Align::End),
        ("Target", 14.0, Align::End),
    ];
    let rows = print.targets.iter().enumerate().map(|(i, target)| {
        let better = match target.better {
            Better::Higher => lang.pick("makin besar", "higher"),
            Better::Lower => lang.pick("makin kecil", "lower"),
        };
        vec![
            number_of(i),
            words_or_none(&target.name),
            words_or_none(&target.unit),
            Cell::plain(better),
            value(target.home, lang),
            value(target.site, lang),
            value(target.target, lang),
        ]
    });
    let mut blocks = vec![table(&head, rows.collect())];
    let drawn = print
        .targets
        .iter()
        .map(|it| gap_bars(it, lang, ROOM.width));
    blocks.extend(charts(drawn));
    blocks
}

fn people(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    if print.stakeholders.is_empty() {
        return Vec::new();
    }
    let head = [
        ("No.", 6.0, Align::Center),
        (lang.pick("Pihak", "Who"), 32.0, Align::Start),
        (lang.pick("Kuadran", "Quadrant"), 15.0, Align::Start),
        (lang.pick("Kedudukan", "Side"), 14.0, Align::Start),
        (lang.pick("Pendekatan", "Approach"), 33.0, Align::Start),
    ];
    let rows = print.stakeholders.iter().enumerate().map(|(i, one)| {
        let side = if one.internal {
            "internal"
        } else {
            lang.pick("eksternal", "external")
        };
        vec![
            number_of(i),
            words_or_none(&one.name),
            Cell::plain(field_words(one.quadrant(), lang).0),
            Cell::plain(side),
            words_or_none(&one.approach),
        ]
    });
    let mut blocks = vec![table(&head, rows.collect())];
    let all: Vec<_> = print.stakeholders.iter().collect();
    blocks.extend(charts([quadrant(&all, lang, ROOM)]));
    blocks
}

fn milestones(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    if print.milestones.is_empty() {
        return Vec::new();
    }
    // The chart sorts by term as well, and both keep the order within a term.
    let mut steps: Vec<&Milestone> = print.milestones.iter().collect();
    steps.sort_by_key(|step| step.term);
    let dated = steps.iter().any(|step| step.start.is_some());
    let mut head = vec![
        ("No.", 6.0, Align::Center),
        (lang.pick("Jangka", "Term"), 13.0, Align::Start),
        (lang.pick("Kegiatan", "Activity"), 27.0, Align::Start),
        (lang.pick("Hari kerja", "Working days"), 10.0, Align::End),
        (lang.pick("Keluaran", "Output"), 22.0, Align::Start),
        (lang.pick("Bukti", "Evidence"), 22.0, Align::Start),
    ];
    if dated {
        head.insert(3, (lang.pick("Mulai", "Begins"), 15.0, Align::Start));
    }
    let rows = steps.iter().enumerate().map(|(i, step)| {
        let term = match step.term {
            Term::Short => lang.pick("pendek", "short"),
            Term::Medium => lang.pick("menengah", "medium"),
            Term::Long => lang.pick("panjang", "long"),
        };
        let days = match step.days {
            Some(days) => words::whole(days.into(), lang),
            None => unknown(lang).to_owned(),
        };
        let mut row = vec![
            number_of(i),
            Cell::plain(term),
            words_or_none(&step.activity),
            Cell::plain(days),
            words_or_none(&step.output),
            words_or_none(&step.evidence),
        ];
        if dated {
            let after = lang.pick("setelahnya", "after that").to_owned();
            let start = step.start.map_or(after, |day| words::date(day.0, lang));
            row.insert(3, Cell::plain(start));
        }
        row
    });
    let mut blocks = vec![table(&head, rows.collect())];
    blocks.extend(charts(gantt(&steps, lang, ROOM)));
    blocks
}

fn risks(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    if print.risks.is_empty() {
        return Vec::new();
    }
    let head = [
        ("No.", 6.0, Align::Center),
        (lang.pick("Risiko", "Risk"), 32.0, Align::Start),
        (
            lang.pick("Kemungkinan (1–5)", "Likelihood (1–5)"),
            13.0,
            Align::Center,
        ),
        (
            lang.pick("Dampak (1–5)", "Impact (1–5)"),
            11.0,
            Align::Center,
        ),
        (lang.pick("Tingkat", "Level"), 13.0, Align::Center),
        (lang.pick("Penanganan", "Mitigation"), 34.0, Align::Start),
    ];
    let step = |value: Option<u32>| match value {
        Some(value) => Cell::plain(value.to_string()),
        None => Cell::plain("–"),
    };
    let rows = print.risks.iter().enumerate().map(|(i, risk)| {
        let level = match risk.level() {
            Some(level) => {
                let gravity = match Gravity::of(level) {
                    Gravity::Low => lang.pick("rendah", "low"),
                    Gravity::Middle => lang.pick("sedang", "moderate"),
                    Gravity::High => lang.pick("tinggi", "high"),
                };
                format!("{level} · {gravity}")
            }
            None => lang.pick("belum dinilai", "not rated yet").to_owned(),
        };
        vec![
            number_of(i),
            words_or_none(&risk.risk),
            step(risk.likelihood),
            step(risk.impact),
            Cell::plain(level),
            words_or_none(&risk.mitigation),
        ]
    });
    let mut blocks = vec![table(&head, rows.collect())];
    let all: Vec<_> = print.risks.iter().collect();
    blocks.extend(charts([risk_matrix(&all, lang, ROOM)]));
    blocks
}

fn budget(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    if print.budget.is_empty() {
        return Vec::new();
    }
    let head = [
        ("No.", 6.0, Align::Center),
        (lang.pick("Uraian", "Item"), 36.0, Align::Start),
        ("Volume", 11.0, Align::End),
        (lang.pick("Satuan", "Unit"), 13.0, Align::Start),
        (lang.pick("Harga satuan", "Unit price"), 17.0, Align::End),
        (lang.pick("Jumlah", "Amount"), 17.0, Align::End),
    ];
    let money = |amount: Option<f64>| match amount.filter(|amount| amount.is_finite()) {
        Some(amount) => Cell::plain(rupiah(amount, lang)),
        None => Cell::plain(unknown(lang)),
    };
    let row = |(i, it): (usize, &BudgetLine)| {
        vec![
            number_of(i),
            words_or_none(&it.item),
            value(it.volume, lang),
            words_or_none(&it.unit),
            money(it.price),
            money(it.amount()),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = print.budget.iter().enumerate().map(row).collect();
    let known = print.budget.iter().filter_map(BudgetLine::amount);
    let bold = |text: String| Cell::new(vec![Inline::bold(text)]);
    let mut total = vec![Cell::default(); 6];
    total[1] = bold(lang.pick("Jumlah seluruhnya", "Total").to_owned());
    total[5] = bold(rupiah(known.sum(), lang));
    rows.push(total);
    let mut blocks = vec![table(&head, rows)];
    let open = print
        .budget
        .iter()
        .filter(|it| it.amount().is_none())
        .count();
    if open > 0 {
        let note = match lang {
            Language::Id => format!("{open} baris belum lengkap dan belum dihitung."),
            Language::En if open == 1 => "1 line is incomplete and not counted.".to_owned(),
            Language::En => format!("{open} lines are incomplete and not counted."),
        };
        blocks.push(line(note, Role::Small));
    }
    blocks
}

/// Whole rupiah; sums beyond what a number can hold stay at its end.
fn rupiah(amount: f64, lang: Language) -> String {
    words::rupiah(amount.round() as i64, lang)
}
