// The colours can be read (WCAG 2.2 AA), in light and in dark.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(`${import.meta.dirname}/../src/shared/tokens.css`, "utf8");
const darkBlocks = [...css.matchAll(/dark:begin \*\/([\s\S]*?)\/\* dark:end/g)].map((found) =>
  (found[1] ?? "").replace(/\s+/g, " ").trim(),
);
const colours = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((one) => [one[1], one[2]]));
const themes = { light: colours(css.split("@media")[0] ?? ""), dark: colours(darkBlocks[0] ?? "") };

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const grounds = ["paper", "surface", "sunken", "hover"];
const text: [string, string[]][] = [
  ["ink", grounds],
  ["ink-2", grounds],
  ["ink-3", ["paper", "surface", "sunken"]],
  ["accent-text", [...grounds, "accent-soft"]],
  ["accent-ink", ["accent", "accent-strong"]],
  ["accent-ink-2", ["accent"]],
  ["good-text", ["good-soft", "surface", "paper"]],
  ["warn-text", ["warn-soft", "surface", "paper"]],
  ["bad-text", ["bad-soft", "surface", "paper"]],
  ["info-text", ["info-soft", "surface", "paper"]],
  ["ink", ["mark-soft", "added-soft", "removed-soft", "warn-soft", "bad-soft", "accent-soft"]],
];
const shapes: [string, string[]][] = [
  ["line-strong", ["surface", "paper"]],
  ["focus", grounds],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n): [string, string[]] => [`series-${n}`, ["surface", "paper"]]),
];

describe.each(Object.entries(themes))("%s colours", (_, theme) => {
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

  it.each(pairs(text))("%s can be read on %s", (front, back) => {
    expect(contrast(theme.get(front) ?? "", theme.get(back) ?? "")).toBeGreaterThanOrEqual(4.5);
  });
  it.each(pairs(shapes))("%s stands out on %s", (front, back) => {
    expect(contrast(theme.get(front) ?? "", theme.get(back) ?? "")).toBeGreaterThanOrEqual(3);
  });
});

describe("the dark theme", () => {
  it("is the same when chosen and when the system asks for it", () => {
    expect(darkBlocks).toHaveLength(2);
    expect(darkBlocks[0]).toBe(darkBlocks[1]);
  });
  it("names every colour the light theme names", () => {
    expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
  });
});
