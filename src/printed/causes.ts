import { toDecimal, toFixed, withThousands } from "../expr/decimal";
import { addUp, exact, ZERO, type Exact } from "../expr/exact";
import { roundHalfUp } from "../expr/rounding";
import { isCutOff, type Printed } from "./precision";

/** A number that a sum is worked out from, with the name it has on the sheet. */
export interface NamedNumber {
  readonly name: string;
  readonly value: Exact;
}

export const totalOf = (numbers: readonly NamedNumber[]): Exact => addUp(numbers.map(({ value }) => value));

/** How a number comes about: the inputs, and the result when one of them is another. */
export interface Relation {
  readonly inputs: readonly Exact[];
  readonly of: (values: readonly Exact[]) => Exact | null;
}

const TEN_THOUSAND = exact(10000);

/**
 * Why the printed number may differ from the computed one (in the printed number's base unit): a Chinese clause,
 * only where arithmetic shows one cause; "" where it shows none. A guess for the reader to look at, never a verdict.
 */
export function likelyCause(stated: Printed, computed: Exact, relation: Relation | null = null): string {
  const fits = (value: Exact | null): boolean =>
    value !== null && roundHalfUp(value.div(stated.factor), stated.places).equals(stated.value);
  if (stated.value.equals(ZERO)) return "";
  if (fits(computed.mul(TEN_THOUSAND)) || fits(computed.div(TEN_THOUSAND)))
    return "相差一万倍，疑为元与万元混用";
  if (fits(computed.mul(100)) || fits(computed.div(100))) return "相差一百倍，疑百分号有误";
  if (isCutOff(stated, computed)) return "系去尾所致，应四舍五入";
  const meant = toFixed(computed.div(stated.factor), stated.places);
  if (digitSwaps(toFixed(stated.value, stated.places)).includes(meant)) return "疑有两位数字写颠倒";
  return relation === null ? "" : swappedInput(relation, fits);
}

/** 15383.72 taken for 13583.72 gives just the printed share: the one input and swap that explain it. */
function swappedInput({ inputs, of }: Relation, fits: (value: Exact | null) => boolean): string {
  const explanations = inputs.flatMap((input, place) => {
    const right = toDecimal(input);
    return digitSwaps(right)
      .filter((wrong) => fits(of(inputs.map((value, at) => (at === place ? exact(wrong) : value)))))
      .map((wrong) => `疑将${withThousands(right)}误作${withThousands(wrong)}`);
  });
  const [only, ...others] = explanations;
  return only === undefined || others.length > 0 ? "" : only;
}

/** The decimal with two neighbouring digits swapped, in every way that gives another number. */
export function digitSwaps(decimal: string): string[] {
  const digits = [...decimal];
  const places = digits.flatMap((digit, at) => (/\d/.test(digit) ? [at] : []));
  return places.slice(1).flatMap((right, index) => {
    const left = places[index] ?? right;
    const [a, b] = [digits[left], digits[right]];
    return a === b ? [] : [digits.map((digit, at) => (at === left ? b : at === right ? a : digit)).join("")];
  });
}

/** Of a sum: one row left out or counted twice. */
export function rowCause(
  stated: Exact,
  computed: Exact,
  rows: readonly NamedNumber[],
  countedTwice: readonly NamedNumber[] = rows,
): string {
  const difference = stated.sub(computed);
  if (difference.equals(ZERO)) return "";
  const short = difference.compare(ZERO) < 0;
  const size = difference.abs();
  const suspects = (short ? rows : countedTwice).filter((row) => row.value.equals(size));
  const [suspect] = suspects;
  if (suspect === undefined) return "";
  const which = suspects.length === 1 ? `“${suspect.name}”` : `一项${toDecimal(size)}`;
  return short ? `疑漏加${which}` : `疑重复加${which}`;
}
