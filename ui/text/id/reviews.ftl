# Tinjauan.
reviews-title = Tinjauan
reviews-empty = Belum ada yang menunggu tinjauan
reviews-empty-text = Usulan yang diajukan peserta menunggu di sini sampai ditinjau dan diputuskan.
