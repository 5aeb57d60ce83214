import { exact, ZERO, type Exact } from "../../expr/exact";
import type { Estimate } from "../../printed/estimate";
import { digitSwaps } from "../../printed/causes";
import { judge } from "../../printed/precision";
import { relation, valueOf, type Claim } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";

/**
 * 矛盾 only where no other reading is possible, else 请核对. A finding's severity says which: `error` and `warning`.
 */
export type Level = "error" | "warning";

/** No rate of a report is above these, whatever was misprinted: what gives more was read wrongly. */
export const MOST = {
  share: exact(1),
  decrease: exact(1),
  rate: exact(5),
  growth: exact(20),
} as const;

/** The relation, or null where its result is impossible: such a value is never shown. */
export function possible(claim: Claim, most: Exact, least: Exact = ZERO): TextRelation | null {
  const { face } = claim.should;
  return face.compare(most) > 0 || face.compare(least) < 0 ? null : relation(claim);
}

export function fits(stated: TextNumber, should: Estimate): boolean {
  return judge(stated.printed, should) !== "fails";
}

/** How far the stated number is from what it should be, as a share of the latter. */
export function offBy(stated: TextNumber, should: Exact): Exact {
  const off = valueOf(stated).sub(should).abs();
  return should.equals(ZERO) ? off : off.div(should.abs());
}

/** Digits without leading and trailing zeros. */
export function significantDigits(value: bigint): number {
  return (value < 0n ? -value : value).toString().replace(/0+$/, "").length;
}

const FINE = 4;

/**
 * One digit of one of the numbers would explain it: the sum is off by a single digit at one place, among numbers of so
 * many digits that this is no chance.
 */
export function isOneDigitOff(off: bigint, numbers: readonly bigint[], fine = FINE): boolean {
  const most = Math.max(0, ...numbers.map(significantDigits));
  return off !== 0n && most >= fine && significantDigits(off) === 1;
}

/** Two neighbouring digits of one of the numbers, swapped, would explain it. `off` is what the parts are above the whole. */
export function isSwapOff(off: bigint, whole: bigint, parts: readonly bigint[]): boolean {
  const size = off < 0n ? -off : off;
  if (size === 0n || size % 9n !== 0n || significantDigits(whole) < 3) return false;
  return (
    swaps(whole).includes(whole + off) ||
    parts.some((part) => significantDigits(part) >= 3 && swaps(part).includes(part - off))
  );
}

function swaps(value: bigint): bigint[] {
  return digitSwaps(value.toString()).map((digits) => BigInt(digits));
}
