// The comments shown beside a frozen text: whose they are, where they stand, in reading order.
// A comment that has no place in this text is still a comment: it comes last, never nowhere.
import type { Comment, Proposal, Review, SubmissionView } from "../../ipc";
import { place, type Place } from "../../shared/passages";
import { render } from "../../shared/editor/rendered";
import type { Mark } from "../../shared/proposal/FrozenText.svelte";
import { ordered } from "../../shared/proposal/parts";

export interface Remark {
  /** Unique among all that are shown. */
  id: string;
  /** The comment's own key in its review. */
  key: string;
  comment: Comment;
  author_name: string;
  /** Of the reader's own review, still being written. */
  own: boolean;
  /** The version it was made for, when that is another one. */
  version: number | null;
  place: Place | null;
}

export interface Remarks {
  /** With a place, in reading order. */
  placed: Remark[];
  /** On the whole proposal. */
  whole: Remark[];
  /** Tied to words that are not in this text any more. */
  unplaced: Remark[];
}

export type Texts = ReadonlyMap<string, string>;

/** The words of each section as they are shown. */
export function textsOf(content: Proposal): Texts {
  return new Map(
    Object.entries(content.sections).map(([key, markdown]) => [key, render(markdown).text]),
  );
}

/** The comments of one review, placed. `version` names another version they were made for. */
export function remarksOf(
  review: Review,
  from: { id: string; author_name: string; own?: boolean; version?: number },
  texts: Texts,
): Remark[] {
  return ordered(review.comments).map(({ key, ...comment }) => ({
    id: `${from.id}.${key}`,
    key,
    comment,
    author_name: from.author_name,
    own: from.own ?? false,
    version: from.version ?? null,
    place: comment.anchor
      ? place(comment.anchor, texts.get(comment.anchor.section) ?? "", from.version === undefined)
      : null,
  }));
}

/** All in reading order: by section and place; equal ones as they were written. */
export function arranged(remarks: readonly Remark[], sections: readonly string[]): Remarks {
  const rank = (remark: Remark) => {
    const at = sections.indexOf(remark.comment.anchor?.section ?? "");
    return at < 0 ? sections.length : at;
  };
  const placed = remarks
    .filter((remark) => remark.place !== null)
    .sort((a, b) => rank(a) - rank(b) || (a.place?.start ?? 0) - (b.place?.start ?? 0));
  return {
    placed,
    whole: remarks.filter((remark) => remark.comment.anchor === null),
    unplaced: remarks.filter((remark) => remark.comment.anchor !== null && remark.place === null),
  };
}

/** The marks of the placed comments by section; `chosen` stands out. */
export function marksOf(
  placed: readonly Remark[],
  chosen: string,
): { [section in string]: Mark[] } {
  const marks: { [section in string]: Mark[] } = {};
  for (const { id, comment, own, place: at } of placed) {
    if (!comment.anchor || !at) continue;
    const kind = id === chosen ? "chosen" : comment.resolved ? "resolved" : own ? "own" : "comment";
    (marks[comment.anchor.section] ??= []).push({ id, ...at, kind });
  }
  return marks;
}

/** The reader's unsettled comments on the newest earlier version they decided on. */
export function carriedOver(
  earlier: readonly SubmissionView[],
  me: string,
  texts: Texts,
): Remark[] {
  for (const view of earlier.toReversed()) {
    const made = view.decisions.findLast((one) => one.author === me);
    if (!made) continue;
    const from = {
      id: made.id,
      author_name: made.author_name,
      version: view.submission.number,
    };
    return remarksOf(made.decision.review, from, texts).filter((it) => !it.comment.resolved);
  }
  return [];
}
