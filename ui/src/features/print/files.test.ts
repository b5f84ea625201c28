// Files for other programs: which job a choice is, and the screen from choosing to a saved file.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ExportJob, ExportSubject, SavedExport } from "../../ipc";
import { pretend, refuse, stopPretending, type Call } from "../../ipc/pretend";
import { clearExport, exportState } from "./exporting.svelte";
import { exportOf, fileOf, fileWhats, subjectOf, type FileChoice } from "./files";
import PrintCentre from "./PrintCentre.svelte";

// Drawing pages is the engine's.
vi.mock("./pages", () => ({ openPages: () => new Promise(() => undefined) }));

const choice: FileChoice = {
  what: "roster",
  scope: "cohort",
  of: "",
  format: null,
  language: "id",
  personal: false,
  draft: false,
  csv: { separator: "semicolon", bom: true },
};

describe("a choice", () => {
  it("is the most useful format until another is chosen that there is", () => {
    expect(exportOf(choice, ["xlsx", "csv"])?.format).toBe("xlsx");
    expect(exportOf({ ...choice, format: "csv" }, ["xlsx", "csv"])?.format).toBe("csv");
    expect(exportOf({ ...choice, format: "ics" }, ["xlsx", "csv"])?.format).toBe("xlsx");
    expect(exportOf(choice, [])).toBeNull();
  });

  it("holds numbers of people and the plan only where there are such", () => {
    const eager = { ...choice, personal: true, draft: true };
    const job = (what: FileChoice["what"]) => exportOf({ ...eager, what }, ["xlsx"]);
    expect(job("roster")).toMatchObject({ personal: true, draft: false });
    expect(job("schedule")).toMatchObject({ personal: false, draft: true });
    expect(job("scores")).toMatchObject({ personal: false, draft: false });
  });

  it("of one among several waits until one is chosen", () => {
    const one = { ...choice, what: "proposal" as const, scope: "one" as const };
    expect(subjectOf(one)).toBeNull();
    const of = JSON.stringify({ what: "proposal", of: "pr1" });
    expect(subjectOf({ ...one, of })).toEqual({
      what: "print",
      of: { what: "proposal", of: "pr1" },
    });
  });

  it("is read from the route, which may name anything", () => {
    expect(fileWhats.map((what) => fileOf({ file: what }))).toEqual(fileWhats);
    expect(fileOf({ file: "nothing" })).toBeNull();
    expect(fileOf(undefined)).toBeNull();
  });
});

describe("the screen", () => {
  let calls: Call[] = [];
  let answer: (saved: SavedExport | null) => void;
  let fail: () => void;

  beforeEach(() => {
    clearExport();
    calls = pretend({
      saved_list: () => [],
      habits_read: () => ({
        what: "",
        scope: "",
        sheet: null,
        language: null,
        files: "each",
        folder: "",
      }),
      batch_folder: () => "/dokumen/Tilik",
      print_preview: () => null,
      export_cancel: () => null,
      series_list: () => [],
      export_formats: (args) => {
        const { what } = args.subject as unknown as ExportSubject;
        return what === "print" ? ["pdf", "xlsx", "ics", "csv"] : ["xlsx", "csv", "json"];
      },
      export_look: () => [
        { name: "Peserta", columns: ["No", "Nama"], rows: [["1", "Peserta 01"]], total: 60 },
      ],
      export_save: () =>
        new Promise((settle, reject) => {
          answer = settle;
          fail = () => reject(refuse("disk-full"));
        }),
    });
  });
  afterEach(() => {
    cleanup();
    stopPretending();
  });

  const open = (file: string) =>
    render(PrintCentre, { route: { screen: "print", with: { file } } });
  const saved = () =>
    calls
      .filter((call) => call.command === "export_save")
      .map((call) => call.args.job as ExportJob);
  const press = async (name: string | RegExp) =>
    fireEvent.click(await screen.findByRole("button", { name }));

  it("shows how the table begins and saves what was chosen", async () => {
    open("roster");
    await screen.findByText("Peserta 01");
    expect(screen.getByText("1 baris pertama dari 60")).toBeTruthy();
    await fireEvent.click(screen.getByRole("radio", { name: /^CSV/ }));
    await fireEvent.click(screen.getByRole("checkbox", { name: /BOM/ }));
    await press("Simpan CSV…");
    expect(saved()).toMatchObject([
      { subject: { what: "roster" }, format: "csv", csv: { bom: false }, personal: false },
    ]);
    answer({ path: "/dokumen/daftar.csv", warnings: [{ what: "cut-cell", which: "A, B 2" }] });
    await screen.findByText("/dokumen/daftar.csv");
    expect(screen.getByText(/Isi sel A, B 2 terlalu panjang/)).toBeTruthy();
  });

  it("never offers paper, and forgets numbers of people with the next choice", async () => {
    open("roster");
    await fireEvent.click(await screen.findByRole("checkbox", { name: /NIP/ }));
    const what = screen.getByLabelText("Yang disimpan");
    await fireEvent.change(what, { target: { value: "schedule" } });
    await screen.findByRole("radio", { name: /^Kalender/ });
    expect(screen.queryByRole("radio", { name: /^PDF/ })).toBeNull();
    await fireEvent.change(what, { target: { value: "roster" } });
    const numbers = await screen.findByRole<HTMLInputElement>("checkbox", { name: /NIP/ });
    expect(numbers.checked).toBe(false);
  });

  it("says where it stands, gives up when asked to, and says a fault", async () => {
    open("sites");
    await press("Simpan Excel…");
    await press("Batal");
    await screen.findByText("Membatalkan…");
    expect(calls.some((call) => call.command === "export_cancel")).toBe(true);
    answer(null);
    await waitFor(() => expect(exportState().is).toBe("idle"));

    await press("Simpan Excel…");
    fail();
    await screen.findByText(/penuh/);
  });

  it("is reached from the prints and leaves the keyboard on the way back", async () => {
    open("roster");
    const files = await screen.findByRole("radio", { name: "Berkas lain" });
    expect(files.getAttribute("aria-checked")).toBe("true");
    await fireEvent.click(screen.getByRole("radio", { name: "Cetakan" }));
    await waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe("Cetakan"));
  });
});
