// The shell in use. Opened without one (in a plain browser), every request is refused with a
// sentence, and the window still draws.
import type { Shell } from "./types";

export class NotConnected extends Error {}

const absent = new Proxy({} as Shell, {
  get: () => () => Promise.reject(new NotConnected()),
});

let current: Shell = absent;

export function shell(): Shell {
  return current;
}

export function connect(next: Shell): void {
  current = next;
}
