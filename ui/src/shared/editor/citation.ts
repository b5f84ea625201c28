// How a citation is written: a link `[words](tilik:obs/ID@VERSION)` to an observation as it was
// at one version. Anything after "#" is a detail for the reader and is kept as it is.

/** An observation cited as it was at one version. */
export interface CitationTarget {
  observation: string;
  version: string;
}

const form = /^tilik:obs\/([^@#\s]+)@([^@#\s]+)(?:#.*)?$/;

/** The link target of a citation. */
export function citationLink(citation: CitationTarget): string {
  return `tilik:obs/${citation.observation}@${citation.version}`;
}

/** Whether a link target names something inside the cohort rather than a page. */
export function isOwnLink(target: string): boolean {
  return target.startsWith("tilik:");
}

/** Reads a link target; `null` when it names no observation. */
export function readCitation(target: string): CitationTarget | null {
  const [, observation, version] = form.exec(target) ?? [];
  return observation && version ? { observation, version } : null;
}
