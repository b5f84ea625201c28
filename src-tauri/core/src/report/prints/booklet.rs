//! The cohort's booklet: everything in one print, a chapter from each of the others.

use super::super::model::{
    Block, Cell, Document, Inline, Letterhead, Look, Numbering, Role, Section, Table,
};
use super::super::words::Language;
use super::chapter::{below, part};
use super::observations::{ObservationsPart, left_out_of, parts};
use super::terms::terms;
use super::{
    ProposalPrint, SchedulePrint, contents, facts, heading, line, numbered, proposal_part, schedule,
};

/// A member of the cohort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// With titles.
    pub name: String,
    /// May be empty.
    pub nip: String,
    /// Position and office; may be empty.
    pub post: String,
    /// What the person does here.
    pub role: String,
    /// The group's name; may be empty.
    pub group: String,
}

/// What is known of a site. Empty texts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteFacts {
    /// The name.
    pub name: String,
    /// Where it stands.
    pub address: String,
    /// When it is open, with a mark when nobody confirmed it.
    pub hours: String,
    /// What there is to see.
    pub foci: Vec<String>,
    /// Whom to ask for, a line each.
    pub contacts: Vec<String>,
    /// How many visits the itinerary has.
    pub visits: usize,
    /// How many observations were written.
    pub observations: usize,
}

/// A decision on a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecidedProposal {
    /// The proposal's title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// The version handed in; empty for none.
    pub version: String,
    /// What was decided, or what is said when nothing was.
    pub decision: String,
    /// By whom and when; empty for nobody.
    pub by: String,
}

/// What the booklet is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BookletPrint {
    /// The language.
    pub lang: Language,
    /// The office's letterhead.
    pub letterhead: Option<Letterhead>,
    /// The cohort's name.
    pub cohort: String,
    /// Its programme.
    pub programme: String,
    /// Who organises.
    pub organiser: String,
    /// Where.
    pub base: String,
    /// When, such as "20–24 Maret 2018".
    pub days: String,
    /// For the file's metadata.
    pub author: String,
    /// Everyone, by group.
    pub people: Vec<Member>,
    /// The itinerary.
    pub schedule: SchedulePrint,
    /// The sites.
    pub sites: Vec<SiteFacts>,
    /// The observations, a part for each site.
    pub observations: Vec<ObservationsPart>,
    /// The proposals, told apart by their keys.
    pub proposals: Vec<ProposalPrint>,
    /// How each proposal stands.
    pub decisions: Vec<DecidedProposal>,
}

/// Makes the print.
pub fn booklet(print: BookletPrint) -> Document {
    let lang = print.lang;
    let title = lang.pick("Buku Angkatan", "Cohort Booklet");
    let mut book = Book {
        blocks: cover(&print, title),
        number: 0,
        lang,
    };
    book.blocks.push(numbered(Numbering::Roman));
    book.blocks.extend(contents(2, lang));
    book.blocks.push(numbered(Numbering::Arabic));
    book.chapter(
        lang.pick("Tentang angkatan", "About the cohort"),
        about(&print),
        "",
    );
    book.chapter(
        lang.pick("Peserta dan pendamping", "People"),
        people(&print),
        lang.pick("Belum ada peserta.", "There is nobody yet."),
    );
    book.blocks.push(lying(Some(true)));
    book.chapter(
        lang.pick("Jadwal", "Schedule"),
        part(2, schedule(&print.schedule)),
        lang.pick("Belum ada jadwal.", "There is no schedule yet."),
    );
    book.blocks.push(lying(None));
    book.chapter(
        lang.pick("Lokus", "Sites"),
        sites(&print),
        lang.pick("Belum ada lokus.", "There is no site yet."),
    );
    let mut seen = parts(&print.observations, 2);
    seen.extend(left_out_of(&print.observations, lang));
    book.chapter(
        lang.pick("Observasi menurut lokus", "Observations by site"),
        seen,
        lang.pick("Belum ada observasi.", "There is no observation yet."),
    );
    let mut proposals = Vec::new();
    for (i, proposal) in print.proposals.iter().enumerate() {
        if i > 0 {
            proposals.push(Block::PageBreak);
        }
        proposals.push(heading(2, by_author(proposal)));
        proposals.extend(below(3, proposal_part(proposal)));
    }
    book.chapter(
        lang.pick("Rancangan perubahan", "Change proposals"),
        proposals,
        lang.pick("Belum ada rancangan.", "There is no proposal yet."),
    );
    book.chapter(
        lang.pick("Keputusan", "Decisions"),
        decisions(&print.decisions, lang),
        lang.pick("Belum ada keputusan.", "There is no decision yet."),
    );
    Document {
        title: format!("{title} – {}", print.cohort),
        lang,
        author: print.author,
        header: print.letterhead,
        look: Look::default(),
        blocks: book.blocks,
    }
}

fn by_author(proposal: &ProposalPrint) -> String {
    match proposal.author.name.trim() {
        "" => proposal.title().to_owned(),
        author => format!("{} – {author}", proposal.title()),
    }
}

/// From here on with the long side across, or as the paper lies.
fn lying(landscape: Option<bool>) -> Block {
    Block::Section(Section {
        landscape,
        ..Section::default()
    })
}

struct Book {
    blocks: Vec<Block>,
    number: usize,
    lang: Language,
}

impl Book {
    /// A chapter on a new page, or what is said when there is nothing in it.
    fn chapter(&mut self, title: &str, content: Vec<Block>, missing: &str) {
        self.number += 1;
        self.blocks.push(Block::PageBreak);
        let word = self.lang.pick("Bab", "Chapter");
        self.blocks
            .push(heading(1, format!("{word} {}. {title}", self.number)));
        if content.is_empty() {
            self.blocks.push(line(missing, Role::Body));
        }
        self.blocks.extend(content);
    }
}

fn cover(print: &BookletPrint, title: &str) -> Vec<Block> {
    let mut blocks = vec![
        numbered(Numbering::None),
        Block::Space(120.0),
        line(title.to_uppercase(), Role::Title),
        Block::Paragraph {
            text: vec![Inline::bold(print.cohort.as_str())],
            role: Role::Title,
        },
    ];
    let place = [print.base.as_str(), print.days.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|it| !it.is_empty()).collect();
    for text in [place.join(", ").as_str(), &print.organiser] {
        if !text.is_empty() {
            blocks.push(line(text, Role::Subtitle));
        }
    }
    blocks
}

fn about(print: &BookletPrint) -> Vec<Block> {
    let lang = print.lang;
    let seen: usize = print
        .observations
        .iter()
        .map(|it| it.observations.len())
        .sum();
    let number = |count: usize| count.to_string();
    vec![facts([
        (lang.pick("Angkatan", "Cohort"), print.cohort.clone()),
        (lang.pick("Program", "Programme"), print.programme.clone()),
        (
            lang.pick("Penyelenggara", "Organiser"),
            print.organiser.clone(),
        ),
        (lang.pick("Tempat", "Place"), print.base.clone()),
        (lang.pick("Tanggal", "Dates"), print.days.clone()),
        (
            lang.pick("Jumlah orang", "People"),
            number(print.people.len()),
        ),
        (
            lang.pick("Jumlah lokus", "Sites"),
            number(print.sites.len()),
        ),
        (
            lang.pick("Jumlah kegiatan", "Activities"),
            number(print.schedule.visits.len()),
        ),
        (lang.pick("Jumlah observasi", "Observations"), number(seen)),
        (
            lang.pick("Jumlah rancangan", "Proposals"),
            number(print.proposals.len()),
        ),
    ])]
}

fn people(print: &BookletPrint) -> Vec<Block> {
    let lang = print.lang;
    if print.people.is_empty() {
        return Vec::new();
    }
    let head = [
        terms(lang).number,
        lang.pick("Nama", "Name"),
        "NIP",
        lang.pick("Jabatan/Instansi", "Position/Office"),
        lang.pick("Peran", "Role"),
        terms(lang).group,
    ];
    let rows = print.people.iter().enumerate().map(|(i, it)| {
        let number = (i + 1).to_string();
        let cells = [&number, &it.name, &it.nip, &it.post, &it.role, &it.group];
        cells.map(|text| Cell::plain(text.as_str())).to_vec()
    });
    let table = Table::counted(&[6.0, 26.0, 22.0, 30.0, 13.0, 13.0], &head, rows.collect());
    vec![Block::Table(table.without_empty(2))]
}

fn sites(print: &BookletPrint) -> Vec<Block> {
    let lang = print.lang;
    let mut blocks = Vec::new();
    for site in &print.sites {
        blocks.push(heading(2, site.name.as_str()));
        blocks.push(facts([
            (lang.pick("Alamat", "Address"), site.address.clone()),
            (lang.pick("Jam buka", "Opening hours"), site.hours.clone()),
            (terms(lang).focus, site.foci.join(", ")),
            (lang.pick("Narahubung", "Contact"), site.contacts.join("\n")),
            (lang.pick("Kunjungan", "Visits"), site.visits.to_string()),
            (
                lang.pick("Observasi", "Observations"),
                site.observations.to_string(),
            ),
        ]));
    }
    blocks
}

fn decisions(decided: &[DecidedProposal], lang: Language) -> Vec<Block> {
    if decided.is_empty() {
        return Vec::new();
    }
    let words = terms(lang);
    let head = [
        words.number,
        words.author,
        words.proposal,
        words.version,
        words.decision,
        lang.pick("Oleh", "By"),
    ];
    let rows = decided.iter().enumerate().map(|(i, it)| {
        let number = (i + 1).to_string();
        let cells = [
            &number,
            &it.author,
            &it.title,
            &it.version,
            &it.decision,
            &it.by,
        ];
        cells.map(|text| Cell::plain(text.as_str())).to_vec()
    });
    vec![Block::Table(Table::counted(
        &[6.0, 20.0, 32.0, 10.0, 16.0, 22.0],
        &head,
        rows.collect(),
    ))]
}
