import type { ScoredEvaluation } from "../../model/evaluation";
import { FORMATS, text, type DraftCell } from "../sheets/draft";
import type { PaperEvaluation } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";
import { leafName } from "../../model/form";
import { quantityCell, resultCell } from "./goal-tables";
import { shown } from "./score-tables";

/** A self-evaluation with indicators: the national form (财预〔2020〕10号). */
export function isSelfForm({ form }: ScoredEvaluation): boolean {
  return (form.family === "project-self" || form.family === "department-self") && form.indicators.length > 0;
}

/** 绩效自评表, filled: the execution rate of the funds first, then every indicator, then the total. */
export function selfTable(paper: PaperEvaluation): ReportTable | null {
  const { evaluation, rows, total } = paper;
  if (!isSelfForm(evaluation)) return null;
  const lines: (DraftCell | undefined)[][] = [];
  for (const { entry } of evaluation.funds) {
    const row = rows.get(entry.cell);
    if (!entry.counts || row?.points == null) continue;
    lines.push([
      text("预算执行率"),
      text(entry.item),
      quantityCell(entry.adjustedBudget?.value == null ? entry.initialBudget : entry.adjustedBudget),
      quantityCell(entry.executed),
      shown(row.points, FORMATS.points),
      shown(row.adopted, FORMATS.score),
    ]);
  }
  for (const indicator of evaluation.indicators) {
    const { entry } = indicator;
    const row = rows.get(entry.cell);
    lines.push([
      text([entry.level1, entry.level2].filter(Boolean).join(" / ")),
      text(leafName(indicator.entry)),
      quantityCell(entry.target),
      resultCell(indicator, row),
      shown(row?.points, FORMATS.points),
      shown(row?.adopted, FORMATS.score),
    ]);
  }
  return {
    caption: evaluation.form.family === "project-self" ? "项目支出绩效自评表" : "部门整体支出绩效自评表",
    columns: [
      { title: "一级、二级指标", align: "left" },
      { title: "三级指标", align: "left" },
      { title: "年度指标值", align: "left" },
      { title: "实际完成值", align: "left" },
      { title: "分值" },
      { title: "得分" },
    ],
    rows: lines,
    mergeEqual: [0],
    total: [
      text("总分"),
      undefined,
      undefined,
      undefined,
      shown(total.points, FORMATS.points),
      shown(total.score, FORMATS.score),
    ],
  };
}
