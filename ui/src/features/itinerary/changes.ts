// What is different between the itinerary and a release of it, also group by group. Pure.
import type { Group, Id, Named, ReleasedVisit, Visit } from "../../ipc";
import type { Slot } from "./cards";
import { sameVisit } from "./moves";

export type ChangeKind = "added" | "moved" | "removed" | "edited";

export interface Change {
  kind: ChangeKind;
  id: Id;
  before: Visit | null;
  after: Visit | null;
}

/** Every difference, by the time it concerns. */
export function changesSince(released: readonly ReleasedVisit[], now: readonly Slot[]): Change[] {
  const then = new Map(released.map((one) => [one.id, one.visit]));
  const still = new Set(now.map((slot) => slot.id));
  const changes: Change[] = [];
  for (const { id, visit } of now) {
    const before = then.get(id) ?? null;
    if (before && sameVisit(before, visit)) continue;
    const kind = !before ? "added" : isMoved(before, visit) ? "moved" : "edited";
    changes.push({ kind, id, before, after: visit });
  }
  for (const { id, visit } of released) {
    if (!still.has(id)) changes.push({ kind: "removed", id, before: visit, after: null });
  }
  return changes.sort((a, b) => startOf(a) - startOf(b));
}

/** Whether somebody would go to the wrong place or at the wrong time. */
function isMoved(before: Visit, after: Visit): boolean {
  const groups = (visit: Visit) => [...visit.groups].sort().join(" ");
  return (
    before.start !== after.start ||
    before.end !== after.end ||
    before.site !== after.site ||
    groups(before) !== groups(after)
  );
}

const startOf = (change: Change) => (change.after ?? change.before)?.start ?? 0;

export interface GroupChanges {
  group: Named<Group>;
  changes: Change[];
}

/** The groups that are concerned, each with its changes, in the order of `groups`. */
export function changesByGroup(
  changes: readonly Change[],
  groups: readonly Named<Group>[],
): GroupChanges[] {
  const includes = (visit: Visit | null, id: Id) =>
    visit !== null && (visit.groups.length === 0 || visit.groups.includes(id));
  return groups
    .map((group) => ({
      group,
      changes: changes.filter(
        ({ before, after }) => includes(before, group.id) || includes(after, group.id),
      ),
    }))
    .filter(({ changes }) => changes.length > 0);
}

/** How many there are of each kind. */
export function tally(changes: readonly Change[]): Record<ChangeKind, number> {
  const counts = { added: 0, moved: 0, removed: 0, edited: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
