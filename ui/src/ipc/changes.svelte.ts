// The news that records changed: whoever changes one tells, whoever shows some reads anew.
import { refresh } from "./directory.svelte";
import type { Kind } from "./gen/bindings";

type Listener = { kinds: readonly Kind[]; fn: (kind: Kind | undefined) => void };
const listeners = new Set<Listener>();
let counts = $state.raw<Partial<Record<Kind, number>>>({});
let everything = $state(0);

/**
 * Tells that records of a kind changed, or that anything may have. Names and pickers are read
 * anew first, so that a screen that reloads finds them fresh.
 */
export async function recordsChanged(kind?: Kind): Promise<void> {
  try {
    await refresh(kind);
  } finally {
    if (kind) counts = { ...counts, [kind]: (counts[kind] ?? 0) + 1 };
    else everything += 1;
    for (const one of [...listeners]) {
      if (!kind || one.kinds.length === 0 || one.kinds.includes(kind)) one.fn(kind);
    }
  }
}

/**
 * Calls `fn` after each change of these kinds (none: of any) until the returned function is
 * called. In a component: `$effect(() => onChanged("site", reload))`.
 */
export function onChanged(
  kind: Kind | readonly Kind[],
  fn: (kind: Kind | undefined) => void,
): () => void {
  const one: Listener = { kinds: typeof kind === "string" ? [kind] : kind, fn };
  listeners.add(one);
  return () => void listeners.delete(one);
}

/** Rises with every change of these kinds; an effect that reads it runs again. Reactive. */
export function changesOf(...kinds: Kind[]): number {
  return kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), everything);
}
