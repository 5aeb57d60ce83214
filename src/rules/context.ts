import type { CellAddress } from "../expr/cell";
import type { FactBook } from "../facts";
import type { Quantity } from "../model/quantity";
import type { Settings } from "../model/settings";

/** What a rule may look at besides the indicator itself. */
export interface RuleContext {
  readonly settings: Settings;
  readonly facts: Facts;
  /** 评价年度, four digits; null where the form names none. */
  readonly year: string | null;
}

/** A named number that the workbook holds. */
export interface FactMatch {
  /** As on the sheet. */
  readonly name: string;
  readonly cell: CellAddress;
  readonly quantity: Quantity;
}

/** A group of a satisfaction survey with its weight. */
export interface WeightedGroup {
  readonly name: string;
  readonly share: Quantity;
  readonly weight: Quantity | null;
}

/** The workbook's base data: budget sheet, 基础数据, survey tables. */
export interface Facts {
  /**
   * Matches in the order of `names`, of this evaluation's year and body alone. A name that has different values has no
   * match: nobody may take the first of them.
   */
  find(names: readonly string[]): FactMatch[];
  readonly surveyGroups: readonly WeightedGroup[];
  readonly book: FactBook;
}
