//! Where they go, what is known of it, and what there is to measure.

use crate::domain::{
    Better, Choice, Coordinates, Indicator, Instrument, Practice, Question, QuestionKind, Record,
    Site, Zone,
};

use super::super::AppError;
use super::Story;

const EXAMPLE_NOTE: &str =
    "Jam buka, daya tampung, dan titik peta di sini hanya contoh; belum diverifikasi.";

/// PermenPAN-RB 14/2017: the nine elements, by stable name.
const SKM: [(&str, &str); 9] = [
    ("persyaratan", "Persyaratan"),
    ("prosedur", "Sistem, mekanisme, dan prosedur"),
    ("waktu", "Waktu penyelesaian"),
    ("biaya", "Biaya/tarif"),
    ("produk", "Produk spesifikasi jenis pelayanan"),
    ("kompetensi", "Kompetensi pelaksana"),
    ("perilaku", "Perilaku pelaksana"),
    ("pengaduan", "Penanganan pengaduan, saran, dan masukan"),
    ("sarana", "Sarana dan prasarana"),
];

impl Story {
    pub(super) fn places(&mut self) -> Result<(), AppError> {
        self.site(
            "pemkab",
            site(
                "Kantor Pemkab Banyuwangi",
                None,
                "Mo-Fr 07:30-16:00",
                None,
                &[
                    "Aparatur sebagai pelanggan internal",
                    "Kerja bersama antarperangkat daerah",
                ],
            ),
        )?;
        let hall = Some((-8.2113, 114.3757));
        self.site(
            "mpp",
            site(
                "Mall Pelayanan Publik",
                hall,
                "Mo-Sa 08:00-14:00",
                Some(2),
                &["Pelayanan terpadu satu tempat", "Antrean dan loket"],
            ),
        )?;
        self.site(
            "kemenag",
            site(
                "Kantor Kemenag Banyuwangi",
                None,
                "Mo-Fr 07:30-16:00",
                Some(1),
                &["Layanan keagamaan"],
            ),
        )?;
        self.site(
            "gontor",
            site(
                "Pondok Pesantren Gontor V",
                None,
                "",
                Some(2),
                &["Tata kelola lembaga pendidikan"],
            ),
        )?;
        self.site(
            "wisata",
            site(
                "Tempat wisata (ditentukan panitia)",
                None,
                "",
                None,
                &["Festival dan perekonomian rakyat"],
            ),
        )?;
        self.practices()?;
        self.measures()
    }

    fn site(&mut self, key: &'static str, site: Site) -> Result<(), AppError> {
        let id = self.add(Record::Site(site))?;
        self.sites.insert(key, id);
        Ok(())
    }

    fn practices(&mut self) -> Result<(), AppError> {
        let practices = [
            (
                "mpp",
                "Mall Pelayanan Publik",
                "mpp",
                "Banyak layanan publik dikumpulkan di satu tempat.",
            ),
            (
                "procot",
                "Lahir Procot Pulang Bawa Akte",
                "mpp",
                "Bayi yang baru lahir pulang sudah membawa akta kelahiran.",
            ),
            (
                "festival",
                "Festival tanpa event organizer",
                "pemkab",
                "Perangkat daerah menyelenggarakan festival bersama-sama, tanpa penyelenggara luar.",
            ),
            (
                "internal",
                "ASN sebagai pelanggan internal",
                "pemkab",
                "Staf memahami dan membahas program sebelum program diluncurkan.",
            ),
            (
                "izin",
                "Pembatasan pasar modern, hotel melati, dan karaoke",
                "pemkab",
                "Izin tidak diberikan, agar usaha rakyat terlindungi.",
            ),
        ];
        for (key, name, site, summary) in practices {
            let practice = Practice {
                name: name.to_owned(),
                site: self.sites.get(site).copied(),
                summary: summary.to_owned(),
            };
            let id = self.add(Record::Practice(practice))?;
            self.practices.insert(key, id);
        }
        Ok(())
    }

    fn measures(&mut self) -> Result<(), AppError> {
        let indicators = [
            ("waktu", "Waktu penyelesaian layanan", "hari", Better::Lower),
            ("meja", "Meja yang didatangi pemohon", "meja", Better::Lower),
        ];
        for (key, name, unit, better) in indicators {
            let indicator = Indicator {
                name: name.to_owned(),
                unit: unit.to_owned(),
                better,
            };
            let id = self.add(Record::Indicator(indicator))?;
            self.indicators.insert(key, id);
        }
        let skm = Instrument {
            name: "Pengamatan sembilan unsur SKM".to_owned(),
            version: 1,
            caution: "Bukan nilai SKM resmi: hanya penilaian seorang pengamat.".to_owned(),
            questions: SKM.iter().map(|(name, label)| rated(name, label)).collect(),
        };
        let id = self.add(Record::Instrument(skm))?;
        self.instruments.insert("skm", id);
        Ok(())
    }
}

fn site(
    name: &str,
    point: Option<(f64, f64)>,
    hours: &str,
    capacity: Option<u32>,
    foci: &[&str],
) -> Site {
    Site {
        name: name.to_owned(),
        address: String::new(),
        coordinates: point.map(|(latitude, longitude)| Coordinates {
            latitude,
            longitude,
            approximate: true,
        }),
        zone: Zone::Wib,
        hours: hours.to_owned(),
        hours_verified: false,
        capacity,
        capacity_people: None,
        groups_a_day: None,
        visit_minutes: None,
        ramadan_hours: String::new(),
        contacts: Vec::new(),
        foci: foci.iter().map(|focus| (*focus).to_owned()).collect(),
        note: EXAMPLE_NOTE.to_owned(),
    }
}

/// A question answered 1 to 4, as in the survey.
fn rated(name: &str, label: &str) -> Question {
    let levels = [
        "1 – tidak baik",
        "2 – kurang baik",
        "3 – baik",
        "4 – sangat baik",
    ];
    let choices = levels.iter().enumerate().map(|(number, label)| Choice {
        name: (number + 1).to_string(),
        label: (*label).to_owned(),
    });
    Question {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
        kind: QuestionKind::SelectOne,
        choices: choices.collect(),
        required: false,
    }
}
