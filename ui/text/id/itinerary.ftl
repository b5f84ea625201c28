# Jadwal kunjungan.
itinerary-title = Jadwal kunjungan
itinerary-short = Jadwal
itinerary-own-title = Jadwal saya
itinerary-empty = Jadwal masih kosong
itinerary-empty-text = Kunjungan setiap kelompok disusun di sini menurut hari dan jam.
