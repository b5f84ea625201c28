// The pure parts of the itinerary: moving, lanes, cards, keys, differences from a release.
import { describe, expect, it } from "vitest";
import type { Group, Named, Visit } from "../../ipc";
import { momentOf } from "../../shared";
import {
  STRAY,
  WHOLE,
  axisOf,
  cardsOf,
  daysOf,
  neighbour,
  onDay,
  wholeDay,
  type Slot,
} from "./cards";
import { changesByGroup, changesSince, tally } from "./changes";
import { draggedVisit, scrollSpeed, selectedSpan, type Drag } from "./drag";
import { actFor } from "./keys";
import { lanesOf, type Stretch } from "./lanes";
import { regrouped, sameVisit, selected, shifted, snap, splitUp, stretched } from "./moves";
import { hoursInWords } from "./words";

const day = "2018-03-22";
const at = (hour: number, minute = 0) => momentOf(day, hour * 60 + minute, "wib");
const within = wholeDay(day, "wib");

function visit(start: number, end: number, groups: string[] = ["g1"]): Visit {
  return {
    what: "visit",
    title: "",
    site: "s1",
    groups,
    start,
    end,
    lead: null,
    transport: "",
    note: "",
    pinned: false,
  };
}
const slot = (id: string, start: number, end: number, groups?: string[]): Slot => ({
  id,
  visit: visit(start, end, groups),
});
const groups: Named<Group>[] = ["g1", "g2", "g3"].map((id, position) => ({
  id,
  value: { name: `Kelompok ${position + 1}`, position, focus: "" },
}));
const ids = groups.map((group) => group.id);

describe("a visit being moved", () => {
  it("lands on the five-minute grid and keeps its length", () => {
    const moved = shifted(visit(at(8), at(9, 30)), 37, within);
    expect(moved.start).toBe(at(8, 35));
    expect(moved.end - moved.start).toBe(90);
  });

  it("is put on the grid even when it started off it", () => {
    expect(shifted(visit(at(8, 2), at(9, 2)), 5, within).start % 5).toBe(0);
    expect(snap(-3)).toBe(-5);
  });

  it("stays whole inside the day", () => {
    const one = visit(at(22), at(23, 30));
    expect(shifted(one, 600, within).end).toBe(within.to);
    expect(shifted(one, -6000, within).start).toBe(within.from);
  });

  it("never becomes shorter than a step, and ends on the grid", () => {
    const one = visit(at(8), at(9));
    expect(stretched(one, -500, within).end).toBe(at(8, 5));
    expect(stretched(one, 13, within).end).toBe(at(9, 15));
    expect(stretched(one, 13, within).start).toBe(one.start);
  });

  it("is handed from one group to another, other groups staying", () => {
    const shared = visit(at(8), at(9), ["g1", "g3"]);
    expect(regrouped(shared, "g1", "g2").groups).toEqual(["g2", "g3"]);
    expect(regrouped(shared, "g1", "g3")).toBe(shared);
    expect(regrouped(visit(at(8), at(9), []), "g1", "g2").groups).toEqual([]);
  });

  it("is split into one per group, also when it is everybody's", () => {
    const groupsOf = (one: Visit) => splitUp(one, ids).map((part) => part.groups);
    expect(groupsOf(visit(at(8), at(9), ["g3", "g1"]))).toEqual([["g3"], ["g1"]]);
    expect(groupsOf(visit(at(8), at(9), []))).toEqual([["g1"], ["g2"], ["g3"]]);
  });
});

describe("a drag", () => {
  const from = { at: at(8, 20), group: "g1" };
  const whole = visit(at(8), at(9));
  const drag = (mode: "move" | "end", group = "g1"): Drag & { visit: Visit } => ({
    mode,
    id: "v",
    key: "v/0",
    group,
    visit: whole,
    from,
  });

  it("moves in time by as much as the pointer went, and into the column under it", () => {
    const moved = draggedVisit(drag("move"), { at: at(9, 36), group: "g2" }, within);
    expect([moved.start, moved.end, moved.groups]).toEqual([at(9, 15), at(10, 15), ["g2"]]);
  });

  it("of the lower edge changes the end only", () => {
    const longer = draggedVisit(drag("end"), { at: at(8, 50), group: "g2" }, within);
    expect([longer.start, longer.end, longer.groups]).toEqual([at(8), at(9, 30), ["g1"]]);
  });

  it("of everybody's slot keeps it everybody's", () => {
    const moved = draggedVisit(drag("move", WHOLE), { at: at(8, 50), group: "g2" }, within);
    expect(moved.groups).toEqual(whole.groups);
  });

  it("over an empty place selects a stretch, upwards as well", () => {
    const empty: Drag = { mode: "new", group: "g1", from: { at: at(10, 2), group: "g1" } };
    const to = { at: at(9, 1), group: "g1" };
    expect(selectedSpan(empty, to, within)).toEqual({ from: at(9), to: at(10) });
    expect(selected(at(9), at(9), within)).toEqual({ from: at(9), to: at(9, 5) });
  });

  it("near an edge scrolls towards it, and not in the middle", () => {
    expect(scrollSpeed(300, 100, 600)).toBe(0);
    expect(scrollSpeed(90, 100, 600)).toBeLessThan(0);
    expect(scrollSpeed(640, 100, 600)).toBeGreaterThan(0);
  });
});

describe("lanes", () => {
  const stretch = (key: string, start: number, end: number, wide = false): Stretch => ({
    key,
    start,
    end,
    wide,
  });

  it("leave a card alone at full width, also when ends touch", () => {
    const lanes = lanesOf([stretch("a", 0, 60), stretch("b", 60, 90)]);
    expect([...lanes.values()]).toEqual([
      { lane: 0, of: 1 },
      { lane: 0, of: 1 },
    ]);
  });

  it("give everybody's slot the first lane", () => {
    const lanes = lanesOf([stretch("a", 0, 60), stretch("all", 30, 90, true)]);
    expect(lanes.get("all")).toEqual({ lane: 0, of: 2 });
    expect(lanes.get("a")).toEqual({ lane: 1, of: 2 });
  });

  it("never put two overlapping cards in one lane", () => {
    // A fixed walk through many arrangements.
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    for (let round = 0; round < 200; round += 1) {
      const all = Array.from({ length: 1 + next(9) }, (_, index) => {
        const start = next(600);
        return stretch(`${index}`, start, start + 5 + next(180), next(5) === 0);
      });
      const lanes = lanesOf(all);
      expect(lanes.size).toBe(all.length);
      for (const one of all) {
        const mine = lanes.get(one.key)!;
        expect(mine.lane).toBeLessThan(mine.of);
        for (const other of all) {
          const apart = one.end <= other.start || other.end <= one.start;
          if (one !== other && !apart) expect(lanes.get(other.key)!.lane).not.toBe(mine.lane);
        }
      }
    }
  });
});

describe("the cards of a day", () => {
  const slots = [
    slot("a", at(8), at(9), ["g1"]),
    slot("b", at(8, 30), at(9, 30), ["g1"]),
    slot("c", at(8), at(10), ["g3", "g2"]),
    slot("all", at(11), at(12), []),
    slot("lost", at(13), at(14), ["gone"]),
  ];
  const cards = cardsOf(slots, groups, [...ids, STRAY]);
  const card = (key: string) => cards.find((one) => one.key === key)!;

  it("stand once per group, once for everybody, and aside when the group is gone", () => {
    expect(cards.map((one) => one.key)).toEqual([
      "a/0",
      "b/0",
      "c/0",
      "c/1",
      "all/all",
      "lost/stray",
    ]);
    expect(card("c/0").column).toBe(2);
    expect(card("all/all").group).toBe(WHOLE);
    expect(card("lost/stray").column).toBe(3);
  });

  it("share a column when they overlap", () => {
    expect([card("a/0").lanes, card("b/0").lane, card("c/0").lanes]).toEqual([2, 1, 1]);
  });

  it("keep only the columns shown", () => {
    expect(cardsOf(slots, groups, ["g2"]).map((one) => one.key)).toEqual(["c/1", "all/all"]);
  });

  it("are walked by arrows: along a column, and to the nearest in the next", () => {
    expect(neighbour(cards, card("a/0"), "down")?.key).toBe("b/0");
    expect(neighbour(cards, card("b/0"), "down")?.key).toBe("all/all");
    expect(neighbour(cards, card("a/0"), "up")?.key).toBe("a/0");
    expect(neighbour(cards, card("b/0"), "right")?.key).toBe("c/1");
    expect(neighbour(cards, card("a/0"), "left")).toBeUndefined();
    expect(neighbour(cards, card("a/0"), "last")?.key).toBe("all/all");
  });

  it("lie on an axis of 07–21 by the base's clock that grows when it must", () => {
    expect(axisOf(day, slots, "wib")).toEqual({ from: at(7), to: at(21) });
    const early = [slot("x", at(4, 30), at(5)), slot("y", at(20), at(22, 10))];
    expect(axisOf(day, early, "wib")).toEqual({ from: at(4), to: at(23) });
  });

  it("are those that touch the day in the base's zone", () => {
    const night = slot("night", at(-1), at(1));
    expect(onDay([night], day, "wib")).toHaveLength(1);
    expect(onDay([night], "2018-03-21", "wib")).toHaveLength(1);
    expect(onDay([night], "2018-03-23", "wib")).toHaveLength(0);
  });

  it("include days outside the visit on which something is planned", () => {
    const early = slot("x", momentOf("2018-03-18", 600, "wib"), momentOf("2018-03-18", 660, "wib"));
    expect(daysOf("2018-03-20", "2018-03-22", [early], "wib")).toEqual([
      "2018-03-18",
      "2018-03-20",
      "2018-03-21",
      "2018-03-22",
    ]);
  });
});

describe("the keys", () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    actFor({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...more });

  it.each([
    ["ArrowDown", {}, { act: "focus", to: "down" }],
    ["ArrowDown", { altKey: true }, { act: "shift", minutes: 5 }],
    ["ArrowUp", { altKey: true, shiftKey: true }, { act: "shift", minutes: -30 }],
    ["ArrowUp", { shiftKey: true }, { act: "stretch", minutes: -5 }],
    ["ArrowRight", { altKey: true }, { act: "group", step: 1 }],
    ["ArrowLeft", {}, { act: "focus", to: "left" }],
    ["Enter", {}, { act: "open" }],
    ["Delete", {}, { act: "remove" }],
    ["n", {}, { act: "new" }],
    ["PageDown", {}, { act: "day", step: 1 }],
  ])("%s %o means %o", (key, more, act) => expect(press(key, more)).toEqual(act));

  it("leave the window's own shortcuts alone", () => {
    expect(press("n", { ctrlKey: true })).toBeNull();
    expect(press("k")).toBeNull();
    expect(press("F6")).toBeNull();
  });
});

describe("changes since a release", () => {
  const then = [
    { id: "a", visit: visit(at(8), at(9)) },
    { id: "b", visit: visit(at(10), at(11), ["g2"]) },
    { id: "c", visit: visit(at(12), at(13), []) },
    { id: "d", visit: visit(at(14), at(15), ["g3"]) },
  ];
  const now: Slot[] = [
    { id: "a", visit: visit(at(8, 15), at(9, 15)) },
    { id: "c", visit: { ...visit(at(12), at(13), []), note: "bawa mukena" } },
    { id: "d", visit: visit(at(14), at(15), ["g3"]) },
    { id: "e", visit: visit(at(16), at(17), ["g2"]) },
  ];
  const changes = changesSince(then, now);

  it("are told apart as moved, removed, edited and new, by time", () => {
    expect(changes.map((one) => [one.id, one.kind])).toEqual([
      ["a", "moved"],
      ["b", "removed"],
      ["c", "edited"],
      ["e", "added"],
    ]);
    expect(tally(changes)).toEqual({ added: 1, moved: 1, removed: 1, edited: 1 });
  });

  it("reach the groups before and after, and everybody through a shared slot", () => {
    const found = changesByGroup(changes, groups).map((one) => [
      one.group.id,
      one.changes.map((change) => change.id).join(""),
    ]);
    expect(found).toEqual([
      ["g1", "ac"],
      ["g2", "bce"],
      ["g3", "c"],
    ]);
  });

  it("are none when only the order of groups differs in nothing", () => {
    expect(changesSince(then, then)).toEqual([]);
    expect(sameVisit(visit(1, 2), visit(1, 2))).toBe(true);
    expect(sameVisit(visit(1, 2), visit(1, 3))).toBe(false);
  });
});

describe("opening hours", () => {
  it("are told as people write them", () => {
    expect(hoursInWords("Mo-Sa 08:00-14:00; PH off", "id")).toBe(
      "Sen–Sab 08.00–14.00; hari libur tutup",
    );
    expect(hoursInWords("Fr 07:30-11:00", "en")).toBe("Fri 07:30–11:00");
  });
});
