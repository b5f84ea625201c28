// Ctrl+Z and Ctrl+Y outside of text fields: the newest note's own undo first, else the last save.
import { ask, recordsChanged, tell, titleOf, type Entry } from "../ipc";
import { sealAll } from "../shared/autosave.svelte";
import { t } from "../shared/text.svelte";
import { toast, toastFailure, undoNewest } from "../shared/toasts.svelte";

export async function undo(): Promise<void> {
  try {
    if (await undoNewest()) return;
    await sealAll();
    const entry = await ask.changeUndo();
    if (!entry) toast(t("frame-nothing-to-undo"));
    else await announce(entry, "frame-undone");
  } catch (reason) {
    toastFailure(tell(reason).what);
  }
}

export async function redo(): Promise<void> {
  try {
    await sealAll();
    const entry = await ask.changeRedo();
    if (!entry) toast(t("frame-nothing-to-redo"));
    else await announce(entry, "frame-redone");
  } catch (reason) {
    toastFailure(tell(reason).what);
  }
}

async function announce(entry: Entry, sentence: "frame-undone" | "frame-redone"): Promise<void> {
  await recordsChanged(entry.record.kind);
  const kind = t(`shared-kind-${entry.record.kind}`);
  const title = titleOf(entry.record);
  toast(t(sentence, { what: title ? `${kind} “${title}”` : kind }));
}
