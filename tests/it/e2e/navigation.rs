//! The window stays on the app's own pages, whatever a page asks for.

use std::io::ErrorKind;
use std::net::TcpListener;
use tilik_tests::{Laptop, Outcome};

/// A live listener, so that a refusal is the window's and not the network's.
#[tokio::test]
async fn the_window_refuses_to_leave_the_app() -> Outcome {
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let address = format!("http://{}/", elsewhere.local_addr().unwrap());
    let laptop = Laptop::open().await?;
    let window = laptop.window();

    // The driver's own way is refused too; it may or may not call that an error.
    let _ = window.client().goto(&address).await;
    for leave in [
        "location.href = arguments[0]",
        "window.open(arguments[0])",
        "fetch(arguments[0]).catch(() => {})",
        "const frame = document.createElement('iframe'); frame.src = arguments[0];
         document.body.append(frame)",
        "const image = new Image(); image.src = arguments[0]; document.body.append(image)",
        "const form = document.createElement('form'); form.action = arguments[0];
         document.body.append(form); form.submit()",
    ] {
        window.execute(leave, vec![address.as_str().into()]).await?;
    }
    // Two frames later whatever was going to be asked for has been.
    window
        .client()
        .execute_async(
            "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => done(null)))",
            vec![],
        )
        .await?;

    assert_eq!(window.client().current_url().await?.scheme(), "tauri");
    assert_eq!(
        window.client().windows().await?.len(),
        1,
        "a second window was opened"
    );
    let asked = elsewhere.accept().map_err(|error| error.kind());
    assert_eq!(
        asked.err(),
        Some(ErrorKind::WouldBlock),
        "something was asked for"
    );
    Ok(())
}
