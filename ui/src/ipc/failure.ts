// What went wrong, in words: what, where, what to do.
import { t } from "../shared/text.svelte";
import { NotConnected } from "./shell";

export interface Told {
  what: string;
  where?: string;
  todo?: string;
}

/** A failure as a person should read it. */
export function tell(reason: unknown): Told {
  if (reason instanceof NotConnected) {
    return { what: t("failure-not-connected"), todo: t("failure-not-connected-todo") };
  }
  const detail = reason instanceof Error ? reason.message : String(reason);
  return { what: t("failure-unknown"), where: detail, todo: t("failure-unknown-todo") };
}
