// The itinerary in hand: its slots, what clashes, and its releases.
//
// A slot may be on trial (being dragged or typed): the grid shows it and the rules judge it, but
// nothing is sealed until `save`. Saves of one slot go out one after the other, the newest value
// winning, so that a held arrow key neither overtakes nor floods.
import {
  ask,
  isOpen,
  recordsChanged,
  tell,
  type Conflict,
  type Entry,
  type DayRoute,
  type Id,
  type Kind,
  type OpenDay,
  type PrayerCalendar,
  type ReleaseView,
  type Spot,
  type Visit,
  type VisitEdit,
} from "../../ipc";
import { noteSaved, nowClock, t, toast, toastFailure, type Day } from "../../shared";
import { dismiss } from "../../shared/toasts.svelte";
import type { Slot } from "./cards";
import { sameVisit } from "./moves";

export interface PlannedSlot extends Slot {
  mayEdit: boolean;
}

/** Who types into a slot right now; a drag of it goes through their hands. */
interface Writer {
  id: Id;
  write: (visit: Visit) => Promise<boolean>;
}

const judgeAfter = 120;
const burstFor = 2_000;

export class Plan {
  loaded = $state(false);
  failure = $state.raw<unknown>(null);
  /** Every broken rule; also what is only good to know, and what somebody accepted. */
  judged = $state.raw<Conflict[]>([]);
  /** The ones to be looked at. */
  conflicts = $derived(this.judged.filter(isOpen));
  releases = $state.raw<ReleaseView[]>([]);
  /** Rides and breaks between the slots. */
  routes = $state.raw<DayRoute[]>([]);
  /** When each site receives, by day. */
  openDays = $state.raw<OpenDay[]>([]);
  prayers = $state.raw<PrayerCalendar | null>(null);
  /** What was just done, for the live region. */
  said = $state("");
  /** The slot it was done to. */
  saidOf = $state<Id | null>(null);
  writer: Writer | null = null;

  #sealed = $state.raw<PlannedSlot[]>([]);
  #trial = $state.raw<Record<Id, Visit>>({});
  /** The slots as they are to be shown; those not on trial stay the same objects. */
  slots = $derived(
    this.#sealed.map((slot) => {
      const trial = this.#trial[slot.id];
      return trial ? { ...slot, visit: trial } : slot;
    }),
  );

  #wanted = new Map<Id, Visit>();
  #busy = new Map<Id, Promise<void>>();
  #burst: { id: Id; before: Visit; at: number; toast: number; byKey: boolean } | null = null;
  #turn = 0;
  #telling = 0;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  async load(): Promise<void> {
    try {
      const kind = "visit" as const;
      const request = {
        kind,
        site: null,
        author: null,
        with_removed: false,
        limit: null,
        offset: 0,
      };
      const [listing, judged, releases] = await Promise.all([
        ask.recordList(request),
        ask.itineraryJudge([]),
        ask.releaseList(),
      ]);
      this.#sealed = listing.entries.flatMap((entry) => slotOf(entry) ?? []);
      this.releases = releases;
      this.judged = judged.conflicts;
      this.routes = judged.routes;
      this.failure = null;
      this.loaded = true;
      await this.#readDays();
    } catch (reason) {
      this.failure = reason;
    }
  }

  /** What does not hang on a single slot: opening hours and prayers of the days. */
  async #readDays(): Promise<void> {
    [this.openDays, this.prayers] = await Promise.all([ask.openList(), ask.prayerBands()]);
  }

  /** Reads anew after somebody else changed something the plan shows. */
  reread(kind: Kind | undefined): void {
    if (kind !== "visit" || this.#telling === 0) void this.load();
  }

  /** Tells the rest of the window that slots changed. */
  announce(): void {
    noteSaved(nowClock());
    this.#telling += 1;
    recordsChanged("visit")
      .catch(() => undefined)
      .finally(() => (this.#telling -= 1));
  }

  visitOf = (id: Id): Visit | undefined => this.slots.find((slot) => slot.id === id)?.visit;

  /** A slot as it is sealed, whatever is being tried. */
  sealedOf = (id: Id): Visit | undefined => this.#sealed.find((slot) => slot.id === id)?.visit;

  mayEdit = (id: Id): boolean => this.slots.find((slot) => slot.id === id)?.mayEdit ?? false;

  conflictsOf(id: Id): Conflict[] {
    return this.conflicts.filter((conflict) => conflict.visits.includes(id));
  }

  /** Shows a slot as it would be and asks what would clash. */
  consider(id: Id, visit: Visit): void {
    this.#trial = { ...this.#trial, [id]: visit };
    this.#judge(judgeAfter);
  }

  /** Shows the slot as it is sealed again. */
  giveUp(id: Id): void {
    this.#drop(id);
    this.#judge(0);
  }

  /** Seals a slot; rejects when the shell refuses. */
  save(id: Id, visit: Visit): Promise<void> {
    this.consider(id, visit);
    this.#wanted.set(id, visit);
    const running = this.#busy.get(id) ?? this.#write(id);
    this.#busy.set(id, running);
    return running;
  }

  /** Seals a change made in the grid, says so, and offers to take it back. */
  async change(id: Id, after: Visit, said: string, byKey = false): Promise<void> {
    const before = this.sealedOf(id);
    if (!before) return;
    if (sameVisit(before, after) && !this.#busy.has(id)) return this.giveUp(id);
    const burst = this.#burstOf(id, before, byKey);
    const turn = ++this.#turn;
    if (!(await this.#put(id, after)) || turn !== this.#turn) return;
    if (burst.toast) dismiss(burst.toast);
    burst.toast = toast(said, async () => {
      this.#burst = null;
      if (await this.#put(id, burst.before)) this.say(t("itinerary-undone"), id);
    });
    this.say(said, id);
  }

  /** Has something read out. */
  say(said: string, of: Id | null = null): void {
    this.said = said;
    this.saidOf = of;
  }

  /** Makes a slot; its id, or `null` when the shell refuses. */
  async add(visit: Visit, said: string): Promise<Id | null> {
    try {
      const entry = await ask.recordAdd({ kind: "visit", value: visit });
      this.#take(entry);
      toast(said, async () => void (await this.#removeQuietly(entry.id)));
      this.say(said, entry.id);
      return entry.id;
    } catch (reason) {
      toastFailure(tell(reason).what);
      return null;
    }
  }

  /** Removes a slot and offers to put it back. */
  async remove(id: Id, said: string): Promise<boolean> {
    if (!(await this.#removeQuietly(id))) return false;
    toast(said, async () => {
      try {
        this.#take(await ask.recordPutBack(id));
        this.say(t("itinerary-undone"), id);
      } catch (reason) {
        toastFailure(tell(reason).what);
      }
    });
    this.say(said);
    return true;
  }

  /** Freezes the itinerary; rejects when the shell refuses. */
  async release(note: string): Promise<ReleaseView> {
    const made = await ask.releaseMake(note);
    this.releases = [...this.releases, made];
    return made;
  }

  /** Where a slot could begin on a day without blocking anything. */
  spots(id: Id, visit: Visit, day: Day): Promise<Spot[]> {
    return ask.spotList(id, visit, day);
  }

  /**
   * Makes, changes and removes several slots at once, says so, and offers to take all of it back
   * at once. The slots touched, or `null` when the shell refuses.
   */
  async together(edits: VisitEdit[], said: string): Promise<Id[] | null> {
    const before = this.asSealed();
    const touched = await this.#edit(edits);
    if (!touched) return null;
    this.offerBack(touched, before, said);
    return touched;
  }

  /** After a change of several slots: says so and offers to put them back as they were. */
  offerBack(touched: readonly Id[], before: ReadonlyMap<Id, Visit>, said: string): void {
    this.#burst = null;
    toast(said, async () => {
      const back = touched.map((id) => ({ id, visit: before.get(id) ?? null }));
      if (await this.#edit(back)) this.say(t("itinerary-undone"));
    });
    this.say(said);
  }

  /** The slots as they are sealed now, to be offered back later. */
  asSealed(): ReadonlyMap<Id, Visit> {
    return new Map(this.#sealed.map((slot) => [slot.id, slot.visit]));
  }

  async #edit(edits: VisitEdit[]): Promise<Id[] | null> {
    try {
      const touched = await ask.visitsChange(edits);
      await this.refresh();
      return touched;
    } catch (reason) {
      toastFailure(tell(reason).what);
      return null;
    }
  }

  /** Reads the slots anew after a change made past `save`, and tells the rest of the window. */
  async refresh(): Promise<void> {
    this.announce();
    await this.load();
  }

  async #put(id: Id, visit: Visit): Promise<boolean> {
    try {
      if (this.writer?.id === id) return await this.writer.write(visit);
      await this.save(id, visit);
      return true;
    } catch (reason) {
      this.giveUp(id);
      toastFailure(tell(reason).what);
      return false;
    }
  }

  async #write(id: Id): Promise<void> {
    try {
      for (let visit = this.#wanted.get(id); visit; visit = this.#wanted.get(id)) {
        this.#wanted.delete(id);
        this.#take(await ask.recordSave(id, { kind: "visit", value: visit }), visit);
      }
    } finally {
      this.#wanted.delete(id);
      this.#busy.delete(id);
    }
  }

  #take(entry: Entry, written?: Visit): void {
    const slot = slotOf(entry);
    if (!slot) return;
    const others = this.#sealed.filter((one) => one.id !== slot.id);
    this.#sealed = [...others, slot];
    // What was typed or dragged meanwhile stays on trial.
    const trial = this.#trial[slot.id];
    if (!written || !trial || sameVisit(trial, written)) this.#drop(slot.id);
    this.announce();
    this.#judge(0);
  }

  async #removeQuietly(id: Id): Promise<boolean> {
    try {
      await ask.recordRemove(id);
      this.#sealed = this.#sealed.filter((slot) => slot.id !== id);
      this.giveUp(id);
      this.announce();
      return true;
    } catch (reason) {
      toastFailure(tell(reason).what);
      return false;
    }
  }

  /** Key presses on one slot in quick succession are taken back together. */
  #burstOf(id: Id, before: Visit, byKey: boolean) {
    const now = Date.now();
    // A key press never goes on with a drag or a fix: those are taken back on their own.
    const last = this.#burst;
    const goesOn = byKey && last?.byKey && last.id === id && now - last.at < burstFor;
    if (goesOn && this.#burst) this.#burst.at = now;
    else this.#burst = { id, before, at: now, toast: 0, byKey };
    return this.#burst;
  }

  #drop(id: Id): void {
    const rest = Object.entries(this.#trial).filter(([other]) => other !== id);
    this.#trial = Object.fromEntries(rest);
  }

  /** While a card is dragged on and on, the rules are still asked at this pace. */
  #judge(after: number): void {
    if (after === 0) clearTimeout(this.#timer);
    else if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.#ask(), after);
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    const mine = ++this.#asked;
    const changed = Object.entries(this.#trial).map(([id, visit]) => ({ id, visit }));
    try {
      const judged = await ask.itineraryJudge(changed);
      if (mine !== this.#asked) return;
      this.judged = judged.conflicts;
      this.routes = judged.routes;
    } catch (reason) {
      if (mine === this.#asked) this.failure = reason;
    }
  }
}

function slotOf(entry: Entry): PlannedSlot | null {
  // What was typed and not sealed before the window went away is shown, and sealed with the next save.
  const record = entry.draft ?? entry.record;
  if (record.kind !== "visit") return null;
  return { id: entry.id, visit: record.value, mayEdit: entry.may_edit };
}
