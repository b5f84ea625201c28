// Marking attendance: counts, keys, and marks on their way.
import { render, screen, fireEvent, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Attendee, AttendanceSheet, PersonPresence } from "../../ipc";
import { pretendInHand } from "../../ipc/pretend";
import { setCohort } from "../../shared/cohort.svelte";
import { recordsChanged } from "../../ipc";
import Attendance from "./Attendance.svelte";
import { byGroup, markFor, marked, restPresent, stepped, tally } from "./marks";
import TodayScreen from "./TodayScreen.svelte";

const shell = vi.hoisted(() => ({
  sheet: {} as AttendanceSheet,
  asked: [] as PersonPresence[][],
  starts: [] as unknown[][],
  commands: [] as string[],
}));

vi.mock("../../ipc/gen/bindings", () => {
  const ok = (data: unknown) => Promise.resolve({ status: "ok", data });
  const visit = { what: "visit", title: "Mall Pelayanan Publik", site: null, groups: ["g1"] };
  const counted = (commands: Record<string, (...args: never[]) => unknown>) =>
    Object.fromEntries(
      Object.entries(commands).map(([name, answer]) => [
        name,
        (...args: never[]) => {
          shell.commands.push(name);
          return answer(...args);
        },
      ]),
    );
  return {
    commands: counted({
      recordList: () => ok({ entries: [], total: 0 }),
      recordGet: () =>
        ok({ record: { kind: "visit", value: { ...visit, start: 25_362_780, end: 25_362_840 } } }),
      attendanceRead: () => ok(shell.sheet),
      attendanceMark: (_: string, marks: PersonPresence[]) => {
        shell.asked.push(marks);
        const by = new Map(marks.map((one) => [one.person, one.presence]));
        const people = shell.sheet.people.map((one) =>
          by.has(one.person) ? { ...one, presence: by.get(one.person) ?? null } : one,
        );
        shell.sheet = { ...shell.sheet, people };
        return ok(shell.sheet);
      },
      startNote: (...asked: unknown[]) => {
        shell.starts.push(asked);
        return ok(shell.sheet);
      },
    }),
  };
});

function person(number: number, presence: Attendee["presence"] = null): Attendee {
  return {
    person: `p${number}`,
    name: `Peserta 0${number}`,
    role: "trainee",
    group: "g1",
    presence,
    marked_by: "",
    marked_at: null,
  };
}

beforeEach(() => {
  setCohort(pretendInHand({ id: "k", name: "Panitia 01", role: "coordinator", detail: "" }));
  shell.asked = [];
  shell.starts = [];
  shell.commands = [];
  shell.sheet = {
    visit: "v",
    people: [person(1), person(2), person(3)],
    groups: [{ group: "g1", name: "Kelompok 1", start: null, late_minutes: 0 }],
    may_take: true,
  };
});

describe("marks", () => {
  it("are counted, those not made too", () => {
    const people = [person(1, "present"), person(2, "absent"), person(3)];
    expect(tally(people)).toEqual({ present: 1, excused: 0, absent: 1, open: 1 });
    expect(restPresent(people)).toEqual([{ person: "p3", presence: "present" }]);
  });

  it("on their way show at once and leave the others alone", () => {
    const next = marked(shell.sheet, [{ person: "p2", presence: "excused" }]);
    expect(next.people.map((one) => one.presence)).toEqual([null, "excused", null]);
  });

  it("have a key each, none with Ctrl", () => {
    const key = (key: string, ctrlKey = false) =>
      markFor({ key, ctrlKey, altKey: false, metaKey: false });
    expect([key("h"), key("I"), key("t"), key("Delete"), key("x"), key("h", true)]).toEqual([
      { mark: "present" },
      { mark: "excused" },
      { mark: "absent" },
      { mark: null },
      null,
      null,
    ]);
  });

  it("step inside the list", () => {
    expect([stepped(0, -1, 3), stepped(2, 1, 3), stepped(0, "last", 3)]).toEqual([0, 2, 2]);
  });

  it("stand under the groups of the visit, others last", () => {
    const guide: Attendee = { ...person(9), role: "instructor", group: null };
    const sheet = { ...shell.sheet, people: [guide, person(1)] };
    expect(byGroup(sheet).map((part) => part.group)).toEqual(["g1", null]);
  });
});

describe("the list", () => {
  const row = (name: string) => screen.findByRole("listitem", { name: new RegExp(`^${name}:`) });

  it("takes the whole list from the top by keys, each mark saved at once", async () => {
    render(Attendance, { visit: "v" });
    (await row("Peserta 01")).focus();
    for (const key of ["h", "i", "t"]) await fireEvent.keyDown(document.activeElement!, { key });
    await waitFor(() => expect(shell.asked).toHaveLength(3));
    expect(shell.asked.flat()).toEqual([
      { person: "p1", presence: "present" },
      { person: "p2", presence: "excused" },
      { person: "p3", presence: "absent" },
    ]);
    await waitFor(() => expect(screen.getByRole("status").textContent).toMatch(/1\s*hadir/));
  });

  it("takes a mark back by a second click on it", async () => {
    render(Attendance, { visit: "v" });
    const there = await screen.findByRole("button", { name: "Peserta 01: hadir" });
    await fireEvent.click(there);
    await waitFor(() => expect(there.getAttribute("aria-pressed")).toBe("true"));
    await fireEvent.click(there);
    await waitFor(() => expect(shell.asked.at(-1)).toEqual([{ person: "p1", presence: null }]));
  });

  it("marks everybody left as present with one button", async () => {
    shell.sheet = { ...shell.sheet, people: [person(1, "absent"), person(2), person(3)] };
    render(Attendance, { visit: "v" });
    await fireEvent.click(await screen.findByRole("button", { name: "Tandai sisanya hadir (2)" }));
    await waitFor(() => expect(shell.asked[0]?.map((one) => one.person)).toEqual(["p2", "p3"]));
    expect((await row("Peserta 01")).dataset.presence).toBe("absent");
  });

  it("costs one command a mark, under it the day is left alone, and others' marks are read", async () => {
    render(TodayScreen, { route: { screen: "today", id: "v" } });
    (await row("Peserta 01")).focus();
    shell.commands = [];
    await fireEvent.keyDown(document.activeElement!, { key: "h" });
    await waitFor(() => expect(shell.commands).toEqual(["attendanceMark"]));
    await recordsChanged("attendance");
    await waitFor(() =>
      expect(shell.commands.sort()).toEqual(["attendanceMark", "attendanceRead", "recordGet"]),
    );
  });

  it("only reads for one who may not take it", async () => {
    shell.sheet = { ...shell.sheet, may_take: false };
    render(Attendance, { visit: "v" });
    const there = await screen.findByRole<HTMLButtonElement>("button", {
      name: "Peserta 01: hadir",
    });
    expect(there.disabled).toBe(true);
    await fireEvent.keyDown(await row("Peserta 01"), { key: "h" });
    expect(shell.asked).toEqual([]);
  });
});
