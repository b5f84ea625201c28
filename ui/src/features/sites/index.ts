// The sites visited: list, map, one site.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "sites",
  title: "sites-title",
  icon: "sites",
  load: () => import("./SitesScreen.svelte"),
};
