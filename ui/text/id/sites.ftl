# Lokus.
sites-title = Lokus
sites-empty = Belum ada lokus
sites-empty-text = Lokus adalah tempat yang dikunjungi: alamat, jam buka, kapasitas, dan narahubungnya.
