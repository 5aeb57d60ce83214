import type { CellAddress } from "../expr/cell";
import type { Exact } from "../expr/exact";
import type { TextReading } from "../expr/expression";

/** The sign of a target; `none` for a bare number, a date without 前/底, or words. */
export type Comparison = ">=" | ">" | "<=" | "<" | "=" | "range" | "none";

/** Which way is better; null for words. A deadline is `lower`: earlier is better. */
export type Direction = "higher" | "lower" | "exact" | null;

export type QuantityNature =
  | "number"
  | "range"
  | "date"
  | "words"
  /** Deliberately not printed: `*`, `不宜公开`. */
  | "undisclosed"
  /** `/`, `不适用`, `不涉及`. */
  | "not-applicable"
  | "empty"
  /** Looks like a number and cannot be read with certainty. */
  | "unreadable";

/** What a cell of a form says about an amount, share, count, date or state. */
export interface Quantity {
  /** As the sheet shows it. */
  readonly text: string;
  readonly cell: CellAddress | null;
  readonly nature: QuantityNature;
  readonly comparison: Comparison;
  /** In the unit that the cell states; percentages as fractions (`95%` → 0.95); the lower end of a range. */
  readonly value: Exact | null;
  /** The upper end of a range. */
  readonly value2: Exact | null;
  /** ISO date (`2023-12`, `2023-12-31`, `--12-31`) where `nature` is `date`. */
  readonly date: string | null;
  /** The number that Excel keeps in the cell of a date; absent where the cell holds a text. */
  readonly serial?: Exact;
  /** What is left when sign and number are taken off (`批`, `亿元`, `%`); `date` for dates; null without one. */
  readonly unit: string | null;
  /** What one of `unit` is in its base unit: 10000 for 万元, 1 for 元, 批 and %. */
  readonly factor: Exact;
  /**
   * How a formula reads the number from `cell`: directly (`number`), by taking pieces out of its text,
   * or not at all (null: the number enters as a constant, guarded by the cell's source text).
   */
  readonly live: "number" | TextReading | null;
}

export interface Target extends Quantity {
  readonly direction: Direction;
}
