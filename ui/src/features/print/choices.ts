// What can be printed and for whom, in one table, and what was chosen from it: from the fields of
// the print centre, or the route that led here, to the job for the shell. A new print is one entry
// here and its words in print.ftl. Pure.
import type {
  Batch,
  BatchFiles,
  Imposition,
  Language,
  LetterKind,
  PrintJob,
  PrintSeries,
  PrintSubject,
  PrintWarning,
  Sheet,
} from "../../ipc";
import type { TextKey } from "../../shared";

/** The prints of this list; changes since a release are printed from the itinerary. */
export type What = Exclude<PrintSubject["what"], "changes" | "letter"> | LetterKind;
/** The parts of the list of prints. */
export type Heading = "plan" | "letter" | "field" | "proposal" | "all";
export type ScopeKey =
  | "cohort"
  | "group"
  | "person"
  | "day"
  | "visit"
  | "site"
  | "hosts"
  | "host"
  | "observer"
  | "trainee"
  | "instructor"
  | "one"
  | "newest"
  | "every";

/** For whom, or of what, a print is made: one for all, or one each of a series. */
export type Scope = { key: ScopeKey } & ({ subject: PrintSubject } | { series: PrintSeries });

export interface PrintKind {
  heading: Heading;
  /** The long side usually lies across. */
  landscape: boolean;
  /** It is arranged on its sheets in ways of its own. */
  folded?: true;
  /** The letter whose words may be changed. */
  letter?: LetterKind;
  /** What comes first is usual; the widest series of records stands last. */
  scopes: readonly [Scope, ...Scope[]];
}

/** Four pages on a side, in the order of a booklet: as the shell lists them. */
export const usualFold: Imposition = { fold: "quarter", in_order: false };
const everyone = { who: "cohort" } as const;

export const prints: Record<What, PrintKind> = {
  schedule: {
    heading: "plan",
    landscape: true,
    scopes: [
      { key: "cohort", subject: { what: "schedule", of: everyone } },
      { key: "group", series: "group-schedule" },
      { key: "person", series: "person-schedule" },
    ],
  },
  pocket: {
    heading: "plan",
    landscape: false,
    folded: true,
    scopes: [
      {
        key: "cohort",
        subject: { what: "pocket", of: { whom: everyone, imposition: usualFold } },
      },
      { key: "group", series: "group-pocket" },
      { key: "person", series: "person-pocket" },
    ],
  },
  attendance: {
    heading: "plan",
    landscape: false,
    scopes: [
      { key: "cohort", subject: { what: "attendance", of: everyone } },
      { key: "day", series: "day-attendance" },
      { key: "visit", series: "visit-attendance" },
    ],
  },
  request: {
    heading: "letter",
    landscape: false,
    letter: "request",
    scopes: [
      { key: "hosts", subject: { what: "letter", of: { who: "hosts" } } },
      { key: "host", series: "host-request" },
    ],
  },
  assignment: {
    heading: "letter",
    landscape: false,
    letter: "assignment",
    scopes: [
      { key: "cohort", subject: { what: "letter", of: everyone } },
      { key: "group", series: "group-assignment" },
    ],
  },
  form: { heading: "field", landscape: false, scopes: [{ key: "one", series: "form" }] },
  observation: {
    heading: "field",
    landscape: false,
    scopes: [{ key: "one", series: "observation" }],
  },
  report: {
    heading: "field",
    landscape: false,
    scopes: [
      { key: "cohort", subject: { what: "report", of: everyone } },
      { key: "group", series: "group-report" },
      { key: "observer", series: "person-report" },
      { key: "site", series: "site-report" },
    ],
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
  review: { heading: "proposal", landscape: false, scopes: [{ key: "one", series: "review" }] },
  coaching: {
    heading: "proposal",
    landscape: false,
    scopes: [
      { key: "trainee", series: "trainee-coaching" },
      { key: "instructor", series: "instructor-coaching" },
    ],
  },
  summary: {
    heading: "all",
    landscape: true,
    scopes: [
      { key: "cohort", subject: { what: "summary", of: everyone } },
      { key: "trainee", series: "person-summary" },
    ],
  },
  booklet: {
    heading: "all",
    landscape: false,
    scopes: [{ key: "cohort", subject: { what: "booklet" } }],
  },
};

export const whats = Object.keys(prints) as What[];
const headings: readonly Heading[] = ["plan", "letter", "field", "proposal", "all"];

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
  /** How a print that is folded is arranged. */
  imposition: Imposition;
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
  const { of, sheet, landscape, language, imposition } = choice;
  const scope = scopeOf(choice);
  const chosen = of === EACH ? sample : of === "" ? undefined : (JSON.parse(of) as PrintSubject);
  const subject = "subject" in scope ? scope.subject : chosen;
  if (!subject) return null;
  const arranged: PrintSubject =
    subject.what === "pocket" ? { ...subject, of: { ...subject.of, imposition } } : subject;
  return { subject: arranged, sheet, landscape, language };
}

/** The batch of a choice, or `null` where only one print is chosen. */
export function batchOf(choice: Choice): Batch | null {
  const { of, sheet, landscape, language, files, imposition } = choice;
  const series = seriesOf(choice);
  return series && of === EACH ? { series, sheet, landscape, language, files, imposition } : null;
}

/** What a route may ask for by an id, and where it matters, for whom. */
const asked: Partial<Record<What, "record" | "whose">> = {
  schedule: "whose",
  attendance: "whose",
  coaching: "whose",
  form: "record",
  observation: "record",
  proposal: "record",
  submission: "record",
  review: "record",
};

/**
 * What a route asks to print: `{ what: "proposal", of: id }`, or where it matters for whom
 * `{ what: "schedule", who: "group", of: id }`; `of: "each"` for every one. What makes no sense is
 * passed over.
 */
export function choiceOf(
  route: Record<string, string> | undefined,
): Pick<Choice, "what" | "scope" | "of"> {
  const what = whats.find((one) => one === route?.what) ?? "schedule";
  const { scopes } = prints[what];
  const usual = { what, scope: scopes[0].key, of: "" };
  const { who, of } = route ?? {};
  const named = scopes.find((one) => one.key === who && "series" in one);
  const widest = scopes.findLast((one) => "series" in one);
  const scope = asked[what] === "record" ? (named ?? widest) : named;
  if (!of || !scope || route?.what !== what) return usual;
  if (of === EACH) return { what, scope: scope.key, of };
  if (!asked[what]) return usual;
  const subject = { what, of: asked[what] === "record" ? of : { who: scope.key, id: of } };
  return { what, scope: scope.key, of: keyOf(subject as PrintSubject) };
}

const sentences: Record<PrintWarning["what"], TextKey> = {
  picture: "print-warn-picture",
  "missing-glyph": "print-warn-glyph",
  "without-consent": "print-warn-consent",
  "cut-cell": "print-warn-cut",
  "empty-field": "print-warn-field",
  "unknown-field": "print-warn-unknown-field",
};

/** The sentence for a warning and what to fill in. */
export function warningText({ what, which }: PrintWarning): [TextKey, { which: string | number }] {
  return [sentences[what], { which }];
}
