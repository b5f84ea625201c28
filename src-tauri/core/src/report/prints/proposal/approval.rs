//! The approval page (lembar persetujuan): places to sign for who judges, and what was decided
//! with a digital signature.

use std::iter;

use super::super::super::model::{Block, Cell, Role, Signature, Table};
use super::super::{facts, shares};
use super::{ProposalPrint, line};

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
    let titled = (lang.pick("Judul", "Title"), print.title());
    let mut blocks = vec![
        line(title, Role::Title),
        line(print.kind(), Role::Subtitle),
        Block::Space(8.0),
        facts(iter::once(titled).chain(about(print))),
    ];
    blocks.extend(decisions(print));
    if !print.approval.signatures.is_empty() {
        blocks.push(Block::Signatures(print.approval.signatures.clone()));
    }
    blocks
}

/// Whose it is, of which cohort, and which version.
pub(super) fn about(print: &ProposalPrint) -> [(&'static str, &str); 7] {
    let (lang, author) = (print.lang, &print.author);
    [
        (lang.pick("Nama", "Name"), &author.name),
        ("NIP", &author.nip),
        (lang.pick("Jabatan", "Position"), &author.position),
        (lang.pick("Unit kerja", "Office"), &author.office),
        (lang.pick("Angkatan", "Cohort"), &print.cohort),
        (lang.pick("Pengajuan", "Submission"), &print.version),
        (lang.pick("Diajukan", "Handed in"), &print.submitted),
    ]
    .map(|(label, it)| (label, it.as_str()))
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
    let table = Table {
        columns: shares([20.0, 30.0, 30.0, 20.0]),
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
