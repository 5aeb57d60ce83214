import type { CellAddress } from "../expr/cell";
import { addUp, HUNDRED, ZERO, type Exact } from "../expr/exact";
import { evaluate } from "../expr/evaluate";
import type { Expression } from "../expr/expression";
import { roundHalfUp } from "../expr/rounding";
import type { Scored, ScoredDimension, ScoredFund, ScoredIndicator } from "../model/evaluation";
import type { CaptionPoints, DimensionEntry, EvaluationForm } from "../model/form";
import { gradeOf, type GradeScale } from "../model/grade";
import { printedDimension } from "./printed-dimension";

/** The fund row that counts is a dimension of its own (财预〔2020〕10号 weights: 预算执行率 10, 产出 50, 效益 30, 满意度 10). */
export const EXECUTION_DIMENSION = "预算执行率";

/** Sums by level-1 indicator, in the order of the sheet; a sum is null while a member that counts has no score. */
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
  for (const fund of funds) {
    if (fund.entry.counts && fund.points !== null) put(EXECUTION_DIMENSION, fund, fund.entry.cell);
  }
  for (const indicator of indicators) {
    if (indicator.entry.level1 !== null) put(indicator.entry.level1, indicator, indicator.entry.cell);
  }
  if (groups.size === 0) return form.dimensions.map((entry) => printed(entry, scale));
  return [...groups.values()].map(({ name, members, cells }) => {
    const points = sumOfPoints(members) ?? captionPoints(form.captions, name);
    return rated({ name, points, score: sumOfScores(members), members: cells }, scale);
  });
}

function printed(entry: DimensionEntry, scale: GradeScale): ScoredDimension {
  const { points, score } = printedDimension(entry);
  const value = (of: Expression | null): Exact | null => (of === null ? null : evaluate(of));
  return rated({ name: entry.name, points: value(points), score: value(score), members: [] }, scale);
}

function rated(
  dimension: Pick<ScoredDimension, "name" | "points" | "score" | "members">,
  scale: GradeScale,
): ScoredDimension {
  const { points, score } = dimension;
  const scoreRate = points === null || score === null || points.equals(ZERO) ? null : score.div(points);
  return { ...dimension, scoreRate, grade: scoreRate === null ? null : gradeOfPercentage(scoreRate, scale) };
}

/** The grade is that of the rate as it is printed, with two decimals. */
export function gradeOfPercentage(rate: Exact, scale: GradeScale): string | null {
  return gradeOf(roundHalfUp(rate.mul(HUNDRED), 2), scale);
}

/** Whether the row enters a sum of scores: it carries points or a score, and no other row carries its score. */
export function counts(scored: Scored): boolean {
  return (
    scored.status !== "shared" && !isDropped(scored) && (scored.points !== null || scored.score !== null)
  );
}

/** Not applicable and without a score: left out of points and scores alike (rules catalogue E3). */
export function isDropped(scored: Scored): boolean {
  return scored.status === "not-applicable" && scored.score === null && scored.points !== null;
}

export function sumOfScores(
  members: readonly Scored[],
  of: (scored: Scored) => Exact | null = (scored) => scored.score,
): Exact | null {
  const counted = members.filter(counts);
  if (counted.length === 0) return null;
  return counted.reduce<Exact | null>((total, member) => addKnown(total, of(member)), ZERO);
}

export function sumOfPoints(members: readonly Scored[]): Exact | null {
  const known = members
    .filter((member) => !isDropped(member))
    .flatMap((member) => (member.points === null ? [] : [member.points]));
  return known.length === 0 ? null : addUp(known);
}

function addKnown(total: Exact | null, next: Exact | null): Exact | null {
  return total === null || next === null ? null : total.add(next);
}

function captionPoints(captions: readonly CaptionPoints[], name: string): Exact | null {
  return captions.find((caption) => caption.level === 1 && caption.name === name)?.points ?? null;
}
