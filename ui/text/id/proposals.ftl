# Usulan perubahan.
proposals-title = Usulan perubahan
proposals-own-title = Usulan saya
proposals-empty = Belum ada usulan
proposals-empty-text = Usulan ditulis bagian demi bagian dan mengutip observasi sebagai bukti.
