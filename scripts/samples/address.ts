import type { GridMerge } from "./grid.js";

/** `0` → `A`, `26` → `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Row and column from 0 → `C5`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B41:C49` or `B41` → the block it names, from 0; a malformed address is an error. */
export function parseRange(range: string): GridMerge {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range);
  if (!match) throw new Error(`Not a cell range: ${range}`);
  const [, firstColumn = "", firstRow = "", lastColumn = firstColumn, lastRow = firstRow] = match;
  const row = Number(firstRow) - 1;
  const column = columnNumber(firstColumn);
  return { row, column, rowCount: Number(lastRow) - row, columnCount: columnNumber(lastColumn) - column + 1 };
}

/** Whether a cell (from 0) lies inside a block. */
export function covers(block: GridMerge, row: number, column: number): boolean {
  return (
    row >= block.row &&
    row < block.row + block.rowCount &&
    column >= block.column &&
    column < block.column + block.columnCount
  );
}

function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
