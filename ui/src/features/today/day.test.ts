// Which slot is put forward, and how the others stand to the clock.
import { describe, expect, it } from "vitest";
import type { MissingPart, Programme, Today, TodaySlot } from "../../ipc";
import { forward, missingWord, standing } from "./day";

function slot(visit: string, start: number, end: number, what: TodaySlot["what"] = "visit") {
  const names = { title: visit, contact: "", lead_name: "", note: "" };
  const lists = { foci: [], group_names: [], observations: [] };
  return { visit, what, site: null, zone: "wib" as const, start, end, ...names, ...lists };
}
const slots = [slot("bus", 50, 60, "travel"), slot("mpp", 100, 200), slot("kemenag", 230, 300)];
const today = (now: number | null): Today => ({
  day: "2018-03-22",
  days: ["2018-03-22"],
  now,
  zone: "wib",
  slots,
  release: null,
  prayer: null,
});
const put = (now: number | null) => {
  const found = forward(today(now));
  return found && [found.slot.visit, found.standing];
};

describe("the slot put forward", () => {
  it("is the one that is on, to its last minute", () => {
    expect(put(100)).toEqual(["mpp", "now"]);
    expect(put(199)).toEqual(["mpp", "now"]);
  });

  it("is the next one between two slots, and none after the last", () => {
    expect(put(200)).toEqual(["kemenag", "next"]);
    expect(put(300)).toBeNull();
  });

  it("is the first visit on a day that is not today", () => {
    expect(put(null)).toEqual(["mpp", "first"]);
  });
});

it("tells past, present, next and later slots apart", () => {
  const at = (now: number | null) => slots.map((one) => standing(one, today(now)));
  expect(at(150)).toEqual(["past", "now", "next"]);
  expect(at(10)).toEqual(["next", "later", "later"]);
  expect(at(null)).toEqual(["later", "later", "later"]);
});

it("names what a proposal lacks, a section by its title", () => {
  const section = { key: "c", title: { id: "Terobosan", en: "Breakthrough" } };
  const programme = {
    sections: [{ ...section, guidance: { id: "", en: "" } }],
  } as unknown as Programme;
  const say = (part: MissingPart) => missingWord(part, programme, "id");
  expect(say({ part: "section", key: "c" })).toBe("Terobosan");
  expect(say({ part: "section", key: "gone" })).toBe("gone");
  expect(say({ part: "milestones", key: "long" })).toBe("tahapan jangka panjang");
  expect(say({ part: "risks" })).toBe("risiko dan penanganannya");
});
