# Peserta & kelompok.
people-title = Peserta & kelompok
people-empty = Belum ada peserta
people-empty-text = Peserta dan widyaiswara diimpor dari Excel, lalu dibagi ke dalam kelompok.
