import { remembering } from "../expr/remembering";
import { fold } from "./characters";

/** What people type in several ways, in the one way that the wordings of rules are compared in. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\s|\u3000/g, ""],
  [/[“”"‘’'「」]/g, ""],
  [/[。!]/g, ";"],
  [/…+|\.{3,}/g, ","],
  [/[≦⩽]|<=/g, "≤"],
  [/[≧⩾]|>=/g, "≥"],
  [/═/g, "="],
  [/[–—―－~∼]+/g, "-"],
  [/\\times|\*|✕|╳/g, "×"],
  [/百分之一/g, "1%"],
  [/,{2,}/g, ","],
  [/,?;[,;]*/g, ";"],
];

/** The text without spaces and quotes, full-width forms narrowed, signs unified; circled numbers stay. */
export function plainWording(text: string): string {
  return SAME.reduce((plain, [pattern, by]) => plain.replace(pattern, by), fold(text)).replace(
    /^[;,]|[;,]$/g,
    "",
  );
}

const UNIT_IN_BRACKETS =
  /\((?:单位:?)?(?:[百千万亿]*(?:元|人次?|个|份|家|户|次|项|批|平方米|㎡|亩|米|公里|%|吨|套|辆|天|月|名)|[A-Z](?:[/÷+-][A-Z])*)\)|\[[^[\]]*\]/g;

/**
 * A name for comparing: no unit in brackets, year, quotes, 其中, ordinal, nor 总额/金额/数 at the end, so that
 * `2018年度“三公经费”预算数（万元）` and `三公经费预算` meet.
 */
export const plainName = remembering((text: string): string =>
  plainWording(text)
    .replace(UNIT_IN_BRACKETS, "")
    .replace(/[()]/g, "")
    .replace(/^(?:其中:?|[★☆※▲]|\d+[.、:])+/, "")
    .replace(/\d{4}年度?|^本单位|^本部门|^部门/g, "")
    .replace(/[:;,]+$/, "")
    .replace(/(?<=.{2})(?:总额|总金额|金额|总数|数额|数量|数|额)$/, ""),
);
