# Peserta & kelompok.
people-title = Peserta & kelompok
people-short = Peserta
people-empty = Belum ada peserta
people-empty-text = Peserta dan widyaiswara diimpor dari Excel, lalu dibagi ke dalam kelompok.
