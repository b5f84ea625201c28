// The queue of submissions and the desk for one.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "reviews",
  title: "reviews-title",
  icon: "reviews",
  load: () => import("./ReviewsScreen.svelte"),
};
