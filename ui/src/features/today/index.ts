// What is on now and next, for the person in hand.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "today",
  title: "today-title",
  icon: "today",
  load: () => import("./TodayScreen.svelte"),
};
