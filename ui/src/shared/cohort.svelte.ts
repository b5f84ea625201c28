// The cohort and the person in hand, as the frame and every screen need to know them.
// The app sets it once a cohort is open; screens only read it.
import type { Cohort, Kind, Programme, Role } from "../ipc/gen/bindings";
import type { Day, Zone } from "./formats";
import type { Screen } from "./router.svelte";

export type { Role };

export interface ActingPerson {
  id: string;
  name: string;
  role: Role;
  /** A few words under the name, such as the group. */
  detail: string;
}

export interface CohortInHand {
  id: string;
  /** Where it lies on this laptop. */
  folder: string;
  /** The built-in example: one laptop may act as anybody. */
  isExample: boolean;
  /** How many records of each kind there were when it was read. */
  counts: Partial<Record<Kind, number>>;
  /** The cohort's own record. */
  record: Cohort;
  programme: Programme;
  name: string;
  base: string;
  start: Day;
  end: Day;
  zone: Zone;
  person: ActingPerson;
}

/** A small figure beside a navigation entry; `alert` when it asks for attention. */
export interface NavCount {
  text: string;
  alert?: boolean;
}

let value = $state.raw<CohortInHand | null>(null);
let counts = $state.raw<Partial<Record<Screen, NavCount>>>({});
let saved = $state("");

/** The open cohort, or `null` at the three doors. Reactive. */
export function cohort(): CohortInHand | null {
  return value;
}
export function setCohort(next: CohortInHand | null): void {
  const another = next?.id !== value?.id || next?.person.id !== value?.person.id;
  value = next;
  if (!another) return;
  counts = {};
  saved = "";
}

/** Figures beside the navigation entries. Reactive. */
export function navCounts(): Partial<Record<Screen, NavCount>> {
  return counts;
}
export function setNavCounts(next: Partial<Record<Screen, NavCount>>): void {
  counts = { ...counts, ...next };
}

/** When anything was last saved, as "14.03"; shown under the person's name. Reactive. */
export function lastSaved(): string {
  return saved;
}
export function noteSaved(clock: string): void {
  saved = clock;
}
