// What is drawn under the cards, and changes of several visits at once.
import { describe, expect, it } from "vitest";
import type { OpenDay, PrayerCalendar, Spot, Visit } from "../../ipc";
import { momentOf } from "../../shared";
import type { Card, Slot } from "./cards";
import { sameCard } from "./cards";
import {
  bandsOn,
  closedOn,
  isTight,
  keepSame,
  nextSpot,
  routesOn,
  standingAt,
  zonesOf,
} from "./ground";
import { actsOf } from "./menu";
import { kinds } from "./words";
import { copiedDay, mergeable, merged, splitOff } from "./together";

const day = "2018-03-22";
const at = (hour: number, minute = 0) => momentOf(day, hour * 60 + minute, "wib");
const axis = { from: at(7), to: at(21) };

function visit(start: number, end: number, more: Partial<Visit> = {}): Visit {
  const plain = { what: "visit" as const, title: "", site: "s1", groups: ["g1"], lead: null };
  return { ...plain, start, end, transport: "", note: "", pinned: false, ...more };
}

describe("closed hours", () => {
  const open = (from: number, to: number) => ({ from, to });
  const hours = (stretches: OpenDay["open"]): OpenDay[] => [
    { site: "s1", day, open: stretches, is_doubtful: false },
  ];

  it("are what lies between the open stretches of the axis", () => {
    const found = closedOn(hours([open(at(8), at(12)), open(at(13), at(22))]), "s1", day, axis);
    expect(found).toEqual([open(at(7), at(8)), open(at(12), at(13))]);
  });

  it("cover the day of a site that is closed, and nothing of one nobody knows", () => {
    expect(closedOn(hours([]), "s1", day, axis)).toEqual([axis]);
    expect(closedOn(hours(null), "s1", day, axis)).toEqual([]);
    expect(closedOn(hours([]), null, day, axis)).toEqual([]);
  });
});

it("takes the prayers of the site in hand, else of the base, cut to the axis", () => {
  const place = (site: string | null, from: number) => ({
    day,
    site,
    bands: [
      { prayer: "subuh", from: at(4), to: at(5) },
      { prayer: "dzuhur", from, to: from + 30 },
    ],
  });
  const calendar = {
    days: [],
    places: [place(null, at(11, 40)), place("s1", at(11, 50))],
  } as unknown as PrayerCalendar;
  const starts = (site: string | null) => bandsOn(calendar, day, site, axis).map((it) => it.from);
  expect([starts("s1"), starts("s2"), starts(null)]).toEqual([
    [at(11, 50)],
    [at(11, 40)],
    [at(11, 40)],
  ]);
  expect(bandsOn(null, day, null, axis)).toEqual([]);
});

describe("the times that fit", () => {
  const spot = (start: number, worst: Spot["worst"] = null): Spot => ({ start, worst });

  it("become stretches in which the visit may lie anywhere", () => {
    const spots = [spot(at(8)), spot(at(8, 5)), spot(at(8, 10), "warn"), spot(at(10))];
    expect(zonesOf(spots, 60)).toEqual([
      { from: at(8), to: at(9, 5), worst: null },
      { from: at(8, 10), to: at(9, 10), worst: "warn" },
      { from: at(10), to: at(11), worst: null },
    ]);
  });

  it("tell how a start stands, and block what is not among them", () => {
    const spots = [spot(at(8)), spot(at(8, 5), "warn")];
    expect([at(8), at(8, 5), at(9)].map((start) => standingAt(spots, start))).toEqual([
      null,
      "warn",
      "block",
    ]);
  });

  it("lead to the next that is clear, and to a doubtful one only where none is", () => {
    const spots = [spot(at(8), "warn"), spot(at(9)), spot(at(10), "warn"), spot(at(11))];
    expect(nextSpot(spots, at(9), 1)).toBe(at(11));
    expect(nextSpot(spots, at(9), -1)).toBe(at(8));
    expect(nextSpot(spots, at(11), 1)).toBeNull();
  });
});

it("draws rides in the column of their group and tells those that are too short", () => {
  const leg = (from: string | null, to: string | null, minutes: number | null) => ({
    from,
    to,
    start: at(10),
    end: at(10, 20),
    minutes,
  });
  const legs = [leg(null, "s1", 25), leg("s1", "s1", null), leg("s1", "s2", 20)];
  const route = { group: "g2", day, busy: 0, legs, breaks: [] };
  const found = routesOn([route, { ...route, day: "2018-03-23" }], day, ["g1", "g2"]);
  expect(found.map((one) => [one.column, one.legs.length])).toEqual([[1, 2]]);
  expect(found[0]?.legs.map(isTight)).toEqual([true, false]);
});

it("keeps the cards that did not change, so that only a dragged one is drawn anew", () => {
  const still = visit(at(8), at(9));
  const card = (key: string, of: Visit): Card => ({
    key,
    id: key,
    visit: of,
    group: "g1",
    column: 0,
    lane: 0,
    lanes: 1,
  });
  const before = [card("a", still), card("b", visit(at(10), at(11)))];
  const after = keepSame(
    before,
    [card("a", still), card("b", visit(at(10, 5), at(11, 5)))],
    sameCard,
  );
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});

describe("several visits at once", () => {
  const everyone = ["g1", "g2", "g3"];
  const slot = (id: string, start: number, more: Partial<Visit> = {}): Slot => ({
    id,
    visit: visit(start, start + 60, more),
  });

  it("splits some groups off, also of a visit of everyone, but never all of them", () => {
    const [stays, leaves] = splitOff(visit(at(8), at(9), { groups: [] }), ["g2"], everyone);
    expect([stays?.groups, leaves?.groups]).toEqual([["g1", "g3"], ["g2"]]);
    expect(splitOff(visit(at(8), at(9)), ["g1"], everyone)).toHaveLength(1);
  });

  it("merges groups in their order, and into everyone when one was for everyone", () => {
    const one = visit(at(8), at(9), { groups: ["g3"] });
    expect(merged(one, [visit(at(9), at(10))], everyone).groups).toEqual(["g1", "g3"]);
    expect(merged(one, [visit(at(9), at(10), { groups: [] })], everyone).groups).toEqual([]);
  });

  it("offers visits of the same place for merging, those of the day first", () => {
    const other = { groups: ["g2"] };
    const slots = [
      slot("a", at(8)),
      slot("far", at(8) + 1440, other),
      slot("near", at(14), other),
      slot("elsewhere", at(9), { ...other, site: "s2" }),
    ];
    expect(mergeable(slots, "a", "wib").map((one) => one.id)).toEqual(["near", "far"]);
  });

  it("copies a day at the same hours without pins, and leaves pinned ones where it replaces", () => {
    const slots = [
      slot("a", at(8), { pinned: true }),
      slot("old", at(9) + 1440),
      slot("agreed", at(10) + 1440, { pinned: true }),
    ];
    const edits = copiedDay(slots, day, "2018-03-23", "wib", true);
    expect(edits).toEqual([
      { id: "old", visit: null },
      { id: null, visit: visit(at(8) + 1440, at(9) + 1440) },
    ]);
    expect(copiedDay(slots, day, "2018-03-23", "wib", false)).toHaveLength(1);
  });
});

it("offers no move of a pinned visit, and only reading to one who may not plan", () => {
  const names = (of: Visit, mayEdit: boolean) => actsOf(of, mayEdit).map((one) => one.act.act);
  expect(names(visit(at(8), at(9)), true)).toContain("spot");
  expect(names(visit(at(8), at(9), { pinned: true }), true)).not.toContain("spot");
  expect(names(visit(at(8), at(9)), false)).toEqual(["open", "attendance"]);
});

it("offers attendance where it is taken: at visits and briefings", () => {
  const offered = kinds.filter((what) =>
    actsOf(visit(at(8), at(9), { what }), false).some((one) => one.act.act === "attendance"),
  );
  expect(offered).toEqual(["visit", "briefing"]);
});
