import { toDecimal, toFixed } from "../expr/decimal";
import { HUNDRED, type Exact } from "../expr/exact";

export const NOTHING = "—";

/** A score at the workbook's places: `98.94`. */
export function scoreText(score: Exact | null, places: number): string {
  return score === null ? NOTHING : toFixed(score, places);
}

/** Points as the form states them: `20`, `2.5`. */
export function pointsText(points: Exact | null): string {
  return points === null ? NOTHING : toDecimal(points, 4);
}

/** A rate as a percentage: `99.70%`. */
export function rateText(rate: Exact | null): string {
  return rate === null ? NOTHING : `${toFixed(rate.mul(HUNDRED), 2)}%`;
}

/** How much of a bar a rate fills, in percent between 0 and 100. */
export function barPercent(rate: Exact | null): number {
  return rate === null ? 0 : Math.min(100, Math.max(0, Number(toFixed(rate.mul(HUNDRED), 1))));
}
