//! The window as a person sees it: looking, clicking, typing, dragging. Every
//! action waits until its element is there and can take it.

use crate::by::By;
use crate::fault::{Fault, Outcome};
use crate::pointer::{self, Point};
use crate::{keys, wait};
use fantoccini::Client;
use fantoccini::actions::Actions;
use fantoccini::elements::Element;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const LOCATE: &str = include_str!("locate.js");
const RESTLESS: &str = include_str!("restless.js");
const WITNESS: &str = include_str!("witness.js");

/// Tilik's window.
#[derive(Debug)]
pub struct Window {
    client: Client,
}

impl Window {
    /// Attaches to the window of a session and begins to note its errors.
    pub(crate) async fn attach(client: Client) -> Outcome<Self> {
        let window = Self { client };
        wait::until("a page", async || {
            let state = window.execute("return document.readyState", vec![]).await?;
            Ok((state == "complete").then_some(()))
        })
        .await?;
        window.execute(WITNESS, vec![]).await?;
        Ok(window)
    }

    /// Closes the window and the app.
    pub(crate) async fn close(self) -> Outcome {
        wait::answer("closing", self.client.close()).await
    }

    /// The driver's client, for what has no word here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits until an element is there.
    pub async fn see(&self, by: By<'_>) -> Outcome<Element> {
        self.until(&by.to_string(), async || self.look(by).await)
            .await
    }

    /// Waits until an element is gone or hidden.
    pub async fn see_gone(&self, by: By<'_>) -> Outcome {
        self.until(&format!("{by} to go"), async || {
            Ok(self.look(by).await?.is_none().then_some(()))
        })
        .await
    }

    /// Waits until `test` is content with the text of an element.
    pub async fn see_in(&self, by: By<'_>, test: impl Fn(&str) -> bool) -> Outcome<String> {
        self.until(&format!("the right words in {by}"), async || {
            let Some(element) = self.look(by).await? else {
                return Ok(None);
            };
            Ok(Some(element.text().await?).filter(|text| test(text)))
        })
        .await
    }

    /// The element, if it is there now.
    pub async fn look(&self, by: By<'_>) -> Outcome<Option<Element>> {
        let found = self.execute(LOCATE, by.arguments()).await?;
        let reference = found.as_object().and_then(|found| found.values().next());
        let id = reference.and_then(Value::as_str);
        Ok(id.map(|id| Element::from_element_id(self.client.clone(), id.to_owned().into())))
    }

    /// Clicks an element as soon as nothing covers it.
    pub async fn click(&self, by: By<'_>) -> Outcome {
        self.act(&format!("clicking {by}"), by, async |element| {
            Ok(element.click().await?)
        })
        .await
    }

    /// Replaces what is in a field.
    pub async fn fill(&self, by: By<'_>, text: &str) -> Outcome {
        self.act(&format!("filling {by}"), by, async |element| {
            element.clear().await?;
            Ok(element.send_keys(text).await?)
        })
        .await
    }

    /// Chooses an option of a `<select>` by its text.
    pub async fn choose(&self, by: By<'_>, option: &str) -> Outcome {
        self.act(
            &format!("choosing “{option}” in {by}"),
            by,
            async |element| Ok(element.select_by_label(option).await?),
        )
        .await
    }

    /// Puts files into an `<input type=file>`, which may be hidden.
    pub async fn choose_files(&self, by: By<'_>, files: &[&Path]) -> Outcome {
        let paths: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        self.act(&format!("choosing files in {by}"), by, async |element| {
            Ok(element.send_keys(&paths.join("\n")).await?)
        })
        .await
    }

    /// Types where the cursor is.
    pub async fn write(&self, text: &str) -> Outcome {
        self.perform("typing", keys::typing(text)).await
    }

    /// Presses a key or a chord: `Escape`, `Control+n`, `Shift+ArrowDown`.
    pub async fn press(&self, chord: &str) -> Outcome {
        self.perform("pressing keys", keys::chord(chord)?).await
    }

    /// The middle of an element, once it has been scrolled into view.
    pub async fn middle(&self, by: By<'_>) -> Outcome<Point> {
        let element = self.see(by).await?;
        let script = "const [element] = arguments;
            element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
            const box = element.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]";
        let argument = json!({ "element-6066-11e4-a52e-4f735466cecf": &*element.element_id() });
        let answer = self.execute(script, vec![argument]).await?;
        match (answer[0].as_f64(), answer[1].as_f64()) {
            (Some(x), Some(y)) => Ok(Point { x, y }),
            _ => Err(Fault::Answer(answer.to_string())),
        }
    }

    /// Drags with the left button, in small moves.
    pub async fn drag(&self, from: Point, to: Point) -> Outcome {
        self.perform("dragging", pointer::drag(from, to)).await
    }

    /// Presses the left button and begins a drag, which [`Window::hover`] goes on with.
    pub async fn hold(&self, from: Point) -> Outcome {
        self.perform("pressing", pointer::hold(from)).await
    }

    /// Lets the left button go where the pointer is.
    pub async fn let_go(&self) -> Outcome {
        self.perform("letting go", pointer::let_go()).await
    }

    /// Clicks at a place, whatever is there.
    pub async fn click_at(&self, place: Point) -> Outcome {
        self.perform("clicking", pointer::click(place)).await
    }

    /// Moves the pointer to a place.
    pub async fn hover(&self, place: Point) -> Outcome {
        self.perform("hovering", pointer::hover(place)).await
    }

    /// Sets the window's size in pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        wait::answer("resizing", self.client.set_window_size(width, height)).await
    }

    /// Runs a script in the page, as the body of a function of `arguments`.
    pub async fn execute(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        wait::answer("running a script", self.client.execute(script, arguments)).await
    }

    /// Waits until the page has drawn twice, so that what it was told shows.
    pub async fn frame(&self) -> Outcome {
        let script = "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";
        let drawn = self.client.execute_async(script, vec![]);
        wait::answer("waiting for a frame", drawn).await.map(drop)
    }

    /// Saves a picture of the page to `target/screens/NAME.png`, for people to look at.
    pub async fn screenshot(&self, name: &str) -> Outcome<PathBuf> {
        let folder = crate::laptop::output().join("screens");
        let path = folder.join(format!("{name}.png"));
        // The picture is taken when the page next draws, which an idle page never does.
        self.execute(RESTLESS, vec![true.into()]).await?;
        let picture = wait::answer("taking a picture", self.client.screenshot()).await?;
        self.execute(RESTLESS, vec![false.into()]).await?;
        fs::create_dir_all(&folder).map_err(Fault::file(&folder))?;
        fs::write(&path, picture).map_err(Fault::file(&path))?;
        Ok(path)
    }

    /// Fails if the page has reported an error, a refused load or a console error.
    pub async fn see_no_errors(&self) -> Outcome {
        let seen = self
            .execute("return window.tilikWitness ?? []", vec![])
            .await?;
        let seen = seen.as_array().cloned().unwrap_or_default();
        let seen: Vec<String> = seen
            .iter()
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .collect();
        if seen.is_empty() {
            Ok(())
        } else {
            Err(Fault::Page(seen))
        }
    }

    async fn perform(&self, what: &str, actions: impl Into<Actions>) -> Outcome {
        wait::answer(what, self.client.perform_actions(actions)).await
    }

    /// Waits for the element and for the act on it to succeed.
    async fn act(&self, what: &str, by: By<'_>, act: impl AsyncFn(Element) -> Outcome) -> Outcome {
        self.until(what, async || match self.look(by).await? {
            Some(element) => act(element).await.map(Some),
            None => Ok(None),
        })
        .await
    }

    /// Waits, and tells what was on screen instead if it was in vain.
    async fn until<T>(
        &self,
        what: &str,
        attempt: impl AsyncFnMut() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let outcome = wait::until(what, attempt).await;
        let Err(Fault::NotSeen {
            what, waited, last, ..
        }) = outcome
        else {
            return outcome;
        };
        let page = self.describe().await.unwrap_or_else(|fault| fault.full());
        Err(Fault::NotSeen {
            what,
            waited,
            last,
            page,
        })
    }

    async fn describe(&self) -> Outcome<String> {
        let test = std::thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        let picture = self.screenshot(&format!("failed-{test}")).await?;
        let words = self
            .execute("return document.body.innerText.slice(0, 600)", vec![])
            .await?;
        Ok(format!(
            "{}\n(picture: {})",
            words.as_str().unwrap_or_default(),
            picture.display()
        ))
    }
}
