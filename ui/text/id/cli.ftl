# Baris perintah tilik-cli.
cli-made = Angkatan “{ $name }” dibuat di { $folder }; Anda bekerja sebagai { $person }.
cli-nothing-found = Tidak ada catatan yang memuat “{ $query }”.
cli-rebuilt-equal = Disusun ulang dari { $batches } kumpulan log: { $records } catatan, sama dengan sebelumnya.
cli-rebuilt-mended = Disusun ulang dari { $batches } kumpulan log: { $records } catatan. Yang lama berbeda dan sudah diganti.
cli-printed = { $file }: { $pages } halaman.
cli-batch = { $prints } cetakan, { $pages } halaman.
cli-written = { $file } ditulis.
cli-choose-one = Ada lebih dari satu, atau id-nya tidak dikenal. Pilih dengan --id:
cli-choose-none = Belum ada yang dapat diambil.
cli-no-group = Tidak ada kelompok bernama “{ $name }”.
cli-which-group = Lebih dari satu kelompok memuat “{ $name }”; tulis nama lengkapnya.
cli-no-person = Tidak ada orang bernama “{ $name }”.
cli-which-person = Lebih dari satu orang memuat “{ $name }”; tulis nama lengkapnya.
cli-not-text = { $path } bukan teks UTF-8.
cli-prayer-head = Tanggal     Imsak   Subuh   Terbit  Dzuhur  Ashar   Maghrib Isya
cli-prayer-zone = Waktu { $zone }; metode Kemenag: Subuh 20°, Isya 18°, ihtiyat 2 menit. Hasil hitungan, bukan jadwal resmi.
cli-prayer-order = Tanggal akhir mendahului tanggal awal: { $value }.
cli-prayer-place = Letaknya tidak ada di bumi: { $value }.
cli-prayer-year = Waktu salat hanya dihitung untuk tahun 1900–2100, bukan { $value }.
cli-prayer-never = Di tempat itu matahari tidak mencapai kedudukan yang menentukan waktu ini: { $value }.

# Yang perlu diketahui pembaca cetakan.
cli-no-picture = Gambar “{ $name }” tidak ada atau rusak; sebuah bingkai menggantikannya.
cli-no-glyph = Huruf “{ $glyph }” tidak ada di huruf cetak; sebuah kotak menggantikannya.
cli-cut-cell = Isi sel { $place } terlalu panjang untuk Excel dan dipotong; tandanya […].
cli-no-consent = { $count } foto tidak dicetak karena persetujuan orang di dalamnya belum ditandai atau ditolak.

# Pemeriksaan.
cli-file-good = Berkas basis data utuh.
cli-file-bad = Berkas basis data RUSAK. Buka salinan lain, atau mintalah salinan dari koordinator.
cli-log-verified = Log: { $batches } kumpulan, semua tanda tangan cocok, { $records } catatan.
cli-log-broken = Log: kumpulan ke-{ $batch } TIDAK COCOK dengan tanda tangannya.
cli-log-held = Log: { $held } pernyataan ditahan karena penulisnya belum berhak.
cli-shown-good = Yang terbaca di layar sama dengan isi log.
cli-shown-bad = Yang terbaca di layar BERBEDA dari isi log; jalankan “rebuild”.
cli-signed-good = Kiriman dan keputusan: { $submissions } kiriman, { $decisions } keputusan, semua cocok dengan tanda tangannya.
cli-signed-bad = Kiriman dan keputusan: TIDAK COCOK dengan tanda tangannya: { $bad }
cli-photos-good = Semua foto ada.
cli-photo-missing = Foto HILANG atau rusak pada “{ $title }”.
cli-conflicts = Benturan jadwal: { $count }

# Impor daftar peserta.
cli-roster-found = { $people } orang ditemukan ({ $trainees } peserta, { $instructors } widyaiswara, { $coordinators } koordinator) di lembar “{ $sheet }”, judul kolom di baris { $row }.
cli-roster-problems = Yang perlu dilihat: { $count }
cli-roster-unread = Kolom yang tidak diambil: { $columns }
cli-roster-ignored = Baris { $row } dilewati: { $text }
cli-roster-taken = { $added } orang diambil, { $groups } kelompok dibuat, { $already } sudah ada dan tidak diubah.
cli-dry-run = Hanya dilihat; tidak ada yang disimpan.
cli-cell = Lembar “{ $sheet }”, baris { $row }, kolom { $column }
cli-row = Lembar “{ $sheet }”, baris { $row }
cli-gravity-note = catatan
cli-gravity-warning = periksa
cli-gravity-error = tidak diambil
cli-field-ordinal = nomor urut
cli-field-nip = NIP
cli-field-name = nama
cli-field-role = status
cli-field-position = jabatan
cli-field-office = instansi
cli-field-province = provinsi
cli-field-regency = kabupaten/kota
cli-field-group = kelompok
cli-field-gender = jenis kelamin
cli-field-phone = telepon
cli-problem-nip-damaged = NIP disimpan Excel sebagai bilangan ({ $value }) dan angka terakhirnya hilang; ketik ulang sebagai teks
cli-problem-nip-missing = NIP tidak ada
cli-problem-nip-repeated = NIP { $value } sudah dipakai di baris { $other }
cli-problem-nip-not-digits = NIP “{ $value }” memuat selain angka
cli-problem-nip-length = NIP “{ $value }” tidak 18 angka
cli-problem-nip-birth-date = delapan angka pertama NIP “{ $value }” bukan tanggal lahir
cli-problem-nip-appointment = angka ke-9 sampai ke-14 NIP “{ $value }” bukan tahun dan bulan pengangkatan
cli-problem-nip-sex = angka ke-15 NIP “{ $value }” bukan 1 atau 2
cli-problem-nik-not-nip = “{ $value }” 16 angka: itu NIK, bukan NIP
cli-problem-nip-apostrophe = tanda petik di depan NIP { $value } dilepas
cli-problem-nip-spaces = spasi di dalam NIP { $value } dilepas
cli-problem-nip-signs = tanda baca di dalam NIP { $value } dilepas
cli-problem-name-missing = baris tanpa nama
cli-problem-name-repeated = nama “{ $value }” sudah ada di baris { $other }
cli-problem-role-unknown = status “{ $value }” tidak dikenal; dianggap peserta
cli-problem-role-concluded = tanpa status; dianggap widyaiswara menurut jabatan atau namanya
cli-problem-gender-unknown = “{ $value }” bukan L atau P
cli-problem-phone-not-text = telepon { $value } disimpan sebagai bilangan; angka 0 di depan hilang
cli-problem-formula-error = rumus yang gagal ({ $value }) di tempat { $field }
cli-problem-column-unused = kolom “{ $value }” sama artinya dengan kolom lain dan tidak dipakai
cli-problem-heading-changed = judul kolom berulang dengan urutan lain
cli-problem-another-roster = lembar ini juga tampak seperti daftar peserta dan tidak dibaca

# Usulan jadwal.
cli-plan-found = Usulan: { $made } kunjungan dibuat, { $moved } digeser, { $removed } dihapus. Di jalan { $travel } menit, di luar { $away }; kelompok terjauh { $worst }.
cli-plan-stored = Kunjungan sudah disimpan; satu kali urungkan membatalkan semuanya.
cli-plan-shown = Belum ada yang disimpan; tambahkan --apply untuk menyimpannya.
cli-plan-unmet = Belum terpenuhi: { $wish } ({ $about }), kurang { $lacking }.
cli-plan-relax = Dapat terpenuhi bila “{ $rule }” dilonggarkan { $by }.
cli-plan-solved = { $file }: { $visits } kunjungan, nilai { $objective }, { $unmet } keinginan belum terpenuhi.
