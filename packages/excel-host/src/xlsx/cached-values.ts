import type { CellValue } from "../model/display";
import { cellError, cellValue, formulaOf, type CellData } from "../model/sheet-cells";

export interface CachedValue {
  value: CellValue;
  error: boolean;
}

/** The result of a formula cell; null where there is none. */
export function cachedValueOf(cell: CellData): CachedValue | null {
  if (!cell || formulaOf(cell) === null || (cell.v == null && cell.p == null)) return null;
  return { value: cellValue(cell), error: cellError(cell) !== null };
}

/** A value as a cell of a file says it: its type `t` and the text of `<v>`. */
export function typedValue({ value, error }: CachedValue): { type: string; text: string } {
  return {
    type: error ? "e" : typeof value === "string" ? "str" : typeof value === "boolean" ? "b" : "n",
    text: typeof value === "boolean" ? (value ? "1" : "0") : String(value),
  };
}
