import type { BudgetRow, BudgetTable } from "../../model/workbook";
import { addressAt } from "../../model/grid";
import type { Quantity } from "../../model/quantity";
import { compact } from "../../text/characters";
import { currencyIn } from "../../text/currency";
import { currencyOfSheet } from "../sheet/currency-of-sheet";
import { titleIn } from "../head/form-head";
import { labelOf } from "../../text/labels";
import { listRows, type ListHeader } from "./list-table";
import { parseNumber } from "../../quantities/quantity";
import { anchorOf, gridCellAt, ownTextAt, shownAt, type SheetView } from "../sheet/sheet-view";

const SAMPLE = /抽样|抽查|样本|是否抽|现场/;
const MARKED = /^(?:√|✓|✔|☑|是|抽样|已抽|1|Y|y|有)$/;
const NO_AMOUNT = /^(?:序号|备注|说明|等级|编码|代码|联系人|联系电话|文号|文件)|比例|占比|执行率|进度|%/;
const TOTAL = /^(?:合计|总计|共计|总额|小计)$/;

/** 预算单位 | 调整预算数 | … with its 合计 row and marks of the sampled units. */
export function readBudgetTable(
  view: SheetView,
  header: ListHeader,
  endRow: number,
  titleFrom: number,
): BudgetTable | null {
  const sample = header.columns.find(({ label }) => SAMPLE.test(label)) ?? null;
  const columns = header.columns.filter((column) => column !== sample && !NO_AMOUNT.test(column.label));
  const amounts = (row: number): (Quantity | null)[] =>
    columns.map(({ column }) => {
      const at = anchorOf(view, row, column);
      const quantity = parseNumber(gridCellAt(view, at.row, at.column), at);
      return quantity.nature === "empty" ? null : quantity;
    });
  const rows: BudgetRow[] = [];
  let total: BudgetTable["total"] = null;
  for (const { row, name } of listRows(view, header, endRow)) {
    const label = totalLabelOf(view, row, header);
    if (label) {
      if (!/小计/.test(label.text)) total = { name: label, amounts: amounts(row) };
      continue;
    }
    if (name === "") continue;
    rows.push({
      name: { text: name, cell: addressAt(view.grid, row, header.item.column) },
      amounts: amounts(row),
      sampled: sample !== null && MARKED.test(compact(shownAt(view, row, sample.column))),
    });
  }
  const [first, last] = [rows[0]?.name.cell, rows.at(-1)?.name.cell];
  if (!first || !last) return null;
  const currency =
    columns.map(({ text }) => currencyIn(text)).find((found) => found !== null) ??
    currencyOfSheet(view, header.row) ??
    "万元";
  return {
    sheet: view.grid.name,
    title: titleIn(view, titleFrom, header.row),
    currency,
    amountColumns: columns.map(({ text, column }) => ({
      text,
      cell: addressAt(view.grid, header.row, column),
    })),
    rows,
    total,
    unitArea: { ...first, rowCount: last.row - first.row + 1, columnCount: 1 },
    hasSampleMarks: sample !== null,
  };
}

function totalLabelOf(
  view: SheetView,
  row: number,
  header: ListHeader,
): BudgetTable["rows"][number]["name"] | null {
  for (let column = 0; column <= header.item.column; column += 1) {
    const text = ownTextAt(view, row, column);
    if (TOTAL.test(labelOf(text))) return { text, cell: addressAt(view.grid, row, column) };
  }
  return null;
}
