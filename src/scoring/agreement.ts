import { decimalPlaces } from "../expr/decimal";
import type { Exact } from "../expr/exact";
import { cutOff, roundHalfUp } from "../expr/rounding";
import type { Agreement } from "../model/evaluation";

/** Scores are printed with two decimals. */
const SHOWN_PLACES = 2;

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
  // 1.90 is shown with two decimals although its last one is 0: 1.8 beside 1.897 has fewer.
  const isShort = roundHalfUp(unrounded, SHOWN_PLACES).equals(computed);
  const shown = isShort ? SHOWN_PLACES : (decimalPlaces(computed) ?? Infinity);
  const fewer = places !== null && places < Math.min(shown, decimalPlaces(unrounded) ?? Infinity);
  if (!fewer) return "differs";
  if (roundHalfUp(unrounded, places).equals(entered)) return "rounded";
  return cutOff(unrounded, places).equals(entered) ? "floored" : "differs";
}
