import { HUNDRED, ONE } from "../expr/exact";
import { constant, input, multiply, round, step, type Expression, type StepNode } from "../expr/expression";
import type { DimensionEntry, ResultCell } from "../model/form";
import { enteredNumber } from "./entered";

/** A dimension of a form without indicators: its points and score over the user's own cells. */
export interface PrintedDimension {
  readonly points: Expression | null;
  readonly score: Expression | null;
}

const PLACES = 2;

/**
 * A conclusion form prints weights and rates: 决策 15%, 86.67% make 15 × 86.67% = 13.00 points, half-up to two decimals
 * (report 4). Where a form prints scores, they count as they are.
 */
export function printedDimension(entry: DimensionEntry): PrintedDimension {
  const points = pointsOf(entry.points);
  const rate = numberIn(entry.scoreRate, "percent");
  const printed = numberIn(entry.score, "points");
  return { points, score: printed ?? (points === null || rate === null ? null : weighted(points, rate)) };
}

function weighted(points: Expression, rate: Expression): StepNode {
  return step("得分", "points", round(multiply(points, rate), PLACES));
}

/** A weight of 15% is 15 points of the usual 100, and so is one typed as 0.15. */
function pointsOf(cell: ResultCell | null): Expression | null {
  const value = enteredNumber(cell);
  if (value === null) return null;
  const isShare = cell?.entered.unit === "%" || value.compare(ONE) < 0;
  const weight = numberIn(cell, isShare ? "percent" : "points");
  return weight === null || !isShare
    ? weight
    : step("权重", "points", multiply(weight, constant(HUNDRED, "points")));
}

/** The number in a cell of the user's, followed live where a formula can read it; null without one. */
export function numberIn(cell: ResultCell | null, style: "points" | "percent"): Expression | null {
  const value = enteredNumber(cell);
  if (cell === null || value === null) return null;
  const { live } = cell.entered;
  if (live === null) return constant(value, style);
  return input(cell.cell, value, { style, ...(live === "number" ? {} : { reading: live }) });
}
