// Ordering of table rows, kept apart from the drawing so that it can be tested.

export type Direction = "ascending" | "descending";

/** Sorts a copy by `key`: numbers by size, words in the order of the language, gaps last. */
export function sorted<Row>(
  rows: readonly Row[],
  key: (row: Row) => string | number | null | undefined,
  direction: Direction,
  locale: string,
): Row[] {
  const words = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((one, other) => {
    const a = key(one) ?? "";
    const b = key(other) ?? "";
    if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
    const order =
      typeof a === "number" && typeof b === "number" ? a - b : words.compare(`${a}`, `${b}`);
    return order * sign;
  });
}
