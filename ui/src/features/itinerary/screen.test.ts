// The itinerary worked by keyboard and button against a shell of the test's own.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { recordsChanged, refresh, type Conflict, type Visit } from "../../ipc";
import { pretendInHand } from "../../ipc/pretend";
import { momentOf } from "../../shared";
import { setCohort, type Role } from "../../shared/cohort.svelte";
import { toasts, undoNewest } from "../../shared/toasts.svelte";
import ItineraryScreen from "./ItineraryScreen.svelte";

const day = "2018-03-20";
const at = (hour: number, minute = 0) => momentOf(day, hour * 60 + minute, "wib");

const shell = vi.hoisted(() => ({
  visits: new Map<string, unknown>(),
  conflicts: [] as unknown[],
  judged: [] as { id: string; visit: { start: number } }[][],
  routes: [] as unknown[],
  open: [] as unknown[],
  prayers: { days: [], places: [] } as unknown,
  spots: [] as unknown[],
  spotsAsked: 0,
  edits: [] as { id: string | null; visit: unknown }[][],
  shifts: [] as { dry_run: boolean }[],
  sealed: [] as { start: number; end: number; groups: string[] }[],
  mayEdit: true,
}));

vi.mock("../../ipc/gen/bindings", () => {
  const ok = (data: unknown) => Promise.resolve({ status: "ok", data });
  const entry = (id: string, kind: string, value: unknown) => ({
    id,
    owner: "k",
    author: "k",
    author_name: "Panitia 01",
    created_at: 0,
    changed_at: 0,
    removed: false,
    version: "v",
    record: { kind, value },
    draft: null,
    problems: [],
    may_edit: shell.mayEdit,
  });
  const group = (id: string, position: number) =>
    entry(id, "group", { name: `Kelompok ${position}`, position, focus: "" });
  const hall = entry("hall", "site", {
    name: "Mall Pelayanan Publik",
    zone: "wib",
    hours: "Mo-Sa 08:00-14:00",
    capacity: 2,
  });
  const person = entry("p", "person", { name: "Peserta 01", role: "trainee", group: "g2" });
  const lists: Record<string, () => unknown[]> = {
    group: () => [group("g1", 1), group("g2", 2)],
    site: () => [hall],
    person: () => [person],
    visit: () => [...shell.visits].map(([id, value]) => entry(id, "visit", value)),
  };
  return {
    commands: {
      recordList: ({ kind }: { kind: string }) => ok({ entries: lists[kind]?.() ?? [], total: 0 }),
      itineraryJudge: (changed: []) => {
        shell.judged.push(changed);
        return ok({ conflicts: shell.conflicts, cost: {}, routes: shell.routes });
      },
      openList: () => ok(shell.open),
      prayerBands: () => ok(shell.prayers),
      spotList: () => {
        shell.spotsAsked += 1;
        return ok(shell.spots);
      },
      visitsChange: (edits: { id: string | null; visit: unknown }[]) => {
        shell.edits.push(edits);
        const touched = edits.map(({ id }, at) => id ?? `made${at}`);
        edits.forEach(({ visit }, at) => {
          if (visit) shell.visits.set(touched[at]!, visit);
          else shell.visits.delete(touched[at]!);
        });
        return ok(touched);
      },
      dayShift: (shift: { dry_run: boolean }) => {
        shell.shifts.push(shift);
        return ok({ moved: ["a"], pinned: [], shared: [], conflicts: [] });
      },
      releaseList: () => ok([]),
      releaseMake: (note: string) =>
        ok({
          id: "r1",
          author_name: "Panitia 01",
          at: 0,
          release: { number: 1, visits: [], note },
        }),
      recordSave: (id: string, record: { value: never }) => {
        shell.visits.set(id, record.value);
        shell.sealed.push(record.value);
        return ok(entry(id, "visit", record.value));
      },
      recordAdd: (record: { value: never }) => {
        shell.visits.set("new", record.value);
        return ok(entry("new", "visit", record.value));
      },
      recordRemove: (id: string) => {
        const value = shell.visits.get(id);
        shell.visits.delete(id);
        shell.conflicts = [{ gone: value }].slice(1);
        return ok(entry(id, "visit", value));
      },
      recordPutBack: (id: string) => ok(entry(id, "visit", visit())),
      recordDraft: () => ok(1),
    },
  };
});

function visit(more: Partial<Visit> = {}): Visit {
  return {
    what: "visit",
    title: "",
    site: "hall",
    groups: ["g1"],
    start: at(8),
    end: at(9),
    lead: null,
    transport: "",
    note: "",
    pinned: false,
    ...more,
  };
}

const closed: Conflict = {
  clash: "site-closed",
  severity: "block",
  key: "k",
  accepted: null,
  visits: ["a"],
  about: ["hall"],
  from: at(14),
  to: at(14, 30),
  planned: null,
  capacity: null,
  focus: null,
  better_start: at(8, 15),
  fix: null,
};

async function shown(role: Role = "coordinator") {
  const person = { id: role === "trainee" ? "p" : "k", name: "Orang", role, detail: "" };
  setCohort({ ...pretendInHand(person), start: day, end: "2018-03-21" });
  await refresh();
  render(ItineraryScreen, { route: { screen: "itinerary" } });
  return screen.findByRole("button", { name: /^Mall Pelayanan Publik/ });
}

beforeEach(() => {
  vi.stubGlobal("innerWidth", 1366);
  shell.visits = new Map([["a", visit()]]);
  shell.conflicts = [];
  shell.judged = [];
  shell.sealed = [];
  shell.mayEdit = true;
  shell.routes = [];
  shell.open = [];
  shell.prayers = { days: [], places: [] };
  shell.spots = [];
  shell.spotsAsked = 0;
  shell.edits = [];
  shell.shifts = [];
});

describe("a card", () => {
  it("is moved by Alt and arrows, sealed at once, judged, and taken back", async () => {
    const card = await shown();
    card.focus();
    await fireEvent.keyDown(card, { key: "ArrowDown", altKey: true });
    await waitFor(() => expect(shell.sealed.at(-1)?.start).toBe(at(8, 5)));
    await waitFor(() => expect(toasts().at(-1)?.text).toContain("08.05–09.05 WIB"));
    await waitFor(() => expect(shell.judged.length).toBeGreaterThan(1));
    await undoNewest();
    expect(shell.sealed.at(-1)?.start).toBe(at(8));
  });

  it("goes to the neighbouring group and keeps the focus", async () => {
    const card = await shown();
    card.focus();
    await fireEvent.keyDown(card, { key: "ArrowRight", altKey: true });
    await waitFor(() => expect(shell.sealed.at(-1)?.groups).toEqual(["g2"]));
    await waitFor(() => expect(document.activeElement?.getAttribute("data-group")).toBe("g2"));
  });

  it("is removed by Delete and put back by undo", async () => {
    const card = await shown();
    await fireEvent.keyDown(card, { key: "Delete" });
    await waitFor(() => expect(document.querySelector('[data-kind="visit"]')).toBeNull());
    await undoNewest();
    expect(await screen.findByRole("button", { name: /^Mall Pelayanan Publik/ })).toBeTruthy();
  });

  it("only reads for one who may not plan", async () => {
    shell.mayEdit = false;
    shell.visits = new Map([["a", visit({ groups: ["g2"] })]]);
    const card = await shown("trainee");
    await fireEvent.keyDown(card, { key: "ArrowDown", altKey: true });
    expect(shell.sealed).toEqual([]);
    expect(screen.queryByRole("button", { name: "Kunjungan baru" })).toBeNull();
    expect(screen.getByRole("radio", { name: "Kelompok saya" })).toBeTruthy();
  });
});

describe("a conflict", () => {
  it("stands beside the grid in a sentence and is mended by its button", async () => {
    shell.conflicts = [closed];
    await shown();
    expect(screen.getByText(/tutup pada sebagian waktu.*Sen–Sab 08.00–14.00/)).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", { name: "Geser ke 08.15" }));
    await waitFor(() => expect(shell.sealed.at(-1)?.start).toBe(at(8, 15)));
    expect(shell.sealed.at(-1)?.end).toBe(at(9, 15));
  });

  it("is counted on its day, and the day says whether it must be mended", async () => {
    const warning: Conflict = { ...closed, clash: "lead-missing", severity: "warn", key: "k2" };
    shell.conflicts = [warning, { ...warning, key: "k3", from: at(10), to: at(11) }];
    await shown();
    const today = () => document.querySelector(`[data-day="${day}"][role=radio]`)?.textContent;
    expect(today()).toMatch(/2\s*bentrok: Peringatan/);
    shell.conflicts = [closed, warning];
    await recordsChanged("site");
    await waitFor(() => expect(today()).toMatch(/2\s*bentrok: Harus diperbaiki/));
  });

  it("keeps a reason that is being typed when another comes before it", async () => {
    const warning: Conflict = { ...closed, clash: "lead-missing", severity: "warn", key: "k2" };
    shell.conflicts = [warning];
    await shown();
    await fireEvent.click(screen.getByRole("button", { name: "Terima…" }));
    await fireEvent.input(screen.getByLabelText("Alasan"), { target: { value: "Diwakili" } });
    shell.conflicts = [closed, warning];
    await recordsChanged("site");
    await screen.findByText(/tutup pada sebagian waktu/);
    expect(screen.getByLabelText<HTMLInputElement>("Alasan").value).toBe("Diwakili");
  });

  it("is read out on the card", async () => {
    shell.conflicts = [closed];
    const card = await shown();
    expect(card.getAttribute("aria-label")).toContain("bentrok: tutup");
    expect(card.getAttribute("data-conflict")).toBe("site-closed");
  });
});

it("makes a visit with N, opens its form, and seals a choice at once", async () => {
  const card = await shown();
  await fireEvent.keyDown(card, { key: "n" });
  const form = await waitFor(() => {
    const found = document.querySelector('[data-kind="visit-form"][data-id="new"]');
    expect(found).toBeTruthy();
    return found!;
  });
  const select = form.querySelector("select")!;
  await fireEvent.change(select, { target: { value: "meal" } });
  await waitFor(() => expect(shell.sealed.at(-1)).toMatchObject({ what: "meal", start: at(9) }));
});

it("is released under the next number with a word to everybody", async () => {
  await shown();
  await fireEvent.click(screen.getByRole("button", { name: "Terbitkan no. 1" }));
  const buttons = await screen.findAllByRole("button", { name: "Terbitkan no. 1" });
  await fireEvent.click(buttons.at(-1)!);
  expect(await screen.findByText("Berubah sejak no. 1")).toBeTruthy();
});

it("says what belongs there when nothing is planned, with the button that makes the first", async () => {
  shell.visits = new Map();
  void shown().catch(() => undefined);
  await fireEvent.click(await screen.findByRole("button", { name: "Buat kunjungan pertama" }));
  expect(await screen.findByText("Isi nama acara, atau pilih lokus.")).toBeTruthy();
});
