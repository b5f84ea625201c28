// Typing is kept, sealed and never lost, whatever the shell does.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { autosave } from "./autosave.svelte";

/** A call that ends when told to. */
function slow() {
  const pending: { value: string; resolve: () => void; reject: (reason: Error) => void }[] = [];
  const call = vi.fn(
    (value: string) =>
      new Promise<void>((resolve, reject) => pending.push({ value, resolve, reject })),
  );
  const end = async () => {
    pending.shift()?.resolve();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { call, pending, end };
}

const quick = () => vi.fn((_: string) => Promise.resolve());

beforeEach(() => void vi.useFakeTimers({ now: new Date(2018, 2, 20, 14, 3) }));
afterEach(() => void vi.useRealTimers());

describe("autosave", () => {
  it("drafts within half a second even when typing never pauses", async () => {
    const [draft, save] = [quick(), quick()];
    const record = autosave({ draft, save });
    for (let letter = 1; letter <= 10; letter++) {
      record.edit("a".repeat(letter));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(draft.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(500);
    expect(draft).toHaveBeenLastCalledWith("a".repeat(10));
  });

  it("seals once after a pause of ten seconds, and says when", async () => {
    const [draft, save, saved] = [quick(), quick(), vi.fn()];
    const record = autosave({ draft, save, saved });
    record.edit("satu");
    await vi.advanceTimersByTimeAsync(6_000);
    record.edit("satu dua");
    await vi.advanceTimersByTimeAsync(9_000);
    expect(save).not.toHaveBeenCalled();
    expect(record.state).toBe("typing");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(save.mock.calls).toEqual([["satu dua"]]);
    expect(record.state).toBe("saved");
    expect(record.savedAt).toEqual(new Date(2018, 2, 20, 14, 3, 16));
    expect(saved).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledOnce();
  });

  it("seals at once when asked, and not at all when nothing changed", async () => {
    const [draft, save] = [quick(), quick()];
    const record = autosave({ draft, save });
    expect(await record.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
    record.edit("selesai");
    expect(await record.flush()).toBe(true);
    expect(save.mock.calls).toEqual([["selesai"]]);
    expect(draft).not.toHaveBeenCalled();
  });

  it("never has two calls in flight, and the newest value wins", async () => {
    const { call: save, pending, end } = slow();
    const draft = quick();
    const record = autosave({ draft, save });
    record.edit("lama");
    void record.flush();
    record.edit("baru");
    const leaving = record.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(pending.map((one) => one.value)).toEqual(["lama"]);
    await end();
    expect(pending.map((one) => one.value)).toEqual(["baru"]);
    await end();
    expect(await leaving).toBe(true);
    expect(record.state).toBe("saved");
  });

  it("seals on leaving while a draft is still on its way", async () => {
    const { call: draft, end } = slow();
    const save = quick();
    const record = autosave({ draft, save });
    record.edit("catatan");
    await vi.advanceTimersByTimeAsync(500);
    expect(draft).toHaveBeenCalledOnce();
    const leaving = record.leave();
    await end();
    expect(await leaving).toBe(true);
    expect(save.mock.calls).toEqual([["catatan"]]);
  });

  it("keeps what was typed after a failure and tries again by itself", async () => {
    const save = quick();
    const full = new Error("disk full");
    save.mockRejectedValueOnce(full);
    const record = autosave({ draft: quick(), save });
    record.edit("penting");
    expect(await record.flush()).toBe(false);
    expect([record.state, record.failure, record.unsealed]).toEqual(["failed", full, true]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(save.mock.calls).toEqual([["penting"], ["penting"]]);
    expect([record.state, record.failure]).toEqual(["saved", null]);
  });

  it("seals the newest value when retried after more typing", async () => {
    const save = quick();
    save.mockRejectedValueOnce(new Error("read-only"));
    const record = autosave({ draft: quick(), save });
    record.edit("satu");
    await record.flush();
    record.edit("satu dua");
    expect(await record.retry()).toBe(true);
    expect(save).toHaveBeenLastCalledWith("satu dua");
  });

  it("recovers from a failed draft with the next edit", async () => {
    const draft = quick();
    draft.mockRejectedValueOnce(new Error("busy"));
    const record = autosave({ draft, save: quick() });
    record.edit("a");
    await vi.advanceTimersByTimeAsync(400);
    expect(record.state).toBe("failed");
    record.edit("ab");
    await vi.advanceTimersByTimeAsync(400);
    expect([record.state, draft.mock.lastCall?.[0]]).toEqual(["typing", "ab"]);
  });
});
