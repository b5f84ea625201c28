import { mount } from "svelte";
import App from "./app/App.svelte";
import { prefer } from "./shared/preferences.svelte";
import { shell } from "./ipc";
import "./shared/base.css";

async function start() {
  try {
    prefer(await shell().loadPreferences());
  } catch {
    // Without stored preferences the window opens with the usual ones.
    prefer({});
  }
  const target = document.getElementById("app");
  if (target) mount(App, { target });
}

void start();
