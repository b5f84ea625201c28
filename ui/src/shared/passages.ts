// Where a comment stands in a text. An anchor names a passage of one frozen version; in that
// version it is found by position, in any other by its words and what stands around them.
// What cannot be placed for certain has no place: a comment is never put beside the wrong words.
// Knows plain rendered text only, nothing of Markdown, of the page or of who reads.
import type { Anchor } from "../ipc";

/** A selected passage, in UTF-16 units of the rendered text. */
export interface Passage {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/** Where an anchor was found. */
export interface Place {
  start: number;
  end: number;
}

/** How much of the surroundings an anchor keeps. */
export const AROUND = 64;

/** The anchor of `text[start, end)` in a section; `null` when nothing but blanks is selected. */
export function anchorOf(section: string, text: string, start: number, end: number): Anchor | null {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  if (from >= to) return null;
  return {
    section,
    exact: text.slice(from, to),
    prefix: tail(text.slice(0, from)),
    suffix: head(text.slice(to)),
    start: from,
    end: to,
  };
}

/** The anchor of a passage as the reader hands it over. */
export function anchorFrom(section: string, passage: Passage): Anchor | null {
  if (passage.exact.trim() === "") return null;
  return {
    section,
    exact: passage.exact,
    prefix: tail(passage.prefix),
    suffix: head(passage.suffix),
    start: passage.start,
    end: passage.end,
  };
}

// Cut to the limit without leaving half a character (a surrogate) at the edge.
const tail = (text: string) => text.slice(-AROUND).replace(/^[\udc00-\udfff]/, "");
const head = (text: string) => text.slice(0, AROUND).replace(/[\ud800-\udbff]$/, "");

/**
 * Where the anchor stands in `text`. In the version it was made for (`sameVersion`) the position
 * counts, if the words there are still the same; otherwise the words are searched, and among
 * several the one whose surroundings fit clearly best is taken.
 */
export function place(anchor: Anchor, text: string, sameVersion: boolean): Place | null {
  if (anchor.exact === "") return null;
  if (sameVersion && text.slice(anchor.start, anchor.end) === anchor.exact) {
    return { start: anchor.start, end: anchor.end };
  }
  return search(anchor, text);
}

function search(anchor: Anchor, text: string): Place | null {
  const found = occurrences(text, anchor.exact).map((start) => {
    const end = start + anchor.exact.length;
    return { start, end, fit: fitOf(anchor, text, start, end) };
  });
  found.sort((one, other) => other.fit - one.fit);
  const [best, second] = found;
  if (!best || best.fit === second?.fit) return null;
  // One or two common words prove nothing without their surroundings.
  const words = anchor.exact.trim().split(/\s+/).length;
  const surroundings = anchor.prefix.length + anchor.suffix.length;
  if (words < 3 && surroundings > 0 && best.fit < Math.min(12, surroundings)) return null;
  return { start: best.start, end: best.end };
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/** How many characters next to the passage are the same as next to the anchor. */
function fitOf(anchor: Anchor, text: string, start: number, end: number): number {
  let before = 0;
  while (
    before < anchor.prefix.length &&
    before < start &&
    text[start - 1 - before] === anchor.prefix[anchor.prefix.length - 1 - before]
  )
    before += 1;
  let after = 0;
  while (
    after < anchor.suffix.length &&
    end + after < text.length &&
    text[end + after] === anchor.suffix[after]
  )
    after += 1;
  return before + after;
}

/** The sentences of a text with their places, for choosing a passage by keyboard. */
export function sentences(text: string): Passage[] {
  const found: Passage[] = [];
  // A dot ends a sentence when a blank and no digit or small letter follows: "pukul 08.30" goes on.
  for (const match of text.matchAll(/[^\n]+?(?:[.!?…](?=\s+[^a-z0-9\s])|(?=\n)|$)/g)) {
    const anchor = anchorOf("", text, match.index, match.index + match[0].length);
    if (anchor) found.push(anchor);
  }
  return found;
}
