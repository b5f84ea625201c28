// The batch in hand. It goes on while another screen is shown, and is found again on the way back.
import {
  ask,
  runBatch,
  type Batch,
  type BatchOutcome,
  type BatchStep,
  type Failure,
} from "../../ipc";

export type BatchState =
  | { is: "idle" }
  | { is: "running"; step: BatchStep | null; ending: boolean }
  | { is: "done"; outcome: BatchOutcome<Failure> }
  | { is: "failed"; reason: unknown };

let standing = $state.raw<BatchState>({ is: "idle" });

/** Where it stands. Reactive. */
export function batchState(): BatchState {
  return standing;
}

/** Runs a batch to its end; one at a time. */
export async function startBatch(batch: Batch, folder: string): Promise<void> {
  if (standing.is === "running") return;
  standing = { is: "running", step: null, ending: false };
  try {
    const outcome = await runBatch(batch, folder, (step) => {
      if (standing.is === "running") standing = { ...standing, step };
    });
    standing = { is: "done", outcome };
  } catch (reason) {
    standing = { is: "failed", reason };
  }
}

/** Asks the shell to end it after the print under way. */
export async function endBatch(): Promise<void> {
  if (standing.is !== "running") return;
  standing = { ...standing, ending: true };
  await ask.batchCancel();
}

/** Puts the outcome away. */
export function clearBatch(): void {
  if (standing.is !== "running") standing = { is: "idle" };
}

/** How much is done, 0–1; unknown before the first print. */
export function shareOf(step: BatchStep | null): number | undefined {
  return step && step.of > 0 ? (step.number - 1) / step.of : undefined;
}
