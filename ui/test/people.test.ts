// People, groups and the roster import as somebody uses them, with a pretended shell.
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import PeopleScreen from "../src/features/people/PeopleScreen.svelte";
import { openExample, type Entry, type Kind, type Person, type Role } from "../src/ipc";
import { pretend, pretendCohort, refuse, stopPretending, type Call } from "../src/ipc/pretend";
import { sealAll } from "../src/shared/autosave.svelte";
import { here, restart, type Route } from "../src/shared/router.svelte";
import { dismiss, toasts, undoNewest } from "../src/shared/toasts.svelte";

const person = (name: string, role: Role, group: string | null): Person => ({
  name,
  role,
  nip: "",
  position: "",
  office: "",
  province: "",
  regency: "",
  group,
  gender: null,
  phone: "",
});
const preview = {
  file_name: "daftar.xlsx",
  sheet: "Peserta",
  header_row: 3,
  columns: [
    { column: "A", heading: "Nama", field: "name" },
    { column: "B", heading: "Unit", field: null },
  ],
  people: [{ ...person("Peserta 09 (Aceh)", "trainee", null), row: 4, group: "Kelompok 1" }],
  problems: [
    {
      gravity: "error",
      sheet: "Peserta",
      row: 4,
      column: "C",
      field: "nip",
      code: "nip-damaged",
      value: "1.97E+17",
      other_row: null,
    },
  ],
  ignored_rows: [{ row: 9, why: "total", text: "Jumlah 1" }],
  other_sheets: [],
  sheets: ["Peserta", "Lain"],
};

let records: Map<string, Entry["record"]>;
let calls: Call[];
let badFile: ReturnType<typeof refuse> | null;
const asked = (command: Call["command"]) => calls.filter((call) => call.command === command);

function entry(id: string): Entry {
  const record = records.get(id);
  if (!record) throw refuse("not-found");
  const made = { owner: id, author: id, author_name: "", created_at: 0, changed_at: 0 };
  const state = { removed: false, version: "v", draft: null, problems: [], may_edit: true };
  return { id, record, ...made, ...state };
}

beforeEach(async () => {
  badFile = null;
  records = new Map<string, Entry["record"]>([
    ["k", { kind: "person", value: person("Panitia 01", "coordinator", null) }],
    ["p1", { kind: "person", value: person("Peserta 01 (Papua)", "trainee", "g1") }],
    ["p2", { kind: "person", value: person("Peserta 02 (Aceh)", "trainee", "g1") }],
    ["g1", { kind: "group", value: { name: "Kelompok 1", position: 1, focus: "" } }],
    ["g2", { kind: "group", value: { name: "Kelompok 2", position: 2, focus: "" } }],
  ]);
  const summary = pretendCohort({ person: "k", name: "", role: "coordinator", group: null });
  const list = (kind: Kind) =>
    [...records].filter(([, record]) => record.kind === kind).map(([id]) => entry(id));
  calls = pretend({
    example_open: () => summary.opened,
    cohort_summary: () => summary,
    record_list: ({ request }) => ({ entries: list(request.kind), total: 0 }),
    record_get: ({ id }) => entry(id),
    record_history: () => [],
    record_draft: () => 1,
    record_save: ({ id, record }) => {
      records.set(id, record);
      return entry(id);
    },
    record_remove: ({ id }) => {
      const removed = entry(id);
      records.delete(id);
      return removed;
    },
    roster_preview: () => {
      if (badFile) throw badFile;
      return preview;
    },
    roster_import: () => ({ added: ["p9"], groups_made: 1, already_there: 2 }),
  });
  await openExample();
});
afterEach(() => {
  toasts().forEach((one) => dismiss(one.id));
  stopPretending();
});

function show(route: Omit<Route, "screen"> = {}) {
  restart("people");
  return render(PeopleScreen, { route: { screen: "people", ...route } });
}

describe("one person", () => {
  it("is edited beside the list without a save button", async () => {
    show({ id: "p1" });
    const office = await screen.findByLabelText<HTMLInputElement>(/Instansi/);
    await fireEvent.input(office, { target: { value: "Kankemenag" } });
    expect(await sealAll()).toBe(true);
    const saved = asked("record_save").at(-1)?.args.record as { value: Person };
    expect(saved.value).toEqual({
      ...person("Peserta 01 (Papua)", "trainee", "g1"),
      office: "Kankemenag",
    });
  });

  it("is removed with a note that can take it back", async () => {
    show({ id: "p1" });
    await fireEvent.click(await screen.findByRole("button", { name: "Hapus" }));
    await waitFor(() => expect(toasts().at(-1)?.text).toContain("Peserta 01 (Papua)"));
    expect(toasts().at(-1)?.undo).toBeTruthy();
    expect(here().id).toBeUndefined();
  });
});

describe("groups", () => {
  it("take several chosen people by dragging, and give them back", async () => {
    show({ with: { tab: "groups" } });
    const first = await screen.findByRole("region", { name: "Kelompok 1" });
    expect(first.textContent).toContain("2 peserta");
    await fireEvent.click(within(first).getByRole("checkbox", { name: "Peserta 01 (Papua)" }));
    await fireEvent.click(within(first).getByRole("checkbox", { name: "Peserta 02 (Aceh)" }));
    expect(screen.getByText("2 orang dipilih")).toBeTruthy();
    const target = screen.getByRole("region", { name: "Kelompok 2" });
    const data = { getData: () => "p1 p2", types: ["application/x-tilik-people"] };
    await fireEvent.drop(target, { dataTransfer: data });
    await waitFor(() => expect(target.textContent).toContain("2 peserta"));
    await waitFor(() => expect(toasts().at(-1)?.text).toBe("2 orang dipindahkan ke Kelompok 2"));
    expect(await undoNewest()).toBe(true);
    await waitFor(() => expect(first.textContent).toContain("2 peserta"));
  });

  it("are renamed in place", async () => {
    show({ with: { tab: "groups" } });
    const [name] = await screen.findAllByLabelText("Nama kelompok");
    await fireEvent.change(name as HTMLElement, { target: { value: "Kelompok Timur" } });
    await waitFor(() => expect(records.get("g1")?.value).toMatchObject({ name: "Kelompok Timur" }));
  });
});

describe("the roster import", () => {
  const file = new File(["x"], "daftar.xlsx");
  async function choose() {
    show({ with: { do: "import" } });
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    await fireEvent.change(input as HTMLInputElement, { target: { files: [file] } });
  }

  it("shows what was understood and stores nothing before it is told to", async () => {
    await choose();
    expect(await screen.findByText("1 orang ditemukan")).toBeTruthy();
    expect(screen.getByText("lembar Peserta · baris 4 · kolom C")).toBeTruthy();
    expect(screen.getByText(/1\.97E\+17/)).toBeTruthy();
    expect(asked("roster_import")).toEqual([]);
    await fireEvent.click(screen.getByRole("button", { name: /Masukkan 1 orang/ }));
    expect(await screen.findByRole("heading", { name: "1 orang dimasukkan" })).toBeTruthy();
    expect(screen.getByText(/2 orang sudah ada/)).toBeTruthy();
    expect(asked("roster_import")[0]?.args.people).toEqual(preview.people);
  });

  it("reads the file again when a column is said to hold something else", async () => {
    await choose();
    const column = await screen.findByLabelText("Isi kolom B");
    await fireEvent.change(column, { target: { value: "office" } });
    await waitFor(() => expect(asked("roster_preview").length).toBe(2));
    expect(asked("roster_preview")[1]?.args.mapping).toEqual({
      sheet: "Peserta",
      header_row: null,
      columns: [{ column: "B", field: "office" }],
    });
  });

  it("says beside the field why a file is no roster, and takes the next one", async () => {
    badFile = refuse("password-protected");
    await choose();
    expect((await screen.findByRole("alert")).textContent).toContain("kata sandi");
    badFile = null;
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    await fireEvent.change(input as HTMLInputElement, { target: { files: [file] } });
    expect(await screen.findByText("1 orang ditemukan")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
