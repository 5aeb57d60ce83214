import { evaluate, evaluateCondition } from "../expr/evaluate";
import type { Exact } from "../expr/exact";
import type { Expression } from "../expr/expression";

/** What the rule gives before its score is rounded to the workbook's places; null where there is no score. */
export function unroundedScore(score: Expression): Exact | null {
  switch (score.kind) {
    case "step":
      return unroundedScore(score.of);
    case "round":
      return evaluate(score.of);
    case "conditional": {
      const truth = evaluateCondition(score.when);
      return truth === null ? null : unroundedScore(truth ? score.then : score.otherwise);
    }
    default:
      return evaluate(score);
  }
}
