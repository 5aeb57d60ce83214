import { awaited, constant, input, message, step, type Expression, type StepNode } from "../expr/expression";
import type { RuleApplication, Scored } from "../model/evaluation";
import type { FundEntry, IndicatorEntry } from "../model/form";
import { AWAITING_SCORE } from "../model/sheet-names";

/** What the rule gives, as the working paper's 计算得分 shows it; null where it takes judgement. */
export function computedStep({ outcome }: RuleApplication): StepNode | null {
  return "score" in outcome ? outcome.score : null;
}

/**
 * The score that counts: the computed one, or the number in the user's own score cell, followed live,
 * so that a score typed later counts without the add-in. Null for a row that carries no score of its own.
 * A score that is not disclosed is not followed: its row waits, and so does one whose points cannot be told.
 */
export function adoptedScore(
  entry: IndicatorEntry | FundEntry,
  computed: StepNode | null,
  { points, enteredScore, adopted }: Pick<Scored, "points" | "enteredScore" | "adopted">,
): Expression | null {
  if ("sharesScoreWith" in entry && entry.sharesScoreWith !== null) return null;
  if (entry.openPoints?.why === "unreadable") return message(AWAITING_SCORE);
  if (adopted === "computed" && computed !== null) return step("采用得分", "points", computed);
  if (points === null && enteredScore === null)
    return entry.openPoints === undefined ? null : message(AWAITING_SCORE);
  const cell = entry.score;
  if (cell === null || cell.entered.nature === "undisclosed") return message(AWAITING_SCORE);
  const { live } = cell.entered;
  if (live !== null && live !== "number" && enteredScore !== null)
    return input(cell.cell, enteredScore, { style: "points", reading: live });
  if (live === null && enteredScore !== null) return constant(enteredScore, "points");
  return awaited(cell.cell, enteredScore, AWAITING_SCORE);
}
