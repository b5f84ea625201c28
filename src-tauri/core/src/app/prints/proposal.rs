//! A proposal or one of its submissions as a print.

use std::collections::BTreeMap;

use crate::domain::{Hash, Id, Kind, Proposal, Record, Term};
use crate::report::model::Document;
use crate::report::prints::{self, CitedObservation, ProposalPrint, Section, SheetTable};
use crate::report::words;

use super::super::AppError;
use super::super::session::Session;
use super::super::views;
use super::Setting;

/// How far the text has come when it is printed.
#[derive(Default)]
struct Stage {
    version: String,
    submitted: String,
}

impl Session {
    pub(super) fn proposal_print(
        &mut self,
        setting: &Setting,
        id: Id,
    ) -> Result<(Document, String), AppError> {
        let entry = self.entry(id)?;
        let (author, author_name) = (entry.author, entry.author_name);
        let Record::Proposal(proposal) = entry.draft.unwrap_or(entry.record) else {
            let stored = self.store.record(id)?.record.kind();
            return Err(AppError::OtherKind {
                stored,
                given: Kind::Proposal,
            });
        };
        self.set_proposal(setting, &proposal, author, author_name, Stage::default())
    }

    pub(super) fn submission_print(
        &mut self,
        setting: &Setting,
        hash: Hash,
    ) -> Result<(Document, String), AppError> {
        let view = self.submission(hash)?;
        let stage = Stage {
            version: format!("{} · {}", view.submission.number, view.fingerprint),
            submitted: setting.seconds(view.at),
        };
        self.set_proposal(
            setting,
            &view.submission.content,
            view.author,
            view.author_name,
            stage,
        )
    }

    fn set_proposal(
        &mut self,
        setting: &Setting,
        proposal: &Proposal,
        author: Id,
        author_name: String,
        stage: Stage,
    ) -> Result<(Document, String), AppError> {
        let office = match self.store.record(author).map(|stored| stored.record) {
            Ok(Record::Person(person)) => person.office,
            _ => String::new(),
        };
        let programme = self.programme();
        let sections = programme.sections.iter().map(|guide| Section {
            title: setting.pick(&guide.title).to_owned(),
            text: proposal
                .sections
                .get(&guide.key)
                .cloned()
                .unwrap_or_default(),
        });
        let cited = self.evidence(&proposal.citations())?;
        let print = ProposalPrint {
            lang: setting.language,
            kind: setting.pick(&programme.proposal_name).to_owned(),
            title: proposal.title.clone(),
            author: author_name,
            office,
            cohort: setting.cohort.name.clone(),
            version: stage.version,
            submitted: stage.submitted,
            sections: sections.collect(),
            tables: self.tables(setting, proposal),
            cited: cited.iter().map(|it| cited_line(setting, it)).collect(),
        };
        Ok((prints::proposal(&print), proposal.title.clone()))
    }

    pub(in crate::app) fn tables(&self, setting: &Setting, it: &Proposal) -> Vec<SheetTable> {
        let tables = [
            stakeholders(setting, it),
            milestones(setting, it),
            risks(setting, it),
            budget(setting, it),
            self.targets(setting, it),
        ];
        tables
            .into_iter()
            .filter(|table| !table.rows.is_empty())
            .collect()
    }

    fn targets(&self, setting: &Setting, it: &Proposal) -> SheetTable {
        let say = |id, en| setting.say(id, en);
        let unknown = say("tidak diketahui", "unknown");
        let number = |value: Option<f64>| {
            value.map_or(unknown.to_owned(), |value| {
                words::number(value, 2, setting.language)
            })
        };
        let rows = ordered(&it.targets, |row| row.position).map(|row| {
            let (name, unit) = row
                .indicator
                .map(|id| self.indicator_words(id))
                .unwrap_or_default();
            vec![
                name,
                unit,
                number(row.home),
                number(row.site),
                number(row.target),
            ]
        });
        SheetTable {
            title: say("Target indikator", "Indicator targets").to_owned(),
            head: heads([
                say("Indikator", "Indicator"),
                say("Satuan", "Unit"),
                say("Asal", "Home"),
                say("Lokus", "Site"),
                say("Target", "Target"),
            ]),
            rows: rows.collect(),
            numeric: vec![2, 3, 4],
            total: Vec::new(),
        }
    }
}

fn cited_line(setting: &Setting, it: &views::CitedObservation) -> CitedObservation {
    let (title, when) = match &it.record {
        Some(Record::Observation(seen)) => (seen.title.clone(), setting.moment(seen.at, it.zone)),
        _ => (
            setting
                .say("(belum ada di laptop ini)", "(not on this laptop yet)")
                .to_owned(),
            String::new(),
        ),
    };
    let changed = setting.say("berubah sejak dikutip", "changed since cited");
    let title = if it.changed_since {
        format!("{title} ({changed})")
    } else {
        title
    };
    CitedObservation {
        title,
        author: it.author_name.clone(),
        site: it.site_name.clone(),
        when,
    }
}

/// The rows of a reorderable list, in their order.
fn ordered<T>(
    rows: &BTreeMap<String, T>,
    position: impl Fn(&T) -> f64,
) -> impl Iterator<Item = &T> {
    let mut rows: Vec<(&String, &T)> = rows.iter().collect();
    rows.sort_by(|a, b| {
        position(a.1)
            .total_cmp(&position(b.1))
            .then_with(|| a.0.cmp(b.0))
    });
    rows.into_iter().map(|(_, row)| row)
}

fn heads<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(str::to_owned).to_vec()
}

fn stakeholders(setting: &Setting, it: &Proposal) -> SheetTable {
    let say = |id, en| setting.say(id, en);
    let rows = ordered(&it.stakeholders, |row| row.position).map(|row| {
        let quadrant = match (row.high_interest, row.high_power) {
            (true, true) => say("Promotor", "Promoter"),
            (true, false) => say("Pembela", "Defender"),
            (false, true) => say("Laten", "Latent"),
            (false, false) => say("Apatis", "Apathetic"),
        };
        let side = if row.internal {
            say("internal", "internal")
        } else {
            say("eksternal", "external")
        };
        vec![
            row.name.clone(),
            quadrant.to_owned(),
            side.to_owned(),
            row.approach.clone(),
        ]
    });
    SheetTable {
        title: say("Pemangku kepentingan", "Stakeholders").to_owned(),
        head: heads([
            say("Nama", "Name"),
            say("Kuadran", "Quadrant"),
            say("Sifat", "Side"),
            say("Pendekatan", "Approach"),
        ]),
        rows: rows.collect(),
        numeric: Vec::new(),
        total: Vec::new(),
    }
}

fn milestones(setting: &Setting, it: &Proposal) -> SheetTable {
    let say = |id, en| setting.say(id, en);
    let mut steps: Vec<_> = ordered(&it.milestones, |row| row.position).collect();
    steps.sort_by_key(|row| row.term);
    let rows = steps.into_iter().map(|row| {
        let term = match row.term {
            Term::Short => say("pendek", "short"),
            Term::Medium => say("menengah", "medium"),
            Term::Long => say("panjang", "long"),
        };
        let days = row.days.map(|days| days.to_string()).unwrap_or_default();
        vec![
            term.to_owned(),
            row.activity.clone(),
            days,
            row.output.clone(),
            row.evidence.clone(),
        ]
    });
    SheetTable {
        title: say("Tahapan", "Milestones").to_owned(),
        head: heads([
            say("Jangka", "Term"),
            say("Kegiatan", "Activity"),
            say("Hari", "Days"),
            say("Keluaran", "Output"),
            say("Bukti", "Evidence"),
        ]),
        rows: rows.collect(),
        numeric: vec![2],
        total: Vec::new(),
    }
}

fn risks(setting: &Setting, it: &Proposal) -> SheetTable {
    let say = |id, en| setting.say(id, en);
    let level = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    let rows = ordered(&it.risks, |row| row.position).map(|row| {
        vec![
            row.risk.clone(),
            level(row.likelihood),
            level(row.impact),
            row.mitigation.clone(),
        ]
    });
    SheetTable {
        title: say("Risiko", "Risks").to_owned(),
        head: heads([
            say("Risiko", "Risk"),
            say("Kemungkinan (1–5)", "Likelihood (1–5)"),
            say("Dampak (1–5)", "Impact (1–5)"),
            say("Penanganan", "Mitigation"),
        ]),
        rows: rows.collect(),
        numeric: vec![1, 2],
        total: Vec::new(),
    }
}

fn budget(setting: &Setting, it: &Proposal) -> SheetTable {
    let say = |id, en| setting.say(id, en);
    let rupiah = |value: f64| words::rupiah(value.round() as i64, setting.language);
    let amount = |row: &crate::domain::BudgetLine| Some(row.volume? * row.price?);
    let lines: Vec<_> = ordered(&it.budget, |row| row.position).collect();
    let total: f64 = lines.iter().filter_map(|row| amount(row)).sum();
    let rows = lines.iter().map(|row| {
        let volume = row
            .volume
            .map(|value| words::number(value, 2, setting.language));
        vec![
            row.item.clone(),
            volume.unwrap_or_default(),
            row.unit.clone(),
            row.price.map(rupiah).unwrap_or_default(),
            amount(row).map(rupiah).unwrap_or_default(),
        ]
    });
    let mut last = vec![String::new(); 5];
    last[0] = say("Jumlah", "Total").to_owned();
    last[4] = rupiah(total);
    SheetTable {
        title: say("Anggaran", "Budget").to_owned(),
        head: heads([
            say("Uraian", "Item"),
            say("Volume", "Volume"),
            say("Satuan", "Unit"),
            say("Harga satuan", "Unit price"),
            say("Jumlah", "Amount"),
        ]),
        rows: rows.collect(),
        numeric: vec![1, 3, 4],
        total: last,
    }
}
