import { decimalPlaces, toFixed, withThousands } from "../expr/decimal";
import { exact, ONE, type Exact } from "../expr/exact";
import { cutOff, roundHalfUp } from "../expr/rounding";
import type { Quantity } from "../model/quantity";
import { exactly, type Estimate } from "./estimate";

/** A number with the precision it is printed in: `37.55%` is 0.3755 to four places, two of them of the percent sign. */
export interface Printed {
  /** As the sheet shows it. */
  readonly text: string;
  /** At the printed precision, in the printed unit; percentages as fractions. */
  readonly value: Exact;
  /** Decimals of `value` that the print fixes. */
  readonly places: number;
  /** Decimals that the sign moves: 2 for %, 3 for ‰, else 0. */
  readonly shift: number;
  /** What one of its unit is in the base unit: 10000 for 万元. */
  readonly factor: Exact;
}

/** `holds` at the printed precision; `within-rounding`: not at face value, but within the rounding of the printed inputs. */
export type Verdict = "holds" | "within-rounding" | "fails";

const NUMERAL = /[-−]?\d+(?:\.\d+)?/g;
const MOST_PLACES = 15;
const CENTS = 2;
const HALF_UNITS: readonly Exact[] = Array.from({ length: 6 }, (_, places) =>
  exact(`0.${"0".repeat(places)}5`),
);
const POWERS: readonly Exact[] = Array.from({ length: 6 }, (_, places) => exact(`1${"0".repeat(places)}`));

/** The number with its printed precision; null where the quantity is no number. */
export function printed(quantity: Quantity | null | undefined): Printed | null {
  if (quantity?.value == null || quantity.nature !== "number") return null;
  const { text, value, factor } = quantity;
  const plain = text.normalize("NFKC").replace(/[\s,]/g, "");
  const shifts = plain.includes("%") ? [2, 0] : plain.includes("‰") ? [3, 0] : [0, 2];
  for (const [numeral] of plain.matchAll(NUMERAL)) {
    const shown = exact(numeral.replace("−", "-"));
    const decimals = numeral.split(".")[1]?.length ?? 0;
    const shift = shifts.find((by) => isPrintOf(shown.div(powerOfTen(by)), value, decimals + by));
    if (shift !== undefined) {
      return {
        text: text.trim(),
        value: shown.div(powerOfTen(shift)),
        places: decimals + shift,
        shift,
        factor,
      };
    }
  }
  const places = Math.min(decimalPlaces(value) ?? MOST_PLACES, MOST_PLACES);
  return { text: text.trim(), value: roundHalfUp(value, places), places, shift: 0, factor };
}

/** A number that the form keeps without its text, at the decimals it needs. */
export function printedExact(value: Exact): Printed {
  const places = Math.min(decimalPlaces(value) ?? MOST_PLACES, MOST_PLACES);
  return { text: toFixed(value, places), value: roundHalfUp(value, places), places, shift: 0, factor: ONE };
}

/** A number stands there that cannot be known: no sum that it belongs to can be judged. */
export function isUnknown(quantity: Quantity | null | undefined): boolean {
  return quantity?.nature === "undisclosed" || quantity?.nature === "unreadable";
}

/**
 * Amounts of one table or block, as they are meant: one without a unit has that of its neighbours, and all have
 * the finest precision among them, because the General format drops trailing zeros (32.4 beside 31.69 is 32.40).
 * Whole numbers throughout are taken as exact to the cent: a sum that is 1 off is no rounding.
 */
export function printedAmounts(quantities: readonly (Quantity | null | undefined)[]): (Printed | null)[] {
  const factor =
    quantities.find((quantity) => quantity?.unit != null && quantity.value !== null)?.factor ?? ONE;
  const amounts = quantities.map((quantity) => {
    const amount = printed(quantity);
    return amount && quantity?.unit == null ? { ...amount, factor } : amount;
  });
  const finest = amounts.reduce((most, amount) => Math.max(most, amount?.places ?? 0), 0);
  return amounts.map((amount) => amount && { ...amount, places: finest === 0 ? CENTS : finest });
}

/** As `printedAmounts`, for a number by itself. */
export function printedAmount(quantity: Quantity | null | undefined): Printed | null {
  return printedAmounts([quantity])[0] ?? null;
}

/** What the printed number can have been before it was rounded, in its base unit. */
export function estimateOf({ value, places, factor }: Printed): Estimate {
  const half = halfUnit(places);
  return { face: value.mul(factor), low: value.sub(half).mul(factor), high: value.add(half).mul(factor) };
}

/** Half a unit of the last of `places` decimals. */
export function halfUnit(places: number): Exact {
  return HALF_UNITS[places] ?? exact(`0.${"0".repeat(places)}5`);
}

/** Compares the printed number with what it should be (in the base unit). */
export function judge(stated: Printed, should: Estimate | Exact): Verdict {
  const estimate = "face" in should ? should : exactly(should);
  const [face, low, high] = [estimate.face, estimate.low, estimate.high].map((value) =>
    value.div(stated.factor),
  ) as [Exact, Exact, Exact];
  if (roundHalfUp(face, stated.places).equals(stated.value)) return "holds";
  const half = halfUnit(stated.places);
  // Half a unit more would have been rounded up: intervals that only touch have no number in common.
  const apart = stated.value.add(half).compare(low) <= 0 || stated.value.sub(half).compare(high) >= 0;
  return apart ? "fails" : "within-rounding";
}

/** Whether the printed number is the other one cut off (去尾) where half-up gives another. */
export function isCutOff(stated: Printed, value: Exact): boolean {
  const inUnit = value.div(stated.factor);
  return (
    cutOff(inUnit, stated.places).equals(stated.value) &&
    !roundHalfUp(inUnit, stated.places).equals(stated.value)
  );
}

/** `value` (in the base unit) the way `like` is printed, with percent sign and thousands separators: 88.47% beside 100%, 35 beside 36. */
export function speakLike(like: Printed, value: Exact): string {
  const inUnit = value.div(like.factor).mul(powerOfTen(like.shift));
  const decimal = withoutIdleZeros(
    toFixed(inUnit, Math.max(CENTS, like.places - like.shift)),
    shownDecimals(like.text),
  );
  const sign = /[%％]/.test(like.text) ? "%" : like.text.includes("‰") ? "‰" : "";
  return (/[,，]/.test(like.text) ? withThousands(decimal) : decimal) + sign;
}

function shownDecimals(text: string): number {
  return /\.(\d+)/.exec(text.normalize("NFKC").replace(/\s/g, ""))?.[1]?.length ?? 0;
}

function withoutIdleZeros(decimal: string, keep: number): string {
  const kept = decimal.indexOf(".") + 1 + keep;
  return (decimal.slice(0, kept) + decimal.slice(kept).replace(/0+$/, "")).replace(/\.$/, "");
}

function isPrintOf(shown: Exact, value: Exact, places: number): boolean {
  return shown.equals(value) || shown.sub(value).abs().compare(halfUnit(places)) <= 0;
}

export function powerOfTen(places: number): Exact {
  return POWERS[places] ?? exact(`1${"0".repeat(places)}`);
}
