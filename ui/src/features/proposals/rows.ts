// Adding, changing, moving and removing rows of a proposal's tables. A row keeps its key; its
// place is a position between its neighbours', so that rows moved on two laptops merge.
import { ordered, type Placed, type Rows } from "../../shared/proposal/parts";

/** A key for a new row. */
export const newKey = () => crypto.randomUUID().slice(0, 8);

/** With a new row at the end. */
export function withRow<T extends Placed>(
  rows: Rows<T>,
  key: string,
  row: Omit<T, "position">,
): Rows<T> {
  const last = Math.max(0, ...Object.values(rows).map((one) => one.position));
  return { ...rows, [key]: { ...row, position: last + 1 } as T };
}

/** With some fields of one row changed. */
export function withChange<T extends Placed>(
  rows: Rows<T>,
  key: string,
  change: Partial<T>,
): Rows<T> {
  const row = rows[key];
  return row ? { ...rows, [key]: { ...row, ...change } } : rows;
}

/** Without one row. */
export function withoutRow<T extends Placed>(rows: Rows<T>, key: string): Rows<T> {
  return Object.fromEntries(Object.entries(rows).filter(([one]) => one !== key));
}

/**
 * With one row a step up (-1) or down (1), among the rows `within` admits. The same rows when
 * it is at the edge already.
 */
export function withMove<T extends Placed>(
  rows: Rows<T>,
  key: string,
  step: 1 | -1,
  within: (row: T) => boolean = () => true,
): Rows<T> {
  const list = ordered(rows).filter((row) => within(row));
  const from = list.findIndex((row) => row.key === key);
  const past = list[from + step];
  if (from < 0 || !past) return rows;
  const beyond = list[from + 2 * step];
  const position = beyond ? (past.position + beyond.position) / 2 : past.position + step;
  if (position !== past.position && position !== beyond?.position) {
    return withChange(rows, key, { position } as Partial<T>);
  }
  // No number is left between the two: count all of them anew.
  const order = list.map((row) => row.key);
  order.splice(from, 1);
  order.splice(from + step, 0, key);
  const rest = ordered(rows).map((row) => row.key);
  const slots = rest.filter((one) => order.includes(one));
  const all = rest.map((one) => (order.includes(one) ? order[slots.indexOf(one)] : one));
  return Object.fromEntries(
    all.flatMap((one, at) => {
      const row = one === undefined ? undefined : rows[one];
      return one !== undefined && row ? [[one, { ...row, position: at + 1 }]] : [];
    }),
  );
}
