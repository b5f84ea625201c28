// Groups × time: the visit plan.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "itinerary",
  title: "itinerary-title",
  short: "itinerary-short",
  icon: "itinerary",
  load: () => import("./Itinerary.svelte"),
};
