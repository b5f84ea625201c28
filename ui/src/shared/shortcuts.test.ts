// Keys do what the list of keys says.
import { afterEach, describe, expect, it, vi } from "vitest";
import { answer, isTyping, onShortcuts, shortcuts, spell, type Handlers } from "./shortcuts";

const undo: (() => void)[] = [];
const handle = (handlers: Handlers) => undo.push(onShortcuts(handlers));
afterEach(() => {
  undo.splice(0).forEach((stop) => stop());
});

function press(init: KeyboardEventInit, target: HTMLElement = document.body) {
  const event = new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true });
  Object.defineProperty(event, "target", { value: target });
  return { event, answered: answer(event) };
}

function field(tag: string, attributes: Record<string, string> = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

describe("shortcuts", () => {
  it("are each spelt once", () => {
    expect(new Set(shortcuts.map((one) => one.keys)).size).toBe(shortcuts.length);
  });

  it("are spelt alike with caps lock, command key and shifted signs", () => {
    const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(spell({ ...none, key: "k", ctrlKey: true })).toBe("Ctrl+K");
    expect(spell({ ...none, key: "K", metaKey: true })).toBe("Ctrl+K");
    expect(spell({ ...none, key: "Z", ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+Z");
    expect(spell({ ...none, key: "?", shiftKey: true })).toBe("?");
    expect(spell({ ...none, key: "F6", shiftKey: true })).toBe("Shift+F6");
  });

  it("reach the newest handler only, and the older one after it has gone", () => {
    const frame = vi.fn();
    const screen = vi.fn();
    handle({ done: frame });
    const leave = onShortcuts({ done: screen });
    press({ key: "Enter", ctrlKey: true });
    leave();
    press({ key: "Enter", ctrlKey: true });
    expect([screen.mock.calls.length, frame.mock.calls.length]).toEqual([1, 1]);
  });

  it("leave undo and ? to the field being typed in, but open the palette from it", () => {
    const handlers = { undo: vi.fn(), help: vi.fn(), palette: vi.fn() };
    handle(handlers);
    const input = field("input", { type: "text" });
    press({ key: "z", ctrlKey: true }, input);
    press({ key: "?", shiftKey: true }, input);
    const palette = press({ key: "k", ctrlKey: true }, input);
    expect(handlers.undo).not.toHaveBeenCalled();
    expect(handlers.help).not.toHaveBeenCalled();
    expect(handlers.palette).toHaveBeenCalledOnce();
    expect(palette.event.defaultPrevented).toBe(true);
  });

  it("leave a key nobody handles alone", () => {
    const { event, answered } = press({ key: "n", ctrlKey: true });
    expect([answered, event.defaultPrevented]).toEqual([false, false]);
  });

  it("know what is typed into", () => {
    const editor = field("div", { contenteditable: "true" });
    const inner = document.createElement("p");
    editor.append(inner);
    expect(isTyping(inner)).toBe(true);
    expect(isTyping(field("textarea"))).toBe(true);
    expect(isTyping(field("input", { type: "checkbox" }))).toBe(false);
    expect(isTyping(field("button"))).toBe(false);
    expect(isTyping(null)).toBe(false);
  });
});
