import type { ScoringCase } from "../kind";
import { directionOf } from "./direction";

const UP: ReadonlySet<string> = new Set([">=", ">"]);
const DOWN: ReadonlySet<string> = new Set(["<=", "<"]);

/**
 * A result that is only a bound, and on the side that leaves open how far the target was reached: `90%以下` against
 * `≥90%`, `超过30万元` against `≤30万元`. Null where the result is a number, or a bound that keeps to the target.
 */
export function openBound({ target, actual, entry }: ScoringCase): string | null {
  if (actual?.nature !== "number" || target === null) return null;
  const isUp = UP.has(actual.comparison);
  if (!isUp && !DOWN.has(actual.comparison)) return null;
  if (target.nature === "number") {
    const better = directionOf(target, entry);
    if ((better === "higher" && isUp) || (better === "lower" && !isUp)) return null;
  } else if (target.nature !== "range") return null;
  return `完成情况“${actual.text.trim()}”只说了界限，不能确定完成了多少，请填写实际数值`;
}
