//! A laptop of its own: a fresh home, a screen, and Tilik open on it.

use crate::display::Display;
use crate::driver::Driver;
use crate::fault::{Fault, Outcome};
use crate::window::Window;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A laptop on which Tilik is open. Everything on it ends with the value.
#[derive(Debug)]
pub struct Laptop {
    window: Window,
    // Dropped in this order: the app first, then its screen, then its files.
    driver: Driver,
    display: Display,
    home: TempDir,
}

impl Laptop {
    /// A new laptop: nothing has been made or joined yet.
    ///
    /// # Errors
    /// When a program is missing or the window does not come up.
    pub async fn open() -> Outcome<Self> {
        Self::open_after(|_| Ok(())).await
    }

    /// A laptop whose home (`TILIK_HOME`) is prepared before Tilik opens.
    ///
    /// # Errors
    /// As [`Laptop::open`], and those of `prepare`.
    pub async fn open_after(prepare: impl FnOnce(&Path) -> Outcome) -> Outcome<Self> {
        let home = TempDir::with_prefix("tilik-").map_err(Fault::file(env::temp_dir()))?;
        for folder in ["tilik", "data", "config", "cache"] {
            let path = home.path().join(folder);
            fs::create_dir(&path).map_err(Fault::file(path))?;
        }
        prepare(&home.path().join("tilik"))?;
        Self::start(home, Display::open()?).await
    }

    async fn start(home: TempDir, display: Display) -> Outcome<Self> {
        let app = app()?;
        let log = home.path().join("app.log");
        let driver = Driver::start(&variables(home.path(), &display), &log).await?;
        let window = Window::attach(driver.open(&app).await?).await?;
        Ok(Self {
            window,
            driver,
            display,
            home,
        })
    }

    /// Tilik's window.
    pub fn window(&self) -> &Window {
        &self.window
    }

    /// The folder in which Tilik keeps everything (`TILIK_HOME`).
    pub fn home(&self) -> PathBuf {
        self.home.path().join("tilik")
    }

    /// A folder for files of the test, beside the home.
    pub fn desk(&self) -> &Path {
        self.home.path()
    }

    /// Closes Tilik and opens it again on the same home.
    ///
    /// # Errors
    /// When the window does not close or come up.
    pub async fn restart(self) -> Outcome<Self> {
        let Self {
            window,
            driver,
            display,
            home,
        } = self;
        window.close().await?;
        drop(driver);
        Self::start(home, display).await
    }

    /// Kills Tilik in whatever it is doing and opens it again on the same home.
    ///
    /// # Errors
    /// When the window does not come up.
    pub async fn crash(self) -> Outcome<Self> {
        let Self {
            window,
            driver,
            display,
            home,
        } = self;
        drop(driver);
        drop(window);
        Self::start(home, display).await
    }
}

/// What the app inherits: its own folders, a known language and zone, and no
/// graphics memory tricks, which make a virtual screen two or three times slower.
fn variables(home: &Path, display: &Display) -> Vec<(&'static str, String)> {
    let folder = |name| home.join(name).to_string_lossy().into_owned();
    vec![
        ("TILIK_HOME", folder("tilik")),
        ("XDG_DATA_HOME", folder("data")),
        ("XDG_CONFIG_HOME", folder("config")),
        ("XDG_CACHE_HOME", folder("cache")),
        ("DISPLAY", display.name().to_owned()),
        ("GDK_BACKEND", "x11".to_owned()),
        ("LC_ALL", "C.UTF-8".to_owned()),
        ("TZ", "Asia/Jakarta".to_owned()),
        ("TAURI_WEBVIEW_AUTOMATION", "true".to_owned()),
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".to_owned()),
    ]
}

/// The folder with the built programs: the tests' own, or the one above `deps`.
fn programs() -> PathBuf {
    let own = env::current_exe().unwrap_or_default();
    let folder = own.parent().unwrap_or(Path::new(""));
    let above = folder.parent().filter(|_| folder.ends_with("deps"));
    above.unwrap_or(folder).to_owned()
}

/// Cargo's output folder.
pub(crate) fn output() -> PathBuf {
    programs().parent().map(Path::to_owned).unwrap_or_default()
}

fn app() -> Outcome<PathBuf> {
    let app = programs().join("tilik");
    if app.is_file() {
        return Ok(app);
    }
    Err(Fault::NotUp {
        what: format!("{} is not built", app.display()),
        log: "build it with `cargo build --workspace`, or test with `cargo xtask test`".into(),
    })
}
