import { explain } from "../../expr/explain";
import type { ScoredIndicator } from "../../model/evaluation";
import { FORMATS, text } from "../sheets/draft";
import type { PaperEvaluation } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";
import { leafName } from "../../model/form";
import { shown } from "./score-tables";

/** 比率指标计算表: the rates that were computed from base data, each with its formula as the report prints it (report 3). */
export function rateTable(paper: PaperEvaluation): ReportTable | null {
  const rows = paper.evaluation.indicators.flatMap((indicator) => {
    const row = paper.rows.get(indicator.entry.cell);
    if (row?.measure == null || row.measure.of.kind !== "step" || row.measure.of.style !== "percent")
      return [];
    return [
      [
        text(leafName(indicator.entry)),
        text(formulaOf(indicator)),
        shown(row.measure, FORMATS.rate),
        shown(row.adopted, FORMATS.score),
        shown(row.scoreRate, FORMATS.rate),
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    caption: "比率指标计算表",
    columns: [
      { title: "指标", align: "left" },
      { title: "计算公式", align: "left" },
      { title: "计算结果" },
      { title: "得分" },
      { title: "得分率" },
    ],
    rows,
  };
}

/** The defining sentence of the rule, or the numbers where the form prints none. */
function formulaOf({ entry, application }: ScoredIndicator): string {
  const sentence = entry.rule?.text.split(/[。；;\n]/)[0]?.trim() ?? "";
  if (/[=＝].*[÷/×]/.test(sentence) && !/得分/.test(sentence)) return sentence;
  const { outcome } = application;
  return outcome.kind === "scored" && outcome.measure !== null ? explain(outcome.measure) : "";
}
