// The change proposals, section by section.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "proposals",
  title: "proposals-title",
  icon: "proposals",
  load: () => import("./ProposalsScreen.svelte"),
};
