// Names on the map do not cover each other.
import { expect, it } from "vitest";
import { placeLabels } from "./labels";

it("places each name beside its pin where there is room, else leaves it out", () => {
  const far = [
    { id: "a", name: "Mall Pelayanan Publik", x: 100, y: 100 },
    { id: "b", name: "Kantor Kemenag", x: 840, y: 300 },
  ];
  const labels = placeLabels(far, 860, 600);
  expect(labels.get("a")?.anchor).toBe("start");
  expect(labels.get("b")?.anchor).toBe("end");
  const crowd = Array.from({ length: 30 }, (_, at) => ({
    id: `${at}`,
    name: "Kantor Kemenag",
    x: 400 + (at % 6) * 10,
    y: 300 + at,
  }));
  const few = placeLabels(crowd, 860, 600);
  expect(few.size).toBeGreaterThan(0);
  expect(few.size).toBeLessThan(30);
});
