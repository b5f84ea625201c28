// Every print, previewed page by page, and files for other programs.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "print",
  title: "print-title",
  icon: "print",
  load: () => import("./PrintCentre.svelte"),
};
