import { areaName, cellName, columnName, type Area } from "../model/address";
import { cellKey } from "../model/extras";
import { cellValue, formulaOf } from "../model/sheet-cells";
import type { CellChange, SheetChanges } from "./changes";
import { applyCharts } from "./apply-charts";
import { applyPageLayout } from "./apply-page-layout";
import { applyProtection } from "./apply-protection";
import { applyValidations } from "./apply-validations";
import { checked, type Excelize, type ExcelizeFile } from "./excelize";
import { fileFormula } from "./file-formula";
import type { StyleTable } from "./style-table";

const pixelsPerDigit = 7;

/** Carries the changes of one sheet over to the file; of an added sheet all but its rows, which are written later. */
export function applySheetChanges(
  library: Excelize,
  file: ExcelizeFile,
  styles: StyleTable,
  changes: SheetChanges,
  sheetNameOf: (id: string) => string,
): void {
  const { sheet } = changes;
  const name = sheet.name;
  for (const range of changes.merges.removed)
    checked(
      file.UnmergeCell(
        name,
        cellName(range.startRow, range.startColumn),
        cellName(range.endRow, range.endColumn),
      ),
    );
  if (changes.baseline) {
    for (const change of changes.cells) applyContent(file, name, change);
    applyStyles(file, styles, name, changes);
    applyRows(file, name, changes);
  }
  for (const range of changes.merges.added)
    checked(
      file.MergeCell(
        name,
        cellName(range.startRow, range.startColumn),
        cellName(range.endRow, range.endColumn),
      ),
    );
  applyColumns(file, name, changes);
  applyView(file, name, changes);
  const used = sheet.cells.used(false);
  // Not as areaName has it: a dimension says its corners, even of whole rows.
  if (used) checked(file.SetSheetDimension(name, corners(used)));
  if (changes.extras.has("hyperlinks")) applyHyperlinks(file, changes);
  if (changes.extras.has("validations")) applyValidations(file, sheet);
  if (changes.extras.has("pageLayout")) applyPageLayout(file, sheet);
  if (changes.extras.has("protection")) applyProtection(file, sheet);
  if (changes.extras.has("charts")) applyCharts(library, file, sheet, sheetNameOf);
}

const corners = ({ row, column, rows, columns }: Area): string =>
  `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;

function applyContent(file: ExcelizeFile, sheet: string, { row, column, content }: CellChange): void {
  if (content === undefined) return;
  const cell = cellName(row, column);
  if (content === null) {
    checked(file.SetCellDefault(sheet, cell, ""));
    return;
  }
  const formula = formulaOf(content);
  if (formula !== null) {
    // A value would stay as a wrong cached one: the cell is emptied, and its value written later.
    checked(file.SetCellDefault(sheet, cell, ""));
    checked(file.SetCellFormula(sheet, cell, fileFormula(formula)));
    return;
  }
  const value = cellValue(content);
  if (value === null) checked(file.SetCellDefault(sheet, cell, ""));
  else if (typeof value === "string") checked(file.SetCellStr(sheet, cell, value));
  else if (typeof value === "boolean") checked(file.SetCellBool(sheet, cell, value));
  else checked(file.SetCellValue(sheet, cell, value));
}

/** Cells side by side with the same style are set in one call. */
function applyStyles(file: ExcelizeFile, styles: StyleTable, name: string, changes: SheetChanges): void {
  const runs: { row: number; from: number; to: number; index: number }[] = [];
  const indices = styleIndices(file, styles, changes);
  changes.cells.forEach(({ row, column, style }, i) => {
    const index = indices[i] ?? 0;
    if (!style) return;
    const last = runs[runs.length - 1];
    if (last?.row === row && last.to === column - 1 && last.index === index) last.to = column;
    else runs.push({ row, from: column, to: column, index });
  });
  for (const { row, from, to, index } of runs)
    checked(file.SetCellStyle(name, cellName(row, from), cellName(row, to), index));
}

/** The style index of each changed cell, in their order; 0 where the style did not change. */
export function styleIndices(
  file: ExcelizeFile,
  styles: StyleTable,
  { cells, sheet, baseline }: SheetChanges,
): number[] {
  const { unlocked, formulaHidden, indents } = sheet.extras;
  const bases = new Map<string, number>();
  const baseOf = (row: number, column: number): number => {
    if (!baseline) return 0;
    const id = baseline.cells[row]?.[column]?.s;
    const known = typeof id === "string" ? bases.get(id) : undefined;
    const base = known ?? checked(file.GetCellStyle(sheet.name, cellName(row, column))).style;
    if (typeof id === "string") bases.set(id, base);
    return base;
  };
  return cells.map(({ row, column, style }) => {
    if (!style) return 0;
    const key = cellKey(row, column);
    const locking = {
      locked: !unlocked.has(key),
      formulaHidden: formulaHidden.has(key),
      indent: indents.get(key) ?? 0,
    };
    return styles.index(baseOf(row, column), style.before, style.after, locking);
  });
}

function applyColumns(file: ExcelizeFile, sheet: string, changes: SheetChanges): void {
  for (const [column, { width, hidden }] of changes.columns) {
    const letters = columnName(column);
    if (width !== undefined)
      checked(file.SetColWidth(sheet, letters, letters, Math.min(255, width / pixelsPerDigit)));
    if (hidden !== undefined) checked(file.SetColVisible(sheet, letters, !hidden));
  }
}

function applyRows(file: ExcelizeFile, sheet: string, changes: SheetChanges): void {
  for (const [row, { height, hidden }] of changes.rows) {
    if (height !== undefined) checked(file.SetRowHeight(sheet, row + 1, height ?? -1));
    if (hidden !== undefined) checked(file.SetRowVisible(sheet, row + 1, !hidden));
  }
}

function applyView(file: ExcelizeFile, sheet: string, { view }: SheetChanges): void {
  if (view.gridlines !== undefined) {
    const options = checked(file.GetSheetView(sheet, 0)).opts;
    checked(file.SetSheetView(sheet, 0, { ...options, ShowGridLines: view.gridlines }));
  }
  if (view.tabColor !== undefined)
    checked(file.SetSheetProps(sheet, { TabColorRGB: view.tabColor.replace("#", "FF") }));
  if (view.freeze) {
    const { rows, columns } = view.freeze;
    const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
    const frozen = rows > 0 || columns > 0;
    checked(
      file.SetPanes(
        sheet,
        frozen
          ? {
              Freeze: true,
              Split: false,
              XSplit: columns,
              YSplit: rows,
              TopLeftCell: cellName(rows, columns),
              ActivePane: pane,
            }
          : { Freeze: false, Split: false },
      ),
    );
  }
}

function applyHyperlinks(file: ExcelizeFile, { sheet, baseline }: SheetChanges): void {
  const { hyperlinks } = sheet.extras;
  if (baseline) {
    const kept = new Set(
      [...hyperlinks.keys()].map((key) =>
        areaName({ row: Math.floor(key / 16_384), column: key % 16_384, rows: 1, columns: 1 }),
      ),
    );
    for (const cell of checked(file.GetHyperLinkCells(sheet.name, "")).result)
      if (!kept.has(cell)) checked(file.SetCellHyperLink(sheet.name, cell, "", "None"));
  }
  for (const [key, link] of hyperlinks) {
    const cell = cellName(Math.floor(key / 16_384), key % 16_384);
    const target = link.documentReference ?? link.address ?? "";
    if (target === "") continue;
    const options = {
      ...(link.textToDisplay !== undefined && { Display: link.textToDisplay }),
      ...(link.screenTip !== undefined && { Tooltip: link.screenTip }),
    };
    checked(
      file.SetCellHyperLink(
        sheet.name,
        cell,
        target.replace(/^#/, ""),
        link.documentReference === undefined ? "External" : "Location",
        options,
      ),
    );
  }
}
