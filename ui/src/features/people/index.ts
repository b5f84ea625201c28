// The people and groups of the cohort, and the roster import.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "people",
  title: "people-title",
  short: "people-short",
  icon: "people",
  load: () => import("./PeopleScreen.svelte"),
};
