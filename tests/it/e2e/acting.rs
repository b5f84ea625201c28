//! Steps that several journeys share: opening the example again, being one of
//! its persons, and asking the page for an attribute.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tilik_core::app::Theme;
use tilik_core::report::words::Language;
use tilik_tests::{By, Fault, Laptop, Outcome, Window, until};

use super::screens::{open_example, with_example};

/// A laptop on which the example is open in Indonesian, with this person acting.
pub(crate) async fn laptop_of(person: &str) -> Outcome<Laptop> {
    let prepare = |home: &Path| with_example(home, Language::Id, Theme::Light);
    let laptop = Laptop::open_after(prepare).await?;
    enter(laptop.window(), person).await?;
    Ok(laptop)
}

/// The same laptop and person after Tilik was closed and opened.
pub(crate) async fn restarted(laptop: Laptop, person: &str) -> Outcome<Laptop> {
    let laptop = laptop.restart().await?;
    enter(laptop.window(), person).await?;
    Ok(laptop)
}

async fn enter(window: &Window, person: &str) -> Outcome {
    open_example(window, Language::Id).await?;
    act_as(window, person).await
}

/// Chooses who acts, from the menu at the foot of the navigation.
async fn act_as(window: &Window, person: &str) -> Outcome {
    window
        .click(By::Css("nav .person [aria-haspopup='menu']"))
        .await?;
    let item = until(&format!("{person} in the menu"), async || {
        let script = "const items = [...document.querySelectorAll('[role^=menuitem]')];
            return items.map((item) => item.innerText.trim())
              .find((words) => words.startsWith(arguments[0])) ?? null";
        let found = window.execute(script, vec![json!(person)]).await?;
        Ok(found.as_str().map(str::to_owned))
    })
    .await?;
    window.click(By::Role("menuitem", &item)).await?;
    let acting = format!("nav [aria-label^='Bertindak sebagai {person}']");
    window.see(By::Css(&acting)).await?;
    window.see_gone(By::Css("[role='menu']")).await
}

/// Goes to a screen by the navigation, as a person would: once more when a
/// screen that was still opening took its place.
pub(crate) async fn go(window: &Window, screen: &str) -> Outcome {
    let entry = format!("nav [data-go='{screen}']");
    let there = format!("{entry}[aria-current='page']");
    until(&format!("the screen {screen}"), async || {
        window.click(By::Css(&entry)).await?;
        Ok(window.look(By::Css(&there)).await?.map(drop))
    })
    .await
}

/// An attribute of an element that is there, empty when it has none.
pub(crate) async fn attribute(window: &Window, of: &str, name: &str) -> Outcome<String> {
    window.see(By::Css(of)).await?;
    let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? ''";
    let found = window.execute(script, vec![json!(of), json!(name)]).await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

/// How many elements answer to a selector now.
pub(crate) async fn count(window: &Window, of: &str) -> Outcome<u64> {
    let script = "return document.querySelectorAll(arguments[0]).length";
    let found = window.execute(script, vec![json!(of)]).await?;
    found
        .as_u64()
        .ok_or_else(|| Fault::Answer(Value::to_string(&found)))
}

/// A picture as a camera would leave it on the desk: a small JPEG file.
pub(crate) fn photo(desk: &Path) -> PathBuf {
    let path = desk.join("papan-layanan.jpg");
    let shade = |x: u32, y: u32| image::Rgb([(x / 2) as u8, (y / 2) as u8, 120]);
    image::RgbImage::from_fn(320, 240, shade)
        .save(&path)
        .unwrap();
    path
}
