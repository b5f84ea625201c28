// What is printed for a choice or a route, warnings in words, and previews that overtake another.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
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
import PrintScreen from "./PrintScreen.svelte";

const asked: { job: PrintJob; settle: (printed: Printed) => void; refuse: () => void }[] = [];
// Drawing is the engine's; here a print only has to be asked for.
vi.mock("./pages", () => ({ openPages: () => new Promise(() => undefined) }));
vi.mock("../../ipc/gen/bindings", () => ({
  commands: {
    proposalList: () =>
      Promise.resolve({
        status: "ok",
        data: [{ proposal: "pr1", title: "Loket terpadu", author_name: "Peserta 01" }],
      }),
    recordList: () => Promise.resolve({ status: "ok", data: { entries: [], total: 0 } }),
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

vi.stubGlobal("__TAURI_INTERNALS__", {});

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

describe("the print centre", () => {
  it("starts from the route and then follows the choices made by hand", async () => {
    asked.length = 0;
    render(PrintScreen, { route: { screen: "print", with: { what: "schedule" } } });
    await waitFor(() => expect(asked.at(-1)?.job.subject.what).toBe("schedule"));
    expect(asked.at(-1)?.job.landscape).toBe(true);
    const what = screen.getByLabelText(/^Yang dicetak/);
    await fireEvent.change(what, { target: { value: "proposal" } });
    // The only proposal there is needs no choosing, and stands upright.
    await waitFor(() => expect(asked.at(-1)?.job.subject).toEqual({ what: "proposal", of: "pr1" }));
    expect(asked.at(-1)?.job.landscape).toBe(false);
    await fireEvent.click(screen.getByRole("radio", { name: "F4" }));
    await waitFor(() => expect(asked.at(-1)?.job.sheet).toBe("f4"));
  });

  it("says a failure beside the preview and tries again", async () => {
    asked.length = 0;
    render(PrintScreen, { route: { screen: "print", with: { what: "review", of: "r1" } } });
    await waitFor(() => expect(asked).toHaveLength(1));
    asked[0]!.refuse();
    await fireEvent.click(await screen.findByRole("button", { name: "Coba lagi" }));
    await waitFor(() => expect(asked).toHaveLength(2));
  });
});
