// Columns sort as a reader expects.
import { describe, expect, it } from "vitest";
import { sorted } from "./sorting";

const order = (list: (string | number | null)[], direction: "ascending" | "descending") =>
  sorted(list, (one) => one, direction, "id");

describe("sorting", () => {
  it("orders numbers by size and numbered names as people count", () => {
    expect(order([10, 9, 100], "ascending")).toEqual([9, 10, 100]);
    expect(order(["Peserta 10", "peserta 2"], "ascending")).toEqual(["peserta 2", "Peserta 10"]);
  });
  it("leaves gaps last both ways", () => {
    expect(order([2, null, 1], "ascending")).toEqual([1, 2, null]);
    expect(order([2, null, 1], "descending")).toEqual([2, 1, null]);
  });
});
