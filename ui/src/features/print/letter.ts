// The parts of a letter's template and the fields that stand in them. Pure.
import type { LetterTemplate } from "../../ipc";

export type LetterPart = keyof LetterTemplate;

/** The parts from top to bottom, with the lines each usually takes. */
export const letterParts: readonly { part: LetterPart; lines: number }[] = [
  { part: "title", lines: 1 },
  { part: "number", lines: 1 },
  { part: "attachment", lines: 1 },
  { part: "subject", lines: 1 },
  { part: "recipient", lines: 2 },
  { part: "body", lines: 12 },
  { part: "signer", lines: 1 },
  { part: "cc", lines: 2 },
];

/** A field as it is written in a template. */
export function written(name: string): string {
  return `{{${name}}}`;
}

/** The fields that a template names and that are not known. */
export function unknownFields(template: LetterTemplate, known: readonly string[]): string[] {
  const named = Object.values(template).flatMap((text: string) =>
    [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((found) => found[1] ?? ""),
  );
  return [...new Set(named)].filter((name) => !known.includes(name));
}

export function sameTemplate(a: LetterTemplate, b: LetterTemplate): boolean {
  return letterParts.every(({ part }) => a[part] === b[part]);
}
