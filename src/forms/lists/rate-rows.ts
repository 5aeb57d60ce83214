import type { RateRow } from "../../model/workbook";
import { addressAt } from "../../model/grid";
import type { Quantity } from "../../model/quantity";
import { currencyIn } from "../../text/currency";
import { currencyOfSheet } from "../sheet/currency-of-sheet";
import { labelOf } from "../../text/labels";
import { listRows, type ListColumn, type ListHeader } from "./list-table";
import { parseNumber } from "../../quantities/quantity";
import { rateAt } from "../sheet/result-cells";
import { anchorOf, gridCellAt, ownTextAt, type SheetView } from "../sheet/sheet-view";

const RATE = /(?:执行|完成|支出|支付|到位)率$/;
const DONE = /执行|实际|支出|支付|完成|决算|到位/;
const ADJUSTED = /调整|全年预算/;
const PLANNED = /预算|计划|安排/;

/** The rows of a list with a budget, what was spent of it, and a cell for the rate. */
export function readRateRows(view: SheetView, header: ListHeader, endRow: number): RateRow[] {
  const rate = header.columns.find(({ label }) => RATE.test(label));
  const done = header.columns.find(
    ({ label }) => DONE.test(label) && !RATE.test(label) && !PLANNED.test(label),
  );
  const planned = plannedColumn(header);
  if (!rate || !done || !planned) return [];
  const currency =
    currencyIn(planned.text) ?? currencyIn(done.text) ?? currencyOfSheet(view, header.row) ?? "万元";
  return [...listRows(view, header, endRow)].flatMap(({ row }) => {
    const item = itemOf(view, header, row);
    const amounts = { planned: numberAt(view, row, planned), done: numberAt(view, row, done) };
    const cell = rateAt(view, row, rate.column);
    if (item === null || cell === null || (amounts.planned ?? amounts.done) === null) return [];
    return [{ item, label: rate.label, currency, ...amounts, rate: cell }];
  });
}

function plannedColumn(header: ListHeader): ListColumn | undefined {
  const budgets = header.columns.filter(({ label }) => PLANNED.test(label) && !RATE.test(label));
  return budgets.find(({ label }) => ADJUSTED.test(label)) ?? budgets[0];
}

function numberAt(view: SheetView, row: number, { column }: ListColumn): Quantity | null {
  const at = anchorOf(view, row, column);
  const quantity = parseNumber(gridCellAt(view, at.row, at.column), at);
  return quantity.nature === "number" ? quantity : null;
}

/** The item, or 合计 in a column left of it. */
function itemOf(view: SheetView, header: ListHeader, row: number): RateRow["item"] | null {
  for (let column = header.item.column; column >= 0; column -= 1) {
    const text = ownTextAt(view, row, column);
    if (text !== "" && !/得分$|等级$/.test(labelOf(text)))
      return { text, cell: addressAt(view.grid, row, column) };
  }
  return null;
}
