import { evaluate } from "../../expr/evaluate";
import {
  awaited,
  constant,
  input,
  message,
  step,
  type Expression,
  type StepNode,
} from "../../expr/expression";
import type { Scored, ScoredFund, ScoredIndicator } from "../../model/evaluation";
import { AWAITING_SCORE } from "../../model/sheet-names";

/** What the rule gives, as the working paper's 计算得分 shows it; null where it takes judgement. */
export function computedStep(scored: Scored): StepNode | null {
  const { outcome } = scored.application;
  return "score" in outcome ? outcome.score : null;
}

/**
 * The score that counts: the computed one, or the number in the user's own score cell, followed live,
 * so that a score typed later counts without the add-in. Null for a row that carries no score of its own.
 * A score that is not disclosed is not followed: its row waits.
 */
export function adoptedScore(scored: ScoredIndicator | ScoredFund): Expression | null {
  if (scored.status === "shared") return null;
  const computed = computedStep(scored);
  if (scored.adopted === "computed" && computed !== null) return step("采用得分", "points", computed);
  const cell = scored.entry.score;
  if (cell === null || (scored.points === null && scored.enteredScore === null)) return null;
  const { live, nature, value } = cell.entered;
  if (nature === "undisclosed") return message(AWAITING_SCORE);
  if (live !== null && live !== "number" && value !== null)
    return input(cell.cell, value, { style: "points", reading: live });
  if (live === null && value !== null) return constant(value, "points");
  return awaited(cell.cell, value, AWAITING_SCORE);
}

/** Whether the step's value is known now. */
export function hasValue(expression: Expression | null): boolean {
  return expression !== null && evaluate(expression) !== null;
}
