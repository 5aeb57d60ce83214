import Fraction from "fraction.js";

/** An exact rational number. Scores, rates, sums and comparisons are made of these, never of floating point. */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);
export const HUNDRED: Exact = new Fraction(100);

/** The sum; 0 for none. */
export function addUp(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => sum.add(value), ZERO);
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Reads a plain decimal such as `15383.72` or `-0.5`; null for anything else (signs, units, exponents, blanks). */
export function parseDecimal(text: string): Exact | null {
  const [, sign, whole = "", decimals = ""] = DECIMAL.exec(text) ?? [];
  const digits = whole + decimals;
  if (digits === "") return null;
  const units = BigInt(digits);
  return new Fraction(sign === "-" ? -units : units, 10n ** BigInt(decimals.length));
}

/** An integer or a decimal literal of the code, e.g. `exact("0.95")`. Throws RangeError on anything else. */
export function exact(literal: string | number): Exact {
  const value = parseDecimal(String(literal));
  if (value === null) throw new RangeError(`not a decimal: ${literal}`);
  return value;
}

/** Integers below it have 15 digits at most. */
const LONGEST_INTEGER = 1e15;

/**
 * The number that a cell shows: Excel keeps doubles but stands for their 15 significant digits,
 * so 0.1+0.2 typed as a formula is 0.3 here as on the sheet. Null for NaN and infinities.
 */
export function fromCellNumber(value: number): Exact | null {
  if (!Number.isFinite(value)) return null;
  if (Number.isInteger(value) && Math.abs(value) < LONGEST_INTEGER) return new Fraction(value);
  const shown = value.toPrecision(15);
  const [mantissa = "0", exponent] = shown.split("e");
  const base = new Fraction(mantissa);
  return exponent === undefined ? base : base.mul(new Fraction(10).pow(Number(exponent)) ?? ONE);
}
