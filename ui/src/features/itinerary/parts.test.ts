// Small parts of the itinerary's screens, each on its own.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { Conflict, Visit } from "../../ipc";
import { pretend, pretendInHand, type Call } from "../../ipc/pretend";
import { momentOf } from "../../shared";
import { setCohort } from "../../shared/cohort.svelte";
import { here, restart } from "../../shared/router.svelte";
import { Acts } from "./acts.svelte";
import type { Card } from "./cards";
import CopyDayDialog from "./CopyDayDialog.svelte";
import DayAxis from "./DayAxis.svelte";
import LateDialog from "./LateDialog.svelte";
import { Plan } from "./plan.svelte";
import ProposePreview from "./ProposePreview.svelte";
import type { ProposedSlot } from "./proposing.svelte";
import VisitCard from "./VisitCard.svelte";
import VisitFacts from "./VisitFacts.svelte";

const day = "2018-03-20";
const at = (hour: number, minute = 0) => momentOf(day, hour * 60 + minute, "wib");

function visit(more: Partial<Visit> = {}): Visit {
  const plain = { what: "visit" as const, title: "Mal", site: null, groups: ["g1"], lead: null };
  return {
    ...plain,
    start: at(8),
    end: at(9),
    transport: "",
    note: "",
    pinned: false,
    ...more,
  };
}

beforeEach(() => {
  setCohort(pretendInHand({ id: "k", name: "Panitia 01", role: "coordinator", detail: "" }));
});

describe("a dragged card", () => {
  const closed: Conflict = {
    clash: "site-closed",
    severity: "block",
    key: "k",
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
  const card: Card = {
    key: "a/0",
    id: "a",
    visit: visit(),
    group: "g1",
    column: 0,
    lane: 0,
    lanes: 1,
  };
  const props = {
    card,
    columns: 1,
    top: 0,
    height: 80,
    conflicts: [closed],
    chosen: false,
    dragged: false,
    standing: null,
    mayEdit: true,
    stop: true,
    onfocus: () => undefined,
    onkeydown: () => undefined,
  };

  it("shows what holds where it would be put, not what was wrong where it was", async () => {
    const { rerender } = render(VisitCard, props);
    const shown = screen.getByRole("button");
    const marks = () => shown.querySelectorAll(".title svg").length;
    expect([shown.classList.contains("block"), marks()]).toEqual([true, 1]);
    expect(shown.textContent).toContain("tutup");
    await rerender({ dragged: true });
    expect([shown.classList.contains("block"), marks()]).toEqual([false, 0]);
    expect(shown.textContent).not.toContain("tutup");
    await rerender({ standing: "warn" });
    expect([shown.classList.contains("warn"), marks()]).toEqual([true, 1]);
  });
});

describe("being late", () => {
  let calls: Call[];
  let moved: string[];
  const minutes = () =>
    calls
      .filter((call) => call.command === "day_shift")
      .map((call) => (call.args.shift as { minutes: number }).minutes);
  const act = (name = "Geser 1 acara") => screen.queryByRole<HTMLButtonElement>("button", { name });
  const type = async (value: string) =>
    fireEvent.input(screen.getByRole("textbox", { name: /^Menit/ }), { target: { value } });

  beforeEach(() => {
    moved = ["a"];
    calls = pretend({
      day_shift: () => ({ moved, pinned: [], shared: [], conflicts: [] }),
    });
    const onclose = () => undefined;
    const where = { day, start: at(8), groupsFirst: [], zone: "wib" as const };
    render(LateDialog, { plan: new Plan(), ...where, onclose });
  });

  it("is asked once typing rests, and cannot be done before the preview is of what stands there", async () => {
    await waitFor(() => expect(act()?.disabled).toBe(false));
    for (const value of ["4", "45", "450"]) await type(value);
    expect(act()?.disabled).toBe(true);
    await waitFor(() => expect(act()?.disabled).toBe(false));
    expect(minutes()).toEqual([30, 450]);
  });

  it("goes as far as the shell lets it, and offers no button that moves nothing", async () => {
    await waitFor(() => expect(act()).toBeTruthy());
    await type("601");
    expect(act()).toBeNull();
    moved = [];
    await type("600");
    await screen.findByText("Bergeser (0)");
    expect(act("Geser 0 acara")).toBeNull();
    expect(minutes()).toEqual([30, 600]);
  });
});

it("offers to replace a day only where something would go", () => {
  const slot = (id: string, pinned: boolean) => ({
    id,
    visit: visit({ start: at(8) + 1440, end: at(9) + 1440, pinned }),
    mayEdit: true,
  });
  const dialog = (slots: unknown[]) => {
    const acts = { plan: { slots } } as unknown as Acts;
    const props = { acts, day, days: [day, "2018-03-21"], zone: "wib" as const };
    return render(CopyDayDialog, { ...props, onclose: () => undefined });
  };
  const first = dialog([slot("a", true), slot("b", false)]);
  expect(screen.getByRole("checkbox", { name: /^Ganti 1 acara/ })).toBeTruthy();
  first.unmount();
  dialog([slot("a", true)]);
  expect(screen.queryByRole("checkbox")).toBeNull();
});

it("shows the first hour of the axis whole, also beside prayers", () => {
  const band = { prayer: "dzuhur" as const, from: at(12), to: at(12, 30) };
  const ticks = [{ minute: 420, at: at(7), hour: true }];
  const axis = { from: at(7), to: at(21) };
  const { container } = render(DayAxis, { axis, perMinute: 1, ticks, bands: [band], zone: "wib" });
  // The first hour is told apart as the first thing on the axis.
  expect(container.querySelector(".axis > :first-child")?.textContent).toBe("07.00");
});

it("goes to attendance by H only from a slot at which it is taken", () => {
  const slots: Record<string, Visit> = {
    meal: visit({ what: "meal" }),
    talk: visit({ what: "briefing" }),
  };
  const plan = { visitOf: (id: string) => slots[id] } as unknown as Plan;
  const acts = new Acts(plan, () => ({ day, zone: "wib", columns: [] }), {
    open: () => undefined,
    step: () => undefined,
    focusOn: () => undefined,
    gone: () => undefined,
  });
  restart("itinerary");
  acts.act({ act: "attendance" }, { id: "meal" });
  expect(here()).toEqual({ screen: "itinerary" });
  acts.act({ act: "attendance" }, { id: "talk" });
  expect(here()).toMatchObject({ screen: "today", id: "talk" });
});

it("offers a reader attendance of a briefing and not of a meal", async () => {
  const onclose = () => undefined;
  const { rerender } = render(VisitFacts, { id: "a", visit: visit({ what: "meal" }), onclose });
  expect(screen.queryByRole("button", { name: "Daftar hadir" })).toBeNull();
  await rerender({ visit: visit({ what: "briefing" }) });
  expect(screen.getByRole("button", { name: "Daftar hadir" })).toBeTruthy();
});

describe("the preview of a proposal", () => {
  const slot = (id: string, start: number, end: number): ProposedSlot => ({
    id,
    visit: visit({ start, end }),
    fate: "new",
    before: null,
  });
  const ride = { from: null, to: "s1", start: at(9), end: at(10), minutes: null };
  const props = {
    slots: [slot("a", at(-2), at(9)), slot("b", at(22), at(26))],
    routes: [{ group: "g1", day, busy: 0, legs: [ride], breaks: [] }],
    prayers: null,
    day,
    zone: "wib" as const,
    groups: [{ id: "g1", value: { name: "Kelompok 1", position: 1, focus: "" } }],
    columns: ["g1"],
  };

  it("draws rides of unknown length, and no card beyond the hours of the day", () => {
    render(ProposePreview, props);
    expect(document.querySelector("[data-kind=ride]")?.textContent).toContain("? mnt");
    const placed = [...document.querySelectorAll<HTMLElement>("[data-kind=proposed]")];
    const day = 24 * 60;
    expect(placed.map((one) => [one.style.top, one.style.height])).toEqual([
      ["0px", `${9 * 60 - 2}px`],
      [`${22 * 60}px`, `${day - 22 * 60 - 2}px`],
    ]);
  });
});
