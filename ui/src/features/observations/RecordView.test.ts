// One observation: kept while typed, sealed when done, gone without a trace when nobody typed.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Entry, Observation, Record as AnyRecord } from "../../ipc";
import { go, here, restart } from "../../shared/router.svelte";
import { answer } from "../../shared/shortcuts";
import { undoNewest } from "../../shared/toasts.svelte";
import { blank } from "./observation";
import RecordView from "./RecordView.svelte";

const ask = vi.hoisted(
  () =>
    new Proxy({} as Record<string, ReturnType<typeof vi.fn>>, {
      get: (all, name: string) => (all[name] ??= vi.fn()),
    }),
);
vi.mock("../../ipc/call", () => ({ ask, Refused: class {}, NotConnected: class {} }));

let stored: Entry;
const photo = { hash: "h1", caption: "Loket", taken: null, consent: "given" as const };

function entry(value: Partial<Observation>, more: Partial<Entry> = {}): Entry {
  return {
    id: "o1",
    owner: "me",
    author: "me",
    author_name: "Peserta 04 (Papua)",
    created_at: 0,
    changed_at: 0,
    removed: false,
    version: "v1",
    record: { kind: "observation", value: { ...blank(0), ...value } },
    draft: null,
    problems: [],
    may_edit: true,
    ...more,
  };
}

const typed = (name: string) =>
  ask[name]?.mock.calls.map(([, record]) => (record as { value: Observation }).value) ?? [];

beforeEach(() => {
  for (const name of Object.keys(ask)) ask[name]?.mockReset();
  URL.createObjectURL = vi.fn(() => "blob:photo");
  URL.revokeObjectURL = vi.fn();
  ask["recordGet"]?.mockImplementation(async () => stored);
  ask["recordList"]?.mockResolvedValue({ entries: [], total: 0 });
  ask["recordHistory"]?.mockResolvedValue([]);
  ask["citingList"]?.mockResolvedValue([]);
  ask["photoRead"]?.mockResolvedValue(btoa("jpeg"));
  ask["recordDiscard"]?.mockResolvedValue(null);
  ask["recordDraft"]?.mockImplementation(async (_: string, record: AnyRecord) => {
    stored = { ...stored, draft: record };
    return 1;
  });
  ask["recordSave"]?.mockImplementation(async (_: string, record: AnyRecord) => {
    stored = { ...stored, record, draft: null, version: "v2" };
    return stored;
  });
  restart("today");
  go("observations", { id: "o1" });
});

async function opened(value: Partial<Observation>, more: Partial<Entry> = {}, fresh = false) {
  stored = entry(value, more);
  const made = render(RecordView, { id: "o1", fresh });
  await waitFor(() => expect(made.container.querySelector('[data-id="o1"]')).not.toBeNull());
  return made;
}

const title = () => screen.getByLabelText<HTMLInputElement>("Judul");
const press = (key: string) => answer(new KeyboardEvent("keydown", { key, ctrlKey: true }));

describe("one's own observation", () => {
  it("begins at the title and leaves no trace when nothing is typed", async () => {
    const { unmount } = await opened({}, { version: null }, true);
    expect(document.activeElement).toBe(title());
    unmount();
    expect(ask["recordDiscard"]).toHaveBeenCalledExactlyOnceWith("o1");
    expect(ask["recordSave"]).not.toHaveBeenCalled();
  });

  it("is kept as typed within half a second, and sealed by Ctrl+Enter", async () => {
    await opened({ title: "Loket" });
    await fireEvent.input(title(), { target: { value: "Loket terpadu" } });
    await waitFor(() => expect(ask["recordDraft"]).toHaveBeenCalled(), { timeout: 900 });
    expect(typed("recordDraft")[0]?.title).toBe("Loket terpadu");
    press("Enter");
    await waitFor(() => expect(here().screen).toBe("today"));
    expect(typed("recordSave").at(-1)?.title).toBe("Loket terpadu");
  });

  it("is sealed when one goes elsewhere", async () => {
    const { unmount } = await opened({ title: "Loket" }, { version: null });
    await fireEvent.input(title(), { target: { value: "Antrean" } });
    unmount();
    await waitFor(() => expect(typed("recordSave").at(-1)?.title).toBe("Antrean"));
    expect(ask["recordDiscard"]).not.toHaveBeenCalled();
  });

  it("gives a removed photo back at its place", async () => {
    const photos = [photo, { ...photo, hash: "h2", caption: "Papan" }].map((it) => ({
      ...it,
      width: 4,
      height: 3,
    }));
    const { container } = await opened({ title: "Loket", photos });
    const shown = () =>
      [...container.querySelectorAll('[data-kind="photo"]')].map((it) =>
        it.getAttribute("data-id"),
      );
    await fireEvent.click(screen.getByRole("button", { name: "Hapus: Loket" }));
    expect(shown()).toEqual(["h2"]);
    await undoNewest();
    await waitFor(() => expect(shown()).toEqual(["h1", "h2"]));
  });

  it("keeps what was typed when saving fails, and says so", async () => {
    await opened({ title: "Loket" });
    ask["recordDraft"]?.mockRejectedValue(new Error("penuh"));
    ask["recordSave"]?.mockRejectedValue(new Error("penuh"));
    await fireEvent.input(title(), { target: { value: "Antrean" } });
    press("Enter");
    await screen.findByRole("alert");
    expect(title().value).toBe("Antrean");
    expect(here().screen).toBe("observations");
  });

  it("is shown anew when an undo gave it another value", async () => {
    await opened({ title: "Loket" });
    const { recordsChanged } = await import("../../ipc");
    stored = entry({ title: "Sebelumnya" }, { version: "v0" });
    await recordsChanged("observation");
    await waitFor(() => expect(title().value).toBe("Sebelumnya"));
  });
});

describe("somebody else's observation", () => {
  it("is only read", async () => {
    await opened(
      { title: "Papan", note: "Ada **tiga** <b>saluran</b>.", photos: [] },
      { may_edit: false, author: "other", author_name: "Peserta 07 (Aceh)" },
    );
    expect(screen.queryByLabelText("Judul")).toBeNull();
    expect(screen.getByText("oleh Peserta 07 (Aceh)")).toBeTruthy();
    expect(screen.getByRole("region", { name: "Catatan" }).textContent).toContain("<b>");
  });
});
