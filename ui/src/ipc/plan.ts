// What is so of a slot or a conflict wherever it is shown. Pure.
import type { Conflict, VisitKind } from "./gen/bindings";

/** Whether a conflict is more than good to know, and nobody accepted it. */
export function isOpen(conflict: Pick<Conflict, "severity" | "accepted">): boolean {
  return conflict.severity !== "note" && conflict.accepted === null;
}

/** Whether attendance is taken at this kind of slot, as the printed lists do: nobody signs for a meal or a ride. */
export function isAttended(what: VisitKind): boolean {
  return what === "visit" || what === "briefing";
}
