// The queue is sorted and filtered as an instructor expects.
import { describe, expect, it } from "vitest";
import type { ProposalStatus } from "../../ipc";
import { admitted, neighbour, standingOf, waited } from "./queue.svelte";

const status = (submission: string, more: Partial<ProposalStatus> = {}): ProposalStatus => ({
  proposal: `p${submission}`,
  title: "",
  author: "x",
  author_name: "",
  progress: { percent: 0, missing: [] },
  submitted: 1,
  submission,
  submitted_at: 0,
  outcome: null,
  changed_since: false,
  my_review: null,
  ...more,
});
const list = [
  status("a"),
  status("b", { my_review: "r" }),
  status("c", { outcome: "revise", my_review: "r" }),
  status("d"),
];
const names = (of: ProposalStatus[]) => of.map((one) => one.submission);

describe("the queue", () => {
  it("tells waiting, begun and decided apart", () => {
    expect(list.map(standingOf)).toEqual(["waiting", "begun", "decided", "waiting"]);
  });

  it("keeps the core's order under every filter", () => {
    expect(names(admitted(list, "open"))).toEqual(["a", "b", "d"]);
    expect(names(admitted(list, "begun"))).toEqual(["b"]);
    expect(names(admitted(list, "decided"))).toEqual(["c"]);
    expect(names(admitted(list, "all"))).toEqual(["a", "b", "c", "d"]);
  });

  it("goes to the next and the one before, and ends at the ends", () => {
    expect(neighbour(["a", "b"], "a", 1)).toBe("b");
    expect(neighbour(["a", "b"], "b", 1)).toBeUndefined();
    expect(neighbour(["a", "b"], "a", -1)).toBeUndefined();
    expect(neighbour(["a", "b"], "other", 1)).toBe("a");
  });

  it("counts days and hours of waiting, never less than none", () => {
    expect(waited(0, 90_000)).toEqual({ days: 1, hours: 1 });
    expect(waited(100, 50)).toEqual({ days: 0, hours: 0 });
  });
});
