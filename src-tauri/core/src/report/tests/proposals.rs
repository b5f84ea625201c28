//! The proposal on paper: everything once, totals right, both languages, nothing off the page.

use super::*;
use crate::domain::{
    Better, BudgetLine, ChapterNumbers, Citation, Day, Hash, Id, Milestone, Risk, Stakeholder, Term,
};
use crate::report::chart::Gap;
use crate::report::display::Target;
use crate::report::lay_out;
use crate::report::model::Signature;
use crate::report::prints::{
    Approval, Author, Decided, Evidence, Photo, ProposalPrint, Section, Standing, proposal,
};
use crate::report::words::Language;

fn cited(number: u8) -> Citation {
    Citation {
        observation: Id::from_bytes([number; 16]),
        version: Hash::from_bytes([number; 32]),
    }
}

fn evidence(number: u8, title: &str, standing: Standing) -> Evidence {
    Evidence {
        citation: cited(number),
        title: title.to_owned(),
        author: format!("Peserta {number:02} (Papua)"),
        site: "Mall Pelayanan Publik".to_owned(),
        when: "Selasa, 20 Maret 2018, 08.30 WIB".to_owned(),
        standing,
        photos: Vec::new(),
        left_out: 0,
    }
}

fn gap(name: &str, unit: &str, values: [Option<f64>; 3]) -> Gap {
    let [home, site, target] = values;
    Gap {
        name: name.to_owned(),
        unit: unit.to_owned(),
        better: Better::Lower,
        home,
        site,
        target,
    }
}

fn stakeholder(name: &str, high_interest: bool, high_power: bool) -> Stakeholder {
    Stakeholder {
        name: name.to_owned(),
        high_interest,
        high_power,
        internal: high_power,
        approach: format!("Pendekatan untuk {name}"),
        ..Stakeholder::default()
    }
}

fn milestone(term: Term, activity: &str, days: Option<u32>) -> Milestone {
    Milestone {
        term,
        activity: activity.to_owned(),
        days,
        output: format!("Keluaran {activity}"),
        evidence: "Notulen".to_owned(),
        ..Milestone::default()
    }
}

fn risk(words: &str, likelihood: Option<u32>, impact: Option<u32>) -> Risk {
    Risk {
        risk: words.to_owned(),
        likelihood,
        impact,
        mitigation: format!("Penanganan {words}"),
        ..Risk::default()
    }
}

fn cost(item: &str, volume: Option<f64>, price: Option<f64>) -> BudgetLine {
    BudgetLine {
        item: item.to_owned(),
        volume,
        unit: "orang/hari".to_owned(),
        price,
        ..BudgetLine::default()
    }
}

fn place(role: &str, name: &str) -> Signature {
    Signature {
        role: role.to_owned(),
        name: name.to_owned(),
        ..Signature::default()
    }
}

pub(super) fn a_proposal(lang: Language) -> ProposalPrint {
    let section = |title: &str, text: String| Section {
        title: title.to_owned(),
        text,
    };
    let link = |number: u8, words: &str| format!("[{words}]({})", cited(number).target());
    let all = format!(
        "Layanan tersebar di beberapa ruang sehingga pemohon berpindah-pindah. Di Banyuwangi, {}. \
         Gagasan yang sama terlihat pada pencatatan kelahiran: {}. Lihat pula peraturan.[^1]\n\n\
         - Sekali lagi, {}.\n\n[^1]: Peraturan tentang pelayanan terpadu (contoh).",
        link(1, "semua layanan ada dalam *satu* gedung"),
        link(2, "dokumen diserahkan sebelum warga pulang"),
        link(1, "satu gedung untuk semua"),
    );
    let mut first = milestone(Term::Short, "Membentuk tim efektif", Some(5));
    first.start = Day::new(2018, 3, 26);
    let mut hall = evidence(1, "Banyak layanan dalam satu tempat", Standing::Unchanged);
    hall.photos = vec![Photo {
        media: "media:foto".to_owned(),
        caption: "Papan antrean".to_owned(),
    }];
    hall.left_out = 2;
    ProposalPrint {
        key: String::new(),
        lang,
        letterhead: Some(samples::letterhead()),
        kind: lang
            .pick("Rancangan Proyek Perubahan", "Change Project Plan")
            .to_owned(),
        title: "Pelayanan terpadu satu ruang di kantor wilayah".to_owned(),
        author: Author {
            name: "Peserta 01 (Papua)".to_owned(),
            nip: "198203042009032001".to_owned(),
            position: "Kepala Bidang".to_owned(),
            office: "Kantor Wilayah (contoh)".to_owned(),
        },
        programme: "Diklatpim III (sebelum 2019)".to_owned(),
        cohort: "Diklatpim Tingkat III Kementerian Agama Tahun 2018".to_owned(),
        place: "Banyuwangi".to_owned(),
        year: "2018".to_owned(),
        version: "1 · 7f3a 91c2".to_owned(),
        submitted: "Jumat, 23 Maret 2018, 20.15 WIB".to_owned(),
        approval: Approval {
            signatures: vec![
                place("Peserta,", "Peserta 01 (Papua)"),
                place("Coach,", "Widyaiswara 01"),
                place("Mentor,", ""),
                place(lang.pick("Penguji,", "Examiner,"), ""),
            ],
            decisions: vec![Decided {
                outcome: lang.pick("Perlu perbaikan", "To be revised").to_owned(),
                by: "Widyaiswara 01".to_owned(),
                when: "Sabtu, 24 Maret 2018, 09.00 WIB".to_owned(),
                digits: "7f3a 91c2".to_owned(),
                covers_text: true,
            }],
        },
        numbering: ChapterNumbers::Figures,
        sections: vec![
            section("Latar belakang", all),
            section(
                "Tujuan",
                "## Jangka pendek\n\nSatu loket.\n\n## Jangka panjang\n\nSatu ruang.".to_owned(),
            ),
            section("Manfaat", String::new()),
        ],
        stakeholders: vec![
            stakeholder("Kepala kantor", true, true),
            stakeholder("Petugas loket", true, false),
            stakeholder("Pemerintah daerah", false, true),
        ],
        milestones: vec![
            first,
            milestone(Term::Medium, "Membuka satu loket percobaan", Some(30)),
            milestone(Term::Long, "Menetapkan standar waktu", None),
        ],
        targets: vec![
            gap("Waktu tunggu", "hari", [Some(7.0), None, Some(1.0)]),
            gap("Meja yang didatangi", "meja", [None, None, Some(1.0)]),
        ],
        risks: vec![
            risk("Petugas merasa pekerjaannya bertambah", Some(3), Some(4)),
            risk("Ruang belum tersedia", None, Some(4)),
        ],
        budget: vec![
            cost("Lembar ukur", Some(2.5), Some(150_000.0)),
            cost("Papan alur", Some(1.0), Some(875_000.0)),
            cost("Penataan ruang", None, Some(5_000_000.0)),
        ],
        evidence: vec![
            hall,
            evidence(2, "Bayi pulang membawa akta kelahiran", Standing::Changed),
        ],
    }
}

fn photo(name: &str) -> Option<Vec<u8>> {
    (name == "media:foto").then(|| crate::report::picture::tests::jpeg_file(300, 200))
}

fn set(print: &ProposalPrint, paper: &Paper) -> Pages {
    lay_out(&proposal(print), paper, &photo).0
}

/// The words outside charts, one line of text each.
fn words(pages: &Pages) -> String {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let words = items.filter_map(|item| match item {
        Item::Run(run) if !run.is_furniture() => Some(run.text.as_str()),
        _ => None,
    });
    words.collect::<Vec<_>>().join("\n")
}

/// How often `part` is among the letters of `whole`.
fn times(whole: &str, part: &str) -> usize {
    letters(whole).matches(&letters(part)).count()
}

#[track_caller]
fn assert_once(whole: &str, parts: &[&str]) {
    for part in parts {
        assert_eq!(times(whole, part), 1, "{part:?} in\n{whole}");
    }
}

/// Everything inside drawings too lies within the margins of the paper.
fn assert_inside(pages: &Pages) {
    for page in &pages.pages {
        for item in &page.items {
            assert_in(page.size, item);
            if let Item::Drawing(_, inner, _) = item {
                inner.iter().for_each(|item| assert_in(page.size, item));
            }
        }
    }
}

#[track_caller]
fn assert_in((width, height): (f32, f32), item: &Item) {
    let points: Vec<(f32, f32)> = match item {
        Item::Run(run) => vec![(run.x, run.y - run.size * 0.7), (run.x + run.width, run.y)],
        Item::Path(path) => path.outline.points().collect(),
        Item::Fill(r, _)
        | Item::Frame(r, ..)
        | Item::Image(r, ..)
        | Item::Link(r, ..)
        | Item::Drawing(r, ..) => vec![(r.x, r.y), (r.x + r.w, r.y + r.h)],
    };
    for (x, y) in points {
        let inside = x >= 40.0 && y >= 0.0 && x <= width - 40.0 && y <= height;
        assert!(inside, "{item:?} outside {width} × {height}");
    }
}

#[test]
fn everything_of_a_proposal_is_on_paper_once() {
    let pages = set(&a_proposal(Language::Id), &Paper::default());
    assert_inside(&pages);
    let text = words(&pages);
    assert_once(
        &text,
        &[
            "RANCANGAN PROYEK PERUBAHAN",
            "LEMBAR PERSETUJUAN",
            "Pendekatan untuk Kepala kantor",
            "Pendekatan untuk Petugas loket",
            "Pendekatan untuk Pemerintah daerah",
            "Keluaran Membentuk tim efektif",
            "Keluaran Membuka satu loket percobaan",
            "Keluaran Menetapkan standar waktu",
            "Penanganan Petugas merasa",
            "Penanganan Ruang belum tersedia",
            "Lembar ukur",
            "Papan alur",
            "Penataan ruang",
            "Bukti 1. Banyak layanan dalam satu tempat",
            "Bukti 2. Bayi pulang membawa akta kelahiran",
            "Papan antrean",
            "Peraturan tentang pelayanan terpadu",
        ],
    );
    // Chapters are in the contents too.
    for chapter in ["1. Latar belakang", "2.1 Jangka pendek"] {
        assert_eq!(times(&text, chapter), 2, "{chapter:?} in\n{text}");
    }
}

#[test]
fn pages_before_the_chapters_have_roman_numbers_and_the_cover_has_none() {
    let pages = set(&a_proposal(Language::Id), &Paper::default());
    let chapter = pages
        .outline
        .iter()
        .find(|it| it.title == "1. Latar belakang");
    let first = chapter.unwrap().page;
    let labels: Vec<String> = (0..=first).map(|page| pages.label(page)).collect();
    assert_eq!(labels, ["", "i", "ii", "1"]);
}

#[test]
fn a_citation_leads_to_its_evidence() {
    let pages = set(&a_proposal(Language::Id), &Paper::default());
    let list = pages.outline.iter().find(|it| it.title == "Daftar Bukti");
    let first = pages.anchors["evidence-1"];
    assert_eq!(first.page, list.unwrap().page);
    let leads = |item: &Item| matches!(item, Item::Link(_, Target::Anchor(name), _) if name == "evidence-1");
    let links = pages
        .pages
        .iter()
        .flat_map(|page| &page.items)
        .filter(|it| leads(it));
    assert!(links.count() >= 2);
}

#[test]
fn footnotes_name_author_site_time_and_what_changed() {
    let text = words(&set(&a_proposal(Language::Id), &Paper::default()));
    assert_once(
        &text,
        &[
            "Bukti 1: Peserta 01 (Papua), Mall Pelayanan Publik, Selasa, 20 Maret 2018, 08.30 WIB.",
            "08.30 WIB (berubah sejak dikutip).",
            "Lihat Bukti 1.",
        ],
    );
    assert_eq!(times(&text, "berubah sejak dikutip"), 1);
    assert_eq!(times(&text, "Berubah sejak dikutip"), 1);
    assert_eq!(times(&text, "2 foto tidak dicetak"), 1);
}

#[test]
fn the_total_counts_what_is_known_and_says_what_is_not() {
    let text = words(&set(&a_proposal(Language::Id), &Paper::default()));
    // 2.5 × 150,000 + 875,000.
    assert_once(&text, &["Jumlah seluruhnya", "Rp1.250.000"]);
    assert_once(&text, &["1 baris belum lengkap dan belum dihitung."]);
    assert!(text.contains("Rp375.000"));
    let mut english = a_proposal(Language::En);
    let one = words(&set(&english, &Paper::default()));
    assert_once(&one, &["1 line is incomplete and not counted."]);
    english.budget.push(BudgetLine::default());
    let two = words(&set(&english, &Paper::default()));
    assert_once(&two, &["2 lines are incomplete and not counted."]);
}

#[test]
fn an_english_proposal_has_english_words_on_f4() {
    let f4 = Paper {
        size: Sheet::F4,
        landscape: false,
    };
    let pages = set(&a_proposal(Language::En), &f4);
    assert_inside(&pages);
    let text = words(&pages);
    for part in [
        "APPROVAL PAGE",
        "Written by",
        "List of Evidence",
        "changed since cited",
        "See Evidence 1.",
        "Rp1,250,000",
        "Not filled in yet.",
        "Stakeholders",
    ] {
        assert!(times(&text, part) >= 1, "{part:?} is not in\n{text}");
    }
    for part in ["Belum", "Daftar", "Jumlah"] {
        assert!(!text.contains(part), "{part:?} is Indonesian");
    }
}

#[test]
fn an_empty_proposal_says_what_is_not_filled_in_under_every_heading() {
    let empty = ProposalPrint {
        sections: vec![Section {
            title: "Latar belakang".to_owned(),
            text: " \n".to_owned(),
        }],
        ..ProposalPrint::default()
    };
    let pages = set(&empty, &Paper::default());
    let text = words(&pages);
    // One section and five tables.
    assert_eq!(times(&text, "Belum diisi."), 6, "{text}");
    assert_once(
        &text,
        &[
            "Belum ada observasi yang dikutip.",
            "Belum ada keputusan yang ditandatangani",
            "Naskah, belum diajukan",
        ],
    );
    assert!(times(&text, "(belum berjudul)") >= 1);
}

#[test]
fn chapters_as_offices_write_them_begin_on_their_own_page() {
    let print = ProposalPrint {
        numbering: ChapterNumbers::Bab,
        ..a_proposal(Language::Id)
    };
    let pages = set(&print, &Paper::default());
    let chapters = pages.outline.iter().filter(|h| h.level == 1);
    let chapters: Vec<_> = chapters.filter(|h| h.title != "Daftar Isi").collect();
    assert_eq!(chapters[0].title, "BAB I LATAR BELAKANG");
    assert_eq!(chapters[3].title, "BAB IV TARGET INDIKATOR");
    let mut begins: Vec<usize> = chapters.iter().map(|h| h.page).collect();
    let all = begins.len();
    begins.dedup();
    assert_eq!(begins.len(), all);
}

#[test]
fn a_decision_that_does_not_cover_the_text_says_so() {
    let mut print = a_proposal(Language::Id);
    print.approval.decisions[0].covers_text = false;
    let text = words(&set(&print, &Paper::default()));
    assert_once(&text, &["tidak cocok dengan isi"]);
}

#[test]
fn many_rows_stay_on_their_pages_and_none_is_lost() {
    let terms = [Term::Short, Term::Medium, Term::Long];
    let print = ProposalPrint {
        stakeholders: (0..60)
            .map(|i| stakeholder(&format!("Pihak ke-{i}."), i % 2 == 0, i % 3 == 0))
            .collect(),
        milestones: (0..200)
            .map(|i| milestone(terms[i % 3], &format!("kerja ke-{i}."), Some(3)))
            .collect(),
        risks: (0..100)
            .map(|i| {
                risk(
                    &format!("bahaya ke-{i}."),
                    Some(1 + i % 5),
                    Some(1 + i / 5 % 5),
                )
            })
            .collect(),
        budget: (0..80)
            .map(|i| cost(&format!("biaya ke-{i}."), Some(1.0), Some(1000.0)))
            .collect(),
        ..a_proposal(Language::Id)
    };
    let pages = set(&print, &Paper::default());
    assert_inside(&pages);
    let text: Vec<String> = words(&pages).lines().map(letters).collect();
    let once = |words: String| {
        let wanted = letters(&words);
        let found = text.iter().filter(|line| **line == wanted).count();
        assert_eq!(found, 1, "{words}");
    };
    (0..60).for_each(|i| once(format!("Pihak ke-{i}.")));
    (0..200).for_each(|i| once(format!("kerja ke-{i}.")));
    (0..100).for_each(|i| once(format!("bahaya ke-{i}.")));
    (0..80).for_each(|i| once(format!("biaya ke-{i}.")));
    assert!(words(&pages).contains("Rp80.000"));
}

#[test]
fn every_chart_tells_its_figures_to_those_who_cannot_see_it() {
    let pages = set(&a_proposal(Language::Id), &Paper::default());
    let figures: Vec<&str> = pages
        .structure
        .elements
        .iter()
        .filter(|element| element.tag == crate::report::structure::Tag::Figure)
        .map(|element| element.alt.as_str())
        .collect();
    // Two gaps, quadrant, milestones, risks and one photo.
    assert_eq!(figures.len(), 6, "{figures:?}");
    assert!(figures.iter().all(|alt| !alt.is_empty()));
    assert!(
        figures[0].contains("lokus belum diketahui"),
        "{}",
        figures[0]
    );
}
