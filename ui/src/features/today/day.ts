// Which slot of a day and which prayer to put forward, and what a proposal still lacks: no
// drawing here.
import type {
  MissingPart,
  PlacePrayer,
  PrayerBand,
  Programme,
  SlotStanding,
  Term,
  Today,
  TodaySlot,
} from "../../ipc";
import { t, type Language } from "../../shared";

export type Standing = SlotStanding | "first";

/** The one slot to put forward, and why. Outside the visit's days it is the first visit. */
export function forward(today: Today): { slot: TodaySlot; standing: Standing } | null {
  const { slots, now } = today;
  if (now === null) {
    const first = slots.find((slot) => slot.what === "visit") ?? slots[0];
    return first ? { slot: first, standing: "first" } : null;
  }
  const slot =
    slots.findLast((one) => one.standing === "now") ?? slots.find((one) => one.standing === "next");
  return slot ? { slot, standing: slot.standing } : null;
}

/** The slots of a group, by its name: those for everyone too. */
export function ofGroup(today: Today, name: string): TodaySlot[] {
  return today.slots.filter(
    (slot) => slot.group_names.length === 0 || slot.group_names.includes(name),
  );
}

/** The next prayer that begins after now; on another day the first after sunrise. */
export function nextPrayer(prayer: PlacePrayer, now: number | null): PrayerBand | null {
  const after = now ?? prayer.times.terbit;
  return prayer.bands.find((band) => band.to > after) ?? null;
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
