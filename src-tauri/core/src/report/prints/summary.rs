//! One page about each trainee: what the itinerary led to, what was written down there, and how
//! the proposal stands. Says only what is recorded, and names what is not.

use super::super::model::{
    Align, Block, Cell, Column, Document, Face, Inline, Letterhead, Look, Role, Signature, Table,
    Width,
};
use super::super::words::Language;
use super::terms::terms;
use super::{apart, facts, line};

/// A site on the trainee's itinerary or in their notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteTally {
    /// The site.
    pub site: String,
    /// When the itinerary leads there; empty for never.
    pub visits: Vec<String>,
    /// How many observations the trainee wrote about it.
    pub observations: usize,
}

/// One trainee.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// With titles.
    pub name: String,
    /// May be empty.
    pub nip: String,
    /// Position and office; may be empty.
    pub post: String,
    /// The group's name; may be empty.
    pub group: String,
    /// The sites in order of the first visit.
    pub sites: Vec<SiteTally>,
    /// The proposal's title, or what is said when there is none.
    pub proposal: String,
    /// What was handed in, and when.
    pub submitted: String,
    /// The decision, by whom and when, or what is said when there is none.
    pub decision: String,
    /// The rubric's result and its grade; empty when scores are missing.
    pub grade: String,
    /// Said beside the grade, such as that its bounds are not verified; may be empty.
    pub caution: String,
    /// Who signs.
    pub signatures: Vec<Signature>,
}

/// What summaries are made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SummaryPrint {
    /// The language.
    pub lang: Language,
    /// The office's letterhead, on top of every page.
    pub letterhead: Option<Letterhead>,
    /// The cohort's name.
    pub cohort: String,
    /// Where and when, such as "Banyuwangi, 20–24 Maret 2018".
    pub event: String,
    /// For the file's metadata.
    pub author: String,
    /// The trainees, a page each.
    pub trainees: Vec<Summary>,
}

/// Makes the print.
pub fn summaries(print: &SummaryPrint) -> Document {
    let lang = print.lang;
    let title = lang.pick("Ringkasan Kunjungan", "Summary of the Visit");
    let head = line(title.to_uppercase(), Role::Title);
    let names = [print.cohort.as_str(), &print.event];
    let names: Vec<&str> = names.into_iter().filter(|it| !it.is_empty()).collect();
    let names = (!names.is_empty()).then(|| line(names.join(" · "), Role::Subtitle));
    let pages = print.trainees.iter().map(|trainee| {
        let mut blocks = vec![head.clone()];
        blocks.extend(names.clone());
        blocks.extend(page(trainee, lang));
        blocks
    });
    let mut blocks = apart(pages, print.letterhead.as_ref());
    if print.trainees.is_empty() {
        let missing = lang.pick(
            "Belum ada peserta di sini; ringkasan dibuat untuk setiap peserta.",
            "There is no trainee here yet; a summary is made for each.",
        );
        blocks.push(head);
        blocks.push(line(missing, Role::Body));
    }
    Document {
        title: format!("{title} – {}", print.cohort),
        lang,
        author: print.author.clone(),
        header: print.letterhead.clone(),
        look: Look {
            face: Face::Sans,
            size: 10.0,
            justify: false,
        },
        blocks,
    }
}

fn page(it: &Summary, lang: Language) -> Vec<Block> {
    let words = terms(lang);
    let mut blocks = vec![Block::Paragraph {
        text: vec![Inline::bold(it.name.as_str())],
        role: Role::Title,
    }];
    let nip = match it.nip.as_str() {
        "" => String::new(),
        nip => format!("NIP {nip}"),
    };
    let known = [nip.as_str(), &it.post, &it.group];
    let known: Vec<&str> = known.into_iter().filter(|it| !it.is_empty()).collect();
    if !known.is_empty() {
        blocks.push(line(known.join(" · "), Role::Subtitle));
    }
    if it.sites.is_empty() {
        let missing = lang.pick(
            "Jadwal belum memuat kunjungan ke lokus, dan belum ada observasi.",
            "The schedule holds no visit to a site yet, and there is no observation.",
        );
        blocks.push(line(missing, Role::Body));
    } else {
        blocks.push(Block::Table(sites(&it.sites, lang)));
    }
    blocks.push(facts([
        (lang.pick("Rancangan", "Proposal"), it.proposal.clone()),
        (words.submitted, it.submitted.clone()),
        (words.decision, it.decision.clone()),
        (lang.pick("Hasil penilaian", "Assessment"), it.grade.clone()),
    ]));
    if !it.caution.is_empty() {
        blocks.push(line(it.caution.as_str(), Role::Small));
    }
    if !it.signatures.is_empty() {
        blocks.push(Block::Signatures(it.signatures.clone()));
    }
    blocks
}

fn sites(sites: &[SiteTally], lang: Language) -> Table {
    let words = terms(lang);
    let column = |share, align| Column {
        width: Width::Share(share),
        align,
    };
    let head = [
        words.number,
        words.site,
        lang.pick("Kunjungan menurut jadwal", "Visits by the schedule"),
        lang.pick("Observasi", "Observations"),
    ];
    let row = |(i, it): (usize, &SiteTally)| {
        let visits = match it.visits.is_empty() {
            true => words.none.to_owned(),
            false => it.visits.join("; "),
        };
        vec![
            Cell::plain((i + 1).to_string()),
            Cell::plain(it.site.as_str()),
            Cell::plain(visits),
            Cell::plain(it.observations.to_string()),
        ]
    };
    let count: usize = sites.iter().map(|it| it.observations).sum();
    let bold = |text: String| Cell::new(vec![Inline::bold(text)]);
    let total = vec![
        Cell::default(),
        bold(words.total.to_owned()),
        Cell::default(),
        bold(count.to_string()),
    ];
    let rows = sites.iter().enumerate().map(row);
    let table = Table {
        columns: vec![
            column(5.0, Align::Center),
            column(27.0, Align::Start),
            column(57.0, Align::Start),
            column(11.0, Align::Center),
        ],
        head: vec![head.map(Cell::plain).to_vec()],
        rows: rows.chain([total]).collect(),
        ..Table::default()
    };
    Table {
        compact: true,
        ..table
    }
}
