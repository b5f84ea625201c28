// The parts of a proposal are named and ordered as the programme has them.
import { describe, expect, it } from "vitest";
import { citationWords, citationsIn, renewCitation } from "./citations";
import { budgetTotal, lineTotal, ordered, placeOf, quadrantOf, riskLevel } from "./parts";

const line = (volume: number | null, price: number | null) => ({
  position: 1,
  item: "",
  unit: "",
  volume,
  price,
});

describe("rows", () => {
  it("stand by position, equal ones in one order on every laptop", () => {
    const rows = { c: { position: 1 }, a: { position: 2 }, b: { position: 1 } };
    expect(ordered(rows).map((row) => row.key)).toEqual(["b", "c", "a"]);
  });
});

describe("stakeholders", () => {
  it("fall into the quadrant of interest and power", () => {
    const of = (high_interest: boolean, high_power: boolean) =>
      quadrantOf({ high_interest, high_power });
    expect([of(true, true), of(true, false), of(false, true), of(false, false)]).toEqual([
      "promoter",
      "defender",
      "latent",
      "apathetic",
    ]);
  });
});

describe("a budget", () => {
  it("multiplies volume and price and sums what is known", () => {
    expect(lineTotal(line(2.5, 150_000))).toBe(375_000);
    expect(budgetTotal({ a: line(2.5, 150_000), b: line(0, 9_000) })).toEqual({
      sum: 375_000,
      unknown: 0,
    });
  });

  it("counts lines without volume or price as unknown, never as zero", () => {
    expect(lineTotal(line(null, 5_000))).toBeNull();
    expect(budgetTotal({ a: line(null, 5_000), b: line(1, 1_000) })).toEqual({
      sum: 1_000,
      unknown: 1,
    });
  });
});

describe("risks", () => {
  it("leave a level unknown until both numbers stand", () => {
    expect(riskLevel({ likelihood: 3, impact: null })).toBeNull();
    expect(riskLevel({ likelihood: 3, impact: 4 })).toBe(12);
  });
});

describe("what is missing", () => {
  it("leads to the place where it is filled in", () => {
    expect(placeOf({ part: "section", key: "b-tujuan" })).toBe("b-tujuan");
    expect(placeOf({ part: "milestones", key: "long" })).toBe("milestones");
    expect(placeOf({ part: "citation" })).toBe("evidence");
  });
});

describe("citations", () => {
  const text =
    "Satu [MPP](tilik:obs/ab12@ff01) dua [foto](tilik:obs/ab12@ff01#f=2) [x](tilik:obs/ab12@ff0123).";

  it("are found once each", () => {
    expect(citationsIn(text)).toEqual([
      { observation: "ab12", version: "ff01" },
      { observation: "ab12", version: "ff0123" },
    ]);
    expect(citationsIn("[laman](https://example.org)")).toEqual([]);
  });

  it("are renewed without touching another version or the photo named", () => {
    expect(renewCitation(text, { observation: "ab12", version: "ff01" }, "aa99")).toBe(
      "Satu [MPP](tilik:obs/ab12@aa99) dua [foto](tilik:obs/ab12@aa99#f=2) [x](tilik:obs/ab12@ff0123).",
    );
  });

  it("have words that cannot break the link", () => {
    expect(citationWords("Loket [baru]\n satu")).toBe("Loket baru satu");
  });
});
