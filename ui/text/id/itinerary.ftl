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
itinerary-split = Pisah per kelompok
itinerary-duplicate = Salin ke kelompok lain
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
itinerary-shift-to = Geser ke { $time }
itinerary-show = Tampilkan
itinerary-no-better = Tidak ada waktu lain yang cocok pada hari ini.

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
itinerary-keys-new = baru
itinerary-keys-remove = hapus
itinerary-keys-day = hari lain
