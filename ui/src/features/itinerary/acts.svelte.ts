// What is done to the plan by hand: one place for keys, menus, buttons and the list. Every act is
// one change that one undo takes back; what needs an answer first opens a question.
import { all, isAttended, type Id, type UtcMinute, type Visit, type VisitEdit } from "../../ipc";
import { dayOf, go, momentOf, t, type Day, type Zone } from "../../shared";
import { STRAY, WHOLE, onDay, wholeDay } from "./cards";
import { nextSpot } from "./ground";
import type { GridAct } from "./keys";
import { copiedDay, merged, splitOff } from "./together";
import { regrouped, shifted, splitUp, stretched, type Span } from "./moves";
import type { Plan } from "./plan.svelte";
import { groupsOf, timesOf, titleOf } from "./words";

/** A question that stands open. */
export type Question =
  | { what: "split" | "merge"; id: Id }
  | { what: "copy-day" }
  | { what: "late"; day: Day; from: UtcMinute; groups: Id[] };

interface Where {
  day: Day;
  zone: Zone;
  columns: readonly string[];
}

interface Hands {
  open: (id: Id, byKey: boolean) => void;
  step: (by: 1 | -1) => void;
  focusOn: (id: Id) => void;
  /** A visit is there no more. */
  gone: (id: Id) => void;
}

/** What an act was asked on: a card of a column, or a row of the list, which has none. */
export interface Target {
  id: Id;
  group?: string;
}

export class Acts {
  question = $state.raw<Question | null>(null);

  constructor(
    readonly plan: Plan,
    readonly where: () => Where,
    readonly hands: Hands,
  ) {}

  act(act: GridAct, target: Target): void {
    const { id } = target;
    if (act.act === "open") return this.hands.open(id, true);
    if (act.act === "day") return this.hands.step(act.step);
    const now = this.plan.visitOf(id);
    if (!now) return;
    if (act.act === "attendance") return isAttended(now.what) ? go("today", { id }) : undefined;
    if (!this.plan.mayEdit(id)) return this.plan.say(t("itinerary-read-only"));
    switch (act.act) {
      case "remove":
        return void this.remove(id);
      case "new":
        return this.createAfter(now, target.group);
      case "pin":
        return this.drop(id, { ...now, pinned: !now.pinned }, true);
      case "split":
      case "merge":
        this.question = { what: act.act, id };
        return;
      case "late":
        return this.askLate(now);
      case "copy":
        return void this.duplicate(id, act.group);
      default:
        return this.#move(act, target, now);
    }
  }

  #move(act: GridAct, target: Target, now: Visit): void {
    if (now.pinned) return this.plan.say(t("itinerary-pinned-stays"), target.id);
    const { zone } = this.where();
    const within = wholeDay(dayOf(now.start, zone), zone);
    if (act.act === "shift") this.drop(target.id, shifted(now, act.minutes, within), true);
    if (act.act === "stretch") this.drop(target.id, stretched(now, act.minutes, within), true);
    if (act.act === "group") void this.#regroup(target, now, act.step);
    if (act.act === "spot") void this.#toSpot(target.id, now, act.step);
  }

  drop(id: Id, after: Visit, byKey = false): void {
    void this.plan.change(id, after, this.#saying(this.plan.sealedOf(id), after), byKey);
  }

  /** What a change is called: to another group, longer or shorter, or to another time. */
  #saying(before: Visit | undefined, after: Visit): string {
    const facts = { title: titleOf(after), time: timesOf(after) };
    if (before && before.pinned !== after.pinned) {
      return t(after.pinned ? "itinerary-was-pinned" : "itinerary-was-unpinned", facts);
    }
    if (before && before.groups.join() !== after.groups.join()) {
      return t("itinerary-regrouped", { ...facts, groups: groupsOf(after) });
    }
    if (before && before.start === after.start) return t("itinerary-stretched", facts);
    return t("itinerary-moved", facts);
  }

  async #regroup({ id, group }: Target, now: Visit, step: 1 | -1): Promise<void> {
    const { columns } = this.where();
    const from = group ?? now.groups[0] ?? WHOLE;
    if (from === WHOLE) return this.plan.say(t("itinerary-for-everyone"));
    const to = columns[columns.indexOf(from) + step];
    if (!to || to === STRAY || to === WHOLE) return;
    this.drop(id, regrouped(now, from, to), true);
    this.hands.focusOn(id);
  }

  /** To the next time at which nothing is in the way. */
  async #toSpot(id: Id, now: Visit, step: 1 | -1): Promise<void> {
    const { zone } = this.where();
    const spots = await this.plan.spots(id, now, dayOf(now.start, zone)).catch(() => []);
    const start = nextSpot(spots, now.start, step);
    if (start === null) return this.plan.say(t("itinerary-no-spot"), id);
    this.drop(id, { ...now, start, end: start + now.end - now.start }, true);
  }

  async create({ from, to }: Span, group: string): Promise<void> {
    const named = group !== WHOLE && group !== STRAY;
    const visit: Visit = {
      what: "visit",
      title: "",
      site: null,
      groups: named ? [group] : [],
      start: from,
      end: to,
      lead: null,
      transport: "",
      note: "",
      pinned: false,
    };
    const id = await this.plan.add(visit, t("itinerary-added"));
    if (id) this.hands.open(id, true);
  }

  createAfter(visit?: Visit, group?: string): void {
    const hour = 60;
    const { day, zone, columns } = this.where();
    const from = visit ? visit.end : momentOf(day, 8 * hour, zone);
    const start = Math.min(from, wholeDay(day, zone).to - hour);
    void this.create({ from: start, to: start + hour }, group ?? columns[0] ?? WHOLE);
  }

  async remove(id: Id): Promise<void> {
    const gone = this.plan.visitOf(id);
    if (!gone) return;
    const said = t("itinerary-removed", { title: titleOf(gone) });
    if (await this.plan.remove(id, said)) this.hands.gone(id);
  }

  /** One visit for each of its groups. */
  async splitUp(id: Id): Promise<void> {
    const now = this.plan.visitOf(id);
    const groups = all("group").map((group) => group.id);
    if (now) await this.#replace(id, splitUp(now, groups));
  }

  /** Some of its groups in a visit of their own. */
  async splitOff(id: Id, groups: readonly Id[]): Promise<void> {
    const now = this.plan.visitOf(id);
    const everyone = all("group").map((group) => group.id);
    if (now) await this.#replace(id, splitOff(now, groups, everyone));
  }

  async #replace(id: Id, [first, ...others]: Visit[]): Promise<void> {
    if (!first || others.length === 0) return;
    const made = others.map((visit): VisitEdit => ({ id: null, visit }));
    const count = others.length + 1;
    await this.plan.together([{ id, visit: first }, ...made], t("itinerary-was-split", { count }));
    this.hands.focusOn(id);
  }

  /** The groups of `others` come along; those visits are there no more. */
  async merge(id: Id, others: readonly Id[]): Promise<void> {
    const now = this.plan.visitOf(id);
    const joining = others.flatMap((other) => this.plan.visitOf(other) ?? []);
    if (!now || joining.length === 0) return;
    const everyone = all("group").map((group) => group.id);
    const after = merged(now, joining, everyone);
    const gone = others.map((other): VisitEdit => ({ id: other, visit: null }));
    const said = t("itinerary-was-merged", { title: titleOf(after), groups: groupsOf(after) });
    await this.plan.together([{ id, visit: after }, ...gone], said);
    this.hands.focusOn(id);
  }

  async duplicate(id: Id, group: Id): Promise<void> {
    const now = this.plan.visitOf(id);
    if (!now) return;
    const copy = { ...now, groups: [group], pinned: false };
    const said = t("itinerary-duplicated", { groups: groupsOf(copy) });
    const made = await this.plan.add(copy, said);
    if (made) this.hands.open(made, false);
  }

  /** Everything of a day on another; `instead` removes what is there and not pinned. */
  async copyDay(from: Day, to: Day, instead: boolean): Promise<void> {
    const { zone } = this.where();
    const edits = copiedDay(this.plan.slots, from, to, zone, instead);
    const count = edits.filter((edit) => edit.id === null).length;
    await this.plan.together(edits, t("itinerary-day-copied", { count }));
  }

  /** Asks how late it is, from a visit on or from now on. */
  askLate(visit: Visit | null, day?: Day): void {
    const where = this.where();
    const { zone } = where;
    const of = visit ? dayOf(visit.start, zone) : (day ?? where.day);
    const now = Math.floor(Date.now() / 60_000);
    const first = onDay(this.plan.slots, of, zone)[0]?.visit.start ?? wholeDay(of, zone).from;
    const from = visit?.start ?? (dayOf(now, zone) === of ? now : first);
    this.question = { what: "late", day: of, from, groups: visit?.groups ?? [] };
  }
}
