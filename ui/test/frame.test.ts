// The frame with a shell of the test's own: doors, navigation, Ctrl+K, undo, acting as another.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "../src/app/App.svelte";
import { openExample, recordsChanged, type Entry, type Person, type Role } from "../src/ipc";
import { pretend, pretendCohort, refuse, stopPretending, type Call } from "../src/ipc/pretend";
import { setCohort } from "../src/shared/cohort.svelte";
import { here, restart } from "../src/shared/router.svelte";
import { dismiss, toast, toasts } from "../src/shared/toasts.svelte";
import { setLanguage } from "../src/shared/text.svelte";

const roles: Role[] = ["coordinator", "trainee", "instructor"];

function person(role: Role): Entry {
  const value: Person = {
    name: `Orang ${role}`,
    role,
    nip: "",
    position: "",
    office: "",
    province: "",
    regency: "",
    group: null,
    gender: null,
    phone: "",
  };
  return entry(role, { kind: "person", value });
}

function entry(id: string, record: Entry["record"]): Entry {
  const made = { owner: id, author: id, author_name: "", created_at: 0, changed_at: 0 };
  const state = { removed: false, version: "v", draft: null, problems: [], may_edit: true };
  return { id, record, ...made, ...state };
}

let actor: Role;
let calls: Call[];
let failNext: ReturnType<typeof refuse> | null;
const summary = () =>
  pretendCohort({ person: actor, name: `Orang ${actor}`, role: actor, group: null });
const asked = (command: Call["command"]) => calls.filter((call) => call.command === command);

beforeEach(() => {
  actor = "coordinator";
  failNext = null;
  calls = pretend({
    home_read: () => ({
      settings: { language: "id", theme: "system", sheet: "a4" },
      recent: [{ folder: "/tilik/lama", name: "PKA lama", opened_at: 0, is_there: false }],
      programmes: [summary().programme],
      version: "0.1.0",
    }),
    example_open: () => {
      if (failNext) throw failNext;
      return summary().opened;
    },
    cohort_summary: summary,
    actor_switch: ({ person }) => {
      actor = person as Role;
      return summary().opened;
    },
    record_list: ({ request }) => ({
      entries: request.kind === "person" ? roles.map(person) : [],
      total: 0,
    }),
    record_search: () => [
      {
        id: "s-1",
        kind: "site",
        title: "Mall Pelayanan Publik",
        snippet: "loket \u0001mall\u0002",
      },
    ],
    change_undo: () => person("trainee"),
    change_redo: () => null,
    today_read: () => ({
      day: "2018-03-20",
      days: ["2018-03-20"],
      now: null,
      zone: "wib",
      slots: [],
      release: null,
    }),
  });
  setCohort(null);
  restart("start");
});
afterEach(() => {
  toasts().forEach((one) => dismiss(one.id));
  stopPretending();
});

const press = (init: KeyboardEventInit) =>
  fireEvent.keyDown(document.activeElement ?? document.body, init);

describe("the doors", () => {
  it("open the example on a filled screen with the coordinator's navigation", async () => {
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "Buka contoh" }));
    expect((await screen.findByRole("navigation")).textContent).toContain("Peserta");
    await waitFor(() => expect(here()).toEqual({ screen: "today" }));
  });

  it("name each thing a new cohort still needs beside its field, and keep what was typed", async () => {
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "Buat angkatan baru" }));
    const name = await screen.findByLabelText<HTMLInputElement>("Nama angkatan");
    await fireEvent.input(name, { target: { value: "PKA Angkatan 1" } });
    await press({ key: "Enter", ctrlKey: true });
    expect(screen.getByText("Isi kota tempat menginap.")).toBeTruthy();
    expect(screen.queryByText("Isi nama angkatan.")).toBeNull();
    expect(name.value).toBe("PKA Angkatan 1");
    expect(asked("cohort_make")).toEqual([]);
  });

  it("say honestly that invitations are not there yet", async () => {
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "Saya punya undangan" }));
    expect(await screen.findByText("Undangan hadir pada versi berikutnya")).toBeTruthy();
  });

  it("do not open a recent cohort whose folder is gone", async () => {
    render(App);
    const recent = await screen.findByRole<HTMLButtonElement>("button", { name: /PKA lama/ });
    expect(recent.textContent).toContain("folder tidak ditemukan");
    expect(recent.disabled).toBe(true);
  });

  it("show a failure where it happened, with its place, and stay usable", async () => {
    failNext = refuse("read-only", { params: { path: "D:\\Tilik" } });
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "Buka contoh" }));
    const note = await screen.findByRole("alert");
    expect(note.textContent).toContain("Folder ini tidak boleh ditulisi");
    expect(note.textContent).toContain("D:\\Tilik");
    failNext = null;
    await fireEvent.click(screen.getByRole("button", { name: "Buka contoh" }));
    expect(await screen.findByRole("navigation")).toBeTruthy();
  });
});

describe("the frame", () => {
  beforeEach(async () => {
    await openExample();
    restart("settings");
  });

  it("marks the screen shown in the navigation", async () => {
    render(App);
    await fireEvent.click(screen.getByRole("button", { name: "Lokus" }));
    expect(await screen.findByRole("heading", { name: "Lokus" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Lokus" }).getAttribute("aria-current")).toBe("page");
  });

  it("counts anew after a change of what it counts, and not after a mark of attendance", async () => {
    render(App);
    await waitFor(() => expect(asked("conflict_list")).toHaveLength(1));
    await recordsChanged("attendance");
    await recordsChanged("visit");
    await waitFor(() => expect(asked("conflict_list")).toHaveLength(2));
  });

  it("finds a record with Ctrl+K, marks the words and goes there with Enter", async () => {
    render(App);
    await press({ key: "k", ctrlKey: true });
    const ask = await screen.findByRole("combobox", { name: "Cari atau lakukan" });
    await fireEvent.input(ask, { target: { value: "mall" } });
    const option = await screen.findByRole("option", { name: /Mall Pelayanan Publik/ });
    expect(option.querySelector("mark")?.textContent).toBe("mall");
    await fireEvent.keyDown(ask, { key: "Enter" });
    expect(here()).toEqual({ screen: "sites", id: "s-1", with: { kind: "site" } });
    expect(asked("record_search")[0]?.args.query).toBe("mall");
  });

  it("starts an observation with Ctrl+N from anywhere", async () => {
    render(App);
    await press({ key: "n", ctrlKey: true });
    expect(here()).toEqual({ screen: "observations", id: "new" });
  });

  it("acts as a trainee in the example, with a trainee's navigation", async () => {
    render(App);
    await press({ key: "k", ctrlKey: true });
    const ask = await screen.findByRole("combobox", { name: "Cari atau lakukan" });
    await fireEvent.input(ask, { target: { value: "sebagai orang trainee" } });
    await fireEvent.keyDown(ask, { key: "Enter" });
    expect(await screen.findByRole("button", { name: /Usulan saya/ })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Tinjauan" })).toBeNull();
  });

  it("takes the newest note back with Ctrl+Z first, then the last save, and says which", async () => {
    render(App);
    const taken = vi.fn();
    toast("Kunjungan dihapus", taken);
    await press({ key: "z", ctrlKey: true });
    expect(taken).toHaveBeenCalledOnce();
    expect(asked("change_undo")).toEqual([]);
    await press({ key: "z", ctrlKey: true });
    expect(
      await screen.findByText("Diurungkan: perubahan pada Orang “Orang trainee”"),
    ).toBeTruthy();
    await press({ key: "y", ctrlKey: true });
    expect(await screen.findByText("Tidak ada yang dapat diulangi")).toBeTruthy();
  });

  it("lists its keys with ?", async () => {
    render(App);
    await press({ key: "?", shiftKey: true });
    expect(await screen.findByRole("dialog", { name: "Pintasan papan ketik" })).toBeTruthy();
  });

  it("speaks the other language at once", async () => {
    render(App);
    setLanguage("en");
    expect(await screen.findByRole("button", { name: "Sites" })).toBeTruthy();
  });
});
