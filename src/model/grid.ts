import type { CellAddress } from "../expr/cell";

/** What a cell holds: a number as Excel keeps it, text, a logical value, or null when it is empty. */
export type CellValue = string | number | boolean | null;

export interface GridCell {
  readonly value: CellValue;
  /** What the sheet shows, e.g. `96.93%` for 0.9693; empty for an empty cell. */
  readonly text: string;
  /** With its leading `=`; null for a typed value. */
  readonly formula: string | null;
  /** What Excel's `formulas` says of a constant, where that is not its value: two readings are compared by it. */
  readonly entry?: string | number | boolean;
  /** Number format code, `General` where none is set. */
  readonly format: string;
}

export interface MergedArea {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** One sheet as read: rows[row][column] counts from the sheet's A1, rows may be ragged, missing cells are empty. */
export interface SheetGrid {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  readonly rows: readonly (readonly (GridCell | undefined)[])[];
  readonly merges: readonly MergedArea[];
  /** Rows hidden by hand or by a filter, counted from 0. */
  readonly hiddenRows: ReadonlySet<number>;
}

export const EMPTY_CELL: GridCell = { value: null, text: "", formula: null, format: "General" };

export function cellAt(grid: SheetGrid, row: number, column: number): GridCell {
  return grid.rows[row]?.[column] ?? EMPTY_CELL;
}

/** The cell's text without outer white space; what headers and names are compared by. */
export function textAt(grid: SheetGrid, row: number, column: number): string {
  return cellAt(grid, row, column).text.trim();
}

export function addressAt(grid: SheetGrid, row: number, column: number): CellAddress {
  return { sheet: grid.name, row, column };
}

export function columnCount(grid: SheetGrid): number {
  return grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
}
