// A drawing of the core becomes SVG that can be seen, read out and told apart without colour.
import { render, screen } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { Drawing } from "../../ipc";
import DrawingView from "./Drawing.svelte";
import { pathOf, pointsOf } from "./shapes";

const line = { ink: "line" as const, width: 0.6, dashed: false };
const drawing: Drawing = {
  title: "Waktu tunggu",
  alt: "Kantor sendiri 7 hari, lokus belum diketahui, target 1 hari.",
  width: 300,
  height: 90,
  shapes: [
    { shape: "rect", at: { x: 1, y: 2 }, to: { x: 11, y: 22 }, fill: "home", pen: line },
    {
      shape: "line",
      points: [
        { x: 0, y: 0 },
        { x: 5, y: 5 },
      ],
      pen: { ...line, dashed: true },
    },
    { shape: "circle", at: { x: 9, y: 9 }, radius: 3, fill: null, pen: line },
    {
      shape: "path",
      start: { x: 0, y: 0 },
      steps: [
        { step: "line", to: { x: 4, y: 0 } },
        { step: "curve", a: { x: 5, y: 0 }, b: { x: 5, y: 1 }, to: { x: 5, y: 2 } },
      ],
      fill: "site",
      pen: null,
    },
    {
      shape: "text",
      at: { x: 20, y: 30 },
      text: "7 hari <b>",
      size: 8.5,
      bold: true,
      anchor: "end",
      ink: "text",
    },
  ],
};

describe("a drawing", () => {
  it("is one picture with a name and its figures in words", () => {
    render(DrawingView, { of: drawing });
    const picture = screen.getByRole("img", { name: /Waktu tunggu.*target 1 hari/ });
    expect(picture.querySelector("title")?.textContent).toBe(drawing.title);
    expect(picture.querySelector("desc")?.textContent).toBe(drawing.alt);
    expect(picture.getAttribute("viewBox")).toBe("0 0 300 90");
  });

  it("draws every shape once, in its place and ink", () => {
    const { container } = render(DrawingView, { of: drawing });
    const one = (name: string) => {
      const found = container.querySelectorAll(name);
      expect(found).toHaveLength(1);
      return found[0] as Element;
    };
    expect(one("rect").getAttribute("width")).toBe("10");
    expect(one("rect").getAttribute("height")).toBe("20");
    expect(one("rect").classList.contains("fill-home")).toBe(true);
    expect(one("polyline").getAttribute("stroke-dasharray")).toBe("3 2");
    expect(one("circle").classList.contains("no-fill")).toBe(true);
    expect(one("path").classList.contains("no-pen")).toBe(true);
    const words = one("text");
    expect(words.textContent).toBe("7 hari <b>");
    expect(words.getAttribute("text-anchor")).toBe("end");
    expect(words.classList.contains("bold")).toBe(true);
  });

  it("names two drawings on one page apart", () => {
    const first = render(DrawingView, { of: drawing }).container.querySelector("title")?.id;
    const second = render(DrawingView, { of: drawing }).container.querySelector("title")?.id;
    expect(first).not.toBe(second);
  });
});

describe("outlines", () => {
  it("are written as SVG writes them", () => {
    expect(
      pointsOf([
        { x: 1.5, y: 2 },
        { x: 3, y: 4 },
      ]),
    ).toBe("1.5,2 3,4");
    const curve = {
      step: "curve" as const,
      a: { x: 1, y: 0 },
      b: { x: 2, y: 0 },
      to: { x: 2, y: 2 },
    };
    expect(pathOf({ x: 0, y: 0 }, [curve])).toBe("M0 0C1 0 2 0 2 2Z");
  });
});
