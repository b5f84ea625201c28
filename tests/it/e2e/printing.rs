//! The print centre in the real window: a batch on the example, and the files it leaves.

use std::fs;

use serde_json::json;
use tilik_core::app::Theme;
use tilik_core::report::words::Language;
use tilik_tests::{By, Laptop, Outcome, Window, until};

use super::acting::{go, laptop_of};
use super::screens::{open_example, with_example};

const BATCH: By<'_> = By::Css("[data-kind='batch'][data-state='done']");

/// Every print, as the list has them.
const PRINTS: [&str; 14] = [
    "schedule",
    "pocket",
    "attendance",
    "request",
    "assignment",
    "form",
    "observation",
    "report",
    "proposal",
    "submission",
    "review",
    "coaching",
    "summary",
    "booklet",
];

/// Waits for the table that a file will hold, as it begins; much of it is out of view.
async fn see_table(window: &Window, test: impl Fn(&str) -> bool) -> Outcome {
    let script = "return document.querySelector(\"[data-kind='table-look']\")?.textContent ?? ''";
    until("the right words in the table", async || {
        let words = window.execute(script, vec![]).await?;
        Ok(words.as_str().filter(|words| test(words)).map(drop))
    })
    .await
}

/// Chooses every group's schedule, as a sample of which the first is shown.
async fn choose_every_group(window: &Window) -> Outcome {
    go(window, "print").await?;
    window.click(By::Role("radio", "Kelompok")).await?;
    window
        .click(By::Css("[data-pane='choices'] .combobox-open"))
        .await?;
    window.click(By::Text("Setiap kelompok (4)")).await?;
    window
        .see(By::Css("[data-kind='print-sample']"))
        .await
        .map(drop)
}

#[tokio::test]
async fn a_coordinator_prints_every_groups_schedule_at_once() -> Outcome {
    let laptop = laptop_of("Panitia 01").await?;
    let window = laptop.window();
    choose_every_group(window).await?;
    window
        .see(By::Css("[data-kind='print-pages'] [data-drawn]"))
        .await?;
    window.screenshot("print-1-series").await?;

    window.click(By::Role("button", "Simpan 4 berkas")).await?;
    window
        .see_in(BATCH, |words| {
            words.contains("4 cetakan tersimpan dalam 4 berkas")
        })
        .await?;
    window.screenshot("print-2-done").await?;

    // No documents folder on this laptop, so prints lie in Tilik's own.
    let folder = laptop.home().join("prints");
    for group in 1..=4 {
        let bytes = fs::read(folder.join(format!("jadwal-kelompok-{group}.pdf"))).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 4);

    window.click(By::Role("radio", "Digabung")).await?;
    window
        .click(By::Role("button", "Simpan 4 cetakan dalam satu berkas"))
        .await?;
    window
        .see_in(BATCH, |words| {
            words.contains("4 cetakan tersimpan dalam 1 berkas")
        })
        .await?;
    assert!(folder.join("jadwal-setiap-kelompok.pdf").is_file());
    window.see_no_errors().await
}

#[tokio::test]
async fn a_batch_can_be_ended_and_a_folder_that_cannot_be_written_is_said() -> Outcome {
    let prepare = |home: &std::path::Path| with_example(home, Language::En, Theme::Dark);
    let laptop = Laptop::open_after(prepare).await?;
    let window = laptop.window();
    open_example(window, Language::En).await?;
    go(window, "print").await?;
    window.click(By::Role("radio", "A person")).await?;
    window
        .click(By::Css("[data-pane='choices'] .combobox-open"))
        .await?;
    window.click(By::Text("Every person (41)")).await?;
    let save = By::Role("button", "Save 41 files");
    window.click(save).await?;
    window
        .see(By::Css("[data-kind='batch'][data-state='running']"))
        .await?;
    window.screenshot("print-7-running-en-dark").await?;
    window.click(By::Role("button", "Cancel")).await?;
    window
        .see_in(BATCH, |words| words.contains("not printed"))
        .await?;
    window.screenshot("print-8-ended-en-dark").await?;

    let folder = laptop.home().join("prints");
    let whole = |entry: std::io::Result<fs::DirEntry>| {
        fs::read(entry.unwrap().path())
            .unwrap()
            .trim_ascii_end()
            .ends_with(b"%%EOF")
    };
    assert!(fs::read_dir(&folder).unwrap().all(whole));
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "a file where the folder was").unwrap();
    window.click(save).await?;
    window
        .see_in(BATCH, |words| words.contains("41 not printed"))
        .await?;
    window.screenshot("print-9-failed-en-dark").await?;
    window.see_no_errors().await
}

#[tokio::test]
async fn files_for_other_programs_are_shown_before_they_are_saved() -> Outcome {
    let laptop = laptop_of("Panitia 01").await?;
    let window = laptop.window();
    go(window, "print").await?;
    window.click(By::Role("radio", "Berkas lain")).await?;
    see_table(window, |words| words.contains("Penerimaan rombongan")).await?;
    window.see(By::Css("[data-format='ics']")).await?;
    window.screenshot("print-3-files").await?;

    window.click(By::Css("[data-what='roster']")).await?;
    see_table(window, |words| {
        words.contains("Peserta 01") && !words.contains("NIP")
    })
    .await?;
    window
        .click(By::Role(
            "checkbox",
            "Sertakan NIP, nomor telepon, dan jenis kelamin",
        ))
        .await?;
    see_table(window, |words| words.contains("NIP")).await?;
    window.click(By::Css("[data-format='csv']")).await?;
    window.see(By::Role("button", "Simpan CSV…")).await?;
    window.screenshot("print-4-roster").await?;

    window.click(By::Css("[data-what='everything']")).await?;
    window.see(By::Role("button", "Simpan JSON…")).await?;
    window.screenshot("print-5-everything").await?;
    window.see_no_errors().await
}

#[tokio::test]
async fn the_print_centre_fits_the_smallest_window() -> Outcome {
    let prepare = |home: &std::path::Path| with_example(home, Language::En, Theme::Dark);
    let laptop = Laptop::open_after(prepare).await?;
    let window = laptop.window();
    open_example(window, Language::En).await?;
    window.resize(1024, 640).await?;
    go(window, "print").await?;
    window
        .see(By::Css("[data-kind='print-pages'] [data-drawn]"))
        .await?;
    window.frame().await?;
    window.screenshot("print-small-en-dark").await?;
    // A landscape page keeps its shape, even where little of it fits.
    let page = "const page = document.querySelector('[data-drawn]').getBoundingClientRect();
        return page.width / page.height";
    let shape = window.execute(page, vec![]).await?;
    assert!(
        (shape.as_f64().unwrap() - 297.0 / 210.0).abs() < 0.02,
        "{shape}"
    );
    let script = "const root = document.documentElement;
        return root.scrollWidth <= root.clientWidth";
    assert_eq!(window.execute(script, vec![]).await?, json!(true));
    window.see_no_errors().await
}

#[tokio::test]
async fn every_print_of_the_example_shows_its_pages() -> Outcome {
    let laptop = laptop_of("Panitia 01").await?;
    let window = laptop.window();
    go(window, "print").await?;
    for what in PRINTS {
        window
            .click(By::Css(&format!("[data-what='{what}']")))
            .await?;
        see_pages(window).await?;
        window.screenshot(&format!("print-of-{what}")).await?;
    }
    window.see_no_errors().await
}

/// Waits until the pages of what is chosen are made, opened and drawn.
async fn see_pages(window: &Window) -> Outcome {
    let script = "const pages = document.querySelector(\"[data-kind='print-pages']\");
        const working = document.querySelector(\"[data-kind='print-progress']\");
        return !working && pages?.ariaBusy === 'false' && !!pages.querySelector('[data-drawn]')";
    until("the pages of what is chosen", async || {
        let there = window.execute(script, vec![]).await? == json!(true);
        Ok(there.then_some(()))
    })
    .await
}

#[tokio::test]
async fn a_coordinator_changes_the_words_of_a_letter_beside_its_pages() -> Outcome {
    let laptop = laptop_of("Panitia 01").await?;
    let window = laptop.window();
    go(window, "print").await?;
    window.click(By::Css("[data-what='request']")).await?;
    let change = By::Role("button", "Ubah kata-kata surat…");
    window.click(change).await?;
    window
        .fill(
            By::Css("[data-part='subject']"),
            "Permohonan belajar layanan",
        )
        .await?;
    window.click(By::Css("[data-part='recipient']")).await?;
    window
        .see(By::Role("button", "Kembali ke kata-kata bawaan"))
        .await?;
    window
        .see_gone(By::Css("[data-kind='print-progress']"))
        .await?;
    window.screenshot("print-6-letter").await?;
    window.click(By::Role("button", "Selesai")).await?;
    window.click(change).await?;
    let kept = "return [...document.querySelectorAll('[data-kind=letter] input')]
        .map((input) => input.value)";
    until("the words as they were changed", async || {
        let words = window.execute(kept, vec![]).await?.to_string();
        Ok(words.contains("Permohonan belajar layanan").then_some(()))
    })
    .await?;
    window.see_no_errors().await
}
