// What there is to choose from a series, read anew when another is wanted.
import { ask, type Language, type PrintSeries, type SeriesItem } from "../../ipc";
import { keyOf } from "./choices";

export class Series {
  /** `null` while it is read, and where nothing is to be chosen. */
  items = $state.raw<readonly SeriesItem[] | null>(null);
  /** Why it could not be read. */
  unread = $state.raw<unknown>(null);

  /** Reads a series; returns how to stop caring. For an effect. */
  want(series: PrintSeries | null, words: Language): (() => void) | void {
    let current = true;
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

  /** The key of the only one there is: it needs no choosing. */
  get only(): string | null {
    const first = this.items?.length === 1 ? this.items[0] : undefined;
    return first ? keyOf(first.subject) : null;
  }
}
