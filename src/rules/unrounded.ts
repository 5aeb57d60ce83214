import { evaluate } from "../expr/evaluate";
import type { Exact } from "../expr/exact";
import type { Expression } from "../expr/expression";

/** What the rule gives before its score is rounded to the workbook's places; null where there is no score. */
export function unroundedScore(score: Expression): Exact | null {
  return evaluate(withoutRounding(score));
}

function withoutRounding(of: Expression): Expression {
  switch (of.kind) {
    case "step":
      return withoutRounding(of.of);
    case "round":
      return of.of;
    case "conditional":
      return { ...of, then: withoutRounding(of.then), otherwise: withoutRounding(of.otherwise) };
    default:
      return of;
  }
}
