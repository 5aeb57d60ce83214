import type { BaseDatum } from "../model/workbook";
import { addressAt } from "../model/grid";
import { currencyIn } from "./currency";
import { listRows, type ListColumn, type ListHeader } from "./list-table";
import { parseNumber } from "./quantity";
import { anchorOf, gridCellAt, shownAt, type SheetView } from "./sheet-view";
import { withUnit } from "./target";

const VALUE = /数值|金额|数量|数据|^数$|^值$|本年|数额|结果|数字|实际数|取值|决算|年末|期末|人数/;
const UNIT = /^(?:单位|计量单位|度量单位|数据单位)$/;

/** 项目 | 数值 | 单位: every named number of the list. */
export function readBaseData(view: SheetView, header: ListHeader, endRow: number): BaseDatum[] {
  const value = valueColumn(header);
  const unit = header.columns.find(({ label }) => UNIT.test(label))?.column ?? null;
  if (value === null) return [];
  const found: BaseDatum[] = [];
  for (const { row, name } of listRows(view, header, endRow)) {
    if (name === "") continue;
    found.push(datumAt(view, name, row, value.column, unit === null ? (currencyIn(value.text) ?? "") : shownAt(view, row, unit)));
  }
  return found;
}

export function valueColumn(header: ListHeader): ListColumn | null {
  return header.columns.find(({ label }) => VALUE.test(label)) ?? header.columns.find(({ label }) => !UNIT.test(label)) ?? null;
}

const UNIT_IN_NAME = /[（(]([^（）()\d]{1,6})[)）]\s*$/;

/** A named number; its unit from the cell, the unit column, the header (`金额（万元）`) or the name (`发放问卷（份）`). */
export function datumAt(view: SheetView, name: string, row: number, column: number, unitText: string): BaseDatum {
  const at = anchorOf(view, row, column);
  const cell = gridCellAt(view, at.row, at.column);
  const unit = unitText === "" ? (UNIT_IN_NAME.exec(name)?.[1] ?? "") : unitText;
  return { name, cell: addressAt(view.grid, at.row, at.column), quantity: withUnit(parseNumber(cell, at), unit), formula: cell.formula };
}
