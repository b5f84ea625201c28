//! A cohort's booklet as one Markdown text: forty proposals of some fifteen pages. Every sentence
//! of the example cohort is in it, again and again; between them stand sentences made of many
//! different words, so that no typesetter profits from a text that only repeats itself.

use std::error::Error;
use std::fmt::Write as _;

use tilik_core::app::{ListRequest, Session, Surroundings};
use tilik_core::domain::{Kind, Record};

/// How many proposals.
const PROPOSALS: usize = 40;

const ROOTS: [&str; 64] = [
    "layan",
    "bangun",
    "kembang",
    "laksana",
    "rencana",
    "usul",
    "ubah",
    "ajar",
    "kerja",
    "guna",
    "atur",
    "tata",
    "kelola",
    "bina",
    "pimpin",
    "temu",
    "catat",
    "hitung",
    "ukur",
    "banding",
    "tulis",
    "baca",
    "jelas",
    "terang",
    "dengar",
    "lihat",
    "kunjung",
    "datang",
    "terima",
    "kirim",
    "susun",
    "tetap",
    "tingkat",
    "turun",
    "naik",
    "cepat",
    "mudah",
    "murah",
    "bersih",
    "tertib",
    "jaga",
    "rawat",
    "awas",
    "periksa",
    "nilai",
    "uji",
    "coba",
    "mulai",
    "akhir",
    "lanjut",
    "sedia",
    "siap",
    "bantu",
    "dukung",
    "sepakat",
    "musyawarah",
    "rapat",
    "undang",
    "umum",
    "warta",
    "lapor",
    "adu",
    "tanya",
    "jawab",
];

const FORMS: [(&str, &str); 16] = [
    ("", ""),
    ("di", "kan"),
    ("me", "kan"),
    ("pe", "an"),
    ("ke", "an"),
    ("ber", ""),
    ("ter", ""),
    ("", "an"),
    ("di", "i"),
    ("se", "nya"),
    ("memper", "kan"),
    ("", "nya"),
    ("ber", "an"),
    ("", "lah"),
    ("pe", ""),
    ("men", "i"),
];

const SMALL: [&str; 16] = [
    "yang", "di", "dan", "untuk", "pada", "dengan", "agar", "dari", "dalam", "oleh", "sebagai",
    "tanpa", "karena", "setelah", "antara", "bagi",
];

const SECTIONS: [&str; 12] = [
    "Latar belakang",
    "Tujuan",
    "Manfaat",
    "Ruang lingkup",
    "Keadaan sekarang dan yang diharapkan",
    "Proses bisnis sebelum dan sesudah",
    "Tim efektif",
    "Pemangku kepentingan",
    "Milestone",
    "Risiko",
    "Anggaran",
    "Penutup",
];

/// Numbers that look thrown but are always the same.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % sides.max(1) as u64) as usize
    }

    fn of<'a>(&mut self, choice: &[&'a str]) -> &'a str {
        choice
            .get(self.throw(choice.len()))
            .copied()
            .unwrap_or_default()
    }

    fn word(&mut self) -> String {
        let (before, after) = FORMS[self.throw(FORMS.len())];
        format!("{before}{}{after}", self.of(&ROOTS))
    }

    fn words(&mut self, count: usize) -> String {
        let mut out = String::new();
        for i in 0..count {
            if i > 0 {
                out.push(' ');
            }
            if i % 3 == 2 {
                out.push_str(self.of(&SMALL));
            } else {
                out.push_str(&self.word());
            }
        }
        out
    }

    fn sentence(&mut self) -> String {
        let length = 9 + self.throw(12);
        let words = self.words(length);
        let (first, rest) = words.split_at(1);
        let first = first.to_uppercase();
        match self.throw(9) {
            0 => format!("**{first}{rest}** pada {} Maret 2018.", 1 + self.throw(31)),
            1 => format!("{first}{rest} (*{}*).", self.words(2)),
            2 => format!(
                "{first}{rest} sebanyak {}.{:03} berkas dalam {},{} hari.",
                1 + self.throw(90),
                self.throw(1000),
                1 + self.throw(30),
                self.throw(10)
            ),
            3 => format!(
                "{first}{rest}; lihat [{}](https://contoh.id/{}).",
                self.words(2),
                self.throw(9999)
            ),
            4 => format!("{first}{rest} menurut `LK-{:04}`.", self.throw(10000)),
            _ => format!("{first}{rest}."),
        }
    }

    fn paragraph(&mut self, sentences: &[String]) -> String {
        let mut out = Vec::new();
        for i in 0..4 + self.throw(4) {
            out.push(match i % 2 {
                1 => sentences[self.throw(sentences.len())].clone(),
                _ => self.sentence(),
            });
        }
        out.join(" ")
    }
}

/// The booklet.
pub(crate) fn markdown() -> Result<String, Box<dyn Error>> {
    let sentences = sentences()?;
    let mut dice = Dice(2018);
    let mut out = String::new();
    for number in 1..=PROPOSALS {
        proposal(number, &sentences, &mut dice, &mut out)?;
    }
    Ok(out)
}

fn proposal(
    number: usize,
    sentences: &[String],
    dice: &mut Dice,
    out: &mut String,
) -> std::fmt::Result {
    writeln!(out, "# Usulan {number}: {}\n", dice.words(5))?;
    let mut notes = String::new();
    for (place, section) in SECTIONS.iter().enumerate() {
        writeln!(out, "## {section}\n")?;
        for part in 0..2 {
            writeln!(out, "### {}\n", dice.words(4))?;
            for _ in 0..2 {
                write!(out, "{}", dice.paragraph(sentences))?;
                if dice.throw(3) == 0 {
                    let label = format!("{number}-{place}-{part}-{}", notes.len());
                    write!(out, "[^{label}]")?;
                    writeln!(notes, "[^{label}]: {}\n", dice.sentence())?;
                }
                writeln!(out, "\n")?;
            }
            match (place + part) % 4 {
                0 => table(dice, out)?,
                1 => {
                    for i in 1..=5 {
                        writeln!(out, "{i}. {}", dice.sentence())?;
                    }
                }
                2 => {
                    for _ in 0..4 {
                        writeln!(out, "- {}", dice.sentence())?;
                    }
                }
                _ => writeln!(out, "> {}", dice.paragraph(sentences))?,
            }
            writeln!(out)?;
        }
    }
    out.push_str(&notes);
    Ok(())
}

fn table(dice: &mut Dice, out: &mut String) -> std::fmt::Result {
    writeln!(
        out,
        "| No. | Kegiatan | Keluaran | Biaya (Rp) |\n|--:|---|---|--:|"
    )?;
    for row in 1..=9 {
        writeln!(
            out,
            "| {row} | {} | {} | {}.{:03}.000 |",
            dice.words(7),
            dice.words(3),
            1 + dice.throw(90),
            dice.throw(1000)
        )?;
    }
    Ok(())
}

/// What the example cohort says, cut into sentences.
fn sentences() -> Result<Vec<String>, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let session = Session::example(folder.path(), Surroundings::fixed(1_521_500_000, 1))?;
    let mut texts = Vec::new();
    for kind in [Kind::Observation, Kind::Proposal] {
        let request = ListRequest {
            kind,
            site: None,
            author: None,
            with_removed: false,
            limit: None,
            offset: 0,
        };
        for entry in session.list(&request)?.entries {
            match entry.record {
                Record::Observation(it) => {
                    texts.extend([it.note, it.key_to_success, it.lesson, it.reason]);
                }
                Record::Proposal(it) => texts.extend(it.sections.into_values()),
                _ => {}
            }
        }
    }
    let prose = |line: &&str| !line.is_empty() && !line.starts_with(['|', '-', '#', '1', '2', '3']);
    let lines = texts.iter().flat_map(|text| text.lines()).filter(prose);
    Ok(lines.map(str::to_owned).collect())
}
