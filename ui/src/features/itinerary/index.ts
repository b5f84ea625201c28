// Groups × time: the visit plan.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "itinerary",
  title: "itinerary-title",
  icon: "itinerary",
  load: () => import("./ItineraryScreen.svelte"),
};
