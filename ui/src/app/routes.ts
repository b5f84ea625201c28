// The screens of the window, each from its own feature, and who sees which in the navigation.
import { feature as itinerary } from "../features/itinerary";
import { feature as observations } from "../features/observations";
import { feature as people } from "../features/people";
import { feature as print } from "../features/print";
import { feature as proposals } from "../features/proposals";
import { feature as reviews } from "../features/reviews";
import { feature as settings } from "../features/settings";
import { feature as sites } from "../features/sites";
import { feature as start } from "../features/start";
import { feature as today } from "../features/today";
import type { Role } from "../shared/cohort.svelte";
import type { Feature } from "../shared/feature";
import type { Screen } from "../shared/router.svelte";
import type { TextKey } from "../shared/text.svelte";

export const features: Record<Screen, Feature> = {
  start,
  today,
  itinerary,
  sites,
  people,
  observations,
  proposals,
  reviews,
  print,
  settings,
};

const seenBy: Record<Role, Screen[]> = {
  coordinator: [
    "today",
    "itinerary",
    "sites",
    "people",
    "observations",
    "proposals",
    "reviews",
    "print",
  ],
  trainee: ["today", "itinerary", "sites", "observations", "proposals", "print"],
  instructor: [
    "today",
    "itinerary",
    "sites",
    "people",
    "observations",
    "proposals",
    "reviews",
    "print",
  ],
};

// A trainee's itinerary and proposal are their own.
const own: Partial<Record<Screen, TextKey>> = {
  itinerary: "itinerary-own-title",
  proposals: "proposals-own-title",
};

export interface NavEntry {
  screen: Screen;
  title: TextKey;
  icon: Feature["icon"];
}

/** The navigation of a role, in order. */
export function navigation(role: Role): NavEntry[] {
  return seenBy[role].map((screen) => {
    const feature = features[screen];
    const title = (role === "trainee" && own[screen]) || feature.short || feature.title;
    return { screen, title, icon: feature.icon };
  });
}
