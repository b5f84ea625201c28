// Proposing a schedule and letting warnings stand, against a shell of the test's own.
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  refresh,
  type Cohort,
  type Conflict,
  type ProposedPlan,
  type UnmetWish,
  type Visit,
} from "../../ipc";
import { pretend, pretendCohort, pretendInHand, type Call } from "../../ipc/pretend";
import { momentOf } from "../../shared";
import { setCohort } from "../../shared/cohort.svelte";
import { undoNewest } from "../../shared/toasts.svelte";
import ItineraryScreen from "./ItineraryScreen.svelte";
import { relaxSentence, unmetSentence } from "./propose-words";
import ProposeScreen from "./ProposeScreen.svelte";
import { bestOf, figuresOf, slotsAfter } from "./proposing.svelte";

const at = (hour: number, minute = 0) => momentOf("2018-03-20", hour * 60 + minute, "wib");

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

const noLead: Conflict = {
  clash: "lead-missing",
  severity: "warn",
  key: "k1",
  accepted: null,
  visits: ["a"],
  about: [],
  from: at(8),
  to: at(9),
  planned: null,
  capacity: null,
  focus: null,
  better_start: null,
  fix: null,
};

const few: UnmetWish = {
  wish: "visits-few",
  group: "g1",
  day: null,
  site: null,
  focus: null,
  lacking: 1,
  relax: "day-too-long",
  relax_by: 30,
};

function plan(more: Partial<ProposedPlan> = {}): ProposedPlan {
  const cost = {
    travel: 90,
    away: 300,
    worst_travel: 50,
    least_travel: 40,
    slack: 60,
    unknown_rides: 0,
  };
  return {
    wish: "balanced",
    changes: [
      { visit: "a", known_as: "a", after: visit({ start: at(10), end: at(11) }) },
      { visit: null, known_as: "s1", after: visit({ start: at(13), end: at(14) }) },
    ],
    removed: ["b"],
    cost,
    routes: [],
    conflicts: [],
    unmet: [few],
    ...more,
  };
}

const shell = {
  visits: new Map<string, Visit>(),
  conflicts: [] as Conflict[],
  plans: [] as ProposedPlan[],
  search: null as ((plans: ProposedPlan[]) => void) | null,
  /** The cohort as it is sealed in the shell. */
  cohort: null as unknown as Cohort,
  judging: null as Promise<void> | null,
};
let calls: Call[];
const asked = (command: string) => calls.filter((call) => call.command === command);

function entry(id: string, kind: string, value: unknown) {
  return {
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
    may_edit: true,
  };
}

beforeEach(async () => {
  vi.stubGlobal("innerWidth", 1366);
  shell.visits = new Map([
    ["a", visit()],
    ["b", visit({ start: at(15), end: at(16) })],
    ["c", visit({ start: at(11, 30), end: at(12), pinned: true })],
  ]);
  shell.conflicts = [];
  shell.plans = [plan(), plan({ wish: "travel", unmet: [] })];
  shell.search = null;
  const lists: Record<string, () => unknown[]> = {
    group: () => [entry("g1", "group", { name: "Kelompok 1", position: 1, focus: "" })],
    site: () => [entry("hall", "site", { name: "Mal", zone: "wib", hours: "", foci: ["Arsip"] })],
    person: () => [entry("k", "person", { name: "Panitia 01", role: "coordinator", group: null })],
    visit: () => [...shell.visits].map(([id, value]) => entry(id, "visit", value)),
  };
  shell.cohort = pretendCohort({
    person: "k",
    name: "K",
    role: "coordinator",
    group: null,
  }).cohort;
  shell.judging = null;
  calls = pretend({
    record_list: ({ request }) => ({ entries: lists[request.kind]?.() ?? [], total: 0 }),
    record_get: ({ id }) => entry(id, "cohort", shell.cohort),
    record_save: ({ id }) => entry(id, "cohort", shell.cohort),
    conflict_list: () => shell.conflicts,
    itinerary_judge: async () => {
      await shell.judging;
      return { conflicts: shell.conflicts, cost: plan().cost, routes: [] };
    },
    open_list: () => [],
    prayer_bands: () => ({ days: [], places: [] }),
    plan_propose: () =>
      shell.search === null
        ? shell.plans
        : new Promise((resolve) => (shell.search = resolve as never)),
    plan_cancel: () => {
      shell.search?.(shell.plans.slice(0, 1));
      return null;
    },
    plan_apply: () => ["a", "new", "b"],
    visits_change: () => [],
    warning_accept: () => {
      const accepted = { reason: "Diwakili narahubung", by: "k", at: 0 };
      shell.conflicts = [{ ...noLead, accepted }];
      return null;
    },
    warning_withdraw: () => {
      shell.conflicts = [noLead];
      return null;
    },
  });
  const person = { id: "k", name: "Panitia 01", role: "coordinator" as const, detail: "" };
  setCohort({ ...pretendInHand(person), start: "2018-03-20", end: "2018-03-20" });
  await refresh();
});

async function found() {
  render(ProposeScreen);
  await fireEvent.click(await screen.findByRole("button", { name: "Cari usulan" }));
  return screen.findByRole("table", { name: "Pilihan usulan" });
}

describe("a proposal", () => {
  it("is compared, previewed, and only then applied in one step that can be taken back", async () => {
    const table = await found();
    expect(within(table).getAllByRole("radio")).toHaveLength(2);
    const fates = [...document.querySelectorAll<HTMLElement>("[data-kind=proposed]")];
    const byId = Object.fromEntries(fates.map((one) => [one.dataset.id, one.dataset.fate]));
    expect(byId).toEqual({ a: "moved", s1: "new", c: "stays" });
    expect(asked("plan_apply")).toEqual([]);
    await fireEvent.click(screen.getByRole("button", { name: "Pakai usulan ini" }));
    await waitFor(() => expect(asked("plan_apply")[0]?.args).toMatchObject({ removed: ["b"] }));
    await waitFor(async () => expect(await undoNewest()).toBe(true));
    expect(asked("visits_change")[0]?.args.edits).toEqual([
      { id: "a", visit: shell.visits.get("a") },
      { id: "new", visit: null },
      { id: "b", visit: shell.visits.get("b") },
    ]);
  });

  it("shows the alternative that is chosen, with what it cannot give and what would help", async () => {
    await found();
    expect(screen.getByText("Kelompok 1 kurang 1 kunjungan.")).toBeTruthy();
    expect(screen.getByText("Terpenuhi bila hari boleh 30 menit lebih panjang.")).toBeTruthy();
    await fireEvent.click(screen.getByRole("radio", { name: "Hemat jalan" }));
    await waitFor(() => expect(document.querySelector("[data-kind=unmet]")).toBeNull());
  });

  it("stays where one looks in the day when another alternative is chosen", async () => {
    const later = visit({ start: at(16), end: at(17) });
    const change = { visit: "a", known_as: "a", after: later };
    shell.plans = [plan(), plan({ wish: "travel", changes: [change] })];
    await found();
    const view = screen.getByRole("region", { name: /^Pratinjau/ });
    view.scrollTop = 333;
    await fireEvent.click(screen.getByRole("radio", { name: "Hemat jalan" }));
    await waitFor(() => expect(document.querySelector("[data-id=s1]")).toBeNull());
    expect(view.scrollTop).toBe(333);
  });

  it("says how many rides are of unknown length, and nothing when all are known", async () => {
    const { cost } = plan();
    shell.plans = [
      plan({ cost: { ...cost, travel: 0 } }),
      plan({ wish: "travel", cost: { ...cost, unknown_rides: 2 } }),
    ];
    await found();
    expect(screen.queryByText(/belum diketahui lamanya/)).toBeNull();
    await fireEvent.click(screen.getByRole("radio", { name: "Hemat jalan" }));
    expect(await screen.findByText(/^2 perjalanan belum diketahui lamanya/)).toBeTruthy();
  });

  it("keeps what was found when the search is ended early", async () => {
    shell.search = () => undefined;
    render(ProposeScreen);
    await fireEvent.click(await screen.findByRole("button", { name: "Cari usulan" }));
    await waitFor(() => expect(asked("plan_propose")).toHaveLength(1));
    await fireEvent.click(screen.getByRole("button", { name: /^Cukup/ }));
    const table = await screen.findByRole("table", { name: "Pilihan usulan" });
    expect(within(table).getAllByRole("radio")).toHaveLength(1);
    expect(screen.getByText(/Pencarian dihentikan/)).toBeTruthy();
  });

  it("leaves all as it was when the search is given up", async () => {
    shell.search = () => undefined;
    render(ProposeScreen);
    await fireEvent.click(await screen.findByRole("button", { name: "Cari usulan" }));
    await waitFor(() => expect(asked("plan_propose")).toHaveLength(1));
    await fireEvent.click(screen.getByRole("button", { name: "Batalkan" }));
    expect(await screen.findByRole("button", { name: "Cari usulan" })).toBeTruthy();
    expect(screen.queryByRole("table")).toBeNull();
    expect(asked("plan_apply")).toEqual([]);
  });

  it("does not begin a search that was given up while the plan of now was judged", async () => {
    render(ProposeScreen);
    const begin = await screen.findByRole("button", { name: "Cari usulan" });
    let judged = () => undefined as void;
    shell.judging = new Promise((resolve) => (judged = resolve));
    await fireEvent.click(begin);
    await waitFor(() => expect(asked("itinerary_judge")).toHaveLength(2));
    await fireEvent.click(screen.getByRole("button", { name: "Batalkan" }));
    judged();
    await screen.findByRole("button", { name: "Cari usulan" });
    await shell.judging;
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked("plan_propose")).toEqual([]);
  });

  it("keeps what it does not ask for as the shell has it, also when that changed meanwhile", async () => {
    render(ProposeScreen);
    await fireEvent.click(await screen.findByRole("checkbox", { name: "Arsip" }));
    const planning = { ...shell.cohort.planning, severities: { "site-full": "warn" as const } };
    shell.cohort = { ...shell.cohort, planning };
    await fireEvent.click(screen.getByRole("button", { name: "Cari usulan" }));
    await screen.findByRole("table");
    const saved = asked("record_save")[0]?.args.record as { value: { planning: object } };
    expect(saved.value.planning).toEqual({ ...planning, foci: ["Arsip"] });
  });

  it("seals the wanted foci before it searches, and only when they differ", async () => {
    render(ProposeScreen);
    await fireEvent.click(await screen.findByRole("checkbox", { name: "Arsip" }));
    await fireEvent.click(screen.getByRole("button", { name: "Cari usulan" }));
    await screen.findByRole("table");
    const saved = asked("record_save")[0]?.args.record as { value: { planning: object } };
    expect(saved.value.planning).toMatchObject({ foci: ["Arsip"] });
  });

  it("is not searched with a day that ends before it begins", async () => {
    render(ProposeScreen);
    const end = await screen.findByLabelText(/Kembali paling lambat/);
    await fireEvent.input(end, { target: { value: "06.00" } });
    await fireEvent.click(screen.getByRole("button", { name: "Cari usulan" }));
    expect(await screen.findByText("Harus setelah jam berangkat.")).toBeTruthy();
    expect(asked("plan_propose")).toEqual([]);
  });
});

describe("a warning", () => {
  it("is accepted with a reason, stays visible as accepted, and can be withdrawn", async () => {
    shell.conflicts = [noLead];
    render(ItineraryScreen, { route: { screen: "itinerary" } });
    await fireEvent.click(await screen.findByRole("button", { name: "Terima…" }));
    await fireEvent.click(screen.getByRole("button", { name: "Terima" }));
    expect(screen.getByText("Tulis mengapa peringatan ini boleh dibiarkan.")).toBeTruthy();
    expect(asked("warning_accept")).toEqual([]);
    await fireEvent.input(screen.getByLabelText("Alasan"), {
      target: { value: "Diwakili narahubung" },
    });
    await fireEvent.click(screen.getByRole("button", { name: "Terima" }));
    await waitFor(() => expect(asked("warning_accept")[0]?.args.key).toBe("k1"));
    expect(await screen.findByText(/Diterima: Diwakili narahubung/)).toBeTruthy();
    expect(screen.getByText(/Panitia 01, /)).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", { name: "Cabut" }));
    await waitFor(() => expect(asked("warning_withdraw")).toHaveLength(1));
    expect(await screen.findByRole("button", { name: "Terima…" })).toBeTruthy();
  });

  it("that must be mended cannot be accepted", async () => {
    shell.conflicts = [{ ...noLead, severity: "block" }];
    render(ItineraryScreen, { route: { screen: "itinerary" } });
    expect(await screen.findByText("Harus diperbaiki")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Terima…" })).toBeNull();
  });
});

describe("figures", () => {
  it("name the best of what differs, and more slack is better", () => {
    const one = figuresOf(plan());
    const other = { ...one, travel: one.travel - 10, slack: one.slack + 5 };
    expect(bestOf([one, other])).toEqual({ travel: other.travel, slack: other.slack });
  });

  it("put moved, new and standing slots in order and leave out what goes", () => {
    const now = [...shell.visits].map(([id, value]) => ({ id, visit: value }));
    expect(slotsAfter(plan(), now).map((slot) => slot.id)).toEqual(["a", "c", "s1"]);
  });
});

describe("words", () => {
  it("say that nothing but the wish itself can give way", () => {
    expect(relaxSentence({ ...few, relax: "visits-few" })).toContain("perlu dilepas");
    expect(unmetSentence({ ...few, wish: "lunch-missed", day: "2018-03-20" })).toContain(
      "makan siang",
    );
  });

  it("say what is lacking for rides and what overlaps, and no relaxation where none is", () => {
    const lacking = { ...few, day: "2018-03-20", lacking: 15, relax_by: 15 } as const;
    const ride: UnmetWish = { ...lacking, wish: "travel-short", relax: "travel-short" };
    expect(unmetSentence(ride)).toMatch(/^Kelompok 1 kekurangan 15 menit untuk berpindah tempat, /);
    expect(relaxSentence(ride)).toBe("Terpenuhi bila perjalanan 15 menit lebih singkat.");
    const twice: UnmetWish = { ...lacking, wish: "group-twice", relax: "group-twice" };
    expect(unmetSentence(twice)).toMatch(/^Acara tetap Kelompok 1 bertabrakan 15 menit/);
    expect(relaxSentence(twice)).toBe("");
  });
});
