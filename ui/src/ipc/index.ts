// The one way to the shell. Nothing else in the window may import @tauri-apps.
export { tell, type Told } from "./failure";
export { connect, shell } from "./shell";
export type * from "./types";
