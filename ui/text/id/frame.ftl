# Bingkai jendela: navigasi dan Ctrl+K.
frame-navigation = Navigasi
frame-skip = Langsung ke isi
frame-other-cohort = Buka angkatan lain
frame-widen = Lebarkan navigasi
frame-narrow = Ciutkan navigasi
frame-act-as = Contoh: ganti peran
frame-act-as-now = Bertindak sebagai { $name }. Ganti peran, hanya di contoh
frame-act-as-person = Bertindak sebagai { $name }
frame-now-acting-as = Sekarang bertindak sebagai { $name }
frame-go = Buka
frame-make = Buat
frame-change = Ubah
frame-found = Ditemukan
frame-new-observation = Observasi baru
frame-switch-language = Switch to English
frame-nothing-to-undo = Tidak ada yang dapat diurungkan
