//! The itinerary worked in the real window: a visit dragged to a time that fits,
//! a conflict mended by keys, the rest of a day shifted, attendance taken, and
//! what changed told since the release before; and how smooth a drag is.

use serde_json::json;
use tilik_tests::{By, Fault, Outcome, Point, Window, until};

use super::acting::{attribute, count, go, laptop_of};

const COORDINATOR: &str = "Panitia 01";
const GRID: &str = "[role='group'][data-day='2018-03-22']";

fn card(id: &str) -> String {
    format!("{GRID} [data-kind='visit'][data-id='{id}']")
}

async fn open_thursday(window: &Window) -> Outcome {
    go(window, "itinerary").await?;
    window
        .click(By::Css("[role='radio'][data-day='2018-03-22']"))
        .await?;
    window.see(By::Css(GRID)).await.map(drop)
}

async fn focus(window: &Window, of: &str) -> Outcome {
    let script = "document.querySelector(arguments[0]).focus()";
    window.execute(script, vec![of.into()]).await.map(drop)
}

async fn number(window: &Window, script: &str, arguments: Vec<serde_json::Value>) -> Outcome<f64> {
    let found = window.execute(script, arguments).await?;
    found
        .as_f64()
        .ok_or_else(|| Fault::Answer(found.to_string()))
}

async fn says_another_thing(window: &Window, of: &str, before: &str) -> Outcome<String> {
    until(&format!("{of} to say another thing"), async || {
        let now = attribute(window, of, "aria-label").await?;
        Ok((now != before).then_some(now))
    })
    .await
}

#[tokio::test]
async fn a_day_is_planned_shifted_attended_and_told() -> Outcome {
    let laptop = laptop_of(COORDINATOR).await?;
    let window = laptop.window();
    open_thursday(window).await?;
    window.see(By::Css("[data-kind='prayer-name']")).await?;
    let id = attribute(window, "[data-kind='visit'][data-conflict]", "data-id").await?;
    let card = card(&id);

    mend_by_keys(window, &card).await?;
    drag_to_a_time_that_fits(window, &card).await?;
    pin_and_shift_the_day(window, &id, &card).await?;
    take_attendance(window, &card).await?;
    release_and_read_what_changed(window, &card).await?;
    window.see_no_errors().await
}

/// To the time before that fits, by keys alone, and back by one undo.
async fn mend_by_keys(window: &Window, card: &str) -> Outcome {
    let was = attribute(window, card, "aria-label").await?;
    focus(window, card).await?;
    window.press("Alt+PageUp").await?;
    says_another_thing(window, card, &was).await?;
    window
        .see_gone(By::Css(&format!("{card}[data-conflict]")))
        .await?;
    window
        .screenshot("journey-planning-1-mended")
        .await
        .map(drop)
}

/// Half an hour up and down again while the times that fit are shown; dropped on one.
async fn drag_to_a_time_that_fits(window: &Window, card: &str) -> Outcome {
    let was = attribute(window, card, "aria-label").await?;
    let from: Point = window.middle(By::Css(card)).await?;
    window.hold(from).await?;
    window.hover(from.by(0.0, 60.0)).await?;
    window.see(By::Css("[data-kind='allowed']")).await?;
    window.screenshot("journey-planning-2-dragging").await?;
    let script = "const scale = Number(document.querySelector(arguments[0]).dataset.perMinute);
        const card = document.querySelector(arguments[1]).getBoundingClientRect();
        const put = [...document.querySelectorAll('[data-kind=allowed]')]
          .map((it) => it.getBoundingClientRect())
          .filter((it) => it.height >= card.height)
          .map((it) => it.top - card.top)
          .sort((a, b) => Math.abs(a) - Math.abs(b));
        return Math.round(put[0] / scale / 5) * 5 * scale";
    let by = number(window, script, vec![json!(GRID), json!(card)]).await?;
    window.hover(from.by(0.0, 60.0 + by)).await?;
    window
        .see(By::Css(&format!("{card}:not([data-standing='block'])")))
        .await?;
    window.let_go().await?;
    window.see_gone(By::Css("[data-kind='allowed']")).await?;
    let now = attribute(window, card, "aria-label").await?;
    assert_ne!(now, was);
    window
        .see_gone(By::Css(&format!("{card}[data-conflict]")))
        .await
}

/// A pinned visit stays while the rest of the day moves, and one undo takes the shift back.
async fn pin_and_shift_the_day(window: &Window, id: &str, card: &str) -> Outcome {
    focus(window, card).await?;
    window.press("p").await?;
    window.see(By::Css(&format!("{card}[data-pinned]"))).await?;
    let pinned = attribute(window, card, "aria-label").await?;
    window.click(By::Role("button", "Atur hari")).await?;
    window
        .click(By::Role("menuitem", "Kita terlambat…"))
        .await?;
    window
        .see(By::Css(&format!("[data-kind='stays'][data-id='{id}']")))
        .await?;
    let moves = attribute(window, "[data-kind='moves']", "data-id").await?;
    let other = self::card(&moves);
    let was = attribute(window, &other, "aria-label").await?;
    window.screenshot("journey-planning-3-late").await?;
    window
        .click(By::Css("[role='dialog'] footer button:last-child"))
        .await?;
    window.see_gone(By::Css("[role='dialog']")).await?;
    says_another_thing(window, &other, &was).await?;
    // It may clash now, but it stands where it stood.
    let still = attribute(window, card, "aria-label").await?;
    assert!(still.starts_with(&pinned), "{still}");
    window.press("Control+z").await?;
    until("the day to be as it was", async || {
        let now = attribute(window, &other, "aria-label").await?;
        Ok((now == was).then_some(()))
    })
    .await
}

/// The first two by keys, the rest by one button; it is there after coming back.
async fn take_attendance(window: &Window, card: &str) -> Outcome {
    const PRESENT: &str = "[data-kind='attendee'][data-presence='present']";
    focus(window, card).await?;
    window.press("h").await?;
    window.see(By::Css("[data-kind='attendee']")).await?;
    focus(window, "[data-kind='attendee']").await?;
    window.press("i").await?;
    window.press("h").await?;
    window
        .see(By::Css("[data-kind='attendee'][data-presence='excused']"))
        .await?;
    window.see(By::Css(PRESENT)).await?;
    let people = count(window, "[data-kind='attendee']").await?;
    window.click(By::Text("Tandai sisanya hadir")).await?;
    until("everybody to be marked", async || {
        let there = count(window, PRESENT).await?;
        Ok((there == people - 1).then_some(()))
    })
    .await?;
    window.screenshot("journey-planning-4-attendance").await?;
    window.click(By::Text("Lihat di jadwal")).await?;
    window.see(By::Css(card)).await.map(drop)
}

/// Release 2, a change, and what release 3 would tell since; then release 3.
async fn release_and_read_what_changed(window: &Window, card: &str) -> Outcome {
    const TOLD: &str = "[data-kind='told-change']";
    let last = By::Css("[role='dialog'] footer button:last-child");
    window.click(By::Role("button", "Terbitkan no. 2")).await?;
    window.see(By::Css(TOLD)).await?;
    window.click(last).await?;
    window
        .see(By::Role("heading", "Jadwal no. 2 diterbitkan."))
        .await?;
    window.click(last).await?;
    window.see_gone(By::Css("[role='dialog']")).await?;

    let was = attribute(window, card, "aria-label").await?;
    focus(window, card).await?;
    window.press("p").await?;
    window
        .see_gone(By::Css(&format!("{card}[data-pinned]")))
        .await?;
    window.press("Alt+ArrowDown").await?;
    says_another_thing(window, card, &was).await?;

    window.click(By::Role("button", "Terbitkan no. 3")).await?;
    window
        .see(By::Css(&format!("{TOLD}[data-changes~='moved']")))
        .await?;
    assert_eq!(count(window, TOLD).await?, 1);
    let message = "return document.querySelector('[role=dialog] textarea[readonly]').value";
    let message = window.execute(message, vec![]).await?;
    assert!(!message.as_str().unwrap_or_default().is_empty());
    window.screenshot("journey-planning-5-release").await?;
    window.click(last).await?;
    window
        .see(By::Role("heading", "Jadwal no. 3 diterbitkan."))
        .await?;
    window.screenshot("journey-planning-6-released").await?;
    window.click(last).await
}
