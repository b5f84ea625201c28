// What a feature tells the app about itself. Its folder exports one of these as `feature`.
import type { Component } from "svelte";
import type { IconName } from "./icons";
import type { Route, Screen } from "./router.svelte";
import type { TextKey } from "./text.svelte";

export interface ScreenProps {
  route: Route;
}

/** A screen takes the route, or nothing. */
export type ScreenComponent = Component<ScreenProps> | Component<Record<string, never>>;

export interface Feature {
  /** The route that shows it. */
  screen: Screen;
  /** Its name at the head of the screen and in Ctrl+K. */
  title: TextKey;
  /** A shorter name for the navigation. */
  short?: TextKey;
  icon: IconName;
  /**
   * The screen, loaded when first gone to. It gets the route, so that one feature may show a
   * list and one record; on a change of record the same component stays and the route changes.
   */
  load: () => Promise<{ default: ScreenComponent }>;
}
