// What went wrong, in words: what, where, what to do. Every code of the shell has its sentence;
// one without does not compile.
import { t, type TextKey } from "../shared/text.svelte";
import { NotConnected, Refused } from "./call";
import type { Code, Failure } from "./gen/bindings";

export interface Told {
  what: string;
  where?: string;
  todo?: string;
}

type Sentence = readonly [what: TextKey, todo: TextKey];
const sentences: Record<Code, Sentence> = {
  "nothing-open": ["failure-nothing-open", "failure-nothing-open-todo"],
  "not-a-cohort": ["failure-not-a-cohort", "failure-not-a-cohort-todo"],
  "not-empty": ["failure-not-empty", "failure-not-empty-todo"],
  "already-open": ["failure-already-open", "failure-already-open-todo"],
  "too-new": ["failure-too-new", "failure-too-new-todo"],
  "disk-full": ["failure-disk-full", "failure-disk-full-todo"],
  "read-only": ["failure-read-only", "failure-read-only-todo"],
  damaged: ["failure-damaged", "failure-damaged-todo"],
  file: ["failure-file", "failure-file-todo"],
  "not-found": ["failure-not-found", "failure-not-found-todo"],
  "not-allowed": ["failure-not-allowed", "failure-not-allowed-todo"],
  "not-the-example": ["failure-not-the-example", "failure-not-the-example-todo"],
  "no-key": ["failure-no-key", "failure-no-key-todo"],
  incomplete: ["failure-incomplete", "failure-incomplete-todo"],
  "not-a-picture": ["failure-not-a-picture", "failure-not-a-picture-todo"],
  "too-large": ["failure-too-large", "failure-too-large-todo"],
  "empty-file": ["failure-empty-file", "failure-empty-file-todo"],
  "not-a-table": ["failure-not-a-table", "failure-not-a-table-todo"],
  "password-protected": ["failure-password-protected", "failure-password-protected-todo"],
  "workbook-damaged": ["failure-workbook-damaged", "failure-workbook-damaged-todo"],
  "unread-kind": ["failure-unread-kind", "failure-unread-kind-todo"],
  "sheet-too-large": ["failure-sheet-too-large", "failure-sheet-too-large-todo"],
  "open-quote": ["failure-open-quote", "failure-open-quote-todo"],
  "no-roster": ["failure-no-roster", "failure-no-roster-todo"],
  "mapping-wrong": ["failure-mapping-wrong", "failure-mapping-wrong-todo"],
  "reading-too-long": ["failure-reading-too-long", "failure-reading-too-long-todo"],
  stale: ["failure-stale", "failure-stale-todo"],
  broken: ["failure-broken", "failure-broken-todo"],
  "conflict-gone": ["failure-conflict-gone", "failure-conflict-gone-todo"],
  "plan-gone": ["failure-plan-gone", "failure-plan-gone-todo"],
  "not-a-problem": ["failure-not-a-problem", "failure-not-a-problem-todo"],
  "hidden-review": ["failure-hidden-review", "failure-hidden-review-todo"],
  "no-such-format": ["failure-no-such-format", "failure-no-such-format-todo"],
  "choose-table": ["failure-choose-table", "failure-choose-table-todo"],
  "no-viewer": ["failure-no-viewer", "failure-no-viewer-todo"],
  internal: ["failure-unknown", "failure-unknown-todo"],
};

// The facts a sentence may name; those a failure lacks are empty.
const facts = { kind: "", limit: "", seconds: "", names: "" };

/** A failure as a person should read it. */
export function tell(reason: unknown): Told {
  if (reason instanceof NotConnected) {
    return { what: t("failure-not-connected"), todo: t("failure-not-connected-todo") };
  }
  if (reason instanceof Refused) return tellFailure(reason.failure);
  const detail = reason instanceof Error ? reason.message : String(reason);
  return { what: t("failure-unknown"), where: detail, todo: t("failure-unknown-todo") };
}

function tellFailure(failure: Failure): Told {
  const [what, todo] = sentences[failure.code] ?? sentences.internal;
  const params = { ...facts, ...failure.params };
  return { what: t(what, params), where: place(failure) || undefined, todo: t(todo, params) };
}

/** File, sheet, row and column, as far as they are known. */
function place({ code, params, detail }: Failure): string {
  const { path, name, sheet, sheets, row, column, value, field } = params;
  const places = [
    path ?? name,
    sheet && t("failure-sheet", { sheet }),
    sheets && t("failure-sheets", { sheets }),
    row && t("failure-row", { row }),
    column && t("failure-column", { column }),
    value && t("failure-value", { value }),
    field && t("failure-field", { field }),
    code === "internal" && detail,
  ];
  return places.filter(Boolean).join(" · ");
}
