// A batch of prints under way in the shell, which tells on a channel where it stands.
import { Channel } from "@tauri-apps/api/core";
import { ask, NotConnected } from "./call";
import type { Batch, BatchOutcome, BatchStep, Failure } from "./gen/bindings";

/** Prints a whole series into a folder; `heard` gets each print before it is made. */
export async function runBatch(
  batch: Batch,
  folder: string,
  heard: (step: BatchStep) => void,
): Promise<BatchOutcome<Failure>> {
  if (!("__TAURI_INTERNALS__" in window)) throw new NotConnected();
  return ask.batchRun(batch, folder, new Channel<BatchStep>(heard));
}
