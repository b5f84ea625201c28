// Letting a warning stand with a reason, and taking that back. Both are changes of the cohort's
// record: signed, in its history, and undone like any other.
import { ask, recordsChanged, tell, type Conflict } from "../../ipc";
import { t, toast, toastFailure } from "../../shared";
import { wordFor } from "./words";

/** Accepts a warning; `false` when the shell refuses. */
export async function accept(conflict: Conflict, reason: string): Promise<boolean> {
  return kept(() => ask.warningAccept(conflict.key, reason), {
    said: t("itinerary-accepted", { what: wordFor(conflict.clash) }),
    back: () => withdraw(conflict),
  });
}

/** Takes an acceptance back, so that the warning is open again. */
export async function withdraw(conflict: Conflict): Promise<boolean> {
  const reason = conflict.accepted?.reason;
  return kept(() => ask.warningWithdraw(conflict.key), {
    said: t("itinerary-withdrawn", { what: wordFor(conflict.clash) }),
    back: reason === undefined ? undefined : () => accept(conflict, reason),
  });
}

async function kept(
  act: () => Promise<unknown>,
  note: { said: string; back?: () => Promise<boolean> },
): Promise<boolean> {
  try {
    await act();
    await recordsChanged("cohort");
    const { back } = note;
    toast(note.said, back && (async () => void (await back())));
    return true;
  } catch (reason) {
    toastFailure(tell(reason).what);
    return false;
  }
}
