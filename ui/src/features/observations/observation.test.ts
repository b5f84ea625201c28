// What an observation lacks, and how answers come and go.
import { describe, expect, it } from "vitest";
import type { Instrument, Question, QuestionKind } from "../../ipc";
import { answersFor, blank, lacks, requiredOf, withAnswer } from "./observation";

const question = (name: string, kind: QuestionKind, required = false): Question => ({
  name,
  label: name,
  hint: "",
  kind,
  choices: [],
  required,
});
const instrument: Instrument = {
  name: "Pengamatan layanan",
  version: 1,
  caution: "bukan nilai SKM resmi",
  questions: [
    question("head", "note", true),
    question("wait", "integer", true),
    question("seen", "select-multiple", true),
    question("more", "text"),
  ],
};

describe("answers", () => {
  it("leave no trace when they are emptied: missing is unknown", () => {
    expect(withAnswer({ wait: "5" }, "wait", "  ")).toEqual({});
    expect(withAnswer({ wait: "5" }, "seen", [])).toEqual({ wait: "5" });
    expect(withAnswer({}, "wait", "0")).toEqual({ wait: "0" });
  });

  it("go along to a form that asks the same, and say when others fell away", () => {
    const answers = { wait: "5", old: "x" };
    expect(answersFor(answers, instrument)).toEqual({ answers: { wait: "5" }, dropped: true });
    expect(answersFor({ wait: "5" }, instrument).dropped).toBe(false);
    expect(answersFor(answers, undefined)).toEqual({ answers: {}, dropped: true });
  });

  it("count as required only where something can be answered", () => {
    const value = { ...blank(0), answers: { wait: "5", seen: [] } };
    expect(requiredOf(value, instrument)).toEqual({ of: 2, done: 1, next: "seen" });
    expect(requiredOf(value, undefined)).toEqual({ of: 0, done: 0, next: undefined });
  });
});

describe("what is missing", () => {
  it("is said per field, with the first unanswered question to go to", () => {
    const found = lacks(
      { problems: [{ field: "title", rule: "required" }] },
      { ...blank(0), answers: { wait: "5" } },
      instrument,
    );
    expect(found).toEqual([
      { field: "title", text: "Judul belum diisi" },
      { field: "answer-seen", text: "Pertanyaan wajib baru terjawab 1 dari 2" },
    ]);
  });

  it("has words even for a field this window does not know", () => {
    expect(
      lacks({ problems: [{ field: "weather", rule: "required" }] }, blank(0), undefined),
    ).toEqual([{ field: "weather", text: "Ada isian yang belum lengkap" }]);
  });
});
