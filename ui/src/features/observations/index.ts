// What was seen: list, search, one observation.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "observations",
  title: "observations-title",
  icon: "observations",
  load: () => import("./ObservationsScreen.svelte"),
};
