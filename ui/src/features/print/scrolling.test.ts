// Pages under each other: where they stand, which is in view, which are drawn.
import { describe, expect, it } from "vitest";
import { heightsOf, pageInView, pagesNear, stepPage, stepZoom, topsOf, zooms } from "./scrolling";

describe("pages", () => {
  it("are stepped through within the document", () => {
    expect([stepPage(1, -1, 3), stepPage(1, 1, 3), stepPage(3, 1, 3)]).toEqual([1, 2, 3]);
    expect(stepPage(1, 1, 0)).toBe(1);
  });

  it("stand under each other by their own heights", () => {
    const heights = heightsOf(
      [
        { width: 600, height: 800 },
        { width: 800, height: 600 },
      ],
      300,
    );
    expect(heights).toEqual([400, 225]);
    expect(topsOf(heights)).toEqual([16, 432]);
  });

  it("count as in view when they reach the middle", () => {
    const tops = [16, 616, 1216];
    expect(pageInView(tops, 0, 500)).toBe(1);
    expect(pageInView(tops, 400, 500)).toBe(2);
    expect(pageInView(tops, 5000, 500)).toBe(3);
    expect(pageInView([], 0, 500)).toBe(1);
  });

  it("near the one in view are drawn, that one first", () => {
    expect(pagesNear(5, 600)).toEqual([5, 6, 4, 7]);
    expect(pagesNear(1, 1)).toEqual([1]);
    expect(pagesNear(2, 2)).toEqual([2, 1]);
  });
});

it("zooming goes step by step and stops at both ends", () => {
  expect(stepZoom(1, 1)).toBe(1.25);
  expect(stepZoom(1, -1)).toBe(0.75);
  expect(stepZoom(zooms[zooms.length - 1]!, 1)).toBe(4);
  expect(stepZoom(zooms[0], -1)).toBe(zooms[0]);
});
