// The frame with a shell of the test's own: doors, navigation, Ctrl+K, acting as another.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import App from "../src/app/App.svelte";
import { connect, type Shell } from "../src/ipc";
import { setCohort, type CohortInHand, type Role } from "../src/shared/cohort.svelte";
import { here, restart } from "../src/shared/router.svelte";
import { toast } from "../src/shared/toasts.svelte";
import { setLanguage } from "../src/shared/text.svelte";

function person(role: Role) {
  return { id: role, name: `Orang ${role}`, role, detail: "" };
}

function cohortOf(role: Role): CohortInHand {
  return {
    name: "Diklatpim III",
    base: "Banyuwangi",
    start: "2018-03-20",
    end: "2018-03-24",
    zone: "wib",
    person: person(role),
    mayActAs: [person("coordinator"), person("trainee")],
  };
}

let shell: { [Name in keyof Shell]: ReturnType<typeof vi.fn<Shell[Name]>> };
beforeEach(() => {
  shell = {
    recentCohorts: vi.fn(async () => []),
    programmes: vi.fn(async () => [{ key: "pka", name: "PKA" }]),
    openExample: vi.fn(async () => cohortOf("coordinator")),
    openFolder: vi.fn(async () => null),
    makeCohort: vi.fn(async () => cohortOf("coordinator")),
    closeCohort: vi.fn(async () => undefined),
    actAs: vi.fn(async (who) => cohortOf(who.role)),
    find: vi.fn(async () => [
      { id: "s-1", kind: "site" as const, title: "Mall Pelayanan Publik", detail: "" },
    ]),
    loadPreferences: vi.fn(async () => ({ language: "id", theme: "system", paper: "a4" }) as const),
    keepPreferences: vi.fn(async () => undefined),
    identity: vi.fn(async () => null),
  };
  connect(shell);
  setCohort(null);
  restart("start");
});

const press = (init: KeyboardEventInit) =>
  fireEvent.keyDown(document.activeElement ?? document.body, init);

describe("the doors", () => {
  it("open the example on a filled screen with the coordinator's navigation", async () => {
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "Buka contoh" }));
    expect(await screen.findByRole("heading", { name: "Hari ini" })).toBeTruthy();
    expect(screen.getByRole("navigation").textContent).toContain("Peserta");
    expect(here()).toEqual({ screen: "today" });
  });

  it("name each thing a new cohort still needs beside its field, and keep what was typed", async () => {
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "Buat angkatan baru" }));
    const name = await screen.findByLabelText<HTMLInputElement>("Nama angkatan");
    await fireEvent.input(name, { target: { value: "PKA Angkatan 1" } });
    await press({ key: "Enter", ctrlKey: true });
    expect(screen.getByText("Isi kota tempat menginap.")).toBeTruthy();
    expect(screen.queryByText("Isi nama angkatan.")).toBeNull();
    expect(name.value).toBe("PKA Angkatan 1");
    expect(shell.makeCohort).not.toHaveBeenCalled();
  });

  it("say honestly that invitations are not there yet", async () => {
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "Saya punya undangan" }));
    expect(await screen.findByText("Undangan hadir pada versi berikutnya")).toBeTruthy();
  });

  it("show a failure where it happened and stay usable", async () => {
    shell.openExample.mockRejectedValueOnce(new Error("folder penuh"));
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "Buka contoh" }));
    expect((await screen.findByRole("alert")).textContent).toContain("folder penuh");
    await fireEvent.click(screen.getByRole("button", { name: "Buka contoh" }));
    expect(await screen.findByRole("heading", { name: "Hari ini" })).toBeTruthy();
  });
});

describe("the frame", () => {
  beforeEach(() => {
    setCohort(cohortOf("coordinator"));
    restart("today");
  });

  it("marks the screen shown in the navigation", async () => {
    render(App);
    await fireEvent.click(screen.getByRole("button", { name: "Lokus" }));
    expect(await screen.findByRole("heading", { name: "Lokus" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Lokus" }).getAttribute("aria-current")).toBe("page");
  });

  it("finds a record with Ctrl+K and goes there with Enter", async () => {
    render(App);
    await press({ key: "k", ctrlKey: true });
    const ask = await screen.findByRole("combobox", { name: "Cari atau lakukan" });
    await fireEvent.input(ask, { target: { value: "mall" } });
    await screen.findByRole("option", { name: /Mall Pelayanan Publik/ });
    await fireEvent.keyDown(ask, { key: "Enter" });
    expect(here()).toEqual({ screen: "sites", id: "s-1" });
    expect(shell.find).toHaveBeenCalledWith("mall");
  });

  it("starts an observation with Ctrl+N from anywhere", async () => {
    render(App);
    await press({ key: "n", ctrlKey: true });
    expect(here()).toEqual({ screen: "observations", id: "new" });
  });

  it("acts as a trainee in the example, with a trainee's navigation", async () => {
    render(App);
    await press({ key: "k", ctrlKey: true });
    const ask = await screen.findByRole("combobox", { name: "Cari atau lakukan" });
    await fireEvent.input(ask, { target: { value: "sebagai orang trainee" } });
    await fireEvent.keyDown(ask, { key: "Enter" });
    await waitFor(() => expect(shell.actAs).toHaveBeenCalledOnce());
    expect(await screen.findByRole("button", { name: "Usulan saya" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Tinjauan" })).toBeNull();
  });

  it("takes the newest change back with Ctrl+Z, once", async () => {
    render(App);
    const [older, newer] = [vi.fn(), vi.fn()];
    toast("Kunjungan dipindah", older);
    toast("Kunjungan dihapus", newer);
    await press({ key: "z", ctrlKey: true });
    expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([0, 1]);
    expect(screen.queryByText("Kunjungan dihapus")).toBeNull();
    await fireEvent.click(screen.getByRole("button", { name: "Urungkan" }));
    expect(older).toHaveBeenCalledOnce();
  });

  it("lists its keys with ?", async () => {
    render(App);
    await press({ key: "?", shiftKey: true });
    expect(await screen.findByRole("dialog", { name: "Pintasan papan ketik" })).toBeTruthy();
  });

  it("speaks the other language at once", async () => {
    render(App);
    setLanguage("en");
    expect(await screen.findByRole("button", { name: "Sites" })).toBeTruthy();
  });
});
