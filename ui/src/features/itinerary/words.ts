// The itinerary in words: what a visit is called, who takes part, what is wrong with it.
import {
  all,
  known,
  nameOf,
  type Clash,
  type Conflict,
  type Fix,
  type Id,
  type Severity,
  type Visit,
  type VisitKind,
} from "../../ipc";
import {
  clock,
  cohort,
  dayOf,
  dayTab,
  language,
  minuteOfDay,
  t,
  timeRange,
  type ChipTone,
  type Day,
  type IconName,
  type Language,
  type Zone,
} from "../../shared";

export const kinds: readonly VisitKind[] = [
  "visit",
  "travel",
  "meal",
  "prayer",
  "briefing",
  "free",
];

export const kindIcon: Record<VisitKind, IconName> = {
  visit: "sites",
  travel: "bus",
  meal: "meal",
  prayer: "prayer",
  briefing: "talk",
  free: "free",
};

/** The base's zone. */
export function baseZone(): Zone {
  return cohort()?.zone ?? "wib";
}

/** The zone a visit's times are told in: the site's, else the base's. */
export function zoneOf(visit: Visit): Zone {
  return known("site", visit.site)?.zone ?? baseZone();
}

/** Its title, else the site's name, else what kind of slot it is. */
export function titleOf(visit: Visit): string {
  return visit.title.trim() || nameOf("site", visit.site) || t(`itinerary-what-${visit.what}`);
}

/** "08.15–10.15 WIB" by the clock of its place. */
export function timesOf(visit: Visit): string {
  return timeRange(visit.start, visit.end, zoneOf(visit));
}

/** "Kelompok 1, Kelompok 3", or everyone. */
export function groupsOf(visit: Visit): string {
  if (visit.groups.length === 0) return t("itinerary-everyone");
  const order = all("group").map((group) => group.id);
  const place = (id: Id) => (order.includes(id) ? order.indexOf(id) : order.length);
  const names = [...visit.groups].sort((a, b) => place(a) - place(b));
  return names.map((id) => nameOf("group", id) || t("itinerary-group-gone")).join(", ");
}

/** The colour of a card: one per site, quiet for what lies between visits. */
export function toneOf(visit: Visit): string {
  const seriesCount = 8;
  const place = all("site").findIndex((site) => site.id === visit.site);
  if (place >= 0) return `var(--series-${(place % seriesCount) + 1})`;
  return visit.what === "visit" || visit.what === "briefing"
    ? "var(--accent-text)"
    : "var(--line-strong)";
}

/** One word for a rule, such as "tutup". */
export function wordFor(clash: Clash): string {
  return t(`rule-${clash}`);
}

export function toneFor(conflict: Pick<Conflict, "severity" | "accepted">): ChipTone {
  if (conflict.accepted || conflict.severity === "note") return "plain";
  return conflict.severity === "block" ? "bad" : "warn";
}

/** What is wrong, in a sentence. `visitOf` looks a slot up. */
export function sentenceOf(conflict: Conflict, visitOf: (id: Id) => Visit | undefined): string {
  const visits = conflict.visits.flatMap((id) => visitOf(id) ?? []);
  const title = (visit: Visit | undefined) => (visit ? titleOf(visit) : "—");
  const site = known("site", conflict.about[0]) ?? known("site", visits[0]?.site);
  const names = (kind: "group" | "person") =>
    conflict.about
      .map((id) => nameOf(kind, id))
      .filter(Boolean)
      .join(", ");
  const hours = site?.hours ?? "";
  return t(`rule-${conflict.clash}-says`, {
    who: everyoneOr(conflict.about, names("group")) || names("person"),
    first: title(visits[0]),
    second: title(visits[1]),
    site: site?.name ?? "—",
    hours: conflict.clash === "hours-unreadable" ? hours : hoursInWords(hours),
    planned: conflict.planned ?? 0,
    capacity: conflict.capacity ?? 0,
    focus: conflict.focus ?? "",
  });
}

/** How many conflicts a day has, and how many of them must be mended. */
export interface DayTally {
  count: number;
  blocks: number;
}

/** Conflicts by the day they begin on; what is missing altogether is of no day. */
export function tallyByDay(conflicts: readonly Conflict[], zone: Zone): Map<Day, DayTally> {
  const found = new Map<Day, DayTally>();
  for (const { from, severity, visits } of conflicts) {
    if (visits.length === 0) continue;
    const day = dayOf(from, zone);
    const { count, blocks } = found.get(day) ?? { count: 0, blocks: 0 };
    found.set(day, { count: count + 1, blocks: blocks + (severity === "block" ? 1 : 0) });
  }
  return found;
}

/** What a conflict is about: the slot's title, else the site's, group's or person's name. */
export function subjectOf(conflict: Conflict, visitOf: (id: Id) => Visit | undefined): string {
  const first = conflict.visits[0];
  const visit = first === undefined ? undefined : visitOf(first);
  if (visit) return titleOf(visit);
  const kinds = ["site", "group", "person"] as const;
  const names = conflict.about.map((id) => kinds.map((kind) => nameOf(kind, id)).find(Boolean));
  return names.filter(Boolean).join(", ") || (conflict.focus ?? "");
}

const weights: Record<Severity, number> = { block: 0, warn: 1, note: 2 };

/** What matters most comes first, then by time. */
export function byWeight(one: Conflict, other: Conflict): number {
  return weights[one.severity] - weights[other.severity] || one.from - other.from;
}

/** What the smallest change would bring about, in a sentence. */
export function fixSentence({ kind, after }: Fix): string {
  const zone = zoneOf(after);
  const time = clock(minuteOfDay(after.start, zone));
  const dayAndTime = `${dayTab(dayOf(after.start, zone))}, ${time}`;
  return t(`rule-fix-${kind}`, {
    first: titleOf(after),
    time: kind === "shift" ? time : dayAndTime,
    who: kind === "lead" ? nameOf("person", after.lead) : groupsOf(after),
  });
}

/** The button that makes it. */
export function fixAct({ kind, after }: Fix): string {
  const zone = zoneOf(after);
  const time = clock(minuteOfDay(after.start, zone));
  return t(`itinerary-fix-${kind}`, {
    time: kind === "shift" ? time : `${dayTab(dayOf(after.start, zone))} ${time}`,
    who: nameOf("person", after.lead),
  });
}

function everyoneOr(groups: readonly Id[], names: string): string {
  const count = all("group").length;
  return count > 1 && groups.length === count ? t("itinerary-everyone") : names;
}

/** When it clashes, by the clock of the slot to move. */
export function whenOf(conflict: Conflict, visitOf: (id: Id) => Visit | undefined): string {
  const first = conflict.visits[0];
  const visit = first === undefined ? undefined : visitOf(first);
  return timeRange(conflict.from, conflict.to, visit ? zoneOf(visit) : baseZone());
}

const dayNames: Record<Language, Record<string, string>> = {
  id: { Mo: "Sen", Tu: "Sel", We: "Rab", Th: "Kam", Fr: "Jum", Sa: "Sab", Su: "Min" },
  en: { Mo: "Mon", Tu: "Tue", We: "Wed", Th: "Thu", Fr: "Fri", Sa: "Sat", Su: "Sun" },
};

/** Opening hours as people write them: "Mo-Sa 08:00-14:00" → "Sen–Sab 08.00–14.00". */
export function hoursInWords(hours: string, lang: Language = language()): string {
  return hours
    .replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (day) => dayNames[lang][day] ?? day)
    .replace(/\bPH\b/g, t("itinerary-holiday"))
    .replace(/\b(off|closed)\b/g, t("itinerary-closed"))
    .replace(/(\d{2}):(\d{2})/g, lang === "id" ? "$1.$2" : "$1:$2")
    .replace(/-/g, "–")
    .replace(/\s*;\s*/g, "; ");
}
