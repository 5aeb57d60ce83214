import { exact, type Exact } from "../../expr/exact";
import { holds } from "../../expr/evaluate";
import type { Quantity, Target } from "../../model/quantity";

/** Both numbers in one unit; null where they are no numbers or their units cannot be compared. */
export function inOneUnit(target: Target, actual: Quantity): { target: Exact; actual: Exact } | null {
  if (
    target.nature !== "number" ||
    actual.nature !== "number" ||
    target.value === null ||
    actual.value === null
  )
    return null;
  if (target.unit === "%" && actual.unit === null)
    return { target: target.value, actual: asRate(actual.value) };
  if (target.unit === null || actual.unit === null || target.unit === actual.unit)
    return { target: target.value, actual: actual.value };
  if (target.factor.equals(actual.factor)) return null;
  return { target: target.value.mul(target.factor), actual: actual.value.mul(actual.factor) };
}

/** A bare number above 1.5 in the place of a rate is a percentage. */
export function asRate(value: Exact): Exact {
  return value.compare(exact("1.5")) > 0 ? value.div(100) : value;
}

/** Whether the signed target was reached; null where the sign or a number is missing. */
export function reached(target: Target, actual: Quantity): boolean | null {
  const numbers = inOneUnit(target, actual);
  if (numbers === null || target.comparison === "none" || target.comparison === "range") return null;
  return holds(numbers.actual, target.comparison, numbers.target);
}
