// What there is to choose from a series, read anew when another is wanted.
import { ask, type Language, type PrintSeries, type SeriesItem } from "../../ipc";
import { keyOf } from "./choices";

export class Series {
  /** `null` while it is read, and where nothing is to be chosen. */
  items = $state.raw<readonly SeriesItem[] | null>(null);
  /** Why it could not be read. */
  unread = $state.raw<unknown>(null);
  #series: PrintSeries | null = null;

  /** Reads a series; returns how to stop caring. For an effect. */
  want(series: PrintSeries | null, words: Language): (() => void) | void {
    let current = true;
    this.#series = series;
    this.items = null;
    this.unread = null;
    if (series === null) return;
    ask.seriesList(series, words).then(
      (found) => {
        if (current) this.items = found;
      },
      (reason: unknown) => {
        if (current) this.unread = reason;
      },
    );
    return () => (current = false);
  }

  /** The key of the first of this series: it is chosen until another is, so that pages are there at once. */
  firstOf(series: PrintSeries | null): string | null {
    const first = this.items?.[0];
    return first && series === this.#series ? keyOf(first.subject) : null;
  }
}
