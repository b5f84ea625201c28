// One record being typed in: kept as a draft, sealed after a pause, told to everybody who shows it.
import { autosave, type Autosave } from "../shared/autosave.svelte";
import { noteSaved } from "../shared/cohort.svelte";
import { nowClock } from "../shared/formats";
import { t } from "../shared/text.svelte";
import { toast, toastFailure } from "../shared/toasts.svelte";
import { ask } from "./call";
import { recordsChanged } from "./changes.svelte";
import { tell } from "./failure";
import { titleOf } from "./titles";
import type { Entry, Record as AnyRecord } from "./gen/bindings";

/**
 * An autosave for the record of that id. Call `leave()` when its screen goes. `sealed` gets the
 * entry as it then stands, with what is wrong with its fields.
 */
export function keepRecord(id: string, sealed?: (entry: Entry) => void): Autosave<AnyRecord> {
  return autosave<AnyRecord>({
    draft: (record) => ask.recordDraft(id, record),
    save: async (record) => {
      sealed?.(await ask.recordSave(id, record));
      void recordsChanged(record.kind).catch(() => {});
    },
    saved: (at) => noteSaved(nowClock(at)),
  });
}

/** Removes a record and says so in a note that can take it back; `false` when refused. */
export async function removeRecord(id: string): Promise<boolean> {
  try {
    const { record } = await ask.recordRemove(id);
    await recordsChanged(record.kind);
    const kind = t(`shared-kind-${record.kind}`);
    toast(t("shared-removed", { kind, title: titleOf(record) }), async () => {
      try {
        await ask.recordPutBack(id);
        await recordsChanged(record.kind);
      } catch (reason) {
        toastFailure(tell(reason).what);
      }
    });
    return true;
  } catch (reason) {
    toastFailure(tell(reason).what);
    return false;
  }
}
