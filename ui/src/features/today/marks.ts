// Marks of an attendance list: counting, what a key means, and the list with marks not yet
// answered for. Pure.
import type { Attendee, AttendanceSheet, Id, PersonPresence, Presence } from "../../ipc";

export const presences: readonly Presence[] = ["present", "excused", "absent"];

/** How many are there, excused, missing, and not yet marked. */
export function tally(people: readonly Attendee[]): Record<Presence | "open", number> {
  const counts = { present: 0, excused: 0, absent: 0, open: 0 };
  for (const { presence } of people) counts[presence ?? "open"] += 1;
  return counts;
}

/** The sheet as it will be once the shell has taken the marks. */
export function marked(sheet: AttendanceSheet, marks: readonly PersonPresence[]): AttendanceSheet {
  const by = new Map(marks.map((mark) => [mark.person, mark.presence]));
  const people = sheet.people.map((one) =>
    by.has(one.person) ? { ...one, presence: by.get(one.person) ?? null } : one,
  );
  return { ...sheet, people };
}

/** Everybody who is not marked yet, as present. */
export function restPresent(people: readonly Attendee[]): PersonPresence[] {
  return people
    .filter((one) => one.presence === null)
    .map(({ person }) => ({ person, presence: "present" }));
}

export type MarkAct = { mark: Presence | null } | { step: 1 | -1 | "first" | "last" };

const keys: Record<string, MarkAct> = {
  h: { mark: "present" },
  "1": { mark: "present" },
  i: { mark: "excused" },
  "2": { mark: "excused" },
  t: { mark: "absent" },
  "3": { mark: "absent" },
  delete: { mark: null },
  backspace: { mark: null },
  "0": { mark: null },
  arrowdown: { step: 1 },
  arrowup: { step: -1 },
  home: { step: "first" },
  end: { step: "last" },
};

/** What a key means on a row, or `null`. */
export function markFor(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">,
): MarkAct | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return keys[event.key.toLowerCase()] ?? null;
}

/** The row a step leads to, kept inside the list. */
export function stepped(at: number, step: 1 | -1 | "first" | "last", count: number): number {
  if (step === "first") return 0;
  if (step === "last") return count - 1;
  return Math.min(Math.max(at + step, 0), count - 1);
}

/** The people of a group, those of no group under `null`; groups in the order of the sheet. */
export function byGroup(sheet: AttendanceSheet): { group: Id | null; people: Attendee[] }[] {
  const order = sheet.groups.map((one) => one.group);
  const found = new Map<Id | null, Attendee[]>();
  for (const one of sheet.people) {
    const group =
      one.role === "trainee" && one.group && order.includes(one.group) ? one.group : null;
    found.set(group, [...(found.get(group) ?? []), one]);
  }
  return [...order, null].flatMap((group) => {
    const people = found.get(group);
    return people ? [{ group, people }] : [];
  });
}
