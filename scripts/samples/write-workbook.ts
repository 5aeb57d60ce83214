import { cellName, columnName } from "./address.js";
import { checked, startEngine, type Engine, type EngineFile } from "./engine.js";
import type { GridCell, GridSheet, GridWorkbook, SheetDress } from "./grid.js";
import { styleOf } from "./looks.js";
import { rowHeights } from "./row-heights.js";
import { finishPackage, type CachedValues } from "./package.js";

const a4 = 9;
/** All dates inside the files; a rebuilt file must be byte-identical. */
export const buildDate = "2024-01-01T00:00:00Z";

/** Writes an .xlsx: same input, same bytes. Every formula cell gets its cached value. */
export async function writeWorkbook(workbook: GridWorkbook): Promise<Uint8Array> {
  const file = newFile(await startEngine(), workbook);
  const styles = new Map<string, number>();
  for (const sheet of workbook.sheets) writeCells(file, sheet, styles);
  // Before merging: excelize lets COUNTA count every cell of a merged block, Excel only its first.
  const cached: CachedValues = new Map(
    workbook.sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, cachedValues(file, sheet)]),
  );
  for (const sheet of workbook.sheets) {
    mergeAndHide(file, sheet);
    if (sheet.dress) dressSheet(file, sheet, sheet.dress);
  }
  checked(file.SetCalcProps({ FullCalcOnLoad: true }));
  const { buffer } = checked(file.WriteToBuffer());
  return finishPackage(new Uint8Array(buffer as unknown as ArrayBuffer), cached, buildDate);
}

function newFile(engine: Engine, workbook: GridWorkbook): EngineFile {
  const file = engine.NewFile();
  if (file.error) throw new Error(file.error);
  workbook.sheets.forEach((sheet, index) => {
    if (index === 0) checked(file.SetSheetName("Sheet1", sheet.name));
    else checked(file.NewSheet(sheet.name));
  });
  checked(
    file.SetDocProps({
      Title: workbook.title,
      Created: buildDate,
      Modified: buildDate,
      Creator: "",
      LastModifiedBy: "",
    }),
  );
  return file;
}

function writeCells(file: EngineFile, sheet: GridSheet, styles: Map<string, number>): void {
  sheet.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell) writeCell(file, sheet.name, cellName(r, c), cell, styles);
    });
  });
  const columnCount = Math.max(1, ...sheet.rows.map((row) => row.length));
  checked(
    file.SetSheetDimension(sheet.name, `A1:${cellName(Math.max(1, sheet.rows.length) - 1, columnCount - 1)}`),
  );
}

function mergeAndHide(file: EngineFile, sheet: GridSheet): void {
  const { name } = sheet;
  for (const { row, column, rowCount, columnCount } of sheet.merges) {
    checked(
      file.MergeCell(name, cellName(row, column), cellName(row + rowCount - 1, column + columnCount - 1)),
    );
  }
  for (const row of sheet.hiddenRows ?? []) checked(file.SetRowVisible(name, row + 1, false));
  for (const column of sheet.hiddenColumns ?? [])
    checked(file.SetColVisible(name, columnName(column), false));
}

function writeCell(
  file: EngineFile,
  sheet: string,
  address: string,
  cell: GridCell,
  styles: Map<string, number>,
): void {
  const style = styleOf(cell);
  const key = JSON.stringify(style);
  const id = styles.get(key) ?? checked(file.NewStyle(style)).style;
  styles.set(key, id);
  // Setting a value before a formula would leave a stale cached value: one or the other.
  if (cell.formula !== undefined) checked(file.SetCellFormula(sheet, address, cell.formula));
  else if (typeof cell.value === "string") checked(file.SetCellStr(sheet, address, cell.value));
  else if (cell.value !== null) checked(file.SetCellValue(sheet, address, cell.value));
  checked(file.SetCellStyle(sheet, address, address, id));
}

function dressSheet(file: EngineFile, grid: GridSheet, dress: SheetDress): void {
  const { name: sheet } = grid;
  const { widths = [], landscape = false, titleRows = 0 } = dress;
  widths.forEach((width, c) => checked(file.SetColWidth(sheet, columnName(c), columnName(c), width)));
  for (const [row, height] of rowHeights(grid)) checked(file.SetRowHeight(sheet, row, height));
  checked(file.SetSheetProps(sheet, { FitToPage: true }));
  checked(
    file.SetPageLayout(sheet, {
      Size: a4,
      Orientation: landscape ? "landscape" : "portrait",
      FitToWidth: 1,
      FitToHeight: 0,
    }),
  );
  checked(file.SetPageMargins(sheet, { Left: 0.6, Right: 0.6, Top: 0.75, Bottom: 0.75, Horizontally: true }));
  checked(file.SetHeaderFooter(sheet, { OddFooter: "&C第 &P 页 共 &N 页" }));
  if (titleRows === 0) return;
  const refersTo = `'${sheet}'!$1:$${titleRows}`;
  checked(file.SetDefinedName({ Name: "_xlnm.Print_Titles", RefersTo: refersTo, Scope: sheet }));
  const topLeftCell = cellName(titleRows, 0);
  checked(
    file.SetPanes(sheet, {
      Freeze: true,
      YSplit: titleRows,
      TopLeftCell: topLeftCell,
      ActivePane: "bottomLeft",
    }),
  );
}

/** The results of the sheet's formulas by address: as given, else as excelize computes them. */
function cachedValues(file: EngineFile, sheet: GridSheet): Map<string, string | number> {
  const values = new Map<string, string | number>();
  sheet.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell?.formula === undefined) return;
      const address = cellName(r, c);
      if (cell.value !== null) {
        values.set(address, typeof cell.value === "boolean" ? Number(cell.value) : cell.value);
        return;
      }
      const { value } = checked(file.CalcCellValue(sheet.name, address, { RawCellValue: true }));
      if (value.startsWith("#")) throw new Error(`${sheet.name}!${address}: ${cell.formula} gives ${value}`);
      values.set(address, value !== "" && Number.isFinite(Number(value)) ? Number(value) : value);
    });
  });
  return values;
}
