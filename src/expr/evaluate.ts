import { addUp, ZERO, type Exact } from "./exact";
import type { ArithmeticNode, Comparator, Condition, Expression, TextCondition } from "./nodes";
import { roundHalfUp } from "./rounding";

/** Whether `left comparator right` holds, exactly. */
export function holds(left: Exact, comparator: Comparator, right: Exact): boolean {
  const order = left.compare(right);
  switch (comparator) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
  }
}

/** The condition's truth; null where a side has no number. */
export function evaluateCondition(condition: Condition): boolean | null {
  switch (condition.kind) {
    case "comparison": {
      const left = evaluate(condition.left);
      const right = evaluate(condition.right);
      return left === null || right === null ? null : holds(left, condition.comparator, right);
    }
    case "text-is":
      return textMatches(condition);
    case "known":
      return evaluate(condition.of) !== null;
    case "and":
    case "or": {
      const parts = condition.of.map(evaluateCondition);
      if (parts.includes(null)) return null;
      return condition.kind === "and" ? parts.every(Boolean) : parts.some(Boolean);
    }
  }
}

function textMatches({ of, anyOf, sameAs }: TextCondition): boolean {
  const text = of.text.trim();
  return anyOf.includes(text) || (sameAs !== undefined && text === sameAs.text.trim());
}

/** The exact value; null where there is no number: a message, ÷ 0, or anything built on one. */
export function evaluate(expression: Expression): Exact | null {
  switch (expression.kind) {
    case "input":
    case "constant":
    case "awaited":
    case "sum":
    case "complete-sum":
    case "step":
    case "fallback":
      return expression.value;
    case "arithmetic":
      return arithmetic(expression);
    case "min":
    case "max":
      return together(expression.of, (best, next) =>
        next.compare(best) < 0 === (expression.kind === "min") ? next : best,
      );
    case "area-sum":
      return addUp(expression.values);
    case "round":
      return mapped(expression.of, (value) => roundHalfUp(value, expression.places));
    case "absolute":
      return mapped(expression.of, (value) => value.abs());
    case "ceiling":
      return mapped(expression.of, (value) => value.ceil());
    case "floor":
      return mapped(expression.of, (value) => value.floor());
    case "conditional": {
      const truth = evaluateCondition(expression.when);
      return truth === null ? null : evaluate(truth ? expression.then : expression.otherwise);
    }
    case "message":
      return null;
  }
}

/** The sum of the parts, 0 without any; null where a part has no number. */
export function total(of: readonly Expression[]): Exact | null {
  return of.length === 0 ? ZERO : together(of, (sofar, next) => sofar.add(next));
}

function mapped(of: Expression, change: (value: Exact) => Exact): Exact | null {
  const value = evaluate(of);
  return value === null ? null : change(value);
}

function together(of: readonly Expression[], join: (sofar: Exact, next: Exact) => Exact): Exact | null {
  let result: Exact | null = null;
  for (const part of of) {
    const value = evaluate(part);
    if (value === null) return null;
    result = result === null ? value : join(result, value);
  }
  return result;
}

function arithmetic({ operator, left, right }: ArithmeticNode): Exact | null {
  const a = evaluate(left);
  const b = evaluate(right);
  if (a === null || b === null) return null;
  switch (operator) {
    case "+":
      return a.add(b);
    case "-":
      return a.sub(b);
    case "×":
      return a.mul(b);
    case "÷":
      return b.equals(ZERO) ? null : a.div(b);
  }
}
