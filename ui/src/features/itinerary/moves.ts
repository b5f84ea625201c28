// How a visit is moved, stretched and given to another group. Pure: no clock, no screen.
// Moments are UTC minutes; every zone here is a whole number of hours away from UTC, so the
// five-minute grid is the same in all of them.
import type { UtcMinute, Visit } from "../../ipc";

/** Slots start and end on this grid, in minutes. */
export const GRID = 5;

/** The stretch of time a visit may be moved in. */
export interface Span {
  from: UtcMinute;
  to: UtcMinute;
}

/** The nearest moment on the grid. */
export function snap(minute: number): number {
  return Math.round(minute / GRID) * GRID;
}

/** Moved by some minutes, onto the grid, kept whole inside `within`. */
export function shifted(visit: Visit, minutes: number, within: Span): Visit {
  const length = visit.end - visit.start;
  const latest = Math.max(within.from, within.to - length);
  const start = Math.min(Math.max(snap(visit.start + minutes), within.from), latest);
  return { ...visit, start, end: start + length };
}

/** Its end moved by some minutes, onto the grid; never shorter than one step. */
export function stretched(visit: Visit, minutes: number, within: Span): Visit {
  const end = Math.min(snap(visit.end + minutes), within.to);
  return { ...visit, end: Math.max(end, visit.start + GRID) };
}

/** The part of `from` given to `to`; other groups stay. A visit of everyone stays as it is. */
export function regrouped(visit: Visit, from: string, to: string): Visit {
  if (!visit.groups.includes(from) || visit.groups.includes(to)) return visit;
  return { ...visit, groups: visit.groups.map((group) => (group === from ? to : group)) };
}

/** The stretch between two points of a drag over an empty place, either way round. */
export function selected(one: UtcMinute, other: UtcMinute, within: Span): Span {
  const from = Math.max(snap(Math.min(one, other)), within.from);
  const to = Math.min(snap(Math.max(one, other)), within.to);
  return { from, to: Math.max(to, from + GRID) };
}

/** One visit per group, the first of which keeps the record; the others are new. */
export function splitUp(visit: Visit, allGroups: readonly string[]): Visit[] {
  const groups = visit.groups.length > 0 ? visit.groups : allGroups;
  return groups.map((group) => ({ ...visit, groups: [group] }));
}

/** Whether two visits say the same. */
export function sameVisit(one: Visit, other: Visit): boolean {
  return (Object.keys(one) as (keyof Visit)[]).every(
    (field) => JSON.stringify(one[field]) === JSON.stringify(other[field]),
  );
}
