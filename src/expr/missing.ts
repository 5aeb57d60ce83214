import { evaluate, evaluateCondition } from "./evaluate";
import type { Expression } from "./expression";

/** The text that a cell shows where the expression has no number (待评分); null where the sheet would show an error. */
export function missingText(expression: Expression): string | null {
  switch (expression.kind) {
    case "message":
      return expression.text;
    case "awaited":
    case "complete-sum":
      return evaluate(expression) === null ? expression.missing : null;
    case "fallback":
      return missingText(expression.of) ?? (evaluate(expression.of) === null ? expression.text : null);
    case "step":
      return missingText(expression.of);
    case "conditional": {
      const truth = evaluateCondition(expression.when);
      return truth === null ? null : missingText(truth ? expression.then : expression.otherwise);
    }
    default:
      return null;
  }
}
