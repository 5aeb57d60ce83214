import { remembering } from "./remembering";

/** A place on a sheet; rows and columns count from zero. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle on a sheet; rows and columns count from zero, counts are at least 1. */
export interface CellArea extends CellAddress {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** `0` → `A`, `26` → `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `A` → `0`, `AA` → `26`; letters only. */
export function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** Reads `B4` or `$B$4`; null for anything else. */
export function parseCellName(name: string): { row: number; column: number } | null {
  const match = CELL.exec(name);
  if (!match?.[1] || !match[2]) return null;
  return { row: Number(match[2]) - 1, column: columnNumber(match[1]) };
}

/** `B4`. */
export function cellName(at: { row: number; column: number }): string {
  return `${columnName(at.column)}${at.row + 1}`;
}

/** `B4:C9`, or `B4` for a single cell. */
export function areaName(area: Omit<CellArea, "sheet">): string {
  const last = { row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1 };
  return area.rowCount === 1 && area.columnCount === 1
    ? cellName(area)
    : `${cellName(area)}:${cellName(last)}`;
}

/** `预算资金!B4`, the way findings and the report name a cell. */
export function cellLabel(at: CellAddress): string {
  return `${at.sheet}!${cellName(at)}`;
}

/** Reads `预算资金!B4`; null when there is no sheet or no cell in it. */
export function parseCellLabel(label: string): CellAddress | null {
  const cut = label.lastIndexOf("!");
  const at = cut > 0 ? parseCellName(label.slice(cut + 1)) : null;
  return at && { sheet: label.slice(0, cut), ...at };
}

// Excel leaves out the quotes where a name cannot be taken for anything else, and formulas are compared with what it gives back.
const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_A_REFERENCE = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[RrCc]|TRUE|FALSE)$/;

/** The sheet's name as a formula writes it, quoted only where Excel needs quotes. */
export const sheetReference = remembering((sheet: string): string => {
  const plain = PLAIN_SHEET_NAME.test(sheet) && !LIKE_A_REFERENCE.test(sheet);
  return plain ? sheet : `'${sheet.replace(/'/g, "''")}'`;
});

/** The cell as a formula on `fromSheet` writes it: `B4` at home, `预算资金!B4` from elsewhere. */
export function cellReference(at: CellAddress, fromSheet: string): string {
  return at.sheet === fromSheet ? cellName(at) : `${sheetReference(at.sheet)}!${cellName(at)}`;
}

/** The area as a formula on `fromSheet` writes it. */
export function areaReference(area: CellArea, fromSheet: string): string {
  return area.sheet === fromSheet ? areaName(area) : `${sheetReference(area.sheet)}!${areaName(area)}`;
}
