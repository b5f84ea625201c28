// What one laptop prefers: language, theme, paper. The shell stores them; here is the value in
// hand and its effect on the page.
import { setLanguage, type Language } from "./text.svelte";

export type Theme = "system" | "light" | "dark";
export type Paper = "a4" | "f4";
export interface Preferences {
  language: Language;
  theme: Theme;
  paper: Paper;
}

let value = $state.raw<Preferences>({ language: "id", theme: "system", paper: "a4" });

/** The preferences in hand. Reactive. */
export function preferences(): Preferences {
  return value;
}

/** Takes a change over and shows it at once. */
export function prefer(change: Partial<Preferences>): void {
  value = { ...value, ...change };
  setLanguage(value.language);
  const root = document.documentElement;
  if (value.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = value.theme;
}
