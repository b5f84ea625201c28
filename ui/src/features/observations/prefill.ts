// What a new observation knows before anything is typed: where and when one is.
import type { Observation, Today, TodaySlot, Visit } from "../../ipc";

/** What a new observation is told by whoever asked for it. */
export interface Asked {
  site?: string | undefined;
  visit?: string | undefined;
}

export type Prefill = Pick<Observation, "site" | "visit" | "at">;

/**
 * Site, visit and time. The visit asked for, else the one running now or the nearest before it
 * today. The time is now; outside the days of the visit (as in the example) the visit's begin.
 * `visit` is the record of a visit that was asked for and is not of the day shown.
 */
export function prefill(
  today: Today | null,
  asked: Asked,
  clock: number,
  visit: Visit | null = null,
): Prefill {
  const now = today?.now ?? clock;
  const slots = today?.slots ?? [];
  const slot = asked.visit
    ? slots.find((it) => it.visit === asked.visit)
    : nearest(slots.filter(fits(asked)), now);
  if (slot) {
    return {
      site: asked.site ?? slot.site,
      visit: slot.visit,
      at: today?.now ?? slot.start,
    };
  }
  if (asked.visit && visit) {
    return { site: asked.site ?? visit.site, visit: asked.visit, at: visit.start };
  }
  return { site: asked.site ?? null, visit: null, at: now };
}

/** At the site asked for, else any slot that happens at a site. */
function fits({ site }: Asked): (slot: TodaySlot) => boolean {
  return (slot) => slot.what === "visit" && (site ? slot.site === site : slot.site !== null);
}

/** The one running, else the one that began last before now. */
function nearest(slots: readonly TodaySlot[], now: number): TodaySlot | undefined {
  const begun = slots.filter((slot) => slot.start <= now);
  const running = begun.filter((slot) => now < slot.end);
  return latest(running) ?? latest(begun);
}

function latest(slots: readonly TodaySlot[]): TodaySlot | undefined {
  return slots.reduce<TodaySlot | undefined>(
    (best, slot) => (best && best.start >= slot.start ? best : slot),
    undefined,
  );
}
