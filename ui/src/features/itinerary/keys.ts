// The keys of the grid, in one table: the grid obeys it and the hint below it lists it.
import type { TextKey } from "../../shared";
import type { Direction } from "./cards";

export type GridAct =
  | { act: "focus"; to: Direction }
  | { act: "shift"; minutes: number }
  | { act: "stretch"; minutes: number }
  | { act: "group"; step: 1 | -1 }
  | { act: "day"; step: 1 | -1 }
  | { act: "spot"; step: 1 | -1 }
  | { act: "late" | "pin" | "split" | "merge" | "attendance" | "menu" }
  | { act: "copy"; group: string }
  | { act: "open" | "remove" | "new" };

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const small = 5;
const large = 30;

/** What a key means on a card, or `null` when it means nothing here. */
export function actFor(event: Pressed): GridAct | null {
  if (event.ctrlKey || event.metaKey) return null;
  const { key, altKey: alt, shiftKey: shift } = event;
  const vertical = key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
  const sideways = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
  if (vertical && alt) return { act: "shift", minutes: vertical * (shift ? large : small) };
  if (vertical && shift) return { act: "stretch", minutes: vertical * small };
  if (vertical) return { act: "focus", to: vertical < 0 ? "up" : "down" };
  if (sideways && alt) return { act: "group", step: sideways };
  if (sideways && !shift) return { act: "focus", to: sideways < 0 ? "left" : "right" };
  if (alt && key === "PageDown") return { act: "spot", step: 1 };
  if (alt && key === "PageUp") return { act: "spot", step: -1 };
  if (shift && key === "F10") return { act: "menu" };
  if (alt) return null;
  return plain[key] ?? letters[key.toLowerCase()] ?? null;
}

const plain: Record<string, GridAct> = {
  Home: { act: "focus", to: "first" },
  End: { act: "focus", to: "last" },
  PageUp: { act: "day", step: -1 },
  PageDown: { act: "day", step: 1 },
  Enter: { act: "open" },
  " ": { act: "open" },
  Delete: { act: "remove" },
  Backspace: { act: "remove" },
  ContextMenu: { act: "menu" },
};

const letters: Record<string, GridAct> = {
  n: { act: "new" },
  p: { act: "pin" },
  s: { act: "split" },
  g: { act: "merge" },
  t: { act: "late" },
  h: { act: "attendance" },
  m: { act: "menu" },
};

/** What the hint shows, in order of use. */
export const hints: readonly { keys: string; label: TextKey; forAll?: boolean }[] = [
  { keys: "↑↓←→", label: "itinerary-keys-focus", forAll: true },
  { keys: "Alt+↑↓", label: "itinerary-keys-shift" },
  { keys: "Alt+Shift+↑↓", label: "itinerary-keys-shift-far" },
  { keys: "Shift+↑↓", label: "itinerary-keys-stretch" },
  { keys: "Alt+←→", label: "itinerary-keys-group" },
  { keys: "Alt+PageUp/Down", label: "itinerary-keys-spot" },
  { keys: "Enter", label: "itinerary-keys-open", forAll: true },
  { keys: "M", label: "itinerary-keys-menu", forAll: true },
  { keys: "PageUp/Down", label: "itinerary-keys-day", forAll: true },
];
