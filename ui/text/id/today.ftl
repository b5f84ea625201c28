# Hari ini.
today-title = Hari ini
today-empty = Belum ada kegiatan hari ini
today-empty-text = Kegiatan hari ini, lokus berikutnya, dan waktu salat muncul di sini setelah jadwal diisi.
