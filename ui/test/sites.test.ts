// One site as somebody edits it, and its history, with a pretended shell.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it } from "vitest";
import SitesScreen from "../src/features/sites/SitesScreen.svelte";
import { openExample, type Entry, type Site } from "../src/ipc";
import { pretend, pretendCohort, stopPretending, type Call } from "../src/ipc/pretend";
import { sealAll } from "../src/shared/autosave.svelte";
import { here, restart } from "../src/shared/router.svelte";
import { dismiss, toasts } from "../src/shared/toasts.svelte";

const hall: Site = {
  name: "Mall Pelayanan Publik",
  address: "",
  coordinates: null,
  zone: "wib",
  hours: "Mo-Fr 08:00-15:00",
  hours_verified: false,
  capacity: 1,
  capacity_people: null,
  groups_a_day: null,
  visit_minutes: null,
  ramadan_hours: "",
  contacts: [],
  foci: ["antrean"],
  note: "",
};
let site: Site;
let mayEdit: boolean;
let calls: Call[];
const asked = (command: Call["command"]) => calls.filter((call) => call.command === command);
const saved = () => (asked("record_save").at(-1)?.args.record as { value: Site }).value;

function entry(version: string | null = "v2"): Entry {
  const made = { owner: "s", author: "k", author_name: "", created_at: 0, changed_at: 0 };
  const state = { removed: false, version, draft: null, problems: [], may_edit: mayEdit };
  return { id: "s", record: { kind: "site", value: site }, ...made, ...state };
}

beforeEach(async () => {
  site = { ...hall };
  mayEdit = true;
  // Wide enough for the panel at the side.
  Object.defineProperty(window, "innerWidth", { value: 1366, configurable: true });
  const summary = pretendCohort({ person: "k", name: "", role: "coordinator", group: null });
  const line = { author_name: "Panitia 01", at: 1_521_500_000, removed: false };
  calls = pretend({
    example_open: () => summary.opened,
    cohort_summary: () => summary,
    record_list: ({ request }) => ({
      entries: request.kind === "site" ? [entry()] : [],
      total: 0,
    }),
    record_get: () => entry(),
    record_create: ({ record }) => {
      site = record.value as Site;
      return entry(null);
    },
    record_draft: () => 1,
    record_save: ({ record }) => {
      site = record.value as Site;
      return entry();
    },
    record_history: () => [
      { ...line, number: 2, version: "v2" },
      { ...line, number: 1, version: "v1" },
    ],
    record_at: ({ version }) => ({
      kind: "site",
      value: version === "v1" ? { ...hall, name: "Mal" } : hall,
    }),
    record_revert: () => {
      site = { ...hall, name: "Mal" };
      return entry();
    },
  });
  await openExample();
  restart("sites");
});
afterEach(() => {
  toasts().forEach((one) => dismiss(one.id));
  stopPretending();
});

const show = (id?: string) => render(SitesScreen, { route: { screen: "sites", id } });

it("lists sites with their hours as people say them, marked while nobody confirmed them", async () => {
  show();
  const row = await screen.findByRole("row", { name: /Mall Pelayanan Publik/ });
  expect(row.textContent).toContain("Sen–Jum 08.00–15.00");
  expect(row.textContent).toContain("belum pasti");
  await fireEvent.click(row);
  expect(here()).toEqual({ screen: "sites", id: "s" });
});

it("keeps what is typed: days, coordinates pasted as a pair, one focus a line", async () => {
  show("s");
  await fireEvent.click(await screen.findByLabelText("Sab"));
  const place = screen.getByLabelText(/Koordinat/);
  await fireEvent.input(place, { target: { value: "8,2186 LS 114,3691 BT" } });
  const foci = screen.getByLabelText(/Yang dilihat/);
  await fireEvent.input(foci, { target: { value: "antrean\n pengaduan \n" } });
  await sealAll();
  expect(saved()).toMatchObject({
    hours: "Mo-Sa 08:00-15:00",
    coordinates: { latitude: -8.2186, longitude: 114.3691, approximate: true },
    foci: ["antrean", "pengaduan"],
  });
});

it("keeps the last good capacity while a wrong one is typed, and says so", async () => {
  show("s");
  const capacity = await screen.findByLabelText(/Daya tampung/);
  await fireEvent.input(capacity, { target: { value: "banyak" } });
  expect(await screen.findByText("Tulis bilangan bulat, misalnya 2.")).toBeTruthy();
  await fireEvent.input(capacity, { target: { value: "3" } });
  await sealAll();
  expect(saved().capacity).toBe(3);
});

it("shows what an older version said and brings it back", async () => {
  show("s");
  await fireEvent.click(await screen.findByRole("button", { name: /Versi 1/ }));
  expect((await screen.findByText("Mal")).tagName).toBe("INS");
  await fireEvent.click(screen.getByRole("button", { name: "Kembalikan versi ini" }));
  await waitFor(() => expect(asked("record_revert")[0]?.args.version).toBe("v1"));
  expect(await screen.findByRole("heading", { name: "Mal" })).toBeTruthy();
});

it("is only read by those who may not change it", async () => {
  mayEdit = false;
  show("s");
  expect((await screen.findByLabelText<HTMLInputElement>("Nama")).disabled).toBe(true);
  await fireEvent.click(screen.getByRole("button", { name: /Versi 1/ }));
  await screen.findByText("Mal");
  expect(screen.queryByRole("button", { name: "Kembalikan versi ini" })).toBeNull();
});

it("makes a new site in the cohort's zone and goes to it", async () => {
  restart("sites");
  show("new");
  await waitFor(() => expect(here()).toEqual({ screen: "sites", id: "s" }));
  expect((asked("record_create")[0]?.args.record as { value: Site }).value.zone).toBe("wib");
});
