//! Every screen of the example, in both languages and themes, as pictures to
//! look at in target/screens; and none of them reports an error.

use std::path::Path;

use tilik_core::app::{Home, Session, Settings, Surroundings, Theme};
use tilik_core::report::Sheet;
use tilik_core::report::words::Language;
use tilik_tests::{By, Laptop, Outcome, Window};

/// The screens by their keys, the last of them outside the list.
const SCREENS: [&str; 9] = [
    "today",
    "itinerary",
    "sites",
    "people",
    "observations",
    "proposals",
    "reviews",
    "print",
    "settings",
];

/// A home that holds the example, opened once, with these settings.
pub(crate) fn with_example(home: &Path, language: Language, theme: Theme) -> Outcome {
    let it = Home::at(home.to_owned());
    let settings = Settings {
        language,
        theme,
        sheet: Sheet::A4,
    };
    Session::example(&it.example_folder(), Surroundings::of_the_machine()).unwrap();
    it.keep_settings(settings).unwrap();
    Ok(())
}

pub(crate) async fn open_example(window: &Window, language: Language) -> Outcome {
    let door = match language {
        Language::Id => "Buka contoh",
        Language::En => "Open the example",
    };
    window.click(By::Role("button", door)).await?;
    window
        .see(By::Css("nav [aria-current='page']"))
        .await
        .map(drop)
}

/// What is there once a screen has read what it shows.
fn content_of(screen: &str) -> &'static str {
    match screen {
        "itinerary" => "[data-kind='visit']",
        "people" => "[data-kind='person']",
        "observations" => "[data-kind='observation']",
        "print" => "[data-kind='print-pages'] canvas",
        _ => "h1",
    }
}

async fn walk(language: Language, theme: Theme, suffix: &str) -> Outcome {
    let laptop = Laptop::open_after(|home| with_example(home, language, theme)).await?;
    let window = laptop.window();
    open_example(window, language).await?;
    for screen in SCREENS {
        window
            .click(By::Css(&format!("nav [data-go='{screen}']")))
            .await?;
        window.see(By::Css(content_of(screen))).await?;
        window.see_gone(By::Css("[role='progressbar']")).await?;
        window.screenshot(&format!("{screen}-{suffix}")).await?;
    }
    window.see_no_errors().await
}

#[tokio::test]
async fn every_screen_is_drawn_in_indonesian_and_light() -> Outcome {
    walk(Language::Id, Theme::Light, "id-light").await
}

#[tokio::test]
async fn every_screen_is_drawn_in_indonesian_and_dark() -> Outcome {
    walk(Language::Id, Theme::Dark, "id-dark").await
}

#[tokio::test]
async fn every_screen_is_drawn_in_english_and_light() -> Outcome {
    walk(Language::En, Theme::Light, "en-light").await
}

#[tokio::test]
async fn every_screen_is_drawn_in_english_and_dark() -> Outcome {
    walk(Language::En, Theme::Dark, "en-dark").await
}
