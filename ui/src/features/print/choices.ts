// What can be printed and what was chosen: from the fields of the print centre, or the route that
// led here, to the job for the shell. Pure.
import type { Language, PrintJob, PrintSubject, PrintWarning, Sheet } from "../../ipc";
import type { TextKey } from "../../shared";

/** The prints that this screen chooses; the others have their own places. */
export type What =
  | "schedule"
  | "observation"
  | "proposal"
  | "submission"
  | "review"
  | "coaching";
export const whats: readonly What[] = [
  "schedule",
  "observation",
  "proposal",
  "submission",
  "review",
  "coaching",
];

/** The value of the schedule for everybody. */
export const COHORT = "cohort";

export interface Choice {
  what: What;
  /**
   * Which one of them; for a schedule "cohort", "group:…" or "person:…", for a coaching log
   * "trainee:…" or "instructor:…"; "" while none is chosen.
   */
  of: string;
  sheet: Sheet;
  landscape: boolean;
  language: Language;
}

/** A schedule lies across, everything else stands. */
export function usualLandscape(what: What): boolean {
  return what === "schedule";
}

/** The job of a choice, or `null` while something is missing. */
export function jobOf({ what, of, ...paper }: Choice): PrintJob | null {
  const subject = subjectOf(what, of);
  const { sheet, landscape, language } = paper;
  return subject && { subject, sheet, landscape, language };
}

function subjectOf(what: What, of: string): PrintSubject | null {
  if (of === "") return null;
  if (what !== "schedule" && what !== "coaching") return { what, of };
  if (of === COHORT) return what === "schedule" ? { what, of: { who: "cohort" } } : null;
  const [who, id] = splitOnce(of);
  if (what === "coaching") {
    return (who === "trainee" || who === "instructor") && id ? { what, of: { who, id } } : null;
  }
  return (who === "group" || who === "person") && id ? { what, of: { who, id } } : null;
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(":");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * What a route asks to print: `{ what: "proposal", of: id }`, or for a schedule
 * `{ what: "schedule", who: "group", of: id }`; so for a coaching log, `who` being "trainee" or
 * "instructor". Unknown words are passed over.
 */
export function choiceOf(asked: Record<string, string> | undefined): {
  what: What;
  of: string;
} {
  const what = whats.find((one) => one === asked?.what) ?? "schedule";
  const of = asked?.of ?? "";
  if (what === "coaching") return { what, of: of && asked?.who ? `${asked.who}:${of}` : "" };
  if (what !== "schedule") return { what, of };
  const who = asked?.who;
  return { what, of: of && (who === "group" || who === "person") ? `${who}:${of}` : COHORT };
}

const sentences: Record<PrintWarning["what"], TextKey> = {
  picture: "print-warn-picture",
  "missing-glyph": "print-warn-glyph",
  "without-consent": "print-warn-consent",
  "empty-field": "print-warn-field",
  "unknown-field": "print-warn-unknown-field",
  "cut-cell": "print-warn-cut",
};

/** The sentence for a warning and what to fill in. */
export function warningText({ what, which }: PrintWarning): [TextKey, { which: string | number }] {
  return [sentences[what], { which }];
}

/** The page after a step, kept within the document. */
export function stepPage(page: number, step: number, pages: number): number {
  return Math.min(Math.max(page + step, 1), Math.max(pages, 1));
}

/** The page in view: the last whose top lies above the middle of the view. */
export function pageInView(tops: readonly number[], scrollTop: number, height: number): number {
  const middle = scrollTop + height / 2;
  const found = tops.findLastIndex((top) => top <= middle);
  return Math.max(found, 0) + 1;
}
