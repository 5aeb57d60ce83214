import type { BaseDatum } from "../../model/workbook";
import { addressAt } from "../../model/grid";
import { currencyIn } from "../../text/currency";
import { currencyOfSheet } from "../sheet/currency-of-sheet";
import { listRows, type ListColumn, type ListHeader } from "./list-table";
import { parseNumber } from "../../quantities/quantity";
import { anchorOf, gridCellAt, shownAt, type SheetView } from "../sheet/sheet-view";
import { withUnit } from "../../quantities/target";

const VALUE = /数值|金额|数量|数据|^数$|^值$|本年|数额|结果|数字|实际数|取值|决算|年末|期末|人数/;
const UNIT = /^(?:单位|计量单位|度量单位|数据单位)$/;

const NO_VALUE = /^(?:备注|说明|出处|来源|依据|序号)|数据来源/;

/** 项目 | 数值 | 单位: every named number of the list; of several columns each with its header, 政府采购 | 预算数 as 政府采购预算数. */
export function readBaseData(view: SheetView, header: ListHeader, endRow: number): BaseDatum[] {
  const unit = header.columns.find(({ label }) => UNIT.test(label))?.column ?? null;
  const single = valueColumn(header);
  const values =
    single && VALUE.test(single.label) && SINGLE.test(single.label)
      ? [single]
      : header.columns.filter(({ label }) => !UNIT.test(label) && !NO_VALUE.test(label));
  const found: BaseDatum[] = [];
  for (const { row, name } of listRows(view, header, endRow)) {
    if (name === "" || (values.length > 1 && RESULT.test(name))) continue;
    for (const value of values) {
      const full = values.length > 1 ? `${name}${value.label}` : name;
      const datum = datumAt(
        view,
        full,
        row,
        value.column,
        unit === null ? "" : shownAt(view, row, unit),
        currencyIn(value.text) ?? sheetCurrency(view, header) ?? "",
      );
      if (values.length === 1 || datum.quantity.nature !== "empty") found.push(datum);
    }
  }
  return found;
}

const RESULT = /(?:得分|等级)$/;
const SINGLE = /^(?:数值|金额|数量|数据|数|值|数额|结果|数字|取值)$/;

/** 单位：万元 above the list speaks of amounts; a list with rates and counts names units of its own. */
function sheetCurrency(view: SheetView, header: ListHeader): string | null {
  return header.columns.some(({ label }) => UNIT.test(label)) ? null : currencyOfSheet(view, header.row);
}

export function valueColumn(header: ListHeader): ListColumn | null {
  return (
    header.columns.find(({ label }) => VALUE.test(label)) ??
    header.columns.find(({ label }) => !UNIT.test(label)) ??
    null
  );
}

const UNIT_IN_NAME = /[（(]([^（）()\d]{1,6})[)）]\s*$/;

/** A named number; its unit from the cell, the unit column, the name (`发放问卷（份）`) or the header (`金额（万元）`). */
export function datumAt(
  view: SheetView,
  name: string,
  row: number,
  column: number,
  unitColumn: string,
  currency: string,
): BaseDatum {
  const at = anchorOf(view, row, column);
  const cell = gridCellAt(view, at.row, at.column);
  const unit = unitColumn || UNIT_IN_NAME.exec(name)?.[1] || currency;
  return {
    name,
    cell: addressAt(view.grid, at.row, at.column),
    quantity: withUnit(parseNumber(cell, at), unit),
    formula: cell.formula,
  };
}
