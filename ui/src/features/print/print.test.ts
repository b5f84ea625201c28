// The print centre at work: previews that overtake another, choices by hand and by route, batches
// with progress, end and faults.
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type {
  Batch,
  BatchOutcome,
  BatchStep,
  Failure,
  PrintHabits,
  PrintJob,
  Printed,
  SavedPrint,
  SeriesItem,
} from "../../ipc";
import { pretend, refuse, stopPretending, type Call } from "../../ipc/pretend";
import { batchState, clearBatch } from "./batch.svelte";
import { clearExport } from "./exporting.svelte";
import { Preview } from "./preview.svelte";
import PrintCentre from "./PrintCentre.svelte";

// Drawing is the engine's; here a print only has to be asked for.
vi.mock("./pages", () => ({ openPages: () => new Promise(() => undefined) }));

interface Asked {
  job: PrintJob;
  settle: (printed: Printed | null) => void;
  refuse: () => void;
}
interface Run {
  batch: Batch;
  folder: string;
  tell: (step: BatchStep) => void;
  finish: (outcome: Partial<BatchOutcome<Failure>>) => void;
}
let asked: Asked[] = [];
let runs: Run[] = [];
let calls: Call[] = [];
let saved: SavedPrint[] = [];
let habits: PrintHabits;

const groups: SeriesItem[] = [1, 2, 3].map((number) => ({
  subject: { what: "schedule", of: { who: "group", id: `g${number}` } },
  name: `Kelompok ${number}`,
  detail: "",
}));
const proposal: SeriesItem = {
  subject: { what: "proposal", of: "pr1" },
  name: "Loket terpadu",
  detail: "Peserta 01",
};
const whole: BatchOutcome<Failure> = {
  folder: "/cetak",
  files: ["a.pdf", "b.pdf", "c.pdf"],
  printed: 3,
  pages: 9,
  warned: [],
  failed: [],
  left: 0,
  stopped: null,
};

beforeEach(() => {
  asked = [];
  runs = [];
  saved = [];
  habits = { what: "", scope: "", sheet: null, language: null, files: "each", folder: "" };
  calls = pretend({
    habits_read: () => habits,
    habits_keep: () => null,
    batch_folder: () => "/dokumen/Tilik",
    batch_cancel: () => null,
    saved_list: () => saved,
    saved_show: () => null,
    export_save: () => ({ path: "/dokumen/jadwal.docx", warnings: [] }),
    series_list: (args) =>
      "series" in args && args.series === "group-schedule" ? groups : [proposal],
    print_preview: (args) =>
      new Promise((settle, reject) => {
        const { job } = args as unknown as { job: PrintJob };
        asked.push({ job, settle, refuse: () => reject(refuse("not-found")) });
      }),
    batch_run: (args) =>
      new Promise((settle) => {
        const { batch, folder, progress } = args as unknown as {
          batch: Batch;
          folder: string;
          progress: { onmessage: (step: BatchStep) => void };
        };
        const finish = (more: Partial<BatchOutcome<Failure>>) => settle({ ...whole, ...more });
        runs.push({ batch, folder, tell: (step) => progress.onmessage(step), finish });
      }),
  });
});
afterEach(() => {
  cleanup();
  stopPretending();
});

const open = (route: Record<string, string>) =>
  render(PrintCentre, { route: { screen: "print", with: route } });
const sent = (command: string) => calls.filter((call) => call.command === command);

describe("a preview", () => {
  const printed = (name: string): Printed => ({ pdf: "", pages: 1, file_name: name, warnings: [] });
  const jobs = ["a", "b"].map((of): PrintJob => ({
    subject: { what: "proposal", of },
    sheet: "a4",
    landscape: false,
    language: "id",
  }));

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pause = () => vi.advanceTimersByTimeAsync(300);

  it("waits for a pause, so that only the last of quick choices is asked for", async () => {
    const preview = new Preview();
    preview.want(jobs[0]!);
    preview.want(jobs[1]!);
    expect(preview.busy).toBe(true);
    await pause();
    expect(asked.map((one) => one.job)).toEqual([jobs[1]]);
  });

  it("is overtaken by the next choice, whatever answer comes first", async () => {
    const preview = new Preview();
    preview.want(jobs[0]!);
    await pause();
    preview.want(jobs[1]!);
    await pause();
    asked[1]!.settle(printed("b"));
    await pause();
    // The shell gives up what nobody waits for.
    asked[0]!.settle(null);
    await pause();
    expect(preview.shown?.printed.file_name).toBe("b");
    expect(preview.busy).toBe(false);
  });

  it("keeps what was shown while the next is made, and when it fails or is cancelled", async () => {
    const preview = new Preview();
    preview.want(jobs[0]!);
    await pause();
    asked[0]!.settle(printed("a"));
    await pause();
    preview.want(jobs[1]!);
    await pause();
    expect(preview.shown?.printed.file_name).toBe("a");
    asked[1]!.refuse();
    await pause();
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
    open({ what: "schedule" });
    await waitFor(() => expect(asked.at(-1)?.job.subject.what).toBe("schedule"));
    expect(asked.at(-1)?.job.landscape).toBe(true);
    const what = screen.getByLabelText(/^Yang dicetak/);
    await fireEvent.change(what, { target: { value: "proposal" } });
    // The only proposal there is needs no choosing, and stands upright.
    await waitFor(() => expect(asked.at(-1)?.job.subject).toEqual(proposal.subject));
    expect(asked.at(-1)?.job.landscape).toBe(false);
    await fireEvent.click(screen.getByRole("radio", { name: "F4" }));
    await waitFor(() => expect(asked.at(-1)?.job.sheet).toBe("f4"));
  });

  it("begins as one printed last when no route says otherwise", async () => {
    habits = { ...habits, what: "proposal", scope: "one", sheet: "f4", language: "en" };
    render(PrintCentre, { route: { screen: "print" } });
    await waitFor(() => expect(asked.at(-1)?.job.subject).toEqual(proposal.subject));
    expect(asked.at(-1)?.job).toMatchObject({ sheet: "f4", language: "en", landscape: false });
  });

  it("says a failure beside the preview and tries again", async () => {
    open({ what: "review", of: "r1" });
    await waitFor(() => expect(asked).toHaveLength(1));
    asked[0]!.refuse();
    await fireEvent.click(await screen.findByRole("button", { name: "Coba lagi" }));
    await waitFor(() => expect(asked).toHaveLength(2));
  });

  it("lists what is not as wanted beside the pages, in words", async () => {
    open({ what: "schedule" });
    await waitFor(() => expect(asked).toHaveLength(1));
    const warnings: Printed["warnings"] = [{ what: "without-consent", which: 2 }];
    asked[0]!.settle({ pdf: "", pages: 1, file_name: "a.pdf", warnings });
    await screen.findByText(/2 foto tidak dicetak/);
  });
});

describe("a Word file", () => {
  afterEach(clearExport);

  it("is the print in hand, on its paper and lying as it does", async () => {
    open({ what: "schedule" });
    const button = await screen.findByRole("button", { name: "Simpan Word…" });
    await waitFor(() => expect(button).toHaveProperty("disabled", false));
    await fireEvent.click(button);
    await screen.findByText("/dokumen/jadwal.docx");
    expect(sent("export_save")[0]?.args.job).toMatchObject({
      subject: { what: "print", of: { what: "schedule" } },
      format: "docx",
      sheet: "a4",
      landscape: true,
    });
  });

  it("is not offered for what is folded", async () => {
    open({ what: "pocket" });
    await screen.findByRole("button", { name: "Simpan PDF…" });
    expect(screen.queryByRole("button", { name: "Simpan Word…" })).toBeNull();
  });
});

describe("a batch", () => {
  // A batch outlives its screen, so each test sees to its end.
  afterEach(async () => {
    runs.forEach((run) => run.finish({}));
    await vi.waitFor(() => expect(batchState().is).not.toBe("running"));
    clearBatch();
  });

  const panelOf = (state: string) =>
    waitFor(() => {
      const panel = document.querySelector<HTMLElement>(
        `[data-kind='batch'][data-state='${state}']`,
      );
      return panel ?? Promise.reject(new Error(state));
    });

  async function begin(): Promise<Run> {
    open({ what: "schedule", who: "group", of: "each" });
    const button = await screen.findByRole("button", { name: "Simpan 3 berkas" });
    await waitFor(() => expect(button).toHaveProperty("disabled", false));
    await fireEvent.click(button);
    await waitFor(() => expect(runs).toHaveLength(1));
    return runs[0]!;
  }

  it("shows the first as a sample, and the others on demand", async () => {
    open({ what: "schedule", who: "group", of: "each" });
    await screen.findByText("Contoh 1 dari 3:");
    await waitFor(() => expect(asked.at(-1)?.job.subject).toEqual(groups[0]!.subject));
    await fireEvent.click(screen.getByRole("button", { name: "Contoh berikutnya" }));
    await waitFor(() => expect(asked.at(-1)?.job.subject).toEqual(groups[1]!.subject));
  });

  it("says where it stands, then what was made and where", async () => {
    const run = await begin();
    expect(run.batch).toMatchObject({ series: "group-schedule", files: "each" });
    expect(run.folder).toBe("/dokumen/Tilik");
    run.tell({ number: 2, of: 3, name: "Kelompok 2" });
    await screen.findByText("Cetakan 2 dari 3");
    const panel = document.querySelector("[data-kind='batch']")!;
    expect(panel.textContent).toContain("Kelompok 2");
    expect(panel.querySelector("progress")?.value).toBeCloseTo(1 / 3);
    run.finish({});
    await screen.findByText(/3 cetakan tersimpan dalam 3 berkas/);
    expect(sent("habits_keep")[0]?.args.habits).toMatchObject({
      what: "schedule",
      scope: "group",
      folder: "/dokumen/Tilik",
    });
  });

  it("ends when asked to, and says what is left", async () => {
    const run = await begin();
    run.tell({ number: 1, of: 3, name: "Kelompok 1" });
    await screen.findByText("Cetakan 1 dari 3");
    const panel = document.querySelector<HTMLElement>("[data-kind='batch']")!;
    await fireEvent.click(within(panel).getByRole("button", { name: "Batal" }));
    await screen.findByText(/Menghentikan/);
    expect(sent("batch_cancel")).toHaveLength(1);
    run.finish({ files: ["a.pdf"], printed: 1, left: 2 });
    await screen.findByText(/2 belum dicetak/);
    await screen.findByText("Dihentikan");
  });

  it("that made nothing says so", async () => {
    const run = await begin();
    run.finish({ files: [], printed: 0, left: 3 });
    await screen.findByText(/Tidak ada yang tersimpan/);
    expect(screen.queryByText(/0 cetakan/)).toBeNull();
  });

  it("opens its own folder, whatever was saved after it", async () => {
    const one = (path: string): SavedPrint => ({ path, at: 1_521_600_000, files: null });
    saved = [one("/lain/usulan.pdf"), one("/cetak")];
    const run = await begin();
    run.finish({});
    await fireEvent.click(
      within(await panelOf("done")).getByRole("button", { name: "Buka folder" }),
    );
    expect(sent("saved_show")[0]?.args.path).toBe("/cetak");
  });

  it("names each print that failed, and why; the others are there", async () => {
    const run = await begin();
    run.finish({
      files: ["a.pdf", "c.pdf"],
      printed: 2,
      failed: [{ name: "Kelompok 2", why: refuse("not-found") }],
      warned: [{ name: "Kelompok 3", warnings: [{ what: "picture", which: "x.jpg" }] }],
    });
    await screen.findByText("Tidak dapat dicetak (1)");
    const failed = document.querySelector("[data-kind='batch-failed']")!;
    expect(failed.textContent).toContain("Kelompok 2");
    expect(document.querySelector("[data-kind='batch-warned']")!.textContent).toContain("x.jpg");
  });

  it("goes on while another screen is shown, and is found again", async () => {
    const run = await begin();
    cleanup();
    run.tell({ number: 3, of: 3, name: "Kelompok 3" });
    open({ what: "schedule" });
    await screen.findByText("Cetakan 3 dari 3");
    run.finish({ stopped: refuse("disk-full"), printed: 2, left: 1 });
    await screen.findByText(/1 belum dicetak/);
    expect(document.querySelector("[data-kind='batch'] [role='alert']")).not.toBeNull();
  });
});
