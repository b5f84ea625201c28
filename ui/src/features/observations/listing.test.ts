// The list: pages from the store, narrowed further here, and never mixed up.
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Entry, ListRequest } from "../../ipc";
import { everything as all, Listing } from "./listing.svelte";
import { blank } from "./observation";

const ask = vi.hoisted(() => ({ recordList: vi.fn(), recordSearch: vi.fn(), recordGet: vi.fn() }));
vi.mock("../../ipc", () => ({ ask, tell: (it: Error) => ({ what: it.message }) }));

const entry = (id: string, more: Partial<Entry> = {}, value = {}): Entry => ({
  id,
  owner: "me",
  author: "me",
  author_name: "",
  created_at: 0,
  changed_at: 0,
  removed: false,
  version: "v",
  record: { kind: "observation", value: { ...blank(0), ...value } },
  draft: null,
  problems: [],
  may_edit: true,
  ...more,
});
const many = Array.from({ length: 130 }, (_, at) =>
  entry(`o${at}`, {}, { practice: at % 40 === 0 ? "p" : null }),
);

beforeEach(() => {
  vi.clearAllMocks();
  ask.recordList.mockImplementation(async ({ offset, limit }: ListRequest) => ({
    entries: many.slice(offset, offset + (limit ?? 0)),
    total: many.length,
  }));
});

describe("the list", () => {
  it("reads a page at a time and ends with the last", async () => {
    const list = new Listing();
    await list.show(all, "me");
    expect([list.entries.length, list.total, list.done]).toEqual([50, 130, false]);
    await list.more();
    await list.more();
    expect([list.entries.length, list.done]).toEqual([130, true]);
    expect(ask.recordList).toHaveBeenCalledTimes(3);
  });

  it("goes on through the pages for what the store cannot filter by", async () => {
    const list = new Listing();
    await list.show({ ...all, practice: "p" }, "me");
    expect(list.entries.map((it) => it.id)).toEqual(["o0", "o40", "o80", "o120"]);
    expect([list.total, list.done]).toEqual([null, true]);
  });

  it("holds own drafts to the same filter", async () => {
    const drafts = [
      entry("d1", { version: null }, { site: "s1" }),
      entry("d2", { version: null }, { site: "s2" }),
    ];
    ask.recordList.mockResolvedValue({ entries: drafts, total: 0 });
    const list = new Listing();
    await list.show({ ...all, site: "s2" }, "me");
    expect(list.entries.map((it) => it.id)).toEqual(["d2"]);
  });

  it("shows what the search found, best first, and only observations", async () => {
    ask.recordSearch.mockResolvedValue([
      { id: "o7", kind: "observation" },
      { id: "s1", kind: "site" },
      { id: "o3", kind: "observation" },
    ]);
    ask.recordGet.mockImplementation(async (id: string) => entry(id));
    const list = new Listing();
    await list.show({ ...all, words: "layanan" }, "me");
    expect(list.entries.map((it) => it.id)).toEqual(["o7", "o3"]);
  });

  it("drops what an older filter still brings", async () => {
    let late: (value: unknown) => void = () => {};
    ask.recordList.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    const list = new Listing();
    const first = list.show(all, "me");
    await list.show({ ...all, practice: "p" }, "me");
    late({ entries: many.slice(0, 50), total: 130 });
    await first;
    expect(list.entries).toHaveLength(4);
  });

  it("says when the store refuses, and keeps what is shown", async () => {
    const list = new Listing();
    await list.show(all, "me");
    ask.recordList.mockRejectedValueOnce(new Error("rusak"));
    await list.more();
    expect(list.failure).toEqual({ what: "rusak" });
    expect(list.entries).toHaveLength(50);
  });
});
