// Photos come in one after the other; a wrong file holds up nothing.
import { beforeEach, expect, it, vi } from "vitest";
import { Intake, pastedFiles } from "./intake.svelte";

const ask = vi.hoisted(() => ({ photoKeep: vi.fn() }));
vi.mock("../../ipc", () => ({ ask, tell: (it: Error) => ({ what: it.message }) }));

const photo = (hash: string) => ({ hash, caption: "", consent: "unmarked" });
const file = (name: string, words = "abc") => new File([words], name);

beforeEach(() => {
  vi.clearAllMocks();
  ask.photoKeep.mockImplementation(async (name: string) => {
    if (name.endsWith(".txt")) throw new Error("bukan gambar");
    return photo(name);
  });
});

it("keeps photos in the order they came, as Base64", async () => {
  const kept = vi.fn();
  await new Intake(kept).take([file("a.jpg"), file("b.png")]);
  expect(ask.photoKeep.mock.calls).toEqual([
    ["a.jpg", btoa("abc")],
    ["b.png", btoa("abc")],
  ]);
  expect(kept.mock.calls.map(([it]) => (it as { hash: string }).hash)).toEqual(["a.jpg", "b.png"]);
});

it("gives a wrong file its sentence and its name, and goes on", async () => {
  const kept = vi.fn();
  const intake = new Intake(kept);
  await intake.take([file("surat.txt"), file("b.png")]);
  expect(kept).toHaveBeenCalledOnce();
  expect(intake.list.map((it) => it.told)).toEqual([{ what: "bukan gambar", where: "surat.txt" }]);
  intake.dismiss(intake.list[0]?.key ?? 0);
  expect(intake.list).toEqual([]);
});

it("does not read a file that is too large", async () => {
  const large = file("besar.tif");
  Object.defineProperty(large, "size", { value: 25 * 1024 * 1024 });
  const intake = new Intake(vi.fn());
  await intake.take([large]);
  expect(ask.photoKeep).not.toHaveBeenCalled();
  expect(intake.list[0]?.told?.what).toContain("besar.tif");
});

it("takes a pasted picture, but leaves a table from Excel to the text", () => {
  const data = (types: string[]) =>
    ({ types, files: [file("image.png")] }) as unknown as DataTransfer;
  expect(pastedFiles(data(["Files"]))).toHaveLength(1);
  expect(pastedFiles(data(["text/html", "text/plain", "Files"]))).toEqual([]);
  expect(pastedFiles(null)).toEqual([]);
});
