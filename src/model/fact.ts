import type { CellAddress } from "../expr/cell";
import type { Quantity } from "./quantity";

/**
 * Where an amount stands between plan and account. `budget` is a budget of which nothing is said, `spent` a spending of
 * which nothing is said; `mixed` words that contradict each other, which match nothing.
 */
export type Stage =
  "initial" | "adjusted" | "budget" | "planned" | "arrived" | "executed" | "final" | "spent" | "mixed";

/** `base` is a year that is written somewhere near; null where the words only say 本年, 上年 or nothing. */
export type FactYear =
  | { readonly kind: "year"; readonly base: number | null; readonly offset: number }
  /** Several years together: never one of them. */
  | { readonly kind: "several" };

/** A number of the workbook that says what it is: the same for rates, checks, proof-reading and collecting. */
export interface Fact {
  /** As a person would say it: `三公经费本年决算数`. */
  readonly name: string;
  /** The words of its own row alone, or of its header where the row has none. */
  readonly label: string;
  /** What it is an amount of, in the official names (`三公经费`); empty for the whole spending or budget. */
  readonly items: readonly string[];
  /** Words that no table of names knows; they take part in the comparison as they are. */
  readonly words: readonly string[];
  /** Items and words that stand further away: a rate may ask for them, a fact need not be asked for by them. */
  readonly around: readonly string[];
  readonly stage: Stage | null;
  readonly year: FactYear;
  /** At the beginning or the end of its year. */
  readonly moment: "begin" | "end" | null;
  /** The unit, project or group that it belongs to; null where none is named. */
  readonly body: string | null;
  /** A row or column 合计, 汇总. */
  readonly total: boolean;
  readonly isPart: boolean;
  /** `含离退休`: words in brackets that change what is meant. */
  readonly qualifier: string | null;
  /** With its unit; of money the one of its table where the cell names none. */
  readonly quantity: Quantity;
  readonly cell: CellAddress;
  readonly table: string;
}
