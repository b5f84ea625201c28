# Cetak.
print-title = Cetak
print-empty = Belum ada yang dapat dicetak
print-empty-text = Jadwal, observasi, usulan, dan tinjauan dicetak dari sini ke A4 atau F4.
