import { HUNDRED, ZERO, type Exact } from "../expr/exact";
import type { ScoredEvaluation } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import type { ResultCell } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { scoredRows, statedBy, type ScoredRow } from "./shared/scored-rows";
import { clauses, named, points } from "./shared/wording";

const CODE = "over-points";

/** `一个加1分，最多加2分` allows more than the points (rules catalogue N18). */
const BONUS = /加分|加\s*[\d.一二两三四五六七八九十]+\s*分/;

/** 0 ≤ 得分 ≤ 分值 (rules catalogue §10.3). */
export const overPoints: Check = {
  code: CODE,
  describe: "得分不小于 0，不大于分值（加分项除外）",
  run: forEachEvaluation((evaluation) => [
    ...scoredRows(evaluation).flatMap((row) =>
      outside(row.name, row.score, row.scored.enteredScore, mostOf(row)),
    ),
    ...statedAlone(evaluation),
  ]),
};

/** Scores of 一级指标, or else a total, that no scored row adds up to: where one does, `total-sum` compares them. */
function statedAlone(evaluation: ScoredEvaluation): Finding[] {
  const { form, points: most } = evaluation;
  if (scoredRows(evaluation).some(({ scored }) => scored.score !== null)) return [];
  return form.dimensions.length > 0
    ? form.dimensions.flatMap(({ name, score, points: own }) =>
        stated(name, score, own?.entered.value ?? null),
      )
    : stated("综合", form.statedScore, most ?? HUNDRED);
}

function stated(name: string, result: ResultCell | null, most: Exact | null): Finding[] {
  const own = statedBy(result);
  return outside(name, own, own?.entered.value ?? null, most);
}

function outside(name: string, at: ResultCell | null, score: Exact | null, most: Exact | null): Finding[] {
  if (at === null || score === null || !isOutside(score, most)) return [];
  const bound = most === null || isNegative(score) ? "0" : points(most);
  const what = isNegative(score) ? "为负数" : `大于分值 ${bound}`;
  const message = clauses(`${named(name)}得分 ${points(score)} ${what}`, "请改正得分或分值");
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: at.cell,
      message,
      stated: points(score),
      computed: bound,
    }),
  ];
}

const isNegative = (score: Exact): boolean => score.compare(ZERO) < 0;

const isOutside = (score: Exact, most: Exact | null): boolean =>
  isNegative(score) || (most !== null && score.compare(most) > 0);

/** The points, unless a bonus is promised beyond them. */
const mostOf = ({ scored, wording }: ScoredRow): Exact | null => (BONUS.test(wording) ? null : scored.points);

/** Whether the entered score is below 0 or above its points without a promised bonus. */
export function isOutOfBounds(row: ScoredRow): boolean {
  const { enteredScore } = row.scored;
  return enteredScore !== null && isOutside(enteredScore, mostOf(row));
}
