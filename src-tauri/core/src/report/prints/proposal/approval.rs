//! The approval page (lembar persetujuan): places to sign for who judges, and what was decided
//! with a digital signature.

use super::super::super::model::{Block, Cell, Column, Fact, Role, Signature, Table, Width};
use super::{ProposalPrint, cover, line};

/// Who approves, and what was decided so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Approval {
    /// Places to sign: the author, coach, mentor and examiner.
    pub signatures: Vec<Signature>,
    /// Decisions signed digitally, oldest first.
    pub decisions: Vec<Decided>,
}

/// A decision that was signed digitally.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// "Disetujui".
    pub outcome: String,
    /// Who signed.
    pub by: String,
    /// When, formatted with its zone.
    pub when: String,
    /// The digits to compare: those of the text that was signed.
    pub digits: String,
    /// Whether the text printed here is the one that was signed.
    pub covers_text: bool,
}

/// The page.
pub(super) fn approval(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    let title = lang.pick("LEMBAR PERSETUJUAN", "APPROVAL PAGE");
    let mut about = vec![Fact::new(lang.pick("Judul", "Title"), print.title())];
    about.extend(facts(print));
    let mut blocks = vec![
        line(title, Role::Title),
        line(print.kind(), Role::Subtitle),
        Block::Space(8.0),
        Block::Facts(about),
    ];
    blocks.extend(decisions(print));
    if !print.approval.signatures.is_empty() {
        blocks.push(Block::Signatures(print.approval.signatures.clone()));
    }
    blocks
}

/// Whose it is, of which cohort, and which version.
pub(super) fn facts(print: &ProposalPrint) -> Vec<Fact> {
    let lang = print.lang;
    let mut facts = cover::author_facts(print);
    let more = [
        (lang.pick("Angkatan", "Cohort"), print.cohort.as_str()),
        (lang.pick("Pengajuan", "Submission"), print.version.as_str()),
        (lang.pick("Diajukan", "Handed in"), print.submitted.as_str()),
    ];
    let more = more
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty());
    facts.extend(more.map(|(label, value)| Fact::new(label, value)));
    facts
}

fn decisions(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    let all = &print.approval.decisions;
    if all.is_empty() {
        let none = lang.pick(
            "Belum ada keputusan yang ditandatangani secara digital.",
            "No decision has been signed digitally yet.",
        );
        return vec![line(none, Role::Body)];
    }
    let head = [
        lang.pick("Keputusan", "Decision"),
        lang.pick("Ditandatangani oleh", "Signed by"),
        lang.pick("Waktu", "When"),
        lang.pick("Angka pemeriksa", "Check digits"),
    ];
    let mut rows = Vec::new();
    for one in all {
        let digits = if one.covers_text {
            one.digits.clone()
        } else {
            let broken = lang.pick("tidak cocok dengan isi", "does not match the text");
            format!("{} ({broken})", one.digits)
        };
        let cells = [&one.outcome, &one.by, &one.when, &digits];
        rows.push(cells.map(|text| Cell::plain(text.as_str())).to_vec());
    }
    let share = |share| Column {
        width: Width::Share(share),
        ..Column::default()
    };
    let table = Table {
        columns: [20.0, 30.0, 30.0, 20.0].map(share).to_vec(),
        head: vec![head.map(Cell::plain).to_vec()],
        rows,
        compact: true,
        ..Table::default()
    };
    let how = lang.pick(
        "Angka pemeriksa harus sama dengan yang ditampilkan Tilik untuk pengajuan ini.",
        "The check digits must equal those that Tilik shows for this submission.",
    );
    vec![
        Block::Space(6.0),
        Block::Table(table),
        line(how, Role::Small),
    ]
}
