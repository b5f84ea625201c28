//! What was seen, and the two proposals that stand on it. Every statement about
//! Banyuwangi is one of the report's; nothing is measured, so readings stay
//! unknown.

use std::collections::BTreeMap;

use crate::domain::{
    Adoption, Anchor, Citation, Comment, Day, Milestone, Observation, Outcome, Proposal, Reading,
    Record, Review, Risk, Score, Stakeholder, Target, Term, UtcMinute,
};

use super::super::AppError;
use super::{Story, at};

struct Seen {
    key: &'static str,
    trainee: usize,
    site: &'static str,
    when: (u32, u32, u32),
    title: &'static str,
    note: &'static str,
    practice: &'static str,
    success: &'static str,
    lesson: &'static str,
    adoption: Adoption,
    reason: &'static str,
}

const SEEN: &[Seen] = &[
    Seen {
        key: "internal",
        trainee: 3,
        site: "pemkab",
        when: (20, 10, 40),
        title: "Staf memahami program sebelum diluncurkan",
        note: "Pemkab menyebut ASN sebagai **pelanggan internal**.\n\n- Sebelum sesuatu digulirkan ke luar, semua staf harus paham apa yang akan dikerjakan bersama.\n- Masukan staf dibahas dahulu, baru program diluncurkan.",
        practice: "internal",
        success: "Pimpinan mau mendengar staf sebelum memutuskan.",
        lesson: "Layanan yang dipahami petugasnya lebih mudah dijelaskan kepada warga.",
        adoption: Adoption::Adopt,
        reason: "Tidak memerlukan anggaran baru; cukup kebiasaan rapat sebelum peluncuran.",
    },
    Seen {
        key: "keroyokan",
        trainee: 10,
        site: "pemkab",
        when: (20, 11, 5),
        title: "Festival dikerjakan bersama antarperangkat daerah",
        note: "Festival dan pelayanan publik dikerjakan *keroyokan* antarperangkat daerah. Ego sektoral ditanggalkan, sehingga acara berjalan tanpa event organizer dari luar; pegawai sendiri yang menanganinya.",
        practice: "festival",
        success: "Yang dibangun adalah tim yang unggul, bukan orang per orang.",
        lesson: "Pegawai dapat menjadi juru bicara daerahnya.",
        adoption: Adoption::Adapt,
        reason: "Kantor kami kecil; cocok untuk kegiatan bersama KUA dan madrasah.",
    },
    Seen {
        key: "mpp",
        trainee: 0,
        site: "mpp",
        when: (21, 8, 30),
        title: "Banyak layanan dalam satu tempat",
        note: "Mall Pelayanan Publik termasuk inovasi yang menarik kabupaten lain untuk belajar. Layanan berbagai instansi berada dalam satu gedung.\n\n| Yang diamati | Catatan |\n|---|---|\n| Jumlah meja yang didatangi | belum dihitung |\n| Waktu penyelesaian | belum diukur |",
        practice: "mpp",
        success: "Petugas setiap instansi berada di tempat yang sama.",
        lesson: "Warga tidak berpindah kantor untuk satu urusan.",
        adoption: Adoption::Adapt,
        reason: "Skala kantor kami lebih kecil; satu loket terpadu sudah cukup.",
    },
    Seen {
        key: "procot",
        trainee: 5,
        site: "mpp",
        when: (22, 8, 50),
        title: "Bayi pulang membawa akta kelahiran",
        note: "Program *Lahir Procot Pulang Bawa Akte*: bayi yang baru lahir pulang sudah membawa akta kelahirannya.",
        practice: "procot",
        success: "Urusan diselesaikan di tempat peristiwanya terjadi.",
        lesson: "Dokumen dapat diserahkan saat warga masih berada di tempat layanan.",
        adoption: Adoption::Adapt,
        reason: "Gagasannya dapat dipakai untuk dokumen nikah: diserahkan pada hari akad.",
    },
    Seen {
        key: "cepat",
        trainee: 17,
        site: "mpp",
        when: (23, 8, 20),
        title: "Layanan berjalan cepat",
        note: "Kesan peserta dari Papua: pelayanan publiknya bagus, semua berjalan cepat sehingga memudahkan masyarakat.",
        practice: "mpp",
        success: "Alur pendek.",
        lesson: "Harapan kami, ada inovasi yang dapat dibawa pulang.",
        adoption: Adoption::Adopt,
        reason: "Percepatan layanan adalah kebutuhan kantor kami.",
    },
    Seen {
        key: "izin",
        trainee: 7,
        site: "pemkab",
        when: (22, 10, 30),
        title: "Izin pasar modern dan karaoke dibatasi",
        note: "Pendirian pasar modern dan hotel kelas melati tidak diizinkan, lokalisasi dan karaoke ditutup. Upaya ini mendapat penghargaan khusus dari para peserta.",
        practice: "izin",
        success: "Sikap pimpinan yang tegas.",
        lesson: "Perizinan dapat melindungi usaha rakyat.",
        adoption: Adoption::NotForUs,
        reason: "Di luar wewenang kantor kami.",
    },
    Seen {
        key: "ekonomi",
        trainee: 14,
        site: "wisata",
        when: (21, 13, 20),
        title: "Festival sepanjang tahun menggerakkan ekonomi rakyat",
        note: "Festival digelar sepanjang tahun. Tujuannya bukan hanya mempromosikan pariwisata, tetapi juga mendongkrak perekonomian rakyat.",
        practice: "festival",
        success: "Festival direncanakan sebagai rangkaian.",
        lesson: "Satu kegiatan dapat melayani dua tujuan.",
        adoption: Adoption::Adapt,
        reason: "Dapat dipakai untuk peringatan hari besar keagamaan.",
    },
    Seen {
        key: "pesantren",
        trainee: 11,
        site: "gontor",
        when: (21, 10, 30),
        title: "Kunjungan ke Pondok Pesantren Gontor V",
        note: "Pondok Pesantren Gontor V termasuk lokus kunjungan. Pertanyaan untuk tuan rumah: bagaimana pembagian tugas pengelolaan harian?",
        practice: "",
        success: "",
        lesson: "",
        adoption: Adoption::Adapt,
        reason: "Perlu wawancara lanjutan.",
    },
];

impl Story {
    pub(super) fn collect_evidence(&mut self) -> Result<(), AppError> {
        for seen in SEEN {
            let (day, hour, minute) = seen.when;
            self.now(at(day, hour, minute));
            let trainee = self.trainees[seen.trainee];
            self.session.act_as(trainee)?;
            let observation = self.observation(seen, at(day, hour, minute));
            let entry = self.session.add(Record::Observation(observation))?;
            if let Some(version) = entry.version {
                self.observations.insert(seen.key, (entry.id, version));
            }
        }
        Ok(())
    }

    fn observation(&self, seen: &Seen, at: UtcMinute) -> Observation {
        let site = self.sites.get(seen.site).copied();
        let group = self.groups[seen.trainee % self.groups.len()];
        let during = self.visits.iter().find(|(_, visit)| {
            visit.site == site && visit.includes(group) && visit.start <= at && at < visit.end
        });
        let unknown = |key: &str| {
            self.indicators.get(key).map(|indicator| Reading {
                indicator: *indicator,
                site_value: None,
                home_value: None,
                source: "belum diukur".to_owned(),
            })
        };
        let readings = match seen.key {
            "mpp" => [unknown("waktu"), unknown("meja")]
                .into_iter()
                .flatten()
                .collect(),
            _ => Vec::new(),
        };
        Observation {
            title: seen.title.to_owned(),
            site,
            visit: during.map(|(id, _)| *id),
            at,
            note: seen.note.to_owned(),
            practice: self.practices.get(seen.practice).copied(),
            key_to_success: seen.success.to_owned(),
            lesson: seen.lesson.to_owned(),
            adoption: Some(seen.adoption),
            reason: seen.reason.to_owned(),
            readings,
            ..Default::default()
        }
    }

    /// `[words](tilik:obs/…)`, the observation as it was when cited.
    fn cite(&self, key: &str, words: &str) -> String {
        match self.observations.get(key) {
            Some((observation, version)) => {
                let citation = Citation {
                    observation: *observation,
                    version: *version,
                };
                format!("[{words}]({})", citation.target())
            }
            None => words.to_owned(),
        }
    }

    pub(super) fn propose_and_review(&mut self) -> Result<(), AppError> {
        self.now(at(22, 19, 30));
        let author = self.trainees[3];
        self.session.act_as(author)?;
        let proposal = self.one_counter();
        let entry = self.session.add(Record::Proposal(proposal))?;
        let submission = self.session.submit(entry.id)?;

        self.now(at(23, 9, 5));
        let author = self.trainees[10];
        self.session.act_as(author)?;
        let proposal = self.staff_first();
        let entry = self.session.add(Record::Proposal(proposal))?;
        self.session.submit(entry.id)?;

        self.now(at(23, 19, 40));
        self.session.act_as(self.instructors[0])?;
        let review = self.session.open_review(submission.id)?;
        if let Record::Review(begun) = review.record {
            let written = Review { comments: comments(), scores: scores(), summary: "Gagasannya dapat dikerjakan. Lengkapi angka awal sebelum laboratorium kepemimpinan.".into(), ..begun };
            self.session.save(review.id, Record::Review(written))?;
        }
        self.session.decide(review.id, Outcome::Revise)?;
        Ok(())
    }

    fn one_counter(&self) -> Proposal {
        let internal = self.cite("internal", "staf dibuat paham sebelum program digulirkan");
        let hall = self.cite("mpp", "banyak layanan berada dalam satu tempat");
        let birth = self.cite("procot", "dokumen diserahkan sebelum warga pulang");
        let text = |key: &str, body: String| (key.to_owned(), body);
        Proposal {
            title: "Layanan satu loket di kantor sendiri".into(),
            programme: "diklatpim-iii".into(),
            sections: BTreeMap::from([
                text("a-latar-belakang", format!(
                    "Pemohon di kantor kami berpindah meja untuk satu urusan; berapa lama dan berapa meja belum kami ukur.\n\nDi Banyuwangi, {hall}. Gagasan yang sama terlihat pada pencatatan kelahiran: {birth}.\n\nKesenjangannya: warga mendatangi petugas, bukan petugas yang berkumpul untuk warga."
                )),
                text("b-tujuan", "1. **Jangka pendek:** satu loket percobaan untuk satu jenis layanan.\n2. **Jangka menengah:** semua layanan pendaftaran melalui loket itu.\n3. **Jangka panjang:** waktu penyelesaian diumumkan dan ditepati.".into()),
                text("c-manfaat", "Bagi pemohon: sekali datang. Bagi kantor: antrean dapat dihitung. Bagi penulis: belajar memimpin perubahan.".into()),
                text("d-proses-bisnis", "| Sebelum | Sesudah |\n|---|---|\n| Pemohon mencari meja yang benar | Pemohon datang ke satu loket |\n| Berkas dibawa pemohon dari meja ke meja | Berkas dipindahkan petugas |".into()),
                text("e-tim-efektif", format!(
                    "Penanggung jawab loket, dua petugas, dan seorang pencatat waktu. Sebelum dibuka, {internal}."
                )),
            ]),
            stakeholders: BTreeMap::from([
                row("s1", Stakeholder { position: 1.0, name: "Kepala kantor".into(), high_interest: true, high_power: true, internal: true, approach: "Laporan singkat setiap Jumat".into() }),
                row("s2", Stakeholder { position: 2.0, name: "Petugas loket".into(), high_interest: true, high_power: false, internal: true, approach: "Rapat masukan sebelum peluncuran".into() }),
                row("s3", Stakeholder { position: 3.0, name: "Pemerintah daerah".into(), high_interest: false, high_power: true, internal: false, approach: "Surat pemberitahuan".into() }),
                row("s4", Stakeholder { position: 4.0, name: "Pemohon layanan".into(), high_interest: true, high_power: false, internal: false, approach: "Papan alur dan kotak masukan".into() }),
            ]),
            milestones: BTreeMap::from([
                row("m1", Milestone { position: 1.0, term: Term::Short, start: Day::new(2018, 3, 26), activity: "Membentuk tim efektif".into(), days: Some(5), output: "SK tim".into(), evidence: "SK dan notulen".into() }),
                row("m2", Milestone { position: 2.0, term: Term::Short, start: None, activity: "Mengukur waktu dan meja saat ini".into(), days: Some(10), output: "Angka awal".into(), evidence: "Lembar ukur".into() }),
                row("m3", Milestone { position: 3.0, term: Term::Medium, start: None, activity: "Membuka satu loket percobaan".into(), days: Some(30), output: "Loket berjalan".into(), evidence: "Foto dan catatan antrean".into() }),
                row("m4", Milestone { position: 4.0, term: Term::Long, start: None, activity: "Menetapkan standar waktu".into(), days: Some(60), output: "Maklumat pelayanan".into(), evidence: "Maklumat terpasang".into() }),
            ]),
            risks: BTreeMap::from([
                row("r1", Risk { position: 1.0, risk: "Petugas merasa pekerjaannya bertambah".into(), likelihood: Some(3), impact: Some(4), mitigation: "Pembagian tugas disusun bersama mereka".into() }),
            ]),
            budget: BTreeMap::new(),
            targets: self.indicators.get("meja").map(|indicator| {
                row("t1", Target { position: 1.0, indicator: Some(*indicator), home: None, site: None, target: Some(1.0) })
            }).into_iter().collect(),
        }
    }

    fn staff_first(&self) -> Proposal {
        let together = self.cite(
            "keroyokan",
            "kegiatan dikerjakan bersama tanpa penyelenggara luar",
        );
        let internal = self.cite("internal", "masukan staf dibahas sebelum peluncuran");
        Proposal {
            title: "Staf dahulu: membahas program sebelum diluncurkan".into(),
            programme: "diklatpim-iii".into(),
            sections: BTreeMap::from([
                (
                    "a-latar-belakang".to_owned(),
                    format!(
                        "Program kantor kami kerap diketahui petugas bersamaan dengan warga. Di Banyuwangi, {internal}, dan {together}."
                    ),
                ),
                (
                    "b-tujuan".to_owned(),
                    "Setiap program baru dibahas bersama petugas pelaksana sebelum diumumkan."
                        .to_owned(),
                ),
            ]),
            ..Default::default()
        }
    }
}

fn row<T>(key: &str, row: T) -> (String, T) {
    (key.to_owned(), row)
}

fn comments() -> BTreeMap<String, Comment> {
    let exact = "berapa lama dan berapa meja belum kami ukur";
    let before = "Pemohon di kantor kami berpindah meja untuk satu urusan; ";
    let start = before.encode_utf16().count() as u32;
    let anchor = Anchor {
        section: "a-latar-belakang".into(),
        exact: exact.into(),
        prefix: before.into(),
        suffix: ".".into(),
        start,
        end: start + exact.encode_utf16().count() as u32,
    };
    let on_passage = Comment {
        position: 1.0,
        anchor: Some(anchor),
        body: "Ukur dahulu, walau hanya lima hari. Tanpa angka awal, hasilnya tidak dapat ditunjukkan.".into(),
        resolved: false,
    };
    let on_whole = Comment {
        position: 2.0,
        anchor: None,
        body: "Bagian indikator keberhasilan masih kosong.".into(),
        resolved: false,
    };
    BTreeMap::from([row("c1", on_passage), row("c2", on_whole)])
}

fn scores() -> BTreeMap<String, Score> {
    let score = |key: &str, level, reason: &str| {
        row(
            key,
            Score {
                level: Some(level),
                reason: reason.to_owned(),
            },
        )
    };
    BTreeMap::from([
        score("masalah", 4, "Masalahnya dekat dengan pekerjaan penulis."),
        score(
            "bukti",
            4,
            "Pernyataan tentang lokus dikutip dari observasi.",
        ),
        score("pentahapan", 3, "Waktu tahap kedua perlu ditinjau."),
        score("stakeholder", 4, "Pihak penting sudah dikenali."),
        score(
            "keberlanjutan",
            3,
            "Maklumat pelayanan baru muncul di akhir.",
        ),
    ])
}
