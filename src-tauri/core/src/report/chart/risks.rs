//! The risks of a change by likelihood and impact, as numbers in a heat table.

use super::super::words::Language;
use super::heat::{Heat, HeatCell, heat};
use super::{Drawing, Room};
use crate::domain::{Gravity, Risk};

/// Draws the risks by the numbers they have in the order given. Risks that nobody has rated yet
/// are named below, not drawn as rare or slight.
pub fn risk_matrix(risks: &[&Risk], lang: Language, room: Room) -> Drawing {
    let unrated = numbers(risks, |risk| risk.level().is_none());
    let note = if unrated.is_empty() {
        String::new()
    } else {
        format!("{}: {unrated}", lang.pick("Belum dinilai", "Not rated yet"))
    };
    let steps = [5u32, 4, 3, 2, 1];
    let cells = steps.map(|likelihood| {
        let cell = |impact: u32| HeatCell {
            level: ground(Gravity::of(likelihood * impact)),
            corner: (likelihood * impact).to_string(),
            words: numbers(risks, |risk| {
                risk.level().is_some()
                    && risk.likelihood == Some(likelihood)
                    && risk.impact == Some(impact)
            }),
        };
        (1..=5).map(cell).collect()
    });
    let table = Heat {
        title: lang.pick("Matriks risiko", "Risk matrix").to_owned(),
        row_axis: lang.pick("Kemungkinan", "Likelihood").to_owned(),
        column_axis: lang.pick("Dampak", "Impact").to_owned(),
        rows: steps.map(|step| likelihood_words(step, lang)).to_vec(),
        columns: (1..=5).map(|step| impact_words(step, lang)).collect(),
        cells: cells.to_vec(),
        legend: [Gravity::Low, Gravity::Middle, Gravity::High]
            .map(|gravity| (ground(gravity), gravity_words(gravity, lang).to_owned()))
            .to_vec(),
        note,
    };
    heat(&table, lang, room)
}

fn numbers(risks: &[&Risk], which: impl Fn(&Risk) -> bool) -> String {
    let here = risks.iter().enumerate().filter(|(_, risk)| which(risk));
    let numbers: Vec<String> = here.map(|(i, _)| (i + 1).to_string()).collect();
    numbers.join(", ")
}

fn ground(gravity: Gravity) -> u8 {
    match gravity {
        Gravity::Low => 1,
        Gravity::Middle => 2,
        Gravity::High => 4,
    }
}

fn likelihood_words(step: u32, lang: Language) -> String {
    let words = match step {
        1 => lang.pick("jarang", "rare"),
        2 => lang.pick("kecil", "unlikely"),
        3 => lang.pick("mungkin", "possible"),
        4 => lang.pick("besar", "likely"),
        _ => lang.pick("hampir pasti", "almost certain"),
    };
    format!("{step} · {words}")
}

fn impact_words(step: u32, lang: Language) -> String {
    let words = match step {
        1 => lang.pick("ringan", "slight"),
        2 => lang.pick("kecil", "minor"),
        3 => lang.pick("sedang", "moderate"),
        4 => lang.pick("berat", "major"),
        _ => lang.pick("sangat berat", "severe"),
    };
    format!("{step} · {words}")
}

/// A gravity and the levels it stands for.
fn gravity_words(gravity: Gravity, lang: Language) -> &'static str {
    match gravity {
        Gravity::Low => lang.pick("rendah (1–5)", "low (1–5)"),
        Gravity::Middle => lang.pick("sedang (6–14)", "moderate (6–14)"),
        Gravity::High => lang.pick("tinggi (15–25)", "high (15–25)"),
    }
}
