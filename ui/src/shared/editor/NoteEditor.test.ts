// The editor as a field: tells its owner what is typed, follows it, and cites.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { expect, it, vi } from "vitest";
import NoteEditor from "./NoteEditor.svelte";

async function ready(props: Partial<Record<string, unknown>> = {}) {
  const onchange = vi.fn();
  const made = render(NoteEditor, { value: "satu", label: "Catatan", onchange, ...props });
  await waitFor(() => expect(made.container.querySelector('[data-ready="true"]')).not.toBeNull());
  return { ...made, onchange, box: screen.getByRole("textbox", { name: "Catatan" }) };
}

it("says nothing until a person changes something", async () => {
  const { onchange, unmount } = await ready({ value: "* satu\n* dua\n\n***" });
  unmount();
  expect(onchange).not.toHaveBeenCalled();
});

it("cites at the cursor and hands the text on at once", async () => {
  const { component, onchange } = await ready();
  component.insertCitation({ words: "31 orang", observation: "o1", version: "v1" });
  expect(onchange).toHaveBeenCalledOnce();
  expect(onchange.mock.calls[0]?.[0]).toContain("[31 orang](tilik:obs/o1@v1)");
});

it("hands on what was typed just before it goes away", async () => {
  const { component, onchange, unmount } = await ready();
  void component;
  await fireEvent.click(screen.getByRole("button", { name: "Kutipan" }));
  unmount();
  expect(onchange).toHaveBeenCalledExactlyOnceWith("> satu");
});

it("follows its owner and does not echo", async () => {
  const { rerender, box, onchange } = await ready();
  await rerender({ value: "dari riwayat" });
  expect(box.textContent).toBe("dari riwayat");
  expect(onchange).not.toHaveBeenCalled();
});

it("has one tab stop in its toolbar and arrows between the buttons", async () => {
  await ready({ cite: () => {} });
  const bar = screen.getByRole("toolbar", { name: "Bentuk tulisan: Catatan" });
  const stops = [...bar.querySelectorAll("button")].filter((it) => it.tabIndex === 0);
  expect(stops).toHaveLength(1);
  stops[0]?.focus();
  await fireEvent.keyDown(stops[0] as Element, { key: "ArrowLeft" });
  expect(document.activeElement?.textContent).toContain("Kutip observasi");
});

it("is only read when it may not be changed", async () => {
  const { box } = await ready({ readonly: true });
  expect(screen.queryByRole("toolbar")).toBeNull();
  expect(box.getAttribute("contenteditable")).toBe("false");
});

it("leaves Ctrl+Enter to the window, with the text handed on before", async () => {
  const { box, onchange } = await ready();
  await fireEvent.click(screen.getByRole("button", { name: "Kutipan" }));
  const heard = vi.fn((event: Event) => expect(event.defaultPrevented).toBe(false));
  document.addEventListener("keydown", heard, { once: true });
  await fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
  expect(heard).toHaveBeenCalledOnce();
  expect(onchange).toHaveBeenCalledExactlyOnceWith("> satu");
});
