// Starts the window with the preferences of this laptop.
import { mount } from "svelte";
import App from "./app/App.svelte";
import { prefer } from "./shared/preferences.svelte";
import { readPreferences } from "./ipc";
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
}

void start();
