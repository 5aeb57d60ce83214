import { ZERO } from "../expr/exact";
import { finding, forEachEvaluation, type Check } from "./check";
import { scoredRows, type ScoredRow } from "./scored-rows";
import { clauses, named, points } from "./wording";

const CODE = "over-points";

/** `一个加1分，最多加2分` allows more than the points (rules catalogue N18). */
const BONUS = /加分|加\s*[\d.一二两三四五六七八九十]+\s*分/;

/** 0 ≤ 得分 ≤ 分值 (rules catalogue §10.3). */
export const overPoints: Check = {
  code: CODE,
  describe: "得分不小于 0，不大于分值（加分项除外）",
  run: forEachEvaluation((evaluation) =>
    scoredRows(evaluation).flatMap((row) => {
      const { enteredScore: entered, points: most } = row.scored;
      if (entered === null || row.score === null || !isOutOfBounds(row)) return [];
      const bound = most === null || entered.compare(ZERO) < 0 ? "0" : points(most);
      const what = entered.compare(ZERO) < 0 ? "为负数" : `大于分值 ${bound}`;
      return [
        finding(
          CODE,
          "error",
          row.score.cell,
          clauses(`${named(row.name)}得分 ${points(entered)} ${what}`, "请改正得分或分值"),
          points(entered),
          bound,
        ),
      ];
    }),
  ),
};

/** Whether the entered score is below 0 or above its points without a promised bonus. */
export function isOutOfBounds({ scored: { enteredScore, points: most }, wording }: ScoredRow): boolean {
  return (
    enteredScore !== null &&
    (enteredScore.compare(ZERO) < 0 ||
      (most !== null && enteredScore.compare(most) > 0 && !BONUS.test(wording)))
  );
}
