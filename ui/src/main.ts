// Starts the window with the preferences of this laptop.
import { mount } from "svelte";
import App from "./app/App.svelte";
import { prefer } from "./shared/preferences.svelte";
import { ask, readPreferences } from "./ipc";
import "./shared/base.css";

async function start() {
  try {
    prefer(await readPreferences());
  } catch {
    // Without stored preferences the window opens with the usual ones.
    prefer({});
  }
  const target = document.getElementById("app");
  if (target) mount(App, { target });
  // Twice: the first frame after mounting may still be the empty page.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => void ask.windowPainted().catch(() => {})),
  );
}

void start();
