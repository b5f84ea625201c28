// The export in hand. It goes on while another screen is shown, and is found again on the way back.
import { ask, type ExportJob, type PrintWarning, type SavedExport } from "../../ipc";

export type ExportState =
  | { is: "idle" }
  | { is: "running"; ending: boolean }
  | { is: "done"; path: string; warnings: readonly PrintWarning[] }
  | { is: "failed"; reason: unknown };

let standing = $state.raw<ExportState>({ is: "idle" });

/** Where it stands. Reactive. */
export function exportState(): ExportState {
  return standing;
}

/** Makes the file and saves it where the person says; one at a time. */
export async function startExport(job: ExportJob): Promise<SavedExport | null> {
  if (standing.is === "running") return null;
  standing = { is: "running", ending: false };
  try {
    const saved = await ask.exportSave(job);
    standing = saved ? { is: "done", ...saved } : { is: "idle" };
    return saved;
  } catch (reason) {
    standing = { is: "failed", reason };
    return null;
  }
}

/** Asks the shell to give it up. */
export async function endExport(): Promise<void> {
  if (standing.is !== "running") return;
  standing = { is: "running", ending: true };
  await ask.exportCancel();
}

/** Puts the outcome away. */
export function clearExport(): void {
  if (standing.is !== "running") standing = { is: "idle" };
}
