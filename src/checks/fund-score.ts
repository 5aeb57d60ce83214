import { finding } from "../model/finding";
import { roundHalfUp } from "../expr/rounding";
import type { ScoredFund } from "../model/evaluation";
import { forEachEvaluation, type Check } from "./check";
import { enteredRate } from "./execution-rate";
import { estimateOf, judge, printedExact } from "../printed/precision";
import { disagreements } from "./shared/score-against-rule";
import { countingFunds } from "./shared/scored-rows";
import { clauses, named, points } from "./shared/wording";

const CODE = "fund-score";

/** 资金行得分 = 分值 × 执行率 (rules catalogue §10.6). */
export const fundScore: Check = {
  code: CODE,
  describe: "资金行得分等于分值乘执行率",
  run: forEachEvaluation((evaluation) => {
    const followsRate = new Set(
      countingFunds(evaluation)
        .filter(followsPrintedRate)
        .map(({ entry }) => entry.score?.cell),
    );
    return disagreements(evaluation, "fund").flatMap(({ row, cell, entered, computed }) => {
      if (followsRate.has(cell)) return [];
      const message = clauses(
        `${named(row.name)}得分 ${points(entered)}，按执行率计算为 ${points(computed)}`,
        "请核对",
      );
      return [
        finding({
          code: CODE,
          severity: "error",
          cell,
          message,
          stated: points(entered),
          computed: points(computed),
        }),
      ];
    });
  }),
};

/** 86% printed for 86.20%, and 10 × 86% = 8.6: the score was worked out from the printed rate, which is right as printed. */
function followsPrintedRate({ entry, executionRate, points: most, enteredScore }: ScoredFund): boolean {
  const rate = enteredRate(entry.rate);
  if (rate === null || executionRate === null || most === null || enteredScore === null) return false;
  if (judge(rate, estimateOf({ ...rate, value: executionRate })) === "fails") return false;
  const score = printedExact(enteredScore);
  return roundHalfUp(most.mul(rate.value), score.places).equals(enteredScore);
}
