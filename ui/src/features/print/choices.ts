// What can be printed and for whom, in one table, and what was chosen from it: from the fields of
// the print centre, or the route that led here, to the job for the shell. A new print is one entry
// here and its words in print.ftl. Pure.
import type {
  Batch,
  BatchFiles,
  Language,
  PrintJob,
  PrintSeries,
  PrintSubject,
  PrintWarning,
  Sheet,
} from "../../ipc";
import type { TextKey } from "../../shared";

/** The prints of this list; changes since a release are printed from the itinerary. */
export type What = "schedule" | "observation" | "proposal" | "submission" | "review";
/** The parts of the list of prints. */
export type Heading = "plan" | "field" | "proposal";
export type ScopeKey = "cohort" | "group" | "person" | "one" | "newest" | "every";

/** For whom, or of what, a print is made: one for all, or one each of a series. */
export type Scope = { key: ScopeKey } & ({ subject: PrintSubject } | { series: PrintSeries });

export interface PrintKind {
  heading: Heading;
  /** The long side usually lies across. */
  landscape: boolean;
  /** Its subjects say for whom (`{ who, id }`), not only which record. */
  whose?: boolean;
  /** What comes first is usual; the widest series of records stands last. */
  scopes: readonly [Scope, ...Scope[]];
}

export const prints: Record<What, PrintKind> = {
  schedule: {
    heading: "plan",
    landscape: true,
    whose: true,
    scopes: [
      { key: "cohort", subject: { what: "schedule", of: { who: "cohort" } } },
      { key: "group", series: "group-schedule" },
      { key: "person", series: "person-schedule" },
    ],
  },
  observation: {
    heading: "field",
    landscape: false,
    scopes: [{ key: "one", series: "observation" }],
  },
  proposal: {
    heading: "proposal",
    landscape: false,
    scopes: [{ key: "one", series: "proposal" }],
  },
  submission: {
    heading: "proposal",
    landscape: false,
    scopes: [
      { key: "newest", series: "newest-submission" },
      { key: "every", series: "submission" },
    ],
  },
  review: {
    heading: "proposal",
    landscape: false,
    scopes: [{ key: "one", series: "review" }],
  },
};

export const whats = Object.keys(prints) as What[];
const headings: readonly Heading[] = ["plan", "field", "proposal"];

/** The prints under their headings, as the list shows them. */
export const listed = headings.map((heading) => ({
  heading,
  whats: whats.filter((what) => prints[what].heading === heading),
}));

/** Stands for every one of a series. */
export const EACH = "each";

export interface Choice {
  what: What;
  scope: ScopeKey;
  /** The key of the one chosen from a series, EACH, or "" while none is chosen. */
  of: string;
  sheet: Sheet;
  landscape: boolean;
  language: Language;
  files: BatchFiles;
}

/** A subject as a list of choices knows it. */
export function keyOf(subject: PrintSubject): string {
  return JSON.stringify(subject);
}

/** The scope in hand; the usual one when the print has none of this name. */
export function scopeOf({ what, scope }: Pick<Choice, "what" | "scope">): Scope {
  const { scopes } = prints[what];
  return scopes.find((one) => one.key === scope) ?? scopes[0];
}

/** The series to choose from, if there is any. */
export function seriesOf(choice: Pick<Choice, "what" | "scope">): PrintSeries | null {
  const scope = scopeOf(choice);
  return "series" in scope ? scope.series : null;
}

/**
 * The job of a choice, or `null` while something is missing. Where every one of a series is
 * chosen, `sample` stands for them.
 */
export function jobOf(choice: Choice, sample?: PrintSubject): PrintJob | null {
  const { of, sheet, landscape, language } = choice;
  const scope = scopeOf(choice);
  const chosen = of === EACH ? sample : of === "" ? undefined : (JSON.parse(of) as PrintSubject);
  const subject = "subject" in scope ? scope.subject : chosen;
  return subject ? { subject, sheet, landscape, language } : null;
}

/** The batch of a choice, or `null` where only one print is chosen. */
export function batchOf(choice: Choice): Batch | null {
  const { of, sheet, landscape, language, files } = choice;
  const series = seriesOf(choice);
  return series && of === EACH ? { series, sheet, landscape, language, files } : null;
}

/**
 * What a route asks to print: `{ what: "proposal", of: id }`, or where it matters for whom
 * `{ what: "schedule", who: "group", of: id }`; `of: "each"` for every one. What makes no sense is
 * passed over.
 */
export function choiceOf(
  asked: Record<string, string> | undefined,
): Pick<Choice, "what" | "scope" | "of"> {
  const what = whats.find((one) => one === asked?.what) ?? "schedule";
  const { scopes, whose } = prints[what];
  const usual = { what, scope: scopes[0].key, of: "" };
  const { who, of } = asked ?? {};
  const named = scopes.find((one) => one.key === who && "series" in one);
  const scope = whose ? named : (named ?? scopes.findLast((one) => "series" in one));
  if (!of || !scope || asked?.what !== what) return usual;
  if (of === EACH) return { what, scope: scope.key, of };
  const subject = whose ? { what, of: { who, id: of } } : { what, of };
  return { what, scope: scope.key, of: keyOf(subject as PrintSubject) };
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
