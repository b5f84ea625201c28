// A shell for tests: answers each command by a function and remembers what was asked. The window
// itself never loads it.
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import type { ActingPerson, CohortInHand } from "../shared/cohort.svelte";
import type {
  commands,
  CohortSummary,
  Failure,
  ListRequest,
  Mapping,
  Opened,
  Programme,
  Record as AnyRecord,
  RosterPerson,
} from "./gen/bindings";

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : S;
/** The commands by the names the shell knows them by, such as `record_list`. */
export type CommandName = Snake<keyof typeof commands>;
/** The arguments of all commands; each answer finds its own ones filled. */
export interface Args {
  id: string;
  person: string;
  record: AnyRecord;
  request: ListRequest;
  query: string;
  folder: string;
  day: string | null;
  version: string;
  people: RosterPerson[];
  mapping: Mapping;
  fileName: string;
  subject: string;
}
type Answers = Partial<Record<CommandName, (args: Args) => unknown>>;

export interface Call {
  command: CommandName;
  args: Record<string, unknown>;
}

const usual: Answers = {
  record_list: () => ({ entries: [], total: 0 }),
  record_search: () => [],
  conflict_list: () => [],
  proposal_list: () => [],
  review_queue: () => [],
  release_list: () => [],
  settings_keep: () => null,
  cohort_close: () => null,
};

/** Answers like the shell until `stopPretending`; an unexpected command fails with its name. */
export function pretend(answers: Answers): Call[] {
  const calls: Call[] = [];
  const known: Answers = { ...usual, ...answers };
  mockIPC(async (command, args) => {
    const name = command as CommandName;
    calls.push({ command: name, args: (args ?? {}) as Record<string, unknown> });
    const answer = known[name];
    if (!answer) throw refuse("internal", { detail: `nobody answers ${command}` });
    return answer((args ?? {}) as unknown as Args);
  });
  return calls;
}

export function stopPretending(): void {
  clearMocks();
}

/** A failure to throw from an answer. */
export function refuse(
  code: Failure["code"],
  more: Partial<Pick<Failure, "params" | "detail">> = {},
): Failure {
  return { code, params: {}, detail: "", ...more };
}

const programme: Programme = {
  key: "pka",
  name: { id: "PKA", en: "PKA" },
  proposal_name: { id: "Aksi perubahan", en: "Change action" },
  verified: false,
  chapters: "figures",
  sections: [],
  rubric: [],
  grades: [],
};

/** An open cohort as the shell describes it. */
export function pretendCohort(
  actor: Opened["actor"],
  counts: Opened["counts"] = [],
): CohortSummary {
  return {
    opened: { folder: "/tilik/contoh", cohort: "c", actor, is_example: true, counts },
    cohort: {
      name: "Diklatpim III",
      programme: programme.key,
      organiser: "Penyelenggara",
      start: "2018-03-20",
      end: "2018-03-24",
      base: "Banyuwangi",
      zone: "wib",
      letterhead: { lines: [], logo: null, place: "Banyuwangi" },
      consent: { leave_out_unmarked_photos: true },
      letters: {},
      prayer: {
        subuh_angle: 20,
        isya_angle: 18,
        ashar: "shafii",
        imsak_minutes: 10,
        caution_minutes: 2,
        rounding: "cautious",
        prayer_minutes: 30,
        friday_before_minutes: 15,
        friday_after_minutes: 75,
      },
      planning: {
        severities: {},
        accepted: {},
        day_start: 450,
        day_end: 1050,
        most_visits_a_day: 4,
        visits_per_group: null,
        visit_minutes: 90,
        foci: [],
        base_coordinates: null,
        road_percent: 140,
        speed_kmh: 35,
        assembly_minutes: 10,
        unknown_ride_minutes: 20,
        rides: [],
        lunch_minutes: 40,
        lunch_earliest: 690,
        lunch_latest: 780,
        holidays: [],
      },
    },
    programme,
  };
}

/** The cohort as a screen finds it in hand, for tests that do not open one. */
export function pretendInHand(person: ActingPerson): CohortInHand {
  const { opened, cohort: record } = pretendCohort({
    person: person.id,
    name: person.name,
    role: person.role,
    group: null,
  });
  const { name, base, start, end, zone } = record;
  const where = { id: opened.cohort, folder: opened.folder, isExample: true, counts: {} };
  return { ...where, record, programme, name, base, start, end, zone, person };
}
