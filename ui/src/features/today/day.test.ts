// Which slot and which prayer are put forward.
import { describe, expect, it } from "vitest";
import type { MissingPart, PlacePrayer, PrayerBand, Programme, Today, TodaySlot } from "../../ipc";
import { forward, missingWord, nextPrayer } from "./day";

function slot(visit: string, standing: TodaySlot["standing"], what: TodaySlot["what"] = "visit") {
  return { visit, what, standing } as TodaySlot;
}
const today = (now: number | null, ...slots: TodaySlot[]) => ({ now, slots }) as unknown as Today;
const put = (of: Today) => {
  const found = forward(of);
  return found && [found.slot.visit, found.standing];
};

describe("the slot put forward", () => {
  it("is the last one that is on", () => {
    const slots = [slot("bus", "now", "travel"), slot("mpp", "now"), slot("kemenag", "next")];
    expect(put(today(150, ...slots))).toEqual(["mpp", "now"]);
  });

  it("is the next one between two slots, and none after the last", () => {
    expect(put(today(200, slot("mpp", "past"), slot("kemenag", "next")))).toEqual([
      "kemenag",
      "next",
    ]);
    expect(put(today(300, slot("mpp", "past")))).toBeNull();
  });

  it("is the first visit on a day that is not today", () => {
    const slots = [slot("bus", "later", "travel"), slot("mpp", "later")];
    expect(put(today(null, ...slots))).toEqual(["mpp", "first"]);
  });
});

it("puts the prayer forward that is on or comes, and the first by day elsewhere", () => {
  const band = (prayer: PrayerBand["prayer"], from: number) => ({ prayer, from, to: from + 30 });
  const bands = [band("subuh", 250), band("dzuhur", 690), band("ashar", 880)];
  const prayer = { bands, times: { terbit: 320 } } as PlacePrayer;
  const at = (now: number | null) => nextPrayer(prayer, now)?.prayer;
  expect([at(0), at(700), at(720), at(null)]).toEqual(["subuh", "dzuhur", "ashar", "dzuhur"]);
  expect(at(1000)).toBeUndefined();
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
