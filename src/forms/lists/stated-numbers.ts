import type { StatedNumber } from "../../model/workbook";
import { addressAt } from "../../model/grid";
import { listRows, type ListHeader } from "./list-table";
import { parseNumber } from "../../quantities/quantity";
import { anchorOf, gridCellAt, type SheetView } from "../sheet/sheet-view";

const STATED = /报告|披露/;
const COMPUTED = /计算数?|复核|核实|核对数|重算|应为|实际数|正确/;

/** 报告数字: 项目 | 报告数 | 计算数; the last may be left to the add-in. */
export function readStatedNumbers(view: SheetView, header: ListHeader, endRow: number): StatedNumber[] {
  const stated = header.columns.find(
    ({ label }) => STATED.test(label) && !/出处|页|位置|章节/.test(label),
  )?.column;
  const computed = header.columns.find(({ label }) => COMPUTED.test(label))?.column ?? null;
  if (stated === undefined) return [];
  const found: StatedNumber[] = [];
  for (const { row, name } of listRows(view, header, endRow)) {
    const at = anchorOf(view, row, stated);
    const quantity = parseNumber(gridCellAt(view, at.row, at.column), at);
    if (name === "" || quantity.nature === "empty") continue;
    const other = computed === null ? null : anchorOf(view, row, computed);
    const cell = other && gridCellAt(view, other.row, other.column);
    found.push({
      item: { text: name, cell: addressAt(view.grid, row, header.item.column) },
      stated: quantity,
      computed: other && cell && cell.value !== null ? parseNumber(cell, other) : null,
      computedFormula: cell?.formula ?? null,
    });
  }
  return found;
}
