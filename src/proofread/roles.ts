import type { TextNumber } from "./text-model";

/** What an amount is in the life of a budget. */
export type AmountRole =
  | "opening"
  | "closing"
  | "returned"
  | "balance"
  | "added"
  | "sample"
  | "received"
  | "budget"
  | "spent"
  | "income";

/** 一般公共预算 and its like name a fund, not a budget figure. */
const FUND_NAMES = /一般公共预算|政府性基金(?:预算)?|国有资本经营预算|社会保险基金预算/g;

/** By the words of the label; the first that fits. */
const ROLES: readonly (readonly [AmountRole, RegExp])[] = [
  ["opening", /(?:年初|期初|上年|以前年度).{0,4}(?:结转|结余)|上年末.{0,4}结余/],
  ["closing", /(?:年末|期末).{0,4}(?:结转|结余|余额)/],
  ["returned", /收回|上缴国库|交回|缴回/],
  ["balance", /结余|剩余|结转|未支出|未执行/],
  ["added", /追加|调增/],
  ["sample", /(?:抽样|抽查|抽取|抽检|样本).*(?:资金|金额|预算|支出)/],
  ["received", /到位/],
  [
    "budget",
    /预算(?!完成|执行|控制|调整率)|安排资金|资金安排|下达(?:资金|金额)|批复(?:资金|金额)?|资金总额|计划投资|总投资/,
  ],
  ["spent", /支出|使用|支付|执行(?!率)|完成投资|开支|花费/],
  ["income", /收入/],
];

/** A part of the whole body's amounts, by its words. */
const QUALIFIED =
  /财政拨款|基金|补助|补偿|其他|项目支出|基本支出|人员|公用|采购|工资|商品|三公|公务|接待|培训|差旅|费$|费用|抽样|抽查|样本|单个|部分/;

export function roleOf({ label, kind, column }: TextNumber): AmountRole | null {
  if (kind !== "money" && !(kind === "bare" && column !== null)) return null;
  const words = label.replace(FUND_NAMES, "");
  return ROLES.find(([, fits]) => fits.test(words))?.[0] ?? null;
}

/** Whether the words speak of the whole body or project, not of a part of its money. */
export function isOverall(label: string): boolean {
  return !QUALIFIED.test(label.replace(FUND_NAMES, ""));
}

/** The only number among them, or the only value; null where there is none or several differ. */
export function only(numbers: readonly TextNumber[]): TextNumber | null {
  const [first] = numbers;
  if (first === undefined) return null;
  const value = first.printed.value.mul(first.printed.factor);
  return numbers.every(({ printed }) => printed.value.mul(printed.factor).equals(value)) ? first : null;
}

/** The first number of each different value. */
export function distinct(numbers: readonly TextNumber[]): TextNumber[] {
  const kept: TextNumber[] = [];
  for (const number of numbers) {
    const value = number.printed.value.mul(number.printed.factor);
    if (!kept.some(({ printed }) => printed.value.mul(printed.factor).equals(value))) kept.push(number);
  }
  return kept;
}
