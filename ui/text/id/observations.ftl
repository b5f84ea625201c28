# Observasi.
observations-title = Observasi
observations-one = Observasi
observations-new = Observasi baru
observations-empty = Belum ada observasi
observations-none-mine = Anda belum menulis observasi
observations-empty-text = Observasi adalah catatan tentang yang dilihat di lokus: praktik, foto, pelajaran.
observations-none-found = Tidak ada observasi yang cocok
observations-none-found-text = Ubah kata pencarian atau saringannya.
observations-count = { $count } observasi
observations-more-rows = Tampilkan berikutnya
observations-untitled = Tanpa judul
observations-no-site = Lokus belum dipilih
observations-not-one = Catatan ini bukan observasi

# Saringan daftar.
observations-filter = Saring observasi
observations-filter-words = Cari dalam observasi
observations-filter-author = Penulis
observations-filter-all = Semua penulis
observations-filter-mine = Tulisan saya
observations-filter-site = Semua lokus
observations-filter-practice = Semua praktik
observations-filter-adoption = Semua sikap
observations-filter-clear = Hapus saringan

# Keadaan.
observations-draft = draf
observations-unsealed = ada ketikan baru
observations-complete = lengkap
observations-incomplete = belum lengkap
observations-completeness = Kelengkapan
observations-incomplete-hint = Yang belum lengkap tetap tersimpan dan dapat dilanjutkan kapan saja.
observations-lack-title = Judul belum diisi
observations-lack-site = Lokus belum dipilih
observations-lack-adoption = Sikap (adopsi, adaptasi, tidak) belum dipilih
observations-lack-note = Catatan atau jawaban formulir belum ada
observations-lack-photos = Ada foto tanpa keterangan
observations-lack-answers = Pertanyaan wajib baru terjawab { $done } dari { $of }
observations-lack-other = Ada isian yang belum lengkap

# Perbuatan.
observations-beside = Kelengkapan dan kutipan
observations-done = Selesai
observations-print = Cetak
observations-more = Perbuatan lain
observations-make = Buat
observations-remove = Hapus observasi
observations-discard = Buang draf
observations-discarded = Draf dibuang
observations-is-removed = sudah dihapus
observations-put-back = Kembalikan
observations-by = oleh { $name }
observations-cited-by = Dikutip oleh
observations-cited-by-none = Belum dikutip dalam usulan mana pun.
observations-cites-older = mengutip versi sebelumnya

# Isian.
observations-field-title = Judul
observations-field-title-hint = Apa yang Anda lihat, dalam satu baris
observations-field-site = Lokus
observations-field-site-hint = Ketik nama lokus
observations-field-visit = Kunjungan
observations-field-visit-none = Di luar jadwal kunjungan
observations-field-at = Waktu
observations-field-note = Catatan
observations-field-note-hint = Tulis yang terlihat dan terdengar: siapa, apa, berapa, bagaimana.
observations-field-follow-up = Tindak lanjut
observations-field-follow-up-hint = Misalnya data yang perlu diminta, orang yang perlu dihubungi.

# Praktik.
observations-practice-head = Praktik dan pelajaran
observations-practice = Praktik yang dilihat
observations-practice-hint = Pilih praktik atau inovasi
observations-practice-none = Kosongkan praktik
observations-practice-new = Praktik baru
observations-practice-name = Nama praktik baru
observations-practice-name-hint = mis. Lahir Procot Pulang Bawa Akta
observations-key = Kunci keberhasilan
observations-key-hint = Mengapa ini berjalan di sana?
observations-lesson = Pelajaran
observations-lesson-hint = Apa yang dapat dipelajari?
observations-adoption = Akan dibawa pulang?
observations-adopt = Adopsi
observations-adapt = Adaptasi
observations-not-for-us = Tidak untuk kami
observations-reason = Alasan
observations-reason-adopt = Mengapa dapat diterapkan apa adanya?
observations-reason-adapt = Apa yang perlu disesuaikan, dan mengapa?
observations-reason-not-for-us = Mengapa tidak cocok?

# Indikator.
observations-readings = Nilai indikator
observations-readings-hint = Kosong berarti tidak diketahui, bukan nol.
observations-indicator = Indikator
observations-indicator-unknown = Indikator yang belum diterima
observations-indicator-add = Tambahkan indikator
observations-indicator-new = Indikator baru
observations-indicator-name = Nama indikator
observations-indicator-name-hint = mis. Waktu penyelesaian
observations-indicator-unit = Satuan
observations-indicator-unit-hint = mis. hari
observations-indicator-better = Yang lebih baik
observations-higher = makin tinggi makin baik
observations-lower = makin rendah makin baik
observations-site-value = Di lokus
observations-home-value = Di kantor sendiri
observations-source = Sumber
observations-source-hint = mis. papan layanan
observations-unknown = tidak diketahui
observations-reading-remove = Hapus nilai
observations-reading-removed = Nilai indikator dihapus
observations-number-wrong = Tulis angka, misalnya 12,5
observations-whole-wrong = Tulis bilangan bulat, misalnya 12

# Formulir.
observations-instrument-head = Formulir
observations-instrument = Formulir yang diisi
observations-instrument-none = Tanpa formulir
observations-instrument-absent = Koordinator belum menyiapkan formulir.
observations-required-done = wajib { $done } dari { $of }
observations-answers-dropped = Jawaban formulir sebelumnya dilepas
observations-answers = Jawaban
observations-answer-clear = Kosongkan jawaban
observations-unanswered = tidak dijawab
observations-ticked = ya

# Foto.
observations-photos = Foto
observations-photo-add = Tambah foto
observations-photo-ways = atau seret ke sini, atau tempel dengan Ctrl+V
observations-photo-drop = Lepaskan di sini untuk menambah foto
observations-photo-reading = Membaca { $name }
observations-photo-keeping = Menyimpan { $name }
observations-photo-too-large = { $name } lebih besar dari 24 MB. Perkecil dahulu fotonya.
observations-photo-caption = Keterangan foto
observations-photo-caption-hint = Apa yang terlihat di foto?
observations-photo-caption-missing = Belum ada keterangan
observations-photo-number = Foto { $number }
observations-photo-count = { $count } foto
observations-photo-open = Perbesar: { $name }
observations-photo-absent = Berkas foto belum diterima di laptop ini
observations-photo-up = Naikkan: { $name }
observations-photo-down = Turunkan: { $name }
observations-photo-remove = Hapus: { $name }
observations-photo-removed = Foto dihapus
observations-photo-before = Foto sebelumnya
observations-photo-next = Foto berikutnya
observations-photo-stays = tidak ikut dicetak
observations-photo-may-go = boleh dicetak
observations-consent = Persetujuan orang di foto
observations-consent-unmarked = belum ditandai
observations-consent-given = disetujui
observations-consent-nobody-shown = tidak ada orang
observations-consent-refused = ditolak
observations-consent-unmarked-means = Belum ditanyakan. Foto tidak ikut dicetak atau dikirim sampai ditandai.
observations-consent-given-means = Orang di foto setuju fotonya dipakai.
observations-consent-nobody-shown-means = Tidak ada orang yang dapat dikenali di foto.
observations-consent-refused-means = Ada yang menolak. Foto tidak pernah keluar dari laptop ini.
