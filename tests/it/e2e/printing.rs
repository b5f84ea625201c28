//! The print centre in the real window: a batch on the example, and the files it leaves.

use std::fs;

use serde_json::json;
use tilik_core::app::Theme;
use tilik_core::report::words::Language;
use tilik_tests::{By, Laptop, Outcome, Window};

use super::acting::{go, laptop_of};
use super::screens::{open_example, with_example};

const BATCH: By<'_> = By::Css("[data-kind='batch'][data-state='done']");

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
