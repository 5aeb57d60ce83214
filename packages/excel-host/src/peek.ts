import { parseArea } from "./model/address";
import type { CellValue } from "./model/display";
import type { SheetModel } from "./model/sheet-model";
import type { WorkbookModel } from "./model/workbook-model";

export interface PeekedCell {
  value: CellValue;
  formula: string | null;
  text: string;
  numberFormat: string;
}

export function cellAt(
  model: WorkbookModel,
  sheetName: string,
  address: string,
): { sheet: SheetModel; row: number; column: number } {
  const sheet = model.find(sheetName);
  const area = parseArea(address);
  if (!sheet) throw new Error(`There is no sheet ${sheetName}.`);
  if (!area) throw new Error(`${address} is no cell.`);
  return { sheet, row: area.row, column: area.column };
}

/** A cell as the user sees it. */
export function peekCell(model: WorkbookModel, sheetName: string, address: string): PeekedCell {
  const { sheet, row, column } = cellAt(model, sheetName, address);
  const { cells } = sheet;
  cells.flush();
  return {
    value: cells.value(row, column),
    formula: cells.formula(row, column),
    text: cells.text(row, column, model),
    numberFormat: cells.numberFormat(row, column),
  };
}
