import { wordTable } from "../text/word-table";
import { exact } from "../expr/exact";
import { toDecimal } from "../expr/decimal";

/*
 * The words that rules are written with, in plain form (plain-wording.ts), each in one place.
 * A kind of rule puts them together; to teach the product another way of saying the same, add it here.
 */

/** A number that is kept, and one that is passed over. */
export const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
export const ANY_NUMBER = String.raw`\d+(?:\.\d+)?`;

/** One of something, or so many: `每一个`, `每1个`, `每5%`. */
export const COUNT = String.raw`(一|两|二|三|五|十|\d+(?:\.\d+)?)`;

export const GIVES = "(?:可|则|即)?(?:按|计|得|记|给|赋|为|加)?";
const WHOLE = "满分|全分|权重分|全部分值";
const NONE = "不得分|不计分|不给分|无分|不加分";

/** Keeps: full points, a number of points, a share of the points, or nothing. */
export const AWARD = String.raw`${GIVES}(?:(${WHOLE})|${NUMBER}分(?:计算|计)?|(?:本项)?(?:分值|满分|权重分?)的${NUMBER}%(?:得分|计分)?|(${NONE}))`;
export const NO_POINTS = `(?:${NONE}|(?:得|计)0分)`;

/** Where a deduction ends: nothing left, or a limit of its own (kept). */
export const UNTIL = String.raw`(?:[,;](?:(?:直至|至)?扣完(?:本项分值|该项分值|分值)?为止|扣至0分(?:为止)?|(?:最多|最高|累计最多)扣${NUMBER}分|扣满${NUMBER}分(?:为止)?))?`;

export const DEDUCTS = String.raw`(?:倒?扣(?:减|除)?|减)${NUMBER}分`;

/** Signs and the words for them, longest first. */
export const SIGN_WORDS: readonly (readonly [string, ">=" | ">" | "<=" | "<" | "="])[] = [
  ["大于或等于", ">="],
  ["大于等于", ">="],
  ["小于或等于", "<="],
  ["小于等于", "<="],
  ["不低于", ">="],
  ["不少于", ">="],
  ["不小于", ">="],
  ["不超过", "<="],
  ["不高于", "<="],
  ["不大于", "<="],
  ["达到", ">="],
  ["等于", "="],
  ["大于", ">"],
  ["高于", ">"],
  ["超过", ">"],
  ["小于", "<"],
  ["低于", "<"],
  ["少于", "<"],
  ["不足", "<"],
  ["≥", ">="],
  ["≤", "<="],
  [">", ">"],
  ["<", "<"],
  ["=", "="],
  ["为", "="],
  ["达", ">="],
];
export const SIGN = `(${SIGN_WORDS.map(([word]) => word).join("|")})`;
export const SIGN_SIGNS = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=" } as const;

export function signOf(word: string | undefined): ">=" | ">" | "<=" | "<" | "=" | null {
  return SIGN_WORDS.find(([known]) => known === word)?.[1] ?? null;
}

/** What a wording awards: `full`, `0`, points (`2.5`) or a share of the points (`80%`). */
export type Award = string;

/** The four kept groups of AWARD. */
export function awardOf(groups: readonly (string | undefined)[]): Award | null {
  const [whole, points, share, none] = groups;
  if (whole !== undefined) return "full";
  if (points !== undefined) return decimal(points);
  if (share !== undefined) return `${decimal(share)}%`;
  return none === undefined ? null : "0";
}

export function printAward(award: Award): string {
  if (award === "full") return "得满分";
  if (award === "0") return "不得分";
  return award.endsWith("%") ? `得分值的${award}` : `得${award}分`;
}

export const printUntil = (most: string | null): string => (most === null ? "扣完为止" : `最多扣${most}分`);

/** The one spelling of a number in parameters: `0.50` and `.5` are `0.5`. */
export const decimal = (text: string): string => toDecimal(exact(text));

const CHINESE_COUNTS: Record<string, string> = wordTable({
  一: "1",
  两: "2",
  二: "2",
  三: "3",
  五: "5",
  十: "10",
});

export function countOf(text: string): string {
  return CHINESE_COUNTS[text] ?? decimal(text);
}
