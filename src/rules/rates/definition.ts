import { toDecimal } from "../../expr/decimal";
import { addUp, exact, HUNDRED, ONE } from "../../expr/exact";
import { STANDARD_RATES, type StandardRate } from "./standard-rates";
import { plainName } from "../../text/plain-wording";

/** What is added (+) or taken off (−) in a numerator or denominator. */
export interface Term {
  readonly sign: "+" | "-";
  readonly names: readonly string[];
}

/** `预算执行率=实际支出÷预算安排×100%` as a rule prints it. */
export interface Definition {
  readonly name: string;
  readonly top: readonly Term[];
  readonly bottom: readonly Term[];
}

const DEFINITION = /^([^;=≤≥<>×÷]{2,24})=(.+?)[÷/](.+?)(?:×100%?)?$/;

/** Reads a defining clause in plain form; null for anything else, a score formula among it. */
export function readDefinition(clause: string): Definition | null {
  const match = DEFINITION.exec(clause);
  const [, name = "", above = "", below = ""] = match ?? [];
  if (!match || /得分|分值|满分|\d分/.test(clause)) return null;
  const top = terms(above);
  const bottom = terms(below.replace(/\)?×100%?\)$/, ""));
  return top.length === 0 || bottom.length === 0 ? null : { name, top, bottom };
}

/** `(实际支出÷预算安排)×100%` opens its bracket on one side and closes it on the other. */
function terms(side: string): Term[] {
  const inner = side.replace(/^[([]+|[)\]]+$/g, "");
  return [...inner.matchAll(/([+-]?)([^+-]+)/g)].map(([, sign, name = ""]) => ({
    sign: sign === "-" ? "-" : "+",
    names: [name],
  }));
}

/** `综合满意度=服务对象满意度×50%+社会公众满意度×40%+部门内部员工满意度×10%` as a rule prints it (report 3). */
export interface WeightedDefinition {
  readonly name: string;
  readonly parts: readonly { readonly name: string; readonly weight: string }[];
}

const PART = String.raw`[^;,=×÷+%]{2,24}×\d+(?:\.\d+)?%`;
const WEIGHTED = new RegExp(String.raw`^([^;,=≤≥<>×÷]{2,24})=(${PART}(?:\+${PART}){1,7})$`);

/** Reads a clause that defines a rate by weights that make a whole; null for anything else. */
export function readWeightedDefinition(clause: string): WeightedDefinition | null {
  const [, name = "", sides] = WEIGHTED.exec(clause) ?? [];
  if (sides === undefined || /得分|分值/.test(name)) return null;
  const parts = sides.split("+").map((part) => {
    const [of = "", percent = ""] = part.split("×");
    return { name: of, weight: toDecimal(exact(percent.replace("%", "")).div(HUNDRED)) };
  });
  const whole = addUp(parts.map(({ weight }) => exact(weight)));
  return whole.equals(ONE) ? { name, parts } : null;
}

/**
 * `编制数:机构编制部门核定批复的部门(单位)的人员编制数`: says what an amount of the formula is, not how points are given
 * (财预〔2013〕53号 prints such sentences between formula and rule).
 */
export const isGloss = (clause: string): boolean =>
  /^[^:,;]{2,24}(?::|(?:是指|指))[^:]{4,}$/.test(clause) && !/[\d≤≥<>=]|分|得|扣|满/.test(clause);

const RATES_BY_NAME = new Map<string, StandardRate[]>();
for (const rate of STANDARD_RATES) {
  for (const name of [rate.name, ...rate.synonyms].map(plainName)) {
    RATES_BY_NAME.set(name, [...(RATES_BY_NAME.get(name) ?? []), rate]);
  }
}

const PREFIX = /^(?:本项目|项目|整体|财政|新建)/;

/** The standard rates that an indicator's name means; 抽样预算执行率 is none of them, a sample is not the whole. */
export function standardRatesOf(name: string): readonly StandardRate[] {
  const plain = plainName(name);
  const bare = plain.replace(PREFIX, "");
  return RATES_BY_NAME.get(plain) ?? RATES_BY_NAME.get(bare) ?? [];
}
