// Days, times and numbers as people here read them: "Selasa, 20 Maret 2018", "08.30 WIB", "0,5".
// Moments are whole minutes since 1970 in UTC, days are "2018-03-20", and a time is never
// shown without the zone it is meant in. Nothing here asks for the laptop's own zone.
import { language, type Language } from "./text.svelte";

export type Zone = "wib" | "wita" | "wit";
/** A calendar day, "2018-03-20". */
export type Day = string;
/** Whole minutes since 1970-01-01T00:00Z. */
export type UtcMinute = number;

export const zones: readonly Zone[] = ["wib", "wita", "wit"];
const ahead: Record<Zone, number> = { wib: 7 * 60, wita: 8 * 60, wit: 9 * 60 };
const locales: Record<Language, string> = { id: "id-ID", en: "en-GB" };

type DateParts = Intl.DateTimeFormatOptions;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: Language, parts: DateParts): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(parts);
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locales[lang], { timeZone: "UTC", ...parts });
    formatters.set(key, made);
  }
  return made;
}

function show(day: Day, parts: DateParts, lang: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : formatter(lang, parts).format(date);
}

const weekdays: Record<Language, { long: string[]; short: string[] }> = {
  id: {
    long: ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
    short: ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"],
  },
  en: {
    long: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    short: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  },
};

function weekday(day: Day, width: "long" | "short", lang: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? "" : (weekdays[lang][width][date.getUTCDay()] ?? "");
}

/** "Selasa, 20 Maret 2018" */
export function longDate(day: Day, lang: Language = language()): string {
  const name = weekday(day, "long", lang);
  const date = show(day, { day: "numeric", month: "long", year: "numeric" }, lang);
  return name ? `${name}, ${date}` : date;
}

/** "20 Maret 2018" */
export function plainDate(day: Day, lang: Language = language()): string {
  return show(day, { day: "numeric", month: "long", year: "numeric" }, lang);
}

/** "20 Mar" */
export function shortDate(day: Day, lang: Language = language()): string {
  return show(day, { day: "numeric", month: "short" }, lang);
}

/** "Sel, 20 Mar 2018", for a field. */
export function fieldDate(day: Day, lang: Language = language()): string {
  const date = show(day, { day: "numeric", month: "short", year: "numeric" }, lang);
  const name = weekday(day, "short", lang);
  return name ? `${name}, ${date}` : date;
}

// The first three letters tell the months apart, in both languages.
const months = [
  ["jan"],
  ["feb", "peb"],
  ["mar"],
  ["apr"],
  ["mei", "may"],
  ["jun"],
  ["jul"],
  ["agu", "agt", "aug"],
  ["sep"],
  ["okt", "oct"],
  ["nov", "nop"],
  ["des", "dec"],
];

/**
 * A day from "20 Maret 2018", "Sel, 20 Mar 2018", "20/3/2018", "20-03-18" or "2018-03-20";
 * the day always before the month. `null` when the calendar has no such day.
 */
export function parseDay(text: string): Day | null {
  const parts = text.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  // A weekday in front says nothing new.
  if (/^[a-z]/.test(parts[0] ?? "")) parts.shift();
  if (parts.length !== 3) return null;
  if (parts[0]?.length === 4) parts.reverse();
  const [day, month, year] = parts as [string, string, string];
  const named = months.findIndex((names) => names.includes(month.slice(0, 3))) + 1;
  const numbers = [year, named || month, day].map(Number);
  const [y = NaN, m = NaN, d = NaN] = numbers;
  if (year.length !== 2 && year.length !== 4) return null;
  const full = year.length === 2 ? 2000 + y : y;
  const date = new Date(Date.UTC(full, m - 1, d));
  const exists = date.getUTCFullYear() === full && date.getUTCMonth() === m - 1;
  return exists && date.getUTCDate() === d ? date.toISOString().slice(0, 10) : null;
}

/** "Sel 20", for a row of day buttons. */
export function dayTab(day: Day, lang: Language = language()): string {
  return `${weekday(day, "short", lang)} ${Number(day.slice(8))}`;
}

/** "20–24 Maret 2018", naming month and year once where they agree. */
export function dateRange(start: Day, end: Day, lang: Language = language()): string {
  if (start === end) return plainDate(start, lang);
  if (start.slice(0, 7) === end.slice(0, 7))
    return `${Number(start.slice(8))}–${plainDate(end, lang)}`;
  if (start.slice(0, 4) === end.slice(0, 4)) {
    return `${show(start, { day: "numeric", month: "long" }, lang)} – ${plainDate(end, lang)}`;
  }
  return `${plainDate(start, lang)} – ${plainDate(end, lang)}`;
}

/** "WIB" */
export function zoneName(zone: Zone): string {
  return zone.toUpperCase();
}

/** The day it is at that moment in `zone`. */
export function dayOf(at: UtcMinute, zone: Zone): Day {
  return new Date((at + ahead[zone]) * 60_000).toISOString().slice(0, 10);
}

/** Minutes since midnight in `zone`, 0–1439. */
export function minuteOfDay(at: UtcMinute, zone: Zone): number {
  return (((at + ahead[zone]) % 1440) + 1440) % 1440;
}

/** The moment `minute` (since midnight) of `day` in `zone`. */
export function momentOf(day: Day, minute: number, zone: Zone): UtcMinute {
  return Date.parse(`${day}T00:00:00Z`) / 60_000 + minute - ahead[zone];
}

/** "08.30" in Indonesian, "08:30" in English, from minutes since midnight. */
export function clock(minute: number, lang: Language = language()): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}${lang === "id" ? "." : ":"}${two(minute % 60)}`;
}

/** "08.30 WIB" */
export function timeIn(at: UtcMinute, zone: Zone, lang: Language = language()): string {
  return `${clock(minuteOfDay(at, zone), lang)} ${zoneName(zone)}`;
}

/** "08.15–10.15 WIB" */
export function timeRange(
  start: UtcMinute,
  end: UtcMinute,
  zone: Zone,
  lang: Language = language(),
): string {
  return `${clock(minuteOfDay(start, zone), lang)}–${timeIn(end, zone, lang)}`;
}

/** "Selasa, 20 Maret 2018 08.30 WIB" */
export function moment(at: UtcMinute, zone: Zone, lang: Language = language()): string {
  return `${longDate(dayOf(at, zone), lang)} ${timeIn(at, zone, lang)}`;
}

/** Minutes since midnight from "8.30", "08:30", "0830" or "8"; `null` when it is no time. */
export function parseClock(text: string): number | null {
  const found = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(text);
  if (!found) return null;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** "1.234,5" in Indonesian, "1,234.5" in English; at most `decimals` places. */
export function number(value: number, decimals = 2, lang: Language = language()): string {
  return new Intl.NumberFormat(locales[lang], { maximumFractionDigits: decimals }).format(value);
}

/** A typed number in the habit of the language in hand; `null` when it is none. */
export function parseNumber(text: string, lang: Language = language()): number | null {
  const bare = text.replace(/\s/g, "");
  const plain =
    lang === "id"
      ? bare.replace(/\.(?=\d{3}(\D|$))/g, "").replace(",", ".")
      : bare.replace(/,/g, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** "72 %" */
export function percent(share: number, lang: Language = language()): string {
  return `${number(share * 100, 0, lang)} %`;
}

/** The laptop's own clock as "14.03", for notes such as "tersimpan 14.03". */
export function nowClock(at: Date = new Date(), lang: Language = language()): string {
  return clock(at.getHours() * 60 + at.getMinutes(), lang);
}
