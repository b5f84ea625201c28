//! A window of the same kind and size with nothing in it, which ends once it has
//! painted: the least that a cold start can cost.

use std::error::Error;

use tao::dpi::LogicalSize;
use tao::event::Event;
use tao::event_loop::{ControlFlow, EventLoopBuilder};
use tao::window::WindowBuilder;
use wry::WebViewBuilder;

const PAGE: &str = "<!doctype html><title>bare</title><p>Tilik</p><script>
    requestAnimationFrame(() => requestAnimationFrame(() => ipc.postMessage('painted')));
</script>";

struct Painted;

fn main() -> Result<(), Box<dyn Error>> {
    let events = EventLoopBuilder::<Painted>::with_user_event().build();
    let window = WindowBuilder::new()
        .with_inner_size(LogicalSize::new(1366, 768))
        .build(&events)?;
    let proxy = events.create_proxy();
    let view = WebViewBuilder::new()
        .with_html(PAGE)
        .with_ipc_handler(move |_| {
            // The loop has ended only when the program does.
            proxy.send_event(Painted).ok();
        });
    let _view = show(view, &window)?;
    events.run(move |event, _, flow| {
        *flow = match event {
            Event::UserEvent(Painted) => ControlFlow::Exit,
            _ => ControlFlow::Wait,
        };
    })
}

#[cfg(target_os = "linux")]
fn show(
    view: WebViewBuilder<'_>,
    window: &tao::window::Window,
) -> Result<wry::WebView, Box<dyn Error>> {
    use tao::platform::unix::WindowExtUnix;
    use wry::WebViewBuilderExtUnix;
    let vbox = window.default_vbox().ok_or("the window has no box")?;
    Ok(view.build_gtk(vbox)?)
}

#[cfg(not(target_os = "linux"))]
fn show(
    view: WebViewBuilder<'_>,
    window: &tao::window::Window,
) -> Result<wry::WebView, Box<dyn Error>> {
    Ok(view.build(window)?)
}
