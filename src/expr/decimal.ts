import type { Exact } from "./exact";
import { unitsHalfUp } from "./rounding";

/** How many decimals the value needs to be written in full; null when it never ends (1/3). */
export function decimalPlaces(value: Exact): number | null {
  if (value.d === 1n) return 0;
  let rest = value.d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** Writes the value with exactly `places` decimals, rounded half-up: `toFixed(1.9386…, 2)` is `1.94`. */
export function toFixed(value: Exact, places: number): string {
  const units = unitsHalfUp(value, places);
  const digits = units.toString().padStart(places + 1, "0");
  const point = digits.length - places;
  const sign = value.s < 0n && units !== 0n ? "-" : "";
  return sign + digits.slice(0, point) + (places > 0 ? `.${digits.slice(point)}` : "");
}

/** Writes the value without trailing zeros; one that needs more than `atMost` decimals is rounded half-up to them. */
export function toDecimal(value: Exact, atMost = 15): string {
  const text = toFixed(value, atMost);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** `15383.72` → `15,383.72`. */
export function withThousands(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
