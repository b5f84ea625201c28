// What changed between two texts, word by word. Patience first: words that stand once in each
// text tie the two together; between them a longest common subsequence. Changes parted by a
// word or two of no weight are shown as one. Knows plain text only.
export interface Change {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Beyond this many comparisons a passage counts as rewritten. */
const MOST = 1_000_000;
const LIGHT = new Set(
  "yang di ke dan dari pada untuk dengan itu ini atau a an the of to in and or for on at".split(
    " ",
  ),
);

/** Words, blanks and signs of a text, nothing left out. */
export function tokens(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** The changes that lead from `before` to `after`; removed words stand before added ones. */
export function changes(before: string, after: string): Change[] {
  const out: Change[] = [];
  compare(tokens(before), tokens(after), out);
  return glued(out);
}

/** Whether anything differs but blanks. */
export function differs(list: readonly Change[]): boolean {
  return list.some((one) => one.kind !== "same" && one.text.trim() !== "");
}

/** How many places are changed: runs of removed and added words count once. */
export function placesIn(list: readonly Change[]): number {
  return list.filter((one, at) => one.kind !== "same" && (list[at - 1]?.kind ?? "same") === "same")
    .length;
}

function compare(a: string[], b: string[], out: Change[]): void {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  push(out, "same", a.slice(0, head));
  between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), out);
  push(out, "same", a.slice(a.length - tail));
}

function between(a: string[], b: string[], out: Change[]): void {
  if (a.length === 0 || b.length === 0) {
    push(out, "removed", a);
    push(out, "added", b);
    return;
  }
  const ties = tied(a, b);
  if (ties.length === 0) return void subsequence(a, b, out);
  let [i, j] = [0, 0];
  for (const [x, y] of ties) {
    compare(a.slice(i, x), b.slice(j, y), out);
    push(out, "same", a.slice(x, x + 1));
    [i, j] = [x + 1, y + 1];
  }
  compare(a.slice(i), b.slice(j), out);
}

/** Pairs of the words that stand exactly once in each, in the longest rising order. */
function tied(a: string[], b: string[]): [number, number][] {
  const [inA, inB] = [once(a), once(b)];
  const pairs: [number, number][] = [];
  for (const [word, x] of inA) {
    const y = inB.get(word);
    if (y !== undefined && y >= 0 && x >= 0 && word.length > 1 && word.trim()) pairs.push([x, y]);
  }
  // Patience sorting: each pile's top, and for each pair the top of the pile before.
  const piles: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, y], at) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < y) low = middle + 1;
      else high = middle;
    }
    before[at] = piles[low - 1] ?? -1;
    piles[low] = at;
  });
  const chain: [number, number][] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chain.unshift(pair);
  }
  return chain;
}

/** Each word with its place, or -1 when it stands more than once; in reading order. */
function once(words: string[]): Map<string, number> {
  const found = new Map<string, number>();
  words.forEach((word, at) => found.set(word, found.has(word) ? -1 : at));
  return found;
}

function subsequence(a: string[], b: string[], out: Change[]): void {
  if (a.length * b.length > MOST) {
    push(out, "removed", a);
    push(out, "added", b);
    return;
  }
  const wide = b.length + 1;
  const best = new Uint32Array((a.length + 1) * wide);
  const of = (i: number, j: number) => best[i * wide + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i * wide + j] =
        a[i] === b[j] ? of(i + 1, j + 1) + 1 : Math.max(of(i + 1, j), of(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (x !== undefined && x === y) {
      push(out, "same", [x]);
      i += 1;
      j += 1;
    } else if (x !== undefined && (y === undefined || of(i + 1, j) >= of(i, j + 1))) {
      push(out, "removed", [x]);
      i += 1;
    } else if (y !== undefined) {
      push(out, "added", [y]);
      j += 1;
    }
  }
}

function push(out: Change[], kind: Change["kind"], words: string[]): void {
  if (words.length === 0) return;
  const last = out.at(-1);
  if (last?.kind === kind) last.text += words.join("");
  else out.push({ kind, text: words.join("") });
}

/** Joins changes parted only by blanks or one or two light words on the same line. */
function glued(list: readonly Change[]): Change[] {
  const out: Change[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    push(out, "removed", removed ? [removed] : []);
    push(out, "added", added ? [added] : []);
    removed = added = "";
  };
  list.forEach((one, at) => {
    if (one.kind === "removed") removed += one.text;
    else if (one.kind === "added") added += one.text;
    else if ((removed || added) && list[at + 1] && isLight(one.text)) {
      removed += one.text;
      added += one.text;
    } else {
      flush();
      push(out, "same", [one.text]);
    }
  });
  flush();
  return out;
}

function isLight(text: string): boolean {
  if (text.includes("\n")) return false;
  const words = text.trim().split(/\s+/).filter(Boolean);
  return words.length <= 2 && words.every((word) => LIGHT.has(word.toLowerCase()));
}
