// Where the window is. Kept in memory, not in the address: the shell forbids navigation,
// and a route is data (a screen, perhaps one record) rather than a path.

export type Screen =
  | "start"
  | "today"
  | "itinerary"
  | "sites"
  | "people"
  | "observations"
  | "proposals"
  | "reviews"
  | "print"
  | "settings";

export interface Route {
  screen: Screen;
  /** The record shown, when the screen shows one. */
  id?: string;
  /** Anything else the screen wants to be told, such as a site to pre-fill. */
  with?: Record<string, string>;
}

const longestTrail = 50;
let trail = $state.raw<Route[]>([{ screen: "start" }]);
let place = $state(0);

/** The route in hand. Reactive. */
export function here(): Route {
  return trail[place] ?? { screen: "start" };
}

/** Goes to a screen, remembering the way back. Going where one is changes nothing. */
export function go(screen: Screen, more: Omit<Route, "screen"> = {}): void {
  const next: Route = { screen, ...more };
  if (same(next, here())) return;
  trail = [...trail.slice(0, place + 1), next].slice(-longestTrail);
  place = trail.length - 1;
}

/** Replaces the route in hand, as when a new record has got its id. */
export function become(screen: Screen, more: Omit<Route, "screen"> = {}): void {
  trail = trail.map((route, index) => (index === place ? { screen, ...more } : route));
}

/** Whether there is a way back. Reactive. */
export function canGoBack(): boolean {
  return place > 0;
}

/** One step back along the trail. */
export function back(): void {
  if (place > 0) place -= 1;
}

/** Forgets the trail, as when another cohort is opened. */
export function restart(screen: Screen): void {
  trail = [{ screen }];
  place = 0;
}

/**
 * Forgets the trail once `entering` is done, and shows `screen`; but whoever went to
 * another screen meanwhile stays there.
 */
export async function restartAfter(entering: Promise<void>, screen: Screen): Promise<void> {
  const before = here();
  await entering;
  const now = here();
  restart(now === before ? screen : now.screen);
}

function same(one: Route, other: Route): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
