// A note to read: its text and positions, marks cut out of it, and what a reader chooses.
import { fireEvent, render as draw, screen } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { cut, passage, render, type Block, type Run } from "./rendered";
import RenderedNote from "./RenderedNote.svelte";

const note = [
  "## Loket",
  "",
  "Antre **31 orang** di [loket](tilik:obs/o1@v1#f=1)[^1].",
  "",
  "- [x] satu",
  "- dua",
  "",
  "| a | b |",
  "| - | - |",
  "| c | ~~d~~ |",
  "",
  "![foto loket](x.png) <b>tebal</b>",
  "",
  "<div onclick=alert(1)>kotak</div>",
  "",
  "[^1]: Kaki.",
].join("\n");

function runsOf(blocks: readonly Block[]): Run[] {
  return blocks.flatMap((block) => {
    if ("runs" in block) return block.runs;
    if ("blocks" in block) return runsOf(block.blocks);
    if ("items" in block) return block.items.flatMap((item) => runsOf(item.blocks));
    return "rows" in block ? block.rows.flat(2) : [];
  });
}

describe("the rendered text", () => {
  it("is the words alone, blocks parted by lines and cells by tabs", () => {
    expect(render(note).text).toBe(
      [
        "Loket",
        "Antre 31 orang di loket.",
        "satu",
        "dua",
        "a\tb",
        "c\td",
        "foto loket <b>tebal</b>",
        "<div onclick=alert(1)>kotak</div>",
        "Kaki.",
      ].join("\n"),
    );
  });

  it("holds every run at its place", () => {
    const { text, blocks } = render(note);
    const runs = runsOf(blocks).filter((run) => run.from >= 0);
    expect(runs.length).toBeGreaterThan(12);
    for (const run of runs) expect(text.slice(run.from, run.from + run.text.length)).toBe(run.text);
  });

  it("joins lines that only the file broke, and keeps those broken by hand", () => {
    expect(render("satu\ndua\\\ntiga").text).toBe("satu dua\ntiga");
  });

  it("is empty for an empty note, and follows a link by reference", () => {
    expect(render("")).toEqual({ text: "", blocks: [] });
    expect(runsOf(render("[a][x]\n\n[x]: tilik:obs/o@v").blocks)[0]?.cited).toBe("tilik:obs/o@v");
  });
});

describe("marks", () => {
  it("cut a run at their edges and may overlap", () => {
    const pieces = cut({ text: "satu dua tiga", from: 10 }, [
      { id: "m", start: 0, end: 14, kind: "comment" },
      { id: "n", start: 12, end: 18, kind: "own" },
    ]);
    expect(pieces.map(({ text, marks }) => [text, marks.map(({ id }) => id)])).toEqual([
      ["sa", ["m"]],
      ["tu", ["m", "n"]],
      [" dua", ["n"]],
      [" tiga", []],
    ]);
  });

  it("give a chosen passage its surroundings, without blanks at its ends", () => {
    expect(passage("Kata satu dua.", 4, 10)).toEqual({
      exact: "satu",
      prefix: "Kata ",
      suffix: " dua.",
      start: 5,
      end: 9,
    });
    expect(passage("a   b", 1, 4)).toBeNull();
  });
});

describe("a note to read", () => {
  it("shows raw markup as text and draws nothing from outside", () => {
    const { container } = draw(RenderedNote, { markdown: note });
    expect(container.querySelector("img, b, [onclick]")).toBeNull();
    expect(container.textContent).toContain("<div onclick=alert(1)>kotak</div>");
    expect(container.querySelector("a")).toBeNull();
  });

  it("marks passages across runs and tells which was pressed", async () => {
    const onmark = vi.fn();
    const start = render(note).text.indexOf("31 orang di");
    const { container } = draw(RenderedNote, {
      markdown: note,
      marks: [{ id: "k1", start, end: start + 11, kind: "comment" }],
      onmark,
    });
    const marked = [...container.querySelectorAll('[data-mark="k1"]')];
    expect(marked.map((piece) => piece.textContent).join("")).toBe("31 orang di");
    await fireEvent.click(marked[1] as Element);
    expect(onmark).toHaveBeenCalledWith("k1");
  });

  it("opens a citation by press and by key", async () => {
    const oncitation = vi.fn();
    draw(RenderedNote, { markdown: note, oncitation });
    const link = screen.getByRole("link", { name: "loket" });
    await fireEvent.click(link);
    await fireEvent.keyDown(link, { key: "Enter" });
    expect(oncitation.mock.calls).toEqual([
      [{ observation: "o1", version: "v1" }],
      [{ observation: "o1", version: "v1" }],
    ]);
  });

  it("tells what was chosen, by its place in the rendered text", async () => {
    const onselect = vi.fn();
    const { container } = draw(RenderedNote, { markdown: note, onselect });
    const { text } = render(note);
    const words = (part: string) =>
      [...container.querySelectorAll("[data-from]")].find((it) => it.textContent === part)
        ?.firstChild as Text;
    document.getSelection()?.setBaseAndExtent(words("Antre "), 2, words("dua"), 2);
    await fireEvent(document, new Event("selectionchange"));
    const start = text.indexOf("tre 31");
    expect(onselect).toHaveBeenLastCalledWith(
      expect.objectContaining({ start, end: text.indexOf("dua") + 2 }),
    );
    document.getSelection()?.removeAllRanges();
    await fireEvent(document, new Event("selectionchange"));
    expect(onselect).toHaveBeenLastCalledWith(null);
  });
});
