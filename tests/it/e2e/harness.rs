//! The harness tried on a small page of its own, so that a failing journey
//! points at the app.

use serde_json::json;
use std::fs;
use tilik_tests::{By, Fault, Laptop, Outcome, Window};

const PAGE: &str = r#"
  <h1>Kunjungan  hari ini</h1>
  <button hidden>Simpan</button>
  <button><b>Simpan</b></button>
  <button aria-label="Tutup">×</button>
  <label>Nama <input id="name"></label>
  <label for="note">Catatan</label><textarea id="note"></textarea>
  <select aria-label="Zona"><option>WIB</option><option>WITA</option></select>
  <input type="file" multiple hidden>
  <div id="box">kotak</div>
  <p id="said"></p>
"#;

const BEHAVIOUR: &str = r##"
  document.body.innerHTML = arguments[0];
  const at = (selector) => document.querySelector(selector);
  const say = (words) => (at("#said").textContent += `[${words}]`);
  for (const button of document.querySelectorAll("button"))
    button.onclick = () => say(`${button.ariaLabel ?? button.innerText} ditekan`);
  addEventListener("keydown", (e) => e.ctrlKey && e.key.length === 1 && say(`Ctrl ${e.key}`));
  at("[type=file]").onchange = (e) => say([...e.target.files].map((file) => file.name));
  const box = at("#box");
  Object.assign(box.style, { position: "fixed", left: "300px", top: "300px", width: "40px" });
  let from = null, moves = 0;
  box.onpointerdown = (e) => { from = e; moves = 0; box.setPointerCapture(e.pointerId); };
  box.onpointermove = () => (moves += 1);
  box.onpointerup = (e) => say(`geser ${e.x - from.x} ${e.y - from.y} ${moves > 3}`);
"##;

async fn page(laptop: &Laptop) -> Outcome<&Window> {
    let window = laptop.window();
    window.execute(BEHAVIOUR, vec![json!(PAGE)]).await?;
    Ok(window)
}

const SAID: By<'_> = By::Css("#said");

#[tokio::test]
async fn elements_are_found_as_a_person_would_name_them() -> Outcome {
    let laptop = Laptop::open().await?;
    let window = page(&laptop).await?;
    window
        .see(By::Role("heading", "Kunjungan hari ini"))
        .await?;
    window.click(By::Role("button", "Simpan")).await?;
    window.click(By::Role("button", "Tutup")).await?;
    window.click(By::Text("kotak")).await?;
    window
        .see_in(SAID, |said| {
            said.starts_with("[Simpan ditekan][Tutup ditekan]")
        })
        .await?;
    assert!(window.look(By::Role("button", "Hapus")).await?.is_none());
    window
        .execute("document.querySelector('h1').hidden = true", vec![])
        .await?;
    window
        .see_gone(By::Role("heading", "Kunjungan hari ini"))
        .await
}

#[tokio::test]
async fn fields_keys_and_files_are_filled() -> Outcome {
    let laptop = Laptop::open().await?;
    let window = page(&laptop).await?;
    window.fill(By::Label("Nama"), "lama").await?;
    window.fill(By::Label("Nama"), "Peserta 01").await?;
    window.click(By::Label("Catatan")).await?;
    window.write("satu\ndua").await?;
    window.press("Control+k").await?;
    window.choose(By::Label("Zona"), "WITA").await?;
    let photo = laptop.desk().join("foto.png");
    fs::write(&photo, b"x").map_err(|source| Fault::File {
        path: photo.clone(),
        source,
    })?;
    window
        .choose_files(By::Css("[type=file]"), &[&photo])
        .await?;
    window
        .see_in(SAID, |said| said == "[Ctrl k][foto.png]")
        .await?;
    let values = "return ['#name', '#note', 'select'].map((s) => document.querySelector(s).value)";
    let values = window.execute(values, vec![]).await?;
    assert_eq!(values, json!(["Peserta 01", "satu\ndua", "WITA"]));
    Ok(())
}

#[tokio::test]
async fn dragging_moves_by_what_was_asked_in_small_steps() -> Outcome {
    let laptop = Laptop::open().await?;
    let window = page(&laptop).await?;
    let from = window.middle(By::Css("#box")).await?;
    window.drag(from, from.by(120.0, 45.0)).await?;
    window
        .see_in(SAID, |said| said == "[geser 120 45 true]")
        .await
        .map(drop)
}

#[tokio::test]
async fn what_goes_wrong_in_the_page_is_reported() -> Outcome {
    let laptop = Laptop::open().await?;
    let window = page(&laptop).await?;
    window.see_no_errors().await?;
    let wrong = "setTimeout(() => { throw new Error('rusak'); });
        Promise.reject(new Error('ditolak'));
        console.error('dicatat');
        document.body.insertAdjacentHTML('beforeend', '<img src=\"https://tilik.id/x.png\">')";
    window.execute(wrong, vec![]).await?;
    window.frame().await?;
    let Err(Fault::Page(seen)) = window.see_no_errors().await else {
        panic!("nothing was reported");
    };
    for part in ["rusak", "ditolak", "dicatat", "img-src"] {
        assert!(
            seen.iter().any(|line| line.contains(part)),
            "{part} is not in {seen:?}"
        );
    }
    Ok(())
}
