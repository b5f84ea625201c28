# Observasi.
observations-title = Observasi
observations-empty = Belum ada observasi
observations-empty-text = Observasi adalah catatan tentang yang dilihat di lokus: praktik, foto, pelajaran.
