import { expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { exact } from "../../src/expr/exact";
import { readRule } from "../../src/rules/read-rule";
import { rowsOf } from "./case-rows";

/** What a kind reads of the whole text; what is read clause by clause has tables of its own (clauses.test.ts). */
function asAWhole(text: string) {
  const { rule } = readRule(text);
  return rule?.kind === "clauses" ? null : rule;
}

/** 最多: the most that the rule gives an indicator of ten points. An empty 类型: not understood, left to people. */
const rows = rowsOf<"评分标准" | "类型" | "读作" | "最多">("readings.csv");

it.each(rows)("“$评分标准” is $类型: $读作", ({ 评分标准, 类型, 读作, 最多 }) => {
  const rule = asAWhole(评分标准);
  expect({
    类型: rule?.kind ?? "",
    读作: rule?.wording ?? "",
    最多: rule === null ? "" : toDecimal(rule.most(exact("10"))),
  }).toEqual({ 类型, 读作, 最多 });
});
