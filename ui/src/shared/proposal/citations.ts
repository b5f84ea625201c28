// How a citation is written in Markdown: `[words](tilik:obs/ID@VERSION)`. The core decides what
// counts as cited; here the window only finds and renews the links it wrote itself.
import type { Citation } from "../../ipc";

const LINK = /\]\(<?tilik:obs\/([0-9a-z-]+)@([0-9a-z]+)(#[^)\s>]*)?>?(?:\s+"[^"]*")?\)/gi;

/** The citations of a Markdown text, each once. */
export function citationsIn(markdown: string): Citation[] {
  const found: Citation[] = [];
  for (const [, observation = "", version = ""] of markdown.matchAll(LINK)) {
    if (!found.some((one) => one.observation === observation && one.version === version)) {
      found.push({ observation, version });
    }
  }
  return found;
}

/** The citations of all sections in the given order, each once. */
export function citationsOf(
  sections: { [key in string]: string },
  order: readonly string[],
): Citation[] {
  const rest = Object.keys(sections).filter((key) => !order.includes(key));
  return citationsIn([...order, ...rest].map((key) => sections[key] ?? "").join("\n\n"));
}

/** The text with every citation of `from` pointing to `version` instead. */
export function renewCitation(markdown: string, from: Citation, version: string): string {
  const old = `tilik:obs/${from.observation}@${from.version}`;
  // The version ends where the link does, so a longer one that begins alike is left alone.
  return markdown.replaceAll(LINK, (link, observation: string, was: string) =>
    observation === from.observation && was === from.version
      ? link.replace(old, `tilik:obs/${observation}@${version}`)
      : link,
  );
}

/** The words of a citation, safe inside the brackets of a link. */
export function citationWords(title: string): string {
  return title
    .replace(/[[\]\\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
