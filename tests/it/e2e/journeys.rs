//! A whole piece of work of each role on the example, to its end and over a
//! restart: what was done is what is there afterwards.

use tilik_tests::{By, Outcome, Point, Window, until};

use super::acting::{attribute, count, go, laptop_of, photo, restarted};

const COORDINATOR: &str = "Panitia 01";
const TRAINEE: &str = "Peserta 04 (Papua)";
const INSTRUCTOR: &str = "Widyaiswara 01";

const THURSDAY: By<'_> = By::Css("[role='radio'][data-day='2018-03-22']");

/// The grid of Thursday 22 March, the day with a conflict.
async fn open_thursday(window: &Window) -> Outcome {
    go(window, "itinerary").await?;
    window.click(THURSDAY).await?;
    window
        .see(By::Css("[role='group'][data-day='2018-03-22']"))
        .await
        .map(drop)
}

fn card(id: &str) -> String {
    format!("[data-kind='visit'][data-id='{id}']")
}

/// Its conflicts, without what is only good to know and stands folded away.
fn clash(id: &str) -> String {
    format!("[data-kind='conflict'][data-id='{id}']:not([data-kind='notes'] *)")
}

/// Drags a card up by some minutes of the grid's scale.
async fn drag_up(window: &Window, of: &str, minutes: f64) -> Outcome {
    let scale = attribute(window, "[role='group'][data-day]", "data-per-minute").await?;
    let pixels = scale.parse::<f64>().unwrap() * minutes;
    let from: Point = window.middle(By::Css(of)).await?;
    window.drag(from, from.by(0.0, -pixels)).await
}

/// Presses a chord on the card in focus and waits until the card says another thing.
async fn move_by_keys(window: &Window, of: &str, chord: &str) -> Outcome<String> {
    let before = attribute(window, of, "aria-label").await?;
    window.press(chord).await?;
    until(&format!("{chord} to move the card"), async || {
        let after = attribute(window, of, "aria-label").await?;
        Ok((after != before).then_some(after))
    })
    .await
}

#[tokio::test]
async fn a_coordinator_mends_a_conflict_and_prints_the_plan() -> Outcome {
    let laptop = laptop_of(COORDINATOR).await?;
    let window = laptop.window();
    open_thursday(window).await?;
    let id = attribute(window, "[data-kind='visit'][data-conflict]", "data-id").await?;
    let (card, clash) = (card(&id), clash(&id));
    let was = attribute(window, &card, "aria-label").await?;
    window.screenshot("journey-coordinator-1-conflict").await?;

    // A little is not enough, but the panel speaks of the new time.
    drag_up(window, &card, 10.0).await?;
    until("the card to say its new time", async || {
        let now = attribute(window, &card, "aria-label").await?;
        Ok((now != was).then_some(()))
    })
    .await?;
    window.see(By::Css(&clash)).await?;
    window.screenshot("journey-coordinator-2-dragged").await?;

    window.click(By::Css(&format!("{clash} button"))).await?;
    window.see_gone(By::Css(&clash)).await?;
    window
        .see_gone(By::Css(&format!("{card}[data-conflict]")))
        .await?;
    let mended = attribute(window, &card, "aria-label").await?;
    assert_ne!(mended, was);
    window.screenshot("journey-coordinator-3-mended").await?;

    clash_by_keys_and_undo(window, &card).await?;

    go(window, "print").await?;
    window.see(By::Text("Halaman 1 dari")).await?;
    window
        .see(By::Css("[data-kind='print-pages'] canvas"))
        .await?;
    window.screenshot("journey-coordinator-5-print").await?;
    window.see_no_errors().await?;
    let laptop = restarted(laptop, COORDINATOR).await?;
    open_thursday(laptop.window()).await?;
    let kept = attribute(laptop.window(), &card, "aria-label").await?;
    assert_eq!(kept, mended);
    Ok(())
}

/// Moves the card to the group beside it, where that group is busy, and takes it back.
async fn clash_by_keys_and_undo(window: &Window, card: &str) -> Outcome {
    focus(window, card).await?;
    let groups = attribute(window, card, "data-group").await?;
    move_by_keys(window, card, "Alt+ArrowRight").await?;
    assert_ne!(attribute(window, card, "data-group").await?, groups);
    window
        .see(By::Css(&format!("{card}[data-conflict]")))
        .await?;
    window.screenshot("journey-coordinator-4-clash").await?;
    window.see(By::Role("button", "Urungkan")).await?;
    window.press("Control+z").await?;
    until("the card to be back in its group", async || {
        let now = attribute(window, card, "data-group").await?;
        Ok((now == groups).then_some(()))
    })
    .await
}

async fn focus(window: &Window, of: &str) -> Outcome {
    let script = "document.querySelector(arguments[0]).focus()";
    window.execute(script, vec![of.into()]).await.map(drop)
}

#[tokio::test]
async fn a_trainee_observes_cites_and_submits() -> Outcome {
    const SEEN: &str = "Papan waktu layanan di pintu masuk";
    let laptop = laptop_of(TRAINEE).await?;
    let window = laptop.window();
    go(window, "observations").await?;
    window.press("Control+n").await?;
    window.fill(By::Label("Judul"), SEEN).await?;
    window
        .see(By::Css("[data-field='note'] [data-ready='true']"))
        .await?;
    window.click(By::Role("textbox", "Catatan")).await?;
    window
        .write("Waktu tiap layanan tertulis besar di pintu.")
        .await?;
    window
        .choose_files(
            By::Css("[data-field='photos'] input[type='file']"),
            &[&photo(laptop.desk())],
        )
        .await?;
    window
        .fill(By::Label("Keterangan foto"), "Papan waktu layanan")
        .await?;
    window
        .choose(By::Label("Persetujuan orang di foto"), "tidak ada orang")
        .await?;
    window.see(By::Css("[data-kind='photo'] img")).await?;
    window.click(By::Role("radio", "Adopsi")).await?;
    window.screenshot("journey-trainee-1-observation").await?;
    window.press("Control+Enter").await?;
    window.see(By::Text(SEEN)).await?;
    window.see(By::Text("1 foto")).await?;
    window.screenshot("journey-trainee-2-list").await?;

    open_own_proposal(window).await?;
    window
        .see(By::Css("[data-section] [data-ready='true']"))
        .await?;
    window
        .click(By::Css("[data-section] [contenteditable='true']"))
        .await?;
    let before = count(window, "[data-kind='citation']").await?;
    window
        .click(By::Role("button", &format!("Kutip {SEEN}")))
        .await?;
    let cited = format!("[data-kind='citation'][aria-label='{SEEN}']");
    window.see(By::Css(&cited)).await?;
    assert!(count(window, "[data-kind='citation']").await? > before);
    window.screenshot("journey-trainee-3-cited").await?;

    window.click(By::Text("Ajukan…")).await?;
    window
        .click(By::Role("button", "Tanda tangani dan ajukan versi 2"))
        .await?;
    see_second_version(window).await?;
    window.screenshot("journey-trainee-4-submitted").await?;
    window.see_no_errors().await?;

    let laptop = restarted(laptop, TRAINEE).await?;
    let window = laptop.window();
    go(window, "observations").await?;
    window.see(By::Text(SEEN)).await?;
    open_own_proposal(window).await?;
    window.see(By::Css(&cited)).await?;
    see_second_version(window).await
}

async fn open_own_proposal(window: &Window) -> Outcome {
    go(window, "proposals").await?;
    open_row(window, "Layanan satu loket di kantor sendiri").await?;
    window.see(By::Css("[data-part]")).await.map(drop)
}

/// Opens the row of a table in which these words stand.
async fn open_row(window: &Window, words: &str) -> Outcome {
    window.click(By::Text(words)).await
}

async fn see_second_version(window: &Window) -> Outcome {
    window.see_gone(By::Css("[role='dialog']")).await?;
    window.click(By::Role("radio", "Ajukan")).await?;
    window
        .see_in(By::Css("[data-kind='submission']"), |words| {
            words.contains("Versi 2")
        })
        .await
        .map(drop)
}

#[tokio::test]
async fn an_instructor_comments_scores_and_signs_the_approval() -> Outcome {
    let laptop = laptop_of(INSTRUCTOR).await?;
    let window = laptop.window();
    go(window, "reviews").await?;
    open_row(window, "Peserta 11").await?;
    window.see(By::Css("[data-kind='submission']")).await?;
    window.screenshot("journey-instructor-1-opened").await?;

    window.click(By::Role("radio", "Komentar (0)")).await?;
    window
        .click(By::Role("button", "Komentari seluruh usulan"))
        .await?;
    window
        .fill(By::Label("Isi komentar"), "Ukur angka awal lebih dahulu.")
        .await?;
    window.see(By::Role("radio", "Komentar (1)")).await?;

    window.click(By::Role("radio", "Nilai")).await?;
    window.see(By::Css("[data-kind='criterion']")).await?;
    let criteria = count(window, "[data-kind='criterion']").await?;
    for number in 0..criteria {
        score(window, number).await?;
    }
    window.screenshot("journey-instructor-2-scored").await?;

    window.press("Control+Enter").await?;
    window
        .click(By::Css(
            "[role='dialog'] [role='radio'][data-value='approve'], [role='dialog'] [role='radio']",
        ))
        .await?;
    window.screenshot("journey-instructor-3-deciding").await?;
    window
        .click(By::Role("button", "Tanda tangani: setujui versi 1"))
        .await?;
    window.see_gone(By::Css("[role='dialog']")).await?;
    see_decision(window).await?;
    window.screenshot("journey-instructor-4-decided").await?;
    window.see_no_errors().await?;

    let laptop = restarted(laptop, INSTRUCTOR).await?;
    let window = laptop.window();
    go(window, "reviews").await?;
    window
        .click(By::Css(
            "[role='radio'][data-value='decided'], [role='radio'][value='decided']",
        ))
        .await?;
    open_row(window, "Peserta 11").await?;
    see_decision(window).await
}

/// Gives one criterion, by its place, four of five.
async fn score(window: &Window, number: u64) -> Outcome {
    let script =
        "return document.querySelectorAll('[data-kind=criterion]')[arguments[0]].dataset.id";
    let key = window.execute(script, vec![number.into()]).await?;
    let criterion = format!(
        "[data-kind='criterion'][data-id='{}']",
        key.as_str().unwrap_or_default()
    );
    window
        .click(By::Css(&format!("{criterion} input[value='4']")))
        .await?;
    window
        .see_in(By::Css(&criterion), |words| words.contains("4 dari 5"))
        .await
        .map(drop)
}

async fn see_decision(window: &Window) -> Outcome {
    window.click(By::Role("radio", "Keputusan")).await?;
    let valid = "[data-kind='decision'] [data-signature='valid']";
    window
        .see_in(By::Css(valid), |words| {
            words.contains("Asli. Ditandatangani Widyaiswara 01")
        })
        .await?;
    window
        .see_in(By::Css("[data-kind='decision']"), |words| {
            words.contains("4 dari 5")
        })
        .await
        .map(drop)
}
