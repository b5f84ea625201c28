// The one way to the shell. Nothing else in the window may import @tauri-apps.
export { ask, Refused } from "./call";
export {
  all,
  forget,
  known,
  nameOf,
  refresh,
  type KnownKind,
  type Named,
} from "./directory.svelte";
export type * from "./gen/bindings";
export { tell, type Told } from "./failure";
export { connect, shell } from "./shell";
export type { Found, Identity, Shell } from "./types";
