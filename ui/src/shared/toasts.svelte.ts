// Short notes at the foot of the window: what was done, and how to take it back.

export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "bad";
  undo?: () => void | Promise<void>;
}

const shownFor = 8_000;
let next = 1;
let list = $state.raw<Toast[]>([]);

/** The notes now shown. Reactive. */
export function toasts(): Toast[] {
  return list;
}

/** Says what was done. With `undo` the note carries a button, and Ctrl+Z does the same. */
export function toast(text: string, undo?: Toast["undo"]): number {
  return add({ text, tone: "plain", undo });
}

/** Says what failed; stays until dismissed. */
export function toastFailure(text: string): number {
  return add({ text, tone: "bad" });
}

export function dismiss(id: number): void {
  list = list.filter((one) => one.id !== id);
}

/** Takes the newest undoable note back; `false` when there is none. */
export async function undoNewest(): Promise<boolean> {
  const newest = list.findLast((one) => one.undo);
  if (!newest?.undo) return false;
  dismiss(newest.id);
  await newest.undo();
  return true;
}

function add(toast: Omit<Toast, "id">): number {
  const id = next++;
  list = [...list.slice(-2), { id, ...toast }];
  if (toast.tone === "plain") setTimeout(() => dismiss(id), shownFor);
  return id;
}
