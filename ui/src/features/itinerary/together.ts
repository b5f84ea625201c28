// Changes of several visits at once, as pure functions: splitting, merging, copying a day.
import type { Id, Visit, VisitEdit } from "../../ipc";
import { dayOf, momentOf, type Day, type Zone } from "../../shared";
import { wholeDay, type Slot } from "./cards";

/** Who takes part, by name: nobody named means everyone. */
function takingPart(visit: Visit, everyone: readonly Id[]): Id[] {
  return visit.groups.length > 0 ? [...visit.groups] : [...everyone];
}

/** The visit without `groups`, and a visit of theirs; only the visit when nobody would be left. */
export function splitOff(visit: Visit, groups: readonly Id[], everyone: readonly Id[]): Visit[] {
  const all = takingPart(visit, everyone);
  const staying = all.filter((group) => !groups.includes(group));
  const leaving = all.filter((group) => groups.includes(group));
  if (staying.length === 0 || leaving.length === 0) return [visit];
  return [
    { ...visit, groups: staying },
    { ...visit, groups: leaving, pinned: false },
  ];
}

/** The visit with the groups of others too, in the order of `everyone`. */
export function merged(visit: Visit, others: readonly Visit[], everyone: readonly Id[]): Visit {
  const parts = [visit, ...others];
  if (parts.some((one) => one.groups.length === 0)) return { ...visit, groups: [] };
  const joined = new Set(parts.flatMap((one) => one.groups));
  const known = everyone.filter((group) => joined.has(group));
  const unknown = [...joined].filter((group) => !everyone.includes(group));
  return { ...visit, groups: [...known, ...unknown] };
}

/** Visits that could become one with this: the same kind and place, of other groups. */
export function mergeable(slots: readonly Slot[], id: Id, zone: Zone): Slot[] {
  const visit = slots.find((slot) => slot.id === id)?.visit;
  if (!visit) return [];
  const day = dayOf(visit.start, zone);
  const away = (slot: Slot) => Math.abs(slot.visit.start - visit.start);
  return slots
    .filter((slot) => slot.id !== id && slot.visit.what === visit.what)
    .filter(({ visit: other }) =>
      visit.site ? other.site === visit.site : !other.site && other.title === visit.title,
    )
    .sort((a, b) => {
      const sameDay = (slot: Slot) => (dayOf(slot.visit.start, zone) === day ? 0 : 1);
      return sameDay(a) - sameDay(b) || away(a) - away(b);
    });
}

/** Makes on one day what begins on another, at the same hours; pins are not copied. */
export function copiedDay(
  slots: readonly Slot[],
  from: Day,
  to: Day,
  zone: Zone,
  instead: boolean,
): VisitEdit[] {
  const on = (day: Day) => slots.filter((slot) => dayOf(slot.visit.start, zone) === day);
  const by = momentOf(to, 0, zone) - wholeDay(from, zone).from;
  const made = on(from).map(({ visit }): VisitEdit => {
    const copy = { ...visit, start: visit.start + by, end: visit.end + by, pinned: false };
    return { id: null, visit: copy };
  });
  const removed = instead
    ? on(to)
        .filter((slot) => !slot.visit.pinned)
        .map((slot): VisitEdit => ({ id: slot.id, visit: null }))
    : [];
  return [...removed, ...made];
}
