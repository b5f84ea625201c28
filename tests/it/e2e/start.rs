//! Opening Tilik for the first time, and again.

use tilik_tests::{By, Laptop, Outcome, Window};

/// The three doors of the start screen.
async fn see_the_doors(window: &Window) -> Outcome {
    for door in ["Buka contoh", "Saya punya undangan", "Buat angkatan baru"] {
        window.see(By::Role("button", door)).await?;
    }
    window.see_no_errors().await
}

#[tokio::test]
async fn a_new_laptop_opens_on_the_start_screen() -> Outcome {
    let laptop = Laptop::open().await?;
    let window = laptop.window();
    see_the_doors(window).await?;
    assert_eq!(window.client().title().await?, "Tilik");
    window.screenshot("start").await.map(drop)
}

#[tokio::test]
async fn the_window_comes_back_after_a_restart_and_after_a_crash() -> Outcome {
    let laptop = Laptop::open().await?.restart().await?.crash().await?;
    see_the_doors(laptop.window()).await
}
