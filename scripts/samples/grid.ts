/** What a workbook looks like before any library touches it: plain data, addressed from 0. */

export interface GridCell {
  value: string | number | boolean | null;
  /** Without the leading `=`; `value` is then its cached result, or null when the writer is to compute it. */
  formula?: string;
  /** Excel number format, e.g. `0.00%`. */
  format?: string;
  look?: CellLook;
}

/** How a cell is dressed; the writer knows what each look means in fonts, borders and fills. */
export interface CellLook {
  role: "title" | "note" | "header" | "total" | "body" | "plain";
  align: "left" | "center" | "right";
}

export interface GridMerge {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

/** How the sheet is printed and shown; all parts are optional because a fixture has no print set-up. */
export interface SheetDress {
  /** Column widths in characters, from column A. */
  widths?: readonly number[];
  /** Row heights in points, by row number from 1. */
  heights?: Readonly<Record<string, number>>;
  landscape?: boolean;
  /** Rows 1…n are repeated on every printed page and frozen on the screen. */
  titleRows?: number;
}

export interface GridSheet {
  name: string;
  rows: (GridCell | null)[][];
  merges: GridMerge[];
  hiddenRows?: number[];
  hiddenColumns?: number[];
  dress?: SheetDress;
}

export interface GridWorkbook {
  title: string;
  sheets: GridSheet[];
}
