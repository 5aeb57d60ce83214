import type { DimensionEntry, TotalEntry } from "../../model/form";
import { addressAt } from "../../model/grid";
import { WHOLE } from "../../model/scope";
import type { IndicatorHeader } from "./indicator-header";
import { labelOf } from "../../text/labels";
import { cleanName } from "../../text/names";
import { rateAt, resultIn } from "../sheet/result-cells";
import { ownTextAt, type SheetView } from "../sheet/sheet-view";
import { readTotal, totalLabel } from "./totals";

const DIMENSION =
  /^(?:项目)?(?:决策|过程|产出|效益|效果|投入|管理|绩效|满意度|成本|预算执行率?|资金执行率?|产出及效率|产出与效益|履职|履职效能|履职效果|履职完成|管理效率|运行成本|社会效应|可持续性|可持续发展能力|可持续影响|服务对象满意度|预算管理|资金管理|基础工作|基础管理)(?:情况)?(?:类)?(?:指标)?$/;
const MOST_DIMENSIONS = 9;

/** 评价指标 | 权重 | 评价得分 | 得分率 | 等级: one row for each 一级指标, not a list of indicators. */
export function isDimensionTable(view: SheetView, header: IndicatorHeader, endRow: number): boolean {
  if (!header.isFlat || header.target !== null || header.rule !== null || header.actuals.length > 0)
    return false;
  const names = dimensionRows(view, header, endRow).map((row) => labelOf(ownTextAt(view, row, header.leaf)));
  if (names.length === 0 || names.length > MOST_DIMENSIONS) return false;
  return header.grade !== null || names.every((name) => DIMENSION.test(cleanName(name, true)));
}

function dimensionRows(view: SheetView, header: IndicatorHeader, endRow: number): number[] {
  const rows: number[] = [];
  for (let row = header.lastRow + 1; row < Math.min(endRow, header.lastRow + 40); row += 1) {
    const text = ownTextAt(view, row, header.leaf);
    if (text === "" || totalLabel(view, row, header.leaf)) break;
    rows.push(row);
  }
  return rows;
}

/** `endRow` is the row below the last one that belongs to the table. */
export function readDimensionTable(
  view: SheetView,
  header: IndicatorHeader,
  endRow: number,
): { dimensions: DimensionEntry[]; total: TotalEntry | null; endRow: number } {
  const rows = dimensionRows(view, header, endRow);
  const below = (rows.at(-1) ?? header.lastRow) + 1;
  const label = below < endRow ? totalLabel(view, below, header.leaf) : null;
  const dimensions = rows.map((row) => ({
    name: cleanName(ownTextAt(view, row, header.leaf), true),
    cell: addressAt(view.grid, row, header.leaf),
    points: resultIn(view, row, header.points),
    score: resultIn(view, row, header.scores[0] ?? null),
    scoreRate: rateAt(view, row, header.scoreRate),
    grade: resultIn(view, row, header.grade),
  }));
  const total = label && readTotal(view, below, label, header, header.scores[0] ?? null, WHOLE);
  return { dimensions, total, endRow: total === null ? below : below + 1 };
}
