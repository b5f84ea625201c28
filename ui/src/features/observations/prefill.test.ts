// A new observation knows where and when one is.
import { describe, expect, it } from "vitest";
import type { Today, TodaySlot } from "../../ipc";
import { prefill } from "./prefill";

const slot = (visit: string, start: number, end: number, more: Partial<TodaySlot> = {}) =>
  ({ visit, start, end, what: "visit", site: `site-${visit}`, ...more }) as TodaySlot;
const slots = [
  slot("a", 100, 200),
  slot("bus", 200, 230, { what: "travel", site: null }),
  slot("b", 230, 300),
  slot("c", 400, 500),
];
const today = (now: number | null): Today =>
  ({ day: "2018-03-22", days: [], now, zone: "wib", slots }) as unknown as Today;

describe("a new observation", () => {
  it("is of the visit running now", () => {
    expect(prefill(today(250), {}, 0)).toEqual({ site: "site-b", visit: "b", at: 250 });
  });

  it("is of the nearest visit before, on the road and between visits", () => {
    expect(prefill(today(210), {}, 0)).toEqual({ site: "site-a", visit: "a", at: 210 });
    expect(prefill(today(350), {}, 0)).toEqual({ site: "site-b", visit: "b", at: 350 });
  });

  it("is of no visit before the first begins", () => {
    expect(prefill(today(50), {}, 0)).toEqual({ site: null, visit: null, at: 50 });
  });

  it("is of the visit asked for, at the time it is now", () => {
    expect(prefill(today(250), { site: "site-c", visit: "c" }, 0)).toEqual({
      site: "site-c",
      visit: "c",
      at: 250,
    });
  });

  it("begins with the visit on a day that is not today, as in the example", () => {
    expect(prefill(today(null), { visit: "b" }, 9_999)).toEqual({
      site: "site-b",
      visit: "b",
      at: 230,
    });
    expect(prefill(today(null), {}, 9_999)).toEqual({ site: "site-c", visit: "c", at: 400 });
  });

  it("is of the last visit to the site asked for", () => {
    expect(prefill(today(350), { site: "site-a" }, 0)).toEqual({
      site: "site-a",
      visit: "a",
      at: 350,
    });
    expect(prefill(today(350), { site: "elsewhere" }, 0)).toEqual({
      site: "elsewhere",
      visit: null,
      at: 350,
    });
  });

  it("takes a visit of another day from its record, and does without an itinerary", () => {
    const visit = { site: "site-z", start: 77 } as Parameters<typeof prefill>[3];
    expect(prefill(today(250), { visit: "z" }, 0, visit)).toEqual({
      site: "site-z",
      visit: "z",
      at: 77,
    });
    expect(prefill(null, {}, 42)).toEqual({ site: null, visit: null, at: 42 });
  });
});
