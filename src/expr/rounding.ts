import Fraction from "fraction.js";
import type { Exact } from "./exact";

const POWERS_OF_TEN: readonly bigint[] = Array.from({ length: 31 }, (_, places) => 10n ** BigInt(places));

/** 10 to the power of `places` (0 and up). */
export function powerOfTen(places: number): bigint {
  return POWERS_OF_TEN[places] ?? 10n ** BigInt(places);
}

/** How many units of the last decimal the value's size comes to, rounded half-up: 1.945 with two places is 195n. */
export function unitsHalfUp({ n, d }: Exact, places: number): bigint {
  const numerator = n * powerOfTen(places);
  const whole = numerator / d;
  return (numerator - whole * d) * 2n >= d ? whole + 1n : whole;
}

/** A value with no more decimals than `places` stays as it is. */
function fits({ d }: Exact, places: number): boolean {
  return d === 1n || powerOfTen(places) % d === 0n;
}

/** 四舍五入: rounds to `places` decimals (0–30), ties away from zero, as Excel's ROUND does. */
export function roundHalfUp(value: Exact, places: number): Exact {
  if (fits(value, places)) return value;
  return new Fraction(value.s * unitsHalfUp(value, places), powerOfTen(places));
}

/** 去尾: cuts to `places` decimals (0–30) toward zero, as Excel's ROUNDDOWN does. */
export function cutOff(value: Exact, places: number): Exact {
  if (fits(value, places)) return value;
  const units = (value.n * powerOfTen(places)) / value.d;
  return new Fraction(value.s * units, powerOfTen(places));
}
