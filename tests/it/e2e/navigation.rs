//! The window stays on the app's own pages, whatever a page asks for.

use fantoccini::wd::TimeoutConfiguration;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::time::Duration;
use tilik_tests::{Laptop, Outcome};

/// What a page might try, with the address as its argument.
const WAYS_OUT: [&str; 6] = [
    "location.href = arguments[0]",
    "window.open(arguments[0])",
    "fetch(arguments[0]).catch(() => {})",
    "const image = new Image(); image.src = arguments[0]; document.body.append(image)",
    "const frame = document.createElement('iframe'); frame.src = arguments[0];
     document.body.append(frame)",
    "const form = document.createElement('form'); form.action = arguments[0];
     document.body.append(form); form.submit()",
];

#[tokio::test]
async fn the_window_refuses_to_leave_the_app() -> Outcome {
    // Live, so that a refusal is the window's and not the network's.
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", elsewhere.local_addr().unwrap());
    let laptop = Laptop::open().await?;
    let window = laptop.window();

    for way_out in WAYS_OUT {
        window
            .execute(way_out, vec![address.as_str().into()])
            .await?;
        window.frame().await?;
    }
    // The driver's own way. It waits for a page that never comes.
    let soon = Some(Duration::from_secs(1));
    let timeouts = TimeoutConfiguration::new(soon, soon, None);
    window.client().update_timeouts(timeouts).await?;
    assert!(
        window.client().goto(&address).await.is_err(),
        "the driver went there"
    );

    assert_eq!(window.client().current_url().await?.scheme(), "tauri");
    assert_eq!(
        window.client().windows().await?.len(),
        1,
        "a second window was opened"
    );
    assert_eq!(requests(&elsewhere), Vec::<String>::new());
    Ok(())
}

/// What was asked of the listener so far. WebKit connects ahead of asking for
/// leave, so a connection that says nothing does not count.
fn requests(listener: &TcpListener) -> Vec<String> {
    listener.set_nonblocking(true).unwrap();
    let connections = listener.incoming().map_while(Result::ok);
    connections
        .map(read)
        .filter(|request| !request.is_empty())
        .collect()
}

fn read(mut connection: TcpStream) -> String {
    connection.set_nonblocking(true).unwrap();
    let mut request = [0; 200];
    let length = connection.read(&mut request).unwrap_or(0);
    String::from_utf8_lossy(&request[..length]).into_owned()
}
