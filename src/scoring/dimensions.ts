import type { CellAddress } from "../expr/cell";
import { constant, type Expression } from "../expr/expression";
import { explain } from "../expr/explain";
import type { Scored, ScoredDimension, ScoredFund, ScoredIndicator } from "../model/evaluation";
import type { CaptionPoints, DimensionEntry, EvaluationForm } from "../model/form";
import type { GradeScale } from "../model/grade";
import { printedDimension } from "./printed-dimension";
import { pointsOf, scoredSum, scoreOf } from "./sums";

/** The fund row that counts is a dimension of its own (财预〔2020〕10号 weights: 预算执行率 10, 产出 50, 效益 30, 满意度 10). */
export const EXECUTION_DIMENSION = "预算执行率";

/** Whether the fund row enters the total. */
export function countsFund({ entry, points }: ScoredFund): boolean {
  return entry.counts && (points !== null || entry.openPoints !== undefined);
}

/** Sums by level-1 indicator, in the order of the sheet. */
export function dimensionsOf(
  form: EvaluationForm,
  funds: readonly ScoredFund[],
  indicators: readonly ScoredIndicator[],
  scale: GradeScale,
): ScoredDimension[] {
  const groups = new Map<string, { name: string; members: Scored[]; cells: CellAddress[] }>();
  const put = (name: string, scored: Scored, cell: CellAddress): void => {
    const group = groups.get(name) ?? { name, members: [], cells: [] };
    group.members.push(scored);
    group.cells.push(cell);
    groups.set(name, group);
  };
  for (const fund of funds) if (countsFund(fund)) put(EXECUTION_DIMENSION, fund, fund.entry.cell);
  for (const indicator of indicators) {
    if (indicator.entry.level1 !== null) put(indicator.entry.level1, indicator, indicator.entry.cell);
  }
  if (groups.size === 0) return form.dimensions.map((entry) => printed(entry, scale));
  return [...groups.values()].map(({ name, members, cells }) => {
    const points = pointsOf(members) ?? captionPoints(form.captions, name);
    return {
      ...scoredSum({ points, score: scoreOf(members) }, scale),
      name,
      explanation: "",
      members: cells,
    };
  });
}

function printed(entry: DimensionEntry, scale: GradeScale): ScoredDimension {
  const parts = printedDimension(entry);
  const explanation = parts.score === null ? "" : explain(parts.score);
  return { ...scoredSum(parts, scale), name: entry.name, explanation, members: [] };
}

function captionPoints(captions: readonly CaptionPoints[], name: string): Expression | null {
  const caption = captions.find(({ level, name: of }) => level === 1 && of === name);
  return caption?.points == null ? null : constant(caption.points, "points");
}
