// What can be saved for other programs, in one table, and the job for the shell from what was
// chosen. A new file is one entry here and its words in print.ftl. Pure.
import type {
  CsvStyle,
  ExportFormat,
  ExportJob,
  ExportSubject,
  Language,
  PrintJob,
  PrintSubject,
} from "../../ipc";
import { prints, type Scope, type ScopeKey } from "./choices";

export type FileWhat =
  | "schedule"
  | "roster"
  | "sites"
  | "observations"
  | "scores"
  | "observation"
  | "proposal"
  | "everything";
/** The parts of the list of files. */
export type FileHeading = "tables" | "texts" | "all";

export interface FileKind {
  heading: FileHeading;
  /** What it is, or among what it is chosen as a print is. */
  of: ExportSubject | readonly [Scope, ...Scope[]];
  /** Whose telephone and other numbers it holds when asked for. */
  numbers?: "people" | "contacts";
  /** It is the itinerary, as released or as it stands. */
  plan?: true;
}

export const files: Record<FileWhat, FileKind> = {
  schedule: { heading: "tables", of: prints.schedule.scopes, plan: true },
  roster: { heading: "tables", of: { what: "roster" }, numbers: "people" },
  sites: { heading: "tables", of: { what: "sites" }, numbers: "contacts" },
  observations: { heading: "tables", of: { what: "observations" } },
  scores: { heading: "tables", of: { what: "scores" } },
  observation: { heading: "texts", of: prints.observation.scopes },
  proposal: { heading: "texts", of: prints.proposal.scopes },
  everything: { heading: "all", of: { what: "everything" }, numbers: "people" },
};

export const fileWhats = Object.keys(files) as FileWhat[];
const headings: readonly FileHeading[] = ["tables", "texts", "all"];

/** The files under their headings, as the list shows them. */
export const listedFiles = headings.map((heading) => ({
  heading,
  whats: fileWhats.filter((what) => files[what].heading === heading),
}));

export interface FileChoice {
  what: FileWhat;
  scope: ScopeKey;
  /** The key of the one chosen among several, or "" while none is. */
  of: string;
  /** `null` stands for the most useful. */
  format: ExportFormat | null;
  language: Language;
  /** With numbers that name a person. */
  personal: boolean;
  /** The itinerary as it stands now. */
  draft: boolean;
  csv: CsvStyle;
}

/** What is chosen among, if anything is. */
export function fileScopes(what: FileWhat): readonly [Scope, ...Scope[]] | null {
  const { of } = files[what];
  return "what" in of ? null : of;
}

/** The scope in hand, if there are any. */
export function fileScope({ what, scope }: Pick<FileChoice, "what" | "scope">): Scope | null {
  const scopes = fileScopes(what);
  return scopes && (scopes.find((one) => one.key === scope) ?? scopes[0]);
}

/** What shall be saved, or `null` while something is missing. */
export function subjectOf(choice: Pick<FileChoice, "what" | "scope" | "of">): ExportSubject | null {
  const { of } = files[choice.what];
  if ("what" in of) return of;
  const scope = fileScope(choice);
  if (scope && "subject" in scope) return { what: "print", of: scope.subject };
  return choice.of === "" ? null : { what: "print", of: JSON.parse(choice.of) as PrintSubject };
}

/** The job of a choice, with the formats that there are, or `null` while something is missing. */
export function exportOf(choice: FileChoice, formats: readonly ExportFormat[]): ExportJob | null {
  const subject = subjectOf(choice);
  const format = formats.find((one) => one === choice.format) ?? formats[0];
  if (!subject || !format) return null;
  const { language, csv } = choice;
  const { numbers, plan } = files[choice.what];
  return {
    subject,
    format,
    language,
    csv,
    personal: numbers !== undefined && choice.personal,
    draft: plan === true && choice.draft,
    sheet: "a4",
    landscape: false,
    table: "",
  };
}

/** A CSV file as Indonesian Excel opens it by itself. */
export const usualCsv: CsvStyle = { separator: "semicolon", bom: true };

/** The same print as a Word file. */
export function wordOf({ subject, sheet, landscape, language }: PrintJob): ExportJob {
  return {
    subject: { what: "print", of: subject },
    format: "docx",
    sheet,
    landscape,
    language,
    personal: false,
    draft: false,
    csv: usualCsv,
    table: "",
  };
}

/** What a route asks to save: `{ file: "roster" }`. What makes no sense is passed over. */
export function fileOf(asked: Record<string, string> | undefined): FileWhat | null {
  return fileWhats.find((what) => what === asked?.file) ?? null;
}
