//! Opening Tilik for the first time.

use tilik_tests::{Laptop, Outcome};

#[tokio::test]
async fn a_new_laptop_opens_on_the_start_screen() -> Outcome {
    let laptop = Laptop::open().await?;
    let window = laptop.window();
    assert_eq!(window.client().title().await?, "Tilik");
    window.screenshot("start").await?;
    window.see_no_errors().await
}

#[tokio::test]
async fn the_window_comes_back_after_a_restart_and_after_a_crash() -> Outcome {
    let laptop = Laptop::open().await?.restart().await?.crash().await?;
    laptop.window().see_no_errors().await
}
