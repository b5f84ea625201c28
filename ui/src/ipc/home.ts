// What the shell knows before a cohort is open, and the preferences it keeps.
import type { Preferences } from "../shared/preferences.svelte";
import { ask } from "./call";

/** The preferences as they were kept last. */
export async function readPreferences(): Promise<Preferences> {
  const { language, theme, sheet } = (await ask.homeRead()).settings;
  return { language, theme, paper: sheet };
}

export async function keepPreferences({ language, theme, paper }: Preferences): Promise<void> {
  await ask.settingsKeep({ language, theme, sheet: paper });
}
