// What lies under the cards of one day: prayers, closed hours, rides, breaks, and where a dragged
// visit may be put. Pure: the core says what is so, this file says where it is drawn.
import type {
  BandKind,
  DayRoute,
  Id,
  Judgement,
  Leg,
  OpenDay,
  PrayerCalendar,
  Severity,
  Spot,
  TakenBreak,
} from "../../ipc";
import type { Day } from "../../shared";
import { GRID, type Span } from "./moves";

export interface Band extends Span {
  prayer: BandKind;
}

/** The part of a stretch that lies on the axis, if any. */
export function within(span: Span, axis: Span): Span | null {
  const from = Math.max(span.from, axis.from);
  const to = Math.min(span.to, axis.to);
  return from < to ? { from, to } : null;
}

/** The prayers of a day on the axis, where the site is, or at the base when it is not known. */
export function bandsOn(
  calendar: PrayerCalendar | null,
  day: Day,
  site: Id | null,
  axis: Span,
): Band[] {
  const places = calendar?.places.filter((place) => place.day === day) ?? [];
  const place =
    places.find((one) => one.site === site) ?? places.find((one) => one.site === null) ?? places[0];
  return (place?.bands ?? []).flatMap((band) => {
    const shown = within(band, axis);
    return shown ? [{ ...shown, prayer: band.prayer }] : [];
  });
}

/** When a site does not receive, on the axis; nothing where its hours are not known. */
export function closedOn(days: readonly OpenDay[], site: Id | null, day: Day, axis: Span): Span[] {
  const found = days.find((one) => one.site === site && one.day === day);
  if (!site || !found?.open) return [];
  const closed: Span[] = [];
  let from = axis.from;
  for (const open of found.open) {
    const shut = within({ from, to: open.from }, axis);
    if (shut) closed.push(shut);
    from = Math.max(from, open.to);
  }
  const rest = within({ from, to: axis.to }, axis);
  return rest ? [...closed, rest] : closed;
}

/** A stretch in which a visit may be put down anywhere. */
export interface Zone extends Span {
  worst: Severity | null;
}

/**
 * From allowed starts to stretches: a visit of `length` minutes that lies inside one of them begins
 * at an allowed start. Starts belong together while they follow each other on the grid.
 */
export function zonesOf(spots: readonly Spot[], length: number): Zone[] {
  const zones: Zone[] = [];
  for (const { start, worst } of spots) {
    const last = zones.at(-1);
    const joins = last && last.worst === worst && start - (last.to - length) === GRID;
    if (joins) last.to = start + length;
    else zones.push({ from: start, to: start + length, worst });
  }
  return zones;
}

/** What an allowed start says about a visit put there; `block` when it is not allowed. */
export function standingAt(spots: readonly Spot[], start: number): Severity | null {
  const exact = spots.find((spot) => spot.start === start);
  return exact ? exact.worst : "block";
}

/** The next allowed start after a moment, or before it, those with nothing to look at first. */
export function nextSpot(spots: readonly Spot[], start: number, step: 1 | -1): number | null {
  const ahead = spots.filter((spot) => (spot.start - start) * step > 0);
  const clear = ahead.filter((spot) => spot.worst === null || spot.worst === "note");
  const among = clear.length > 0 ? clear : ahead;
  const found = step > 0 ? among[0] : among.at(-1);
  return found?.start ?? null;
}

export interface GroundRoute {
  column: number;
  legs: Leg[];
  breaks: TakenBreak[];
}

/** Rides and breaks of a day, by the column of the group. */
export function routesOn(
  routes: Judgement["routes"],
  day: Day,
  columns: readonly string[],
): GroundRoute[] {
  const leads = (leg: Leg) => leg.minutes !== 0 && leg.from !== leg.to;
  return routes
    .filter((route: DayRoute) => route.day === day && columns.includes(route.group))
    .map(({ group, legs, breaks }) => ({
      column: columns.indexOf(group),
      legs: legs.filter(leads),
      breaks,
    }));
}

/** Whether there is less time for a ride than it takes. */
export function isTight(leg: Leg): boolean {
  return leg.minutes !== null && leg.minutes > leg.end - leg.start;
}

/** Keeps the objects of `before` that say the same, so that what shows them is left alone. */
export function keepSame<T extends { key: string }>(
  before: readonly T[],
  now: readonly T[],
  same: (one: T, other: T) => boolean,
): T[] {
  const known = new Map(before.map((one) => [one.key, one]));
  return now.map((one) => {
    const old = known.get(one.key);
    return old && same(old, one) ? old : one;
  });
}
