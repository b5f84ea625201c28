// From visits to what one day of the grid shows: columns, cards with their place, the span of
// the time axis, and which card lies next to which. Pure.
import type { Group, Id, Named, Visit } from "../../ipc";
import { dayOf, minuteOfDay, momentOf, type Day, type Zone } from "../../shared";
import { lanesOf, type Stretch } from "./lanes";
import type { Span } from "./moves";

/** Stands in place of a group for slots of the whole cohort. */
export const WHOLE = "whole";
/** Stands in place of a group for slots whose groups are no longer there. */
export const STRAY = "stray";

export interface Slot {
  id: Id;
  visit: Visit;
}

/** A visit as it stands in one column, or over all of them. */
export interface Card {
  /** Stays the same while the visit is moved, also to another group. */
  key: string;
  id: Id;
  visit: Visit;
  group: Id | typeof WHOLE | typeof STRAY;
  column: number;
  lane: number;
  lanes: number;
}

/** Whether the whole cohort takes part, by leaving groups out or by naming every one. */
export function isForAll(visit: Visit, groups: readonly Named<Group>[]): boolean {
  if (visit.groups.length === 0) return true;
  return groups.length > 1 && groups.every((group) => visit.groups.includes(group.id));
}

/** Whether none of its groups is known any more. */
export function isStray(visit: Visit, groups: readonly Named<Group>[]): boolean {
  return visit.groups.length > 0 && !groups.some((group) => visit.groups.includes(group.id));
}

const earliest = 7 * 60;
const latest = 21 * 60;

/** The span of a day's time axis: 07.00–21.00 by the base's clock, wider where a slot asks for it. */
export function axisOf(day: Day, slots: readonly Slot[], zone: Zone): Span {
  const midnight = momentOf(day, 0, zone);
  const today = onDay(slots, day, zone);
  const starts = today.map((slot) => Math.max(slot.visit.start - midnight, 0));
  const ends = today.map((slot) => Math.min(slot.visit.end - midnight, 1440));
  const from = Math.floor(Math.min(earliest, ...starts) / 60) * 60;
  const to = Math.ceil(Math.max(latest, ...ends) / 60) * 60;
  return { from: midnight + from, to: midnight + to };
}

/** The whole day by the base's clock. */
export function wholeDay(day: Day, zone: Zone): Span {
  const from = momentOf(day, 0, zone);
  return { from, to: from + 1440 };
}

/** The slots that share a moment with the day, by start. */
export function onDay(slots: readonly Slot[], day: Day, zone: Zone): Slot[] {
  const { from, to } = wholeDay(day, zone);
  const touches = ({ visit }: Slot) =>
    (visit.start < to && visit.end > from) || dayOf(visit.start, zone) === day;
  return slots
    .filter(touches)
    .sort((a, b) => a.visit.start - b.visit.start || a.visit.end - b.visit.end);
}

/** The days of the cohort and any other day on which something is planned. */
export function daysOf(start: Day, end: Day, slots: readonly Slot[], zone: Zone): Day[] {
  const days = new Set(slots.map((slot) => dayOf(slot.visit.start, zone)));
  const longest = 60;
  for (let step = 0; step < longest; step += 1) {
    const day = dayOf(momentOf(start, 0, zone) + step * 1440, zone);
    if (day > end) break;
    days.add(day);
  }
  return [...days].sort();
}

/** The cards of one day. Slots of everyone span all columns; `columns` are group ids in order. */
export function cardsOf(
  slots: readonly Slot[],
  groups: readonly Named<Group>[],
  columns: readonly string[],
): Card[] {
  const cards = slots.flatMap((slot) => piecesOf(slot, groups, columns));
  const wide = cards.filter((card) => card.group === WHOLE);
  const wideLanes = lanesOf(wide.map(stretchOf));
  for (const card of wide) put(card, wideLanes.get(card.key));
  columns.forEach((_, column) => {
    const here = cards.filter((card) => card.column === column && card.group !== WHOLE);
    const lanes = lanesOf([...here, ...wide].map(stretchOf));
    for (const card of here) put(card, lanes.get(card.key));
  });
  return cards;
}

function piecesOf(
  { id, visit }: Slot,
  groups: readonly Named<Group>[],
  columns: readonly string[],
): Card[] {
  const card = (key: string, group: Card["group"], column: number): Card => ({
    key,
    id,
    visit,
    group,
    column,
    lane: 0,
    lanes: 1,
  });
  if (isForAll(visit, groups)) return [card(`${id}/all`, WHOLE, 0)];
  const pieces = visit.groups.map((group, index) =>
    card(`${id}/${index}`, group, columns.indexOf(group)),
  );
  const shown = pieces.filter((piece) => piece.column >= 0);
  const stray = columns.indexOf(STRAY);
  if (shown.length > 0 || stray < 0) return shown;
  return [card(`${id}/stray`, STRAY, stray)];
}

const stretchOf = (card: Card): Stretch => ({
  key: card.key,
  start: card.visit.start,
  end: Math.max(card.visit.end, card.visit.start + 1),
  wide: card.group === WHOLE,
});

function put(card: Card, lane: { lane: number; of: number } | undefined): void {
  card.lane = lane?.lane ?? 0;
  card.lanes = lane?.of ?? 1;
}

/** Whether a card is drawn at the same place and says the same. */
export function sameCard(one: Card, other: Card): boolean {
  return (
    one.visit === other.visit &&
    one.group === other.group &&
    one.column === other.column &&
    one.lane === other.lane &&
    one.lanes === other.lanes
  );
}

export type Direction = "up" | "down" | "left" | "right" | "first" | "last";

/** The card one gets to from another by an arrow; the same card at the edge. */
export function neighbour(
  cards: readonly Card[],
  from: Card,
  direction: Direction,
): Card | undefined {
  const reaches = (card: Card, column: number) => card.group === WHOLE || card.column === column;
  const byTime = (a: Card, b: Card) => a.visit.start - b.visit.start || a.lane - b.lane;
  const column = cards.filter((card) => reaches(card, from.column)).sort(byTime);
  const at = column.findIndex((card) => card.key === from.key);
  if (direction === "first") return column[0];
  if (direction === "last") return column.at(-1);
  if (direction === "up") return column[Math.max(at - 1, 0)];
  if (direction === "down") return column[Math.min(at + 1, column.length - 1)];
  const step = direction === "left" ? -1 : 1;
  const aside = cards.filter(
    (card) => card.group !== WHOLE && step * (card.column - from.column) > 0,
  );
  const nearest = Math.min(...aside.map((card) => Math.abs(card.column - from.column)));
  const distance = (card: Card) => Math.abs(card.visit.start - from.visit.start);
  return aside
    .filter((card) => Math.abs(card.column - from.column) === nearest)
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** The hours and half hours of an axis, as minutes since the base's midnight. */
export function ticksOf(axis: Span, zone: Zone): { minute: number; at: number; hour: boolean }[] {
  const first = minuteOfDay(axis.from, zone);
  const steps = Math.floor((axis.to - axis.from) / 30) + 1;
  return Array.from({ length: steps }, (_, step) => ({
    minute: first + step * 30,
    at: axis.from + step * 30,
    hour: (first + step * 30) % 60 === 0,
  }));
}
