import { exact, HUNDRED, type Exact } from "../expr/exact";
import type { Quantity, Target } from "../model/quantity";

/** Above it a bare number can only mean percent: `100` beside ≥95%, `96.5` in a rate column. */
const LARGEST_FRACTION = exact("1.5");
const TENTH = exact("0.1");
const WIDE_LIMIT = exact("0.5");
/** A target of 1.5% or less: beside it `0.4` means 0.4%, not 40%. */
const SMALL_RATE = exact("0.015");

/** The number taken as percent although no cell says so: a formula can't know, so it enters as a constant. */
function asPercent(quantity: Quantity, divide: (value: Exact) => boolean): Quantity {
  if (quantity.value === null) return quantity;
  const divided = divide(quantity.value);
  const over = (value: Exact): Exact => (divided ? value.div(HUNDRED) : value);
  return {
    ...quantity,
    value: over(quantity.value),
    value2: quantity.value2 && over(quantity.value2),
    unit: "%",
    live: divided ? null : quantity.live,
  };
}

/**
 * `95` with the unit column `%` is 95%, and so is the result's `0.71` 0.71%: the column speaks of both (report contract,
 * fine print); a cell with a percent format is a fraction already. A result far below its target, `0.96` beside `≥95`,
 * may have been typed as a fraction: which, only the user knows.
 */
export function percentByUnitColumn(quantity: Quantity, target: Quantity | null): Quantity {
  if (quantity.unit !== null || (quantity.nature !== "number" && quantity.nature !== "range"))
    return quantity;
  const percent = asPercent(quantity, () => true);
  return target !== null && mayBeFraction(quantity, target)
    ? { ...percent, nature: "unreadable", value: null, live: null, unit: null }
    : percent;
}

/** Read as percent it would be less than a tenth of the target; below a limit that is natural, unless the limit is wide. */
function mayBeFraction({ value }: Quantity, { comparison, value: goal, unit }: Quantity): boolean {
  if (value === null || goal === null || unit !== "%" || value.compare(0) <= 0) return false;
  const isLimit = comparison === "<=" || comparison === "<";
  if (isLimit && goal.compare(WIDE_LIMIT) < 0) return false;
  return value.compare(LARGEST_FRACTION) <= 0 && goal.compare(value.mul(TENTH)) > 0;
}

/** A bare result beside a percentage: `100` means 100%, `0.98` is the fraction; the cell states no unit, so it has none. */
export function percentBesideTarget(actual: Quantity, target: Quantity): Quantity {
  if (actual.nature !== "number" || actual.unit !== null || target.unit !== "%") return actual;
  const goal = (target.value2 ?? target.value)?.abs() ?? null;
  const isSmall = goal !== null && !goal.equals(0) && goal.compare(SMALL_RATE) <= 0;
  return {
    ...asPercent(actual, (value) => isSmall || value.abs().compare(LARGEST_FRACTION) > 0),
    unit: null,
  };
}

const isRate = (name: string): boolean =>
  /(?:率|度|比例|比重|占比|百分比|%\)?)$/.test(name.replace(/[）]$/, ")").replace(/\([^()%]*\)$/, ""));

/** Neither says `%`, and a rate of `0.952` stands beside a target of `95`: typed as a fraction, or a hundredth of it? */
export function isFractionOfBare(actual: Quantity, target: Target, name: string): boolean {
  const [value, goal] = [actual.value, target.value];
  if (!isRate(name) || actual.nature !== "number" || target.nature !== "number") return false;
  if (value === null || goal === null || actual.unit !== null || target.unit !== null) return false;
  const isFraction = value.compare(0) > 0 && value.compare(LARGEST_FRACTION) <= 0;
  return target.direction !== "lower" && isFraction && goal.mul(TENTH).compare(value) >= 0;
}

/** A bare target of an indicator that is a rate (`满意度`, `…率`), where the result says `%`: `95` and `96%`. */
export function percentBesideActual<T extends Quantity>(target: T, actual: Quantity, name: string): T {
  if (
    !isRate(name) ||
    actual.unit !== "%" ||
    target.unit !== null ||
    (target.nature !== "number" && target.nature !== "range")
  )
    return target;
  return { ...target, ...asPercent(target, (value) => value.abs().compare(LARGEST_FRACTION) > 0) };
}
