// Who and what is there: people, groups, sites, practices, indicators and instruments by id, for
// names and pickers everywhere. Filled once a cohort is open, refreshed after a change of its kind.
import { ask } from "./call";
import type {
  Entry,
  Group,
  Indicator,
  Instrument,
  Kind,
  Person,
  Practice,
  Record as AnyRecord,
  Site,
} from "./gen/bindings";

interface Known {
  person: Person;
  group: Group;
  site: Site;
  practice: Practice;
  indicator: Indicator;
  instrument: Instrument;
}
export type KnownKind = keyof Known;
const KINDS: KnownKind[] = ["person", "group", "site", "practice", "indicator", "instrument"];

/** A record with its id, as lists and pickers need it. */
export interface Named<T> {
  id: string;
  value: T;
}

type Lists = { [K in KnownKind]: Named<Known[K]>[] };
const empty = (): Lists => ({
  person: [],
  group: [],
  site: [],
  practice: [],
  indicator: [],
  instrument: [],
});
let lists = $state.raw<Lists>(empty());

const byName = new Intl.Collator("id", { numeric: true });

/** Everything known of a kind, sorted for reading. Reactive. */
export function all<K extends KnownKind>(kind: K): Named<Known[K]>[] {
  return lists[kind];
}

/** One record, if it is there. Reactive. */
export function known<K extends KnownKind>(
  kind: K,
  id: string | null | undefined,
): Known[K] | undefined {
  return id ? (lists[kind] as Named<Known[K]>[]).find((it) => it.id === id)?.value : undefined;
}

/** Its name, or nothing. Reactive. */
export function nameOf(kind: KnownKind, id: string | null | undefined): string {
  return known(kind, id)?.name ?? "";
}

/** Reads one kind anew, or all of them. */
export async function refresh(kind?: Kind): Promise<void> {
  const wanted = KINDS.filter((it) => kind === undefined || it === kind);
  const read = await Promise.all(wanted.map(async (it) => [it, await list(it)] as const));
  lists = { ...lists, ...Object.fromEntries(read) };
}

/** Forgets everything, when the cohort is closed. */
export function forget(): void {
  lists = empty();
}

async function list(kind: KnownKind): Promise<Named<Known[KnownKind]>[]> {
  const request = { kind, site: null, author: null, with_removed: false, limit: null, offset: 0 };
  const { entries } = await ask.recordList(request);
  const sealed = entries.filter((entry) => entry.version !== null);
  const named = sealed.map((entry: Entry) => ({ id: entry.id, value: valueOf(entry.record) }));
  return named.sort(
    (a, b) => order(a.value) - order(b.value) || byName.compare(a.value.name, b.value.name),
  );
}

const valueOf = (record: AnyRecord) => record.value as Known[KnownKind];
const order = (value: Known[KnownKind]) =>
  "position" in value && typeof value.position === "number" ? value.position : 0;
