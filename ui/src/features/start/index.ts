// The three doors, and the cohorts opened before.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "start",
  title: "start-title",
  icon: "door",
  load: () => import("./StartScreen.svelte"),
};
