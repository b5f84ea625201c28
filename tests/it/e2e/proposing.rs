//! A coordinator has a schedule proposed, takes it up and takes it back, and lets
//! a warning stand with a reason that is still there the next morning.

use serde_json::{Value, json};
use tilik_tests::{By, Outcome, Window, until};

use super::acting::{attribute, count, go, laptop_of, restarted};

const COORDINATOR: &str = "Panitia 01";
const THURSDAY: By<'_> = By::Css("[role='radio'][data-day='2018-03-22']");

/// The grid of a day on which groups visit.
async fn open_thursday(window: &Window) -> Outcome {
    window.click(THURSDAY).await?;
    window
        .see(By::Css("[role='group'][data-day='2018-03-22']"))
        .await
        .map(drop)
}

/// Every card of the day shown, as it is read out.
async fn cards(window: &Window) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-kind=visit]')]
        .map((card) => card.getAttribute('aria-label').split(', bentrok')[0]).sort()";
    let Value::Array(found) = window.execute(script, Vec::new()).await? else {
        return Ok(Vec::new());
    };
    Ok(found
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

#[tokio::test]
async fn a_coordinator_has_a_schedule_proposed_takes_it_up_and_takes_it_back() -> Outcome {
    let laptop = laptop_of(COORDINATOR).await?;
    let window = laptop.window();
    go(window, "itinerary").await?;
    open_thursday(window).await?;
    let before = cards(window).await?;

    window.click(By::Role("button", "Usulkan jadwal")).await?;
    window
        .click(By::Css("input[name='standing'][value='replace']"))
        .await?;
    window.screenshot("journey-propose-1-asking").await?;
    window.click(By::Role("button", "Cari usulan")).await?;
    // What is looked for is told with the first percent: it has begun, and can be ended.
    window.see(By::Text("Mencari: Seimbang")).await?;
    window.screenshot("journey-propose-2-searching").await?;
    window
        .click(By::Role("button", "Cukup, pakai yang terbaik sejauh ini"))
        .await?;
    window.see(By::Css("[data-kind='present-plan']")).await?;
    window.see(By::Css("[data-kind='alternative']")).await?;
    window
        .see(By::Css(
            "[data-kind='proposed'][data-fate='new'], [data-kind='proposed'][data-fate='moved']",
        ))
        .await?;
    window.screenshot("journey-propose-3-found").await?;

    window.click(By::Role("button", "Pakai usulan ini")).await?;
    window.see_gone(By::Css("[data-kind='propose']")).await?;
    open_thursday(window).await?;
    until("the cards to be as proposed", async || {
        let now = cards(window).await?;
        Ok((!now.is_empty() && now != before).then_some(()))
    })
    .await?;
    window.screenshot("journey-propose-4-applied").await?;
    window.press("Control+z").await?;
    until("the cards to be as before", async || {
        Ok((cards(window).await? == before).then_some(()))
    })
    .await?;
    window.see_no_errors().await
}

#[tokio::test]
async fn a_warning_is_accepted_with_a_reason_that_survives_a_restart() -> Outcome {
    const WHY: &str = "Disepakati dengan tuan rumah";
    const OPEN: &str = "[data-kind='conflict'][data-severity='warn']:not([data-accepted])";
    let laptop = laptop_of(COORDINATOR).await?;
    let window = laptop.window();
    // The example has nothing to be warned of; a host without a contact shall be such a thing.
    weigh(window, "tanpa narahubung", "contact-missing", "Peringatan").await?;
    window.see(By::Text("kini: Peringatan")).await?;
    go(window, "itinerary").await?;
    window.see(By::Css(OPEN)).await?;
    let clash = attribute(window, OPEN, "data-clash").await?;
    let open = count(window, OPEN).await?;
    press_in(window, OPEN, "Terima…").await?;
    window.fill(By::Label("Alasan"), WHY).await?;
    window.screenshot("journey-accept-1-reason").await?;
    window.press("Enter").await?;
    let accepted = format!("[data-clash='{clash}'][data-accepted]");
    window.see(By::Css(&accepted)).await?;
    assert_eq!(count(window, OPEN).await?, open - 1);
    window.screenshot("journey-accept-2-accepted").await?;
    window.see_no_errors().await?;

    let laptop = restarted(laptop, COORDINATOR).await?;
    let window = laptop.window();
    go(window, "itinerary").await?;
    window
        .see_in(By::Css(&accepted), |words| {
            words.contains(WHY) && words.contains(COORDINATOR)
        })
        .await?;
    press_in(window, &accepted, "Cabut").await?;
    window.see_gone(By::Css(&accepted)).await?;
    assert_eq!(count(window, OPEN).await?, open);
    Ok(())
}

#[tokio::test]
async fn a_rule_that_is_weighed_anew_changes_what_must_be_mended() -> Outcome {
    let laptop = laptop_of(COORDINATOR).await?;
    let window = laptop.window();
    weigh(window, "tanpa PJ", "lead-missing", "Catatan").await?;
    let rule = "[data-kind='rule'][data-id='lead-missing']";
    window
        .see(By::Css(&format!("{rule}[data-severity='note']")))
        .await?;
    window.screenshot("journey-rules-1-weighed").await?;
    window.press("Control+z").await?;
    window
        .see(By::Css(&format!("{rule}[data-severity='warn']")))
        .await
        .map(drop)
}

/// Gives a rule another weight in the settings.
async fn weigh(window: &Window, word: &str, rule: &str, weight: &str) -> Outcome {
    window.click(By::Css("nav [data-go='settings']")).await?;
    let row = format!("[data-kind='rule'][data-id='{rule}']");
    window.see(By::Css(&row)).await?;
    window
        .choose(By::Label(&format!("Bobot: {word}")), weight)
        .await
}

/// Presses the button with this word inside the first element of a selector.
async fn press_in(window: &Window, of: &str, word: &str) -> Outcome {
    let script = "const place = document.querySelector(arguments[0]);
        place.scrollIntoView({ block: 'center' });
        [...place.querySelectorAll('button')]
          .find((button) => button.innerText.trim() === arguments[1]).click()";
    window
        .execute(script, vec![json!(of), json!(word)])
        .await
        .map(drop)
}
