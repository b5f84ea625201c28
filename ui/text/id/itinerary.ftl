# Jadwal kunjungan.
itinerary-title = Jadwal kunjungan
itinerary-short = Jadwal
itinerary-own-title = Jadwal saya
itinerary-loading = Membuka jadwal
itinerary-empty = Jadwal masih kosong
itinerary-empty-text = Kunjungan setiap kelompok disusun di sini menurut hari dan jam.
itinerary-empty-read = Panitia belum menyusun jadwal. Setelah disusun, kunjungan kelompok Anda tampil di sini.
itinerary-no-groups = Belum ada kelompok
itinerary-no-groups-text = Jadwal disusun per kelompok. Bentuk kelompok dari daftar peserta, atau buat acara untuk seluruh angkatan lebih dulu.
itinerary-make-groups = Bentuk kelompok
itinerary-no-sites = Belum ada lokus
itinerary-no-sites-text = Tambahkan tempat yang akan dikunjungi, lengkap dengan jam buka dan daya tampungnya, agar bentrok dapat diperiksa.
itinerary-make-sites = Tambah lokus
itinerary-make-first = Buat kunjungan pertama
itinerary-new = Kunjungan baru
itinerary-print = Cetak
itinerary-grid = Jadwal hari ini menurut kelompok dan jam
itinerary-scope = Jadwal siapa
itinerary-scope-own = Kelompok saya
itinerary-scope-all = Seluruh angkatan
itinerary-view = Tampilan
itinerary-view-grid = Kisi waktu
itinerary-view-list = Daftar
itinerary-everyone = Seluruh angkatan
itinerary-group-gone = Kelompok yang sudah dihapus
itinerary-members = { $count } orang
itinerary-led-by = PJ: { $name }
itinerary-wrong = bentrok: { $what }
itinerary-site-closed = { $site } tutup

# Isian satu kunjungan.
itinerary-what = Jenis acara
itinerary-what-visit = Kunjungan
itinerary-what-travel = Perjalanan
itinerary-what-meal = Makan
itinerary-what-prayer = Ibadah / ishoma
itinerary-what-briefing = Pengarahan / diskusi
itinerary-what-free = Waktu bebas
itinerary-site = Lokus
itinerary-no-site = Tanpa lokus
itinerary-capacity = Menerima { $count } kelompok sekaligus.
itinerary-name = Nama acara
itinerary-name-hint = Bila kosong, dipakai nama lokus.
itinerary-name-missing = Isi nama acara, atau pilih lokus.
itinerary-groups = Kelompok
itinerary-some-groups = Kelompok tertentu
itinerary-start = Mulai
itinerary-end = Selesai
itinerary-backwards = Waktu selesai harus setelah waktu mulai.
itinerary-elsewhere = Jam ditulis menurut waktu setempat ({ $zone }). Di { $place }: { $base }.
itinerary-lead = Penanggung jawab
itinerary-lead-short = PJ
itinerary-no-lead = Belum ditentukan
itinerary-transport = Kendaraan
itinerary-note = Keterangan
itinerary-when = Hari
itinerary-hours = Jam buka
itinerary-open-site = Buka lokus
itinerary-close-form = Tutup isian
itinerary-remove = Hapus
itinerary-day = Hari
itinerary-activity = Kegiatan
itinerary-place = Tempat
itinerary-holiday = hari libur
itinerary-closed = tutup

# Yang baru saja dilakukan.
itinerary-added = Kunjungan dibuat.
itinerary-moved = { $title } digeser ke { $time }.
itinerary-stretched = { $title } kini { $time }.
itinerary-regrouped = { $title } dipindah ke { $groups }, { $time }.
itinerary-removed = { $title } dihapus.
itinerary-undone = Perubahan diurungkan.
itinerary-was-split = Kunjungan dipisah menjadi { $count }.
itinerary-duplicated = Disalin ke { $groups }.
itinerary-read-only = Hanya panitia yang dapat mengubah jadwal.
itinerary-for-everyone = Acara ini untuk seluruh angkatan. Ubah kelompoknya di isian.

# Bentrok.
itinerary-conflicts = Bentrok ({ $count })
itinerary-conflict-count = { $count -> 
   *[other] bentrok
  }
itinerary-no-conflicts = Tidak ada bentrok
itinerary-show = Tampilkan
itinerary-no-better = Tidak ada waktu lain yang cocok pada hari ini.
itinerary-fix-shift = Geser ke { $time }
itinerary-fix-other-day = Pindahkan ke { $time }
itinerary-fix-lead = Tugaskan { $who }
itinerary-fix-add = Tambah kunjungan { $time }
itinerary-accept = Terima…
itinerary-accept-now = Terima
itinerary-accepted = Peringatan “{ $what }” diterima.
itinerary-withdraw = Cabut
itinerary-withdrawn = Penerimaan “{ $what }” dicabut.
itinerary-reason = Alasan
itinerary-reason-hint = Tercatat atas nama Anda dan tetap terlihat.
itinerary-reason-missing = Tulis mengapa peringatan ini boleh dibiarkan.
itinerary-accepted-ones = Diterima ({ $count })
itinerary-notes = Catatan ({ $count })

# Terbitan.
itinerary-release = Terbitkan no. { $number }
itinerary-release-text = Jadwal dibekukan dengan nomor dan tanda tangan Anda, lalu menjadi acuan bersama. Perubahan sesudahnya ditandai dan dapat diterbitkan dengan nomor berikutnya.
itinerary-release-conflicts = Masih ada { $count } bentrok. Jadwal tetap dapat diterbitkan.
itinerary-release-note = Pesan untuk semua
itinerary-release-note-hint = Misalnya apa yang berubah.
itinerary-released = Jadwal no. { $number } diterbitkan.
itinerary-releases = Terbitan
itinerary-no-release = Jadwal belum pernah diterbitkan.
itinerary-release-number = No. { $number }
itinerary-changed-since = Berubah sejak no. { $number }
itinerary-unchanged = Sama dengan terbitan
itinerary-added-count = { $count } baru
itinerary-moved-count = { $count } dipindah
itinerary-removed-count = { $count } dihapus
itinerary-edited-count = { $count } diubah isinya
itinerary-change-added = baru
itinerary-change-moved = dipindah
itinerary-change-removed = dihapus
itinerary-change-edited = diubah

# Papan ketik.
itinerary-keys-focus = pindah
itinerary-keys-shift = geser 5 menit
itinerary-keys-shift-far = geser 30 menit
itinerary-keys-stretch = ubah waktu selesai
itinerary-keys-group = kelompok lain
itinerary-keys-open = buka
itinerary-keys-day = hari lain
itinerary-keys-spot = waktu yang cocok
itinerary-keys-menu = menu

# Yang digambar di bawah kartu.
itinerary-break-lunch = makan
itinerary-break-prayer = salat
itinerary-ride = { $minutes } mnt
itinerary-ride-unknown = ? mnt

# Yang dapat dilakukan dengan satu kunjungan.
itinerary-acts = Tindakan
itinerary-act-open = Buka
itinerary-act-attendance = Daftar hadir
itinerary-act-pin = Sematkan waktunya
itinerary-act-unpin = Lepas sematan
itinerary-act-spot-next = Ke waktu cocok berikutnya
itinerary-act-spot-before = Ke waktu cocok sebelumnya
itinerary-act-longer = Perpanjang 5 menit
itinerary-act-shorter = Persingkat 5 menit
itinerary-act-split = Pisahkan kelompok…
itinerary-act-merge = Gabungkan kelompok…
itinerary-act-copy = Salin ke { $group }
itinerary-act-late = Geser sejak kunjungan ini…
itinerary-pinned = Waktu sudah disepakati; jangan digeser
itinerary-is-pinned = disematkan
itinerary-was-pinned = { $title } disematkan pada { $time }.
itinerary-was-unpinned = Sematan { $title } dilepas.
itinerary-pinned-stays = Waktunya sudah disepakati. Lepas sematan (P) sebelum menggeser.
itinerary-no-spot = Tidak ada waktu cocok ke arah itu pada hari ini.
itinerary-count = { $count } acara

# Memisah, menggabung, menyalin hari.
itinerary-split-title = Pisahkan kelompok: { $title }
itinerary-split-text = Kelompok yang dicentang mendapat kunjungan sendiri pada waktu yang sama ({ $time }), lalu dapat digeser.
itinerary-split-who = Yang dipisahkan
itinerary-split-do = Pisahkan
itinerary-split-all = Satu per kelompok
itinerary-merge-title = Gabungkan kelompok: { $title }
itinerary-merge-text = Kelompok yang dicentang ikut pada { $time }; kunjungannya sendiri dihapus.
itinerary-merge-who = Kunjungan yang digabungkan
itinerary-merge-none = Tidak ada kunjungan lain ke tempat ini.
itinerary-merge-do = Gabungkan
itinerary-was-merged = { $title } kini untuk { $groups }.
itinerary-day-acts = Atur hari
itinerary-copy-day = Salin hari…
itinerary-copy-day-title = Salin { $day }
itinerary-copy-day-text = { $count } acara disalin ke hari lain pada jam yang sama.
itinerary-copy-day-to = Ke hari
itinerary-copy-day-instead = Ganti { $count } acara yang sudah ada pada hari itu
itinerary-pinned-stay = { $count } yang disematkan tetap.
itinerary-copy-day-do = Salin
itinerary-day-copied = { $count } acara disalin.

# Kita terlambat.
itinerary-late = Kita terlambat…
itinerary-late-title = Geser sisa { $day }
itinerary-late-by = Menit
itinerary-late-by-hint = Angka negatif berarti lebih awal.
itinerary-late-from = Mulai dari acara pukul
itinerary-late-who = Kelompok yang bergeser
itinerary-late-moves = Bergeser ({ $count })
itinerary-late-pinned = tetap: disematkan
itinerary-late-shared = tetap: bersama kelompok lain
itinerary-late-conflicts = Bentrok baru ({ $count })
itinerary-late-clear = Tidak ada bentrok baru
itinerary-late-do = Geser { $count } acara
itinerary-late-done = { $count } acara digeser { $minutes } menit.

# Apa yang berubah, untuk siapa.
itinerary-released-text = Sampaikan perubahannya kepada yang terkait.
itinerary-changes = Perubahan
itinerary-changes-since = Perubahan sejak no. { $number }
itinerary-changes-to-now = Dari terbitan no. { $number } sampai jadwal sekarang, yang belum diterbitkan.
itinerary-changes-to-newest = Sampai terbitan terbaru, no. { $number }.
itinerary-changes-for = Untuk siapa
itinerary-changes-count = { $count } perubahan
itinerary-changes-reading = Membandingkan jadwal
itinerary-changes-print = Cetak perubahan
itinerary-message = Pesan untuk disalin
itinerary-message-copy = Salin pesan
itinerary-message-copied = Pesan disalin.
itinerary-message-marked = Pesan ditandai; tekan Ctrl+C untuk menyalin.
itinerary-told-added = baru
itinerary-told-dropped = dihapus
itinerary-told-moved = dipindah
itinerary-told-place = tempat
itinerary-told-groups = kelompok
itinerary-told-lead = penanggung jawab
itinerary-told-details = keterangan lain
itinerary-late-stays = Tetap di tempatnya
