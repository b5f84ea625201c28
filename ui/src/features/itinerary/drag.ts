// One pointer drag over the grid, from press to release: what the visit would be, as a function
// of where the pointer is. Pure: the grid turns pixels into minutes and columns before it asks.
import type { Visit } from "../../ipc";
import { WHOLE } from "./cards";
import { regrouped, selected, shifted, stretched, type Span } from "./moves";

/** Where the pointer is in the grid. */
export interface Point {
  /** Moment under the pointer, not snapped. */
  at: number;
  /** The group of the column under the pointer. */
  group: string;
}

export type Drag =
  | { mode: "move" | "end"; id: string; key: string; group: string; visit: Visit; from: Point }
  | { mode: "new"; group: string; from: Point };

/** The visit as it would be if it were dropped at `to`. */
export function draggedVisit(drag: Drag & { visit: Visit }, to: Point, axis: Span): Visit {
  const minutes = to.at - drag.from.at;
  if (drag.mode === "end") return stretched(drag.visit, minutes, axis);
  const moved = shifted(drag.visit, minutes, axis);
  return drag.group === WHOLE ? moved : regrouped(moved, drag.group, to.group);
}

/** The stretch that would be filled by a new visit. */
export function selectedSpan(drag: Drag, to: Point, axis: Span): Span {
  return selected(drag.from.at, to.at, axis);
}

/** How fast the content should scroll for a pointer near or past an edge, in pixels per second. */
export function scrollSpeed(y: number, top: number, bottom: number): number {
  const edge = 36;
  const perPixel = 20;
  const fastest = 900;
  if (y < top + edge) return -Math.min(fastest, (top + edge - y) * perPixel);
  if (y > bottom - edge) return Math.min(fastest, (y - bottom + edge) * perPixel);
  return 0;
}
