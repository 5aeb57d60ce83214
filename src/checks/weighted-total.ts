import { finding } from "../model/finding";
import { exact, ONE, type Exact } from "../expr/exact";
import type { DimensionEntry } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { likelyCause } from "../printed/causes";
import { exactly, productOf, sumOf, type Estimate } from "../printed/estimate";
import { enteredRate } from "./execution-rate";
import { estimateOf, judge, printed, speakLike } from "../printed/precision";
import { isWhole } from "../model/scope";
import { statedBy } from "./shared/scored-rows";
import { clauses } from "./shared/wording";

const CODE = "weighted-total";

/** Σ 权重 × 得分率 = 总分 on a form that prints weights and rates instead of scores (rules catalogue §10.17; report 4: 89.15). */
export const weightedTotal: Check = {
  code: CODE,
  describe: "各一级指标权重乘得分率之和等于综合得分",
  run: forEachEvaluation(({ form }) => {
    const own = statedBy(form.totals.find(isWhole)?.score ?? form.statedScore);
    const total = printed(own?.entered);
    const should = weightedSum(form.dimensions);
    if (own === null || total === null || should === null || judge(total, should) !== "fails") return [];
    const computed = speakLike(total, should.face);
    const message = clauses(
      `综合得分为 ${total.text}，权重×得分率之和为 ${computed}`,
      likelyCause(total, should.face),
      "请核对",
    );
    return [
      finding({ code: CODE, severity: "error", cell: own.cell, message, stated: total.text, computed }),
    ];
  }),
};

/** Null where a weight or rate is missing, or where scores are printed: then they are added up. */
function weightedSum(dimensions: readonly DimensionEntry[]): Estimate | null {
  const parts = dimensions.map((dimension): Estimate | null => {
    const weight = dimension.points?.entered.value ?? null;
    const rate = enteredRate(dimension.scoreRate);
    if (weight === null || rate === null || statedBy(dimension.score) !== null) return null;
    return productOf(exactly(inPoints(weight)), estimateOf({ ...rate, factor: ONE }));
  });
  return parts.length > 1 && parts.every((part) => part !== null) ? sumOf(parts) : null;
}

/** 15% is 15 points of 100. */
function inPoints(weight: Exact): Exact {
  return weight.compare(exact(1)) <= 0 ? weight.mul(100) : weight;
}
