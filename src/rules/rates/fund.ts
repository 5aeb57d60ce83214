import { ONE, ZERO } from "../../expr/exact";
import { evaluate, holds } from "../../expr/evaluate";
import { speakNumber } from "../../expr/explain";
import {
  compare,
  constant,
  divide,
  guarded,
  max,
  message,
  min,
  multiply,
  round,
  step,
  type StepNode,
} from "../../expr/expression";
import type { RuleApplication } from "../../model/evaluation";
import type { FundEntry } from "../../model/form";
import type { Finding } from "../../model/finding";
import type { RuleContext } from "../context";
import { notes } from "../notes";
import { inUnitOf, operandOf, pointsOperand, type Operand } from "../operand";

const KIND = { kind: "execution-rate", label: "分值乘以预算执行率，最高得满分" };
const RATE = "预算执行率";
const NOUGHT = constant(ZERO);

type Amounts = Pick<FundEntry, "initialBudget" | "adjustedBudget" | "executed">;

/** Executed and budget of a fund row; the budget is the adjusted one, the initial one only where there is no other. */
function amounts(entry: Amounts): { executed: Operand | null; budget: Operand | null; isInitial: boolean } {
  const adjusted = operandOf(entry.adjustedBudget);
  // What stands there and is no number is not left out for another budget.
  const isOpen =
    entry.adjustedBudget?.nature === "undisclosed" || entry.adjustedBudget?.nature === "unreadable";
  const budget = adjusted ?? (isOpen ? null : operandOf(entry.initialBudget));
  const executed = operandOf(entry.executed);
  return {
    executed: executed && budget ? inUnitOf(executed, budget) : executed,
    budget,
    isInitial: adjusted === null && !isOpen,
  };
}

/** 执行数 ÷ 全年（调整）预算数 of any fund row, 其中 rows too, for its 执行率 cell; null without both amounts. */
export function executionRateOf(entry: Amounts): StepNode | null {
  const { executed, budget } = amounts(entry);
  if (executed === null || budget === null) return null;
  const [top, bottom] = [executed.expression, budget.expression];
  return step(
    RATE,
    "percent",
    guarded(compare(bottom, "=", NOUGHT), message("预算数为 0"), divide(top, bottom)),
  );
}

/** The row that counts: points × executed ÷ budget, between nothing and full points (rules catalogue N1, E1, E6). */
export function applyFundRule(entry: FundEntry, context: RuleContext): RuleApplication {
  const { executed, budget, isInitial } = amounts(entry);
  const rate = executionRateOf(entry);
  const found: Finding[] = isInitial ? [notes.initialBudget(entry.cell)] : [];
  if (!entry.counts)
    return { ...KIND, outcome: { kind: "not-applicable", why: "其中项不单独计分", score: null }, notes: [] };
  if (executed === null || budget === null || rate === null) {
    return { ...KIND, outcome: { kind: "not-filled", why: "预算数或执行数未填写" }, notes: [] };
  }
  if (holds(budget.value, "=", ZERO)) {
    return {
      ...KIND,
      outcome: { kind: "needs-judgement", why: "全年预算数为 0，无法计算预算执行率" },
      notes: [notes.zeroFund(entry.adjustedBudget?.cell ?? entry.cell)],
    };
  }
  const value = evaluate(rate);
  if (value !== null && holds(value, ">", ONE))
    found.push(notes.overExecuted(entry.executed?.cell ?? entry.cell, speakNumber(value, "percent")));
  if (entry.points === null)
    return { ...KIND, outcome: { kind: "needs-judgement", why: "未列分值，无法计分" }, notes: found };
  const points = pointsOperand(entry.points);
  const [top, bottom] = [executed.expression, budget.expression];
  const share = max(
    min(multiply(points, step(RATE, "percent", divide(top, bottom))), points),
    constant(ZERO, "points"),
  );
  const score = step(
    "得分",
    "points",
    guarded(compare(bottom, "=", NOUGHT), message("待评分"), round(share, context.settings.places)),
  );
  return {
    ...KIND,
    outcome: { kind: "scored", measure: rate, completion: rate, score, target: bottom, actual: top },
    notes: found,
  };
}
