// The shared parts behave for mouse, keyboard and screen reader.
import { fireEvent, render, screen } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { momentOf } from "../src/shared/formats";
import Sample from "./Sample.svelte";

const rows = [
  { id: "c", name: "Peserta 10", age: 41 },
  { id: "a", name: "Peserta 2", age: null },
  { id: "b", name: "Peserta 1", age: 50 },
];
describe("a table", () => {
  it("sorts by a column, then the other way, and says so", async () => {
    render(Sample, { rows, opened: vi.fn() });
    await fireEvent.click(screen.getByRole("button", { name: "Umur" }));
    const header = screen.getByRole("columnheader", { name: "Umur" });
    expect(header.getAttribute("aria-sort")).toBe("ascending");
    const order = () =>
      screen
        .getAllByRole("gridcell")
        .filter((_, at) => at % 2 === 0)
        .map((one) => one.textContent);
    expect(order().map((one) => one?.trim())).toEqual(["Peserta 10", "Peserta 1", "Peserta 2"]);
    await fireEvent.click(screen.getByRole("button", { name: "Umur" }));
    expect(order().map((one) => one?.trim())).toEqual(["Peserta 1", "Peserta 10", "Peserta 2"]);
  });

  it("has one tab stop, moves with the arrows and opens with Enter", async () => {
    const opened = vi.fn();
    render(Sample, { rows, opened });
    const lines = () => screen.getAllByRole("row").slice(1);
    expect(lines().map((row) => row.tabIndex)).toEqual([0, -1, -1]);
    lines()[0]?.focus();
    await fireEvent.keyDown(lines()[0] as HTMLElement, { key: "ArrowDown" });
    expect(lines().map((row) => row.tabIndex)).toEqual([-1, 0, -1]);
    await fireEvent.keyDown(lines()[1] as HTMLElement, { key: "Enter" });
    expect(opened.mock.calls).toEqual([["a"]]);
  });

  it("draws only what is in view of a long list, and counts all", () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({
      id: `${at}`,
      name: `P ${at}`,
      age: at,
    }));
    render(Sample, { rows: many, opened: vi.fn() });
    expect(screen.getAllByRole("row").length).toBeLessThan(100);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("5001");
  });
});

describe("a field", () => {
  it("ties label, hint and error to its control", async () => {
    const view = render(Sample, { rows, opened: vi.fn() });
    const input = screen.getByLabelText("Tanggal");
    const described = () =>
      document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent?.trim();
    expect(described()).toBe("Hari pertama");
    expect(input.getAttribute("aria-required")).toBe("true");
    await view.rerender({ error: "Isi tanggalnya." });
    expect(described()).toBe("Isi tanggalnya.");
    expect(input.getAttribute("aria-invalid")).toBe("true");
  });

  it("takes a day as people write it and keeps what is no day as typed", async () => {
    render(Sample, { rows, opened: vi.fn() });
    const input = screen.getByLabelText<HTMLInputElement>("Tanggal");
    await fireEvent.input(input, { target: { value: "20/3/2018" } });
    await fireEvent.change(input);
    expect(screen.getByRole("status").textContent).toBe("2018-03-20");
    expect(input.value).toBe("Sel, 20 Mar 2018");
    await fireEvent.input(input, { target: { value: "31/2/2018" } });
    await fireEvent.change(input);
    expect(input.value).toBe("31/2/2018");
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByRole("status").textContent).toBe("2018-03-20");
  });

  it("takes a time in the zone of the place", async () => {
    const moved = vi.fn();
    const moment = momentOf("2018-03-20", 8 * 60, "wib");
    render(Sample, { rows, opened: vi.fn(), moment, moved });
    const input = screen.getByLabelText<HTMLInputElement>(/Mulai/);
    expect(input.value).toBe("08.00");
    await fireEvent.input(input, { target: { value: "9:15" } });
    await fireEvent.change(input);
    expect(moved.mock.calls).toEqual([[momentOf("2018-03-20", 9 * 60 + 15, "wib")]]);
  });
});
