import { evaluate } from "../expr/evaluate";
import { HUNDRED, type Exact } from "../expr/exact";
import {
  completeSum,
  constant,
  divide,
  fallback,
  multiply,
  round,
  sum,
  type Expression,
} from "../expr/expression";
import { evaluateText, onScale, type TextExpression } from "../expr/text";
import type { Scored, ScoredSum } from "../model/evaluation";
import type { GradeScale } from "../model/grade";
import { AWAITING_SCORE } from "../model/sheet-names";

/** What a sum of scores is made of. */
export interface SumParts {
  readonly points: Expression | null;
  readonly score: Expression | null;
}

/** A grade is that of the rate as it is printed, with two decimals. */
const GRADED_PLACES = 2;

/** The sum with its rate and grade. A score of unknown points has no grade, unless the form prints it out of 100 (`graded`). */
export function scoredSum(
  { points, score }: SumParts,
  scale: GradeScale,
  graded = points !== null,
): ScoredSum {
  const scoreRate = rateTree(score, points);
  const grade = graded ? gradeTree(scoreRate ?? score, scoreRate !== null, scale) : null;
  return {
    points: valueOf(points),
    score: valueOf(score),
    scoreRate: valueOf(scoreRate),
    grade: grade === null ? null : evaluateText(grade) || null,
    trees: { points, score, scoreRate, grade },
  };
}

/** 得分率: empty where there is no score, or where the points are 0. */
export function rateTree(score: Expression | null, points: Expression | null): Expression | null {
  return score === null || points === null ? null : fallback(divide(score, points), "");
}

function gradeTree(known: Expression | null, isRate: boolean, scale: GradeScale): TextExpression | null {
  if (known === null) return null;
  const of100 = round(isRate ? multiply(known, constant(HUNDRED)) : known, GRADED_PLACES);
  const steps = scale.bands.slice(0, -1).map((band) => ({ word: band.grade, from: band.from }));
  return onScale(of100, steps, scale.bands.at(-1)?.grade ?? "", { known });
}

/** The points of the rows that have any; null where none has. */
export function pointsOf(members: readonly Scored[]): Expression | null {
  const points = members.flatMap((member) =>
    member.trees.points === null || isDropped(member) ? [] : [member.trees.points],
  );
  return points.length === 0 ? null : sum(points);
}

/** The score of the rows that count, open while one of them has none; null where none counts. */
export function scoreOf(members: readonly Scored[]): Expression | null {
  const scores = members.flatMap((member) =>
    member.trees.score === null || isDropped(member) ? [] : [member.trees.score],
  );
  return scores.length === 0 ? null : completeSum(scores, AWAITING_SCORE);
}

/** Not applicable and without a score: left out of points and scores alike (rules catalogue E3). */
export function isDropped(scored: Scored): boolean {
  return scored.status === "not-applicable" && scored.score === null && scored.points !== null;
}

export function valueOf(of: Expression | null): Exact | null {
  return of === null ? null : evaluate(of);
}
