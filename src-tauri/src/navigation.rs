//! Where the window may go: the app's own pages and nowhere else. By itself a
//! web view follows any link.

use tauri::plugin::{Builder, TauriPlugin};
use tauri::{Runtime, Url};

/// Refuses every other address, for each window of the app.
pub(crate) fn guard<R: Runtime>() -> TauriPlugin<R> {
    Builder::new("navigation")
        .on_navigation(|_, url| is_own(url))
        .build()
}

/// `tauri://localhost`, or on Windows `http://tauri.localhost`, without a port.
fn is_own(url: &Url) -> bool {
    let origin = (url.scheme(), url.host_str(), url.port());
    match cfg!(windows) {
        true => origin == ("http", Some("tauri.localhost"), None),
        false => origin == ("tauri", Some("localhost"), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(not(windows))]
    fn only_the_apps_own_pages_are_allowed() {
        let allowed = |url: &str| is_own(&Url::parse(url).unwrap());
        assert!(allowed("tauri://localhost"));
        assert!(allowed("tauri://localhost/index.html#/hari"));
        for foreign in [
            "https://tilik.id/",
            "http://localhost/",
            "http://127.0.0.1:8765/",
            "tauri://localhost.evil.id/",
            "tauri://localhost:80/",
            "file:///etc/passwd",
            "about:blank",
            "data:text/html,x",
            "blob:tauri://localhost/1",
            "javascript:alert(1)",
        ] {
            assert!(!allowed(foreign), "{foreign}");
        }
    }
}
