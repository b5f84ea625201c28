// Opening hours: the OpenStreetMap text that is stored, and the plain week most sites have.
// A text that says more than a week can (seasons, holidays by name) stays a text.
import { clock, parseClock, t, type Language } from "../../shared";

/** From and to, minutes since midnight; to 24.00 at most. */
export type Span = readonly [from: number, to: number];
export interface Week {
  /** Monday first; no span means closed. */
  days: readonly (readonly Span[])[];
  /** Closed on public holidays. */
  holidaysOff: boolean;
}

const names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const mostSpans = 2;
const endOfDay = 24 * 60;

export const closedWeek: Week = { days: names.map(() => []), holidaysOff: false };
export const officeWeek: Week = {
  days: names.map((_, day) => (day < 5 ? [[8 * 60, 15 * 60] as const] : [])),
  holidaysOff: true,
};

/** The week a text means; `null` when it says more than a week can. */
export function parseWeek(text: string): Week | null {
  const days: Span[][] = names.map(() => []);
  let holidaysOff = false;
  for (const rule of text.split(";").map((one) => one.trim())) {
    if (rule === "") continue;
    if (/^PH (off|closed)$/.test(rule)) {
      holidaysOff = true;
      continue;
    }
    const found = /^([A-Za-z,\- ]+?) +([\d:,\- ]+|off|closed)$/.exec(rule);
    const chosen = found && daysOf(found[1] ?? "");
    const spans = found && spansOf(found[2] ?? "");
    if (!chosen || !spans) return null;
    for (const day of chosen) days[day] = spans;
  }
  return { days, holidaysOff };
}

function daysOf(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.replace(/ /g, "").split(",")) {
    const [first = "", last = first] = part.split("-");
    const [from, to] = [names.indexOf(first), names.indexOf(last)];
    if (from < 0 || to < 0) return null;
    // "Sa-Mo" goes over the end of the week.
    const length = ((to - from + 7) % 7) + 1;
    for (let step = 0; step < length; step += 1) days.push((from + step) % 7);
  }
  return days;
}

function spansOf(text: string): Span[] | null {
  if (text === "off" || text === "closed") return [];
  const spans: Span[] = [];
  for (const part of text.replace(/ /g, "").split(",")) {
    const found = /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/.exec(part);
    const from = found && minutes(found[1] ?? "");
    const to = found && minutes(found[2] ?? "");
    if (from === null || to === null || to <= from) return null;
    spans.push([from, to]);
  }
  return spans.length <= mostSpans ? spans : null;
}

function minutes(text: string): number | null {
  return text === "24:00" ? endOfDay : parseClock(text);
}

/** The text of a week, equal days in a row named once: "Mo-Fr 08:00-15:00; PH off". */
export function formatWeek(week: Week): string {
  const rules: string[] = [];
  for (const { first, last, spans } of runs(week)) {
    if (spans.length === 0) continue;
    const days = first === last ? names[first] : `${names[first]}-${names[last]}`;
    rules.push(`${days} ${spans.map(plain).join(",")}`);
  }
  if (rules.length > 0 && week.holidaysOff) rules.push("PH off");
  return rules.join("; ");
}

const two = (part: number) => String(part).padStart(2, "0");
const time = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const plain = ([from, to]: Span) => `${time(from)}-${time(to)}`;

interface Run {
  first: number;
  last: number;
  spans: readonly Span[];
}

/** Days in a row that are open alike. */
function runs(week: Week): Run[] {
  const found: Run[] = [];
  week.days.forEach((spans, day) => {
    const before = found.at(-1);
    if (before && String(before.spans) === String(spans)) before.last = day;
    else found.push({ first: day, last: day, spans });
  });
  return found;
}

/** The hours as people say them; a text that is no plain week stays as it is. */
export function sayHours(text: string, language: Language): string {
  const week = parseWeek(text);
  if (!week || text.trim() === "") return text;
  const days = runs(week)
    .filter((run) => run.spans.length > 0)
    .map(({ first, last, spans }) => {
      const name = first === last ? dayName(first) : `${dayName(first)}–${dayName(last)}`;
      const times = spans.map(([from, to]) => `${clock(from, language)}–${clock(to, language)}`);
      return `${name} ${times.join(" & ")}`;
    });
  if (days.length === 0) return t("sites-hours-closed");
  return [...days, ...(week.holidaysOff ? [t("sites-hours-holidays-off")] : [])].join(", ");
}

const dayKeys = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;

/** "Sen" for 0. */
export function dayName(day: number): string {
  return t(`sites-day-${dayKeys[day] ?? "mo"}`);
}
