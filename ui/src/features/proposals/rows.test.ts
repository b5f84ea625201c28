// Rows keep their order, move, and add up.
import { describe, expect, it } from "vitest";
import { ordered, type Rows } from "../../shared/proposal/parts";
import { withMove, withRow, withoutRow } from "./rows";

interface Step {
  position: number;
  term: string;
}
const rows: Rows<Step> = {
  a: { position: 1, term: "short" },
  b: { position: 2, term: "long" },
  c: { position: 3, term: "short" },
};
const keys = (of: Rows<Step>) => ordered(of).map((row) => row.key);

describe("rows", () => {
  it("are added last", () => {
    expect(keys(withRow(rows, "d", { term: "long" }))).toEqual(["a", "b", "c", "d"]);
    expect(withRow<Step>({}, "d", { term: "long" }).d?.position).toBe(1);
  });

  it("move a step and change only the row that moved", () => {
    const next = withMove(rows, "c", -1);
    expect(keys(next)).toEqual(["a", "c", "b"]);
    expect(next.a).toBe(rows.a);
    expect(next.b).toBe(rows.b);
    expect(keys(withMove(rows, "a", 1))).toEqual(["b", "a", "c"]);
  });

  it("stay at the edge", () => {
    expect(withMove(rows, "a", -1)).toBe(rows);
    expect(withMove(rows, "c", 1)).toBe(rows);
    expect(withMove(rows, "gone", 1)).toBe(rows);
  });

  it("move among their own term only", () => {
    const next = withMove(rows, "c", -1, (row) => row.term === "short");
    expect(keys(next)).toEqual(["c", "a", "b"]);
  });

  it("are counted anew when positions of others coincide", () => {
    const tied: Rows<Step> = {
      a: { position: 1, term: "short" },
      b: { position: 1, term: "short" },
      c: { position: 2, term: "short" },
    };
    expect(keys(withMove(tied, "c", -1))).toEqual(["a", "c", "b"]);
    expect(keys(withMove(tied, "b", -1))).toEqual(["b", "a", "c"]);
  });

  it("can be moved up a hundred times without losing the order", () => {
    let now = rows;
    for (let turn = 0; turn < 100; turn += 1) {
      const last = keys(now)[2] ?? "";
      const before = keys(now);
      now = withMove(now, last, -1);
      expect(keys(now)).toEqual([before[0], before[2], before[1]]);
    }
  });

  it("are removed alone", () => {
    expect(keys(withoutRow(rows, "b"))).toEqual(["a", "c"]);
  });
});
