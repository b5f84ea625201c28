// Where pages stand under each other, and which one is in view. Pure.

export interface PageSize {
  /** In points. */
  width: number;
  height: number;
}

/** The white between pages and around them, in pixels. */
export const GAP = 16;

/** The zooms that + and − step through; 1 is as wide as the view. */
export const zooms = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The heights of pages of this width, in pixels. */
export function heightsOf(sizes: readonly PageSize[], width: number): number[] {
  return sizes.map((size) => Math.round((width * size.height) / size.width));
}

/** Where each page begins, in pixels from the top. */
export function topsOf(heights: readonly number[]): number[] {
  let next = GAP;
  return heights.map((height) => {
    const top = next;
    next += height + GAP;
    return top;
  });
}

/** The page after a step, kept within the document. */
export function stepPage(page: number, step: number, pages: number): number {
  return Math.min(Math.max(page + step, 1), Math.max(pages, 1));
}

/** The page in view: the last whose top lies above the middle of the view. */
export function pageInView(tops: readonly number[], scrollTop: number, height: number): number {
  const middle = scrollTop + height / 2;
  const found = tops.findLastIndex((top) => top <= middle);
  return Math.max(found, 0) + 1;
}

/** The next zoom in a direction, or the same at the end. */
export function stepZoom(zoom: number, step: 1 | -1): number {
  const next = step > 0 ? zooms.find((one) => one > zoom) : zooms.findLast((one) => one < zoom);
  return next ?? zoom;
}

/** The pages to have drawn around the one in view, that one first. */
export function pagesNear(page: number, pages: number): number[] {
  const steps = [0, 1, -1, 2];
  return steps.map((step) => page + step).filter((number) => number >= 1 && number <= pages);
}

/** How many pages away a drawn page is given up, so that a long print needs little memory. */
export const KEPT = 6;
