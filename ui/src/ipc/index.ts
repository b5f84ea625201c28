// The one way to the shell. Nothing else in the window may import @tauri-apps.
export { runBatch } from "./batch";
export { ask, NotConnected, Refused } from "./call";
export { changesOf, onChanged, recordsChanged } from "./changes.svelte";
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
export { keepRecord, removeRecord } from "./editing";
export { tell, type Told } from "./failure";
export { keepPreferences, readPreferences } from "./home";
export {
  actAs,
  closeCohort,
  makeCohort,
  mayActAs,
  openExample,
  openFolder,
  rereadCohort,
} from "./opening";
export { isAttended, isOpen } from "./plan";
export { problemOf } from "./problems";
export { proposePlans } from "./proposing";
export { titleOf } from "./titles";
