import { PERCENT_UNITS } from "./quantity-words";

export interface UnitReading {
  readonly text: string | null;
  readonly percent: boolean;
}

const BRACKETED = /^[([【]\s*([^()[\]【】]*?)\s*[)\]】]$/;
// Digits are part of a unit only in these (平方米 as m2 and the like).
const WITH_DIGIT = /^(?:[kcdm]?m[23]|km\/h|CO2)/i;
const NO_UNIT = /[\d,。;:!?、≥≤=<>"“”*#]|\.$/;
/** `元/人·月`, also written `元/人*月` and `元/人、天`. */
const PER_TWO = /^[^/]+\/\p{Script=Han}{1,4}[*、·×]\p{Script=Han}{1,4}$/u;
const LONGEST = 12;

/**
 * The unit that is left when sign and number are taken off. Null when what is left is no unit (another number, a
 * sentence); `text` null when nothing is left.
 */
export function readUnit(before: string, after: string): UnitReading | null {
  const bare = after.replace(BRACKETED, "$1").trim();
  if (isPercent(bare))
    return before === "" ? { text: "%", percent: true } : { text: `${before}%`, percent: true };
  // `90%未达到`, `100%没有完成`: says that the number was not reached, not how far.
  if (/未|没有|不足|不到|不达/.test(bare)) return null;
  // `100%覆盖`: the share, with the verb it is a share of.
  if (/^%\s*\p{Script=Han}{1,6}$/u.test(bare)) return { text: "%", percent: true };
  const unit = `${before}${bare}`.replace(/ /g, "");
  if (unit === "") return { text: null, percent: false };
  const isUnit = !NO_UNIT.test(unit) || WITH_DIGIT.test(unit) || PER_TWO.test(unit);
  if (unit.length > LONGEST || !isUnit || unit.includes("%")) return null;
  return { text: unit, percent: false };
}

export function isPercent(unit: string): boolean {
  return PERCENT_UNITS.has(
    unit.replace(/[ （）]/g, (character) => (character === "（" ? "(" : character === "）" ? ")" : "")),
  );
}
