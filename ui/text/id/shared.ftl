# Kata-kata yang dipakai di mana-mana.
shared-optional = boleh kosong
shared-time = Jam
shared-day-hint = mis. 20 Mar 2018
shared-day-wrong = Tulis tanggal seperti 20 Maret 2018.
shared-calendar = Pilih di kalender
shared-month-before = Bulan sebelumnya
shared-month-after = Bulan berikutnya
shared-show-list = Tampilkan pilihan
shared-nothing-found = Tidak ada yang cocok
shared-found = { $count } pilihan
shared-searching = Mencari…
shared-search-failed = Pencarian gagal. Ubah kata-katanya untuk mencoba lagi.
shared-palette = Cari atau lakukan
shared-palette-hint = Buka layar, buat catatan, atau cari apa saja…
shared-close = Tutup
shared-cancel = Batal
shared-back = Kembali
shared-undo = Urungkan
shared-try-again = Coba lagi
shared-saving = menyimpan…
shared-typing-kept = diketik, tersimpan sebagai draf
shared-saved-at = tersimpan { $time }
shared-save-failed = gagal menyimpan; tulisan Anda masih di sini
shared-panel = Konteks
shared-show-panel = Tampilkan panel samping
shared-hide-panel = Sembunyikan panel samping
role-coordinator = Koordinator
role-trainee = Peserta
role-instructor = Widyaiswara

# Pintasan papan ketik.
keys-help = Pintasan papan ketik
keys-everywhere = Di mana saja
keys-in-grids = Di jadwal dan tabel
keys-palette = Buka, buat, atau cari apa saja
keys-observe = Observasi baru
keys-done = Selesai dengan yang sedang dikerjakan
keys-undo = Urungkan perubahan terakhir
keys-next-pane = Ke bagian jendela berikutnya
keys-previous-pane = Ke bagian jendela sebelumnya
keys-back = Kembali
keys-grid-move = Pindah ke sel atau baris lain
keys-grid-time = Geser kunjungan ke jam lain
keys-grid-group = Pindahkan kunjungan ke kelompok lain
keys-grid-open = Buka yang dipilih
keys-grid-leave = Tinggalkan tanpa mengubah

# Kegagalan: apa, dan apa yang dapat dilakukan.
failure-not-connected = Jendela ini tidak terhubung dengan Tilik
failure-not-connected-todo = Tutup jendela ini, lalu buka aplikasi Tilik.
failure-unknown = Ada yang tidak berjalan sebagaimana mestinya
failure-unknown-todo = Data yang sudah tersimpan tidak berubah. Coba sekali lagi; bila tetap gagal, tutup dan buka kembali Tilik.
