import type { DimensionEntry, EvaluationForm, FundEntry, ResultCell } from "../model/form";
import type { BaseDatum } from "../model/workbook";
import { addressAt } from "../model/grid";
import { datumAt } from "./base-data";
import { compact } from "./characters";
import { currencyIn } from "./currency";
import { readFormHead } from "./form-head";
import { gradeScaleOfRows } from "./grade-scale-search";
import { labelOf } from "./labels";
import { rateAt, resultAt } from "./result-cells";
import { areaAt, filledColumns, ownTextAt, type SheetView } from "./sheet-view";
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
  const isConclusion = /结论表|概要表/.test(head.title?.text ?? "") || (dimensions.length > 1 && stated.score !== null);
  if (!isConclusion || (stated.score === null && dimensions.length === 0)) return null;
  const pairs = labelledNumbers(view);
  return {
    form: {
      sheet: view.grid.name,
      family: "conclusion",
      title: head.title,
      unit: head.unit,
      year: head.year,
      funds: fundsOf(view, pairs),
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
    baseData: pairs.map(({ datum }) => datum),
  };
}

const RATE_ROW = /^(?:指标)?得分率$/;

/** 指标 | 决策 | 过程 | … over 得分率 | 86.67% | …, with 权重, 得分 and 等级 in rows of their own. */
function dimensionsBelow(view: SheetView): DimensionEntry[] {
  for (let row = 1; row < view.rows; row += 1) {
    const label = filledColumns(view, row).find((column) => RATE_ROW.test(labelOf(ownTextAt(view, row, column))));
    if (label === undefined) continue;
    const names = nameRow(view, row, label);
    if (names === null) continue;
    const beside = (pattern: RegExp): number | null => [row - 3, row - 2, row - 1, row + 1, row + 2].find((other) => other > names && pattern.test(labelOf(ownTextAt(view, other, label)))) ?? null;
    const [points, score, grade] = [beside(/^(?:权重|分值)$/), beside(/^(?:评价)?得分$/), beside(/等级$/)];
    const result = (at: number | null, column: number): ResultCell | null => (at === null ? null : resultAt(view, at, column));
    return filledColumns(view, names)
      .filter((column) => column > label)
      .map((column) => ({
        name: ownTextAt(view, names, column),
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
    if (/^(?:一级)?指标(?:名称)?$|^评价指标$|^维度$/.test(labelOf(ownTextAt(view, above, label)))) return above;
  }
  return null;
}

interface Pair {
  readonly datum: BaseDatum;
  readonly label: string;
  readonly row: number;
  readonly column: number;
}

function labelledNumbers(view: SheetView): Pair[] {
  const pairs: Pair[] = [];
  for (let row = 0; row < view.rows; row += 1) {
    const currency = filledColumns(view, row).map((column) => currencyIn(ownTextAt(view, row, column))).find((found) => found !== null) ?? "";
    for (const column of filledColumns(view, row)) {
      const name = ownTextAt(view, row, column);
      const next = column + (areaAt(view, row, column)?.columnCount ?? 1);
      if (name.length > 24 || /^[\d.,%-]+/.test(compact(name)) || next >= view.columns || ownTextAt(view, row, next) === "") continue;
      const datum = datumAt(view, name, row, next, currency);
      if (datum.quantity.nature === "number") pairs.push({ datum, label: labelOf(name.replace(/^其中[:：]?\s*/, "")), row, column });
    }
  }
  return pairs;
}

const BUDGET = /^(?:全年|年度|调整后?)?预算(?:安排)?(?:资金|数|金额|总额)?$|^资金总额$/;
const INITIAL = /^年初预算/;
const EXECUTED = /^(?:全年|实际|预算)?(?:支出|执行|使用)(?:资金|数|金额|总额)?$/;
const RATE = /执行率$/;

/** One fund row of the amounts that are labelled so, and the parts printed under the budget. */
function fundsOf(view: SheetView, pairs: readonly Pair[]): FundEntry[] {
  const budget = pairs.find(({ label }) => BUDGET.test(label));
  const executed = pairs.find(({ label }) => EXECUTED.test(label));
  if (!budget || !executed) return [];
  const rate = pairs.find(({ label }) => RATE.test(label));
  const currency = currencyNear(view, budget.row) ?? "万元";
  const common = { currency, points: null, score: null, reason: null, initialBudget: null } as const;
  const initial = pairs.find(({ label }) => INITIAL.test(label));
  const whole: FundEntry = {
    ...common,
    item: budget.datum.name,
    cell: addressAt(view.grid, budget.row, budget.column),
    counts: true,
    initialBudget: initial?.datum.quantity ?? null,
    adjustedBudget: budget.datum.quantity,
    executed: executed.datum.quantity,
    rate: rate ? resultAt(view, rate.datum.cell.row, rate.datum.cell.column) : null,
  };
  const parts = pairs.filter(({ row, datum }) => row > budget.row && row < executed.row && datum.cell.column === budget.datum.cell.column);
  return [whole, ...parts.map(({ datum, row, column }): FundEntry => ({ ...common, item: datum.name, cell: addressAt(view.grid, row, column), counts: false, adjustedBudget: datum.quantity, executed: null, rate: null }))];
}

function currencyNear(view: SheetView, row: number): string | null {
  for (let above = row; above >= Math.max(0, row - 4); above -= 1) {
    for (const column of filledColumns(view, above)) {
      const currency = currencyIn(ownTextAt(view, above, column));
      if (currency) return currency;
    }
  }
  return null;
}
