import { HUNDRED, ZERO, exact, type Exact } from "../expr/exact";
import {
  compare,
  constant,
  divide,
  guarded,
  message,
  multiply,
  round,
  step,
  sum,
  type Expression,
  type StepNode,
} from "../expr/expression";
import { plainWording } from "../text/plain-wording";
import { ANY_NUMBER } from "../rules/wordings";

/** Indicators that do not apply are left out, the rest counts as 100: Σ S ÷ Σ W × 100 (rules catalogue N23). */
export function rescaledTotal(
  scores: readonly Expression[],
  points: readonly Expression[],
  places: number,
): StepNode {
  const whole = step("适用指标分值", "points", together(points));
  const total = step("适用指标得分", "points", together(scores));
  const rescaled = divide(multiply(total, constant(HUNDRED, "points")), whole);
  return step(
    "折算总分",
    "points",
    guarded(compare(whole, "=", constant(ZERO)), message("没有适用的指标"), round(rescaled, places)),
  );
}

const together = (of: readonly Expression[]): Expression =>
  of.length === 1 && of[0] !== undefined ? of[0] : sum(of);

/** 折算得分 = 单项指标得分 × 权重占比 (rules catalogue N17). A score that is out of its weight already is weighted twice by it. */
export function convertedScore(score: Expression, weight: Expression, places: number): StepNode {
  return step("折算得分", "points", round(multiply(score, weight), places));
}

/** Whether a score is out of its own weight: 25.00 of 25% times 25% counts the weight twice (rules catalogue N17). */
export function isWeightedTwice(scores: readonly Exact[], weights: readonly Exact[]): boolean {
  return (
    scores.length > 0 &&
    scores.every((score, index) => score.compare((weights[index] ?? ZERO).mul(HUNDRED)) <= 0)
  );
}

/** Points shared out evenly: `15分÷三级指标个数,四舍五入保留整数`. */
export interface EvenSplit {
  readonly total: string;
  readonly places: number;
}

const EVEN_SPLIT = new RegExp(
  String.raw`^(?:分值=)?(${ANY_NUMBER})分?[÷/](?:三级)?指标(?:个数|数量|数)(?:[,;]四舍五入(?:保留|取)(?:(整)数|([一两二1-3])位小数))?$`,
);

export function readEvenSplit(text: string): EvenSplit | null {
  const [, total, whole, places] = EVEN_SPLIT.exec(plainWording(text)) ?? [];
  if (total === undefined) return null;
  const decimals = { 一: 1, 两: 2, 二: 2, "1": 1, "2": 2, "3": 3 }[places ?? ""] ?? 2;
  return { total, places: whole === undefined ? decimals : 0 };
}

/** One indicator's points; rounding may leave the sum off the total (rules catalogue N13). */
export function evenPoints({ total, places }: EvenSplit, count: number): StepNode {
  const split = round(divide(constant(total, "points"), constant(exact(count), "amount", "个")), places);
  return step("分值", "points", split);
}
