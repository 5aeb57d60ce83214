/** Cell addresses. Rows and columns count from 0. */

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

export function columnIndex(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

export const cellName = (row: number, column: number): string => columnName(column) + String(row + 1);

const cellPart = /^([A-Z]{1,3})(\d{1,7})$/i;
const columnPart = /^[A-Z]{1,3}$/i;
const rowPart = /^\d{1,7}$/;

/** An address without a sheet: `B2`, `B2:D9`, `B:D`, `2:9`, with or without `$`. null if it is none. */
export function parseArea(address: string): Area | null {
  const [from = "", to = from, more] = address.replace(/\$/g, "").trim().split(":");
  if (more !== undefined) return null;
  if (cellPart.test(from) && cellPart.test(to)) {
    const [, c1 = "", r1 = ""] = cellPart.exec(from) ?? [];
    const [, c2 = "", r2 = ""] = cellPart.exec(to) ?? [];
    return between(Number(r1) - 1, columnIndex(c1), Number(r2) - 1, columnIndex(c2));
  }
  if (columnPart.test(from) && columnPart.test(to))
    return between(0, columnIndex(from), maxRows - 1, columnIndex(to));
  if (rowPart.test(from) && rowPart.test(to))
    return between(Number(from) - 1, 0, Number(to) - 1, maxColumns - 1);
  return null;
}

function between(r1: number, c1: number, r2: number, c2: number): Area | null {
  const row = Math.min(r1, r2);
  const column = Math.min(c1, c2);
  const lastRow = Math.max(r1, r2);
  const lastColumn = Math.max(c1, c2);
  if (row < 0 || column < 0 || lastRow >= maxRows || lastColumn >= maxColumns) return null;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export function areaName(area: Area): string {
  const { row, column, rows, columns } = area;
  if (rows >= maxRows)
    return columns >= maxColumns
      ? `1:${maxRows}`
      : `${columnName(column)}:${columnName(column + columns - 1)}`;
  if (columns >= maxColumns) return `${row + 1}:${row + rows}`;
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** `'一 表'!A1` → sheet and address; the sheet is null where the text names none. */
export function splitSheet(text: string): { sheet: string | null; address: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? "").replace(/''/g, "'"), address: quoted[2] ?? "" };
  const mark = text.lastIndexOf("!");
  return mark < 0
    ? { sheet: null, address: text }
    : { sheet: text.slice(0, mark), address: text.slice(mark + 1) };
}

const plainSheetName = /^[A-Z_\u4e00-\u9fff][\w.\u4e00-\u9fff]*$/i;

/** The name as it stands in an address: quoted unless it is a plain word that is no cell address. */
export function quoteSheet(name: string): string {
  return plainSheetName.test(name) && !cellPart.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

export const sameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
