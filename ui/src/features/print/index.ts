// Every print, previewed page by page.
import type { Feature } from "../../shared";

export const feature: Feature = {
  screen: "print",
  title: "print-title",
  icon: "print",
  load: () => import("./PrintScreen.svelte"),
};
