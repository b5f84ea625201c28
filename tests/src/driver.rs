//! WebKit's own driver, which starts the app and passes on what tests ask.

use crate::fault::{Fault, Outcome};
use crate::group::Group;
use crate::wait::{PATIENCE, until_within};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::json;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(Debug)]
pub(crate) struct Driver {
    port: u16,
    group: Group,
    log: PathBuf,
}

impl Driver {
    /// Starts the driver; the app will inherit `variables`. Both write to `log`.
    pub(crate) async fn start(variables: &[(&str, String)], log: &Path) -> Outcome<Self> {
        let port = free_port()?;
        let output = File::create(log).map_err(Fault::file(log))?;
        let errors = output.try_clone().map_err(Fault::file(log))?;
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            .env_remove("WAYLAND_DISPLAY")
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdout(output)
            .stderr(errors);
        let group = Group::start(command, "it comes with the package webkit2gtk-driver")?;
        let mut driver = Self {
            port,
            group,
            log: log.to_owned(),
        };
        driver.listening().await?;
        Ok(driver)
    }

    /// Opens the app and attaches to its window.
    pub(crate) async fn open(&self, app: &Path) -> Outcome<Client> {
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": app, "args": [] },
            "timeouts": { "pageLoad": 20_000, "script": 20_000, "implicit": 0 },
        });
        let serde_json::Value::Object(capabilities) = capabilities else {
            return Err(Fault::Answer("no object".into()));
        };
        let session = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&self.address())
            .await;
        session.map_err(|error| {
            let fault = Fault::Session(error).full();
            Fault::NotUp {
                what: format!("{}: {fault}", app.display()),
                log: self.log(),
            }
        })
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A session asked for too early fails, so the driver is asked first.
    async fn listening(&mut self) -> Outcome {
        let address = format!("{}/status", self.address());
        let client = hyper_util::client::legacy::Client::builder(TokioExecutor::new())
            .build::<_, String>(HttpConnector::new());
        let up = until_within(PATIENCE, "the driver to listen", async || {
            if let Ok(Some(status)) = self.group.leader.try_wait() {
                let what = format!("the driver ended with {status}");
                return Err(Fault::NotUp {
                    what,
                    log: self.log(),
                });
            }
            let status = address
                .parse()
                .map_err(|_| Fault::Answer(address.clone()))?;
            let answer = client.get(status).await;
            Ok(answer
                .is_ok_and(|answer| answer.status().is_success())
                .then_some(()))
        });
        up.await
    }

    /// The end of what the driver and the app have written.
    fn log(&self) -> String {
        let text = fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(&text[text.len().saturating_sub(4000)..]).into_owned()
    }
}

/// A port nobody listens on now.
fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let address = listener.map_err(Fault::file("127.0.0.1:0"))?;
    Ok(address.port())
}
