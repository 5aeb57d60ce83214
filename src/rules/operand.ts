import { HUNDRED, exact } from "../expr/exact";
import type { Exact } from "../expr/exact";
import {
  compare,
  constant,
  divide,
  guarded,
  input,
  multiply,
  step,
  type Expression,
} from "../expr/expression";
import type { PointsCell } from "../model/form";
import type { Quantity } from "../model/quantity";

/** A number that a rule reckons with, and what must be known to reckon with it rightly. */
export interface Operand {
  readonly expression: Expression;
  readonly value: Exact;
  readonly percent: boolean;
  readonly unit: string | null;
  readonly factor: Exact;
}

/** The quantity's number as a tree: its cell where a formula can read it, else a constant. Null without a number. */
export function operandOf(quantity: Quantity | null): Operand | null {
  if (quantity === null || quantity.value === null || quantity.nature === "date") return null;
  const { value, factor } = quantity;
  const percent = isPercent(quantity.unit);
  return {
    expression: numberIn(quantity, value),
    value,
    percent,
    unit: percent ? null : quantity.unit,
    factor,
  };
}

/** `%`, or words that end in it: their value is a fraction. */
export const isPercent = (unit: string | null): boolean => unit?.endsWith("%") === true;

function numberIn({ cell, live, unit }: Quantity, value: Exact): Expression {
  const style = isPercent(unit) ? "percent" : "amount";
  const spoken = unit === null || isPercent(unit) ? {} : { unit };
  if (cell === null || live === null) return constant(value, style, spoken.unit);
  return input(cell, value, { style, ...spoken, ...(live === "number" ? {} : { reading: live }) });
}

/** The bounds of a range target; no formula reads two numbers out of one cell, so they are constants. */
export function boundsOf(quantity: Quantity): { low: Operand; high: Operand } | null {
  const { value, value2 } = quantity;
  if (value === null || value2 === null) return null;
  const percent = isPercent(quantity.unit);
  const unit = percent ? null : quantity.unit;
  const bound = (at: Exact): Operand => ({
    expression: constant(at, percent ? "percent" : "amount", unit ?? undefined),
    value: at,
    percent,
    unit,
    factor: quantity.factor,
  });
  return { low: bound(value), high: bound(value2) };
}

// A share above 150 % is rarer than a forgotten percent sign (`96.36` for 96.36%): the contract of docs/report.md draws the line there.
const LARGEST_SHARE = exact("1.5");

/** The operand as a share: `96.36` without its percent sign means 96.36%. The formula decides for itself. */
export function asShare(operand: Operand): Operand {
  if (operand.percent) return operand;
  if (operand.value.compare(LARGEST_SHARE) <= 0) {
    return {
      ...operand,
      percent: true,
      unit: null,
      expression: step("折合比率", "percent", operand.expression),
    };
  }
  const expression = guarded(
    compare(operand.expression, ">", constant(LARGEST_SHARE)),
    divide(operand.expression, constant(HUNDRED)),
    operand.expression,
  );
  return {
    ...operand,
    expression: step("折合比率", "percent", expression),
    value: operand.value.div(HUNDRED),
    percent: true,
    unit: null,
  };
}

/** The operand in the unit of another one: 元 in 万元. */
export function inUnitOf(operand: Operand, other: Operand): Operand {
  if (operand.unit === null || other.unit === null || operand.factor.equals(other.factor)) return operand;
  const times = operand.factor.div(other.factor);
  const down = times.inverse();
  const expression =
    down.d === 1n
      ? divide(operand.expression, constant(down))
      : multiply(operand.expression, constant(times));
  return {
    ...operand,
    expression: step(`折合${other.unit}`, "amount", expression, other.unit),
    value: operand.value.mul(times),
    unit: other.unit,
    factor: other.factor,
  };
}

const pointsNodes = new WeakMap<PointsCell, Expression>();

/** The points of an entry as an operand: always the same node, so that the working paper can place it. */
export function pointsOperand(points: PointsCell): Expression {
  const known = pointsNodes.get(points);
  if (known !== undefined) return known;
  const node = pointsNode(points);
  pointsNodes.set(points, node);
  return node;
}

/** `10`, the 10 of `10分`, or a constant where no formula reads the points from their cell. */
function pointsNode({ cell, value, reading }: PointsCell): Expression {
  if (reading === null) return constant(value, "points");
  return input(cell, value, { style: "points", ...(reading === undefined ? {} : { reading }) });
}
