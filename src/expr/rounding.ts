import Fraction from "fraction.js";
import type { Exact } from "./exact";

function powerOfTen(places: number): bigint {
  return 10n ** BigInt(places);
}

function scaled(value: Exact, places: number): { whole: bigint; twiceRest: bigint; divisor: bigint } {
  const numerator = value.n * powerOfTen(places);
  return { whole: numerator / value.d, twiceRest: (numerator % value.d) * 2n, divisor: value.d };
}

function fromScaled(sign: bigint, whole: bigint, places: number): Exact {
  return new Fraction(sign * whole, powerOfTen(places));
}

/** 四舍五入: rounds to `places` decimals (0–30), ties away from zero, as Excel's ROUND does. */
export function roundHalfUp(value: Exact, places: number): Exact {
  const { whole, twiceRest, divisor } = scaled(value, places);
  return fromScaled(value.s, twiceRest >= divisor ? whole + 1n : whole, places);
}

/** 去尾: cuts to `places` decimals (0–30) toward zero, as Excel's ROUNDDOWN does. */
export function cutOff(value: Exact, places: number): Exact {
  return fromScaled(value.s, scaled(value, places).whole, places);
}
