// Language, theme, paper, and who this laptop is.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "settings",
  title: "settings-title",
  icon: "settings",
  load: () => import("./SettingsScreen.svelte"),
};
