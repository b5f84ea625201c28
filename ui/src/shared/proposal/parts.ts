// Rules of a proposal's tables: order of rows, the stakeholder quadrant, sums, risk, gaps.
// Knows records, not screens; missing numbers stay unknown and never count as zero.
import type {
  BudgetLine,
  MissingPart,
  Observation,
  Proposal,
  Record as AnyRecord,
  Risk,
  Stakeholder,
  Term,
} from "../../ipc";

/** The tables of a proposal, in reading order. */
export const tables = ["targets", "stakeholders", "milestones", "risks", "budget"] as const;
export type TableName = (typeof tables)[number];
export const terms: readonly Term[] = ["short", "medium", "long"];

export interface Placed {
  position: number;
}
export type Rows<T> = { [key in string]: T };
export type Row<T> = T & { key: string };

export function emptyProposal(programme: string): Proposal {
  return {
    title: "",
    programme,
    sections: {},
    stakeholders: {},
    milestones: {},
    risks: {},
    budget: {},
    targets: {},
  };
}

/** The rows by position; two of one position by key, so that every laptop shows one order. */
export function ordered<T extends Placed>(rows: Rows<T>): Row<T>[] {
  return Object.entries(rows)
    .map(([key, row]) => ({ ...row, key }))
    .sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1));
}

export const quadrants = ["latent", "promoter", "apathetic", "defender"] as const;
export type Quadrant = (typeof quadrants)[number];

/** Interest × power: promoter (both), defender (interest), latent (power), apathetic (neither). */
export function quadrantOf(of: Pick<Stakeholder, "high_interest" | "high_power">): Quadrant {
  if (of.high_interest) return of.high_power ? "promoter" : "defender";
  return of.high_power ? "latent" : "apathetic";
}

/** Volume × price; unknown as long as one of the two is. */
export function lineTotal(line: Pick<BudgetLine, "volume" | "price">): number | null {
  return line.volume === null || line.price === null ? null : line.volume * line.price;
}

/** The sum of what is known, and how many lines are not. */
export function budgetTotal(lines: Rows<BudgetLine>): { sum: number; unknown: number } {
  const totals = Object.values(lines).map(lineTotal);
  return {
    sum: totals.reduce<number>((sum, total) => sum + (total ?? 0), 0),
    unknown: totals.filter((total) => total === null).length,
  };
}

/** Likelihood × impact, 1–25; unknown as long as one of the two is. */
export function riskLevel(risk: Pick<Risk, "likelihood" | "impact">): number | null {
  return risk.likelihood === null || risk.impact === null ? null : risk.likelihood * risk.impact;
}

/** How grave a risk is. A rule of thumb for reading, not a norm. */
export function riskGravity(level: number): "low" | "middle" | "high" {
  return level >= 15 ? "high" : level >= 6 ? "middle" : "low";
}

/** The observation of a record, if it is one. */
export function observationOf(record: AnyRecord | null): Observation | null {
  return record?.kind === "observation" ? record.value : null;
}

/** The place a missing part is filled in: `title`, a section's key, a table, or `evidence`. */
export function placeOf(part: MissingPart): string {
  switch (part.part) {
    case "section":
      return part.key;
    case "citation":
      return "evidence";
    case "title":
    case "stakeholders":
    case "milestones":
    case "risks":
    case "targets":
      return part.part;
  }
}
