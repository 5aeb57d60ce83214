import { exact, HUNDRED, ONE, ZERO } from "../../expr/exact";
import { toDecimal } from "../../expr/decimal";
import { speakNumber } from "../../expr/explain";
import { holds } from "../../expr/evaluate";
import {
  compare,
  conditional,
  constant,
  divide,
  guarded,
  max,
  message,
  min,
  multiply,
  step,
  subtract,
  type Comparator,
  type Condition,
  type Expression,
  type StepNode,
} from "../../expr/expression";
import type { Finding } from "../../model/finding";
import type { Comparison, Target } from "../../model/quantity";
import { judgement, type Built, type ScoringCase } from "../kind";
import { notes } from "../notes";
import { comparable, spoken, textOf } from "./comparable";
import { directionOf } from "./direction";
import type { Operand } from "../operand";
import { leafName } from "../../model/form";

/** What a missed target is worth (rules catalogue N2–N4, C2). */
export type Missed = "in-proportion" | "proportional-deduction" | "nothing" | "judgement";

export const JUDGED = "待评分";
const NOUGHT = constant(ZERO);

/** Full points when the number reaches the target, else what `missed` says. Zero targets and results are decided by the formula. */
export function byRatio(of: ScoringCase, missed: Missed): Built {
  const target = of.target;
  const pair = comparable(of);
  if (target === null || "why" in pair) return judgement("why" in pair ? pair.why : "未填年度指标值");
  const direction = directionOf(target, of.entry);
  const bound = of.actual?.comparison;
  const ways = WAYS[direction === "exact" && isWhole(pair.target) ? "higher" : direction];
  const reached = ways.reached(pair.result.expression, pair.target.expression, asBound(target, bound));
  const nothing = constant(ZERO, "points");
  const below = {
    "in-proportion": ways.proportion,
    "proportional-deduction": ways.deduction,
    nothing: () => nothing,
    judgement: () => message(JUDGED),
  }[missed];
  const full = speakNumber(of.pointsValue, "points");
  const lost = below(of.points, pair.result.expression, pair.target.expression);
  // `小于5次` with 5: missed, and a proportion of 5/5 would still give everything.
  const isStrict = (target.comparison === ">" || target.comparison === "<") && missed !== "nothing";
  const otherwise =
    bound !== undefined && BOUNDS.has(bound)
      ? message(JUDGED)
      : isStrict
        ? guarded(compare(pair.result.expression, "=", pair.target.expression), message(JUDGED), lost)
        : lost;
  const score = conditional(reached, of.points, otherwise, {
    then: `达到目标，得满分 ${full}`,
    otherwise:
      missed === "nothing"
        ? "未达到目标，不得分"
        : missed === "judgement"
          ? "未达到目标，由人工评分"
          : "未达到目标",
  });
  return {
    kind: "points",
    score,
    completion: ways.completion(pair.result.expression, pair.target.expression),
    target: pair.shown.target.expression,
    actual: pair.shown.result.expression,
    notes: [...pair.notes, ...conventions(of, target, pair, direction)],
  };
}

/** Results that only say `≥90%`: where that does not reach the target, what was reached stays open. */
const BOUNDS: ReadonlySet<Comparison> = new Set([">", "<", ">=", "<="]);

/** `小于5次` answers `小于5次`: of two limits of one kind the result's need not lie beyond the target's. */
function asBound(target: Target, bound: Comparison | undefined): Target {
  if (bound !== target.comparison) return target;
  return bound === ">"
    ? { ...target, comparison: ">=" }
    : bound === "<"
      ? { ...target, comparison: "<=" }
      : target;
}

/** `=100%` behaves like `≥100%` (rules catalogue N4). */
const isWhole = (target: Operand): boolean => target.percent && target.value.equals(ONE);

interface Way {
  readonly reached: (result: Expression, target: Expression, sign: Target) => Condition;
  readonly proportion: (points: Expression, result: Expression, target: Expression) => Expression;
  readonly deduction: (points: Expression, result: Expression, target: Expression) => Expression;
  readonly completion: (result: Expression, target: Expression) => StepNode;
}

const atLeastNothing = (score: Expression): Expression => max(score, constant(ZERO, "points"));
const rate = (top: Expression, bottom: Expression): StepNode =>
  step("完成率", "percent", divide(top, bottom));
const whereNotZero = (bottom: Expression, of: Expression): StepNode =>
  step("完成率", "percent", guarded(compare(bottom, "=", NOUGHT), message("—"), of));

/** W − W × how far off ÷ target, a target of 0 or less cannot be missed by a share of itself. */
function deduct(points: Expression, off: Expression, target: Expression): Expression {
  const lost = step("偏离", "percent", divide(off, target));
  const deducted = atLeastNothing(subtract(points, multiply(points, lost)));
  return whereTarget(target, ">", deducted, constant(ZERO, "points"), ZERO_TARGET);
}

const ZERO_TARGET = { then: "按比例扣分", otherwise: "指标值为 0，不得分" };

/** Decided by the formula where the target is a cell; a target that is a constant is decided here. */
function whereTarget(
  target: Expression,
  sign: ">" | ">=",
  then: Expression,
  otherwise: Expression,
  told: { then?: string; otherwise?: string } = {},
): Expression {
  if (target.kind === "constant") return holds(target.value, sign, ZERO) ? then : otherwise;
  return guarded(compare(target, sign, NOUGHT), then, otherwise, told);
}

/** The result as a share of the target; against a constant 100% the result is that share itself. */
function proportion(points: Expression, top: Expression, bottom: Expression): Expression {
  return multiply(points, bottom.kind === "constant" && bottom.value.equals(ONE) ? top : rate(top, bottom));
}

const WAYS: Record<"higher" | "lower" | "exact", Way> = {
  higher: {
    reached: (result, target, { comparison }) => compare(result, sign(comparison, ">="), target),
    proportion: (points, result, target) =>
      whereTarget(target, ">", atLeastNothing(proportion(points, result, target)), message(JUDGED)),
    deduction: (points, result, target) => deduct(points, subtract(target, result), target),
    completion: (result, target) => whereNotZero(target, divide(result, target)),
  },
  // Reverse indicators: 0 is the best value and is never divided by, for it reaches every limit (rules catalogue N3).
  lower: {
    reached: (result, target, { comparison }) => compare(result, sign(comparison, "<="), target),
    proportion: (points, result, target) =>
      whereTarget(target, ">=", multiply(points, rate(target, result)), message(JUDGED)),
    deduction: (points, result, target) => deduct(points, subtract(result, target), target),
    completion: (result, target) => whereNotZero(result, divide(target, result)),
  },
  exact: {
    reached: (result, target) => compare(result, "=", target),
    proportion: (points, result, target) =>
      whereTarget(
        target,
        ">",
        atLeastNothing(multiply(points, rate(min(result, target), max(result, target)))),
        constant(ZERO, "points"),
        {
          then: "按比例得分",
          otherwise: "指标值为 0，不得分",
        },
      ),
    deduction: (points, result, target) =>
      deduct(points, { kind: "absolute", of: subtract(result, target) }, target),
    completion: (result, target) => whereNotZero(target, divide(result, target)),
  },
};

function sign(comparison: Target["comparison"], otherwise: Comparator): Comparator {
  return comparison === ">" || comparison === "<" ? comparison : otherwise;
}

function conventions(
  of: ScoringCase,
  target: Target,
  pair: { target: Operand; result: Operand },
  direction: string,
): Finding[] {
  const found: Finding[] = [];
  const { value } = pair.result;
  if (
    target.comparison === "none" &&
    target.cell !== null &&
    !value.equals(pair.target.value) &&
    !(direction === "higher" && isWhole(pair.target))
  ) {
    found.push(
      notes.bareNumber(
        target.cell,
        textOf(target),
        `${direction === "lower" ? "≤" : "≥"}${spoken(pair.target)}`,
      ),
    );
  }
  if (
    direction === "higher" &&
    of.measure === null &&
    holds(pair.target.value, ">", ZERO) &&
    holds(value, ">", pair.target.value.mul(exact(of.context.settings.overAchievement)))
  ) {
    const share = `${toDecimal(value.div(pair.target.value).mul(HUNDRED).round(2))}%`;
    const cell = of.actual?.cell ?? of.entry.cell;
    found.push(notes.overAchieved(cell, leafName(of.entry), textOf(target), textOf(of.actual), share));
  }
  return found;
}
