import type { DimensionEntry, EvaluationForm, ResultCell } from "../../model/form";
import type { BaseDatum } from "../../model/workbook";
import { addressAt } from "../../model/grid";
import { readFormHead } from "./form-head";
import { fundsOfPairs, labelledNumbers } from "../funds/fund-pairs";
import { gradeScaleOfRows } from "./grade-scale-search";
import { labelOf } from "../../text/labels";
import { cleanName } from "../../text/names";
import { rateAt, resultAt } from "../sheet/result-cells";
import { filledColumns, ownTextAt, type SheetView } from "../sheet/sheet-view";
import { readHeadFields } from "./head-fields";
import { statedResults } from "./stated-results";

export interface ConclusionForm {
  readonly form: EvaluationForm;
  /** Every labelled number of the form: 预算安排资金, 单位缴纳, 结转结余资金 … */
  readonly baseData: readonly BaseDatum[];
}

/** 评价结论表 / 评价概要表 (L12, L13): labels with values beside them, and rates under the 一级指标; null for other sheets. */
export function readConclusionForm(view: SheetView): ConclusionForm | null {
  const head = readFormHead(view, 0, view.rows);
  const dimensions = dimensionsBelow(view);
  const rows = Array.from({ length: view.rows }, (_, row) => row);
  const stated = statedResults(view, rows);
  const isConclusion =
    /(?:结论表|概要表)(?:[（(].*[)）])?$/.test(head.title?.text ?? "") ||
    (dimensions.length > 1 && stated.score !== null);
  if (!isConclusion || (stated.score === null && dimensions.length === 0)) return null;
  const pairs = labelledNumbers(view, 0, view.rows);
  return {
    form: {
      sheet: view.grid.name,
      family: "conclusion",
      title: head.title,
      unit: head.unit,
      year: head.year,
      head: readHeadFields(view, 0, view.rows),
      funds: fundsOfPairs(view, pairs),
      indicators: [],
      captions: [],
      dimensions,
      totals: [],
      statedScore: stated.score,
      statedGrade: stated.grade,
      gradeScale: gradeScaleOfRows(view, rows, []),
      notes: [],
      columns: [],
      doubts: [],
    },
    baseData: pairs.flatMap(({ datum }) => (datum.quantity.nature === "number" ? [datum] : [])),
  };
}

const RATE_ROW = /^(?:指标)?得分率$/;

/** 指标 | 决策 | 过程 | … over 得分率 | 86.67% | …, with 权重, 得分 and 等级 in rows of their own. */
function dimensionsBelow(view: SheetView): DimensionEntry[] {
  for (let row = 1; row < view.rows; row += 1) {
    const label = filledColumns(view, row).find((column) =>
      RATE_ROW.test(labelOf(ownTextAt(view, row, column))),
    );
    if (label === undefined) continue;
    const names = nameRow(view, row, label);
    if (names === null) continue;
    const beside = (pattern: RegExp): number | null =>
      [row - 3, row - 2, row - 1, row + 1, row + 2].find(
        (other) => other > names && pattern.test(labelOf(ownTextAt(view, other, label))),
      ) ?? null;
    const [points, score, grade] = [beside(/^(?:权重|分值)$/), beside(/^(?:评价)?得分$/), beside(/等级$/)];
    const result = (at: number | null, column: number): ResultCell | null =>
      at === null ? null : resultAt(view, at, column);
    return filledColumns(view, names)
      .filter((column) => column > label)
      .map((column) => ({
        name: cleanName(ownTextAt(view, names, column), true),
        cell: addressAt(view.grid, names, column),
        points: result(points, column),
        score: result(score, column),
        scoreRate: rateAt(view, row, column),
        grade: result(grade, column),
      }));
  }
  return [];
}

function nameRow(view: SheetView, row: number, label: number): number | null {
  for (let above = row - 1; above >= Math.max(0, row - 4); above -= 1) {
    if (/^(?:一级)?指标(?:名称)?$|^评价指标$|^维度$/.test(labelOf(ownTextAt(view, above, label))))
      return above;
  }
  return null;
}
