// What is printed for a choice or a route, warnings in words, and previews that overtake another.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PrintJob, Printed } from "../../ipc";
import { t } from "../../shared";
import {
  choiceOf,
  jobOf,
  pageInView,
  stepPage,
  usualLandscape,
  warningText,
  type Choice,
} from "./choices";
import { Preview } from "./preview.svelte";

const asked: { job: PrintJob; settle: (printed: Printed) => void; refuse: () => void }[] = [];
vi.mock("../../ipc/gen/bindings", () => ({
  commands: {
    printPreview: (job: PrintJob) =>
      new Promise((answer) =>
        asked.push({
          job,
          settle: (data) => answer({ status: "ok", data }),
          refuse: () =>
            answer({ status: "error", error: { code: "not-found", params: {}, detail: "" } }),
        }),
      ),
  },
}));

const choice = (more: Partial<Choice>): Choice => ({
  what: "schedule",
  of: "cohort",
  sheet: "f4",
  landscape: true,
  language: "id",
  ...more,
});

describe("a choice", () => {
  it("becomes a job for everybody, one group or one person", () => {
    expect(jobOf(choice({}))?.subject).toEqual({ what: "schedule", of: { who: "cohort" } });
    expect(jobOf(choice({ of: "group:g:1" }))?.subject).toEqual({
      what: "schedule",
      of: { who: "group", id: "g:1" },
    });
    expect(jobOf(choice({ of: "person:p" }))?.subject).toEqual({
      what: "schedule",
      of: { who: "person", id: "p" },
    });
  });

  it("keeps paper, orientation and language", () => {
    const { sheet, landscape, language } = jobOf(choice({ what: "review", of: "r" }))!;
    expect([sheet, landscape, language]).toEqual(["f4", true, "id"]);
  });

  it("is no job while something is missing or makes no sense", () => {
    expect(jobOf(choice({ what: "proposal", of: "" }))).toBeNull();
    expect(jobOf(choice({ of: "group:" }))).toBeNull();
    expect(jobOf(choice({ of: "elsewhere" }))).toBeNull();
  });

  it("lies across for schedules only", () => {
    expect([usualLandscape("schedule"), usualLandscape("proposal")]).toEqual([true, false]);
  });
});

describe("a route", () => {
  it("names a record, or a group's or person's schedule", () => {
    expect(choiceOf({ what: "proposal", of: "p1" })).toEqual({ what: "proposal", of: "p1" });
    expect(choiceOf({ what: "schedule", who: "group", of: "g1" }).of).toBe("group:g1");
    expect(choiceOf({ what: "schedule" }).of).toBe("cohort");
  });

  it("falls back to everybody's schedule", () => {
    expect(choiceOf(undefined)).toEqual({ what: "schedule", of: "cohort" });
    expect(choiceOf({ what: "nonsense", of: "x" })).toEqual({ what: "schedule", of: "cohort" });
  });
});

describe("pages", () => {
  it("are stepped through within the document", () => {
    expect([stepPage(1, -1, 3), stepPage(1, 1, 3), stepPage(3, 1, 3)]).toEqual([1, 2, 3]);
    expect(stepPage(1, 1, 0)).toBe(1);
  });

  it("count as in view when they reach the middle", () => {
    const tops = [16, 616, 1216];
    expect(pageInView(tops, 0, 500)).toBe(1);
    expect(pageInView(tops, 400, 500)).toBe(2);
    expect(pageInView(tops, 5000, 500)).toBe(3);
    expect(pageInView([], 0, 500)).toBe(1);
  });
});

it("tells every warning in a plain sentence", () => {
  expect(t(...warningText({ what: "picture", which: "a.jpg" }))).toContain("a.jpg");
  expect(t(...warningText({ what: "missing-glyph", which: "ꦲ" }))).toContain("ꦲ");
  expect(t(...warningText({ what: "without-consent", which: 2 }))).toContain("2 foto");
});

describe("a preview", () => {
  const printed = (name: string): Printed => ({
    pdf: "",
    pages: 1,
    file_name: name,
    warnings: [],
  });
  const jobs = ["a", "b"].map((of) => jobOf(choice({ what: "proposal", of }))!);
  const settled = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
  });
  afterEach(() => vi.useRealTimers());

  it("waits for a pause, so that only the last of quick choices is asked for", async () => {
    const preview = new Preview();
    preview.want(jobs[0]!);
    preview.want(jobs[1]!);
    expect(preview.busy).toBe(true);
    await vi.advanceTimersByTimeAsync(300);
    expect(asked.map((one) => one.job)).toEqual([jobs[1]]);
  });

  it("is overtaken by the next choice, whatever answer comes first", async () => {
    const preview = new Preview();
    preview.want(jobs[0]!);
    await vi.advanceTimersByTimeAsync(300);
    preview.want(jobs[1]!);
    await vi.advanceTimersByTimeAsync(300);
    asked[1]!.settle(printed("b"));
    await settled();
    asked[0]!.settle(printed("a"));
    await settled();
    expect(preview.shown?.printed.file_name).toBe("b");
    expect(preview.busy).toBe(false);
  });

  it("keeps what was shown while the next is made, and when it fails or is cancelled", async () => {
    const preview = new Preview();
    preview.want(jobs[0]!);
    await vi.advanceTimersByTimeAsync(300);
    asked[0]!.settle(printed("a"));
    await settled();
    preview.want(jobs[1]!);
    await vi.advanceTimersByTimeAsync(300);
    expect(preview.shown?.printed.file_name).toBe("a");
    asked[1]!.refuse();
    await settled();
    expect(preview.failure).not.toBeNull();
    expect(preview.shown?.printed.file_name).toBe("a");
    preview.want(jobs[1]!);
    preview.cancel();
    await vi.advanceTimersByTimeAsync(1000);
    expect([preview.busy, asked.length, preview.failure]).toEqual([false, 2, null]);
  });
});
