import type { CellAddress } from "../../expr/cell";
import {
  addressAt,
  cellAt,
  columnCount,
  textAt,
  type GridCell,
  type MergedArea,
  type SheetGrid,
} from "../../model/grid";
import { headerOf, type HeaderMatch } from "./headers";

/** A sheet with its merged cells looked up: the text of a merged block belongs to all its cells. */
export interface SheetView {
  readonly grid: SheetGrid;
  readonly rows: number;
  readonly columns: number;
  readonly areas: ReadonlyMap<number, MergedArea>;
  readonly headers: Map<string, HeaderMatch | null>;
  /** By row, as they are asked for. */
  readonly filled: Map<number, readonly number[]>;
}

const WIDEST = 16_384;
const key = (row: number, column: number): number => row * WIDEST + column;

export function viewOf(grid: SheetGrid): SheetView {
  const rows = grid.rows.length;
  const columns = columnCount(grid);
  const areas = new Map<number, MergedArea>();
  for (const area of grid.merges) {
    const lastRow = Math.min(area.row + area.rowCount, rows);
    const lastColumn = Math.min(area.column + area.columnCount, columns);
    for (let row = area.row; row < lastRow; row += 1) {
      for (let column = area.column; column < lastColumn; column += 1) areas.set(key(row, column), area);
    }
  }
  return { grid, rows, columns, areas, headers: new Map(), filled: new Map() };
}

export function areaAt(view: SheetView, row: number, column: number): MergedArea | null {
  if (view.areas.size === 0) return null;
  return view.areas.get(key(row, column)) ?? null;
}

/** The cell itself, or the upper left one of its merged block. */
export function anchorOf(view: SheetView, row: number, column: number): CellAddress {
  const area = areaAt(view, row, column);
  return addressAt(view.grid, area?.row ?? row, area?.column ?? column);
}

/** Whether the cell is its own: not merged, or the upper left cell of its block. */
export function isOwn(view: SheetView, row: number, column: number): boolean {
  const area = areaAt(view, row, column);
  return area === null || (area.row === row && area.column === column);
}

/** What the cell shows, through merged blocks. */
export function shownAt(view: SheetView, row: number, column: number): string {
  const area = areaAt(view, row, column);
  return area ? textAt(view.grid, area.row, area.column) : textAt(view.grid, row, column);
}

export function ownTextAt(view: SheetView, row: number, column: number): string {
  return isOwn(view, row, column) ? textAt(view.grid, row, column) : "";
}

export function gridCellAt(view: SheetView, row: number, column: number): GridCell {
  return cellAt(view.grid, row, column);
}

/** The header that a cell's text is, remembered: most labels of a sheet repeat. */
export function headerAt(view: SheetView, row: number, column: number): HeaderMatch | null {
  const cell = cellAt(view.grid, row, column);
  if (typeof cell.value !== "string" || cell.value.length > 60) return null;
  const text = cell.text.trim();
  const seen = view.headers.get(text);
  if (seen !== undefined) return seen;
  const match = headerOf(text);
  view.headers.set(text, match);
  return match;
}

/** The columns of a row in which something of its own stands. */
export function filledColumns(view: SheetView, row: number): readonly number[] {
  const known = view.filled.get(row);
  if (known !== undefined) return known;
  const columns = columnsFilledIn(view, row);
  view.filled.set(row, columns);
  return columns;
}

function columnsFilledIn(view: SheetView, row: number): number[] {
  const columns: number[] = [];
  const cells = view.grid.rows[row] ?? [];
  for (let column = 0; column < cells.length; column += 1) {
    if ((cells[column]?.text ?? "").trim() !== "" && isOwn(view, row, column)) columns.push(column);
  }
  return columns;
}
