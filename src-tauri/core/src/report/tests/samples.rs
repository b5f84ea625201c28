//! Inputs for the tests: the Banyuwangi schedule with four groups, and Markdown with everything.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::Zone;
use crate::report::model::{Letterhead, Signature};
use crate::report::prints::{Audience, SchedulePrint, Visit};
use crate::report::words::Language;

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2018, 3, day)
        .unwrap()
        .and_hms_opt(hour, minute, 0)
        .unwrap()
}

fn visit(day: u32, from: (u32, u32), to: (u32, u32), activity: &str, place: &str) -> Visit {
    Visit {
        start: at(day, from.0, from.1),
        end: at(day, to.0, to.1),
        zone: Zone::Wib,
        groups: Vec::new(),
        activity: activity.to_owned(),
        place: place.to_owned(),
        in_charge: vec!["Panitia".to_owned()],
        remarks: String::new(),
    }
}

/// A letterhead of four lines, without a logo.
pub(super) fn letterhead() -> Letterhead {
    let lines = [
        "KEMENTERIAN AGAMA REPUBLIK INDONESIA",
        "BADAN PENELITIAN DAN PENGEMBANGAN DAN PENDIDIKAN DAN PELATIHAN",
        "PUSAT PENDIDIKAN DAN PELATIHAN TENAGA ADMINISTRASI",
        "Alamat dan telepon kantor (contoh, belum diverifikasi)",
    ];
    Letterhead::from_lines(&lines, None)
}

/// Five days, four groups at different places at the same time.
pub(super) fn busy_schedule() -> SchedulePrint {
    let places = [
        (
            "Mall Pelayanan Publik",
            "Observasi layanan terpadu dan wawancara petugas loket",
        ),
        (
            "Kantor Kemenag Banyuwangi",
            "Observasi layanan nikah, haji dan umrah",
        ),
        (
            "Pondok Pesantren Gontor V",
            "Observasi tata kelola pesantren",
        ),
        (
            "Dinas Kependudukan dan Pencatatan Sipil",
            "Inovasi “Lahir Procot Pulang Bawa Akte”",
        ),
    ];
    let mut visits = vec![visit(
        20,
        (8, 30),
        (10, 15),
        "Penerimaan peserta dan paparan Pemerintah Kabupaten Banyuwangi",
        "Kantor Pemkab Banyuwangi",
    )];
    for day in 20..=24 {
        for group in 0..4 {
            let (place, activity) = places[(group + day as usize) % 4];
            let mut visit = visit(day, (13, 0), (15, 30), activity, place);
            visit.groups = vec![format!("Kelompok {}", group + 1)];
            visit.in_charge = vec![format!("Widyaiswara {:02}", group + 1)];
            if group == 2 {
                visit.remarks = "Membawa surat tugas; berpakaian rapi dan bersepatu".to_owned();
            }
            visits.push(visit);
        }
        visits.push(visit(
            day,
            (11, 30),
            (13, 0),
            "Ishoma",
            "Masjid dan ruang makan setempat",
        ));
        visits.push(visit(
            day,
            (19, 30),
            (21, 0),
            "Diskusi kelompok dan penyusunan catatan",
            "Penginapan",
        ));
    }
    SchedulePrint {
        visits,
        ..schedule_for(Audience::Cohort)
    }
}

/// The schedule without visits.
pub(super) fn schedule_for(audience: Audience) -> SchedulePrint {
    SchedulePrint {
        lang: Language::Id,
        letterhead: Some(letterhead()),
        title: "Jadwal Benchmarking ke Kabupaten Banyuwangi".to_owned(),
        cohort: "Diklatpim Tingkat III Kementerian Agama Tahun 2018".to_owned(),
        organiser: "Pusdiklat Tenaga Administrasi".to_owned(),
        edition: None,
        audience,
        visits: Vec::new(),
        signatures: vec![Signature {
            place_and_date: "Jakarta, 12 Maret 2018".to_owned(),
            role: "Ketua Panitia,".to_owned(),
            name: "Koordinator 01".to_owned(),
            nip: "197001011995031001".to_owned(),
        }],
        author: "Koordinator 01".to_owned(),
    }
}

/// Markdown with everything that the model knows.
pub(super) const SAMPLER: &str = r#"# Catatan lapangan

Rombongan diterima di Kantor Pemkab Banyuwangi pada **Selasa, 20 Maret 2018**. Yang paling menarik
adalah *Mall Pelayanan Publik*: satu gedung untuk banyak layanan, buka Senin sampai Sabtu dan tutup
pukul `14.00`.[^jam] Ada juga ~~event organizer~~ festival yang dikelola sendiri oleh perangkat
daerah. Lihat [laman resmi](https://www.banyuwangikab.go.id) dan [catatan 3](tilik:obs/3@1).

## Yang dicatat

1. Bayi baru lahir pulang membawa akta kelahiran.
2. Pegawai diperlakukan sebagai pelanggan internal:
   - setiap program dibahas dengan mereka lebih dulu;
   - tidak ada hotel melati baru, karaoke, dan toko modern baru.

     Paragraf kedua dalam butir yang sama.
3. Tugas berikutnya:
   - [x] wawancara petugas loket
   - [ ] menghitung waktu tunggu

> Kami berharap dapat membawa pulang sebuah inovasi yang dapat kami adopsi.
>
> > Kutipan di dalam kutipan.

### Tabel

| Layanan | Satuan | Kantor sendiri | Banyuwangi |
|---|:-:|--:|--:|
| Waktu tunggu akta kelahiran | hari | 7 | 1 |
| Jumlah layanan dalam satu gedung, termasuk layanan pusat dan provinsi | jenis | 4 | 150 |
| Indeks kepuasan | – | 81,20 | 88,50 |

```
SELECT layanan, hari FROM mall
 WHERE hari <= 1;
```

بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ

Aksara Jawa: ꦧꦚꦸꦮꦔꦶ (Banyuwangi). Tanda: ≥ ± × → ☑ €.

<script>alert("x")</script>

---

![Papan antrean di Mall Pelayanan Publik](media:foto)

![Foto yang hilang](media:hilang)

#### Penutup

Teks terakhir dengan catatan kedua.[^dua]

[^jam]: Jam buka menurut keterangan petugas, *belum diverifikasi*.
[^dua]: Catatan kaki kedua dengan kalimat yang cukup panjang sehingga perlu lebih dari satu baris
    untuk menuliskannya sampai selesai di kertas ukuran A4.
"#;
