// Having a schedule proposed: what is asked for, where the search stands, what it found, and
// taking one up. Nothing of the itinerary changes before `apply`.
import {
  ask,
  isOpen,
  proposePlans,
  recordsChanged,
  type Cost,
  type PlanRequest,
  type Planning,
  type ProposedPlan,
  type SearchStep,
  type Visit,
  type Wish,
} from "../../ipc";
import { cohort, t } from "../../shared";
import type { Slot } from "./cards";
import type { Plan } from "./plan.svelte";

export const wishes: readonly Wish[] = ["balanced", "travel", "fair", "slack"];

/** What becomes of a slot in a proposal. */
export type Fate = "new" | "moved" | "stays";

export interface ProposedSlot extends Slot {
  fate: Fate;
  /** As it stands now, where it moves. */
  before: Visit | null;
}

/** What of the planning settings is asked for before a search. */
export type Typed = Pick<
  Planning,
  "foci" | "day_start" | "day_end" | "visits_per_group" | "most_visits_a_day"
>;

export class Proposing {
  request = $state<PlanRequest>({
    standing: "keep",
    pinned: [],
    wishes: [...wishes],
    seed: 1,
    thorough: false,
  });
  phase = $state<"asking" | "searching" | "found">("asking");
  step = $state.raw<SearchStep | null>(null);
  /** Whole seconds since the search began. */
  seconds = $state(0);
  plans = $state.raw<ProposedPlan[]>([]);
  chosen = $state<Wish>("balanced");
  failure = $state.raw<unknown>(null);
  /** Whether the search was ended before its time. */
  endedEarly = $state(false);
  applying = $state(false);
  /** What the itinerary of now costs and breaks, to compare with. */
  now = $state.raw<Pick<ProposedPlan, "cost" | "conflicts"> | null>(null);

  plan = $derived(this.plans.find((plan) => plan.wish === this.chosen) ?? null);

  #run = 0;

  /** Searches; answers whether something was found. What was `typed` is kept first. */
  async search(typed: Typed): Promise<boolean> {
    const run = ++this.#run;
    this.phase = "searching";
    this.failure = null;
    this.step = null;
    this.seconds = 0;
    this.endedEarly = false;
    const begun = Date.now();
    const timer = setInterval(() => {
      this.seconds = Math.floor((Date.now() - begun) / 1000);
    }, 250);
    try {
      await keepPlanning(typed);
      this.now = await ask.itineraryJudge([]);
      // Given up meanwhile: a search begun now would have nobody to end it.
      if (run !== this.#run) return false;
      const plans = await proposePlans($state.snapshot(this.request), (step) => {
        if (run === this.#run) this.step = step;
      });
      if (run !== this.#run) return false;
      this.plans = plans;
      this.chosen = plans[0]?.wish ?? "balanced";
      this.phase = plans.length > 0 ? "found" : "asking";
      return plans.length > 0;
    } catch (reason) {
      if (run === this.#run) {
        this.failure = reason;
        this.phase = "asking";
      }
      return false;
    } finally {
      clearInterval(timer);
    }
  }

  /** Ends the search and keeps what it has found so far. */
  async stop(): Promise<void> {
    this.endedEarly = true;
    await ask.planCancel().catch((reason) => (this.failure = reason));
  }

  /** Ends the search and leaves the itinerary as it was. */
  async giveUp(): Promise<void> {
    this.#run += 1;
    this.phase = "asking";
    await ask.planCancel().catch(() => undefined);
  }

  /** Takes the chosen proposal up in one change; `false` when the shell refuses. */
  async apply(itinerary: Plan): Promise<boolean> {
    const plan = this.plan;
    if (!plan) return false;
    this.applying = true;
    const before = itinerary.asSealed();
    try {
      const touched = await ask.planApply(plan.changes, plan.removed);
      itinerary.announce();
      itinerary.offerBack(touched, before, t("propose-applied", { count: touched.length }));
      return true;
    } catch (reason) {
      this.failure = reason;
      return false;
    } finally {
      this.applying = false;
    }
  }
}

/** Seals what was typed when it differs from the cohort's settings; what else they say stays. */
async function keepPlanning(typed: Typed): Promise<void> {
  const id = cohort()?.id;
  if (!id) return;
  const entry = await ask.recordGet(id);
  if (entry.record.kind !== "cohort") return;
  const value = entry.record.value;
  const planning = { ...value.planning, ...typed };
  if (JSON.stringify(value.planning) === JSON.stringify(planning)) return;
  await ask.recordSave(id, { kind: "cohort", value: { ...value, planning } });
  await recordsChanged("cohort");
}

/** The itinerary as it would be, by start. */
export function slotsAfter(plan: ProposedPlan, now: readonly Slot[]): ProposedSlot[] {
  const moved = new Map(plan.changes.map((change) => [change.known_as, change]));
  const gone = new Set(plan.removed);
  const stand = now.filter((slot) => !gone.has(slot.id));
  const old = stand.map((slot): ProposedSlot => {
    const change = moved.get(slot.id);
    return change
      ? { id: slot.id, visit: change.after, fate: "moved", before: slot.visit }
      : { ...slot, fate: "stays", before: null };
  });
  const made = plan.changes
    .filter((change) => change.visit === null)
    .map(({ known_as, after }): ProposedSlot => {
      return { id: known_as, visit: after, fate: "new", before: null };
    });
  return [...old, ...made].sort((a, b) => a.visit.start - b.visit.start);
}

/** The figures alternatives are compared by; less is better in all but `slack`. */
export interface Figures {
  travel: number;
  worst: number;
  difference: number;
  slack: number;
  block: number;
  warn: number;
  unmet: number;
}

export function figuresOf({
  cost,
  conflicts,
  unmet,
}: {
  cost: Cost;
  conflicts: ProposedPlan["conflicts"];
  unmet?: ProposedPlan["unmet"];
}): Figures {
  const open = conflicts.filter(isOpen);
  const blocking = open.filter((it) => it.severity === "block").length;
  return {
    travel: cost.travel,
    worst: cost.worst_travel,
    difference: cost.worst_travel - cost.least_travel,
    slack: cost.slack,
    block: blocking,
    warn: open.length - blocking,
    unmet: unmet?.length ?? 0,
  };
}

/** The best of each figure among several alternatives; nothing where all are alike. */
export function bestOf(all: readonly Figures[]): Partial<Figures> {
  const best: Partial<Figures> = {};
  const first = all[0];
  if (!first) return best;
  for (const figure of Object.keys(first) as (keyof Figures)[]) {
    const values = all.map((one) => one[figure]);
    const top = figure === "slack" ? Math.max(...values) : Math.min(...values);
    if (values.some((value) => value !== top)) best[figure] = top;
  }
  return best;
}
