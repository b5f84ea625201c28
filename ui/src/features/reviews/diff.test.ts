// What changed between two submissions is marked as a reader would say it.
import { describe, expect, it } from "vitest";
import { changes, differs, placesIn, tokens, type Change } from "./diff";

const side = (list: Change[], without: Change["kind"]) =>
  list
    .filter((one) => one.kind !== without)
    .map((one) => one.text)
    .join("");
const shown = (before: string, after: string) =>
  changes(before, after)
    .filter((one) => one.kind !== "same")
    .map((one) => `${one.kind === "added" ? "+" : "-"}${one.text}`);

describe("the difference of two texts", () => {
  it("is nothing for the same text", () => {
    expect(changes("Satu dua.", "Satu dua.")).toEqual([{ kind: "same", text: "Satu dua." }]);
    expect(changes("", "")).toEqual([]);
    expect(differs(changes("satu dua", "satu  dua"))).toBe(false);
  });

  it("names the words that were replaced, added and removed", () => {
    expect(
      shown(
        "Berkas memakan beberapa hari dan tiga meja.",
        "Berkas memakan lima hari kerja dan tiga meja.",
      ),
    ).toEqual(["-beberapa", "+lima", "+ kerja"]);
    expect(shown("satu tiga", "satu dua tiga")).toEqual(["+dua "]);
  });

  it("shows changes parted by a light word as one", () => {
    const list = changes("meja depan di kantor lama ada", "loket baru di gedung lama ada");
    expect(placesIn(list)).toBe(1);
  });

  it("keeps decimal numbers and times whole", () => {
    expect(tokens("pukul 08.30, 0,5 hari")).toEqual([
      "pukul",
      " ",
      "08.30",
      ",",
      " ",
      "0,5",
      " ",
      "hari",
    ]);
  });

  it("gives back both texts exactly, whatever they are", () => {
    // A small fixed generator, so that a failure comes again.
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const words = ["a", "di", "yang", "loket", "berkas", "😀", ".", "\n", " ", "hari", "sama"];
    const text = () => Array.from({ length: random(40) }, () => words[random(11)]).join("");
    for (let turn = 0; turn < 500; turn += 1) {
      const [before, after] = [text(), text()];
      const list = changes(before, after);
      expect(side(list, "added")).toBe(before);
      expect(side(list, "removed")).toBe(after);
    }
  });

  it("answers for long rewritten texts without delay", () => {
    const long = (word: string) =>
      Array.from({ length: 20_000 }, (_, at) => word + (at % 7)).join(" ");
    const list = changes(long("a"), long("b"));
    expect(side(list, "added")).toBe(long("a"));
    expect(side(list, "removed")).toBe(long("b"));
  });
});
