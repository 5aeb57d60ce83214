import { toFixed } from "../expr/decimal";
import type { Exact } from "../expr/exact";
import { powerOfTen } from "../printed/precision";
import { roundHalfUp } from "../expr/rounding";
import type { TextNumber } from "./text-model";

/** Fewer digits differ by one too easily. */
const FEWEST = 2;

/** `value` (in the base unit), printed like the number, differs from it in one digit, or in two that are swapped. */
export function isMisprintOf({ printed }: TextNumber, value: Exact): boolean {
  const inUnit = value.div(printed.factor).mul(powerOfTen(printed.shift));
  const places = printed.places - printed.shift;
  const should = toFixed(roundHalfUp(inUnit, places), places);
  const said = toFixed(printed.value.mul(powerOfTen(printed.shift)), places);
  return differsByOne(said, should);
}

/** Both printed with as many digits; one is another, or two neighbours are swapped. */
export function differsByOne(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(".", ""));
  if (a === undefined || b === undefined || a.length !== b.length || a.length < FEWEST) return false;
  const apart = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  return (
    apart.length === 1 ||
    (apart.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}
