import { toDecimal } from "../../expr/decimal";
import { fromCellNumber } from "../../expr/exact";
import { roundHalfUp } from "../../expr/rounding";
import { formatSections, literalsRemoved, sectionFor } from "../../quantities/number-format";

/** Digits with or without separators, decimals and a percent sign: what tables of numbers are formatted with. */
const PLAIN = /^(?<whole>[#0,]*[#0])(?:\.(?<decimals>0+))?(?<percent>%)?$/;

/**
 * What a cell would show if its column were wide enough: decimals, separators and the percent sign of its format.
 * General shows the number itself; null for any other format, and for one that shows no digits at all.
 */
export function shownNumber(value: number, format: string): string | null {
  if (format === "General") return String(value);
  const section = literalsRemoved(sectionFor(value, formatSections(format))).trim();
  const { whole, decimals = "", percent } = PLAIN.exec(section)?.groups ?? {};
  const exact = whole === undefined ? null : fromCellNumber(value);
  if (whole === undefined || exact === null) return /[0#?]/.test(section) ? String(value) : null;
  const places = decimals.length;
  const scaled = roundHalfUp(percent === undefined ? exact : exact.mul(100), places);
  const [digits = "", fraction = ""] = toDecimal(scaled, places).split(".");
  const grouped = whole.includes(",") ? digits.replace(/\B(?=(?:\d{3})+$)/g, ",") : digits;
  const tail = places === 0 ? "" : `.${fraction.padEnd(places, "0")}`;
  return `${grouped}${tail}${percent ?? ""}`;
}
