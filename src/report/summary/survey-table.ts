import type { Quantity } from "../../model/quantity";
import type { SurveyTable } from "../../model/workbook";
import { copiedText, FORMATS, number, text, type DraftCell } from "../sheets/draft";
import type { PaperEvaluation } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";
import { leafName } from "../../model/form";
import { numberInput } from "./fund-tables";
import { shown } from "./score-tables";

/** 满意度调查情况表: the answers, or the groups with their weights, and the satisfaction that follows (report 3). */
export function surveyTable(
  survey: SurveyTable,
  evaluations: readonly PaperEvaluation[],
): ReportTable | null {
  if (survey.entries.length === 0) return null;
  const hasCounts = survey.entries.some(({ count }) => count !== null);
  const hasWeights = survey.entries.some(({ weight }) => weight !== null);
  const only = <T>(wanted: boolean, ...cells: T[]): T[] => (wanted ? cells : []);
  const overall = overallCell(survey, evaluations);
  return {
    caption: "满意度调查情况表",
    columns: [
      { title: hasWeights ? "调查对象" : "选项", align: "left" },
      ...only(hasCounts, { title: "问卷（份）" }),
      { title: hasWeights ? "满意度" : "占比" },
      ...only(hasWeights, { title: "权重" }),
    ],
    rows: survey.entries.map(({ name, share, count, weight }) => [
      copiedText(name.cell, name.text),
      ...only(hasCounts, numberCell(count, FORMATS.count)),
      numberCell(share, FORMATS.rate),
      ...only(hasWeights, numberCell(weight, FORMATS.rate)),
    ]),
    ...(overall === undefined
      ? {}
      : {
          total: [
            text(hasWeights ? "综合满意度" : "整体满意率"),
            ...only(hasCounts, undefined),
            overall,
            ...only(hasWeights, undefined),
          ],
        }),
  };
}

/** As the sheet states it, else as the working paper computes it for a satisfaction indicator. */
function overallCell(
  { overall }: SurveyTable,
  evaluations: readonly PaperEvaluation[],
): DraftCell | undefined {
  if (overall !== null) return numberCell(overall.quantity, FORMATS.rate);
  for (const { evaluation, rows } of evaluations) {
    const indicator = evaluation.indicators.find(({ entry }) => /满意[度率]/.test(leafName(entry)));
    const measure = indicator === undefined ? null : rows.get(indicator.entry.cell)?.measure;
    if (measure != null) return shown(measure, FORMATS.rate);
  }
  return undefined;
}

function numberCell(quantity: Quantity | null, format: string): DraftCell | undefined {
  const of = numberInput(quantity);
  return of === null ? undefined : number(of, format);
}
