// The keys of the window, in one table: the listener reads it, and so does the help (?).
import type { TextKey } from "./text.svelte";

export type ShortcutName =
  "palette" | "observe" | "undo" | "redo" | "done" | "nextPane" | "previousPane" | "back" | "help";

export interface Shortcut {
  name: ShortcutName;
  /** Written as shown: modifiers in the order Ctrl, Alt, Shift, then the key. */
  keys: string;
  /** A second combination people know for it. */
  also?: string;
  label: TextKey;
  /** Works while typing in a field. A field keeps its own undo and its own question mark. */
  whileTyping: boolean;
}

export const shortcuts: readonly Shortcut[] = [
  { name: "palette", keys: "Ctrl+K", label: "keys-palette", whileTyping: true },
  { name: "observe", keys: "Ctrl+N", label: "keys-observe", whileTyping: true },
  { name: "done", keys: "Ctrl+Enter", label: "keys-done", whileTyping: true },
  { name: "undo", keys: "Ctrl+Z", label: "keys-undo", whileTyping: false },
  { name: "redo", keys: "Ctrl+Shift+Z", also: "Ctrl+Y", label: "keys-redo", whileTyping: false },
  { name: "nextPane", keys: "F6", label: "keys-next-pane", whileTyping: true },
  { name: "previousPane", keys: "Shift+F6", label: "keys-previous-pane", whileTyping: true },
  { name: "back", keys: "Ctrl+[", label: "keys-back", whileTyping: true },
  { name: "help", keys: "?", label: "keys-help", whileTyping: false },
];

export type Handlers = Partial<Record<ShortcutName, () => void>>;
type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The combination as it is written: "Ctrl+Shift+Z". */
export function spell(event: Pressed): string {
  const printable = event.key.length === 1;
  // Shift is already in a sign such as "?"; with a letter it is named.
  const shift =
    event.shiftKey && (!printable || event.key.toLowerCase() !== event.key.toUpperCase());
  const parts = [
    event.ctrlKey || event.metaKey ? "Ctrl" : "",
    event.altKey ? "Alt" : "",
    shift ? "Shift" : "",
    printable ? event.key.toUpperCase() : event.key,
  ];
  return parts.filter(Boolean).join("+");
}

/** The shortcut pressed, unless the key belongs to the field being typed in. */
export function shortcutFor(event: KeyboardEvent): Shortcut | undefined {
  const keys = spell(event);
  const found = shortcuts.find((shortcut) => shortcut.keys === keys || shortcut.also === keys);
  return found && (found.whileTyping || !isTyping(event.target)) ? found : undefined;
}

/** Whether keys go into text at `target`. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[contenteditable]:not([contenteditable="false"])')) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  const untyped = ["button", "checkbox", "radio", "range", "submit", "file", "color"];
  return target instanceof HTMLInputElement && !untyped.includes(target.type);
}

const layers: Handlers[] = [];

/**
 * Handles shortcuts until the returned function is called; the newest handler of a shortcut
 * wins, so a screen can answer Ctrl+Enter before the frame does. In a component:
 * `$effect(() => onShortcuts({ done: submit }))`.
 */
export function onShortcuts(handlers: Handlers): () => void {
  layers.push(handlers);
  return () => {
    const at = layers.indexOf(handlers);
    if (at >= 0) layers.splice(at, 1);
  };
}

/** Answers a key press; `true` when it was a shortcut somebody handles. */
export function answer(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const shortcut = shortcutFor(event);
  if (!shortcut) return false;
  const handler = layers.findLast((layer) => layer[shortcut.name])?.[shortcut.name];
  if (!handler) return false;
  event.preventDefault();
  handler();
  return true;
}
