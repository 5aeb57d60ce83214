import { contains, maxColumns, maxRows, type Area } from "./address";
import { command } from "./runtime";
import { pointsPerPixel, univerRange, type SheetModel } from "./sheet-model";
import { isOn, wrapText } from "./styles";

/** Widths, heights, hidden rows and columns, freezing and the like of a sheet. */

export function columnWidth(sheet: SheetModel, column: number): number {
  return sheet.cells.worksheet.getColumnWidth(column) * pointsPerPixel;
}

export function rowHeight(sheet: SheetModel, row: number): number {
  return sheet.cells.worksheet.getRowHeight(row) * pointsPerPixel;
}

export function setColumnWidth(sheet: SheetModel, area: Area, points: number): void {
  sheet.assertAllowed("allowFormatColumns");
  // Only the columns count: what rows are in use need not be found out.
  const within = sheet.bounded({ ...area, row: 0, rows: 1 });
  sheet.cells.grow(1, within.column + within.columns);
  sheet.cells.execute(command.columnWidth, {
    ranges: [univerRange(within)],
    colWidth: Math.round(points / pointsPerPixel),
  });
}

export function setRowHeight(sheet: SheetModel, area: Area, points: number): void {
  sheet.assertAllowed("allowFormatRows");
  const within = sheet.bounded({ ...area, column: 0, columns: 1 });
  sheet.cells.grow(within.row + within.rows, 1);
  const ranges = [univerRange(within)];
  sheet.cells.execute(command.rowHeight, { ranges, rowHeight: Math.round(points / pointsPerPixel) });
  sheet.cells.execute(command.rowIsAutoHeight, { ranges, autoHeightInfo: 0 });
}

export const isRowHidden = (sheet: SheetModel, row: number): boolean =>
  isOn(sheet.cells.worksheet.getRowManager().getRow(row)?.hd);
export const isColumnHidden = (sheet: SheetModel, column: number): boolean =>
  isOn(sheet.cells.worksheet.getColumnManager().getColumn(column)?.hd);

export function setRowHidden(sheet: SheetModel, area: Area, hidden: boolean): void {
  sheet.assertAllowed("allowFormatRows");
  const ranges = [
    univerRange({ ...sheet.bounded(area), column: 0, columns: sheet.cells.worksheet.getColumnCount() }),
  ];
  sheet.cells.execute(hidden ? command.hideRows : command.showRows, { ranges });
}

export function setColumnHidden(sheet: SheetModel, area: Area, hidden: boolean): void {
  sheet.assertAllowed("allowFormatColumns");
  const ranges = [univerRange({ ...sheet.bounded(area), row: 0, rows: sheet.cells.worksheet.getRowCount() })];
  sheet.cells.execute(hidden ? command.hideColumns : command.showColumns, { ranges });
}

export function freeze(sheet: SheetModel, rows: number, columns: number): void {
  sheet.cells.grow(rows, columns);
  sheet.cells.execute(command.frozen, {
    ySplit: rows,
    xSplit: columns,
    startRow: rows > 0 ? rows : -1,
    startColumn: columns > 0 ? columns : -1,
  });
}

export function frozen(sheet: SheetModel): Area | null {
  const { xSplit, ySplit } = sheet.cells.worksheet.getFreeze();
  if (xSplit === 0 && ySplit === 0) return null;
  return { row: 0, column: 0, rows: ySplit || maxRows, columns: xSplit || maxColumns };
}

/** Roughly what Excel's 宋体 11 needs: a Chinese character is two digits wide. */
export function textWidthPoints(text: string, fontSize: number): number {
  let halves = 0;
  for (const sign of text) halves += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return ((halves * 7 + 10) * pointsPerPixel * fontSize) / 11;
}

export function autofitColumns(
  sheet: SheetModel,
  area: Area,
  textAt: (row: number, column: number) => string,
): void {
  sheet.assertAllowed("allowFormatColumns");
  const within = sheet.bounded(area);
  const merges = sheet.merges;
  const widest = new Map<number, number>();
  for (const [row, column] of sheet.cells.filled()) {
    if (!contains(within, within.row, column) || merges.some((merge) => contains(merge, row, column)))
      continue;
    const style = sheet.cells.styleAt(row, column);
    if (Number(style.tb) === wrapText) continue;
    const width = textWidthPoints(textAt(row, column), style.fs ?? 11);
    widest.set(column, Math.max(widest.get(column) ?? 0, width));
  }
  for (const [column, width] of widest)
    setColumnWidth(sheet, { row: 0, column, rows: 1, columns: 1 }, Math.min(width, 1000));
}

/** Univer measures the heights itself when it draws; without a grid the file simply states none. */
export function autofitRows(sheet: SheetModel, area: Area): void {
  sheet.assertAllowed("allowFormatRows");
  sheet.cells.execute(command.rowIsAutoHeight, {
    ranges: [univerRange(sheet.bounded(area))],
    autoHeightInfo: 1,
  });
}
