import { FORMATS, text, type DraftCell } from "../sheets/draft";
import type { PaperEvaluation } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";
import { leafName } from "../../model/form";
import { shown } from "./score-tables";

/** 考核评分表: the items of every section with the section's total (report 2). */
export function appraisalTable(paper: PaperEvaluation): ReportTable | null {
  const { evaluation, rows, dimensions, total } = paper;
  if (evaluation.indicators.length === 0) return null;
  const lines: (DraftCell | undefined)[][] = [];
  const subtotals: number[] = [];
  const sections = [...new Set(evaluation.indicators.map(({ entry }) => entry.level1))];
  for (const section of sections) {
    for (const indicator of evaluation.indicators.filter(({ entry }) => entry.level1 === section)) {
      const row = rows.get(indicator.entry.cell);
      lines.push([
        text(section ?? ""),
        text(leafName(indicator.entry)),
        shown(row?.points, FORMATS.points),
        shown(row?.adopted, FORMATS.score),
        shown(row?.scoreRate, FORMATS.rate),
      ]);
    }
    const sum = section === null ? undefined : dimensions.get(section);
    if (sum === undefined) continue;
    subtotals.push(lines.length);
    lines.push([
      text(section ?? ""),
      text("小计"),
      shown(sum.points, FORMATS.points),
      shown(sum.score, FORMATS.score),
      shown(sum.scoreRate, FORMATS.rate),
    ]);
  }
  return {
    caption: "考核评分表",
    columns: [
      { title: "考核内容", align: "left" },
      { title: "考核项目", align: "left" },
      { title: "分值" },
      { title: "得分" },
      { title: "得分率" },
    ],
    rows: lines,
    subtotals,
    mergeEqual: [0],
    total: [
      text("合计"),
      undefined,
      shown(total.points, FORMATS.points),
      shown(total.score, FORMATS.score),
      shown(total.scoreRate, FORMATS.rate),
    ],
  };
}
