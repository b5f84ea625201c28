// Which slot of a day is on, which comes next, and what a proposal still lacks: no drawing here.
import type { MissingPart, Programme, Term, Today, TodaySlot } from "../../ipc";
import { t, type Language } from "../../shared";

export type Standing = "now" | "next" | "first" | "past" | "later";

/** The one slot to put forward, and why. Outside the visit's days it is the first visit. */
export function forward(today: Today): { slot: TodaySlot; standing: Standing } | null {
  const { slots, now } = today;
  if (now === null) {
    const first = slots.find((slot) => slot.what === "visit") ?? slots[0];
    return first ? { slot: first, standing: "first" } : null;
  }
  const on = slots.findLast((slot) => slot.start <= now && now < slot.end);
  if (on) return { slot: on, standing: "now" };
  const next = slots.find((slot) => slot.start > now);
  return next ? { slot: next, standing: "next" } : null;
}

/** How a slot stands to the clock; "later" on days that are not today. */
export function standing(slot: TodaySlot, today: Today): Standing {
  const { now, slots } = today;
  if (now === null) return "later";
  if (slot.end <= now) return "past";
  if (slot.start <= now) return "now";
  return slot === slots.find((one) => one.start > now) ? "next" : "later";
}

const terms: Record<Term, "today-term-short" | "today-term-medium" | "today-term-long"> = {
  short: "today-term-short",
  medium: "today-term-medium",
  long: "today-term-long",
};

/** A missing part in words. */
export function missingWord(
  missing: MissingPart,
  programme: Programme,
  language: Language,
): string {
  switch (missing.part) {
    case "section": {
      const section = programme.sections.find((one) => one.key === missing.key);
      return t("today-missing-section", { title: section?.title[language] ?? missing.key });
    }
    case "milestones":
      return t("today-missing-milestones", { term: t(terms[missing.key]) });
    default:
      return t(`today-missing-${missing.part}`);
  }
}
