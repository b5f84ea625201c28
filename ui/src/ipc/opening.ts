// Opening, leaving and acting in a cohort. Each way in ends with the cohort in hand and its
// people, groups and sites known by name.
import { sealAll } from "../shared/autosave.svelte";
import { cohort, setCohort, type ActingPerson } from "../shared/cohort.svelte";
import { ask } from "./call";
import { all, forget, known, nameOf, refresh, type Named } from "./directory.svelte";
import type { Actor, NewCohort, Opened, Person, Role } from "./gen/bindings";

export const openExample = () => enter(() => ask.exampleOpen());
export const openFolder = (folder: string) => enter(() => ask.cohortOpen(folder));
export const makeCohort = (form: NewCohort) => enter(() => ask.cohortMake(form));
/** Acts as another person; in the example only. */
export const actAs = (person: string) => enter(() => ask.actorSwitch(person));

/** Closes the cohort. The window goes back to the doors. */
export async function closeCohort(): Promise<void> {
  await sealAll();
  await ask.cohortClose();
  setCohort(null);
  forget();
}

/** Reads the cohort's own record anew, after it or the person in hand changed. */
export async function rereadCohort(): Promise<void> {
  const { opened, cohort: record, programme } = await ask.cohortSummary();
  setCohort({
    id: opened.cohort,
    folder: opened.folder,
    isExample: opened.is_example,
    counts: Object.fromEntries(opened.counts.map((one) => [one.kind, one.count])),
    record,
    programme,
    name: record.name,
    base: record.base,
    start: record.start,
    end: record.end,
    zone: record.zone,
    person: acting(opened.actor),
  });
}

async function enter(opening: () => Promise<Opened>): Promise<void> {
  await sealAll();
  await opening();
  await refresh();
  await rereadCohort();
}

const roles: readonly Role[] = ["coordinator", "instructor", "trainee"];

/** Whom this laptop may act as, by role: everybody in the example, else nobody. Reactive. */
export function mayActAs(): ActingPerson[] {
  if (!cohort()?.isExample) return [];
  return roles.flatMap((role) =>
    all("person")
      .filter((one) => one.value.role === role)
      .map(personInHand),
  );
}

function personInHand({ id, value }: Named<Person>): ActingPerson {
  return { id, name: value.name, role: value.role, detail: nameOf("group", value.group) };
}

function acting(actor: Actor): ActingPerson {
  const person = known("person", actor.person);
  const name = person?.name || actor.name;
  const group = person ? person.group : actor.group;
  return { id: actor.person, name, role: actor.role, detail: nameOf("group", group) };
}
