import { decimalPlaces } from "../expr/decimal";
import type { Exact } from "../expr/exact";
import { cutOff, roundHalfUp } from "../expr/rounding";
import type { Agreement } from "../model/evaluation";

/**
 * How an entered score stands to the computed one. Scores are often printed with fewer decimals than the rule gives:
 * 8.62 → 9 is `rounded` (half-up), 9.91 → 9 is `floored` (rules catalogue §6).
 * @param unrounded what the rule gives before it is rounded to the workbook's places
 */
export function agreementOf(
  entered: Exact | null,
  computed: Exact | null,
  unrounded: Exact | null = computed,
): Agreement {
  if (entered === null) return "not-entered";
  if (computed === null || unrounded === null) return "not-computed";
  if (entered.equals(computed)) return "same";
  const places = decimalPlaces(entered);
  const fewer = places !== null && places < (decimalPlaces(computed) ?? Number.POSITIVE_INFINITY);
  if (!fewer) return "differs";
  if (roundHalfUp(unrounded, places).equals(entered)) return "rounded";
  return cutOff(unrounded, places).equals(entered) ? "floored" : "differs";
}
