// Comments keep to their passages, and none is ever dropped.
import { describe, expect, it } from "vitest";
import type { Comment, Review } from "../../ipc";
import { anchorOf } from "../../shared/passages";
import { emptyProposal } from "../../shared/proposal/parts";
import { arranged, marksOf, remarksOf, textsOf } from "./remarks";

const content = {
  ...emptyProposal("x"),
  sections: {
    b: "Tujuan jangka pendek.",
    a: "Pemohon pulang dengan [dokumen](tilik:obs/ab@cd) pada **hari** yang sama.",
  },
};
const texts = textsOf(content);
const on = (section: string, words: string): Comment["anchor"] => {
  const text = texts.get(section) ?? "";
  const start = text.indexOf(words);
  return anchorOf(section, text, start, start + words.length);
};
const comment = (position: number, anchor: Comment["anchor"], more = {}): Comment => ({
  position,
  anchor,
  body: "Mengapa?",
  resolved: false,
  ...more,
});
const review = (comments: Review["comments"]): Review => ({
  submission: "s",
  proposal: "p",
  comments,
  scores: {},
  summary: "",
});
const me = { id: "me", author_name: "Widyaiswara 01", own: true };
const ids = (of: { key: string }[]) => of.map((one) => one.key);

describe("comments beside a text", () => {
  it("are anchored in the words as shown, without Markdown", () => {
    expect(texts.get("a")).toBe("Pemohon pulang dengan dokumen pada hari yang sama.");
    const [remark] = remarksOf(review({ k: comment(1, on("a", "dokumen pada hari")) }), me, texts);
    expect(remark?.place).toEqual({ start: 22, end: 39 });
  });

  it("stand in reading order of sections and places, whatever order they were written in", () => {
    const remarks = remarksOf(
      review({
        x: comment(1, on("b", "jangka pendek")),
        y: comment(2, on("a", "yang sama")),
        z: comment(3, on("a", "Pemohon")),
        w: comment(4, null),
      }),
      me,
      texts,
    );
    const shown = arranged(remarks, ["a", "b"]);
    expect(ids(shown.placed)).toEqual(["z", "y", "x"]);
    expect(ids(shown.whole)).toEqual(["w"]);
    expect(shown.unplaced).toEqual([]);
  });

  it("are never dropped: without their words they stand apart", () => {
    const lost = comment(1, { ...on("a", "dokumen pada hari"), section: "a" } as never);
    if (lost.anchor) lost.anchor.exact = "kalimat yang sudah dihapus";
    const gone = comment(2, { ...on("b", "jangka"), section: "z" } as never);
    const shown = arranged(remarksOf(review({ lost, gone }), me, texts), ["a", "b"]);
    expect(ids(shown.unplaced)).toEqual(["lost", "gone"]);
    expect(shown.placed).toEqual([]);
  });

  it("mark their passage, the chosen and the settled one differently", () => {
    const remarks = remarksOf(
      review({
        x: comment(1, on("a", "Pemohon")),
        y: comment(2, on("a", "yang sama"), { resolved: true }),
        z: comment(3, on("b", "Tujuan")),
      }),
      me,
      texts,
    );
    const marks = marksOf(arranged(remarks, ["a", "b"]).placed, "me.z");
    expect(marks.a?.map((mark) => mark.kind)).toEqual(["own", "resolved"]);
    expect(marks.b?.map((mark) => mark.kind)).toEqual(["chosen"]);
  });
});
