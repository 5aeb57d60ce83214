import type { ScoredIndicator } from "../../model/evaluation";
import type { TargetRow } from "../../model/workbook";
import { copiedQuantity, FORMATS, text, type DraftCell } from "../sheets/draft";
import type { PaperRow } from "../paper/indicator-row";
import type { PaperEvaluation } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";
import { leafName } from "../../model/form";
import { shown } from "./score-tables";

/** 绩效目标和指标: the approved targets. */
export function targetTable(targets: readonly TargetRow[]): ReportTable {
  return {
    caption: "绩效目标和指标",
    columns: [
      { title: "一级指标", align: "left" },
      { title: "二级指标", align: "left" },
      { title: "三级指标", align: "left" },
      { title: "年度指标值" },
    ],
    rows: targets.map((row) => [
      text(row.level1 ?? ""),
      text(row.level2 ?? ""),
      text(row.level3),
      quantityCell(row.target),
    ]),
    mergeEqual: [0, 1],
  };
}

/** Dimensions of the process, which an 绩效目标完成情况表 leaves out: it tells outputs and effects. */
const PROCESS_DIMENSION = /决策|过程|投入|管理/;

/** 绩效目标完成情况表: target beside result; an undisclosed result is shown as undisclosed. */
export function completionTable({ evaluation, rows: placed }: PaperEvaluation): ReportTable | null {
  const rows = evaluation.indicators.filter(
    ({ entry }) =>
      entry.target !== null && entry.target.nature !== "empty" && !PROCESS_DIMENSION.test(entry.level1 ?? ""),
  );
  if (rows.length === 0) return null;
  return {
    caption: "绩效目标完成情况表",
    columns: [
      { title: "二级指标", align: "left" },
      { title: "三级指标", align: "left" },
      { title: "预期目标", align: "left" },
      { title: "目标实现情况", align: "left" },
    ],
    rows: rows.map((indicator) => [
      text(indicator.entry.level2 ?? ""),
      text(leafName(indicator.entry)),
      quantityCell(indicator.entry.target),
      resultCell(indicator, placed.get(indicator.entry.cell)),
    ]),
  };
}

export function quantityCell(quantity: ScoredIndicator["entry"]["actual"]): DraftCell | undefined {
  if (quantity === null || quantity.cell === null || quantity.nature === "empty") return undefined;
  return copiedQuantity(quantity.cell, quantity);
}

/** As typed, or as computed from base data. */
export function resultCell({ entry }: ScoredIndicator, row: PaperRow | undefined): DraftCell | undefined {
  return row?.measure == null ? quantityCell(entry.actual) : shown(row.measure, FORMATS.rate);
}
