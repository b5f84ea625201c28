// The table of prints, what a choice from it becomes, and what a route asks for.
import { describe, expect, it } from "vitest";
import { isTextKey, t } from "../../shared";
import {
  batchOf,
  choiceOf,
  EACH,
  jobOf,
  keyOf,
  listed,
  prints,
  scopeOf,
  seriesOf,
  usualFold,
  warningText,
  whats,
  type Choice,
} from "./choices";

const choice = (more: Partial<Choice>): Choice => ({
  what: "schedule",
  scope: "cohort",
  of: "",
  sheet: "f4",
  landscape: true,
  imposition: usualFold,
  language: "id",
  files: "each",
  ...more,
});

describe("the table", () => {
  it("has words for every print, scope and series, and lists every print once", () => {
    for (const what of whats) {
      expect(isTextKey(`print-what-${what}`), what).toBe(true);
      expect(isTextKey(`print-use-${what}`), what).toBe(true);
      for (const scope of prints[what].scopes) {
        expect(isTextKey(`print-scope-${scope.key}`), scope.key).toBe(true);
        if ("series" in scope) expect(isTextKey(`print-each-${scope.series}`)).toBe(true);
      }
    }
    expect(listed.flatMap((part) => part.whats).sort()).toEqual([...whats].sort());
  });

  it("names no scope twice, and what is for somebody says so in its own subject", () => {
    for (const what of whats) {
      const keys = prints[what].scopes.map((scope) => scope.key);
      expect(new Set(keys).size, what).toBe(keys.length);
      for (const scope of prints[what].scopes) {
        const subject = prints[what].letter ? "letter" : what;
        if ("subject" in scope) expect(scope.subject.what).toBe(subject);
      }
    }
  });
});

describe("a choice", () => {
  const group = { what: "schedule", of: { who: "group", id: "g1" } } as const;

  it("becomes a job for everybody, or for the one chosen from a series", () => {
    expect(jobOf(choice({}))?.subject).toEqual({ what: "schedule", of: { who: "cohort" } });
    expect(jobOf(choice({ scope: "group", of: keyOf(group) }))?.subject).toEqual(group);
  });

  it("keeps paper, orientation and language", () => {
    const { sheet, landscape, language } = jobOf(choice({}))!;
    expect([sheet, landscape, language]).toEqual(["f4", true, "id"]);
  });

  it("is no job while none is chosen", () => {
    expect(jobOf(choice({ scope: "group" }))).toBeNull();
    expect(jobOf(choice({ what: "proposal", scope: "one" }))).toBeNull();
  });

  it("of every one is a batch, and a sample of it can be looked at", () => {
    const all = choice({ scope: "group", of: EACH, files: "one-both-sides" });
    expect(batchOf(all)).toEqual({
      series: "group-schedule",
      sheet: "f4",
      landscape: true,
      language: "id",
      files: "one-both-sides",
      imposition: usualFold,
    });
    expect(jobOf(all)).toBeNull();
    expect(jobOf(all, group)?.subject).toEqual(group);
    expect(batchOf(choice({}))).toBeNull();
    expect(batchOf(choice({ scope: "group", of: keyOf(group) }))).toBeNull();
  });

  it("of what is folded says how, whichever was listed", () => {
    const imposition = { fold: "half", in_order: true } as const;
    const of = { whom: { who: "group", id: "g1" }, imposition: usualFold } as const;
    const pocket = choice({ what: "pocket", imposition });
    expect(jobOf(pocket)?.subject).toMatchObject({ of: { imposition } });
    const chosen = choice({ ...pocket, scope: "group", of: keyOf({ what: "pocket", of }) });
    expect(jobOf(chosen)?.subject).toEqual({ what: "pocket", of: { ...of, imposition } });
    expect(batchOf({ ...chosen, of: EACH })?.imposition).toEqual(imposition);
  });

  it("falls back to the usual scope where a print lacks the one remembered", () => {
    expect(scopeOf({ what: "proposal", scope: "group" }).key).toBe("one");
    expect(seriesOf({ what: "proposal", scope: "group" })).toBe("proposal");
  });
});

describe("a route", () => {
  it("names a record, a group's or person's schedule, or every one", () => {
    const proposal = choiceOf({ what: "proposal", of: "p1" });
    expect(proposal).toEqual({
      what: "proposal",
      scope: "one",
      of: keyOf({ what: "proposal", of: "p1" }),
    });
    expect(choiceOf({ what: "schedule", who: "group", of: "g1" })).toEqual({
      what: "schedule",
      scope: "group",
      of: keyOf({ what: "schedule", of: { who: "group", id: "g1" } }),
    });
    expect(choiceOf({ what: "schedule", who: "person", of: EACH })).toEqual({
      what: "schedule",
      scope: "person",
      of: EACH,
    });
  });

  it("names whose coaching log, and what cannot be named so is chosen by hand", () => {
    expect(choiceOf({ what: "coaching", who: "trainee", of: "p1" })).toEqual({
      what: "coaching",
      scope: "trainee",
      of: keyOf({ what: "coaching", of: { who: "trainee", id: "p1" } }),
    });
    expect(choiceOf({ what: "report", who: "group", of: "g1" }).of).toBe("");
    expect(choiceOf({ what: "report", who: "group", of: EACH })).toMatchObject({
      scope: "group",
      of: EACH,
    });
  });

  it("to a submission finds older ones too", () => {
    expect(choiceOf({ what: "submission", of: "s1" }).scope).toBe("every");
  });

  it("that makes no sense leads to everybody's schedule", () => {
    const usual = { what: "schedule", scope: "cohort", of: "" };
    expect(choiceOf(undefined)).toEqual(usual);
    expect(choiceOf({ what: "nonsense", of: "x" })).toEqual(usual);
    expect(choiceOf({ what: "schedule", of: "x" })).toEqual(usual);
    expect(choiceOf({ what: "schedule", who: "nobody", of: "x" })).toEqual(usual);
  });
});

it("tells every warning in a plain sentence", () => {
  expect(t(...warningText({ what: "picture", which: "a.jpg" }))).toContain("a.jpg");
  expect(t(...warningText({ what: "missing-glyph", which: "ꦲ" }))).toContain("ꦲ");
  expect(t(...warningText({ what: "without-consent", which: 2 }))).toContain("2 foto");
});
